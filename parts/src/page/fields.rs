//! Fields for numbers. What a person types stays on screen, right or wrong, with one sentence
//! beside it; the last good result stays.

use super::Page;
use super::names::NamesIn;
use super::text::{entry_fault, points, problem, score, whole};
use dti_engine::calculator::{CalculatorError, parse_gain, parse_max_points, parse_score};
use dti_engine::model::{Exact, Kind, LARGEST_MAX_POINTS, Maxima, Node, Rivals};

/// What is being typed: the text, the value that it was typed over, and what is wrong with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Draft {
    /// Id of the field.
    field: String,
    text: String,
    over: String,
    fault: String,
}

/// What a field asks for. Its id says so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Asked<'a> {
    /// The value of an indicator: "what if".
    Score(&'a str),
    /// The true value of an indicator.
    Known(&'a str),
    /// Max points of an indicator.
    MaxPoints(&'a str),
    /// Points that each rival gains.
    Gain,
}

impl<'a> Asked<'a> {
    fn by(field: &'a str) -> Option<Self> {
        let (kind, indicator) = field.split_once('-').unwrap_or((field, ""));
        match kind {
            "field" => Some(Self::Score(indicator)),
            "known" => Some(Self::Known(indicator)),
            "max" => Some(Self::MaxPoints(indicator)),
            "gain" => Some(Self::Gain),
            _ => None,
        }
    }
}

impl Page {
    /// What a field shows, and what is wrong with it.
    pub(super) fn field(&self, field: &str) -> (String, String) {
        let value = self.field_value(field);
        // A draft is void as soon as the value changes by another way.
        let draft = self
            .drafts
            .iter()
            .find(|draft| draft.field == field && draft.over == value);
        match draft {
            Some(draft) => (draft.text.clone(), draft.fault.clone()),
            None => (value, String::new()),
        }
    }

    /// Takes a text that may be unfinished; a score is tried at once.
    pub(super) fn type_in_field(&mut self, field: &str, text: &str) {
        if let (Some(Asked::Score(indicator)), Ok(score)) = (Asked::by(field), parse_score(text)) {
            // What is refused is told once it is finished.
            drop(self.suppose(indicator, score));
        }
        self.keep_draft(field, text, String::new());
    }

    /// Takes a finished text.
    pub(super) fn finish_field(&mut self, field: &str, text: &str) {
        // What only stands there is no edit: an estimate has more decimals than are shown.
        let is_edit = text != self.field_value(field);
        let outcome = if is_edit {
            self.enter(field, text)
        } else {
            Ok(())
        };
        match outcome {
            Ok(()) => self.drop_draft(field),
            Err(sentence) => self.keep_draft(field, text, sentence),
        }
    }

    /// Says what is wrong beside a field that keeps its value.
    pub(super) fn fault_field(&mut self, field: &str, fault: String) {
        let value = self.field_value(field);
        self.keep_draft(field, &value, fault);
    }

    /// Forgets what was typed.
    pub(super) fn drop_draft(&mut self, field: &str) {
        self.drafts.retain(|draft| draft.field != field);
    }

    fn keep_draft(&mut self, field: &str, text: &str, fault: String) {
        self.drop_draft(field);
        self.drafts.push(Draft {
            field: field.to_owned(),
            text: text.to_owned(),
            over: self.field_value(field),
            fault,
        });
    }

    /// The value that stands behind a field, as it is written.
    fn field_value(&self, field: &str) -> String {
        let language = self.language;
        let written = |value: Option<Exact>| {
            value
                .map(|value| score(value, language))
                .unwrap_or_default()
        };
        match Asked::by(field) {
            Some(Asked::Score(indicator)) => written(self.line_value(indicator, |l| l.score)),
            Some(Asked::Known(indicator)) if self.is_known(indicator) => {
                written(self.line_value(indicator, |l| l.present))
            }
            Some(Asked::MaxPoints(indicator)) => {
                let node = self.node(indicator).unwrap_or(Node::ROOT);
                whole(self.max_points(node), language)
            }
            Some(Asked::Gain) => match self.scenario.rivals {
                Rivals::Gain(hundredths) => points(Exact::decimal(hundredths, 2), language),
                _ => String::new(),
            },
            _ => String::new(),
        }
    }

    fn enter(&mut self, field: &str, text: &str) -> Result<(), String> {
        let language = self.language;
        match Asked::by(field) {
            Some(Asked::Score(indicator)) => {
                let score = parse_score(text).map_err(|f| entry_fault(f, "1", language))?;
                self.suppose(indicator, score).map_or(Ok(()), Err)
            }
            Some(Asked::Known(indicator)) => {
                let score = parse_score(text).map_err(|f| entry_fault(f, "1", language))?;
                let outcome = self.know(indicator, score);
                outcome.map_err(|error| self.in_words(&error))
            }
            Some(Asked::MaxPoints(indicator)) => {
                let largest = whole(Exact::whole(i64::from(LARGEST_MAX_POINTS)), language);
                let given =
                    parse_max_points(text).map_err(|f| entry_fault(f, &largest, language))?;
                let framework = self.edition().map(|edition| edition.framework());
                let own = framework.and_then(|framework| {
                    Some(framework.indicator(framework.node(indicator)?).max_points)
                });
                let changed = Some(given).filter(|given| Some(*given) != own);
                let outcome = self.set_max_points(indicator, changed);
                outcome.map_err(|error| self.in_words(&error))
            }
            Some(Asked::Gain) => {
                let largest = whole(self.max_points(Node::ROOT), language);
                let gained = parse_gain(text).map_err(|f| entry_fault(f, &largest, language))?;
                let outcome = self.set_rivals(Rivals::Gain(gained));
                outcome.map_err(|error| self.in_words(&error))
            }
            None => Ok(()),
        }
    }

    /// An error of the calculator in a sentence.
    pub(super) fn in_words(&self, error: &CalculatorError) -> String {
        let names = NamesIn::new(self.edition(), self.language);
        problem(error, &names, self.language)
    }

    /// Max points of a node under the scenario.
    pub(super) fn max_points(&self, node: Node) -> Exact {
        let maxima: Option<&Maxima> = self.shown.maxima.as_ref();
        maxima.map_or(Exact::ZERO, |maxima| maxima.of_node(node))
    }

    /// The indicator with this id in the framework at hand.
    pub(super) fn node(&self, indicator: &str) -> Option<Node> {
        self.edition()?.framework().node(indicator)
    }

    /// Whether the reader gave a known figure for an indicator of the open scorecard.
    pub(super) fn is_known(&self, indicator: &str) -> bool {
        let scenario = &self.scenario;
        let known = scenario.find(&self.shown.subject, indicator, Kind::Known);
        known.is_some()
    }
}

#[cfg(test)]
mod tests {

    use crate::page::Page;
    use dti_formats::link::Language;

    fn page(fragment: &str) -> Page {
        let calculator = Box::leak(Box::new(dti_formats::official().unwrap()));
        Page::new(calculator, fragment, Language::Vi, |_| None)
    }

    #[test]
    fn wrong_text_stays_with_a_sentence_and_the_result_stays() {
        let mut page = page("#e=2022&u=bac-giang&s=bac-giang.society:0.45");
        page.type_in_field("field-society", "4,5,6");
        assert_eq!(page.field("field-society"), ("4,5,6".into(), String::new()));
        page.finish_field("field-society", "4,5,6");
        let (text, fault) = page.field("field-society");
        assert_eq!(text, "4,5,6");
        assert!(!fault.is_empty());
        assert_eq!(page.news(), "Bắc Giang: hạng 9 → 8, giá trị 0,6613");
        page.drop_draft("field-society");
        assert_eq!(page.field("field-society").0, "0,4500");
    }

    #[test]
    fn a_draft_is_void_when_the_value_changes_by_another_way() {
        let mut page = page("#e=2022&u=bac-giang");
        page.finish_field("field-society", "abc");
        page.finish_field("field-economy", "xyz");
        page.arrive("#e=2022&u=bac-giang&s=bac-giang.society:0.5");
        assert_eq!(
            page.field("field-society"),
            ("0,5000".into(), String::new())
        );
        assert_eq!(page.field("field-economy").0, "xyz");
    }

    #[test]
    fn each_kind_of_field_enters_its_own() {
        let mut page = page("#e=2022&u=bac-giang");
        page.finish_field("known-awareness", "0.8");
        assert_eq!(page.field("known-awareness").0, "0,8000");
        page.finish_field("known-security", "0");
        assert!(page.field("known-security").1.contains("0,1"));
        page.finish_field("max-economy", "300");
        assert_eq!(page.field("max-economy").0, "300");
        page.finish_field("max-economy", "3.5");
        assert!(!page.field("max-economy").1.is_empty());
        page.finish_field("gain", "-10");
        assert_eq!(page.field("gain").0, "\u{2212}10");
    }
}
