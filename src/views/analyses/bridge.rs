//! Between two decisions: what of a change from one edition to another is method and what is movement, by
//! main indicator, with the share of points that can be compared.

use super::ground::{Ground, found_on_file, piece};
use super::parts::{Caution, Cells, Choose, Finding, Folded, Paragraph, Row, Table, TableBox};
use crate::components::{flag, text, when};
use crate::state::State;
use dti_engine::calculator::{Bridge as Found, CalculatorError, PlanLevel, Range};
use dti_engine::model::{Edition, Exact, Node};
use dti_words::analyses::explain::places;
use dti_words::numbers::{change, percent, score};
use leptos::prelude::*;
use std::sync::Arc;

/// What there is to say.
#[derive(Clone, PartialEq, Debug, Default)]
struct Told {
    ends: [String; 2],
    options: [Vec<(String, String)>; 2],
    finding: String,
    told: String,
    parts: Table,
    measured: String,
    places: Table,
    estimated: String,
    /// Why it stops at main indicators.
    components: String,
    source: String,
}

/// Whether an edition can be compared with one of another framework.
pub(super) fn is_offered(state: State) -> bool {
    let edition = state.edition.get();
    let calculator = state.calculator.get();
    let all: Vec<&Arc<Edition>> = calculator.series(&edition).collect();
    !pairs(&all).is_empty()
}

/// The panel.
#[component]
pub fn Bridge(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let found = found_on_file(state, || {}, bridge);
    let said = move |say: fn(&Told) -> &String| piece(found, move |own| say(own).clone());
    let places = piece(found, |own| own.places.clone());
    let has_places = flag(move || places.with(|places| !places.rows.is_empty()));
    let source = said(|own| &own.source);
    view! {
        <div class="choices">
            <Choose
                state
                key="from"
                label=words.bridge_from()
                options=piece(found, |own| own.options[0].clone())
                value=said(|own| &own.ends[0])
            />
            <Choose
                state
                key="to"
                label=words.bridge_to()
                options=piece(found, |own| own.options[1].clone())
                value=said(|own| &own.ends[1])
            />
        </div>
        <Finding state sentence=said(|own| &own.finding) told=said(|own| &own.told) />
        <TableBox
            state
            name="bridge-parts"
            table=piece(found, |own| own.parts.clone())
            source
        />
        <Paragraph sentence=said(|own| &own.measured) />
        <Caution sentence=said(|own| &own.components) class="caution plain" />
        {when(
            has_places,
            move || {
                view! {
                    <Folded
                        id="folded-places"
                        summary=text(move || state.words.with(|words| words.details().to_owned()))
                    >
                        <TableBox state name="bridge-places" table=places source />
                        <Caution sentence=said(|own| &own.estimated) />
                    </Folded>
                }
                .into_any()
            },
        )}
    }
    .into_any()
}

/// Editions of the same units under two frameworks, the earlier one first.
fn pairs<'a>(all: &[&'a Arc<Edition>]) -> Vec<[&'a Arc<Edition>; 2]> {
    let is_whole = |edition: &Edition| {
        let header = edition.header();
        header.simulatable && header.merger_of.is_none()
    };
    let mut pairs = Vec::new();
    for &after in all.iter().filter(|edition| is_whole(edition)) {
        let earlier = all.iter().filter(|before| {
            let is_other = before.framework().id() != after.framework().id();
            is_other && is_whole(before) && before.header().year < after.header().year
        });
        pairs.extend(earlier.map(|&before| [before, after]));
    }
    pairs
}

/// What can be said of the page as it is.
fn bridge(ground: &Ground) -> Told {
    let words = &ground.words;
    let all: Vec<&Arc<Edition>> = ground.calculator.series(&ground.edition).collect();
    let pairs = pairs(&all);
    let wanted = ["from", "to"].map(|key| ground.choice(key));
    let fit = |pair: &&[&Arc<Edition>; 2]| {
        let both = pair.iter().zip(wanted);
        both.filter(|(edition, wanted)| edition.id() == *wanted)
            .count()
    };
    // The last of those that fit best.
    let Some([before, after]) = pairs.iter().max_by_key(fit) else {
        return Told::default();
    };
    let option = |edition: &Arc<Edition>| {
        let title = ground.in_language(&edition.header().title);
        (edition.id().to_owned(), title.to_owned())
    };
    let options = [0, 1].map(|end| {
        let mut options: Vec<_> = pairs
            .iter()
            .filter_map(|pair| Some(option(pair.get(end)?)))
            .collect();
        options.dedup();
        options
    });
    let base = Told {
        ends: [before, after].map(|edition| edition.id().to_owned()),
        source: [option(before).1, option(after).1].join(", "),
        options,
        ..Told::default()
    };
    let unit = ground.calculator.counterpart(ground.unit(), after.id());
    let unit = unit.unwrap_or_default();
    let asked = |level| {
        ground
            .calculator
            .bridge(unit, before.id(), after.id(), level)
    };
    match asked(PlanLevel::Main) {
        Ok(found) => Crossing {
            ground,
            ends: [before, after],
            found,
        }
        .told(asked(PlanLevel::Component).err(), base),
        Err(error) => {
            let row = after.position(unit).unwrap_or_default();
            Told {
                finding: words.bridge_refused(ground.name_in(after, row)),
                told: ground.in_words(&error),
                ..base
            }
        }
    }
}

