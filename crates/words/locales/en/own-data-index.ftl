## An index from one table

form-open = Make one from a table
form-heading = An index from one table
form-hint =
    Your table has a column of names (communes, departments, schools, countries, ...) and columns of numbers, each
    an indicator. Choose a file or paste the table, then choose weights, directions and scales. The figures stay on
    this device.
form-file = Choose a table (XLSX, CSV)
form-paste = Or paste the table here
form-paste-read = Read the table
form-close = Close the form
form-sheet = Sheet
form-title = Title of the index
form-title-en = Title in English (optional)
form-year = Year of the figures
form-unit-name = What a row is called in Vietnamese, for example “xã”
form-unit-name-en = The same in English (optional), for example “commune”
form-units-name-en = Several in English, for example “communes”
form-units = Column of names
form-mean = How indicators are aggregated
form-mean-name =
    { $mean ->
        [geometric] Weighted geometric mean
       *[arithmetic] Weighted arithmetic mean
    }
form-missing = A blank cell means
form-missing-name =
    { $missing ->
        [zero] A score of 0
        [rescale] Left out: the other indicators take its weight
        [mean] Imputed: the mean of the column
        [median] Imputed: the median of the column
        [region_mean] Imputed: the mean of the region or group
        [region_median] Imputed: the median of the region or group
       *[none] No cell may be blank
    }
form-regions = Column of regions or groups
form-no-regions = None
form-treatment = Outliers
form-treatment-name =
    { $treatment ->
        [coinr] Treated as COINr does: 5 values winsorised at most, a logarithm where that is not enough
       *[none] Left as they are
    }
form-columns = Columns of numbers
form-column = Column
form-weight = Max points
form-direction = Direction
form-direction-name =
    { $direction ->
        [lower] Lower is better
       *[higher] Higher is better
    }
form-low = Low goalpost
form-high = High goalpost
form-goalposts-hint =
    The goalposts begin as the least and the most of the table. A value beyond a goalpost counts as one at it.
form-treated-hint =
    Where outliers are treated, the goalposts are the least and the most after that; those below are not used.
    Imputation and treatment are worked out once, from this table.
form-cell-label = { $label }, { $column }
form-create = Make the index
form-preview =
    { $count ->
        [one] 1 unit
       *[other] { NUMBER($count) } units
    }, { $indicators ->
        [one] 1 indicator
       *[other] { NUMBER($indicators) } indicators
    }. First: { $first }.
form-place = { $rank }. { $name } ({ $score })

## What to correct in the form

form-fault-empty = Fill this in.
form-fault-too-long = This has more than { NUMBER($most) } bytes; make it shorter.
form-fault-year = A year is a number from 1900 to 2200.
form-fault-half-english = Fill in both English words, or leave both blank.
form-fault-two-readings = The numbers of the table can be read in two ways. Choose the decimal mark.
form-fault-twice = “{ $name }” in row { $row } stands in a row above. Names must differ.
form-fault-nameless = Row { $row } has figures and no name in the column of names.
form-fault-no-units = This column has no names beside figures. Choose another one.
form-fault-no-indicators = Choose at least one column as an indicator.
form-fault-cell = “{ $given }” in row { $row } is no number. Correct that cell in the table, or leave the column out.
form-fault-percent =
    Row { $row } differs from those above: in one column all numbers have a percent sign, or none.
form-fault-number =
    “{ $given }” is no number with a decimal { $mark ->
        [comma] comma
       *[point] point
    }, as the table has them.
form-fault-negative = Max points are not below 0.
form-fault-not-below = The low goalpost has to be below the high one.
form-fault-gap = { $name } (row { $row }) has a blank cell. Choose what a blank cell means.
form-fault-no-regions = Choose the column of regions or groups by which blank cells are imputed.
form-fault-no-weight = At least one indicator needs max points above 0.
form-fault-weights =
    These max points cannot be made whole numbers from 0 to 10,000 of the same proportions. Round them.
form-fault-document = This cannot be made yet: { $place }: { $problem }

## An index that was opened

index-opened =
    The index “{ $title }” ({ $year }) is open: { $count ->
        [one] 1 { $unit }
       *[other] { NUMBER($count) } { $units }
    }, { $indicators ->
        [one] 1 indicator
       *[other] { NUMBER($indicators) } indicators
    }. These are your figures, not published ones.
index-replaced = It took the place of one with the same title and year; “Undo” brings that back.
index-no-table =
    No table was found that has a row of headings, a column of names and at least one column of numbers below them.

## The template of iData and iMeta

template-hint =
    An index of several levels: fill in the two sheets iData and iMeta as COINr has them, then choose that file where
    data are brought in.
