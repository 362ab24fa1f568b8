//! Where every figure of the province was read, and what is missing.

use crate::app::browser::dialog;
use crate::app::components::{Button, Each, origin_word};
use crate::app::live::live;
use crate::app::state::AppState;
use crate::app::text::{Word, in_language, score, source_kind, whole};
use crate::link::Language;
use crate::model::{Exact, Figure, Origin};
use leptos::html::Dialog;
use leptos::prelude::*;

/// One figure in words.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Line {
    figure: String,
    value: String,
    origin: &'static str,
    source: Option<(&'static str, String)>,
    copies: String,
}

/// A button that opens the list of figures and sources.
#[component]
pub(crate) fn SourcesButton() -> impl IntoView {
    let state = expect_context::<AppState>();
    let speech = state.speech();
    let panel = NodeRef::<Dialog>::new();
    // Filled when it is opened: most readers never do.
    let is_open = RwSignal::new(false);
    let open = Callback::new(move |()| {
        is_open.set(true);
        if let Some(panel) = panel.get_untracked() {
            dialog::open(&panel);
        }
    });
    let close = Callback::new(move |()| {
        if let Some(panel) = panel.get_untracked() {
            dialog::close(&panel);
        }
    });
    let heading = live(move || {
        format!(
            "{}: {}",
            speech.word(Word::Sources),
            state.name_of(&state.now().subject)
        )
    });
    let framework = live(move || {
        let edition = state.edition();
        edition
            .map(|e| speech.of(&e.framework().header().source))
            .unwrap_or_default()
    });
    let head = |word: Word| view! { <th scope="col">{speech.say(word)}</th> };
    let keys = Signal::derive(move || {
        let lines = if is_open.get() {
            lines(state)
        } else {
            Vec::new()
        };
        let place = format!(
            "{}/{}",
            state.open_card.get(),
            state.language.get().as_str()
        );
        let keys = lines.iter().enumerate();
        keys.map(|(position, _)| format!("{place}/{position}"))
            .collect::<Vec<_>>()
    });
    let draw = Callback::new(move |key: String| {
        let position = key.rsplit('/').next().and_then(|p| p.parse::<usize>().ok());
        let line = untrack(|| lines(state))
            .into_iter()
            .nth(position.unwrap_or_default());
        line.map(row).into_any()
    });
    view! {
        <Button label=speech.say(Word::Sources) on_click=open/>
        <dialog class="wide" node_ref=panel aria-labelledby="sources-heading"
            on:close=move |_| is_open.set(false)>
            <div class="card-head">
                <h2 id="sources-heading">{heading}</h2>
                <Button label=speech.say(Word::Close) on_click=close/>
            </div>
            <p>{speech.say(Word::SourcesHint)}</p>
            <div class="table-box" tabindex="0" role="group" aria-labelledby="sources-heading">
                <table>
                    <thead>
                        <tr>
                            {head(Word::Figure)}
                            {head(Word::Value)}
                            {head(Word::Origin)}
                            {head(Word::Source)}
                            {head(Word::Copies)}
                        </tr>
                    </thead>
                    <tbody><Each keys=keys draw=draw/></tbody>
                </table>
            </div>
            <p><strong>{speech.say(Word::FrameworkSource)}</strong> " " {framework}</p>
        </dialog>
    }
}

/// A row of the table. A place without an address is named, one with an address is linked.
fn row(line: Line) -> impl IntoView {
    let (kind, place) = line.source.unwrap_or_default();
    let is_address = place.starts_with("https://") || place.starts_with("http://");
    let text = match is_address || place.is_empty() {
        true => kind.to_owned(),
        false => format!("{kind} ({place})"),
    };
    view! {
        <tr>
            <th scope="row">{line.figure}</th>
            <td class="number">{line.value}</td>
            <td>{line.origin}</td>
            <td>
                <a href=is_address.then_some(place) target="_blank" rel="noopener noreferrer">{text}</a>
            </td>
            <td class="number">{line.copies}</td>
        </tr>
    }
}

/// Every figure of the open scorecard's unit, tracked.
fn lines(state: AppState) -> Vec<Line> {
    let language = state.speech().language();
    let unit = state.now().subject.clone();
    let Some(edition) = state.edition() else {
        return Vec::new();
    };
    let Some(row) = edition
        .position(&unit)
        .and_then(|position| edition.rows().get(position))
    else {
        return Vec::new();
    };
    let framework = edition.framework();
    let word = |word: Word| word.in_language(language).to_owned();
    let ranks = |value: Exact, language: Language| whole(value, language);
    let mut lines = vec![
        line(state, word(Word::Rank), row.rank.as_ref(), ranks, language),
        line(
            state,
            word(Word::TotalScore),
            row.total.as_ref(),
            score,
            language,
        ),
    ];
    for node in framework.mains() {
        let name = in_language(&framework.indicator(node).name, language).to_owned();
        lines.push(line(
            state,
            name,
            row.indicators.get(&node),
            score,
            language,
        ));
    }
    for (pillar, figures) in framework.pillars().iter().zip(&row.pillars) {
        let name = in_language(&pillar.name, language);
        if figures.score.is_some() {
            lines.push(line(
                state,
                name.to_owned(),
                figures.score.as_ref(),
                score,
                language,
            ));
        }
        if figures.rank.is_some() {
            let name = format!("{name}, {}", Word::PillarRank.in_language(language));
            lines.push(line(state, name, figures.rank.as_ref(), ranks, language));
        }
    }
    lines
}

fn line(
    state: AppState,
    figure: String,
    on_file: Option<&Figure>,
    write: fn(Exact, Language) -> String,
    language: Language,
) -> Line {
    let Some(on_file) = on_file else {
        return Line {
            figure,
            value: "–".to_owned(),
            origin: Word::NotPublished.in_language(language),
            source: None,
            copies: String::new(),
        };
    };
    let source = state.calculator.source(&on_file.source);
    Line {
        figure,
        value: write(on_file.value, language),
        origin: origin_word(on_file.origin).in_language(language),
        source: source.map(|s| (source_kind(&s.kind, language), s.place.clone())),
        copies: match on_file.origin {
            Origin::Derived => String::new(),
            _ => on_file.copies.to_string(),
        },
    }
}
