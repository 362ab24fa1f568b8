//! What a planner says: the target, how effort grows, and for each indicator how hard it is, how far
//! it can go and whether it can move at all.

use super::words;
use crate::page::Markup;
use crate::page::analyses::ground::Ground;
use crate::page::analyses::others::about;
use crate::page::analyses::parts::{choice, field, folded, switch};
use crate::page::text::{entry_fault, score};
use dti_engine::calculator::{Effort, PlanLevel, PlanQuestion, Target, parse_decimal, parse_score};
use dti_engine::model::{Exact, Node, Origin, Score};
use std::collections::BTreeMap;

/// The terms as they were read; what could not be read is told beside its field.
pub(super) struct Terms {
    pub(super) question: PlanQuestion,
    /// Sentences about wrong texts, by key.
    faults: BTreeMap<String, String>,
    rank: u32,
}

impl Terms {
    pub(super) fn read(ground: &Ground<'_>) -> Self {
        let rank = ground.own().map_or(1, |own| own.rank);
        let mut terms = Self {
            question: PlanQuestion {
                scenario: ground.scenario().clone(),
                target: Target::Rank(usual(ground, rank)),
                level: PlanLevel::Main,
                effort: match ground.choice("effort") {
                    "flat" => Effort::Flat,
                    _ => Effort::Diminishing,
                },
                costs: BTreeMap::new(),
                caps: BTreeMap::new(),
                locked: Vec::new(),
            },
            faults: BTreeMap::new(),
            rank,
        };
        terms.read_target(ground, rank);
        for node in indicators(ground) {
            terms.read_indicator(ground, ground.id_of(node));
        }
        terms
    }

    fn read_target(&mut self, ground: &Ground<'_>, rank: u32) {
        let units = ground.units().len();
        match ground.link.target {
            Some(target) if (1..=units).contains(&(target as usize)) => {
                self.question.target = Target::Rank(target);
            }
            Some(_) => {
                let fault = words::no_such_rank(units, usual(ground, rank), ground.language);
                self.faults.insert("t".to_owned(), fault);
            }
            None => {}
        }
        let goal = ground.choice("goal");
        if !goal.is_empty()
            && let Some(value) = self.score(ground, "goal", goal)
        {
            self.question.target = Target::Score(value.value());
        }
    }

    fn read_indicator(&mut self, ground: &Ground<'_>, id: &str) {
        let [cost, cap, lock] = ["cost", "cap", "lock"].map(|kind| format!("{kind}.{id}"));
        let given = ground.choice(&cost);
        match words::cost(given) {
            Some(factor) => {
                self.question.costs.insert(id.to_owned(), factor);
            }
            None if given.is_empty() => {}
            None => match number(given) {
                Some(factor) => {
                    self.question.costs.insert(id.to_owned(), factor);
                }
                None => {
                    self.faults
                        .insert(cost, words::bad_cost(ground.language).to_owned());
                }
            },
        }
        let given = ground.choice(&cap);
        if !given.is_empty()
            && let Some(value) = self.score(ground, &cap, given)
        {
            self.question.caps.insert(id.to_owned(), value);
        }
        if ground.choice(&lock) == "on" {
            self.question.locked.push(id.to_owned());
        }
    }

    /// A score that was typed, or the sentence about it.
    fn score(&mut self, ground: &Ground<'_>, key: &str, text: &str) -> Option<Score> {
        match parse_score(text) {
            Ok(value) => Some(value),
            Err(fault) => {
                let sentence = entry_fault(fault, "1", ground.language);
                self.faults.insert(key.to_owned(), sentence);
                None
            }
        }
    }

    fn fault(&self, key: &str) -> &str {
        self.faults.get(key).map(String::as_str).unwrap_or_default()
    }

