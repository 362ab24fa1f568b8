## Names of the analyses

analyses-of = Analyses: { $name }
analysis-plan = Plan to a rank
analysis-neighbourhood = Ranks above and below
analysis-explain = Why the rank moved
analysis-stability = How sure
analysis-sweep = Sensitivity
analysis-merger = Merger
analysis-compare = Compare
analysis-peers = Peers
analysis-bridge = Across decisions
