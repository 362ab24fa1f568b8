//! The detailed scorecard as its reader fills it.

use super::{
    Drafts, Fault, Field, Goal, Look, Part, Spot, Step, View, Worth, kinds, parts, tick, unplaced,
};
use crate::tests::{kept, own_data};
use crate::{Done, Ground, News, OwnData};
use dti_engine::calculator::AssessmentColumn::{
    self, Explained, Reviewed, SelfAssessed, Verified, WhatIf,
};
use dti_engine::calculator::{AssessmentProblem, ComponentCard, ComponentLine, ComponentMain};
use dti_engine::model::{
    Assessed, Assessment, Entry, Exact, Framework, Kind, Level, Node, Origin, Override, RawValue,
    Score,
};
use dti_formats::EntryProblem;
use dti_formats::link::{Language, Link, read_private};

/// Who fills a scorecard, with the page around it, which hears what becomes of the data.
struct Sitting {
    own: OwnData,
    /// What the page shows.
    link: Link,
    drafts: Drafts,
    /// What the page was told of assessed figures last.
    assessed: String,
}

impl Sitting {
    fn at(fragment: &str) -> Self {
        let mut sitting = Self {
            own: own_data(),
            link: Link::default(),
            drafts: Drafts::default(),
            assessed: String::new(),
        };
        sitting.load(fragment);
        sitting
    }

    /// With an example edition open, seen from one of its units.
    fn example(id: &str, unit: &str) -> Self {
        let mut sitting = Self::at("e=2022");
        sitting.own.open_example(id).unwrap();
        sitting.hear();
        sitting.load(&format!("e={id}&u={unit}"));
        sitting
    }

    /// Shows another scenario.
    fn load(&mut self, fragment: &str) {
        (self.link, _) = read_private(fragment);
        self.hear();
    }

    /// The page takes in what changed.
    fn hear(&mut self) {
        for news in self.own.take_news() {
            match news {
                News::Assessed(text) => self.assessed = text,
                News::Show(link) => self.link = *link,
                _ => {}
            }
        }
        let mut next = self.link.scenario.without_assessed();
        let mut own = self.told();
        own.append(&mut next.overrides);
        next.overrides = own;
        let fallback = Link::default().scenario;
        self.link.scenario = self.own.calculator().admit(&next, &fallback).0;
    }

    /// The assessed figures of the edition on screen that the page was told of.
    fn told(&self) -> Vec<Override> {
        let mut lines = self.assessed.lines().map(|line| line.split_once(' '));
        let edition = &self.link.scenario.edition;
        let own = lines.find_map(|line| line.filter(|(own, _)| own == edition));
        let Some((_, fragment)) = own else {
            return Vec::new();
        };
        let (link, notices) = read_private(fragment);
        assert_eq!(notices, []);
        link.scenario.overrides
    }

    fn ground(&self) -> Ground {
        Ground::of(self.own.calculator(), self.link.clone(), "").unwrap()
    }

    fn assessment(&self) -> Assessment {
        let ground = self.ground();
        self.own.assessment(ground.edition_id(), ground.unit())
    }

    fn assess(&mut self, assessment: Assessment) {
        self.own.assess(assessment).unwrap();
        self.hear();
    }

    /// Types a text into a field, to its end or only on the way there.
    fn enter(&mut self, step: Step, field: &Field, text: &str) {
        let (ground, own) = (self.ground(), self.assessment());
        let typed = (field, text, step);
        let next = self
            .drafts
            .type_in(ground.framework(), &own, typed, Language::Vi);
        if let Some(next) = next {
            self.assess(next);
        }
    }

    /// Types a value to its end.
    fn finish(&mut self, indicator: &str, stage: AssessmentColumn, text: &str) {
        self.enter(Step::Finished, &Field::value(indicator, stage), text);
    }

    /// What a field shows.
    fn shown(&self, field: &Field) -> String {
        let ground = self.ground();
        let framework = ground.framework();
        let node = framework.node(&field.indicator).unwrap();
        let rule = &framework.indicator(node).rule;
        self.drafts
            .shown(&self.assessment(), field, rule, Language::Vi)
    }

    fn fault(&self, indicator: &str, stage: AssessmentColumn) -> Option<Fault> {
        let own = self.assessment();
        self.drafts
            .stage_fault(&own, indicator, Some(stage))
            .cloned()
    }

    fn card(&self) -> ComponentCard {
        self.own.component_card(&self.ground()).unwrap()
    }

    fn node(&self, indicator: &str) -> Node {
        self.ground().framework().node(indicator).unwrap()
    }

