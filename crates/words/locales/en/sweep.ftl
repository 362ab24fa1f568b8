## The rank by one indicator

sweep-of = What changes
sweep-of-value = Its score
sweep-of-weight = Its max points
sweep-max = Max points
sweep-unknown = “{ $given }” is not in the list; this shows { $instead }.
sweep-instead = the score
sweep-no-room =
    { $indicator } cannot go from 0 to 1, since the scenario sets its whole group or one of its components. Remove
    that assumption to see the rank by this indicator.
sweep-still = Even if { $name }'s { $indicator } goes from 0 to 1, its rank remains { $rank }.
sweep-finding =
    If { $name }'s { $indicator } goes from 0 to 1, its rank goes from { $low } to { $high }; { $end }.
sweep-catches = it catches up with { $names } at { $value }
sweep-at-best = the present value already gives the best one, { $rank }
sweep-present = At present this indicator is { $value } and the { $unit } at rank { $rank }.
sweep-step = Rank { $rank } takes { $points } more, that is { $more } on this indicator: enough without leaning on rounding.
sweep-rounding-helps = Thanks to rounding { $value } is already enough.
sweep-by-rounding = Rank { $rank } is reached thanks to rounding alone, with this indicator at { $value }.
sweep-rest = The other indicators and the other { $units } stay as on screen.
sweep-rest-of-group =
    The scenario sets { $group } as a whole, so the others in that group make up for the change; the other { $units }
    stay as on screen.
sweep-suppose = Suppose { $indicator } at { $value }
sweep-next-ranks = The next better ranks
sweep-all-values = All { NUMBER($count) } values from 0 to 1 at which the rank changes
sweep-from = From score
sweep-enough = Without rounding
sweep-caught = Catches up with

## The rank by max points

sweep-max-range = the max points of { $indicator } go from { $low } to { $high } (now { $start })
sweep-max-still = Even if { $range }, { $name } remains at rank { $rank }.
sweep-max-finding =
    While { $range }, { $name } is at rank { $best } at best and { $worst } at worst; rank { $rank } holds for { $held }
    points.
sweep-turn =
    { $is-up ->
        [true] At
       *[false] Down at
    } { $points } points { $what }.
sweep-rises = it rises to rank { $rank }
sweep-falls = it falls to rank { $rank }
sweep-rises-past = it catches up with { $names } and rises to rank { $rank }
sweep-falls-behind = it is passed by { $names } and falls to rank { $rank }
sweep-all-move = Other max points change the scores of all { $units }.
sweep-suppose-max = Suppose { $max } max points for { $indicator }
sweep-runs = Rank by max points, around the present ones
sweep-all-runs = All { NUMBER($count) } ranges of max points
sweep-up-caught = On the way up: catches up with
sweep-up-passed = On the way up: passed by
