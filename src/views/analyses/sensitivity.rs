//! What the doubt in the unit's rank comes from: which share of its variation each source explains alone and
//! which it takes part in, never without its interval and the number of rows. Drawn beside the page.

use super::draws::{DrawsWaiting, SPREADS, Seed, chosen, spreads};
use super::ground::{Ground, found};
use super::parts::{Caution, Cells, Choose, Finding, Folded, Row, Simulated, Table, TableBox};
use crate::bridge::Made;
use crate::components::{LiveText, flag, text};
use crate::draws::{Doubt, Heard, Question, Varied, Wanted, packed, unpacked};
use crate::state::State;
use dti_engine::calculator::{self, Group, Indices};
use dti_engine::model::{Note, Rivals};
use dti_formats::link::{Link, Privacy, write};
use dti_words::analyses::sensitivity::{self as words_of, share, source};
use dti_words::analyses::stability::{Varying, varied};
use dti_words::analyses::sweep::count;
use dti_words::note;
use leptos::prelude::*;

/// Numbers of rows that are offered, the usual one first.
const ROWS: [u32; 3] = [2_000, 10_000, 50_000];
/// Spread of the max points where none is chosen, in per cent.
const SPREAD: u32 = 25;
/// What stands where nothing varies.
const NONE: &str = "–";

/// What there is to say.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Told {
    finding: String,
    told: String,
    table: Table,
    /// How the draws are made.
    scheme: String,
    caution: String,
    /// How far the draws are, in per cent; nothing once they are made.
    under_way: Option<u32>,
}

/// The panel.
#[component]
pub fn Sensitivity(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let draws = state.parts.draws;
    let wanted = found(state, question);
    let told = followed(state, wanted);
    let part = move |of: fn(&Told) -> &String| text(move || told.with(|told| of(told).clone()));
    let table = Memo::new(move |_| told.with(|told| told.table.clone()));
    let done = Memo::new(move |_| told.with(|told| told.under_way));
    let progress = text(move || words_progress(state, done.get()));
    let rows = ROWS.map(|rows| (rows.to_string(), count(rows, &words)));
    let asked = move |of: fn(&Question) -> u32| {
        text(move || {
            let wanted = wanted.with(|wanted| wanted.as_ref().and_then(|own| own.as_ref().map(of)));
            wanted.unwrap_or_default().to_string()
        })
    };
    view! {
        <div class="choices">
            <Choose
                state
                key="spread"
                label=words.stability_spread()
                options=spreads(&words)
                value=asked(|question| question.spread)
            />
            <Choose
                state
                key="rows"
                label=words.doubt_rows()
                options=Signal::stored(rows.to_vec())
                value=asked(|question| question.draws)
            />
        </div>
        <Finding state sentence=part(|told| &told.finding) told=part(|told| &told.told) />
        <p class="draws" hidden=flag(move || done.get().is_none())>
            <progress max="100" value=move || done.get().unwrap_or_default().to_string()>
                {()}
            </progress>
            <span><LiveText text=progress /></span>
        </p>
        <TableBox state name="doubt" table />
        <p class="told" hidden=flag(move || table.with(|table| table.rows.is_empty()))>
            {words.doubt_hint()}
        </p>
        <Caution sentence=part(|told| &told.caution) />
        <Folded id="folded-doubt" summary=words.details().to_owned()>
            <p><LiveText text=part(|told| &told.scheme) /></p>
            <Seed state />
        </Folded>
        <DrawsWaiting state is_awaited=flag(move || draws.made() == Made::Nothing) />
        <Simulated state />
    }
    .into_any()
}

fn words_progress(state: State, done: Option<u32>) -> String {
    let words = state.words.get();
    done.map(|done| words.doubt_progress(done))
        .unwrap_or_default()
}

/// Asks while the analyses are near, and says what is heard of it.
fn followed(state: State, wanted: ReadSignal<Option<Option<Question>>>) -> Memo<Told> {
    let draws = state.parts.draws;
    Effect::new(move || {
        if state.parts.near_analyses.get()
            && let Some(Some(question)) = wanted.get()
        {
            draws.ask(state.parts.turn.get(), packed(&Wanted::Doubt(question)));
        }
    });
    Memo::new(move |_| {
        let heard = match draws.made() {
            Made::Answer(bytes) => unpacked(&bytes),
            Made::Nothing | Made::Lost => None,
        };
        // Shares belong to what they were drawn from: what was heard before is not shown again.
        let doubt = match heard {
            Some(Heard::Doubt(doubt)) if wanted.get() == Some(Some(doubt.question.clone())) => {
                Some(doubt)
            }
            _ => None,
        };
        state.words.track();
        let ground = Ground::of_now(state);
        ground
            .map(|ground| told(&ground, doubt.as_ref()))
            .unwrap_or_default()
    })
}

/// What is asked by the choices: every source is on. Nothing where the scenario is too large to be handed
/// on.
fn question(ground: &Ground) -> Option<Question> {
    let link = Link {
        scenario: ground.scenario.clone(),
        ..Link::default()
    };
    Some(Question {
        scenario: write(&link, Privacy::WithKnown).ok()?,
        draws: chosen(ground, "rows", &ROWS, ROWS[0]),
        seed: ground.seed,
        spread: chosen(ground, "spread", &SPREADS, SPREAD),
        rounding: true,
        estimates: true,
        rivals: true,
    })
}