    fn main(&self, indicator: &str) -> ComponentMain {
        let node = self.node(indicator);
        let mut mains = self.card().mains.into_iter();
        mains.find(|main| main.own.node == node).unwrap()
    }

    fn line(&self, indicator: &str) -> ComponentLine {
        let node = self.node(indicator);
        let mut lines = self.card().mains.into_iter().flat_map(|main| main.lines);
        lines.find(|line| line.node == node).unwrap()
    }

    /// Points of a main indicator, and its maximum.
    fn points(&self, indicator: &str) -> [Exact; 2] {
        let own = self.main(indicator).own;
        [own.points, own.max_points]
    }

    fn worth(&self) -> Worth {
        let ground = self.ground();
        let own = self.assessment();
        Worth::of(
            self.own.calculator(),
            ground.scenario(),
            ground.position,
            &own,
        )
    }

    fn is_of(&self, worth: &Worth) -> bool {
        let calculator = self.own.calculator();
        worth.is_of(calculator, &self.link.scenario, &self.assessment())
    }

    fn is_beside(&self, worth: &Worth) -> bool {
        worth.is_beside(self.own.calculator(), &self.assessment())
    }

    /// Supposes a goal for a component.
    fn suppose(&mut self, worth: &Worth, indicator: &str, goal: Goal) {
        let (ground, own) = (self.ground(), self.assessment());
        let node = self.node(indicator);
        let next = worth.supposed(ground.framework(), &own, node, goal);
        self.assess(next.unwrap());
    }

    /// Moves the slider of an indicator on the page.
    fn slide(&mut self, indicator: &str, score: Exact) {
        let supposed = Override {
            unit: self.link.scenario.unit.clone().unwrap(),
            indicator: indicator.to_owned(),
            entry: Entry::Score(Score::try_new(score).unwrap()),
            kind: Kind::WhatIf,
        };
        self.link.scenario = self.link.scenario.with_override(supposed);
        self.hear();
    }

    /// Ids of the lines that a look shows, part by part.
    fn lines(&self, look: &Look, is_open: impl Fn(&str) -> bool) -> Vec<Vec<String>> {
        let (ground, card) = (self.ground(), self.card());
        let framework = ground.framework();
        let id = |node: Node| framework.indicator(node).id.clone();
        let parts = parts(framework, &card, look, |node| is_open(&id(node)));
        let ids = |part: Part<'_>| part.lines.iter().map(|line| id(line.node)).collect();
        parts.into_iter().map(ids).collect()
    }

    /// How many lines a look shows, with all sums folded.
    fn count(&self, look: &Look) -> usize {
        self.lines(look, |_| false).concat().len()
    }

    /// The assessed figures of the open unit that the page was told of.
    fn told_of_unit(&self) -> Vec<Override> {
        let ground = self.ground();
        let mut told = self.told();
        told.retain(|own| own.unit == ground.unit());
        told
    }

    #[track_caller]
    fn expect_share(&self, indicator: &str, share: Option<Exact>) {
        let told = self.told_of_unit();
        let found = told.iter().find(|o| o.indicator == indicator);
        let expected = share.map(|share| Entry::Share(Score::try_new(share).unwrap()));
        assert_eq!(found.map(|o| o.entry.clone()), expected, "{indicator}");
        assert!(told.iter().all(|o| o.kind == Kind::Assessed));
    }
}

fn figure(indicator: &str, stage: AssessmentColumn, id: &str) -> Field {
    Field {
        indicator: indicator.to_owned(),
        spot: Spot::Figure(stage, id.to_owned()),
    }
}

fn reference(indicator: &str) -> Field {
    Field {
        indicator: indicator.to_owned(),
        spot: Spot::Reference,
    }
}

/// What a stage of a line gives.
fn stage_points(line: &ComponentLine, stage: AssessmentColumn) -> Option<Exact> {
    let mut values = AssessmentColumn::ALL.into_iter().zip(&line.values);
    values.find(|(own, _)| *own == stage)?.1.points
}

const RULES: &str = "example-rules-2025";
const COMMUNE: &str = "example-commune-2025";

