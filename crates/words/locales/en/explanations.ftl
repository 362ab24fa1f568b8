## Explanations: how a number is computed

explained-title = How it is computed: { $about }, { $name }
explained-caption = Points of the main indicators, { $name }, { $edition }
explained-points = { $points } points
explained-before = (before: { $value })
explained-rounded = Numbers after ≈ are rounded.
explained-written-sum = The rounded points add up to { $added }, { $off } off the sum of { $sum }.
main-indicator = Main indicator
max-points = Max points
sum = Sum
origin-moved = Moved with its group

## An indicator, a group

points-rule = Points = score × max points.
share-rule = Contribution to the { $score-name } = points / max points of the whole.
share-told = That is about { $percent } of the { $unit }'s points.
max-points-told = The max points of this indicator are { $own }; the scenario makes them { $now }.
group-rule = Score of the group = points of its main indicators / max points of the group.
never-scored = This indicator is not scored and does not count towards the { $score-name }.
figure-published = The score of { $value } is published (source: { $kind }).
figure-published-alike =
    The score of { $value } is published (source: { $kind }; { $copies } sources agree).
figure-derived = The score of { $value } follows exactly from published figures (source: { $kind }).
figure-not-merged =
    The { $unit } was not merged, so this is its { $figures ->
        [published] published score
       *[mixed] baseline score
    } in { $edition }.
figure-loaded = The score of { $value } is from figures that you loaded, not published ones.
figure-fictitious = The score of { $value } is fictitious, for an example.
figure-supposed =
    The score of { $value } is your assumption; before, it was { $present } ({ $origin }).
figure-moved =
    The scenario sets the whole group; this indicator moves with it, from { $present } ({ $origin }) to
    { $value }.
figure-known =
    The score of { $value } is known to you; without it the estimate would be { $estimate }. The { $figures ->
        [published] published total
       *[mixed] baseline total
    } stays and the other unknown indicators are estimated again.

## The total

total-rule = { $Score-name } = points of all main indicators / max points of the whole.
total-before = Before the change, recomputed from the indicators:
total-same =
    The { $figures ->
        [published] published score
       *[mixed] baseline score
    } is { $score } as well: there is no residual.
total-fits =
    The estimates are chosen so that the sum meets the { $figures ->
        [published] published score
       *[mixed] baseline score
    } exactly.
total-residual =
    { $figures ->
        [published]
            The published score is { $score }. All published scores are rounded, so a small residual remains
            (published less recomputed);
       *[mixed]
            The baseline score is { $score }. All baseline scores are rounded, so a small residual remains
            (baseline less recomputed);
    } every scenario carries it along:
total-unchanged =
    No indicator of the { $unit } is changed, so { $figures ->
        [published] the { $score-name } is as published
       *[mixed] the score is the baseline score
    }: { $score }.
total-points-change = The what-if changes the sum of points by:
total-score-change = Divided by the max points of the whole:
total-other-maxima =
    The max points have changed, so the recomputed score under the new ones less the one before counts:
moved-as-rival = This { $unit } moves with the others, as the scenario says.
total-sum =
    The change is added to the { $figures ->
        [published] published score
       *[mixed] baseline score
    }, which is then rounded to four decimals (halves upwards):
total-rounded = { $equation }, rounded to { $score }
total-in-range = A { $score-name } is between 0 and 1, so it stops at { $score }.
total-all-full = All indicators are at 1, so the { $score-name } is exactly 1.
total-all-empty = All indicators are at 0, so the { $score-name } is exactly 0.

## The rank

rank-rule =
    Rank = 1 + number of { $units } with a higher { $score-name }. Scores are rounded to four decimals before
    they are compared.
rank-rule-own = Rank = 1 + number of { $units } with a higher score.
rank-rule-dense =
    Rank = 1 + number of different scores that are higher. Equal scores share a rank and the next rank
    follows: 1, 2, 2, 3.
rank-ties = Equal scores share a rank and the next rank is skipped: 1, 2, 2, 4.
rank-higher =
    { $higher ->
        [0] No { $unit } has a higher score
        [one] 1 { $unit } has a higher score
       *[other] { $higher } { $units } have a higher score
    } than { $score }, so { $name } ranks { $rank } of { $units-ranked }:
rank-higher-scores =
    { $higher ->
        [one] 1 score is
       *[other] { NUMBER($higher) } different scores are
    } higher than { $score }, so { $name } ranks { $rank } among { $units-ranked } { $units }:
