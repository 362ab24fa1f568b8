//! What the figures and choices of a rule are called: beside the rule's own text in framework files and
//! component lists.

use super::framework_document::ChoiceDocument;
use super::own_catalogue::both;
use super::raw_text::word;
use super::typed::{Both, Line};
use dti_engine::model::{Choice, Rule, RuleKind, Text};
use std::collections::BTreeMap;

/// The names of one rule.
#[derive(Default)]
pub(super) struct RuleNames {
    /// What a number is counted in.
    pub(super) measure: Option<Both>,
    /// By the id of an input.
    pub(super) inputs: Option<BTreeMap<Line, Both>>,
    /// In the order of the rule's fractions.
    pub(super) choices: Option<Vec<ChoiceDocument>>,
}

impl RuleNames {
    /// The rule with these names; or the field at fault, and what is wrong.
    pub(super) fn given_to(self, mut rule: Rule) -> Result<Rule, (&'static str, String)> {
        rule.measure = self.measure.map(Text::from).unwrap_or_default();
        for (id, name) in self.inputs.unwrap_or_default() {
            let input = rule.inputs.iter_mut().find(|input| input.id == *id);
            let Some(input) = input else {
                return Err(("inputs", format!("`{}` is no figure of the rule", id.0)));
            };
            input.name = name.into();
        }
        if let Some(named) = self.choices {
            put_choices(&mut rule.kind, named).map_err(|problem| ("choices", problem))?;
        }
        Ok(rule)
    }

    /// The names that a rule has; nothing where its text says everything.
    pub(super) fn of(rule: &Rule) -> Self {
        let is_named = |name: &Text| *name != Text::default();
        let named = rule.inputs.iter().filter(|input| is_named(&input.name));
        let inputs: BTreeMap<Line, Both> = named
            .map(|input| (Line(input.id.clone()), both(&input.name)))
            .collect();
        let choice = |choice: &Choice| ChoiceDocument {
            id: Line(choice.id.clone()),
            vi: Line(choice.name.vi.clone()),
            en: Some(Line(choice.name.en.clone())),
        };
        let choices = rule.kind.choices();
        let unnamed = Choice::unnamed(choices.iter().map(|choice| choice.share));
        Self {
            measure: is_named(&rule.measure).then(|| both(&rule.measure)),
            inputs: (!inputs.is_empty()).then_some(inputs),
            choices: (*choices != unnamed).then(|| choices.iter().map(choice).collect()),
        }
    }
}

fn put_choices(kind: &mut RuleKind, named: Vec<ChoiceDocument>) -> Result<(), String> {
    let (RuleKind::Levels(choices)
    | RuleKind::StepChoices(choices)
    | RuleKind::CountShare(choices)
    | RuleKind::Parts(choices)
    | RuleKind::PerPeriodSum { choices, .. }) = kind
    else {
        return Err("nothing is chosen under the rule".to_owned());
    };
    if choices.len() != named.len() {
        let (given, wanted) = (named.len(), choices.len());
        return Err(format!(
            "{given} choices are named, but the rule has {wanted}"
        ));
    }
    let mut ids: Vec<String> = Vec::new();
    for (choice, ChoiceDocument { id, vi, en }) in choices.iter_mut().zip(named) {
        let id = word(&id).ok_or_else(|| {
            let allowed = "lower-case letters, digits, `_`, `-` and `.`";
            format!("the id `{}` is not allowed; use at most 64 {allowed}", id.0)
        })?;
        if ids.contains(&id) {
            return Err(format!("the id `{id}` stands twice; ids must be different"));
        }
        choice.id.clone_from(&id);
        choice.name = Both { vi, en }.into();
        ids.push(id);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RuleNames;
    use crate::framework_document::ChoiceDocument;
    use crate::typed::{Both, Line};
    use crate::{parse_rule, rule_text};

    fn both(vi: &str) -> Both {
        let (vi, en) = (Line(vi.to_owned()), None);
        Both { vi, en }
    }

    fn choices(ids: &[&str]) -> RuleNames {
        let choice = |id: &&str| ChoiceDocument {
            id: Line((*id).to_owned()),
            vi: Line("Có".to_owned()),
            en: None,
        };
        RuleNames {
            choices: Some(ids.iter().map(choice).collect()),
            ..RuleNames::default()
        }
    }

    #[test]
    fn names_come_back_and_the_rules_text_stays() {
        let names = RuleNames {
            inputs: Some([(Line("b".to_owned()), both("Hộ"))].into()),
            measure: Some(both("tỷ đồng")),
            choices: None,
        };
        let rule = names
            .given_to(parse_rule("ratio of a/b=7").unwrap())
            .unwrap();
        assert_eq!(rule_text(&rule), "ratio of a/b=7");
        let again = RuleNames::of(&rule);
        let plain = parse_rule("ratio of a/b=7").unwrap();
        assert_eq!(again.given_to(plain).unwrap(), rule);
        let levels = parse_rule("levels 1 0.5").unwrap();
        let named = choices(&["head", "none"]).given_to(levels.clone()).unwrap();
        assert_eq!(RuleNames::of(&named).given_to(levels).unwrap(), named);
        let plain = RuleNames::of(&parse_rule("parts 0.5 0.5").unwrap());
        assert!(plain.choices.is_none() && plain.inputs.is_none() && plain.measure.is_none());
    }

    #[track_caller]
    fn expect_fault(rule: &str, names: RuleNames, sentence: &str) {
        let fault = names.given_to(parse_rule(rule).unwrap()).unwrap_err();
        assert_eq!(format!("{}: {}", fault.0, fault.1), sentence);
    }

    #[test]
    fn names_of_what_the_rule_does_not_have_are_faults() {
        let figure = RuleNames {
            inputs: Some([(Line("c".to_owned()), both("Hộ"))].into()),
            ..RuleNames::default()
        };
        expect_fault("ratio", figure, "inputs: `c` is no figure of the rule");
        expect_fault(
            "ratio",
            choices(&["a"]),
            "choices: nothing is chosen under the rule",
        );
        expect_fault(
            "levels 0 1",
            choices(&["a"]),
            "choices: 1 choices are named, but the rule has 2",
        );
        expect_fault(
            "levels 0 1",
            choices(&["a", "a"]),
            "choices: the id `a` stands twice; ids must be different",
        );
        expect_fault(
            "levels 0 1",
            choices(&["a", "A"]),
            "choices: the id `A` is not allowed; use at most 64 lower-case letters, digits, `_`, \
             `-` and `.`",
        );
    }
}
