## The bar of every chart and every table

figure-chart = Chart
figure-table = Table
figure-source = Source
figure-files = Download
figure-file = Download { $kind }
figure-copy = Copy
figure-copied = Copied; it can be pasted into Word and chats.
figure-copy-denied = The browser does not allow copying. Copy it from the field below.
figure-no-file = No file to be seen?
figure-by-hand = Copy it from here, as { $kind }:
figure-plain = text
figure-from = Source: { $title }; computed with dti-whatif.
