## The bar of every chart and every table

figure-chart = Chart
figure-table = Table
figure-source = Source
figure-files = Download
figure-file = Download { $kind }
figure-copy = Copy
figure-copied = Copied; it can be pasted into Word and chats.
figure-copy-denied = The browser does not allow copying. Copy it from the field below.
figure-no-file = No file to be seen?
figure-by-hand = Copy it from here, as { $kind }:
figure-plain = text
figure-from = Source: { $title }; computed with dti-whatif.

## Headings of charts: one sentence that states what is shown

chart-alone-ranked = Only { $name } is ranked, with a score of { $score }
chart-rose =
    { $name } { $is-edited ->
        [true] would rise
       *[false] rises
    } from { $before } to { $after }
chart-fell =
    { $name } { $is-edited ->
        [true] would fall
       *[false] falls
    } from { $before } to { $after }
chart-moved-among = { $moved } of { NUMBER($of) } { $all-units }
chart-stands = { $name } ranks { $rank } of { NUMBER($of) } { $all-units } with a score of { $score }
chart-stays = { $name } would stay { $rank } of { NUMBER($of) } { $all-units } with a score of { $score }
chart-stays-otherwise = { $name } would stay { $rank } of { NUMBER($of) } { $all-units }; its score would go from { $was } to { $score }
chart-profile-too-few = There are too few figures to compare { $name } with the median
chart-profile-one-above =
    { $name } { $is-edited ->
        [true] would be
       *[false] is
    } above the median on { $furthest }
chart-profile-one-below =
    { $name } { $is-edited ->
        [true] would be
       *[false] is
    } below the median on { $furthest }
chart-profile-equal =
    { $name } { $is-edited ->
        [true] would be
       *[false] is
    } at the median on all { NUMBER($of) } main indicators
chart-profile-none =
    { $name } { $is-edited ->
        [true] would be
       *[false] is
    } above the median on none of { NUMBER($of) } main indicators
chart-profile-all =
    { $name } { $is-edited ->
        [true] would be
       *[false] is
    } above the median on all { NUMBER($of) } main indicators
chart-profile-some =
    { $name } { $is-edited ->
        [true] would be
       *[false] is
    } above the median on { NUMBER($above) } of { NUMBER($of) } main indicators
chart-profile-best = { $head }, furthest on { $best }
chart-profile-worst = { $head }, furthest below it on { $worst }
chart-profile-both = { $head }: furthest above on { $best }, furthest below on { $worst }
chart-under = under { $least }
chart-points-kept = The points of { $name } would not change
chart-gained =
    { $name } { $is-edited ->
        [true] would gain
       *[false] gains
    } { $points } { $points ->
        [one] point
       *[other] points
    }
chart-lost =
    { $name } { $is-edited ->
        [true] would lose
       *[false] loses
    } { $points } { $points ->
        [one] point
       *[other] points
    }
chart-owed-to-none = { $head }, not owed to any indicator
chart-all-gained = { $head }, all from { $step }
chart-all-lost = { $head }, all on { $step }
chart-most-gained = { $head }, chiefly from { $step }
chart-most-lost = { $head }, chiefly on { $step }
chart-gained-and-lost = { $head }: most gained from { $gained }, most lost on { $lost }
chart-no-change =
    { $is-edited ->
        [true] The scenario does not change the points of { $name }
       *[false] Nothing is supposed yet, so the points of { $name } are unchanged
    }
chart-full-marks =
    { $name } { $is-edited ->
        [true] would have
       *[false] has
    } full marks
chart-shortfall =
    { $name } { $is-edited ->
        [true] would be
       *[false] is
    } { $points } { $points ->
        [one] point
       *[other] points
    } short of full marks
chart-no-indicator = what belongs to no indicator

## Headings about ranks

chart-stays-at =
    { $name } { $is-edited ->
        [true] would stay
       *[false] stays
    } { $rank }
chart-only-own-rose =
    Only { $name } { $is-edited ->
        [true] would change
       *[false] changes
    } rank, from { $before } to { $after }
chart-only-own-fell =
    Only { $name } { $is-edited ->
        [true] would change
       *[false] changes
    } rank, from { $before } to { $after }
