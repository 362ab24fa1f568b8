## Bringing a table in

import-heading = Bring in a table
import-hint =
    A component list, the scorecard of one { $unit }, or { $figures ->
        [own] a table of results
       *[published] the results of all { $units } as the ministry publishes them
    }. You see it first and can correct it; it never leaves your device.
import-file = Choose or drop a CSV or XLSX file
import-paste = Or paste a table copied from a web page or a sheet
import-paste-example =
    { $ranked ->
        [provinces] Rank{ "\u0009" }Province{ "\u0009" }DTI
       *[other] Rank{ "\u0009" }{ $Unit }{ "\u0009" }{ $Score-name }
    }
import-paste-read = Read the pasted table
import-pasted = The pasted table
import-joined = (sheets that are alike, joined)

## What it is and how it is read

import-sheet = Sheet
import-kind = This is
import-kind-components = Component list
import-kind-scorecard = Scorecard of one { $unit }
import-kind-list-and-card = Component list and scorecard of one { $unit }
import-kind-results = Results of all { $units }
import-edition = Goes into
import-unit = Of
import-mark = Decimal mark
import-mark-comma = comma: 0,5
import-mark-point = point: 0.5
import-scale = Values are
import-scale-score = scores from 0 to 1
import-scale-percent = percent
import-scale-points = points
import-understood =
    { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    } and { $columns ->
        [one] 1 column
       *[other] { $columns } columns
    } are understood.
import-old-font =
    This table is written in the encoding { $font ->
        [tcvn3] TCVN3 (ABC)
       *[vni] VNI
    } and was converted to Unicode. Check the names; if they are wrong, convert it with UniKey and bring it
    again.

## What each column is

import-rows = The rows of the table
import-row = Row
import-found = Findings
import-rows-shown = Rows { $from }–{ $to } of { $all }
import-chosen = your choice
column-ignored = Left out
column-number = Number
column-id = Id
column-own-name = Name
column-english-name = English name
column-rule = Scoring rule
column-year = Year
column-total = Total score

## What is asked

import-which-units = Which { $unit }?
import-which-unit = Row { $row }: “{ $written }” is
import-which-mains = Which main indicator?
import-which-main = Number { $number } is
import-choose = choose
import-leave = leave this row out

## What to correct, what to know

import-errors = To correct ({ NUMBER($count) })
import-remarks = To know ({ NUMBER($count) })
import-more = and { NUMBER($count) } more
import-leave-row = Leave this row out
import-take-back = Take back the rows left out
import-take-row-back = Take this row back

## What would change

import-results-change =
    { $all ->
        [one] 1 { $unit }
       *[other] { $all } { $all-units }
    }: { $estimated ->
        [one] 1 figure changes
       *[other] { $estimated } figures change
    } from estimated to entered, { $replaced ->
        [one] 1 differs from the one on file and takes its place
       *[other] { $replaced } differ from those on file and take their place
    }, { $confirmed ->
        [one] 1 is
       *[other] { $confirmed } are
    } the same as on file; { $left ->
        [one] 1 figure stays
       *[other] { $left } figures stay
    } estimated.
import-list =
    { $components ->
        [one] 1 component or criterion
       *[other] { $components } components and criteria
    } below { $mains ->
        [one] 1 main indicator
       *[other] { $mains } main indicators
    }.
import-list-replaced = It takes the place of { NUMBER($count) } loaded before, of: { $names }.
import-list-kept =
    { $count ->
        [one] 1 loaded before stays
       *[other] { $count } loaded before stay
    }, of: { $names }.
import-card =
    { $name }: { $count ->
        [one] 1 value
       *[other] { $count } values
    }.
import-card-replaced =
    { $name }: { $count ->
        [one] 1 value
       *[other] { $count } values
    } in place of { NUMBER($before) } before.
import-apply = Take it over
import-done = Taken over. { $change }
import-not-yet = Nothing is taken over yet: correct the errors below first.
import-rather-into = Rather into: { $edition }
import-cancel = Cancel

## Where in the file

table-row = Row { $row }
table-column = Column { $column }
table-cell = Row { $row }, column { $column }

## Why it is no table

intake-empty =
    There is nothing in this table. Choose a file with figures, or paste the table again.
intake-too-large =
    This file has { $kilobytes } KB; text files of up to { $most } KB are read here. Keep only the table that is
    needed.
intake-not-utf8 =
    the letters here are not UTF-8 (perhaps TCVN3, VNI or Windows-1258). Open the file in Excel and save it as
    “CSV UTF-8”; if the letters are still wrong, convert them to Unicode with UniKey.
intake-nul =
    there is a NUL character, so this is not a text file. Save the table as “CSV UTF-8” and try again.
intake-too-many-rows =
    This table has more than { $most } rows. Keep only the rows that are needed.
intake-too-many-columns =
    there are more than { $most } columns. Keep only the columns that are needed.
intake-too-many-letters =
    this cell is longer than { $most } characters; perhaps a quotation mark before it is not closed. Correct
    this cell.
intake-open-quote = a quotation mark opens here and is never closed. Close it, or take it out.
intake-utf16 = This file is in UTF-16. In Excel, save it as “CSV UTF-8”, not as “Unicode Text”.
intake-workbook =
    This is an Excel workbook (XLSX), which cannot be read as such here. Save it as “CSV UTF-8”, or copy the
    table and paste it.
intake-open-document =
    This is an OpenDocument sheet (.ods). Open it and save it as XLSX or “CSV UTF-8”.
intake-old-workbook =
    This is an old Excel workbook (.xls), or one with a password. Open it in Excel and save it as XLSX without a
    password.
intake-web-page =
    This is a web page, even if it is called .xls. Open it in a browser, copy the table and paste it here.
intake-xml = This is an XML file. Open it in Excel and save it as XLSX or “CSV UTF-8”.
intake-json =
    This is JSON, but neither a project file nor an index of this page. Choose a CSV or XLSX table.
intake-pdf =
    This is a PDF. Open it, copy the table and paste it here, or ask for the table as XLSX.
intake-picture =
    This is a picture, even if it is called .csv. Choose a CSV or XLSX table.
intake-rich-text = This is a rich text file. Open it, copy the table and paste it here.
intake-packed = This is a packed file. Unpack it and choose the CSV or XLSX table in it.
