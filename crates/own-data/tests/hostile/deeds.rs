//! A reader who does anything with anything: each deed is done whole or refused, and what is kept of it
//! is what another page opens.

use super::files::{INDICES, PROJECT, TABLES, wounded, wounds};
use super::{fragment, number, run_pages};
use dti_engine::calculator::AssessmentColumn;
use dti_engine::model::Node;
use dti_formats::link::{Language, Link, read_private};
use dti_formats::{DecimalMark, Form, Scale, TableKind, official_bytes};
use dti_own_data::card::{Drafts, Field, Goal, Look, Spot, Step, View, Worth, parts, tick};
use dti_own_data::import::{KINDS, Table, UnitOf, meanings};
use dti_own_data::{
    Brought, Ground, News, OwnData, PROVINCES, Received, Refusal, TableName, Trial, Version,
};
use dti_words::Words;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Something that a reader does.
#[derive(Clone, Debug)]
enum Deed {
    Bring(String, Brought),
    Choose(Choice),
    TakeOver,
    TypeIn(Field, String, Step),
    Tick(String, AssessmentColumn, Option<Vec<String>>),
    Suppose(String, Goal),
    OpenExample(String),
    Show(String),
    Close(String),
    Begin(String, String),
    Clear,
    ClearUnplaced,
    StepBack,
    Delete,
    Meet(String),
    ChooseVersion(Version),
    Go(String),
}

/// What a reader says about a table.
#[derive(Clone, Debug)]
enum Choice {
    Kind(TableKind),
    Edition(String),
    Sheet(usize),
    Column(usize, Index),
    Mark(DecimalMark),
    Scale(Scale),
    Main(String, Option<String>),
    Unit(usize, Option<UnitOf>),
    LeaveOut(usize),
    TakeBack,
}

fn edition() -> impl Strategy<Value = String> {
    let ids = "(2022|2024-34|example-rules-2025|example-commune-2025|hdi-example|phieu-hue|moon)";
    prop_oneof![4 => ids, 1 => any::<String>()]
}

fn indicator() -> impl Strategy<Value = String> {
    let ids = "(society[.](1|6|8|8[.]1)|awareness([.]3)?|management[.][1-4]|services[.](1|4|4[.]1)|\
               total|moon)";
    prop_oneof![4 => ids, 1 => any::<String>()]
}

fn unit() -> impl Strategy<Value = String> {
    prop_oneof![
        "(hue|bac-giang|example-place-[ab]|example-commune-one|ours|a|moon)",
        any::<String>()
    ]
}

fn brought() -> impl Strategy<Value = Brought> {
    let good: Vec<String> = TABLES
        .iter()
        .chain(INDICES.iter())
        .chain([&*PROJECT])
        .cloned()
        .collect();
    let hurt = (select(good), prop_oneof![Just(Vec::new()), wounds()]);
    let hurt = hurt.prop_map(|(text, wounds)| wounded(&text, &wounds));
    let packed = prop_oneof![
        "(!(damaged|not_loaded|too_large)|a\u{1c}TT\u{1f}Tên\u{1e}1\u{1f}Huế(\u{1d}b\u{1c}x)?)",
        any::<String>(),
    ];
    prop_oneof![
        4 => hurt.prop_map(|text| Brought::Bytes(text.into_bytes())),
        1 => number().prop_map(Brought::Pasted),
        1 => packed.prop_map(Brought::Workbook),
    ]
}

fn field() -> impl Strategy<Value = Field> {
    let stage = || select(AssessmentColumn::ALL.to_vec());
    let spot = prop_oneof![
        3 => stage().prop_map(Spot::Value),
        2 => (stage(), "(a|b|moon)?").prop_map(|(stage, id)| Spot::Figure(stage, id)),
        1 => (stage(), any::<usize>()).prop_map(|(stage, place)| Spot::Period(stage, place)),
        1 => (stage(), 0..5_usize).prop_map(|(stage, place)| Spot::Period(stage, place)),
        1 => Just(Spot::Reference),
    ];
    (indicator(), spot).prop_map(|(indicator, spot)| Field { indicator, spot })
}

fn choice() -> impl Strategy<Value = Choice> {
    let row = || prop_oneof![0..8_usize, any::<usize>()];
    let answer = prop_oneof![unit().prop_map(UnitOf::Unit), Just(UnitOf::Nobody)];
    prop_oneof![
        select(KINDS.to_vec()).prop_map(Choice::Kind),
        edition().prop_map(Choice::Edition),
        row().prop_map(Choice::Sheet),
        (row(), any::<Index>()).prop_map(|(column, meaning)| Choice::Column(column, meaning)),
        select(vec![DecimalMark::Comma, DecimalMark::Point]).prop_map(Choice::Mark),
        select(vec![Scale::Score, Scale::Percent, Scale::Points]).prop_map(Choice::Scale),
        (number(), prop::option::of(indicator()))
            .prop_map(|(number, main)| Choice::Main(number, main)),
        (row(), prop::option::of(answer)).prop_map(|(row, answer)| Choice::Unit(row, answer)),
        prop_oneof![row().prop_map(Choice::LeaveOut), Just(Choice::TakeBack)],
    ]
}

