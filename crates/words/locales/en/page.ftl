### Every sentence of the page in English. Arguments and names as in vi/.

## The frame of the page

title = DTI what-if
document-title = Digital transformation (DTI) what-if for Viet Nam's { $units }
lead =
    { $figures ->
        [own] Change one indicator and see at once how the ranking moves.
       *[published] Change one indicator and see at once where the { $unit } would rank.
    }
skip-to-content = Skip to the main content
theme-choice = Theme
theme-auto = As on this device
theme-light = Light
theme-dark = Dark
unofficial =
    An independent tool, not a government site. Simulated results do not replace official figures.
private = Everything is computed on your device; nothing is sent anywhere.
nav-label = Parts of the page
nav-scorecard = Scorecard
nav-ladder = Ranking
nav-analyses = Analyses
nav-charts = Charts
nav-own-data = Your data
details = Details
close = Close
notices = Notices
dismiss = Dismiss
newer-page = There is a newer version of this page. Your scenario is in the link and will stay.
newer-figures = There is a newer version with newer figures. Your scenario is in the link and will stay.
reload = Reload the page

## What is the DTI?

what-is-dti-heading = What is the DTI?
what-is-dti =
    The DTI rates the digital transformation of Viet Nam's provinces and cities under Decision
    { $decision }. Each province is given points for { $count ->
        [one] one main indicator
       *[other] { $count } main indicators
    }; its points divided by the max points are the DTI score, from 0 to 1, by which the provinces are
    ranked.

## What is looked at

province = { $Unit }
province-hint = Type a name, with or without diacritics
no-province = No { $unit } matches.
edition-choice = Edition
now-part-of = { $former }, now part of { $now }
look-at-former = Look at { $name } in { $edition }

## Coming back

resume =
    Continue: { $title }, { $count ->
        [one] 1 assumption
       *[other] { $count } assumptions
    }
resume-dismiss = No, thanks

## The verdict

rank = Rank
dti-score = { $Score-name }
to = to
copy-sentence = Copy sentence
neighbours-heading = Distance to the ranks above and below
next-above = To move up
next-below = To stay ahead
gap-above =
    { $points ->
        [one] { $points } point
       *[other] { $points } points
    } short of { $name } (rank { $rank })
gap-below =
    { $points ->
        [one] { $points } point
       *[other] { $points } points
    } ahead of { $name } (rank { $rank })
top-of-table = First in the table.
end-of-table = Last in the table.

## The scorecard

scorecard-heading = Scorecard
other-province = You are editing another { $unit }.
back-to-own = Back to
mark-present = present
mark-median = median
mark-best = best
supposed-mark = supposed
in-points = points
in-rank = rank
score-field = Score, from 0 to 1
less = Less by 0.01
more = More by 0.01
reset-one = Reset
value = Score
at-maximum = At maximum
slider-told =
    { $points }/{ $max } points, score { $score }, rank { $rank }/{ $units-ranked }{ $is-estimated ->
        [true] , estimated
       *[false] { "" }
    }
origin = Origin
source = Source
origin-published = Published
origin-derived = Derived
origin-estimated = Estimated
origin-imputed = Imputed
origin-treated = Outliers treated
origin-missing = Missing
origin-entered = Supposed
origin-fictitious = Fictitious
origin-loaded = Loaded by you
origin-known = Known to you
i-know = I know this figure
known-hint =
    Enter the true figure that you have. The { $figures ->
        [published] published total
       *[mixed] baseline total
    } stays and the other estimates are refilled. It stays on your device and does not enter the link.
known-field = True score
known-forget = Remove it
components = Components
explain-total = How is this score computed?
explain-rank = Why this rank?
explain-one = How it is computed
panel-heading = Explanation

## The scenario

edits-heading = Your scenario
no-edits = Nothing supposed yet. Move a slider to begin.
undo = Undo
redo = Redo
reset-all = Reset all
clear-scenario = Clear assumptions

## Sharing

share-heading = Share
copy-link = Copy link
share-known = Share with my figures
share-known-heading = Share with your figures
share-known-hint = This link will carry the following figures; whoever has the link can read them:
share-preview = The preview will show: { $sentence }
share-preview-unit =
    The preview will show: { $name } as published. The scenario is in the link and appears when it is
    opened.
share-preview-site =
    The preview will only show the name of this site. The scenario is in the link and appears when it is
    opened.