    /// The target and how effort grows.
    pub(super) fn controls(&self, ground: &Ground<'_>, m: &mut Markup) {
        let language = ground.language;
        let (wanted, chosen) = match self.question.target {
            Target::Rank(rank) => (rank, rank.to_string()),
            Target::Score(_) => (1, String::new()),
        };
        m.node("div", "choices", |m| {
            let units = ground.units().len();
            let last = self.rank.max(wanted);
            let option = |rank: u32| (rank.to_string(), words::rank_option(rank, units, language));
            let mut options: Vec<_> = (1..=last).map(option).collect();
            if chosen.is_empty() {
                options.insert(0, (String::new(), words::by_score(language).to_owned()));
            }
            choice(m, "set t", words::target(language), options, &chosen);
            if !self.fault("t").is_empty() {
                m.leaf("p", "fault", self.fault("t").to_owned());
            }
            let goal = ground.choice("goal");
            field(
                m,
                "goal",
                words::goal(language).into(),
                goal,
                self.fault("goal"),
            );
            let efforts = [
                ("diminishing", words::diminishing(language)),
                ("flat", words::flat(language)),
            ];
            let efforts = efforts.map(|(id, text)| (id.to_owned(), text.to_owned()));
            let chosen = match self.question.effort {
                Effort::Diminishing => "diminishing",
                Effort::Flat => "flat",
            };
            choice(
                m,
                "set effort",
                words::effort(language),
                efforts.into(),
                chosen,
            );
        });
    }

    /// How hard, how far, whether at all: for each indicator, folded away until wanted.
    pub(super) fn conditions(&self, ground: &Ground<'_>, m: &mut Markup) {
        let language = ground.language;
        folded(m, "folded-conditions", words::conditions(language), |m| {
            m.leaf("p", "copy-said", words::conditions_hint(language));
            m.node("datalist", "", |m| {
                m.set("id", "costs");
                for word in words::costs(language) {
                    m.node("option", "", |m| m.set("value", word));
                }
            });
            for node in indicators(ground) {
                self.indicator(ground, node, m);
            }
        });
    }

    fn indicator(&self, ground: &Ground<'_>, node: Node, m: &mut Markup) {
        let language = ground.language;
        let id = ground.id_of(node);
        let name = ground.name_of(node);
        let [cost, cap, lock] = ["cost", "cap", "lock"].map(|kind| format!("{kind}.{id}"));
        let now = ground.own().and_then(|own| own.card.value(node));
        let now = now.map(|now| {
            let value = score(now.score, language);
            about(value, now.origin == Origin::Estimated)
        });
        m.node("fieldset", "term", |m| {
            m.leaf(
                "legend",
                "",
                format!("{name} ({})", now.unwrap_or_default()),
            );
            let hard = ground.choice(&cost);
            field(
                m,
                &cost,
                words::how_hard(language).into(),
                hard,
                self.fault(&cost),
            );
            let most = ground.choice(&cap);
            field(
                m,
                &cap,
                words::at_most(language).into(),
                most,
                self.fault(&cap),
            );
            switch(
                m,
                &lock,
                words::cannot_change(language),
                ground.choice(&lock) == "on",
            );
        });
    }
}

/// What a plan may raise.
fn indicators(ground: &Ground<'_>) -> Vec<Node> {
    let mains = ground.framework().mains();
    mains
        .filter(|&node| ground.framework().indicator(node).scored)
        .filter(|&node| ground.maxima.of_node(node) > Exact::ZERO)
        .collect()
}

/// The goal that most provinces set next: first, third, fifth, tenth, the upper half.
fn usual(ground: &Ground<'_>, rank: u32) -> u32 {
    let half = u32::try_from(ground.units().len() / 2).unwrap_or(1);
    let goals = [half, 10, 5, 3, 1];
    let better = goals.into_iter().filter(|goal| *goal < rank);
    better.max().unwrap_or(1)
}

/// A factor above 0.
fn number(text: &str) -> Option<f64> {
    let value = parse_decimal(text, 2).ok()?;
    let is_allowed = value > Exact::ZERO && value <= Exact::whole(1000);
    is_allowed.then(|| value.to_f64())
}

#[cfg(test)]
mod tests {
    use super::Terms;
    use crate::page::analyses::plan::tests::{planned, question, shown};
    use crate::page::analyses::work::tests::{calculator, finding_of, ground, table, text};
    use crate::page::text::score;
    use dti_engine::calculator::{Effort, Target};
    use dti_engine::model::{Exact, Score};
    use dti_formats::link::Language;

