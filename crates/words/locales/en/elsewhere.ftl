## Computed again elsewhere: Python and R

elsewhere-python = Python script (pandas)
elsewhere-r = R script (COINr)
elsewhere-refused =
    The score of this index is no mean of its main indicators, so it cannot be written as a script.
elsewhere-about =
    { $edition }: { $score-name } and rank of { NUMBER($count) } { $all-units }, computed again from the main indicators.
elsewhere-indicators = Main indicators: code, name, max points (weight).
elsewhere-units =
    A line for each { $unit }: the score on each main indicator; residual: what the total on file has more than the
    mean of the rounded scores; moved: what is gained or lost where the other { $units } move; origins: which scores are
    not published ones, and what they are.
elsewhere-total =
    Total: the mean of the main indicators by weight, plus residual and moved, kept within 0 to 1, rounded half up to
    { $decimals } decimals. Where every indicator is 1 the total is exactly 1, where all are 0 exactly 0.
elsewhere-total-unrounded =
    Total: the mean of the main indicators by weight, plus residual and moved, kept within 0 to 1, not rounded.
elsewhere-rank = Rank: 1 plus the number of { $units } with a higher total; equal ones share it.
elsewhere-rank-dense = Rank: 1 plus the number of different higher totals; equal ones share it.
elsewhere-check = Total and rank both agree with the page:
