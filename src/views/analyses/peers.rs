//! Units like the one asked about, and those that came from where it stands to the target: by the published
//! tables, with a button that takes a path of theirs as the scenario.

use super::ground::{Ground, found_on_file, piece};
use super::parts::{Caution, Cells, Choose, Finding, Row, Table, TableBox, whose};
use crate::components::redrawn;
use crate::state::State;
use dti_engine::calculator::{Axis, Path, PathStep, Peers as Found, PeersQuestion, Target};
use dti_engine::model::{Edition, Exact, Scenario};
use dti_engine::session::Session;
use dti_words::analyses::{counted, in_a_row, signed};
use dti_words::numbers::{decimal, score, whole};
use leptos::prelude::*;

/// How many of each kind are shown.
const SHOWN: usize = 5;
/// How many a sentence names.
const NAMED: usize = 3;
/// Steps that a sentence names.
const STEPS: usize = 3;

/// What there is to say.
#[derive(Clone, PartialEq, Debug, Default)]
struct Told {
    targets: Vec<(String, String)>,
    target: String,
    finding: String,
    told: String,
    ways: Vec<Way>,
    profile: Table,
    size: Table,
    refused: String,
    /// What the figures are that this is told by.
    published: String,
}

/// A path to the target.
#[derive(Clone, PartialEq, Debug)]
struct Way {
    /// "Huế, từ hạng 12 (2022) lên hạng 4 (2023)"
    name: String,
    /// Through what.
    told: String,
    /// What the unit asked about would come to.
    gives: String,
    /// What it would suppose then; nothing where no gain can be repeated.
    scenario: Option<Scenario>,
}

/// The panel.
#[component]
pub fn Peers(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    // From there the usual target is taken.
    let present = Memo::new(move |_| {
        let own = state.verdict.get();
        own.map(|own| own.baseline_rank)
    });
    let found = found_on_file(state, move || present.track(), peers);
    let said = move |say: fn(&Told) -> &String| piece(found, move |own| say(own).clone());
    let ways = piece(found, |own: &Told| own.ways.clone());
    view! {
        <div class="choices">
            <Choose
                state
                key="t"
                label=words.peers_target()
                options=piece(found, |own| own.targets.clone())
                value=said(|own| &own.target)
            />
        </div>
        <Finding state sentence=said(|own| &own.finding) told=said(|own| &own.told) />
        <Caution sentence=said(|own| &own.refused) class="caution plain" />
        {redrawn(move || drawn(state, ways.get()))}
        <TableBox state name="peers-profile" table=piece(found, |own| own.profile.clone()) />
        <TableBox state name="peers-size" table=piece(found, |own| own.size.clone()) />
        <Caution sentence=said(|own| &own.published) class="caution bare" />
    }
    .into_any()
}

/// The paths, each with its button.
fn drawn(state: State, ways: Vec<Way>) -> AnyView {
    if ways.is_empty() {
        return ().into_any();
    }
    let words = state.words.get_untracked();
    let way = |way: Way| {
        let button = way.scenario.map(|scenario| {
            let label = words.peers_follow_named(&way.name);
            view! {
                <button
                    type="button"
                    class="quiet"
                    aria-label=label
                    on:click=move |_| state.load_scenario(&scenario)
                >
                    {words.peers_follow()}
                </button>
            }
        });
        view! {
            <li>
                <strong>{way.name}</strong>
                <p>{way.told}</p>
                <p>{way.gives}</p>
                {button}
            </li>
        }
        .into_any()
    };
    let ways: Vec<AnyView> = ways.into_iter().map(way).collect();
    view! {
        <h4>{words.peers_paths()}</h4>
        <ol class="ways">{ways}</ol>
    }
    .into_any()
}

/// What can be said of the page as it is.
fn peers(ground: &Ground) -> Told {
    let words = &ground.words;
    let units = ground.units().len();
    let target = target(ground);
    let option = |rank: usize| (rank.to_string(), words.peers_target_rank(rank));
    let base = Told {
        targets: (1..=units).map(option).collect(),
        target: target.to_string(),
        published: match whose(&ground.edition, false, words) {
            Some(whose) => format!("{} {whose}", words.peers_published()),
            None => words.peers_published().to_owned(),
        },
        ..Told::default()
    };
    let question = PeersQuestion {
        edition: ground.edition.id().to_owned(),
        unit: ground.unit().to_owned(),
        target: Some(Target::Rank(target)),
        count: SHOWN,
    };
    let asked = ground.calculator.peers(&question);
    let session = ground
        .calculator
        .open(&Scenario::baseline(ground.edition.id()));
    match asked.and_then(|found| Ok((found, session?))) {
        Ok((found, session)) => Like {
            ground,
            session,
            found,
            target,
        }
        .told(base),
        Err(error) => Told {
            refused: ground.in_words(&error),
            ..base
        },
    }
}

/// The rank that the link or the reader names, or the next better one of those that people aim at.
fn target(ground: &Ground) -> u32 {
    let units = u32::try_from(ground.units().len()).unwrap_or(u32::MAX);
    let asked = ground.target.filter(|rank| (1..=units).contains(rank));
    asked.unwrap_or_else(|| {
        let goals = [units / 2, 10, 5, 3, 1];
        let better = goals
            .into_iter()
            .filter(|goal| *goal < ground.own.baseline_rank);
        better.max().unwrap_or(1)
    })
}

