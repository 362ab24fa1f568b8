//! The pieces of a report as elements of the page.

use dti_formats::{DocumentPiece, DocumentTable, Tone};
use leptos::prelude::*;

/// Pieces one below the other. Ids of their tables begin with a prefix.
pub(super) fn pieces(pieces: &[DocumentPiece], prefix: &str) -> AnyView {
    let shown = pieces.iter().enumerate();
    let shown: Vec<AnyView> = shown
        .map(|(place, piece)| shown_piece(piece, &format!("report-{prefix}-{place}")))
        .collect();
    shown.into_any()
}

fn shown_piece(piece: &DocumentPiece, id: &str) -> AnyView {
    match piece {
        DocumentPiece::Heading(text) => view! { <h4>{text.clone()}</h4> }.into_any(),
        DocumentPiece::Paragraph(Tone::Quote, text) => {
            view! { <blockquote>{text.clone()}</blockquote> }.into_any()
        }
        DocumentPiece::Paragraph(tone, text) => {
            let class = match tone {
                Tone::Warning => "report-warning",
                Tone::Remark => "hint-line",
                Tone::Plain | Tone::Quote => "told",
            };
            view! { <p class=class>{text.clone()}</p> }.into_any()
        }
        DocumentPiece::Facts(facts) => {
            let facts = facts.iter().map(|(name, value)| {
                view! {
                    <div>
                        <dt>{name.clone()}</dt>
                        <dd translate="no">{value.clone()}</dd>
                    </div>
                }
                .into_any()
            });
            view! { <dl class="report-facts">{facts.collect_view()}</dl> }.into_any()
        }
        DocumentPiece::List(lines) => {
            let lines = lines.iter();
            let lines = lines.map(|line| view! { <li>{line.clone()}</li> }.into_any());
            view! { <ul class="report-list">{lines.collect_view()}</ul> }.into_any()
        }
        DocumentPiece::Table(table) => shown_table(table, id),
        // Pictures are drawn in tasks of their own.
        DocumentPiece::Picture(_) => ().into_any(),
    }
}

/// A table in a box that scrolls where a screen is narrow.
fn shown_table(table: &DocumentTable, id: &str) -> AnyView {
    let heads = table.columns.iter().map(|(text, is_number)| {
        view! { <th scope="col" class=class(*is_number)>{text.clone()}</th> }.into_any()
    });
    let rows = table.rows.iter().enumerate().map(|(place, row)| {
        let cells = row.iter().zip(&table.columns).enumerate();
        let cells = cells.map(|(column, (cell, (_, is_number)))| match column {
            0 => view! { <th scope="row">{cell.clone()}</th> }.into_any(),
            _ => {
                let translate = is_number.then_some("no");
                view! { <td class=class(*is_number) translate=translate>{cell.clone()}</td> }
                    .into_any()
            }
        });
        let is_own = table.own.contains(&place).then_some("own");
        view! { <tr class=is_own>{cells.collect_view()}</tr> }.into_any()
    });
    let caption =
        (!table.caption.is_empty()).then(|| view! { <caption>{table.caption.clone()}</caption> });
    let first = table.columns.first().map(|(text, _)| text.clone());
    let label = match table.caption.is_empty() {
        true => first.unwrap_or_default(),
        false => table.caption.clone(),
    };
    view! {
        <div class="table-box" id=id.to_owned() tabindex="0" role="group" aria-label=label>
            <table>
                {caption}
                <thead>
                    <tr>{heads.collect_view()}</tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn class(is_number: bool) -> Option<&'static str> {
    is_number.then_some("number")
}