#[test]
fn totals_follow_each_keystroke() {
    let mut sitting = Sitting::example(RULES, "example-place-b");
    let forty = Exact::whole(40);
    assert_eq!(
        sitting.points("management"),
        [Exact::decimal(285, 1), forty]
    );
    let own = Field::value("management.2", SelfAssessed);
    sitting.enter(Step::Typing, &own, "4");
    assert_eq!(
        sitting.points("management"),
        [Exact::decimal(3425, 2), forty]
    );
    assert!(sitting.card().standing.estimated);
    let line = sitting.line("management.2");
    let twenty = Exact::whole(20);
    assert_eq!(stage_points(&line, SelfAssessed), Some(twenty));
    assert_eq!(line.max_points, twenty);
    sitting.expect_share("management.2", Some(Exact::ONE));
    // The page counts with it too.
    let on_page = &sitting.link.scenario;
    assert!(
        on_page
            .find("example-place-b", "management.2", Kind::Assessed)
            .is_some()
    );
    let verified = Field::value("management.2", Verified);
    sitting.enter(Step::Typing, &verified, "2");
    assert_eq!(
        sitting.points("management"),
        [Exact::decimal(2425, 2), forty],
        "verified wins over self-assessed"
    );
    sitting.enter(Step::Finished, &verified, "");
    sitting.enter(Step::Finished, &own, "");
    assert_eq!(
        sitting.points("management"),
        [Exact::decimal(285, 1), forty]
    );
    assert_eq!(sitting.told_of_unit(), []);
    assert!(
        sitting
            .own
            .own()
            .assessment(RULES, "example-place-b")
            .is_none()
    );
}

#[test]
fn the_slider_of_a_main_indicator_moves_what_is_not_entered() {
    let mut sitting = Sitting::example(RULES, "example-place-b");
    sitting.finish("management.2", SelfAssessed, "0");
    // 20 of 40 points are entered at 0: half is as far as the slider goes.
    sitting.slide("management", Exact::decimal(5, 1));
    assert_eq!(
        sitting.points("management"),
        [Exact::whole(20), Exact::whole(40)]
    );
    for full in ["management.1", "management.3", "management.4"] {
        let line = sitting.line(full);
        assert!(line.is_changed && line.gap == Exact::ZERO, "{line:?}");
    }
    sitting.slide("management", Exact::decimal(25, 2));
    let points = |indicator: &str| {
        let line = sitting.line(indicator);
        [line.points, line.max_points]
    };
    assert_eq!(points("management.1"), [Exact::whole(5), Exact::whole(10)]);
    assert_eq!(points("management.2"), [Exact::ZERO, Exact::whole(20)]);
}

#[test]
fn a_field_shows_what_is_entered_as_it_is_typed() {
    let sitting = Sitting::example(RULES, "example-place-a");
    let value = Field::value("services.1", SelfAssessed);
    assert_eq!(sitting.shown(&value), "812/1160");
    assert_eq!(
        sitting.shown(&figure("services.1", SelfAssessed, "a")),
        "812"
    );
    let line = sitting.line("services.1");
    assert_eq!(stage_points(&line, Verified), Some(Exact::decimal(105, 1)));
    assert_eq!(line.max_points, Exact::whole(15));
    // Criteria are folded in; what they sum up to takes no value, and is told by them.
    let all = Look::default();
    let lines = sitting.lines(&all, |_| false).concat();
    assert!(!lines.contains(&"services.4.1".to_owned()), "{lines:?}");
    let opened = sitting.lines(&all, |id| id == "services.4").concat();
    assert!(opened.contains(&"services.4.1".to_owned()), "{opened:?}");
    assert!(sitting.line("services.4").is_sum);
    assert!(!sitting.line("society.3").is_scored);
    let ground = sitting.ground();
    let rules = kinds(ground.framework());
    for kind in ["levels", "steps", "yes_no", "parts", "ratio", "points"] {
        assert!(rules.contains(&kind), "{kind} {rules:?}");
    }
    assert_eq!(value.id(), "component-services.1-self-value");
    assert_eq!(
        figure("services.1", WhatIf, "b").id(),
        "component-services.1-what_if-figure-b"
    );
    assert_eq!(reference("society.6").id(), "component-society.6-reference");
}