/// What there is to say of the draws so far.
fn told(ground: &Ground, doubt: Option<&Doubt>) -> Told {
    let words = &ground.words;
    let caution = ground
        .is_estimated()
        .then(|| note(Note::DependsOnEstimates, words));
    let waiting = Told {
        finding: words.doubt_none(ground.own_name()),
        caution: caution.unwrap_or_default(),
        ..Told::default()
    };
    let Some(doubt) = doubt else {
        return waiting;
    };
    let Some(found) = &doubt.found else {
        let (done, all) = doubt.progress;
        let per_cent = u64::from(done) * 100 / u64::from(all.max(1));
        return Told {
            under_way: u32::try_from(per_cent).ok(),
            ..waiting
        };
    };
    let [by_score, by_rank] = [&found.score, &found.rank].map(of_engine);
    let rows = doubt.question.draws;
    let said = words_of::Doubt {
        unit: ground.own_name(),
        rank: ground.own.rank,
        rows,
        by_rank: &by_rank,
        by_score: &by_score,
    };
    let varying = Varying {
        weights: f64::from(doubt.question.spread) / 100.0,
        rounding: true,
        estimates: ground.estimate_error(),
        rivals: found
            .rival_deviation
            .map(|deviation| (deviation, ground.scenario.rivals == Rivals::Trend)),
    };
    let draws = by_rank.groups.len() + 2;
    Told {
        finding: said.finding(words),
        told: format!("{} {}", varied(varying, words), said.size(words)),
        table: table(ground, rows, &by_rank, &by_score),
        scheme: words.doubt_scheme(rows, draws),
        ..waiting
    }
}

fn of_engine(varied: &Varied) -> calculator::Varied {
    let groups = varied.shares.iter().map(|own| {
        let indices = Indices {
            first: own.first,
            total: own.total,
        };
        (own.group, indices)
    });
    calculator::Varied {
        mean: varied.mean,
        deviation: varied.deviation,
        groups: groups.collect(),
    }
}

/// Each source: what it does to the rank, and to the score.
fn table(
    ground: &Ground,
    rows: u32,
    by_rank: &calculator::Varied,
    by_score: &calculator::Varied,
) -> Table {
    let words = &ground.words;
    let of = |varied: &calculator::Varied, wanted: Group| {
        let found = varied.groups.iter().find(|(group, _)| *group == wanted);
        let told = found.map(|(_, own)| [own.first, own.total].map(|own| share(own, words)));
        told.unwrap_or_else(|| [NONE, NONE].map(str::to_owned))
    };
    // What varies neither has no groups.
    let named = if by_rank.groups.is_empty() {
        by_score
    } else {
        by_rank
    };
    let sources = named.groups.iter().map(|(group, _)| {
        let mut cells = vec![source(*group, words)];
        cells.extend(of(by_rank, *group));
        cells.extend(of(by_score, *group));
        Row::plain(cells)
    });
    let number = |heading: &str| (heading.to_owned(), Cells::Number);
    Table {
        caption: words.doubt_caption(rows),
        columns: vec![
            (words.doubt_source().to_owned(), Cells::Text),
            number(words.doubt_rank_first()),
            number(words.doubt_rank_total()),
            number(words.doubt_score_first()),
            number(words.doubt_score_total()),
        ],
        rows: sources.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::ground::tests::with_ground;
    use super::{question, told};
    use crate::draws::{Heard, Wanted, maker, packed, unpacked};

    #[test]
    fn shares_are_told_with_their_intervals_and_rows_as_the_calculator_gives_them() {
        with_ground("#e=2023&u=bac-giang", &[("rows", "2000")], |ground| {
            let waiting = told(ground, None);
            assert_eq!(
                waiting.finding,
                "Điều gì làm hạng của Bắc Giang không chắc?"
            );
            assert!(waiting.table.rows.is_empty() && waiting.under_way.is_none());
            let question = question(ground).unwrap();
            let mut maker = maker();
            maker.supply(dti_formats::official_bytes(), "");
            maker.begin(&packed(&Wanted::Doubt(question)));
            let heard = |bytes: Vec<u8>| match unpacked(&bytes) {
                Some(Heard::Doubt(doubt)) => doubt,
                other => panic!("{other:?}"),
            };
            maker.advance(1_000);
            let under_way = told(ground, Some(&heard(maker.answer())));
            assert_eq!(under_way.under_way, Some(40));
            assert!(under_way.table.rows.is_empty());
            assert!(maker.advance(10_000));
            let told = told(ground, Some(&heard(maker.answer())));
            assert_eq!(told.under_way, None);
            assert!(
                told.finding.contains("khoảng tin cậy 95%, N = 2.000"),
                "{}",
                told.finding
            );
            assert!(told.told.contains("độ lệch chuẩn"), "{}", told.told);
            assert_eq!(told.table.rows.len(), 4);
            assert!(told.table.caption.contains("N = 2.000"));
            for row in &told.table.rows {
                for cell in &row.cells[1..] {
                    assert!(cell.contains("% (") && cell.contains(" đến "), "{cell}");
                }
            }
            // The others' movement is nothing to the unit's own score.
            let rivals = &told.table.rows[3].cells;
            assert_eq!(rivals[0], "thay đổi của các tỉnh khác");
            assert_eq!(rivals[3..], ["0% (0 đến 0%)", "0% (0 đến 0%)"]);
        });
    }

    #[test]
    fn choices_reach_the_question_and_wrong_ones_change_nothing() {
        for (choices, wanted) in [
            (vec![], (2_000, 25)),
            (vec![("rows", "10000"), ("spread", "50")], (10_000, 50)),
            (vec![("rows", "1e9"), ("spread", "-1")], (2_000, 25)),
        ] {
            with_ground("#e=2023&u=bac-giang&seed=7", &choices, |ground| {
                let asked = question(ground).unwrap();
                assert_eq!((asked.draws, asked.spread), wanted);
                assert_eq!(asked.seed, 7);
                assert!(asked.rounding && asked.estimates && asked.rivals);
            });
        }
    }
}
