## Scenarios side by side

compare-on-screen = On screen
compare-scenario = Scenario { $slot }
compare-nothing = No scenario is saved to compare with.
compare-finding = { $about }: the scenario on screen gives rank { $rank }; { $saved }.
compare-saved = “{ $name }” gives rank { $rank }, score { $score }
compare-best = “{ $name }” gives rank { $rank }, score { $score }, the best of those saved for the { $unit }
compare-elsewhere = “{ $name }” of { $about }, gives rank { $rank }, score { $score }
compare-save = Save the scenario on screen
compare-full = Four scenarios are saved on this device; delete one to save another.
compare-kept-here = Kept on this device only, four at most.
compare-not-here =
    “{ $name }” is of an edition or { $unit } that is not here, perhaps of data that you took out. It is kept.
compare-name = Name of scenario { $slot }
compare-open = Open: { $name }
compare-delete = Delete: { $name }
compare-caption = Scenarios side by side
compare-what = Compared
compare-place = { $Unit } and edition
compare-places = Places against the baseline
compare-change = Score against the baseline
compare-effort = Effort (a relative measure)
compare-estimated =
    A scenario changes an indicator that is only estimated (≈), so its result is an estimate too.

## Two provinces side by side

compare-with = Compare with
pair-level = { $name } and { $other } have the same score (rank { $rank }).
pair-apart =
    { $name } (rank { $rank }) is { $points } { $is-ahead ->
        [true] ahead of
       *[false] behind
    } { $other } (rank { $other-rank }).
pair-ahead-on = { $name } is furthest ahead on { $indicator } ({ $points })
pair-caption = { $name } and { $other } by main indicator
pair-difference = Difference, points
pair-rest =
    { $are-rivals-moving ->
        [true] Rest (rounding, what the other { $units } gain or lose)
       *[false] Rest (rounding)
    }
pair-estimated =
    { $is-total-estimated ->
        [true] Values after ≈ rest on estimates, and so do the differences.
       *[false]
            Values after ≈ are estimates, and so are the differences on those indicators; the difference of the
            { $score-name }s is not.
    }
