## Names of the analyses

analyses-of = Analyses: { $name }
analysis-plan = Plan to a rank
analysis-neighbourhood = Ranks above and below
analysis-explain = Why the rank moved
analysis-stability = How sure
analysis-sensitivity = What the doubt comes from
analysis-sweep = Rank by one indicator
analysis-merger = Merger
analysis-compare = Compare
analysis-peers = Peers
analysis-bridge = Across decisions