#[test]
fn one_field_and_two_are_views_of_one_value() {
    let mut sitting = Sitting::example(RULES, "example-place-b");
    let [a, b] = ["a", "b"].map(|id| figure("services.1", WhatIf, id));
    let whole = Field::value("services.1", WhatIf);
    sitting.enter(Step::Typing, &a, "12");
    assert_eq!(sitting.shown(&a), "12");
    assert_eq!(sitting.fault("services.1", WhatIf), None);
    sitting.expect_share("services.1", None);
    sitting.enter(Step::Finished, &a, "12");
    let missing = Fault::MissingFigures(vec!["b".to_owned()]);
    assert_eq!(sitting.fault("services.1", WhatIf), Some(missing.clone()));
    assert_eq!(
        sitting.drafts.fault(&sitting.assessment(), &a),
        Some(&missing)
    );
    assert_eq!(sitting.drafts.fault(&sitting.assessment(), &b), None);
    sitting.enter(Step::Finished, &b, "35");
    assert_eq!(sitting.fault("services.1", WhatIf), None);
    assert_eq!(sitting.shown(&whole), "12/35");
    sitting.expect_share("services.1", Some(Exact::fraction(12, 35)));
    sitting.enter(Step::Finished, &whole, "0,5");
    sitting.expect_share("services.1", Some(Exact::fraction(1, 2)));
    assert_eq!(sitting.shown(&whole), "50%");
    assert_ne!(sitting.shown(&a), "12");
    // 5 of its 15 points are a third, which no percentage is.
    sitting.enter(Step::Finished, &whole, "5 điểm");
    sitting.expect_share("services.1", Some(Exact::fraction(1, 3)));
    let line = sitting.line("services.1");
    assert_eq!(stage_points(&line, WhatIf), Some(Exact::whole(5)));
    sitting.enter(Step::Finished, &a, "");
    sitting.enter(Step::Finished, &b, "");
    sitting.expect_share("services.1", None);
    assert_eq!(sitting.fault("services.1", WhatIf), None);
}

#[test]
fn what_is_wrong_is_said_once_the_field_is_left_and_the_last_good_value_stays() {
    let mut sitting = Sitting::example(RULES, "example-place-b");
    let field = Field::value("services.4.1", SelfAssessed);
    let points = Some(Exact::decimal(8125, 4));
    sitting.enter(Step::Finished, &field, "3,25 điểm");
    sitting.expect_share("services.4.1", points);
    for wrong in ["3,25x", "4,01", "1,255", "-1"] {
        sitting.enter(Step::Typing, &field, wrong);
        assert_eq!(sitting.fault("services.4.1", SelfAssessed), None, "{wrong}");
        sitting.enter(Step::Finished, &field, wrong);
        let fault = sitting.fault("services.4.1", SelfAssessed);
        assert!(
            matches!(fault, Some(Fault::Problem(_))),
            "{wrong} {fault:?}"
        );
        assert_eq!(sitting.shown(&field), wrong);
        sitting.expect_share("services.4.1", points);
    }
    sitting.drafts.forget(&sitting.assessment(), &field);
    assert_eq!(sitting.shown(&field), "3,25");
    assert_eq!(sitting.fault("services.4.1", SelfAssessed), None);
    // A thousands mark is no decimal mark, where it cannot be one.
    sitting.finish("society.1", SelfAssessed, "36/48.000");
    sitting.expect_share("society.1", Some(Exact::fraction(1, 2)));
}

#[test]
fn what_is_typed_in_one_scorecard_stays_while_another_is_filled() {
    let mut sitting = Sitting::example(RULES, "example-place-b");
    let field = Field::value("services.4.1", SelfAssessed);
    sitting.enter(Step::Finished, &field, "9");
    sitting.load(&format!("e={RULES}&u=example-place-c"));
    assert_eq!(sitting.shown(&field), "");
    assert_eq!(sitting.fault("services.4.1", SelfAssessed), None);
    sitting.enter(Step::Finished, &field, "3");
    sitting.drafts.forget(&sitting.assessment(), &field);
    sitting.load(&format!("e={RULES}&u=example-place-b"));
    assert_eq!(sitting.shown(&field), "9");
    assert!(sitting.fault("services.4.1", SelfAssessed).is_some());
}

#[test]
fn boxes_are_ticked_one_by_one() {
    let mut sitting = Sitting::example(RULES, "example-place-b");
    let choose = |sitting: &mut Sitting, parts: Option<&[&str]>| {
        let (ground, own) = (sitting.ground(), sitting.assessment());
        let parts: Option<Vec<String>> =
            parts.map(|parts| parts.iter().map(|&id| id.to_owned()).collect());
        let place = ("management.4", SelfAssessed);
        let next = tick(ground.framework(), &own, place, parts.as_deref());
        sitting.assess(next.unwrap());
    };
    let expect = |sitting: &Sitting, share: Option<Exact>| {
        sitting.expect_share("management.4", share);
    };
    choose(&mut sitting, Some(&["2"]));
    expect(&sitting, Some(Exact::decimal(4, 1)));
    // In the order of the rule, each once; what the rule does not have is not ticked.
    choose(&mut sitting, Some(&["2", "0", "2", "moon"]));
    expect(&sitting, Some(Exact::decimal(7, 1)));
    let listed = RawValue::Listed(vec!["0".to_owned(), "2".to_owned()]);
    assert_eq!(sitting.assessment().rows[0].own, Some(listed));
    choose(&mut sitting, Some(&[]));
    expect(&sitting, Some(Exact::ZERO));
    let line = sitting.line("management.4");
    assert_eq!(stage_points(&line, SelfAssessed), Some(Exact::ZERO));
    assert_eq!(line.max_points, Exact::whole(5));
    choose(&mut sitting, None);
    expect(&sitting, None);
    assert_eq!(sitting.assessment().rows, []);
    sitting.finish("management.1", SelfAssessed, "1");
    sitting.expect_share("management.1", Some(Exact::fraction(1, 2)));
    sitting.finish("management.3", SelfAssessed, "yes");
    sitting.expect_share("management.3", Some(Exact::ONE));
}

