//! Headings by meaning, folded: what people write above the columns of such tables.

use super::Meaning;

/// A meaning with the folded headings that have it, set apart by `|`.
pub(super) type Spelled = (Meaning, &'static str);

/// Whether a folded heading is one of the words, spaces or not: `TenTinh`, `xep_hang`.
pub(super) fn has(words: &str, form: &str) -> bool {
    words.split('|').any(|word| is_together(word, form))
}

/// Whether two folded texts are one without their spaces.
fn is_together(left: &str, right: &str) -> bool {
    letters(left).eq(letters(right))
}

fn letters(text: &str) -> impl Iterator<Item = u8> + '_ {
    text.bytes().filter(|&byte| byte != b' ')
}

/// Of component lists.
pub(super) const COMPONENTS: [Spelled; 7] = [
    (
        Meaning::Number,
        "tt|stt|so|so tt|so thu tu|ma so|ma chi so|ma|ky hieu|number|no|so hieu",
    ),
    (Meaning::Id, "id"),
    (
        Meaning::EnglishName,
        "ten tieng anh|tieng anh|english name|name en|english|name in english",
    ),
    (
        Meaning::Parent,
        "chi so chinh|thuoc chi so chinh|thuoc chi so|linh vuc|tru cot|nhom|nhom chi so|\
         main indicator|main|parent|pillar|group",
    ),
    (
        Meaning::Rule,
        "quy tac|quy tac cham|cach tinh|cach tinh diem|cach cham|cach cham diem|\
         cach danh gia|cach xac dinh|cach xac dinh va tinh diem|\
         cach xac dinh va cach tinh diem|cach tinh va cho diem|cach thuc tinh diem|cong thuc|cong thuc tinh|phuong phap tinh|\
         phuong phap danh gia|phuong thuc cham diem|huong dan cham diem|huong dan|rule|\
         scoring rule|scoring|formula|how to score",
    ),
    (
        Meaning::MaxPoints,
        "diem toi da|diem chuan|thang diem|diem|diem so toi da|tong diem|max points|max|\
         maximum|max score|points|maximum points",
    ),
    (
        Meaning::Name,
        "ten|ten chi so|ten chi so thanh phan|ten chi so tieu chi|ten tieu chi|chi so|\
         chi so thanh phan|tieu chi|chi so tieu chi|noi dung|noi dung chi so|name|indicator|\
         component|criterion|criteria|indicator name|title",
    ),
];

/// Of scorecards, besides those of component lists.
pub(super) const SCORECARD: [Spelled; 5] = [
    (
        Meaning::Own,
        "tu danh gia|diem tu danh gia|tu cham|diem tu cham|tu cham diem|ket qua tu danh gia|\
         don vi tu danh gia|tinh tu danh gia|xa tu danh gia|self|self assessed|\
         self assessment|self assessed points|own|own assessment",
    ),
    (
        Meaning::Reviewed,
        "tham dinh lan 1|diem tham dinh lan 1|ket qua tham dinh lan 1|tham dinh so bo|\
         first review|reviewed|review",
    ),
    (
        Meaning::Explained,
        "giai trinh|diem giai trinh|sau giai trinh|diem sau giai trinh|explained|explanation",
    ),
    (
        Meaning::Verified,
        "tham dinh|diem tham dinh|ket qua tham dinh|diem sau tham dinh|da tham dinh|\
         xac minh|diem xac minh|phe duyet|diem ket qua|ket qua cuoi cung|diem cuoi cung|\
         verified|verified points|verification",
    ),
    (
        Meaning::WhatIf,
        "gia dinh|diem gia dinh|neu|kich ban|what if|whatif|supposed",
    ),
];

/// Words inside of longer headings of a scorecard, the clearer ones first.
pub(super) const CONTAINED: [(&str, Meaning); 11] = [
    ("tu danh gia", Meaning::Own),
    ("tu cham", Meaning::Own),
    ("self", Meaning::Own),
    ("tham dinh lan 1", Meaning::Reviewed),
    ("so bo", Meaning::Reviewed),
    ("sau giai trinh", Meaning::Explained),
    ("diem giai trinh", Meaning::Explained),
    ("tham dinh", Meaning::Verified),
    ("verified", Meaning::Verified),
    ("gia dinh", Meaning::WhatIf),
    ("toi da", Meaning::MaxPoints),
];
/// Words of headings that stand beside values: evidence, remarks.
pub(super) const BESIDE_VALUES: [&str; 9] = [
    "minh chung",
    "kiem chung",
    "tai lieu",
    "ghi chu",
    "y kien",
    "ly do",
    "nhan xet",
    "thuyet minh",
    "noi dung giai trinh",
];

/// Of tables of results, besides the names of indicators.
pub(super) const RESULTS: [Spelled; 6] = [
    (
        Meaning::Unit,
        "tinh thanh pho|tinh thanh|tinh tp|tinh|dia phuong|don vi|ten tinh|\
         ten tinh thanh pho|ten tinh thanh|ten dia phuong|ten don vi|\
         tinh thanh pho truc thuoc trung uong|ten|xa|phuong|xa phuong|huyen|quan huyen|nuoc|
         quoc gia|country|district|commune|province|provinces|\
         province city|provinces cities|unit|name|city|locality|province name",
    ),
    (
        Meaning::Code,
        "ma|ma tinh|ma don vi|ma dia phuong|ma gso|gso code|gso|code|id|unit id|\
         province code",
    ),
    (
        Meaning::Year,
        "nam|nam danh gia|nam xep hang|nam cong bo|ky danh gia|year|edition",
    ),
    (
        Meaning::Rank,
        "hang|xep hang|thu hang|xep hang dti|hang dti|thu hang dti|xep hang chung|vi tri|\
         rank|ranking|dti rank|place|position",
    ),
    (
        Meaning::Total,
        "dti|gia tri dti|diem dti|chi so dti|tong diem|tong|tong cong|diem|gia tri|diem so|\
         tong diem dti|dti tong|tong dti|diem dti tong|dti total|total dti|tong gia tri dti|\
         tong diem chuyen doi so|diem tong|gia tri chuyen doi so|ket qua|\
         total|total score|score|dti score|dti value|value|points|total points|overall",
    ),
    (Meaning::Ignored, "tt|stt|so tt|so thu tu|no"),
];

/// Headings that give way to a clearer one.
pub(super) const VAGUE: &str = "diem|tong diem|gia tri|diem so|ket qua|points|score|value|ten";

/// Beginnings and endings of an indicator's heading that are no part of its name.
pub(super) const AROUND: &str = "tru cot|chi so|chi so chinh|gia tri|diem|diem so|ket qua|tong diem|hoat dong|score|\
     points|index|value|activity";

/// Short names of main indicators, by id.
pub(super) const SHORT_NAMES: [(&str, &str); 8] = [
    ("awareness", "nhan thuc so|nhan thuc|awareness"),
    ("institutions", "the che so|the che|institutions"),
    (
        "infrastructure",
        "ha tang so|ha tang|ha tang va nen tang so|infrastructure",
    ),
    (
        "workforce",
        "nhan luc so|nhan luc|nguon nhan luc so|workforce|human resources",
    ),
    (
        "security",
        "an toan thong tin mang|an toan thong tin|an toan an ninh mang|attt|attt mang|\
         security|information security",
    ),
    (
        "government",
        "hoat dong chinh quyen so|chinh quyen so|digital government",
    ),
    ("economy", "hoat dong kinh te so|kinh te so|digital economy"),
    ("society", "hoat dong xa hoi so|xa hoi so|digital society"),
];