rank-here =
    { $higher ->
        [0] No { $unit } has a higher score
        [one] 1 { $unit } has a higher score
       *[other] { $higher } { $units } have a higher score
    } on this indicator: rank { $rank } of { $units-ranked }.
rank-here-before = Before the change: rank { $rank }.
rank-is-estimated = Some of the scores compared are estimates, so this rank is approximate.
rank-alone = No other { $unit } has this score.
rank-shared = The score of { $score } is shared with { $names }: { $count } { $units } at rank { $rank }.
rank-shared-next =
    The score of { $score } is shared with { $names }: { $count } { $units } at rank { $rank }, the next rank
    is { $next }.
rank-before =
    By the { $figures ->
        [published] published score
       *[mixed] baseline score
    } of { $score }: { $higher } higher, rank { $rank }.
rank-published = Published rank: { $rank }.
rank-loaded = Rank in the table that you loaded: { $rank }.
rank-of-loaded = The rank follows from the scores, some of them loaded by you.
rank-not-on-file =
    The published rank of this { $unit } is not on file; it follows from the published scores.

## Estimates

estimates = Estimates
estimate-known-sum =
    The points of the unpublished indicators together are known: { $score-name } × max points − known points.
estimate-shared-out =
    They are shared out along the mean of the { $complete } { $units } with all indicators in { $edition }: all
    unknown indicators are shifted alike, up or down, and stay between 0 and 1.
estimate-of-one =
    This score is not published separately. It is an estimate: the mean of the { $complete } { $units } with
    all indicators in { $edition }, plus one shift, the same for all unknown indicators of the { $unit }, so
    that its points meet the { $figures ->
        [published] published { $score-name }
       *[mixed] baseline score
    }.
estimate-stopped =
    The mean is { $mean }; with the shift it would leave its range, so it stops at { $end }.
estimate-error =
    Estimating each complete { $unit } again as if it were unknown misses by about { $error } (root mean
    square, rounded). { $is-partial ->
        [true]
            Those { $units } are the top and the bottom of the table only, so this is no confidence interval.
       *[false] This is no confidence interval.
    }
estimate-left = For { $name }, what is left for { $names } (at most { $max }) is:
estimate-none = { $name } has no indicator that must be estimated.
estimate-none-at-all =
    Every main indicator of every { $unit } is on file in this edition, so nothing is estimated.
estimate-known-counts = The figures known to you count as known points.

## Indices of one's own: means, scales

mean-caption = The scores that are averaged
mean-weight = Weight
mean-none = none
mean-weight-times-score = Weight × score
mean-weight-times-logarithm = Weight × ln of score
mean-weight-over-score = Weight / score
mean-arithmetic = Arithmetic mean: sum of (weight × score) / sum of weights.
mean-geometric =
    Geometric mean: the product of the scores, each to the power of (weight / sum of weights), which is exp
    of the sum of (weight × ln of score) / sum of weights.
mean-harmonic = Harmonic mean: sum of weights / sum of (weight / score).
mean-zero = One score is 0, so this mean is 0.
mean-left-out = What has no figure is left out; the indicators beside it take over its weight.
mean-counts-as-zero = There is no figure, so it counts as 0.
mean-before = Before the change: { $value }.
mean-rounded = Rounded before it is ranked: { $value }.
mean-not-rounded = This index ranks by scores that are not rounded.
mean-share = Its weight in the total: { $weight } of { $all }, { $share }.
scale-raw = The raw value in your file: { $value }.
scale-imputed =
    Your file has no value here. It is imputed as { $rule ->
        [median] the median of all { $units } that have one
        [region_mean] the mean of the { $units } of the same region or group
        [region_median] the median of the { $units } of the same region or group
       *[mean] the mean of all { $units } that have one
    }: { $value }.
scale-winsorised =
    The indicator has outliers (skewness and kurtosis are both too large), so the furthest values are drawn in to the
    next ones (winsorised). Here { $value } counts.
scale-logarithms =
    The indicator has outliers for which winsorising is not enough, so every value becomes ln(value − least + 1% of
    the range), counted from 0 at the least to 1 at the most. Here that is { $value }.
scale-frozen =
    Imputation and the treatment of outliers are worked out once, from the loaded data; what you suppose changes the
    score behind them.
scale-none = The raw value is a score from 0 to 1 already.
scale-goalposts = Score = (raw value − low goalpost) / (high − low goalpost), kept between 0 and 1.
scale-min-max = Score = (raw value − least) / (most − least) over all { $units }.
scale-rank = Score = the share of the other { $units } whose raw value is not better.
scale-z-score =
    Score = (z + 3) / 6, kept between 0 and 1; z is the distance from the mean of all { $units } in standard
    deviations.