/// Those like the unit asked about, with the published table of its edition.
struct Like<'a> {
    ground: &'a Ground,
    session: Session,
    found: Found,
    target: u32,
}

impl Like<'_> {
    fn told(&self, base: Told) -> Told {
        let profile = self.found.profile.iter();
        let sizes = self.found.size.as_ref();
        Told {
            finding: self.finding(),
            told: self.paragraph(),
            ways: self.found.paths.iter().map(|path| self.way(path)).collect(),
            profile: self.table(
                self.ground.words.peers_by_profile().to_owned(),
                self.ground.words.peers_distance(),
                profile.map(|peer| (peer.position, self.distance(peer.distance))),
            ),
            size: sizes.map_or_else(Table::default, |sizes| {
                let nearest = sizes.nearest.iter();
                self.table(
                    self.ground.words.peers_by_size(sizes.year),
                    self.ground.words.peers_population(),
                    nearest.map(|peer| (peer.position, whole(peer.population, &self.ground.words))),
                )
            }),
            ..base
        }
    }

    fn rank_of(&self, row: usize) -> u32 {
        self.session.ranks().get(row).copied().unwrap_or_default()
    }

    fn finding(&self) -> String {
        let (ground, words) = (self.ground, &self.ground.words);
        let (name, rank) = (ground.own_name(), self.rank_of(ground.position()));
        match self.found.paths.first() {
            _ if rank <= self.target => words.peers_reached(name, rank, self.target),
            None => words.peers_none(name, rank, self.target),
            Some(nearest) => {
                let count = self.found.came;
                words.peers_found(name, rank, count, self.target, self.way_name(nearest))
            }
        }
    }

    fn paragraph(&self) -> String {
        let (ground, words) = (self.ground, &self.ground.words);
        let names = |rows: Vec<usize>| ground.names_at(&rows).join(", ");
        let profile = self.found.profile.iter().take(NAMED);
        let profile = names(profile.map(|peer| peer.position).collect());
        let axis = |axis: &Axis| match axis {
            Axis::Indicator(node) => ground.name_of(*node).to_owned(),
            Axis::Others => words.peers_others().to_owned(),
        };
        let axes = self.found.axes.iter().map(axis).collect();
        let size = self.found.size.as_ref().map(|sizes| {
            let nearest = sizes.nearest.iter().take(NAMED);
            let nearest = names(nearest.map(|peer| peer.position).collect());
            words.peers_of_size(sizes.year, nearest)
        });
        let told = [
            Some(words.peers_like(ground.own_name(), profile)),
            Some(words.peers_axes(in_a_row(axes, words))),
            size,
        ];
        told.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// "0,0312": so far apart on the mean, in score.
    fn distance(&self, distance: f64) -> String {
        let distance = Exact::from_decimal_float((distance * 1e4).round() / 1e4, 4);
        decimal(distance.unwrap_or(Exact::ZERO), 4, &self.ground.words)
    }

    fn table(
        &self,
        caption: String,
        measure: &str,
        peers: impl Iterator<Item = (usize, String)>,
    ) -> Table {
        let (ground, words) = (self.ground, &self.ground.words);
        let scores: Vec<Exact> = self.session.scores().collect();
        let row = |(row, measured): (usize, String)| {
            let own = scores.get(row).copied().unwrap_or(Exact::ZERO);
            Row::plain(vec![
                ground.name_at(row).to_owned(),
                measured,
                self.rank_of(row).to_string(),
                score(own, words),
            ])
        };
        Table {
            caption,
            columns: vec![
                (words.column_unit(), Cells::Text),
                (measure.to_owned(), Cells::Number),
                (words.column_rank().to_owned(), Cells::Number),
                (words.column_score().to_owned(), Cells::Number),
            ],
            rows: peers.map(row).collect(),
        }
    }

    fn way_name(&self, path: &Path) -> String {
        let [from, to] = &path.editions;
        let [before, after] = path.ranks;
        let name = self.ground.name_at(path.position);
        self.ground.words.peers_way(name, from, before, to, after)
    }

    fn way(&self, path: &Path) -> Way {
        let (ground, words) = (self.ground, &self.ground.words);
        let reached = score(path.score, words);
        let is_followed = !path.overrides.is_empty();
        Way {
            name: self.way_name(path),
            told: self.through(path),
            gives: match is_followed {
                true => words.peers_follow_gives(ground.own_name(), path.rank, reached),
                false => String::new(),
            },
            scenario: is_followed.then(|| Scenario {
                unit: Some(ground.unit().to_owned()),
                overrides: path.overrides.clone(),
                ..Scenario::baseline(ground.edition.id())
            }),
        }
    }

    /// "Nhờ Hạ tầng số (+12,30 điểm) và các chỉ số không công bố riêng (+2,10 điểm). Giảm ở ...".
    fn through(&self, path: &Path) -> String {
        let words = &self.ground.words;
        let edition = self.ground.calculator.edition(&path.editions[1]);
        let Ok(edition) = edition else {
            return String::new();
        };
        let total = edition.framework().total().value();
        let mut steps: Vec<&PathStep> = path.steps.iter().collect();
        steps.sort_by_key(|step| -step.change);
        let gained = steps.iter().filter(|step| step.change > Exact::ZERO);
        let mut gains: Vec<String> = gained
            .take(STEPS)
            .map(|step| self.step(edition, step, total))
            .collect();
        if path.others > Exact::ZERO {
            gains.push(words.peers_rest(signed(path.others * total, words)));
        }
        let lost = steps.iter().rev();
        let lost = lost.filter(|step| step.change.is_negative());
        let losses: Vec<String> = lost
            .take(STEPS)
            .map(|step| self.step(edition, step, total))
            .collect();
        let told = [
            Some(match gains.is_empty() {
                true => words.peers_thanks_to_nothing().to_owned(),
                false => words.peers_thanks_to(in_a_row(gains, words)),
            }),
            (!losses.is_empty()).then(|| words.peers_but(in_a_row(losses, words))),
            path.other_framework
                .then(|| words.peers_other_framework().to_owned()),
        ];
        told.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn step(&self, edition: &Edition, step: &PathStep, total: Exact) -> String {
        let words = &self.ground.words;
        let name = words.in_language(&edition.framework().indicator(step.node).name);
        let points = counted((step.change * total).abs(), words);
        format!("{name} ({points})")
    }
}

#[cfg(test)]
mod tests {
    use super::{Told, peers};
    use crate::views::analyses::ground::Ground;
    use crate::views::analyses::ground::tests::{with_ground, with_page};
    use crate::views::tests::support::official;
    use dti_engine::calculator::{PeersQuestion, Target};

    fn told(fragment: &str) -> Told {
        with_ground(fragment, &[], peers)
    }

    #[test]
    fn those_who_came_to_the_target_are_named_with_what_they_gained_by() {
        let own = told("#e=2023&u=nam-dinh&t=10");
        let question = PeersQuestion {
            edition: "2023".to_owned(),
            unit: "nam-dinh".to_owned(),
            target: Some(Target::Rank(10)),
            count: 63,
        };
        let found = official().peers(&question).unwrap();
        assert_eq!(own.target, "10");
        assert_eq!(own.targets.len(), 63);
        assert!(
            own.finding
                .contains(&format!("đã có {} lần", found.paths.len())),
            "{}",
            own.finding
        );
        assert!(
            own.finding.contains("gần nhất là Hải Phòng, từ hạng "),
            "{}",
            own.finding
        );
        assert_eq!(own.ways.len(), found.paths.len().min(5));
        for (way, path) in own.ways.iter().zip(&found.paths) {
            assert!(way.told.starts_with("Nhờ "), "{}", way.told);
            assert!(
                way.gives.contains(&format!("hạng {},", path.rank)),
                "{}",
                way.gives
            );
            assert_eq!(way.scenario.as_ref().unwrap().overrides, path.overrides);
        }
        assert!(
            own.told.starts_with("Giống Nam Định nhất về cơ cấu điểm: "),
            "{}",
            own.told
        );
        assert!(
            own.told.contains("và tổng các chỉ số còn lại."),
            "{}",
            own.told
        );
        assert_eq!((own.profile.rows.len(), own.size.rows.len()), (5, 5));
        assert_eq!(own.refused, "");
    }

    #[test]
    fn a_path_is_taken_as_the_scenario_and_gives_the_rank_that_was_said() {
        with_page("#e=2023&u=nam-dinh&t=10", &[], |state| {
            let now = || peers(&Ground::of_now(state).unwrap());
            let before = now();
            let way = before.ways.first().unwrap();
            state.load_scenario(way.scenario.as_ref().unwrap());
            let rank = Ground::of_now(state).unwrap().own.rank;
            assert!(
                way.gives.contains(&format!("hạng {rank},")),
                "{}",
                way.gives
            );
            // What is said follows the published tables, whatever is supposed.
            assert_eq!(now(), before);
        });
    }

    #[test]
    fn there_is_a_sentence_for_every_unit_edition_and_target() {
        for (edition, targets) in [("2022", [1, 10]), ("2024", [3, 31]), ("2024-34", [1, 5])] {
            let units = official().edition(edition).unwrap().units();
            for (row, unit) in units.iter().enumerate().step_by(7) {
                let target = targets[row % 2];
                let lang = ["vi", "en"][row % 2];
                let own = told(&format!(
                    "#e={edition}&u={}&t={target}&lang={lang}",
                    unit.id
                ));
                assert!(!own.finding.is_empty() && own.refused.is_empty(), "{own:?}");
                assert_eq!(own.profile.rows.len(), 5);
            }
        }
        let first = told("#e=2022&u=da-nang&t=5");
        assert!(
            first.finding.ends_with("đã đạt mục tiêu hạng 5."),
            "{}",
            first.finding
        );
        // A target that is none is as good as no target.
        assert_eq!(told("#e=2022&u=bac-giang&t=99").target, "5");
    }
}
