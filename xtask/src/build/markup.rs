//! Reading the tags of a page that we wrote ourselves: attributes in double quotes, no `>` in them.

/// The tags of a page that begin like this, in their order.
pub(crate) fn tags<'a>(html: &'a str, begin: &str) -> Vec<&'a str> {
    let starts = html.match_indices(begin).map(|(start, _)| start);
    starts
        .filter_map(|start| {
            let from = html.get(start..)?;
            from.get(..=from.find('>')?)
        })
        .collect()
}

/// The value of an attribute.
pub(crate) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    Some(after.split_once('"')?.0)
}
