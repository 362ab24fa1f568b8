//! Whom a page's policy calls `'self'`. In a frame whose sandbox takes its origin away WebKit takes that for
//! nobody, while Chromium and Firefox still mean the page's own: so the origin is named beside it.

use super::markup::tags;

/// A page of a site at this address.
pub(super) fn of_page(html: &str, site_url: Option<&str>) -> String {
    match site_url.and_then(origin) {
        Some(origin) => beside_self(html, origin),
        None => html.to_owned(),
    }
}

/// The embed, which is put into such frames. Where no address is known any host may serve it, until its
/// own first script, `embed/sources.js`, says which one does.
pub(super) fn of_embed(html: &str, site_url: Option<&str>) -> String {
    beside_self(html, site_url.and_then(origin).unwrap_or("http: https:"))
}

fn beside_self(html: &str, others: &str) -> String {
    let policies = tags(html, "<meta http-equiv=\"Content-Security-Policy\"");
    policies.into_iter().fold(html.to_owned(), |html, policy| {
        html.replace(
            policy,
            &policy.replace("'self'", &format!("'self' {others}")),
        )
    })
}

/// `https://example.org` of `https://example.org/dti/`.
fn origin(site_url: &str) -> Option<&str> {
    let host = site_url.find("://")? + "://".len();
    let end = site_url.get(host..)?.find('/')?;
    site_url.get(..host + end)
}

#[cfg(test)]
mod tests {
    use super::{of_embed, of_page};

    const WRITTEN: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src \
        'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'\"><p>'self'</p>";

    #[test]
    fn the_origin_is_named_where_the_address_is_known() {
        let site = Some("https://example.org:8443/dti/");
        for html in [of_page(WRITTEN, site), of_embed(WRITTEN, site)] {
            assert!(
                html.contains("script-src 'self' https://example.org:8443 'wasm-unsafe-eval';")
            );
            assert!(html.contains("style-src 'self' https://example.org:8443\"><p>'self'</p>"));
        }
    }

    #[test]
    fn without_an_address_the_embed_alone_leaves_the_host_to_its_script() {
        assert_eq!(of_page(WRITTEN, None), WRITTEN);
        let html = of_embed(WRITTEN, None);
        assert!(html.contains("script-src 'self' http: https: 'wasm-unsafe-eval';"));
        let project = crate::project::Project::find().unwrap();
        let script = crate::project::read(&project.root.join("embed/sources.js")).unwrap();
        assert!(script.contains("\"'self' http: https:\""));
    }
}
