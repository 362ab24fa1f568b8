## Errors of a table as a whole and of its cells

finding-no-headings =
    No row of headings is known here. Choose what each column is, below.
finding-no-rows = There are no rows of figures below the headings.
finding-column-missing =
    The column “{ $meaning }” is missing. If the table has it, choose it below.
finding-column-twice =
    column { $first } is “{ $meaning }” too. Keep one of them and leave the other out.
finding-row-too-long =
    this row has more cells than the headings; perhaps a decimal comma was taken for the end of a cell. Put that
    cell in quotation marks.
finding-not-a-number = “{ $given }” is not a number.
finding-wrong-mark =
    “{ $given }” cannot be read: the rest of the table has { $mark ->
        [comma] a comma
       *[point] a point
    } before decimals.
finding-which-mark =
    “{ $given }” can be read in two ways. Choose the decimal mark of the table below.
finding-which-scale =
    It is not clear whether the values are percent or points. Choose below.
finding-out-of-range = “{ $given }” is out of range; allowed are 0 to { $high }.
finding-negative = “{ $given }” is below zero; numbers here are 0 or more.
finding-not-a-rank = “{ $given }” is not a rank; ranks are whole numbers from 1.
finding-too-many-decimals = “{ $given }” has too many decimals; points have two at most.
finding-formula =
    “{ $given }” is a formula, not its value. Paste the table as values and save it again.
finding-sheet-error =
    “{ $given }” is a mistake of the spreadsheet. Correct the formula in this cell, or leave the cell blank.
finding-date-instead =
    “{ $given }” is a date: a spreadsheet made a date of it (as it does of 3/4). Format the cell as text, type the
    value again and save.
finding-rule-unknown =
    “{ $given }” is not a known scoring rule, such as “steps 1:0.25 4:1”.
finding-not-of-rule = “{ $given }” does not fit the rule “{ $rule }” of this indicator.
finding-more =
    { $count ->
        [one] There is 1 more error. It appears
       *[other] There are { $count } more errors. They appear
    } once those above are corrected.

## Errors in what rows are about

finding-unit-blank = this row has figures but no name of a { $unit }.
finding-unit-unknown =
    “{ $given }” is not a { $unit } of { $edition }. Choose one below, or leave the row out.
finding-unit-unclear = “{ $given }” may be several { $units }. Choose one below.
finding-unit-twice = { $name } is in row { $row } already. Keep one of the rows.
finding-indicator-twice = “{ $given }” is in row { $row } already. Keep one of the rows.
finding-indicator-unknown =
    “{ $given }” is not in the framework. Check its number and name, and load the component list first.
finding-number-missing = this row has max points but no number.
finding-number-unclear =
    the number “{ $given }” does not follow from the rows above, such as 1.3.1 without 1.3.
finding-number-of-another =
    “{ $given }” is the number of another indicator than “{ $name }”. Correct one of them.
finding-parent-missing =
    “{ $given }” stands below no main indicator. Add a row with its name, or a column of main indicators.
finding-which-main =
    the number { $given } is one main indicator in the order of the decision and another in that of the scoring
    sheet. Choose above.
finding-name-missing = this indicator has no name.
finding-max-points-missing = this indicator has no max points.
finding-parts-do-not-add-up =
    The parts of “{ $name }” add up to { $sum ->
        [one] 1 point
       *[other] { $sum } points
    }, but its max points are { $stated }.

## What is worth knowing

finding-total-differs =
    the table's total is { $stated }; its indicators add up to { $sum }, a difference of { $difference }.
finding-total-out-of-reach =
    the table's total is { $stated }, but with the indicators that are given it can only be { $low } to { $high }.
finding-rank-differs =
    the table's rank is { $stated }; by its totals the rank is { $recomputed }.
finding-points-differ =
    the table has { $stated ->
        [one] 1 point
       *[other] { $stated } points
    }; the parts add up to { $sum }.
finding-max-points-differ = the table has { $stated } max points; the framework has { $own }.
finding-rule-in-words =
    the rule “{ $given }” is not understood; points are entered directly.
finding-row-left-out = the row “{ $given }” is left out.
finding-zero-cut =
    “{ $given }” follows the number before { $read } and is read as { $read }.
finding-figures-behind-points =
    { $count ->
        [one] 1 cell gives points where the rule takes figures; figures that earn exactly these points stand for
            them.
       *[other] { $count } cells give points where the rule takes figures; figures that earn exactly these points
            stand for them.
    }
finding-lettered-left-out =
    { $count ->
        [one] 1 lettered row (a, b, …) has no max points of its own and is left out.
       *[other] { $count } lettered rows (a, b, …) have no max points of their own and are left out.
    }
finding-units-left-out =
    { $count ->
        [one] 1 { $unit } of this edition is not in the table; its figures stay.
       *[other] { $count } { $all-units } of this edition are not in the table; their figures stay.
    }
finding-mains-left-out = The list has no components of: { $names }.
finding-mains-by-order =
    No row names the main indicators, so the first numbers (1, 2, …) are understood by the order of the framework,
    and by max points, count and names of the components. Check them above.
finding-other-year = this says { $written }, but the table goes into { $year }.
finding-other-years-left-out =
    { $count ->
        [one] 1 row of another year than { $year } is left out.
       *[other] { $count } rows of other years than { $year } are left out.
    }
finding-estimates-left-out =
    { $count ->
        [one] 1 cell is marked as an estimate and is not taken over; this page estimates it anew.
       *[other] { $count } cells are marked as estimates and are not taken over; this page estimates them anew.
    }
finding-gaps =
    { $count ->
        [one] 1 cell is blank; it stays a gap.
       *[other] { $count } cells are blank; they stay gaps.
    }
