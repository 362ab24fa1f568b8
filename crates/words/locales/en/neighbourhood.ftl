## Ranks above and below

around-finding = { $rise }; { $fall }.
around-stands = { $name } is at rank { $rank }
around-rise = { $name } (rank { $rank }) has to gain { $points } to draw level with { $other } and reach rank { $next }
around-last = no { $unit } stands behind it
around-level = it is level with { $names }, so that any real loss takes it to rank { $rank }
around-fall = losing more than { $points } drops it behind { $names } to rank { $rank }
around-enough = The points to gain are enough without leaning on rounding.
around-apart =
    { $name } does not stand in a crowd, where { $points } more draws level with or passes at least 3 { $units }.
around-no-crowd = Nowhere in the table does { $points } more draw level with or pass at least 3 { $units }.
around-crowded =
    { $name } stands in a crowd: { $points } more draws level with or passes at least 3 { $units }.
around-crowd =
    From rank { $from } to rank { $to }, where { $name } stands, it is crowded: { $points } more draws level with
    or passes at least 3 { $units }.
around-zones = Crowded stretches of the table ({ NUMBER($count) })
around-zone = Where { $points } more draws level with or passes at least 3 { $units }
around-zone-ranks = Ranks
around-zone-units = { $Units }
around-zone-span = First to last, points
around-climbs = Points needed to climb
around-climb = To climb
around-places =
    { $count ->
        [one] { NUMBER($count) } place
       *[other] { NUMBER($count) } places
    }
around-needs = Needs, points
around-level-with = Level with
around-rank-then = Resulting rank
around-near = Just above and just below
around-against = Against { $name }, points

## The order with the next above and below if the weights changed

order-heading = If the weights changed
order-level = { $first } and { $second } are level, so that there is no order to keep.
order-outside =
    By the indicators alone { $first } is not ahead of { $second }: what decides their order lies outside them (such
    as { $are-rivals-moving ->
        [true] the change of the other { $units }
       *[false] rounding
    }), so that weights cannot tell.
order-no-sum =
    The score of this index is no sum of points, so weights cannot tell how firmly { $first } is ahead of
    { $second }.
order-always =
    { $first } is not behind { $second } on any indicator, so that no weights can put { $second } ahead.
order-thin =
    The lead of { $first } over { $second } is thin: replacing less than 0.1% of the weights may turn their order
    round.
order-up-to =
    { $first } stays ahead of { $second } while up to { $share } of the weights is replaced by any others; with more
    there are weights that turn their order round.
order-about = about { $share }%
order-more-than = more than { $share }%
order-estimated =
    One of these { $units } has an indicator that is only estimated, so the percentages are estimates too.
order-hint =
    To replace 10% of the weights is to keep 90% by the present max points and to share out 10% among the
    indicators in any way.
order-without-rivals =
    This goes by the indicators only, without what the other { $units } gain or lose besides.