fn card_deed() -> impl Strategy<Value = Deed> {
    let stage = select(AssessmentColumn::ALL.to_vec());
    let ticked = prop::option::of(prop::collection::vec("([0-3]|moon)", 0..4));
    let typed = prop_oneof![
        number(),
        "(có|yes|[0-9]{1,2}%|[0-9]{1,2}/[0-9]{1,3}|[0-3]([+][0-3])?)?"
    ];
    let step = select(vec![Step::Typing, Step::Finished]);
    prop_oneof![
        4 => (field(), typed, step).prop_map(|(field, text, step)| Deed::TypeIn(field, text, step)),
        1 => (indicator(), stage, ticked).prop_map(|(own, stage, parts)| Deed::Tick(own, stage, parts)),
        1 => (indicator(), select(vec![Goal::Full, Goal::Step]))
            .prop_map(|(indicator, goal)| Deed::Suppose(indicator, goal)),
        1 => Just(Deed::Clear),
        1 => Just(Deed::ClearUnplaced),
    ]
}

fn deed() -> impl Strategy<Value = Deed> {
    let set = format!("({PROVINCES}|commune-hcmc-2026|moon)");
    let set: &'static str = Box::leak(set.into_boxed_str());
    let version = select(vec![Version::Theirs, Version::Ours]);
    let kept = prop_oneof![
        wounds().prop_map(|wounds| wounded(&PROJECT, &wounds)),
        any::<String>(),
        Just(String::new())
    ];
    prop_oneof![
        4 => ("\\PC{0,6}", brought()).prop_map(|(name, brought)| Deed::Bring(name, brought)),
        3 => choice().prop_map(Deed::Choose),
        2 => Just(Deed::TakeOver),
        6 => card_deed(),
        3 => prop_oneof![
            edition().prop_map(Deed::OpenExample),
            edition().prop_map(Deed::Show),
            edition().prop_map(Deed::Close),
            (set, "(Huế|\\PC{0,90})").prop_map(|(set, name)| Deed::Begin(set, name)),
            fragment().prop_map(Deed::Go),
        ],
        2 => prop_oneof![
            Just(Deed::StepBack),
            Just(Deed::Delete),
            kept.prop_map(Deed::Meet),
            version.prop_map(Deed::ChooseVersion),
        ],
    ]
}

/// The page of a reader.
struct Page {
    own: OwnData,
    link: Link,
    drafts: Drafts,
    table: Option<Table>,
}

impl Page {
    /// What it shows; the edition on screen may be gone.
    fn ground(&self) -> Ground {
        let unit = self.link.scenario.unit.clone().unwrap_or_default();
        let ground = Ground::of(self.own.calculator(), self.link.clone(), &unit);
        ground
            .unwrap_or_else(|_gone| Ground::of(self.own.calculator(), Link::default(), "").unwrap())
    }

    fn do_it(&mut self, deed: &Deed) -> Result<(), Refusal> {
        let ground = self.ground();
        let (framework, own) = (
            ground.framework(),
            self.own.assessment(ground.edition_id(), ground.unit()),
        );
        match deed {
            Deed::Bring(name, brought) => {
                match self.own.receive(name, brought.clone(), &ground)? {
                    Received::Table(table) => self.table = Some(*table),
                    Received::Opened(_) => {}
                }
            }
            Deed::Choose(choice) => self.choose(choice, &ground),
            Deed::TakeOver => {
                if let Some(table) = &self.table {
                    self.own.take_over(table, &ground)?;
                }
            }
            Deed::TypeIn(field, text, step) => {
                let typed = (field, text.as_str(), *step);
                let next = self.drafts.type_in(framework, &own, typed, Language::Vi);
                return next.map_or(Ok(()), |next| self.own.assess(next));
            }
            Deed::Tick(indicator, stage, parts) => {
                let next = tick(framework, &own, (indicator, *stage), parts.as_deref());
                return next.map_or(Ok(()), |next| self.own.assess(next));
            }
            Deed::Suppose(indicator, goal) => {
                let (calculator, scenario) = (self.own.calculator(), ground.scenario());
                let worth = Worth::of(calculator, scenario, ground.position, &own);
                let node = framework.node(indicator);
                let next = node.and_then(|node| worth.supposed(framework, &own, node, *goal));
                return next.map_or(Ok(()), |next| self.own.assess(next));
            }
            Deed::OpenExample(id) => return self.own.open_example(id),
            Deed::Show(id) => self.own.show(id),
            Deed::Close(id) => return self.own.close(id),
            Deed::Begin(set, name) => return self.own.begin_scorecard(set, name),
            Deed::Clear => {
                self.own.clear(ground.edition_id(), ground.unit())?;
            }
            Deed::ClearUnplaced => return self.own.clear_unplaced(&ground),
            Deed::StepBack => return self.own.step_back(),
            Deed::Delete => {
                self.own.delete_everything();
            }
            Deed::Meet(text) => {
                self.own.meet(text).transpose()?;
            }
            Deed::ChooseVersion(version) => {
                self.own.choose(*version).transpose()?;
            }
            Deed::Go(fragment) => (self.link, _) = read_private(fragment),
        }
        Ok(())
    }

