//! The parts of a DOCX file around its text: what is in it, how it looks, what belongs together.

use dti_formats::link::Language;
use dti_formats::{Document, escaped};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The name of a bitmap, from the folder of the text.
pub(super) fn bitmap(place: usize) -> String {
    format!("media/picture{}.png", place + 1)
}

/// What a bitmap is called in the text.
pub(super) fn bitmap_id(place: usize) -> String {
    format!("picture{}", place + 1)
}

/// What kind each part is of.
pub(super) fn content_types() -> String {
    const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"png\" ContentType=\"image/png\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{TYPE}.document.main+xml\"/>\
         <Override PartName=\"/word/styles.xml\" ContentType=\"{TYPE}.styles+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"
    )
}

/// Where the text and its properties are.
pub(super) fn relations() -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"text\" Type=\"{OFFICE}/relationships/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"properties\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" \
         Target=\"docProps/core.xml\"/></Relationships>"
    )
}

/// Title and language.
pub(super) fn properties(document: &Document) -> String {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title>\
         <dc:creator>dti-whatif</dc:creator><dc:language>{}</dc:language></cp:coreProperties>",
        escaped(&document.title),
        language(document.language)
    )
}

/// Where the styles and the bitmaps of the text are.
pub(super) fn document_relations(bitmaps: usize) -> String {
    let bitmaps = (0..bitmaps).map(|place| {
        let (id, target) = (bitmap_id(place), bitmap(place));
        format!(
            "<Relationship Id=\"{id}\" Type=\"{OFFICE}/relationships/image\" Target=\"{target}\"/>"
        )
    });
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"styles\" Type=\"{OFFICE}/relationships/styles\" Target=\"styles.xml\"/>{}\
         </Relationships>",
        bitmaps.collect::<String>()
    )
}

fn language(language: Language) -> &'static str {
    match language {
        Language::Vi => "vi-VN",
        Language::En => "en-GB",
    }
}

/// Styles by id and name, with what a paragraph and its letters look like: sizes in half points, distances
/// in twentieths of one. The names are those that word processors know headings by.
const STYLES: [(&str, &str, &str, &str); 8] = [
    (
        "Title",
        "Title",
        "<w:keepNext/><w:spacing w:after=\"120\"/>",
        "<w:b/><w:sz w:val=\"34\"/>",
    ),
    (
        "Heading1",
        "heading 1",
        "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:sz w:val=\"27\"/>",
    ),
    (
        "Quote",
        "Quote",
        "<w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"8\" w:color=\"0B5F7D\"/></w:pBdr>\
         <w:ind w:left=\"200\"/>",
        "",
    ),
    (
        "Warning",
        "Warning",
        "",
        "<w:b/><w:color w:val=\"B23A1E\"/>",
    ),
    (
        "Remark",
        "Remark",
        "",
        "<w:color w:val=\"444444\"/><w:sz w:val=\"21\"/>",
    ),
    (
        "Caption",
        "caption",
        "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/>",
        "<w:b/><w:sz w:val=\"21\"/>",
    ),
    (
        "Cell",
        "Cell",
        "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"18\"/>",
    ),
    (
        "Item",
        "Item",
        "<w:ind w:left=\"284\" w:hanging=\"284\"/>",
        "<w:sz w:val=\"21\"/>",
    ),
];

/// How the text looks: as official letters do, in Times New Roman.
pub(super) fn styles(own: Language) -> String {
    let styles = STYLES.iter().map(|(id, name, paragraph, letters)| {
        format!(
            "<w:style w:type=\"paragraph\" w:customStyle=\"{}\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
             <w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>",
            u8::from(["Warning", "Remark", "Cell", "Item"].contains(id))
        )
    });
    format!(
        "{HEAD}<w:styles xmlns:w=\"{WORD}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\" \
         w:eastAsia=\"Times New Roman\"/><w:sz w:val=\"24\"/><w:lang w:val=\"{}\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"100\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr>\
         </w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>\
         <w:qFormat/></w:style>{}</w:styles>",
        language(own),
        styles.collect::<String>()
    )
}
