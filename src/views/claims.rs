//! Holding a claim against the figures: typed as newspapers write it, answered part by part, with a
//! sentence to quote. Loaded when it comes near what is seen (`src/parts.rs`).

use crate::components::CopyButton;
use crate::state::State;
use dti_engine::calculator::Truth;
use dti_formats::{Assumed, read_claim};
use dti_words::{
    ClaimLine, Judged, Words, claim_answer, claim_lines, claim_quote, truth_word, undecided,
};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

/// Claims to try: one that is true, one that is false, one that the figures cannot decide.
const EXAMPLES: [&str; 3] = [
    "Thái Nguyên năm 2021 tăng 4 bậc, đứng thứ 8",
    "Bắc Giang năm 2023 điểm tăng, hạng giảm",
    "Bắc Giang năm 2023 điểm tăng nhờ nhân lực số",
];

/// What came of a claim.
struct Answer {
    truth: Truth,
    /// The same in a few words.
    said: String,
    lines: Vec<ClaimLine>,
    quote: String,
    /// What the reader has to know beside it.
    remarks: Vec<String>,
}

/// The field, and what came of it.
#[component]
pub fn Claims(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let field = NodeRef::<html::Input>::new();
    let asked = state.parts.claim;
    let ask = move |text: String| {
        let told = answer(state, &text);
        let said = told.map_or_else(|problem| problem, |answer| answer.quote);
        state.say(said);
        asked.set(text);
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(field) = field.get() {
            ask(field.value());
        }
    };
    let examples = EXAMPLES.map(|example| {
        let show = move |_| {
            if let Some(field) = field.get() {
                field.set_value(example);
            }
            ask(example.to_owned());
        };
        view! {
            <button type="button" class="quiet" lang="vi" on:click=show>{example}</button>
        }
    });
    view! {
        <h2>{words.claims_heading()}</h2>
        <p>{words.claims_hint()}</p>
        <form class="claim" on:submit=submit>
            <label for="claim">{words.claims_field()}</label>
            <input
                id="claim"
                type="text"
                maxlength="300"
                autocomplete="off"
                value=asked.get_untracked()
                node_ref=field
            />
            <button type="submit" class="primary">{words.claims_check()}</button>
        </form>
        <p class="actions"><span>{words.claims_examples()}</span>{examples.collect_view()}</p>
        {move || {
            let text = asked.get();
            (!text.trim().is_empty()).then(|| shown(state, &text))
        }}
    }
    .into_any()
}

/// The answer to a claim, or why there is none.
fn shown(state: State, text: &str) -> AnyView {
    let words = state.words.get();
    let answer = match answer(state, text) {
        Ok(answer) => answer,
        Err(problem) => return view! { <p class="notice">{problem}</p> }.into_any(),
    };
    let remarks = answer.remarks.into_iter();
    let remarks = remarks.map(|remark| view! { <p class="hint">{remark}</p> });
    let rows = answer.lines.into_iter().map(|line| row(line, &words));
    let quote = answer.quote;
    let copied = quote.clone();
    view! {
        <div class="claim-answer" data-truth=name_of(answer.truth)>
            <h3 class="finding">{answer.said}</h3>
            {remarks.collect_view()}
            <div class="table-box">
                <table>
                    <caption class="hidden">{words.claims_table()}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.claims_part()}</th>
                            <th scope="col">{words.claims_said()}</th>
                            <th scope="col">{words.claims_found()}</th>
                            <th scope="col">{words.claims_answer()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
            <blockquote>{quote}</blockquote>
            <CopyButton
                label=words.copy_sentence()
                done=words.sentence_copied()
                denied=words.copy_denied()
                text=Signal::stored(copied)
            />
        </div>
    }
    .into_any()
}

fn row(line: ClaimLine, words: &Words) -> AnyView {
    let why = undecided(line.truth, words).map(|why| format!(": {why}"));
    let found = Some(line.found).filter(|found| !found.is_empty());
    view! {
        <tr>
            <th scope="row">{line.part}</th>
            <td>{line.said}</td>
            <td translate="no">{found.unwrap_or_else(|| "—".to_owned())}</td>
            <td data-truth=name_of(line.truth)>{truth_word(line.truth, words)}{why}</td>
        </tr>
    }
    .into_any()
}

/// What styles know an answer by.
fn name_of(truth: Truth) -> &'static str {
    match truth {
        Truth::True => "true",
        Truth::False => "false",
        Truth::Undecided(_) => "open",
    }
}

/// Reads a claim and judges it by the figures on file: the scenario on screen changes nothing.
fn answer(state: State, text: &str) -> Result<Answer, String> {
    let calculator = state.calculator.get_untracked();
    let words = state.words.get_untracked();
    let edition = state
        .edition
        .with_untracked(|edition| edition.id().to_owned());
    let assumed = Assumed {
        edition: &edition,
        unit: None,
    };
    let read = read_claim(text, &calculator, assumed);
    let mut read = read.map_err(|error| state.said(&error))?;
    let mut remarks = Vec::new();
    if read.claim.unit.is_empty() {
        let row = state.subject_untracked();
        read.claim.unit = state.id(row);
        remarks.push(words.claims_assumed(state.name(row)));
    }
    if !read.unread.is_empty() {
        remarks.push(words.claims_unread(read.unread.join("”, “")));
    }
    let check = calculator.check_claim(&read.claim);
    let check = check.map_err(|error| state.said(&error))?;
    if check.across_frameworks {
        remarks.push(words.claims_across().to_owned());
    }
    let judged = Judged::of(&calculator, &read, &check);
    let judged = judged.ok_or_else(|| words.claim_not_on_file().to_owned())?;
    Ok(Answer {
        truth: check.truth,
        said: claim_answer(&judged, &words),
        lines: claim_lines(&judged, &words),
        quote: claim_quote(text.trim(), &judged, &words),
        remarks,
    })
}
