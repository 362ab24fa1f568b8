## Plan to a rank

plan-aim-rank = reach rank { $rank }
plan-aim-score = reach score { $score }
plan-target-rank = rank { $rank }
plan-target-score = score { $score }
plan-impossible =
    Under these conditions { $name } (rank { $rank }) cannot { $aim }; with everything raised as far as
    allowed it is at rank { $best }.
plan-met = { $name } is at rank { $rank }: the target, { $target }, is met and takes no more points.
plan-found = { $name } (rank { $rank }) needs { $needed } more to { $aim }; the least effort is to raise { $steps }.
plan-step-told = { $name } from { $from } to { $to }
plan-more-steps = and { NUMBER($count) } more
plan-threshold = The threshold is a score of { $score }
plan-threshold-of = The threshold is the score of { $rival }, { $score }
plan-away = { $points } away
plan-enough = the steps below are enough for it without leaning on rounding
plan-rounded = the steps below are only enough because scores are rounded
plan-scored-again = Scoring the whole table again with this plan gives rank { $rank }.
plan-binding = At their highest: { $names }.
plan-locked = Kept as they are by the conditions: { $names }.
plan-proof = No other way takes less effort, since its effort equals the lower bound.
plan-target = Target
plan-goal = or a score
plan-by-score = By the score entered
plan-effort = How effort grows
plan-diminishing = The higher the harder
plan-flat = Every point alike
plan-rank = Rank { $rank }
plan-rank-first = Rank 1 (first)
plan-rank-top = Rank { $rank } (top { $rank })
plan-rank-half = Rank { $rank } (upper half)
plan-no-such-rank = The target must be a rank from 1 to { $last }; rank { $used } is used.
plan-conditions = Conditions of the plan
plan-conditions-hint =
    For each indicator: how hard it is to raise, how far it can go, or whether it cannot change.
plan-how-hard = How hard
plan-easy = easy
plan-medium = medium
plan-hard = hard
plan-factor = Factor of effort (medium = 1)
plan-factor-fault = Enter a number from 0.01 to 1000 (medium = 1).
plan-at-most = At most up to
plan-cannot-change = Cannot change
plan-use = Use this plan as the scenario
plan-total-effort = Total effort
plan-bound = Lower bound (proof)
plan-chance-first = Chance of rank 1
plan-chance = Chance of rank { $rank } or better
plan-not-money = Effort is a measure to compare ways with one another, neither money nor time.
plan-chance-of =
    The chance is the share of { NUMBER($draws) } draws that give this rank once the plan is carried out.
plan-vary = What the draws let vary
plan-steps = Steps, the easiest first
plan-singles = Or one indicator alone
plan-from = From
plan-to = To
plan-gain = Gain, points
plan-cost = Effort
plan-largest = Largest yearly gain of any { $unit }
plan-no-gain = not on file
plan-gain-exceeded = { $gain }, this step is larger
plan-exceeds =
    A step is larger than any { $unit } has managed within a year (2022 to 2023): hardly the work of one
    year.
plan-estimated =
    { $figures ->
        [own] The plan rests on imputed values, so it is approximate.
       *[mixed]
            The plan starts from an estimate ({ $error }). If you know the real figure, enter it at that indicator
            under “I know this figure” and plan again.
    }

## The plan that is followed

plan-followed = Plan in use, to { $aim }: { $done } of { $all } steps done
plan-step-done = reached
plan-step-left = { $left } to go
plan-forget = Drop this plan
