## Across decisions

bridge-from = From
bridge-to = To
bridge-finding =
    { $name }, { $years }: score { $score }, rank { $ranks }. New weights changed it by { $weights }; values of
    indicators by { $values }.
bridge-between = { $low } to { $high }
bridge-comparable =
    Indicators can be compared one by one on { $before } of the max points of { $from } and { $after } of those of
    { $to }: those published separately in both.
bridge-hidden = { $names }: not published separately in both, known as a sum only, so that there are bounds only.
bridge-measured =
    Changed weights are method. Values change because the { $unit } moved and because the new framework measures in
    another way: the published figures do not tell these apart. The last column is the median over all { $units }: what
    moved everybody alike.
bridge-same-framework = Both editions are of one framework: values that change are movement.
bridge-table = What is method and what is movement
bridge-share = Share { $edition }
bridge-score = Score { $edition }
bridge-weights = By weight
bridge-values = By value
bridge-typical = By value, median of all { $units }
bridge-components = Main indicators are as deep as can be compared. { $reason }
bridge-refused = { $name }: these editions cannot be compared.
bridge-estimated = The places rest in part on estimates.
bridge-places = Places by each part (mean over all orders)