template-get = Get the template (XLSX)
template-sheet = How to
template-heading = How to fill in iData and iMeta
template-fictitious = The figures in the other two sheets are fictitious. Put yours in their place and keep the headings.
template-data =
    iData: a row per unit. uCode is its code (no two the same), uName its name, Time the year; every other column is a
    code of iMeta.
template-meta =
    iMeta: a row per indicator or aggregate. iCode is its code, iName its name, Parent the code of the aggregate above.
template-levels = Level: 1 is an indicator with values, 2 an aggregate of indicators, and so on up to the index (without a Parent).
template-direction = Direction: 1 where higher is better, -1 where lower is better. Aggregates always have 1.
template-weight = Weight: the weight within its group; only the proportions of weights beside one another matter.
template-types = Type: Indicator, Aggregate, Denominator, Group (a region) or Other (passed over).
template-denominator = Denominator: code of the column that values are divided by, such as population; blank for none.
template-gaps =
    A blank cell or NA is a missing value: the indicators beside it take over its weight, unless a further column
    Impute says i_mean, i_median, i_mean_grp or i_median_grp (by the group in the column use_group).
template-scores =
    The score of an indicator is (value − least) / (most − least), then weighted arithmetic means level by level.
    To have outliers treated first, as COINr does, add the column Winsorise (how many values at most, mostly 5) and,
    where needed, Log (log_CT, or blank).
template-unit = Unit { $letter }
template-area = Area
template-area-first = Plain
template-area-second = Mountains
template-online = Online applications (%)
template-waiting = Days of waiting
template-network = Households with internet (%)
template-staff = Trained staff
template-people = Population (thousands)
template-service = Service
template-means = Means
template-title = Example index (fictitious)

## Faults in iData and iMeta

tables-fault = Sheet “{ $sheet }”: { $place }{ $fault }
tables-no-column = the column “{ $heading }” is missing. Add it, as in the template.
tables-no-rows = nothing stands below the headings.
tables-no-code = this row has no code.
tables-twice = “{ $code }” stands above already. Every code stands once.
tables-not-a-number = “{ $given }” is no number. Leave a cell without a value blank, or write NA.
tables-two-readings =
    the numbers can be read in two ways (decimal comma or thousands). Store the cells as numbers, or take the marks of
    thousands out.
tables-mixed-percent = this differs from the numbers above: in one column all have a percent sign, or none.
tables-unknown-type = “{ $given }” is not Indicator, Aggregate, Group, Denominator or Other.
tables-bad-direction = “{ $given }” is neither 1 nor -1.
tables-turned-aggregate =
    the aggregate “{ $code }” has the direction -1, and COINr does not turn aggregates round. Write 1 here, and -1 at
    its indicators.
tables-bad-weight = “{ $given }” is no weight: give a number above 0, or 0 for an indicator that does not count.
tables-bad-level = “{ $given }” is no level: an indicator has 1, an aggregate a larger whole number.
tables-unknown-parent = “{ $given }” is no code of an Aggregate of this table.
tables-level-skipped = the aggregate “{ $given }” is not one level above. Correct Level or Parent.
tables-no-top = the row of the index itself is missing: an Aggregate without a Parent.
tables-tops = more than one row has no Parent: { $codes }. Only the index itself has none.
tables-nothing-below = nothing lies below the aggregate “{ $code }”.
tables-without-column = “{ $code }” has no column in iData.
tables-unlisted = the column “{ $code }” is not in iMeta. Add a row for it (Other passes it over), or delete the column.
tables-several-times = the table has several years. Keep the rows of one.
tables-all-equal =
    all values of “{ $code }” are equal or missing, so there is no range to normalise with. Take this indicator out.
tables-unknown-denominator = the denominator “{ $code }” has no column in iData.
tables-denominator-zero = the denominator of “{ $code }” is 0 in this row.
tables-treatment =
    “{ $heading }” asks for a treatment of values that this page does not compute. Use the columns Impute, Winsorise
    and Log, or compute the values first in COINr or a spreadsheet, put them into iData and delete this column.
tables-unknown-treatment =
    “{ $given }” is no treatment that this page computes. Impute is i_mean, i_median, i_mean_grp or i_median_grp;
    Winsorise is a whole number from 1 to 5,000; Log is log_CT; leave the cell blank for none. Anything else: compute
    the values first and put them into iData.
tables-no-group = imputation by group needs a row of type Group in iMeta, and its column in iData.
tables-bad-group =
    “{ $given }” is no group to impute by: use_group is the code of a row of type Group, the same for all indicators.
tables-no-weight = no weight in the group “{ $group }” is above 0.
tables-weights-of-index =
    the weights right below the index cannot be made whole max points of the same proportions, 10,000 at most for each.
    Round them, for example so that each group adds up to 100.
tables-weights =
    the weights of the group “{ $group }” cannot be made whole max points of the same proportions, 10,000 at most for
    each. Round them, for example so that each group adds up to 100.
