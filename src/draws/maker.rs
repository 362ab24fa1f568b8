//! What makes draws: the newest question, as far as it is done.

use super::doubt::Doubting;
use super::message::{
    Answer, Heard, Near, Question, Request, TOPS, Unit, Wanted, packed, unpacked,
};
use dti_engine::calculator::{Calculator, Draws, Stability, UnitStability};
use dti_formats::OwnCatalogue;

/// Units that are counted rank by rank, around the one asked about.
const NEAR: usize = 11;

/// Makes draws slice by slice.
pub trait Maker {
    /// Takes the official editions, as the site ships them, and what the reader brought. What was drawn
    /// before no longer holds.
    fn supply(&mut self, shipped: &[u8], own: &str);
    /// Takes a request in place of the one before. Draws are kept where they are the same.
    fn begin(&mut self, request: &[u8]);
    /// Makes so many more draws of the newest question; says whether those were the last for now.
    fn advance(&mut self, count: u32) -> bool;
    /// What there is of it so far.
    fn answer(&self) -> Vec<u8>;
}

/// With nothing asked and nothing to count with.
pub fn maker() -> Box<dyn Maker> {
    Box::new(Slices::default())
}

#[derive(Default)]
struct Slices {
    calculator: Option<Calculator>,
    work: Option<Work>,
}

/// What is being answered.
enum Work {
    Ranks(Box<Ranking>),
    Doubt(Box<Doubting>),
}

/// How sure the ranks are, as far as it is drawn.
struct Ranking {
    question: Question,
    draws: Draws,
    is_paused: bool,
    /// Row of the unit asked about.
    position: usize,
}

impl Maker for Slices {
    fn supply(&mut self, shipped: &[u8], own: &str) {
        self.work = None;
        let own = OwnCatalogue::from_text(own);
        self.calculator = own.and_then(|own| dti_formats::shipped(shipped, own)).ok();
    }

    fn begin(&mut self, request: &[u8]) {
        let before = self.work.take();
        let wanted: Option<Wanted> = unpacked(request);
        self.work = self
            .calculator
            .as_ref()
            .zip(wanted)
            .and_then(|(calculator, wanted)| Work::begin(calculator, wanted, before));
    }

    fn advance(&mut self, count: u32) -> bool {
        match &mut self.work {
            None => true,
            Some(Work::Ranks(ranking)) => ranking.advance(count),
            Some(Work::Doubt(doubting)) => doubting.advance(count),
        }
    }

    fn answer(&self) -> Vec<u8> {
        let heard = self.work.as_ref().map(|work| match work {
            Work::Ranks(ranking) => Heard::Ranks(ranking.answer()),
            Work::Doubt(doubting) => Heard::Doubt(doubting.answer()),
        });
        heard.map(|heard| packed(&heard)).unwrap_or_default()
    }
}

impl Work {
    /// Nothing where the calculator refuses the question: the page asks only what it can show itself.
    /// What was drawn before is kept where the question is the same.
    fn begin(calculator: &Calculator, wanted: Wanted, before: Option<Self>) -> Option<Self> {
        let ranks = |request, before| {
            let ranking = Ranking::begin(calculator, request, before)?;
            Some(Self::Ranks(Box::new(ranking)))
        };
        match (wanted, before) {
            (Wanted::Ranks(request), Some(Self::Ranks(before))) => ranks(request, Some(*before)),
            (Wanted::Ranks(request), _) => ranks(request, None),
            (Wanted::Doubt(question), Some(Self::Doubt(before)))
                if *before.question() == question =>
            {
                Some(Self::Doubt(before))
            }
            (Wanted::Doubt(question), _) => {
                let doubting = Doubting::begin(calculator, question)?;
                Some(Self::Doubt(Box::new(doubting)))
            }
        }
    }
}

impl Ranking {
    fn begin(calculator: &Calculator, request: Request, before: Option<Self>) -> Option<Self> {
        let Request {
            question,
            is_paused,
        } = request;
        if let Some(before) = before.filter(|before| before.question == question) {
            return Some(Self {
                is_paused,
                ..before
            });
        }
        let asked = question.read();
        let edition = calculator.edition(&asked.scenario.edition).ok()?;
        let unit = asked.scenario.unit.as_deref();
        Some(Self {
            draws: calculator.draws(&asked).ok()?,
            position: unit.and_then(|unit| edition.position(unit))?,
            question,
            is_paused,
        })
    }

    fn advance(&mut self, count: u32) -> bool {
        if !self.is_paused {
            self.draws.advance(count);
        }
        self.is_paused || self.draws.is_done()
    }

    fn answer(&self) -> Answer {
        let made = self.draws.result();
        let groups = made.tied_groups();
        let group = |position| {
            let place = groups.iter().position(|group| group.contains(&position));
            place.map_or(0, |place| number(place + 1))
        };
        let units = made.units.iter();
        Answer {
            question: self.question.clone(),
            done: made.draws,
            is_paused: self.is_paused,
            units: units.map(|unit| one(unit, group(unit.position))).collect(),
            near: near(&made, self.position),
        }
    }
}

fn one(unit: &UnitStability, group: u32) -> Unit {
    let most = unit.counts.iter().enumerate().rev();
    let most = most.max_by_key(|(_, count)| *count);
    Unit {
        position: number(unit.position),
        rank: unit.rank,
        low: unit.low,
        high: unit.high,
        most: most.map_or(0, |(place, _)| number(place + 1)),
        tops: TOPS.map(|top| unit.counts.iter().take(top as usize).sum()),
        group,
    }
}

/// The unit asked about among its neighbours.
fn near(made: &Stability, position: usize) -> Vec<Near> {
    let units = &made.units;
    let own = units.iter().position(|unit| unit.position == position);
    let first = own.unwrap_or_default().saturating_sub(NEAR / 2);
    let first = first.min(units.len().saturating_sub(NEAR));
    let counted = |unit: &UnitStability| {
        let last = unit.counts.iter().rposition(|count| count > 0);
        let counts = unit.counts.iter().take(last.map_or(0, |last| last + 1));
        Near {
            position: number(unit.position),
            counts: counts.collect(),
        }
    };
    let near = units.iter().skip(first).take(NEAR);
    near.map(counted).collect()
}