chart-nobody-moved =
    { $is-edited ->
        [true] No { $unit } would change rank; { $name } would stay { $rank }
       *[false] Nothing is supposed yet, so no rank changes; { $name } ranks { $rank }
    }
chart-others-rise =
    { NUMBER($count) } other { $count ->
        [one] { $unit }
       *[other] { $units }
    } would rise{ $is-one-place ->
        [true] { " " }1 place
       *[false] { "" }
    }
chart-others-fall =
    { NUMBER($count) } other { $count ->
        [one] { $unit }
       *[other] { $units }
    } would fall{ $is-one-place ->
        [true] { " " }1 place
       *[false] { "" }
    }
chart-others-move =
    { NUMBER($up) } other { $up ->
        [one] { $unit }
       *[other] { $units }
    } would rise{ $is-one-place ->
        [true] { " " }1 place
       *[false] { "" }
    } and { NUMBER($down) } would fall{ $is-one-place ->
        [true] { " " }1 place
       *[false] { "" }
    }
chart-others-furthest = { $moves }, most of all { $name } (from { $before } to { $after })
chart-history-none = No edition on file has a rank for { $name }
chart-without-scenario = Without the scenario, { $told }
chart-history-gaps =
    { $told }; { NUMBER($count) } { $count ->
        [one] edition has
       *[other] editions have
    } no rank on file
chart-history-one = { $name } ranked { $rank } in { $edition }
chart-history-only = { $name } has a rank on file for { $edition } only: { $rank }
chart-history-merged = { $name } ranked { $from } in { $start } and, after the mergers, { $to } in { $end }
chart-history-best-before = { $told }; its best before that was { $rank } in { $edition }
chart-history-same = { $name } ranked { $rank } in both { $start } and { $end }
chart-history-best-first = { $name } ranked best in { $start } ({ $from }) and { $to } in { $end }
chart-history-best-last = { $name } ranked { $from } in { $start } and { $to }, its best, in { $end }
chart-history-ends = { $name } ranked { $from } in { $start } and { $to } in { $end }
chart-history-best = { $told }; its best was { $rank } in { $edition }
chart-pillars-none = This edition has no pillar figures for { $name }
chart-pillars-alone = Only { $name } is ranked on the pillars
chart-pillars-one =
    { $name } { $is-edited ->
        [true] would rank
       *[false] ranks
    } { $rank } of { NUMBER($of) } on { $pillar }
chart-pillars-same =
    { $name } { $is-edited ->
        [true] would rank
       *[false] ranks
    } { $rank } of { NUMBER($of) } on all { NUMBER($count) } pillars
chart-pillars-highest =
    { $name } { $is-edited ->
        [true] would rank
       *[false] ranks
    } highest on { $pillar } ({ $rank } of { NUMBER($of) })
chart-pillars-lowest = { $told } and lowest on { $pillar } ({ $rank } of { NUMBER($of) })
chart-map-none = No figures are on file for the map
chart-map-only = Only { $name } has figures on file
chart-map-scores =
    { $high } { $is-edited ->
        [true] would have
       *[false] has
    } the highest score, { $low } the lowest
chart-map-ranks =
    { $high } { $is-edited ->
        [true] would rank
       *[false] ranks
    } first, { $low } last
chart-map-unmoved =
    { $is-edited ->
        [true] No { $unit } would change rank
       *[false] Nothing is supposed yet, so no rank changes
    }
chart-map-one-moved = 1 { $unit } would change rank
chart-map-moved = { NUMBER($count) } { $units } would change rank; { $high } would do best, { $low } worst
chart-band-one =
    { $name } { $is-edited ->
        [true] would rank
       *[false] ranks
    } { $rank }; at least 90% of the draws say { $low }
chart-band =
    { $name } { $is-edited ->
        [true] would rank
       *[false] ranks
    } { $rank }; at least 90% of the draws say { $low } to { $high }
chart-curve = This change alone could take { $name } from { $from } to { $to }; at present it is { $present }
chart-curve-flat = This change alone does not move { $name } from { $rank }

## The summary below a heading

