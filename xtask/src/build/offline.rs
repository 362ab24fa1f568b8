//! `offline.html`: the page with all its files in one, for a stick or a mail. Browsers refuse modules and
//! fetching from `file://`, so scripts become classic ones and everything else stands in the page.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::markup::{attribute, tags};
use super::published::is_hashed;
use super::script::as_function;
use crate::digest;
use crate::project::{files_under, read, read_bytes};

/// The script that hands out the files inside.
const INSIDE: &str = include_str!("../../offline/inside.js");
/// A file has no copy to keep and nothing newer to look for, and no embed.
const LEFT_OUT: [&str; 2] = ["embed-", "upkeep-"];

/// The page of a built site in one file.
pub(crate) fn page(dist: &Path) -> Result<String> {
    let mut html = read(&dist.join("index.html")).context("there is no built site")?;
    let mut hashes = Vec::new();
    for tag in owned(&html, "<link ") {
        let kept = match attribute(&tag, "rel") {
            Some("stylesheet") => style(dist, &tag, &mut hashes)?,
            Some("modulepreload") => as_meta(&tag)?,
            Some("icon") if tag.contains(".svg\"") => icon(dist, &tag)?,
            // What leads to other files leads nowhere here.
            _ => String::new(),
        };
        html = html.replacen(&tag, &kept, 1);
    }
    let boot = owned(&html, "<script")
        .into_iter()
        .find(|tag| tag.contains(" src=\"./boot-"))
        .context("the page doesn't load boot.js")?;
    let inside = scripts(dist, &boot, &mut hashes)?;
    html = html.replacen(&format!("{boot}</script>"), &inside, 1);
    let policy = owned(&html, "<meta ")
        .into_iter()
        .find(|tag| attribute(tag, "http-equiv") == Some("Content-Security-Policy"))
        .context("the page has no policy")?;
    html = html.replacen(&policy, &policy_tag(&hashes), 1);
    check(&html)?;
    Ok(html)
}

fn owned(html: &str, begin: &str) -> Vec<String> {
    tags(html, begin).into_iter().map(str::to_owned).collect()
}

/// The stylesheet inside the page.
fn style(dist: &Path, tag: &str, hashes: &mut Vec<Hash>) -> Result<String> {
    let name = attribute(tag, "href").context("a stylesheet without an address")?;
    let text = read(&dist.join(name))?;
    if text.contains("</style") {
        bail!("a stylesheet can't stand in the page if it holds `</style`");
    }
    hashes.push(Hash::Style(digest::policy_hash(text.as_bytes())));
    Ok(format!("<style>{text}</style>"))
}

/// What boot.js reads an address from, without having the browser load it.
fn as_meta(tag: &str) -> Result<String> {
    let (Some(id), Some(address)) = (attribute(tag, "id"), attribute(tag, "href")) else {
        bail!("a preloaded file has no id or address (`{tag}`)");
    };
    Ok(format!(
        "<meta name=\"{id}\" id=\"{id}\" content=\"{address}\">"
    ))
}

fn icon(dist: &Path, tag: &str) -> Result<String> {
    let address = attribute(tag, "href").context("an icon without an address")?;
    let image = STANDARD.encode(read_bytes(&dist.join(address))?);
    Ok(format!(
        "<link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{image}\">"
    ))
}

/// What a policy allows by its hash.
enum Hash {
    Script(String),
    Style(String),
}

fn policy_tag(hashes: &[Hash]) -> String {
    let (mut scripts, mut styles) = (String::new(), String::new());
    for hash in hashes {
        match hash {
            Hash::Script(hash) => scripts.push_str(&format!(" '{hash}'")),
            Hash::Style(hash) => styles.push_str(&format!(" '{hash}'")),
        }
    }
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src \
         'wasm-unsafe-eval'{scripts}; style-src{styles}; img-src data: blob:; worker-src blob:; \
         base-uri 'none'; form-action 'none'; object-src 'none'; require-trusted-types-for \
         'script'; trusted-types default\">"
    )
}

/// All files of the page as elements, the start last.
fn scripts(dist: &Path, boot: &str, hashes: &mut Vec<Hash>) -> Result<String> {
    let boot = attribute(boot, "src").unwrap_or_default();
    let boot = boot.trim_start_matches("./");
    let mut elements = vec![script("", INSIDE, hashes)];
    for path in files_under(dist)? {
        let name = path.strip_prefix(dist)?.to_string_lossy().into_owned();
        let is_left_out = LEFT_OUT.iter().any(|begin| name.starts_with(begin));
        if !is_hashed(&name) || name == boot || is_left_out || name.ends_with(".css") {
            continue;
        }
        let content = read_bytes(&path)?;
        elements.push(if name.ends_with(".js") {
            let text = String::from_utf8(content).context("a script is no UTF-8")?;
            script(&name, &classic(&name, &text)?, hashes)
        } else {
            data(&name, &content)
        });
    }
    let start = read(&dist.join(boot))?;
    let start = start.replace("import(", "bring(");
    let start = format!("(async ({{ fetch, bring }}) => {{\n{start}\n}})(dtiInside);");
    elements.push(script("", &start, hashes));
    Ok(elements.concat())
}

