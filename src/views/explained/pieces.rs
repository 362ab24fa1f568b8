//! What an explanation is made of, from its title to its last sentence, as values: the formulas are
//! tested as they are told, and one view shows all of them.

use leptos::prelude::*;

/// A piece below the title.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Piece {
    /// A heading of some pieces.
    Heading(String),
    /// A sentence or a few.
    Said(String),
    /// A sentence that warns.
    Warned(String),
    /// The calculation itself, set apart from the words around it.
    Equation(String),
    /// Sentences one below the other.
    List(Vec<String>),
    /// A table with its caption.
    Table(Table),
}

/// A table of numbers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Table {
    pub(super) caption: String,
    pub(super) head: Vec<&'static str>,
    pub(super) rows: Vec<Row>,
    /// The row below the line.
    pub(super) sum: Option<Row>,
}

/// A row of a table: its name and its cells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Row {
    pub(super) name: String,
    pub(super) cells: Vec<Cell>,
}

/// What stands in a cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Cell {
    /// A number, or nothing in its place.
    Number(String),
    /// Words.
    Words(String),
}

/// An explanation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Explanation {
    pub(super) title: String,
    pub(super) pieces: Vec<Piece>,
}

impl Explanation {
    /// With nothing but its title.
    pub(super) fn new(title: String) -> Self {
        Self {
            title,
            pieces: Vec::new(),
        }
    }

    pub(super) fn head(&mut self, heading: &str) {
        self.pieces.push(Piece::Heading(heading.to_owned()));
    }

    pub(super) fn say(&mut self, sentence: impl Into<String>) {
        self.pieces.push(Piece::Said(sentence.into()));
    }

    pub(super) fn equate(&mut self, equation: String) {
        self.pieces.push(Piece::Equation(equation));
    }

    /// Whether a number in it is marked as rounded.
    pub(super) fn has_rounded(&self) -> bool {
        let is_marked = |text: &String| text.contains('≈');
        self.pieces.iter().any(|piece| match piece {
            Piece::Heading(text)
            | Piece::Said(text)
            | Piece::Warned(text)
            | Piece::Equation(text) => is_marked(text),
            Piece::List(texts) => texts.iter().any(is_marked),
            Piece::Table(table) => {
                let cells = table
                    .rows
                    .iter()
                    .chain(&table.sum)
                    .flat_map(|row| &row.cells);
                cells.into_iter().any(|cell| is_marked(cell.text()))
            }
        })
    }
}

impl Cell {
    pub(super) fn text(&self) -> &String {
        match self {
            Self::Number(text) | Self::Words(text) => text,
        }
    }
}

/// All of an explanation, as it stands on the page.
pub(super) fn shown(explanation: Explanation) -> AnyView {
    let pieces = explanation.pieces.into_iter().map(|piece| match piece {
        Piece::Heading(text) => view! { <h4>{text}</h4> }.into_any(),
        Piece::Said(text) => view! { <p>{text}</p> }.into_any(),
        Piece::Warned(text) => view! { <p class="caution">{text}</p> }.into_any(),
        Piece::Equation(text) => view! { <p class="formula" translate="no">{text}</p> }.into_any(),
        Piece::List(texts) => {
            let lines = texts.into_iter().map(|text| view! { <li>{text}</li> });
            view! { <ul>{lines.collect_view()}</ul> }.into_any()
        }
        Piece::Table(table) => tabulated(table),
    });
    view! {
        <h3>{explanation.title}</h3>
        {pieces.collect_view()}
    }
    .into_any()
}

fn tabulated(table: Table) -> AnyView {
    // A heading stands above its numbers.
    let first = table.rows.first().map(|row| row.cells.as_slice());
    let classes = first.unwrap_or_default().iter().map(|cell| match cell {
        Cell::Number(_) => Some("number"),
        Cell::Words(_) => None,
    });
    let classes: Vec<Option<&str>> = std::iter::once(None).chain(classes).collect();
    let head = table.head.into_iter().zip(classes);
    let head = head.map(|(name, class)| view! { <th scope="col" class=class>{name}</th> });
    let caption = table.caption.clone();
    let rows = table.rows.into_iter().map(row).collect_view();
    let sum = table.sum.map(|sum| view! { <tfoot>{row(sum)}</tfoot> });
    view! {
        <div class="table-box" tabindex="0" role="group" aria-label=table.caption>
            <table>
                <caption>{caption}</caption>
                <thead>
                    <tr>{head.collect_view()}</tr>
                </thead>
                <tbody>{rows}</tbody>
                {sum}
            </table>
        </div>
    }
    .into_any()
}

fn row(row: Row) -> AnyView {
    let cells = row.cells.into_iter().map(|cell| match cell {
        Cell::Number(text) => view! { <td class="number" translate="no">{text}</td> }.into_any(),
        Cell::Words(text) => view! { <td>{text}</td> }.into_any(),
    });
    view! {
        <tr>
            <th scope="row">{row.name}</th>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}
