## What the doubt comes from

doubt-none = What does the doubt in { $name }'s rank come from?
doubt-finding =
    The doubt in { $name }'s rank comes mostly from { $source }: alone it explains { $first } of the rank's variation,
    together with other sources { $total } (95% intervals, N = { NUMBER($count) }).
doubt-still = { $name }'s rank is the same in every draw: always { $rank } (N = { NUMBER($count) }).
doubt-size =
    Over the draws the rank is { $mean } on average with a standard deviation of { $deviation } places; that of the
    { $score-name } is { $score }.
doubt-share = { $value }% ({ $low } to { $high }%)
doubt-weights = the weights (max points of the indicators)
doubt-estimates = estimated values
doubt-rounding = what rounding took
doubt-rivals = the change of the other { $units }
doubt-caption = Where the variation comes from (95% intervals, N = { NUMBER($count) })
doubt-source = Source
doubt-rank-first = Rank: alone
doubt-rank-total = Rank: has a part in
doubt-score-first = Score: alone
doubt-score-total = Score: has a part in
doubt-hint =
    “Alone”: so much less it would vary if this source were certain. “Has a part in”: together with other sources
    too, so that these may add up to more than 100%.
doubt-rows = Rows of draws
doubt-progress = Working: { $done }%
doubt-scheme =
    N is the number of rows of Saltelli's scheme: each row computes the whole table { NUMBER($draws) } times, { NUMBER($count) }
    { $count ->
        [one] row
       *[other] rows
    } in all. The intervals come from drawing these rows again 500 times.