    #[test]
    fn words_numbers_caps_and_locks_reach_the_question() {
        let terms = [
            ("cost.society", "Khó "),
            ("cost.economy", "dễ"),
            ("cost.security", "very hard"),
            ("cost.government", "3,5"),
            ("cost.workforce", "0.01"),
            ("cap.infrastructure", "0,7"),
            ("lock.awareness", "on"),
            ("lock.institutions", "off"),
        ];
        let fragment = "#e=2022&u=bac-giang&t=3";
        let read = Terms::read(&ground(fragment, &terms)).question;
        let mut wanted = question(fragment, Target::Rank(3), Effort::Diminishing);
        for (id, factor) in [
            ("society", 2.0),
            ("economy", 0.5),
            ("security", 4.0),
            ("government", 3.5),
            ("workforce", 0.01),
        ] {
            wanted.costs.insert(id.to_owned(), factor);
        }
        let cap = Score::try_new(Exact::decimal(7, 1)).unwrap();
        wanted.caps.insert("infrastructure".to_owned(), cap);
        wanted.locked.push("awareness".to_owned());
        assert_eq!(read, wanted);
        let html = shown(fragment, &terms);
        let plan = calculator().plan(&wanted).unwrap();
        assert_ne!(plan.steps, planned(fragment, 3, Effort::Diminishing).steps);
        let rows = table(&html, "Các bước, việc dễ làm trước");
        for (row, step) in rows[1..].iter().zip(&plan.steps) {
            assert_eq!(row[2], score(step.to, Language::Vi));
        }
        assert!(html.contains("Giữ nguyên theo điều kiện: Nhận thức số."));
        assert!(!html.contains("aria-invalid"));
    }

    #[test]
    fn wrong_texts_are_told_beside_the_field_and_the_default_holds() {
        let usual = planned("e=2022&u=bac-giang", 5, Effort::Diminishing);
        let number = "Hãy nhập một số, ví dụ 0,45.";
        let range = "Số phải từ 0 đến 1.";
        let cost = "Hãy chọn dễ, vừa, khó, rất khó, hoặc nhập một số từ 0,01 đến 1000 (vừa = 1).";
        let rank = "Mục tiêu phải là một hạng từ 1 đến 63; đang dùng hạng 5.";
        for (key, value, sentence) in [
            ("goal", "abc", number),
            ("goal", "1,5", range),
            ("goal", "-0.2", range),
            ("goal", "0.123456", "Chỉ nhận tối đa 4 chữ số thập phân."),
            ("cap.society", "x", number),
            ("cap.society", "7", range),
            ("cost.society", "moon", cost),
            ("cost.society", "0", cost),
            ("cost.society", "-1", cost),
            ("cost.society", "1001", cost),
            ("cost.society", "NaN", cost),
            ("t", "64", rank),
            ("t", "4294967295", rank),
        ] {
            let html = shown("#e=2022&u=bac-giang", &[(key, value)]);
            let fault = format!("choice-{key}-fault\">{sentence}");
            let is_told =
                html.contains(&fault) || html.contains(&format!("class=\"fault\">{sentence}"));
            assert!(is_told, "{key} {value}: {html}");
            assert_eq!(html.contains("aria-invalid"), key != "t");
            let finding = finding_of(&html);
            let to = score(usual.steps[0].to, Language::Vi);
            assert!(
                finding.contains("hạng 5") && finding.contains(&to),
                "{finding}"
            );
            // No rank is offered that does not exist, and what was typed stays.
            assert!(!html.contains("Hạng 10 "), "{html}");
            assert!(key == "t" || html.contains(&format!("value=\"{value}\"")));
        }
    }

    #[test]
    fn a_score_can_be_the_target_and_the_last_word_counts() {
        let fragment = "#e=2022&u=da-nang";
        let text = text(fragment, &[("goal", "0,9")]);
        assert!(
            text.contains("Đà Nẵng (hạng 1) cần thêm 99,8 điểm để đạt giá trị 0,9000;"),
            "{text}"
        );
        assert!(text.contains("Theo giá trị đã nhập"));
        let target = Target::Score(Exact::decimal(9, 1));
        let plan = calculator()
            .plan(&question(fragment, target, Effort::Diminishing))
            .unwrap();
        for step in &plan.steps {
            assert!(text.contains(&score(step.to, Language::Vi)));
        }
        let reached = calculator()
            .simulate(plan.reached.as_ref().unwrap())
            .unwrap();
        assert!(reached.standings[0].score >= Exact::decimal(9, 1));
        let html = shown("#e=2022&u=bac-giang", &[("goal", "0.9"), ("t", "2")]);
        assert!(finding_of(&html).contains("để lên hạng 2;"));
        let html = shown("#e=2022&u=bac-giang", &[("t", "2"), ("goal", "0.9")]);
        assert!(finding_of(&html).contains("để đạt giá trị 0,9000;"));
        let html = shown("#e=2022&u=bac-giang", &[("t", "2"), ("t", "")]);
        assert!(finding_of(&html).contains("để lên hạng 5;"));
    }
}
