//! The HTML around what stands still: a province's page, or that of a scenario, with its head for browsers,
//! search engines and link previews, which loads a stylesheet and nothing else; and what is shown where there
//! is no page.

use crate::oembed;
use dti_formats::link::Language;
use dti_words::Words;
use leptos::prelude::*;
use leptos::tachys::html::attribute::custom::custom_attribute;

/// No script at all: these pages only stand there.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; manifest-src 'self'; \
                      base-uri 'none'; form-action 'none'; object-src 'none'";

/// What a page is to who finds it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Role {
    /// The one that search engines and other pages are told of.
    OfRecord,
    /// What a preview shows of a scenario; a reader is led on to this address at once. No other address of
    /// record is named, for what makes previews would follow it.
    LeadsTo(String),
}

/// What the head of a page says of it.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    /// Title of the page.
    pub(crate) title: String,
    /// What it says, in one or two sentences.
    pub(crate) description: String,
    /// Its language.
    pub(crate) language: Language,
    /// Where it is, from the root of the site, with a slash at the end.
    pub(crate) folder: String,
    /// What its picture shows.
    pub(crate) picture: String,
    /// Where the site is.
    pub(crate) site_url: Option<String>,
    /// What it is.
    pub(crate) role: Role,
}

/// A page as a file; the stylesheet is put before `</head>` by who knows its name.
#[component]
pub(crate) fn Document(
    /// What its head says.
    head: Head,
    /// What is on it.
    children: Children,
) -> impl IntoView {
    let up = "../".repeat(head.folder.matches('/').count());
    let (title, description) = (head.title.clone(), head.description.clone());
    let language = head.language.as_str();
    let (site_name, locale) = (Words::plain(head.language).title(), locale(head.language));
    view! {
        <!DOCTYPE html>
        <html lang=language>
            <head>
                <meta charset="utf-8"/>
                <meta http-equiv="Content-Security-Policy" content=POLICY/>
                <Named name="viewport" content="width=device-width, initial-scale=1" />
                <Named name="color-scheme" content="light dark" />
                <Named name="referrer" content="no-referrer" />
                <title>{title.clone()}</title>
                <Named name="description" content=description.clone() />
                {match head.role.clone() {
                    Role::OfRecord => None,
                    Role::LeadsTo(address) => Some(view! { <LeadsOn address /> }),
                }}
                <Linked rel="icon" href=format!("{up}favicon.svg") />
                <Linked rel="apple-touch-icon" href=format!("{up}icons/apple-touch-icon.png") />
                <Property name="og:type" content="website" />
                <Property name="og:site_name" content=site_name />
                <Property name="og:locale" content=locale />
                <Property name="og:title" content=title.clone() />
                <Property name="og:description" content=description.clone() />
                {match head.site_url.clone() {
                    Some(site_url) => view! { <Absolute head site_url /> }.into_any(),
                    // Previews take pictures from absolute addresses only.
                    None => view! { <Named name="twitter:card" content="summary" /> }.into_any(),
                }}
                <Named name="twitter:title" content=title />
                <Named name="twitter:description" content=description />
            </head>
            <body>{children()}</body>
        </html>
    }
    .into_any()
}

/// Leads on without a script, and keeps search engines to the pages of record.
#[component]
fn LeadsOn(address: String) -> impl IntoView {
    let leads = format!("0; url={address}");
    view! {
        <meta http-equiv="refresh" content=leads/>
        <Named name="robots" content="noindex" />
    }
}

/// What must be absolute.
#[component]
fn Absolute(head: Head, site_url: String) -> impl IntoView {
    let Head {
        title,
        folder,
        picture: alt,
        role,
        ..
    } = head;
    let own = format!("{site_url}{folder}");
    let picture = format!("{own}share.png");
    let of_record = (role == Role::OfRecord).then(|| {
        let path = folder.strip_prefix(Language::En.home()).unwrap_or(&folder);
        let vietnamese = format!("{site_url}{path}");
        let english = format!("{site_url}{}{path}", Language::En.home());
        view! {
            <Linked rel="canonical" href=own.clone() />
            <Translated language="vi" href=vietnamese.clone() />
            <Translated language="en" href=english />
            <Translated language="x-default" href=vietnamese />
            <link rel="alternate" type=oembed::KIND href=format!("{own}{}", oembed::FILE) title=title/>
        }
    });
    view! {
        {of_record}
        <Property name="og:url" content=own />
        <Property name="og:image" content=picture.clone() />
        <Property name="og:image:type" content="image/png" />
        <Property name="og:image:width" content="1200" />
        <Property name="og:image:height" content="630" />
        <Property name="og:image:alt" content=alt.clone() />
        <Named name="twitter:card" content="summary_large_image" />
        <Named name="twitter:image" content=picture />
        <Named name="twitter:image:alt" content=alt />
    }
    .into_any()
}

fn locale(language: Language) -> &'static str {
    match language {
        Language::Vi => "vi_VN",
        Language::En => "en_GB",
    }
}

#[component]
fn Named(name: &'static str, #[prop(into)] content: String) -> impl IntoView {
    view! { <meta name=name content=content/> }
}

#[component]
fn Property(name: &'static str, #[prop(into)] content: String) -> impl IntoView {
    view! { <meta {..custom_attribute("property", name)} content=content/> }
}

#[component]
fn Linked(rel: &'static str, href: String) -> impl IntoView {
    view! { <link rel=rel href=href/> }
}

#[component]
fn Translated(language: &'static str, href: String) -> impl IntoView {
    view! { <link rel="alternate" hreflang=language href=href/> }
}

/// What a host shows where there is no page, under whatever address: it reaches no other file
/// unless the site's own address is known. The build puts a script in (`public/lost.js`).
pub(crate) fn missing(site_url: Option<&str>) -> String {
    let policy = "default-src 'none'; base-uri 'none'; form-action 'none'";
    let [vi, en] = [Language::Vi, Language::En].map(Words::plain);
    let heading = vi.no_such_page();
    let homes = site_url.map(|site_url| {
        let home = |words: &Words| {
            let language = words.language();
            let address = format!("{site_url}{}", language.home());
            view! { <p><a href=address lang=language.as_str()>{words.title()}</a></p> }
        };
        [home(&vi), home(&en)]
    });
    let page = view! {
        <!DOCTYPE html>
        <html lang="vi">
            <head>
                <meta charset="utf-8"/>
                <meta http-equiv="Content-Security-Policy" content=policy/>
                <Named name="viewport" content="width=device-width, initial-scale=1" />
                <Named name="color-scheme" content="light dark" />
                <Named name="robots" content="noindex" />
                <title>{heading}</title>
            </head>
            <body>
                <main>
                    <h1>{heading}</h1>
                    <p>{vi.no_such_page_hint()}</p>
                    <p lang="en">{en.no_such_page_hint()}</p>
                    // For a link whose `#` was escaped: the script knows where to.
                    <p id="meant" hidden=true>
                        <a lang="vi">{vi.open_meant()}</a>
                        " "
                        <a lang="en">{en.open_meant()}</a>
                    </p>
                    {homes}
                </main>
            </body>
        </html>
    };
    page.to_html() + "\n"
}

/// The list of pages for search engines. Addresses are made of ids, which need no escaping.
pub(crate) fn sitemap<'a>(site_url: &str, folders: impl Iterator<Item = &'a str>) -> String {
    let pages = folders.map(|folder| format!("<url><loc>{site_url}{folder}</loc></url>\n"));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</urlset>\n",
        pages.collect::<String>()
    )
}