#[test]
fn the_last_stage_that_is_filled_counts_and_is_marked() {
    let mut sitting = Sitting::example(RULES, "example-place-b");
    for (stage, meetings, points) in [
        (SelfAssessed, "4", 20),
        (Reviewed, "2", 10),
        (Explained, "3", 15),
        (Verified, "1", 5),
        (WhatIf, "4", 20),
    ] {
        sitting.finish("management.2", stage, meetings);
        let line = sitting.line("management.2");
        assert_eq!(stage_points(&line, stage), Some(Exact::whole(points)));
        assert_eq!(line.points, Exact::whole(points));
        assert_eq!(line.counting, Some(stage));
        sitting.expect_share("management.2", Some(Exact::fraction(points, 20)));
    }
}

#[test]
fn lines_are_filtered_by_main_indicator_stage_and_rule() {
    let sitting = Sitting::example(RULES, "example-place-a");
    let all = Look::default();
    assert_eq!(
        sitting.count(&all),
        11,
        "12 leaves, two of them folded into a sum"
    );
    let services = Look {
        main: "services".to_owned(),
        ..all.clone()
    };
    assert_eq!(sitting.count(&services), 4);
    let ratio = Look {
        kind: "ratio".to_owned(),
        ..services
    };
    assert_eq!(sitting.count(&ratio), 1);
    // What was not verified: the survey, and the initiatives.
    let missing = Look {
        missing: Some(Verified),
        ..all.clone()
    };
    let lines = sitting.lines(&missing, |_| false).concat();
    assert_eq!(lines, ["services.3", "society.2"]);
    let none = Look {
        kind: "yes_no".to_owned(),
        ..missing
    };
    assert_eq!(sitting.lines(&none, |_| false), Vec::<Vec<String>>::new());
    let of = |view| Look {
        view,
        ..all.clone()
    };
    let views = View::ALL.map(|view| (view.as_str(), sitting.count(&of(view))));
    let [whole, _, below, changed, differs] = views;
    assert_eq!(whole, ("all", 11));
    assert_eq!(changed, ("changed", 0));
    assert_eq!(differs, ("self-differs", 4));
    assert!(below.1 > 0 && below.1 < 11, "{below:?}");
}

#[test]
fn the_most_points_missing_come_first_over_all_main_indicators() {
    let sitting = Sitting::example(RULES, "example-place-a");
    let look = Look {
        view: View::MostMissing,
        ..Look::default()
    };
    let (ground, card) = (sitting.ground(), sitting.card());
    let framework = ground.framework();
    let parts = parts(framework, &card, &look, |_| false);
    let [Part { main: None, lines }] = &parts[..] else {
        panic!("{parts:?}");
    };
    let gaps: Vec<Exact> = lines.iter().map(|line| line.gap).collect();
    assert!(
        gaps.len() > 5 && gaps.is_sorted_by(|one, next| one >= next),
        "{gaps:?}"
    );
    assert!(gaps.iter().all(|gap| *gap > Exact::ZERO));
    // Criteria stand on their own here; the sum that they belong to does not.
    let ids: Vec<&str> = lines
        .iter()
        .map(|line| framework.indicator(line.node).id.as_str())
        .collect();
    assert!(ids.contains(&"services.4.1") && !ids.contains(&"services.4"));
}

