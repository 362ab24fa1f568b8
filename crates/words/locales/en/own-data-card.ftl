## The scorecard: around its lines

card-example = Example: a fictitious unit and fictitious figures.
card-rests-on-estimates =
    This result still rests on estimates: some components are not entered.
card-private = What you enter here stays on your device and never enters the address.
card-no-components =
    There is no component list for this framework. Enter points on the main indicators, or load the official
    list.
card-load-list = Load the official list
card-clear = Clear this scorecard
card-cleared = This detailed scorecard is cleared.
card-sums = Points of the main indicators
card-before =
    { $now } ({ $figures ->
        [published] published
       *[mixed] baseline
    } { $before })
card-pillar = { $score }, rank { $rank }
card-refused =
    Your what-ifs have no room beside what is entered, so this scorecard is computed without them. Reset (↺) that
    indicator in the scorecard above, or correct what is entered.
card-room = With what is entered, { $name } can only be { $low } to { $high }.
card-not-counted = These values cannot count yet:
card-drop-faulty = Remove these values

## What is shown

card-look = Show
card-view-all = Everything
card-view-most-missing = Most points missing
card-view-below-max = Not at the maximum
card-view-changed = Changed by a what-if
card-view-self-differs = Self-assessed other than the result
card-stage = Column to fill
card-missing = Without a value
card-rule = Scoring rule
card-any = All
card-any-stage = No filter
card-rule-kind =
    { $kind ->
        [yes_no] Yes or no
        [levels] A level
        [steps] Steps
        [ratio] Ratio
        [capped_ratio] Ratio up to a threshold
        [threshold_jump] Ratio, full from a threshold
        [banded_ratio] Ratio, nothing below a threshold
        [all_or_nothing] All or nothing
        [survey] Survey
        [relative] Against the best
        [count_capped] A count
        [count_share] Things done
        [per_period_sum] Sum over periods
        [parts] Parts
        [per_capita] Per head
       *[points] Points
    }
card-over-all = All indicators, most points missing first
card-nothing-here = There is none like that.
card-back = Back
card-next = Next

## Columns of the scorecard

stage-own = Self-assessed
stage-reviewed = First review
stage-explained = Explained
stage-verified = Verified
stage-result = Result
stage-what-if = What if
stage-in-points = { $column } (points)
card-table-number = Number
card-table-earned = Points earned
card-table-gap = Gap

## A line

card-counts = counts
card-estimated = estimated
card-unscored = not scored
card-sum = sum of its criteria
card-criteria =
    { $count ->
        [one] 1 criterion
       *[other] { $count } criteria
    }
card-places =
    { $places ->
        [one] +1 place
       *[other] +{ $places } places
    }
card-more-points =
    { $points ->
        [one] +1 point
       *[other] +{ $points } points
    }
card-earned =
    = { $points ->
        [one] 1 point
       *[other] { $points } points
    }
card-points-of =
    { $points } / { $most ->
        [one] 1 point
       *[other] { $most } points
    }
card-gap = { $points } to go
card-none-entered = no component entered yet
card-at-max-of-entered =
    { $reached } of { $entered } components entered at the maximum, { $open } to enter
card-at-max = { $reached } of { $all } components at the maximum

## Entering a value

card-yes = Yes
card-no = No
card-none-met = none met
card-choose = Choose…
card-level = level { $number }
card-choice =
    { $name }: { $points ->
        [one] 1 point
       *[other] { $points } points
    }
card-period = period { $number }
card-best = Best value (your assumption)
card-best-why =
    This rule compares with the best unit, whose value is not { $figures ->
        [own] on file
       *[published] published
    }.
card-reading-share =
    { $share } of { $most ->
        [one] 1 point
       *[other] { $most } points
    } = { $points }
card-reading-ratio =
    { $share } → { $points } / { $most ->
        [one] 1 point
       *[other] { $most } points
    }
card-reading =
    = { $points } / { $most ->
        [one] 1 point
       *[other] { $most } points
    }

## What to do next

card-worth = What to do next
card-worth-why =
    Each row tries that component alone; all else and all other units stay as they are.
card-worth-outdated = The figures changed since this was computed.
card-worth-none = Every component is at its maximum.
card-worth-all = Show all ({ NUMBER($count) })
card-worth-component = Component
card-worth-missing = Points missing
card-worth-full = If full
card-worth-step = Next step
card-suppose = Suppose
card-suppose-full = Full
card-suppose-step = Next step
card-step-to = up to { $to }
card-step-more = more: { $more }
card-step-level = one level more

## Wrong entries in the scorecard

card-or = { $one } or { $other }
card-yes-or-no = yes or no
card-unreadable = This cannot be read. Enter it like this: { $example }.
card-two-readings =
    “{ $given }” may be { $one } or { $other }. Write it without a thousands mark, for example { $one }.
card-percent-or-ratio =
    Is “{ $given }” a percentage or a ratio? Write { $given }% or both figures, for example { $example }.
card-only-points =
    Points do not tell what was counted here. Enter the figure, for example { $example }.
card-for-example = { $fault } For example: { $example }.
card-enter-too = Enter these too: { $names }.
card-unknown-indicator =
    The framework in use has no such indicator. Load the list that has it, or remove the value.
card-two-rows = This indicator has two rows. Keep one.
card-other-rule = This value was entered under another rule. Enter it again.
card-too-many-points =
    { $given ->
        [one] 1 point is
       *[other] { $given } points are
    } out of range. Use 0 to { $most }.
card-too-many-decimals = { $given } has too many digits. Points have 2 decimals at most.
card-negative = { $given } is below 0. Use 0 or more.
card-too-much = { $given } is too much. Use 0 to { $most }.
card-best-zero = The best value is { $given }. Use a number above 0.
card-best-missing =
    There is no best value to compare with. Open the details and enter your assumption.
card-part-missing = { $id } is missing. Enter it too.
card-no-such-choice = There is no “{ $given }” here. Choose: { $allowed }.
card-twice = “{ $given }” stands there twice. Keep one.
card-other-periods =
    { $given ->
        [one] There is 1 period
       *[other] There are { $given } periods
    }. Choose for each of { NUMBER($periods) }.

## Scoring rules

rule-points = points are entered
rule-yes-no = yes: all points; no: 0
rule-ratio = { $ratio } × max points
rule-survey = satisfied { $ratio } × max points
rule-capped-ratio = { $ratio }, { $full } gives all points
rule-threshold-jump =
    { $ratio } of { $full } gives all points; below { $full }: { $ratio } × max points
rule-banded-ratio = { $ratio } from { $from }: { $ratio } × max points; below { $from }: 0
rule-all-or-nothing = { $ratio } of 100%: all points; else 0
rule-relative = { $own } in proportion to the best × max points
rule-own-value = value
rule-levels = a level: { $choices } points
rule-parts = parts that are met: { $choices } points
rule-count-share = how many are done / { NUMBER($all) } × max points
rule-steps = { $by }, { $steps } points
rule-step = from { $from }: { $points }
rule-by-count = by count
rule-by-ratio = by { $ratio }
rule-count-capped =
    { $each ->
        [one] 1 point
       *[other] { $each } points
    } each, at most { $most }
rule-per-period =
    the sum of { $periods ->
        [one] 1 period
       *[other] { $periods } periods
    }, each { $choices } points
rule-per-capita = count per { NUMBER($people) } people, { $threshold } gives all points
rule-no-cases = { $rule }; no cases: all points