link-copied = Link copied.
sentence-copied = Sentence copied.
copy-denied = The browser does not allow copying. Select and copy the line below.
link-too-long = This scenario is too large for a link. Remove some values and try again.
paper-link = Open this scenario again:
embed = Embed
embed-sliders = Try other scores
embed-around = Around this rank
full-page = Open the full page with this scenario
full-address = Address of the full page

## Rivals and max points

rivals-heading = The other { $units }
rivals-frozen = Stay as they are
rivals-trend = Repeat last year's change
rivals-gain = All gain points
rivals-gain-field = Points that each gains
weights-heading = Weights
weights-hint =
    An indicator's weight is its part of all max points. Drag to see how other weights would rank the
    { $units }.
change-weight = Change the max points of { $name }
max-points-total = Total:
max-points-reset =
    { $figures ->
        [own] Back to the framework's
       *[published] Back to the decision's
    }

## The ladder

ladder-caption = Ranking of the { $units }, { $edition }
ladder-search = Find in the table
row-help =
    Up and down arrows move between the rows, Home and End to the ends of the table; Enter looks at the
    { $unit } of the row.
region = Region
all-regions = All regions
column = Compare by
contributions = Score make-up
column-rank = Rank
column-places = Change
column-name = { $Unit }
column-score = Score
column-edit = Edit
nothing-in-table = No { $unit } matches the filter.
total = Total

## Sources and how it is computed

sources = Sources
about-data = About this edition's data
how-heading = How it is computed
how-total =
    The points of a { $unit } are the sum over the main indicators; the { $score-name } is points divided
    by max points, rounded to four decimals. The rank is 1 plus the number of { $units } with a higher
    score; equal scores share a rank.
how-what-if =
    { $figures ->
        [published]
            When you change an indicator, exactly the difference that it makes is added to the published
            score. Change nothing and you see the published result.
       *[mixed]
            When you change an indicator, exactly the difference that it makes is added to the baseline
            score. Change nothing and you see the baseline result.
    }
how-estimate =
    { $figures ->
        [published]
            For many { $units } only some indicators are published. The rest is estimated so that the
            published total still holds, and is always marked “Estimated”.
       *[mixed]
            For many { $units } only some indicators are on file. The rest is estimated so that the
            baseline total still holds, and is always marked “Estimated”.
    }

## Parts that are loaded later

analyses = Analyses
pictures = Charts
part-loading = Loading…
part-failed = This part could not be loaded. The table and the calculator above still work.
part-retry = Try again
own-data-heading = Your scorecard and data
own-data-hint =
    Assess each component, bring your own tables, save your work, or rank with an index of your own. Your
    data stays on this device.
own-data-card = Detailed scorecard
own-data-import = Import data
own-data-export = Export and save
own-data-index = Own index
own-data-failed = This part could not be loaded; everything else on the page works.
own-data-assessed = figures from the detailed scorecard

## Whose figures

tag =
    { $is-edited ->
        [true]
            { $provenance ->
                [published] Simulation, not official
                [fictitious] Simulation on a fictitious example, not on published figures
               *[loaded] Simulation on figures that you loaded, not on published ones
            }
       *[false]
            { $provenance ->
                [published] As published
                [partly-loaded] With figures that you loaded, not as published
                [fictitious] A fictitious example, not published figures
               *[loaded] Figures that you loaded, not published ones
            }
    }
simulation-warning = Simulation, not official figures.
differs-from-file = Results that the file gives do not come out: { $found }.
differs-more = and { NUMBER($count) } more
given-score = score { $given } (computed { $computed })
given-rank = rank { $given } (computed { $computed })

## Short sentences with numbers

status = { $name }: rank { $ranks }, score { $score }
points-of-max = { $points }/{ $max } points
rank-told = rank { $rank }
move-none = no change
move-up = up { NUMBER($places) }
move-down = down { NUMBER($places) }
marks-told = Present { $present }, median { $median }, best { $best }.
rivals-repeat = The others repeat last year's change
rivals-gained =
    The others: { $points ->
        [one] { $points } point
       *[other] { $points } points
    }
trend-reason =
    { $figures ->
        [own] not available: there is no edition before
       *[published] not available here: some scores of the year before are not on file
    }
note-rivals-move-totals-only =
    The others move in their totals only; their indicators stay as { $figures ->
        [published] published
       *[mixed] they are
    }.
note-trend-across-frameworks =
    The two years use different frameworks, so take the trend with care.