#[test]
fn what_to_do_next_is_said_and_supposed_with_one_click() {
    let mut sitting = Sitting::example(RULES, "example-place-a");
    let worth = sitting.worth();
    let ground = sitting.ground();
    let framework = ground.framework();
    // Verified: 3 meetings of 4, so 5 of 20 points are missing.
    let meetings = sitting.node("management.2");
    let found = worth.found().iter().find(|own| own.node == meetings);
    let found = found.unwrap();
    assert_eq!(found.gap, Exact::whole(5));
    assert_eq!(found.next.as_ref().unwrap().points, Exact::whole(5));
    let [three, four] = [3, 4].map(|count| RawValue::Number(Exact::whole(count)));
    assert_eq!(worth.counting(framework, meetings), Some(&three));
    let step = worth.value_of(framework, found, Goal::Step);
    assert_eq!(step, Some(four));
    sitting.suppose(&worth, "management.2", Goal::Step);
    sitting.expect_share("management.2", Some(Exact::ONE));
    let line = sitting.line("management.2");
    assert_eq!(stage_points(&line, WhatIf), Some(Exact::whole(20)));
    let worth = sitting.worth();
    let is_there = |own: &dti_engine::calculator::ComponentWorth| own.node == meetings;
    assert!(
        !worth.found().iter().any(is_there),
        "nothing is missing any more"
    );
    sitting.suppose(&worth, "services.2", Goal::Full);
    sitting.expect_share("services.2", Some(Exact::ONE));
    let shown = sitting.shown(&Field::value("services.2", WhatIf));
    assert_eq!(shown, "80%");
}

#[test]
fn places_are_those_of_a_simulation() {
    let mut sitting = Sitting::example(RULES, "example-place-c");
    let rank = sitting.card().standing.rank;
    let worth = sitting.worth();
    let best = worth.found().first().unwrap();
    assert!(best.places > 0);
    assert_eq!(worth.places(best.node), best.places);
    let id = sitting.ground().framework().indicator(best.node).id.clone();
    sitting.suppose(&worth, &id, Goal::Full);
    let ground = sitting.ground();
    let standings = sitting.own.calculator().simulate(ground.scenario());
    let after = standings.unwrap().of(ground.position).unwrap().rank;
    assert_eq!(rank - after, best.places, "{id}");
}

#[test]
fn the_commune_is_filled_looked_at_and_cleared() {
    let mut sitting = Sitting::example(COMMUNE, "example-commune-one");
    let all = sitting.lines(&Look::default(), |_| true).concat();
    assert_eq!(all.len(), 63, "62 rows and the heading 4.22");
    assert_eq!(sitting.told_of_unit().len(), 62);
    assert_eq!(sitting.card().max_points, Exact::whole(960));
    let of = |view| Look {
        view,
        ..Look::default()
    };
    let differs = sitting.count(&of(View::SelfDiffers));
    assert!(differs > 3 && differs < 40, "{differs}");
    assert_eq!(sitting.count(&of(View::Changed)), 0);
    sitting.finish("economy.1", WhatIf, "20");
    assert!(sitting.line("economy.1").is_changed);
    assert_eq!(sitting.count(&of(View::Changed)), 1);
    let done = sitting.own.clear(COMMUNE, "example-commune-one");
    assert_eq!(done, Ok(Done::Cleared));
    sitting.hear();
    assert_eq!(sitting.told_of_unit(), []);
    sitting.own.step_back().unwrap();
    sitting.hear();
    assert_eq!(sitting.told_of_unit().len(), 62);
}

#[test]
fn the_components_of_decision_922_are_there_in_an_official_edition() {
    let sitting = Sitting::at("e=2022&u=bac-giang");
    let count = |open: &[&str]| {
        let lines = sitting.lines(&Look::default(), |id| open.contains(&id));
        lines.concat().len()
    };
    // Eight main indicators are scored; 98 components, with their criteria folded in.
    assert_eq!(count(&[]), 98);
    let society = sitting.line("society.1");
    let ground = sitting.ground();
    let name = &ground.framework().indicator(society.node).name.vi;
    assert!(name.contains("danh tính số"), "{name}");
    assert_eq!(society.origin, Some(Origin::Estimated));
    let points = [society.points.rounded(1), society.max_points];
    assert_eq!(points, [Exact::decimal(67, 1), Exact::whole(20)]);
    let mains = sitting.card().mains.into_iter();
    let scored: Vec<ComponentMain> = mains.filter(|main| main.own.is_scored).collect();
    assert_eq!(scored.len(), 8);
    for main in scored {
        assert_eq!((main.known, main.at_max), (0, 0));
        assert!(main.components > 0);
    }
    // Criteria within criteria open level by level.
    assert_eq!(count(&["society.8"]), 101);
    assert_eq!(count(&["society.8", "society.8.1"]), 105);
    assert_eq!(count(&["society.8.1"]), 98, "with all that is below");
}