/// Rows and places are far fewer.
fn number(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Maker, maker};
    use crate::draws::message::{
        Answer, Doubt, Heard, Question, Request, Wanted, packed, unpacked,
    };
    use dti_engine::calculator::{Calculator, SensitivityQuestion};

    fn question(scenario: &str) -> Question {
        Question {
            scenario: scenario.to_owned(),
            draws: 500,
            seed: 7,
            spread: 25,
            rounding: true,
            estimates: true,
            rivals: false,
        }
    }

    fn begin(maker: &mut dyn Maker, question: &Question, is_paused: bool) {
        maker.begin(&packed(&Wanted::Ranks(Request {
            question: question.clone(),
            is_paused,
        })));
    }

    #[track_caller]
    fn answer(maker: &dyn Maker) -> Answer {
        match unpacked(&maker.answer()) {
            Some(Heard::Ranks(answer)) => answer,
            other => panic!("{other:?}"),
        }
    }

    #[track_caller]
    fn doubt(maker: &dyn Maker) -> Doubt {
        match unpacked(&maker.answer()) {
            Some(Heard::Doubt(doubt)) => doubt,
            other => panic!("{other:?}"),
        }
    }

    fn supplied() -> Box<dyn Maker> {
        let mut maker = maker();
        maker.supply(dti_formats::official_bytes(), "");
        maker
    }

    #[test]
    fn the_answer_is_the_calculators_however_it_is_sliced() {
        let calculator: Calculator = dti_formats::official().unwrap();
        for scenario in [
            "e=2022&u=bac-giang",
            "e=2022&u=bac-giang&s=bac-giang.society:0.45,bac-giang.awareness:k0.8",
            "e=2024-34&u=da-nang&r=gain:5",
        ] {
            let question = question(scenario);
            let mut maker = supplied();
            begin(&mut *maker, &question, false);
            for count in [1, 33, 400] {
                assert!(!maker.advance(count));
            }
            assert_eq!(answer(&*maker).done, 434);
            assert!(maker.advance(1_000));
            let answer = answer(&*maker);
            let made = calculator.stability(&question.read()).unwrap();
            assert!(answer.is_done() && answer.units.len() == made.units.len());
            for (own, unit) in answer.units.iter().zip(&made.units) {
                let bands = [own.rank, own.low, own.high];
                assert_eq!(bands, [unit.rank, unit.low, unit.high], "{scenario}");
                for (count, top) in own.tops.into_iter().zip([3, 5, 10]) {
                    let share = f64::from(count) / 500.0;
                    assert!((share - unit.top(top)).abs() < 1e-12, "{top}");
                }
                let groups = made.tied_groups();
                let group = groups.iter().position(|g| g.contains(&unit.position));
                assert_eq!(own.group as usize, group.map_or(0, |place| place + 1));
            }
            assert_eq!(answer.near.len(), 11);
            for near in &answer.near {
                let unit = made.of(near.position as usize).unwrap();
                let share = answer.share(unit.position, 7).unwrap();
                assert_eq!(share.to_bits(), unit.top(7).to_bits());
            }
        }
    }

    #[test]
    fn paused_draws_stay_and_another_question_begins_anew() {
        let question = question("e=2022&u=bac-giang");
        let mut maker = supplied();
        begin(&mut *maker, &question, false);
        maker.advance(100);
        begin(&mut *maker, &question, true);
        assert!(maker.advance(100), "nothing more for now");
        assert_eq!(answer(&*maker).done, 100);
        begin(&mut *maker, &question, false);
        assert!(maker.advance(400));
        assert_eq!(answer(&*maker).done, 500);
        let other = Question {
            seed: 8,
            ..question
        };
        begin(&mut *maker, &other, false);
        assert_eq!(answer(&*maker).done, 0);
        assert_eq!(answer(&*maker).question, other);
    }

    #[test]
    fn what_cannot_be_drawn_is_answered_with_nothing() {
        let mut maker = maker();
        begin(&mut *maker, &question("e=2022&u=bac-giang"), false);
        assert!(maker.advance(1) && maker.answer().is_empty(), "no figures");
        let mut maker = supplied();
        for request in [&b"\xff\xff"[..], b""] {
            maker.begin(request);
            assert!(maker.advance(1) && maker.answer().is_empty());
        }
        begin(&mut *maker, &question("e=1999&u=bac-giang"), false);
        assert!(maker.advance(1) && maker.answer().is_empty());
    }

    #[test]
    fn the_doubt_is_the_calculators_and_told_only_with_its_intervals() {
        let calculator: Calculator = dti_formats::official().unwrap();
        let question = Question {
            rivals: true,
            ..question("e=2023&u=bac-giang")
        };
        let mut maker = supplied();
        maker.begin(&packed(&Wanted::Doubt(question.clone())));
        assert!(!maker.advance(400));
        maker.begin(&packed(&Wanted::Doubt(question.clone())));
        assert!(!maker.advance(101));
        let under_way = doubt(&*maker);
        assert_eq!((under_way.progress, under_way.found), ((501, 1_000), None));
        assert!(maker.advance(10_000));
        let found = doubt(&*maker).found.unwrap();
        let asked = SensitivityQuestion {
            drawn: question.read(),
        };
        let made = calculator.sensitivity(&asked).unwrap();
        for (own, other) in [(found.score, made.score), (found.rank, made.rank)] {
            assert_eq!(own.mean.to_bits(), other.mean.to_bits());
            assert_eq!(own.deviation.to_bits(), other.deviation.to_bits());
            let shares = own.shares.iter();
            let shares: Vec<_> = shares
                .map(|own| (own.group, own.first, own.total))
                .collect();
            let groups = other.groups.iter();
            let groups: Vec<_> = groups
                .map(|(group, own)| (*group, own.first, own.total))
                .collect();
            assert_eq!(shares, groups);
            assert_eq!(shares.len(), 4);
        }
        // Draws of ranks begin anew, as another question does.
        begin(&mut *maker, &question, false);
        assert_eq!(answer(&*maker).done, 0);
        maker.begin(&packed(&Wanted::Doubt(question)));
        assert_eq!(doubt(&*maker).progress.0, 0);
    }

    /// Stores bytes, or compares with what is stored. `tests/api/draws.test.mjs` asks the built module for
    /// the same.
    #[track_caller]
    fn expect_stored(name: &str, bytes: &[u8]) {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots/draws");
        let mut text = String::new();
        for line in bytes.chunks(48) {
            text.extend(line.iter().map(|byte| format!("{byte:02x}")));
            text.push('\n');
        }
        let file = format!("{folder}/{name}.txt");
        if std::env::var_os("DTI_UPDATE_SNAPSHOTS").is_some() {
            std::fs::create_dir_all(folder).unwrap();
            std::fs::write(&file, &text).unwrap();
        }
        assert!(
            std::fs::read_to_string(&file).unwrap() == text,
            "the {name} changed: look at it, then set DTI_UPDATE_SNAPSHOTS=1"
        );
    }

    #[test]
    fn the_draws_are_the_stored_ones() {
        let question = question("e=2022&u=bac-giang&s=bac-giang.society:0.52");
        let request = packed(&Wanted::Ranks(Request {
            question,
            is_paused: false,
        }));
        let mut maker = supplied();
        maker.begin(&request);
        assert!(maker.advance(500));
        expect_stored("request", &request);
        expect_stored("answer", &maker.answer());
    }
}
