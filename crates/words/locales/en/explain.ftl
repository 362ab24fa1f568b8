## Why the rank moved

explain-from = From
explain-to = To
explain-same = { $name }: choose two different editions to see why the rank moved.
explain-only-one =
    { $name }: there is one edition and nothing is supposed yet, so there is nothing to compare. Suppose
    something to see why the rank moves.
explain-refused = { $name }: why the rank moved between these editions cannot be explained.
explain-on-file = What is on file
explain-score-rose = the score rose by { $size }
explain-score-fell = the score fell by { $size }
explain-score-stayed = the score did not change
explain-fell =
    { $name }: { $score } { $is-odd ->
        [true] but
       *[false] and
    } it lost { $places ->
        [one] { $places } place
       *[other] { $places } places
    }, from rank { $from } to { $to }.
explain-rose =
    { $name }: { $score } { $is-odd ->
        [true] but
       *[false] and
    } it won { $places ->
        [one] { $places } place
       *[other] { $places } places
    }, from rank { $from } to { $to }.
explain-stayed = { $name }: { $score } and the rank stayed { $rank } ({ $before } and { $after }).
explain-scores = The { $score-name } of { $name } went from { $before } to { $after }.
explain-former = This is { $name } before the merger.
explain-largest = Of the indicators known on both sides, { $name } changed the score most ({ $change }).
explain-alone = If the other { $units } stood still: rank { $own }; if only the other { $units } moved: rank { $rivals }.
explain-alone-with-method =
    If the other { $units } stood still: rank { $own }; if only the other { $units } moved: rank { $rivals }; if
    only the method (framework or max points) changed: rank { $method }.
explain-tied = Rank { $rank } ({ $end }) is shared with { $names }.
explain-overtaken-by = Overtaken by: { $names }.
explain-overtook = Overtook: { $names }.
explain-years = Every indicator, year by year
explain-year-score = Score { $end }
explain-year-points = Points { $end }
explain-year-rank = Rank { $end }
explain-year-change = Change { $from } → { $to }
explain-hidden-named =
    { $figures ->
        [own] Without figures of their own on both sides, known as a sum only:
       *[published] Not published separately in both editions, known as a sum only:
    } { $names }. Values after ≈ are estimates.
explain-hidden =
    { $figures ->
        [own] { $count ->
            [one] { $count } indicator without figures of its own
           *[other] { $count } indicators without figures of their own
        }
       *[published] { $count ->
            [one] { $count } indicator not published separately
           *[other] { $count } indicators not published separately
        }
    }
explain-rounding = Rounding
explain-rivals-together = What all other { $units } gain or lose
explain-effects = Who moved the rank (mean over all orders; adds up to the places)
explain-cause = Cause
explain-alone-rank = Rank if only this changed
explain-places = Places
explain-own = Its own figures
explain-rivals = The other { $units }
explain-method = Framework and max points
explain-by-indicator = Where the score changed, in points of { $total }
explain-score-change = Change of { $score-name }
explain-overtakers =
    { $count ->
        [one] The { $unit } that overtook, and how
       *[other] The { $count } { $units } that overtook, and how
    }
explain-overtaker = Overtaker
explain-ahead = Against { $name } ({ $end }), points
explain-mostly = Mostly through
explain-gaps = Where the gap to each of them changed, in points
explain-not-of-both = Indicators not known of both
explain-estimated =
    Part of this rests on { $figures ->
        [own] imputed values: numbers of other { $units } stand in for them.
       *[mixed] estimates: indicators not published separately, or scores under other max points.
    }
