## The merger

merger-weights = How they are merged
merger-equal = Official: plain mean
merger-population = By population 2024 (not official)
merger-same-name =
    { $name }: rank { $from } of { $before } becomes { $to } of { $after } by the merger { $edition-and-why }.
merger-other-name =
    { $name } (rank { $rank }) { $is-alone ->
        [true] is now
       *[false] now belongs to
    } { $new }, rank { $new-rank } after the merger { $edition-and-why }.
merger-why =
    (figures of { $edition }), { $is-official ->
        [true] though no figure changed
       *[false] if weighed by population
    }
merger-why-edited =
    (figures of { $edition }), under your scenario{ $is-official ->
        [true] {""}
       *[false] , if weighed by population
    }
merger-alone =
    { $new } was not merged with any other province and keeps its { $score }; only the table got shorter, from
    { $before } to { $after } provinces.
merger-mean =
    By the ministry's rule the new { $new } has the plain mean of { $count } former provinces ({ $parts }), which
    is { $score }: { $change } compared with { $former } alone. Every main indicator is merged in the same way.
merger-weighed =
    Weighed by population the new { $new } has { $score } (from { $parts }): { $change } compared with { $former }
    alone.
merger-none = This province is not in the list of mergers.
merger-unofficial =
    Weighing by population is not the official rule; the ministry takes the plain mean of the former provinces.
merger-go-before = Suppose on the 63 provinces, then merge
merger-computed =
    The ministry published no table after the merger for { $edition }: this one applies the same rule.
merger-published =
    Values of former provinces after ≈ are estimates; those of the new one were published, so that they may
    differ from their mean.
merger-without-edits = Assumptions made on the new provinces are left out here.
merger-figures =
    { $is-alone ->
        [true] Figures of { $new } before and after the merger
       *[false] Where the figures of the new { $new } come from
    }
merger-new-name = { $new } (new)
merger-all = All { $count } provinces
merger-ranking = Ranks after the merger
merger-column-new = New province
merger-column-parts = Made of (rank before)