/// A change between two editions.
struct Crossing<'a> {
    ground: &'a Ground,
    ends: [&'a Arc<Edition>; 2],
    found: Found,
}

impl Crossing<'_> {
    fn told(&self, components: Option<CalculatorError>, base: Told) -> Told {
        let (ground, words, found) = (self.ground, &self.ground.words, &self.found);
        let [from, to] = self.ends.map(|edition| edition.id());
        let [before, after] = found.comparable.map(|share| percent(share, words));
        let mut told = vec![words.bridge_comparable(before, from, after, to)];
        if let Some(hidden) = &found.hidden {
            told.push(words.bridge_hidden(self.names(&hidden.nodes)));
        }
        Told {
            finding: self.finding(),
            told: told.join(" "),
            parts: self.parts(),
            measured: match found.across_frameworks {
                true => words.bridge_measured(),
                false => words.bridge_same_framework().to_owned(),
            },
            places: self.places(),
            estimated: match found.estimated {
                true => words.bridge_estimated().to_owned(),
                false => String::new(),
            },
            components: components
                .map(|error| words.bridge_components(ground.in_words(&error)))
                .unwrap_or_default(),
            ..base
        }
    }

    fn names(&self, nodes: &[Node]) -> String {
        let names: Vec<&str> = nodes.iter().map(|&node| self.name_of(node)).collect();
        names.join(", ")
    }

    fn name_of(&self, node: Node) -> &str {
        let name = &self.ends[1].framework().indicator(node).name;
        self.ground.in_language(name)
    }

    /// "+0,0132", or "từ −0,0010 đến +0,0132".
    fn range(&self, range: Range) -> String {
        let words = &self.ground.words;
        let [low, high] = [range.low, range.high].map(|end| change(end, words));
        match low == high {
            true => low,
            false => words.bridge_between(low, high),
        }
    }

    fn finding(&self) -> String {
        let (words, found) = (&self.ground.words, &self.found);
        let name = self.ground.name_in(self.ends[1], found.position);
        let years = self.ends.map(|edition| edition.id()).join(" → ");
        let moved = change(found.scores[1] - found.scores[0], words);
        let ranks = found.ranks.map(|rank| rank.to_string()).join(" → ");
        let [weights, values] = [found.weights(), found.values()].map(|range| self.range(range));
        words.bridge_finding(name, years, moved, ranks, weights, values)
    }

    /// Each main indicator, those that are known as a sum only, rounding, and the whole.
    fn parts(&self) -> Table {
        let (words, found) = (&self.ground.words, &self.found);
        let row = |name: &str, shares: [Exact; 2], scores: [String; 2]| {
            let mut cells = vec![name.to_owned()];
            cells.extend(shares.map(|share| percent(share, words)));
            cells.extend(scores);
            cells
        };
        let none = || [String::new(), String::new()];
        let mut rows: Vec<Row> = Vec::new();
        for part in &found.parts {
            let scores = part.scores.map(|own| score(own, words));
            let mut cells = row(self.name_of(part.node), part.shares, scores);
            let split = [part.split.weights, part.split.values, part.typical];
            cells.extend(split.map(|by| change(by, words)));
            rows.push(Row::plain(cells));
        }
        if let Some(hidden) = &found.hidden {
            let left = found.comparable.map(|share| Exact::ONE - share);
            let mut cells = row(&words.explain_hidden(hidden.nodes.len()), left, none());
            cells.extend([hidden.weights, hidden.values].map(|range| self.range(range)));
            cells.push(String::new());
            rows.push(Row::plain(cells));
        }
        if found.rest.round_half_up(4) != 0 {
            let mut cells = vec![words.explain_rounding().to_owned()];
            cells.extend(std::iter::repeat_n(String::new(), 5));
            cells.extend([change(found.rest, words), String::new()]);
            rows.push(Row::plain(cells));
        }
        let scores = found.scores.map(|own| score(own, words));
        let mut cells = row(words.row_total(), [Exact::ONE; 2], scores);
        cells.extend([found.weights(), found.values()].map(|range| self.range(range)));
        cells.push(String::new());
        rows.push(Row::own(cells));
        Table {
            caption: words.bridge_table().to_owned(),
            columns: self.columns(),
            rows,
        }
    }

    fn columns(&self) -> Vec<(String, Cells)> {
        let words = &self.ground.words;
        let ids = self.ends.map(|edition| edition.id());
        let shares = ids.map(|id| words.bridge_share(id));
        let scores = ids.map(|id| words.bridge_score(id));
        let causes = [
            words.bridge_weights().to_owned(),
            words.bridge_values().to_owned(),
            words.bridge_typical(),
        ];
        let numbers = shares.into_iter().chain(scores).chain(causes);
        let first = (words.column_main_indicator().to_owned(), Cells::Text);
        let numbers = numbers.map(|heading| (heading, Cells::Number));
        std::iter::once(first).chain(numbers).collect()
    }

    /// Places by own values, rivals and method.
    fn places(&self) -> Table {
        let (words, found) = (&self.ground.words, &self.found);
        let [own, rivals, method] = found.places;
        let whole = i64::from(found.ranks[1]) - i64::from(found.ranks[0]);
        let row = |name: String, by: Exact| vec![name, places(by, words)];
        Table {
            caption: words.bridge_places().to_owned(),
            columns: vec![
                (words.explain_cause().to_owned(), Cells::Text),
                (words.explain_places().to_owned(), Cells::Number),
            ],
            rows: vec![
                Row::plain(row(words.explain_own(), own)),
                Row::plain(row(words.explain_rivals(), rivals)),
                Row::plain(row(words.explain_method().to_owned(), method)),
                Row::own(row(words.row_total().to_owned(), Exact::whole(whole))),
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Told, bridge};
    use crate::views::analyses::ground::tests::with_ground;
    use crate::views::tests::support::official;
    use dti_engine::calculator::PlanLevel;

    fn told(fragment: &str, choices: &[(&str, &str)]) -> Told {
        with_ground(fragment, choices, bridge)
    }

    #[test]
    fn bac_giang_from_2023_to_2024() {
        let own = told("#e=2024&u=bac-giang", &[]);
        assert_eq!(own.ends, ["2023", "2024"]);
        let start =
            "Bắc Giang, 2023 → 2024: giá trị +0,0217, hạng 9 → 13. Trọng số mới làm đổi từ ";
        assert!(own.finding.starts_with(start), "{}", own.finding);
        assert!(
            own.told
                .contains("trên 60% điểm tối đa của kỳ 2023 và 68% của kỳ 2024"),
            "{}",
            own.told
        );
        for name in [
            "Nhận thức số",
            "Thể chế số",
            "Nhân lực số",
            "An toàn thông tin mạng",
        ] {
            assert!(own.told.contains(name), "{}", own.told);
        }
        // Four indicators, those known as a sum, and the whole.
        assert_eq!(own.parts.rows.len(), 6);
        let width = own.parts.columns.len();
        assert!(own.parts.rows.iter().all(|row| row.cells.len() == width));
        let infrastructure = &own.parts.rows[0].cells;
        assert_eq!(infrastructure[1..5], ["10%", "15%", "0,6999", "0,8061"]);
        let hidden = &own.parts.rows[4].cells;
        assert_eq!(hidden[0], "4 chỉ số không công bố riêng");
        assert!(
            hidden[5].starts_with("từ ") && hidden[6].starts_with("từ "),
            "{hidden:?}"
        );
        assert!(own.components.starts_with("Chỉ so được đến chỉ số chính. "));
        assert!(own.components.len() > 60, "the reason: {}", own.components);
        assert!(own.measured.contains("không tách được"));
        assert_eq!(own.places.rows.len(), 4);
        assert!(!own.estimated.is_empty());
    }

    #[test]
    fn an_edit_changes_nothing_of_what_is_on_file() {
        let edits = "&s=bac-giang.society:0.9&w=economy:300&r=gain:10";
        let edited = told(&format!("#e=2024&u=bac-giang{edits}"), &[]);
        assert_eq!(edited, told("#e=2024&u=bac-giang", &[]));
    }

    #[test]
    fn other_ends_can_be_chosen_and_a_merged_unit_is_its_former_self() {
        let own = told("#e=2022&u=hue", &[("from", "2022"), ("to", "2024")]);
        assert_eq!(own.ends, ["2022", "2024"]);
        let ids = own.options.map(|options| {
            let ids = options.into_iter().map(|(id, _)| id);
            ids.collect::<Vec<_>>()
        });
        assert_eq!(
            ids,
            [
                vec!["2022".to_owned(), "2023".to_owned()],
                vec!["2024".to_owned()]
            ]
        );
        // What `explain` compares need not be a pair here.
        let merged = told("#e=2024-34&u=bac-ninh&from=2020&to=scenario", &[]);
        assert_eq!(merged.ends, ["2023", "2024"]);
        assert!(
            merged.finding.starts_with("Bắc Ninh, 2023 → 2024: "),
            "{}",
            merged.finding
        );
    }

    #[test]
    fn every_unit_is_told_what_the_calculator_finds() {
        for (row, unit) in official()
            .edition("2024")
            .unwrap()
            .units()
            .iter()
            .enumerate()
        {
            let from = ["2022", "2023"][row % 2];
            let lang = ["vi", "en"][row / 2 % 2];
            let own = told(
                &format!("#e=2024&u={}&from={from}&lang={lang}", unit.id),
                &[],
            );
            let found = official()
                .bridge(&unit.id, from, "2024", PlanLevel::Main)
                .unwrap();
            let [before, after] = found.ranks;
            assert!(
                own.finding.contains(&format!("{before} → {after}.")),
                "{}",
                own.finding
            );
            let hidden = usize::from(found.hidden.is_some());
            let rounding = usize::from(found.rest.round_half_up(4) != 0);
            assert_eq!(
                own.parts.rows.len(),
                found.parts.len() + hidden + rounding + 1
            );
        }
    }
}