    fn choose(&mut self, choice: &Choice, ground: &Ground) {
        let Some(table) = &mut self.table else {
            return;
        };
        let edition = self.own.edition_of(table, ground);
        match choice {
            Choice::Kind(kind) => table.choose_kind(*kind),
            Choice::Edition(id) => {
                if let Ok(edition) = self.own.calculator().edition(id) {
                    table.choose_edition(edition);
                }
            }
            Choice::Sheet(sheet) => table.choose_sheet(*sheet, &edition),
            Choice::Column(column, meaning) => {
                let all = meanings(table.kind, edition.framework());
                table.choose_column(*column, meaning.get(&all).clone());
            }
            Choice::Mark(mark) => table.choose_mark(*mark),
            Choice::Scale(scale) => table.choose_scale(*scale),
            Choice::Main(number, main) => table.answer_main(number, main.clone()),
            Choice::Unit(row, answer) => table.answer_unit(*row, answer.clone()),
            Choice::LeaveOut(row) => table.leave_out(*row),
            Choice::TakeBack => table.take_rows_back(),
        }
    }

    /// Looks at everything that the page shows of it.
    fn look(&mut self) {
        for news in self.own.take_news() {
            if let News::Show(link) = news {
                self.link = *link;
            }
        }
        let ground = self.ground();
        if let Some(table) = &self.table {
            let edition = self.own.edition_of(table, &ground);
            self.own
                .understand(table, &ground)
                .change(self.own.own(), &edition);
        }
        if let Ok(card) = self.own.component_card(&ground) {
            for view in View::ALL {
                let look = Look {
                    view,
                    ..Look::default()
                };
                parts(ground.framework(), &card, &look, |_: Node| false);
            }
        }
        self.own.own_editions();
    }

    /// Takes everything out that can be taken out.
    fn take_out(&self) {
        let ground = self.ground();
        let words = Words::plain(Language::En);
        self.own.project_file(&ground, Vec::new());
        self.own.card_file(&ground).ok();
        self.own.results_file(&ground).ok();
        self.own.card_book(&ground, &words).ok();
        self.own.results_book(&ground, &words).ok();
        for name in [TableName::Card, TableName::Results, TableName::Mains] {
            let form = (name, Form::Vietnamese);
            self.own.csv_file(&ground, form, &words).ok();
        }
    }
}

#[test]
fn whatever_a_reader_does_is_done_whole_or_refused() {
    let start = prop_oneof![Just("e=2022&u=bac-giang".to_owned()), fragment()];
    let deeds = prop::collection::vec(deed(), 1..12);
    run_pages(
        40,
        (start, deeds, any::<String>()),
        |(start, deeds, kept)| {
            let (own, _) = OwnData::open(official_bytes().to_vec(), &kept, &kept).unwrap();
            let (link, _) = read_private(&start);
            let drafts = Drafts::default();
            let mut page = Page {
                own,
                link,
                drafts,
                table: None,
            };
            for deed in &deeds {
                let before = page.own.own().clone();
                if page.do_it(deed).is_err() {
                    prop_assert_eq!(page.own.own(), &before);
                }
                page.look();
            }
            page.take_out();
            if let Some([text, catalogue, _]) = page.own.texts() {
                let (mut again, told) =
                    OwnData::open(official_bytes().to_vec(), &text, &catalogue).unwrap();
                prop_assert_eq!(told, None);
                prop_assert_eq!(again.own(), page.own.own());
                prop_assert_eq!(again.take_news().len(), 0);
            }
            Ok(())
        },
    );
}

#[test]
fn a_trial_is_of_noise_or_of_wounds_too() {
    let hurt = wounds().prop_map(|own| wounded(&PROJECT, &own));
    let trial = (
        fragment(),
        unit(),
        prop_oneof![Just(String::new()), hurt],
        "\\PC{0,6}",
        brought(),
    );
    let trial = trial.prop_map(|(shown, unit, kept, name, brought)| Trial {
        shown,
        unit,
        kept,
        name,
        brought,
    });
    let cuts = prop::collection::vec((any::<Index>(), any::<u8>()), 0..3);
    run_pages(40, (trial, cuts), |(trial, cuts)| {
        let mut bytes = trial.to_bytes();
        prop_assert!(!bytes.is_empty());
        Trial::run(&bytes, official_bytes().to_vec());
        for (place, byte) in cuts {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        Trial::run(&bytes, official_bytes().to_vec());
        Ok(())
    });
}