scale-turned = Lower is better, so it is taken from 1.

## About the data

data-title = About the data: { $edition }
data-published = What is published
data-estimated = What is estimated
data-missing = What is missing
data-differences = Known differences
data-figure = Figure
data-caption = { $Units } by the origin of their figures, { $edition }
data-none = Not on file
data-pillar-score = { $name }, score
data-pillar-rank = { $name }, rank
data-derived-means =
    “Derived” follows exactly from published figures. What no source gives stays empty and is not guessed.
data-not-merged =
    { $count ->
        [one] 1 { $unit } was
       *[other] { $count } { $units } were
    } not merged: what the table of the 63 lacks is taken from { $edition }.
data-of-kind =
    { $kind } ({ $count ->
        [one] 1 figure
       *[other] { NUMBER($count) } figures
    })
data-read-from = The figures of this edition were read from: { $kinds }.
data-originals =
    The originals are the ministry's pages of results by year; most figures here were read from public copies
    of them. Two independent copies agree on all { $score-name }s of 2022 to 2024.
data-complete =
    { $complete } of { $all } { $units } have every main indicator on file. For the others what is missing is
    estimated and always marked as such; the { $figures ->
        [published] published score and rank
       *[mixed] baseline score and rank
    } do not depend on it.
data-nothing-missing = The { $score-name } and the rank of every { $unit } are on file in this edition.
data-missing-of = { $what }: not on file for { $names }.
data-ranks-follow =
    Missing ranks follow from the { $figures ->
        [published] published { $score-name }s
       *[mixed] baseline scores
    }.
data-no-pillars = No pillar figures of this edition are on file.
data-no-components = There are no figures below the main indicators.
data-incomplete =
    { $edition }: only ranks of { $ranks } of { $all } { $units }, { $score-name }s of { $scores } and pillar
    figures of { $pillars } are on file, and no main indicators; it cannot be simulated.
data-swapped-in-2021 =
    Quang Ninh 2021: the scores of the economy and society pillars look exchanged in the source; they are kept
    as they are.
data-day =
    { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
        [12] December
       *[other] { $month }
    } { $year }
data-decision = The framework is Decision { $number } of { $date }; its max points add up to { $total }.
data-not-scored = Not scored: { $names }.
data-sums-differ =
    For the { $count } { $units } with all indicators, the sum of the indicators differs from the { $figures ->
        [published] published { $score-name }
       *[mixed] baseline score
    } by about { $worst } at most (rounded); every scenario carries this residual along.
data-merger-mean =
    By the ministry's rule every value of a new { $unit } is the plain mean of the former ones, not weighted by
    population. Recomputed in this way from the 63, the { $score-name }s differ from the published ones by
    0.00007 at most.
data-pillar-scores =
    The { NUMBER($count) } pillar scores on file differ from the formula by { $worst } at most.
data-pillar-ranks = All { NUMBER($count) } pillar ranks on file follow from the formula.
data-pillar-ranks-but =
    { $same } of { $count } pillar ranks on file follow from the formula; these do not:
data-pillar-rank-but = { $name }, pillar { $pillar }: { $on-file } on file, { $computed } by the formula.
data-own-counts = Units: { NUMBER($all) }. Indicators with figures: { NUMBER($indicators) }.
data-own-gaps =
    { $gaps ->
        [0] No figure is missing, so nothing is estimated.
       *[other] Figures that are missing: { $gaps }.
    }
data-own-imputed = Of these imputed: { $imputed }.
data-own-treated = Indicators whose outliers are treated before they are scored: { $treated }.
data-own-results = Results in the file
data-own-compared =
    The file gives results of { $count }; { $differing ->
        [0] all of them come out.
       *[other] { $differing } do not come out:
    }

## Version of the data, copy on the device

data-version = Data version
data-never-corrected = Nothing in this edition has been corrected so far.
copy-here = The copy on your device
copy-here-means =
    Opened in a window of its own, this page keeps a copy of itself, so that it opens without a network next
    time. Nothing that you enter is in it.
copy-here-off = Remove the copy and keep none
copy-here-on = Keep one again

## Sources of the open scorecard

sources-of = Sources: { $name }
sources-hint =
    Every figure of the { $unit } in this edition, where it was read and how many sources agree.
sources-value = Value
sources-copies = Copies
sources-not-separate = Not published separately
sources-framework = About the max points:
