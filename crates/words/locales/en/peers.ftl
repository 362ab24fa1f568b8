## Peers

peers-target = Target
peers-target-rank = Rank { $rank } or better
peers-found =
    { $name } (rank { $rank }): { $count ->
        [one] once a { $unit } has come
       *[other] { NUMBER($count) } times a { $unit } has come
    } from rank { $rank } or below to rank { $target } or better; nearest is { $nearest }.
peers-none =
    { $name } (rank { $rank }): no { $unit } has come from rank { $rank } or below to rank { $target } or better between
    two editions in a row.
peers-reached = { $name } is at rank { $rank }, which reaches the target rank { $target } already.
peers-way = { $name }, from rank { $before } ({ $from }) to { $after } ({ $to })
peers-like = Most like { $name } by where its points come from: { $peers }.
peers-of-size = Nearest by population ({ $year }): { $peers }.
peers-axes = Compared on { $axes }.
peers-others = the sum of the other indicators
peers-published =
    { $figures ->
        [published] By the published figures; what is supposed on screen does not count here.
       *[mixed] By the baseline figures; what is supposed on screen does not count here.
    }
peers-paths = Who reached the target, and through what
peers-other-framework = Under another framework: only ranks can be compared.
peers-thanks-to = Through { $steps }.
peers-thanks-to-nothing = No indicator that is published separately gained points.
peers-rest = indicators not published separately ({ $points })
peers-but = Lost on { $steps }: losses are not followed.
peers-follow-gives = If { $name } gained as much and the other { $units } stood still: rank { $rank }, score { $score }.
peers-follow = Follow this path
peers-follow-named = Follow this path: { $name }
peers-by-profile = Most alike by where points come from
peers-by-size = Nearest by population in { $year }
peers-distance = Difference
peers-population = Population, thousands