note-depends-on-estimates = This result rests on an estimated indicator.
note-maxima-derived = The max points of this edition were derived from published figures.
note-rules-of-another-year =
    Components are scored by the sheet of 2022; the rules applied in this edition were not seen.
note-unofficial-weights = Weighting by population is not the official rule.
source-ministry = the ministry
source-copy = copy of the ministry's table
source-example = a fictitious example
source-local = local authority or press

## The sentence to quote

and = and
tied-with = tied with { $who }
other-units = { NUMBER($count) } other { $units }
quote-present = { $name } ranks { $place } in { $edition } with a score of { $score }.
quote-scenario = In this scenario,
quote-if = If { $premise },
quote-supposed = { $name } were { $now } (now { $before })
quote-more =
    { $count ->
        [one] 1 more indicator were as supposed
       *[other] { $count } more indicators were as supposed
    }
quote-assessed =
    { $count ->
        [one] 1 figure of the detailed scorecard held
       *[other] { $count } figures of the detailed scorecard held
    }
quote-others = { $who } changed as supposed
quote-rivals-trend = the other { $units } repeated last year's change
quote-rivals-gained =
    every other { $unit } gained { $points ->
        [one] { $points } point
       *[other] { $points } points
    }
quote-rivals-lost =
    every other { $unit } lost { $points ->
        [one] { $points } point
       *[other] { $points } points
    }
quote-maximum = the max points of { $name } were { $now } instead of { $before }
quote-more-maxima = the max points of { NUMBER($count) } more changed
quote-rose =
    { $name } would rise { $places ->
        [one] { $places } place
       *[other] { $places } places
    }, from rank { $from } to { $place }; { $score }.
quote-fell =
    { $name } would fall { $places ->
        [one] { $places } place
       *[other] { $places } places
    }, from rank { $from } to { $place }; { $score }.
quote-stayed = { $name } would stay at rank { $place }; { $score }.
quote-score-kept = its score would remain { $now }
quote-score-moved = its score would go from { $before } to { $now }
quote-known-more = { NUMBER($count) } more
quote-known = It uses figures known to whoever computed it: { $names }.
quote-estimated = The result rests on estimated indicators.

## Wrong entries

entry-not-a-number = Enter a number, for example 0.45.
entry-whole = Enter a whole number.
entry-decimals =
    { $allowed ->
        [one] Use 1 decimal at most.
       *[other] Use { $allowed } decimals at most.
    }
entry-range = Use a number from 0 to { $high }.

## What cannot be computed

unknown-edition = There is no edition “{ $given }”.
unknown-unit = This edition has no { $unit } “{ $given }”.
unknown-indicator = This edition has no indicator “{ $given }”.
points-above-max =
    { $name } cannot have { $given ->
        [one] { $given } point
       *[other] { $given } points
    }; the most is { $max }.
unreachable = { $name }: { $given } does not fit the other figures. Possible: { $low } to { $high }.
all-parts-entered = { $name }: every part of it is entered, so change those parts.
known-sum-missed =
    Your figures for { $name } are { $points ->
        [one] { $points } point
       *[other] { $points } points
    } too { $is-too-high ->
        [true] high
       *[false] low
    } for its { $figures ->
        [published] published
       *[mixed] baseline
    } score. Correct one of them.
nothing-counts = At least one indicator needs max points above 0.
gain-out-of-range = Use −{ $total } to { $total } points.
target-out-of-range = The target rank can be 1 to { NUMBER($last) }.
cost-out-of-range = The cost factor of { $name } can be 0.000001 to 1,000,000.
draws-out-of-range = The number of draws can be { $low } to { $high }.
seed-out-of-range = The seed of the draws can be { $low } to { $high }.
spread-out-of-range = The spread of max points can be { $low } to { $high }.
not-simulatable = Edition { $edition } has too few figures to simulate.
on-file =
    { $name } is { $figures ->
        [published] published
       *[mixed] on file
    } already. Move its slider to suppose another value.
own-figures =
    Your own index has its figures as loaded. Suppose a value, or load the file again.
id-in-use = The id “{ $id }” is in use. Give your index another one.
not-loaded = Edition { $edition } is an official one and stays.
not-scored = { $name } is not scored.
no-trend = Some scores of the year before are not on file, so there is no trend here.
no-merger = This edition cannot be merged.
not-comparable =
    Editions { $from } and { $to } do not have the same { $units } and indicators, so they cannot be
    compared.
no-crosswalk =
    Results of components are not published for { $from } and { $to }; they compare by main indicator
    only.