chart-leads = { $name } leads with { $score }
chart-is-last = { $name } is last with { $score }
chart-ends = { $first } and { $last }
chart-median-is = the median is { $score }
chart-alone = There is no other { $unit } to compare with.
chart-all-equal = All { $units } have the same score, { $score }.
chart-between = Just above { $name } is { $above }, just below it { $below }.
chart-just-above = Just above { $name } is { $above }.
chart-just-below = Just below { $name } is { $below }.
chart-shift =
    { $name } from { $before } { $is-down ->
        [true] down
       *[false] up
    } to { $after }
chart-other-shifts =
    changes { NUMBER($count) } { $count ->
        [one] other indicator
       *[other] others
    }
chart-shifts = The scenario takes { $changes }.
chart-pillar-score = { $score } on { $pillar }
chart-pillar-scores =
    { $name } { $is-edited ->
        [true] still scores
       *[false] scores
    } { $scores }.
chart-rest = Of this, { $points } points belong to no indicator.
chart-estimated =
    { NUMBER($count) } { $count ->
        [one] value is an estimate
       *[other] values are estimates
    }, marked ≈.
chart-missing =
    { NUMBER($count) } { $count ->
        [one] value is
       *[other] values are
    } not on file.
chart-estimated-and-missing =
    { NUMBER($estimated) } { $estimated ->
        [one] value is an estimate
       *[other] values are estimates
    }, marked ≈; { NUMBER($missing) } { $missing ->
        [one] value is
       *[other] values are
    } not on file.
chart-share = { $name } is { $rank } in { $share } of the draws.
chart-share-and-likeliest = { $name } is { $rank } in { $share } of the draws; { $likeliest } is the most frequent ({ $most }).

## Legends

chart-before = Before the scenario
chart-others = The other { $units }
chart-median = Median
chart-best = Best
chart-gain = Points gained
chart-loss = Points lost
chart-other-units = Another number of { $units }, not comparable
chart-rose-less = Up by less
chart-kept = Rank kept
chart-fell-less = Down by less
chart-not-on-file = No figure on file
chart-band-mark = The ranks of at least 90% of the draws
chart-own-rank = The present rank
chart-overtakes = Another { $unit } is passed
chart-scores-class = { $low } to { $high }
chart-rank-class = Rank { $rank }
chart-ranks-class = Ranks { $from } to { $to }
chart-shares-under = Under { $to }% of the draws
chart-shares-class = { $from } to { $to }%
chart-rose-far = Up { NUMBER($count) } or more
chart-fell-far = Down { NUMBER($count) } or more

## Heads of columns

chart-column-step = Indicator
chart-column-pillar = Pillar
chart-column-edition = Edition
chart-column-rank-before = Baseline rank
chart-column-rank =
    { $is-edited ->
        [true] Rank in the scenario
       *[false] Rank
    }
chart-column-move = Change of rank
chart-column-score-before = Baseline score
chart-column-score =
    { $is-edited ->
        [true] Score in the scenario
       *[false] Score
    }
chart-column-change = Change
chart-column-points = Points gained or lost
chart-column-running = Running total
chart-column-units = { $Units }
chart-column-share = Share of draws at this rank
chart-column-band-low = Ranks from
chart-column-band-high = Ranks to
chart-column-value-from = From the value

## Steps of a breakdown

chart-step-before = Before
chart-step-full-marks = Full marks
chart-step-rest = Rounding, other
chart-step-after = After
chart-step-achieved = Achieved

## Names in the drawings

chart-hoang-sa = Hoang Sa (Paracel)
chart-truong-sa = Truong Sa (Spratly)
chart-axis-edition = Edition, its score
chart-label-loaded = { $label } (loaded)

## The figures as files: all units, and the scorecard that is open

files-lead = Download the figures (CSV):
files-results = all { $units }
files-scorecard = scorecard
files-comma = decimal comma
files-point = decimal point
results-rank-before =
    { $figures ->
        [published] Published rank
       *[own] Baseline rank
    }
results-score-before =
    { $figures ->
        [published] Published { $score-name }
       *[own] Baseline score
    }
results-code = { $Unit } code
results-given-rank = Published rank, by the file
results-given-score = Published score, by the file
results-origin = { $name }: origin
results-remark = Remark
results-indicator = Main indicator
results-id = Indicator id
results-points = Points
results-gap = Gap, points
results-present = Score before the what-if
results-rank-here = Rank on this indicator

## The map

map-shows = The map shows
map-change = Change of rank
