## How sure

stability-none = How sure is the rank of { $name }?
stability-first = the first place
stability-top = the top { $top }
stability-sure =
    { $name }: rank { $rank }; at least 90% of the draws put it at rank { $low }. Chance of { $top }: { $chance }.
stability-band =
    { $name }: rank { $rank }; 90% of the draws put it between ranks { $low } and { $high }. Chance of { $top }: { $chance }.
stability-tied =
    With so much variation it is not certain whether { $name } is ahead of or behind: { $names }.
varied-none = Nothing varies from draw to draw.
varied = Each draw varies { $what }.
varied-weights = the max points of each indicator (±{ $spread })
varied-rounding = what rounding took away (±0.00005)
varied-estimates = the estimated figures ({ $error })
varied-rivals =
    the scores of the other { $units } ({ $is-trend ->
        [true] repeating last year's change
       *[false] as the scenario has it
    }, deviation { $deviation })
stability-spread = Max points vary by
stability-spread-none = nothing
stability-spread-by = ±{ $spread }%
stability-draws = Draws
stability-rounding = Rounding errors
stability-estimates = Estimation errors
stability-rivals = The other { $units } repeat last year's change, more or less
stability-weights = The max points of each indicator vary by ±{ $spread }%
stability-seed = Seed
stability-seed-fault = Enter a whole number from 0 to 9,007,199,254,740,991.
stability-repeatable = The draws have seed { $seed }; the same seed gives the same result.
stability-progress =
    { $is-stopped ->
        [true] Stopped: { NUMBER($done) } of { NUMBER($all) } draws.
       *[false] { NUMBER($done) } of { NUMBER($all) } draws.
    }
stability-stop = Stop
stability-go-on = Go on
stability-legend =
    The darker a cell, the more draws give that rank; the line below is the band from 5 to 95%.
stability-estimated =
    The scenario changes an indicator that is only estimated, so the result is an estimate too.
stability-all = Rank bands and chances of the top
stability-all-units = All { NUMBER($count) } { $units }
stability-rank = Rank
stability-column-band = Band 5–95%
stability-most-often = Most often
stability-column-top = Top { $top }
stability-group = Statistically tied group
