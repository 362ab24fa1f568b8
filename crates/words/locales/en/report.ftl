## A report: one page made from what is on screen

report = Report
report-hint =
    One page to print, send or paste into Word: the result, each indicator over the years, why the rank moved,
    what is missing, the plan, charts and sources.
report-make = Make a report
report-close = Close the report
report-print = Print
report-copy = Copy
report-html = Save HTML
report-docx = Save DOCX
report-docx-waiting = Writing the DOCX file…
report-docx-failed = The DOCX file could not be written. Try again, or save HTML: Word opens that file.
report-pictures = Charts in the report
report-profile = Against the median
report-history = Rank over the years
report-breakdown = Points gained, lost or missing
report-strip = All scores on one axis
report-shift = Who moved
report-pillars = The three pillars
report-map = Map
report-title = Report: { $name }, { $edition }
report-made = Made on { $day } with dti-whatif.
report-result = Result
report-moved = { $before } → { $now } ({ $by })
report-missing = What is missing most
report-missing-told =
    Of { $max } at most, { $missing } are missing. Most is missing in: { $names }.
report-missing-one = { $name } ({ $missing })
report-nothing-missing = Every indicator has its max points.
report-missing-table = The indicators, most missing first
report-plan-estimated = The plan starts from an estimate, so it is approximate.
report-sources = Sources, and how to read this
report-read-from = { $edition }: the figures of this { $unit } were read from { $places }.
report-known = Figures that the author of this report knows, not published ones: { $known }.
report-estimates =
    { $figures ->
        [own]
            The mark “≈” and the word “Imputed”: the { $unit } has no figure there, so the mean or median of other
            { $units } stands in for it.
        [published]
            The mark “≈” and the word “Estimated”: no figure of the indicator is on file, so it was filled in so that
            the published total holds.
       *[mixed]
            The mark “≈” and the word “Estimated”: no figure of the indicator is on file, so it was filled in so that
            the total holds.
    }
report-estimates-off = Estimates are usually off by about { $error }; this is no confidence interval.