/// A script in the page; its text may not end its element.
fn script(name: &str, text: &str, hashes: &mut Vec<Hash>) -> String {
    let text = text
        .replace("</script", "<\\/script")
        .replace("<!--", "<\\!--");
    hashes.push(Hash::Script(digest::policy_hash(text.as_bytes())));
    let id = match name {
        "" => String::new(),
        name => format!(" id=\"file:{name}\""),
    };
    format!("<script{id}>{text}</script>\n")
}

/// A file that is no script, as text that no browser reads.
fn data(name: &str, content: &[u8]) -> String {
    let kind = if name.ends_with(".wasm") {
        "application/wasm"
    } else {
        "text/plain"
    };
    let text = STANDARD.encode(content);
    format!("<script type=\"text/plain\" id=\"file:{name}\" data-type=\"{kind}\">{text}</script>\n")
}

/// A module as a classic script that gives its exports when it is asked; other scripts stay.
fn classic(name: &str, text: &str) -> Result<String> {
    let Some(function) = as_function(text).with_context(|| format!("{name} can't be held"))? else {
        return Ok(text.to_owned());
    };
    Ok(format!("dtiInside.scripts[\"{name}\"] = {function};\n"))
}

/// Refuses a page that would ask for another file.
fn check(html: &str) -> Result<()> {
    for tag in ["<link ", "<script", "<img "]
        .map(|begin| tags(html, begin))
        .concat()
    {
        let loads = [" src=\"", " href=\""]
            .iter()
            .any(|name| tag.contains(name));
        if loads && !tag.contains("\"data:") {
            bail!("offline.html would load another file (`{tag}`)");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{classic, page};
    use crate::project::{remove_folder, write};

    const MODULE: &str = "let wasm;\nexport function ask(a) {\n  return a;\n}\nexport async function go() {}\n\
        export class Sink {\n}\nconst url = new URL('x', import.meta.url);\nexport { start as default, ask };\n";

    #[test]
    fn a_module_becomes_a_function_that_gives_its_exports() {
        let text = classic("m.js", MODULE).unwrap();
        assert!(text.starts_with("dtiInside.scripts[\"m.js\"] = () => {\nlet wasm;\nfunction ask"));
        assert!(
            text.contains("async function go() {}\nclass Sink {\n}"),
            "{text}"
        );
        assert!(!text.contains("import.meta"));
        let exports = "{ ask: ask, go: go, Sink: Sink, default: start, ask: ask }";
        assert!(
            text.ends_with(&format!("return {exports};\n}};\n")),
            "{text}"
        );
        assert_eq!(classic("w.js", "let a = 1;\n").unwrap(), "let a = 1;\n");
        assert!(classic("m.js", "import { a } from './a.js';\nexport { a };\n").is_err());
    }

    #[test]
    fn everything_stands_in_one_file_that_its_policy_knows() {
        let dist = std::env::temp_dir().join(format!("xtask-offline-{}", std::process::id()));
        let hash = "0123456789abcdef";
        let html = format!(
            "<head><meta http-equiv=\"Content-Security-Policy\" content=\"old\">\
             <link rel=\"icon\" href=\"./favicon.svg\" type=\"image/svg+xml\">\
             <link rel=\"canonical\" href=\"https://example.org/\">\
             <link rel=\"stylesheet\" href=\"./style-{hash}.css\" integrity=\"x\">\
             <link id=\"page-script\" rel=\"modulepreload\" href=\"./page-{hash}.js\">\
             </head><script type=\"module\" src=\"./boot-{hash}.js\" integrity=\"x\"></script>"
        );
        for (name, content) in [
            ("index.html", html.as_str()),
            ("favicon.svg", "<svg/>"),
            (&format!("style-{hash}.css"), "a{}"),
            (
                &format!("page-{hash}.js"),
                "export const a = '</script>';\n",
            ),
            (&format!("page-{hash}.wasm"), "\0asm"),
            (&format!("upkeep-{hash}.js"), "fetch('version.json');"),
            (&format!("boot-{hash}.js"), "await import(x);\n"),
        ] {
            write(&dist.join(name), content).unwrap();
        }
        let html = page(&dist).unwrap();
        assert!(html.contains("<style>a{}</style>") && html.contains("await bring(x)"));
        assert!(html.contains("'<\\/script>'") && !html.contains("version.json"));
        assert!(html.contains("data-type=\"application/wasm\">AGFzbQ==</script>"));
        let meta = format!("id=\"page-script\" content=\"./page-{hash}.js\"");
        assert!(html.contains(&meta) && !html.contains("canonical"));
        assert_eq!(html.matches("'sha256-").count(), 4);
        assert!(!html.contains("'self'") && !html.contains("content=\"old\""));
        assert_eq!(page(&dist).unwrap(), html, "the same bytes again");
        write(
            &dist.join("index.html"),
            html.replace("<head>", "<img src=\"./a.png\">"),
        )
        .unwrap();
        assert!(page(&dist).is_err());
        remove_folder(&dist).unwrap();
    }
}
