## Why a workbook cannot be read

book-sheet = Sheet “{ $sheet }”
book-cell = Sheet “{ $sheet }”, cell { $cell }
book-too-large =
    The file is larger than { NUMBER($megabytes) } MB. Copy the sheet you need into a new file.
book-no-bytes = The file is empty.
book-old-excel =
    This is an old Excel file (.xls). Open it in Excel or LibreOffice and save it as .xlsx.
book-encrypted =
    The file has a password. Remove the password, save it and choose it again.
book-open-document =
    This is an OpenDocument file (.ods). Open it in LibreOffice and save it as .xlsx.
book-binary-excel = This is a binary Excel file (.xlsb). Save it as .xlsx.
book-plain-text = This is a text file, not .xlsx. If it is CSV, let its name end in .csv.
book-web-page = This is a web page, not .xlsx. Copy its table and paste it instead.
book-picture = This is a picture, not a spreadsheet. Choose an .xlsx or .csv file.
book-pdf = This is a PDF, not a spreadsheet. Choose an .xlsx or .csv file.
book-another-kind = This is no .xlsx spreadsheet. Choose an .xlsx or .csv file.
book-damaged =
    The file is damaged or was made in an unusual way. Open it in Excel or LibreOffice, save it as .xlsx and
    choose it again.
book-too-many-parts =
    The file has more than { NUMBER($most) } parts. Copy the sheet you need into a new file.
book-unpacks-too-large =
    The file unpacks to more than is allowed ({ NUMBER($megabytes) } MB). Copy the table into a new file.
book-too-many-sheets =
    The file has more than { NUMBER($most) } sheets. Keep only those you need.
book-too-many-rows =
    something stands below row { NUMBER($last) }, the last that is read. Remove it.
book-too-many-columns =
    something stands right of column { NUMBER($last) }, the last that is read. Remove it.
book-too-many-cells =
    the file has more than { NUMBER($most) } filled cells. Keep only the table you need.
book-too-much-text =
    the file has more than { NUMBER($megabytes) } MB of text. Keep only the table you need.
book-no-stored-value =
    the formula has no stored value. Open the file in Excel or LibreOffice, let it compute, and save it.
book-empty = No cell of the file holds anything.
book-only-hidden =
    All that the file holds is on hidden sheets, rows or columns. Unhide what is needed, save the file and choose
    it again.
book-too-slow =
    Reading the file took more than 5 seconds and was stopped. Copy the table into a new file.
book-no-worker =
    The browser does not let .xlsx be read here. Save it as CSV, or copy the table and paste it.
book-not-loaded =
    The part that reads .xlsx could not be loaded. Check the network and try again; CSV and pasting work.

## What was taken otherwise than it stands there

book-remark = Sheet “{ $sheet }”: { $what }.
book-hidden-sheet = hidden, so it is not read
book-lost-sheet = it is listed, but not in the file
book-hidden-rows =
    { $count ->
        [one] 1 hidden row is left out ({ $runs })
       *[other] { $count } hidden rows are left out ({ $runs })
    }
book-hidden-columns =
    { $count ->
        [one] 1 hidden column is left out ({ $runs })
       *[other] { $count } hidden columns are left out ({ $runs })
    }
book-formula-cells =
    { $count ->
        [one] 1 cell
       *[other] { $count } cells
    } with a formula; the stored value is used (the first is { $cell })
book-merged-cells =
    { $count ->
        [one] 1 cell
       *[other] { $count } cells
    } merged; the value counts for the first of them (the first is { $cell })
book-date-cells =
    { $count ->
        [one] 1 cell
       *[other] { $count } cells
    } with a date; read as text (the first is { $cell })
book-truth-cells =
    { $count ->
        [one] 1 cell
       *[other] { $count } cells
    } with true or false; read as the text TRUE or FALSE (the first is { $cell })
book-mistake-cells =
    { $count ->
        [one] 1 cell
       *[other] { $count } cells
    } with a formula's error (such as #REF!); read as text (the first is { $cell })
book-lifted-cells =
    { $count ->
        [one] 1 cell
       *[other] { $count } cells
    } with raised or lowered text (such as a footnote's number); that part is left out (the first is { $cell })