no-unit = Choose a { $unit }.
missing-figures = { $name } has figures missing.
against-rule = The rule of { $name } does not take this value.
two-values = { $indicator } of { $name } has two values; only one is kept.

## What is not kept on the device

unkept-denied =
    This browser does not let the page keep anything: what you enter and save here is lost when the page
    closes. Save a project file (“Export and save”).
unkept-full =
    The room that this browser gives the page is full: the latest change is not kept and is lost when the
    page closes. Save a project file (“Export and save”), then delete some.
unkept-newer =
    The data kept on this device were written by a newer version of the page. They are left as they are;
    what you enter and save here is lost when the page closes. Reload to get the newer version, or save a
    project file (“Export and save”).
unkept-unreadable =
    The data kept on this device cannot be read. They are left as they are; what you enter here is lost
    when the page closes. Save a project file (“Export and save”); “Delete everything” there deletes the
    unreadable data too.
unkept-elsewhere =
    Another open page changed the same data of yours on this device, so the change here is not kept yet.
    Take that page's version, or keep this one? “Undo” brings the other back; to keep both, save a project
    file first.

## Links

last-max-points =
    The link gives { $name } 0 max points, which cannot apply: at least one indicator needs more than 0.
link-other-version =
    The link is of version “{ $given }”, which this page cannot read. You see the { $figures ->
        [published] published
       *[mixed] baseline
    } figures.
link-too-long-to-read =
    The link is too long to be read. You see the { $figures ->
        [published] published
       *[mixed] baseline
    } figures.
link-bad-value = A part of the link could not be read: { $key }=“{ $given }”. The rest applies.
link-bad-max-points =
    The link gives { $name } “{ $given }” max points, which it cannot have, so they stay as they were; use
    a whole number from 0 to { $largest }. The rest applies.
link-cut =
    The link ends with “{ $end }” and seems to be cut, so a { $unit } or assumptions behind it may be
    missing. Ask for the whole link.
data-corrected =
    The figures were corrected after this link was written (version { $then } became { $now }), so it may
    show other results than it did.
data-ahead =
    This link was written with data version { $then }, but the page that is open has version { $now }.
    Reload it for the newer figures.
data-elsewhere =
    This link was written with data of somebody's own (code { $code }), not with those that are open. Open
    the project file that holds them, then the link again.
slots-named =
    This link was made when numbered slots with even shares stood for the components. They have the names,
    max points and rules of the scoring sheet of 2022 now, so what it supposes applies to: { $names }. Check
    that it is what was meant.
data-dated = Data version { $version } of { $day }.
data-correction = Version { $version }, { $day }: { $what }

## What stands still: the first HTML, the units' own pages, pictures for sharing

short-title = DTI what-if
calculator-loading = Loading the calculator… The ranking can be read already.
compared-with = Against { $year }
compared-with-last-year = Against last year
read-from = Figures of { $year }, read from:
year-as-published = { $year }: as published.
year-of-merger =
    { $year } of a merged { $unit } is derived: the mean of its former { $units }, which is the rule of
    this edition.
published-and-mean = { $published }; { $year }: mean of the former { $units }
place-title = { $name }: rank { $place } in digital transformation (DTI) { $year }
place-description =
    { $sentence } Digital transformation (DTI) of { $name } by indicator, with sources; try a scenario and
    see how the rank moves.
supposed-title = { $name } if { $indicator } were at { $landmark }: rank { $place } (simulated)
supposed-premise = If { $indicator } were at { $landmark }: { $now } (now { $before })
landmark-full = the maximum
landmark-best = the national best
landmark-median = the national median
compared-with-published = Against published
since-year = Against { $year }: { $what }.
open-calculator = Try a scenario for { $name }
whole-ranking = The whole ranking, { $edition }
its-figures = { $name }, indicator by indicator
about-estimates = “Estimated”: not published separately, filled so that the published total holds.
indicator = Indicator
points = Points
total-score = { $Score-name } (total)
see-also = See also
just-above = Just above
just-below = Just below
lowest = Lowest
highest = Highest
country = Viet Nam
dataset-name = Digital Transformation Index (DTI) of Viet Nam's { $units }
dataset-description =
    The rank, the { $score-name } and the scores on the main indicators of Viet Nam's { $units }, edition by
    edition, each figure with its source.
no-such-page = There is no such page
no-such-page-hint =
    There is no page at this address. Check it, or shorten it from its end to reach the home page.
open-meant = Open the calculator with the scenario of this link.
