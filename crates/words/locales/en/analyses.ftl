## The analyses: what several panels say

counted-points =
    { $points ->
        [one] { $points } point
       *[other] { $points } points
    }
names-and-last = { $names } and { $last }
rivals-move-trend =
    In this scenario the other { $units } without assumptions of their own repeat last year's change; the
    figures here include that.
rivals-move-by =
    In this scenario the other { $units } without assumptions of their own { $is-loss ->
        [true] lose
       *[false] gain
    } { $points }; the figures here include that.
not-on-file = not on file
scenario-on-screen = The scenario on screen
in-scenario = in the scenario
column-edition = Edition
column-unit = { $Unit }
column-points = Points
column-main-indicator = Main indicator
row-total = In total