#[test]
fn a_comparison_counts_with_the_best_value_that_the_reader_assumes() {
    let mut sitting = Sitting::at("e=2022&u=bac-giang");
    let best = reference("society.6");
    sitting.finish("society.6", SelfAssessed, "30");
    // It is a value of its row, which waits for the best one.
    let card = sitting.card();
    assert_eq!(card.faults.len(), 1, "{:?}", card.faults);
    assert_eq!(card.faults[0].indicator, "society.6");
    let ground = sitting.ground();
    assert_eq!(unplaced(ground.framework(), &card).count(), 0);
    assert_eq!(sitting.told_of_unit(), []);
    sitting.enter(Step::Finished, &best, "0");
    let own = sitting.assessment();
    let fault = sitting.drafts.stage_fault(&own, "society.6", None);
    let Some(Fault::Problem(EntryProblem::Rule(mismatch))) = fault else {
        panic!("{fault:?}");
    };
    let none = dti_engine::analysis::RuleMismatch::NoReference { given: Exact::ZERO };
    assert_eq!(*mismatch, none);
    sitting.enter(Step::Finished, &best, "40");
    assert_eq!(
        sitting
            .drafts
            .stage_fault(&sitting.assessment(), "society.6", None),
        None
    );
    assert_eq!(sitting.card().faults, []);
    let line = sitting.line("society.6");
    assert_eq!(line.reference, Some(Exact::whole(40)));
    let points = [stage_points(&line, SelfAssessed), Some(line.max_points)];
    assert_eq!(points, [Some(Exact::whole(15)), Some(Exact::whole(20))]);
    sitting.expect_share("society.6", Some(Exact::fraction(3, 4)));
    // It stays without the value, is kept, and goes when it is cleared.
    sitting.finish("society.6", SelfAssessed, "");
    let again = kept(&sitting.own.kept_text());
    assert_eq!(again.own(), sitting.own.own());
    assert_eq!(
        again.own().assessments[0].rows[0].reference,
        Some(Exact::whole(40))
    );
    sitting.enter(Step::Finished, &best, "");
    assert!(sitting.own.own().assessments.is_empty());
}

#[test]
fn values_without_a_row_are_named_and_can_be_removed() {
    let mut sitting = Sitting::at("e=2022&u=bac-giang");
    let row = |indicator: &str, points: i64| Assessed {
        indicator: indicator.to_owned(),
        own: Some(RawValue::Points(Exact::whole(points))),
        ..Assessed::default()
    };
    let rows = vec![row("moon.1", 1), row("society.1", 2), row("society.1", 3)];
    let mut own = sitting.own.own().clone();
    own.assess(Assessment {
        rows,
        ..sitting.assessment()
    });
    sitting.own.change(own).unwrap();
    sitting.hear();
    let (ground, card) = (sitting.ground(), sitting.card());
    let found: Vec<_> = unplaced(ground.framework(), &card).collect();
    let named = |indicator: &str| {
        let fault = found.iter().find(|fault| fault.indicator == indicator);
        fault.map(|fault| (fault.column, &fault.problem))
    };
    let framework = "dti-922".to_owned();
    let unknown = AssessmentProblem::UnknownIndicator { framework };
    assert_eq!(named("moon.1"), Some((SelfAssessed, &unknown)));
    assert_eq!(
        named("society.1").map(|(_, problem)| problem),
        Some(&AssessmentProblem::Twice)
    );
    assert!(
        sitting
            .told_of_unit()
            .iter()
            .all(|own| own.indicator != "moon.1")
    );
    sitting.own.clear_unplaced(&ground).unwrap();
    sitting.hear();
    // Of two rows of one component the first stays.
    assert_eq!(sitting.assessment().rows, [row("society.1", 2)]);
    let card = sitting.card();
    assert_eq!(unplaced(ground.framework(), &card).count(), 0);
    sitting.own.step_back().unwrap();
    assert_eq!(sitting.assessment().rows.len(), 3);
}

