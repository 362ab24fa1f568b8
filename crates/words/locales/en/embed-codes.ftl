## The dialog with the codes for other pages

embed-heading = Put this tool into your page
embed-lead =
    The embed carries the scenario that you see. It loads from this site only, sets no cookie and keeps
    nothing on the reader's device.
embed-from-file =
    This page was opened from a file on this device, which nobody else can embed. Open the page on the
    web and take the code there.
embed-own-left-out =
    Figures of your own stay on this device and do not enter the code, so the embed may show other
    results than this page.
embed-too-large = This scenario is too large for a link: the embed will show the published figures.
embed-options = Options
embed-language = Language
embed-height = Fixed height (px)
embed-locked = { $Unit } and edition fixed
embed-static = No controls
embed-plain = No heading, no frame
embed-transparent = Transparent background
embed-api = Your page hears and sets the scenario (dti:change, dti:set)
embed-sliders-offered = Indicators offered
embed-preview = Preview
embed-preview-width = Preview width (px)
embed-code = Code
embed-frame = Frame only, fixed height
embed-frame-hint = Works in nearly every content system.
embed-listener = Frame that fits its height
embed-listener-hint = Needs one small script in the article.
embed-element = Element <dti-whatif>
embed-element-hint =
    Fits its height; the script has an integrity hash and never changes. What stands inside is shown
    when the frame can't load.
embed-copy = Copy code
embed-copied = Copied.
embed-copy-denied = The browser does not allow copying. The code is selected: press Ctrl+C.
embed-title = DTI what-if: { $name }
embed-open = Open the DTI what-if calculator
