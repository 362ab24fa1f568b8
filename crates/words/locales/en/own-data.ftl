## Tables and files to take out

export-tables-heading = Tables for a spreadsheet
export-tables-hint =
    CSV that opens with Vietnamese letters intact. The detailed scorecard can be imported again with nothing
    lost.
export-handed = No file was downloaded? Copy it from here.
export-books = Excel (XLSX), with live formulas
export-parts = JSON, to be opened here again
export-results = Standings
export-mains = Scorecard of main indicators
export-comma = CSV, decimal comma
export-point = CSV, decimal point

## The project file

project-heading = Project file
project-hint =
    Everything you entered and the scenarios you saved, in one file. It stays on your device.
project-save = Save the project file (JSON)
project-open = Open a project file (JSON)
project-code =
    Data code of the edition on screen: { $code }. A link carries this code and none of the figures; whoever
    gets it needs the project file too.
opened-project = The project file is open.
opened-card = The detailed scorecard is open.
opened-results = The standings are open.

## An index of one's own

index-heading = Your own index
index-hint =
    Open a file that describes your index and its figures (JSON, see docs/own-index.md). The whole page then
    works on it: scenarios, plans, certainty, charts.
index-file = Choose an index file (JSON)
index-show = Show
index-close = Take out
index-unranked = Without any value, so without a total and not ranked: { $names }.
examples-heading = Examples
examples-hint = Fictitious figures, to see what the tool can do.
example-open = Open the example

## Beginning with an empty scorecard

begin-heading = Begin your own unit's scorecard
begin-hint =
    A province, department, ward or commune: give a name, choose a set of indicators, then enter figures as
    you have them. It begins empty, with no published figure, and stays on this device. The communes' sets
    are copies, not compared with the decisions.
begin-set = Set of indicators
begin-name = Name of the unit
begin-start = Begin
begin-provinces = Provinces, Decision 922 (98 components)
begin-name-missing = Enter the name of the unit, for example “Ward 12”.

## What is kept on the device

version-take-theirs = Take that page's version
version-keep-this = Keep this version
version-took-theirs = That page's version is used. “Undo” brings this one back.
version-kept-this = This version is kept. “Undo” brings that page's version back.
version-merged = Another open page has just changed your data; this page took those changes in.
delete-heading = Delete the data on this device
delete-hint =
    This page keeps what you enter in this browser. Deleting is final; save a project file first if you
    still need it.
delete-hint-unkept =
    Deleting is final, with everything that is kept on this device; save a project file first if you still
    need it.
shared-switch = Shared computer: keep nothing on this device
shared-hint =
    While this is on, what you enter stays in this open page alone and is gone when it is closed or reloaded; what
    was kept before is deleted from this device. Save a project file to take it along.
delete-all = Delete everything
delete-sure = Delete for good
delete-not = Keep it
delete-done = All your data on this device is deleted.
slots-gone =
    The numbered slots of the older version are replaced by the 98 components with the names, max points and
    rules of the sheet of 2022.{ $values ->
        [0] { "" }
        [one]
            { " " }1 value entered in those slots is left out, since nothing says which component was meant;
            enter it there again.
       *[other]
            { " " }{ $values } values entered in those slots are left out, since nothing says which component
            was meant; enter them there again.
    }
assessed-too-much =
    There are too many detailed scorecards at once. Save a project file and clear some.

## Files that cannot be opened or read

file-fault = “{ $file }” can't be opened. At { $place }: { $problem }.
file-too-large =
    “{ $name }” has { $megabytes } MB; this page reads files up to { $most } MB. Keep only the table that is
    needed and try again.
file-unread = The browser could not read “{ $name }”. Choose the file again.
file-unsaved =
    The browser does not allow “{ $name }” to be downloaded here. Open the page in a window of its own and
    try again.
pasted-table = the pasted table
reading-now = Reading { $what }…
index-opening = Opening the index “{ $title }”…
reading-too-slow =
    Reading { $what } took more than 5 seconds and was stopped; your data is as it was. Keep only the part
    that is needed and try again.
reading-broke-off =
    Reading { $what } broke off; your data is as it was. Keep only the part that is needed and try again.
reading-too-large =
    Nothing can be read apart from the page here, so it takes up to { $most } KB, and { $what } has
    { $kilobytes } KB. Open the page in a window of its own, or keep only the part that is needed.