#[test]
fn nothing_that_is_typed_or_ticked_is_too_wild() {
    let sitting = Sitting::at("e=2022&u=bac-giang");
    let ground = sitting.ground();
    let (framework, own) = (ground.framework(), sitting.assessment());
    let mut drafts = Drafts::default();
    let spots = |stage: AssessmentColumn| {
        [
            Spot::Value(stage),
            Spot::Figure(stage, "moon".to_owned()),
            Spot::Figure(stage, String::new()),
            Spot::Period(stage, 7),
            Spot::Period(stage, usize::MAX),
            Spot::Reference,
        ]
    };
    let known = [
        "society.1",
        "society.6",
        "society.8",
        "awareness.1",
        "total",
    ];
    for stage in AssessmentColumn::ALL {
        for spot in spots(stage) {
            for text in ["1", "", "moon", "Enter", "99999999999999999999", "1/0"] {
                for step in [Step::Typing, Step::Finished] {
                    let mut type_in = |indicator: &str| {
                        let indicator = indicator.to_owned();
                        let spot = spot.clone();
                        let field = Field { indicator, spot };
                        drafts.type_in(framework, &own, (&field, text, step), Language::Vi)
                    };
                    for indicator in ["moon", "", "society.1 self"] {
                        assert_eq!(type_in(indicator), None, "{indicator}");
                    }
                    for next in known.into_iter().filter_map(type_in) {
                        assert_eq!(next.unit, own.unit);
                        assert!(next.rows.len() <= 1, "{next:?}");
                    }
                }
            }
        }
        let wild = ["99999999999999999999".to_owned()];
        assert_eq!(tick(framework, &own, ("moon", stage), Some(&wild)), None);
        // A ratio has no parts.
        let ticked = tick(framework, &own, ("society.1", stage), Some(&wild));
        assert_eq!(ticked, None);
    }
    let worth = sitting.worth();
    let all = framework.nodes();
    let nothing = all.filter(|node| !worth.found().iter().any(|own| own.node == *node));
    for node in nothing {
        assert_eq!(worth.supposed(framework, &own, node, Goal::Full), None);
        assert_eq!(worth.places(node), 0);
    }
}

/// What is scored and takes a value below the main indicators.
fn leaves(framework: &Framework) -> Vec<Node> {
    let is_leaf = |node: &Node| {
        let own = framework.indicator(*node);
        own.scored && own.children.is_empty() && own.level > Level::Main
    };
    framework.nodes().filter(is_leaf).collect()
}

#[test]
fn nothing_is_estimated_once_every_component_is_entered() {
    let mut sitting = Sitting::at("e=2022&u=bac-giang");
    let ground = sitting.ground();
    let framework = ground.framework();
    let leaves = leaves(framework);
    sitting.finish("awareness.3", SelfAssessed, "100%");
    assert!(sitting.card().standing.estimated);
    let main = sitting.main("awareness");
    assert_eq!((main.at_max, main.known, main.components), (1, 1, 10));
    sitting.finish("awareness.3", SelfAssessed, "");
    let mut own = sitting.assessment();
    for (place, node) in leaves.iter().enumerate() {
        let indicator = framework.indicator(*node);
        let present = super::goal::Present {
            raw: None,
            reference: Some(Exact::whole(100)),
        };
        let share = if place % 2 == 0 {
            Exact::ONE
        } else {
            Exact::ZERO
        };
        let most = indicator.max_points.value();
        let value = super::goal::value_for(&indicator.rule, most, share, present);
        own.rows.push(Assessed {
            indicator: indicator.id.clone(),
            own: Some(value.unwrap_or_else(|| panic!("{} {share:?}", indicator.id))),
            reference: present.reference,
            ..Assessed::default()
        });
    }
    sitting.assess(own);
    assert_eq!(sitting.told_of_unit().len(), leaves.len());
    let card = sitting.card();
    assert!(!card.standing.estimated && card.faults.is_empty() && card.refused.is_none());
    for main in card.mains.iter().filter(|main| main.own.is_scored) {
        assert_eq!(main.known, main.components);
    }
    assert_eq!(sitting.main("awareness").components, 10);
}

#[test]
fn places_follow_once_a_field_is_left_and_say_so_meanwhile() {
    let mut sitting = Sitting::at("e=2022&u=bac-giang");
    let worth = sitting.worth();
    assert!(sitting.is_of(&worth));
    let field = Field::value("society.1", SelfAssessed);
    sitting.enter(Step::Typing, &field, "100%");
    assert!(!sitting.is_of(&worth) && sitting.is_beside(&worth));
    let worth = sitting.worth();
    let society = sitting.node("society.1");
    assert!(sitting.is_of(&worth));
    assert!(worth.found().iter().all(|own| own.node != society));
    // A slider of the page is a step on the way too.
    sitting.slide("economy", Exact::decimal(9, 1));
    assert!(!sitting.is_of(&worth) && sitting.is_beside(&worth));
    let worth = sitting.worth();
    assert!(sitting.is_of(&worth));
    // Another unit is another question.
    sitting.load("e=2022&u=da-nang");
    assert!(!sitting.is_of(&worth) && !sitting.is_beside(&worth));
}

#[test]
fn places_are_of_the_data_that_they_were_computed_with() {
    let mut sitting = Sitting::at("e=2022&u=bac-giang");
    let worth = sitting.worth();
    sitting.own.open_example(RULES).unwrap();
    sitting.own.take_news();
    assert!(!sitting.is_of(&worth) && !sitting.is_beside(&worth));
}
