//! The scripts for Python and R, run: total and rank of every unit must be the calculator's.
//! `cargo xtask audit elsewhere` runs this.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    reason = "what is broken must stop the test"
)]

use dti_engine::calculator::Calculator;
use dti_engine::model::Scenario;
use dti_formats::link::{self, Language};
use dti_formats::{example_part, parse_index};
use dti_words::{Words, script};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FRAGMENTS: [&str; 9] = [
    "e=2022",
    "e=2023",
    "e=2024",
    "e=2024-34",
    "e=2022&u=bac-giang&s=bac-giang.society:0.45,bac-giang.awareness:k0.8&r=gain:5&w=economy:200",
    "e=2022&u=bac-giang&s=bac-giang.awareness:0.95,quang-ninh.government:0.9&w=society:0",
    "e=2023&u=thua-thien-hue&r=trend",
    "e=2024-34&u=bac-ninh&s=bac-ninh.society:1&r=gain:-12.5",
    "e=2022&u=bac-kan&s=bac-kan.foundation:1,bac-kan.activity:1",
];

/// The official editions, the fictitious communes and two indices of one's own.
fn calculator() -> Calculator {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/examples");
    let mut parts = example_part("example-commune-2025").unwrap();
    for name in ["hdi", "ddci"] {
        let text = fs::read_to_string(examples.join(format!("{name}.json"))).unwrap();
        parts.add(parse_index(name, &text).unwrap().to_part());
    }
    dti_formats::official_with(parts).unwrap()
}

/// Every scenario that is run.
fn scenarios(calculator: &Calculator) -> Vec<Scenario> {
    let own = calculator.editions().iter();
    let own = own.filter(|own| !own.provenance().is_official());
    let own = own.map(|own| Scenario::baseline(own.id()));
    let told = FRAGMENTS.map(|fragment| link::read(fragment).0.scenario);
    told.into_iter().chain(own).collect()
}

/// A language that may be there: its program, how it is asked whether it has what is needed, and what else
/// there would be to install.
struct Runner {
    name: &'static str,
    program: &'static str,
    asked: [&'static str; 2],
    missing: &'static str,
}

const RUNNERS: [Runner; 2] = [
    Runner {
        name: "py",
        program: "python3",
        asked: ["-c", "import pandas"],
        missing: "`pip install pandas`",
    },
    Runner {
        name: "R",
        program: "Rscript",
        asked: ["-e", "library(COINr)"],
        missing: "R, and in it `install.packages(\"COINr\")`",
    },
];

impl Runner {
    fn is_there(&self) -> bool {
        let asked = Command::new(self.program).args(self.asked).output();
        asked.is_ok_and(|output| output.status.success())
    }

    /// What a script prints: unit, rank and total of each line.
    fn run(&self, file: &Path) -> Vec<(String, u32, f64)> {
        let output = Command::new(self.program).arg(file).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}: {said}", file.display());
        let text = String::from_utf8(output.stdout).unwrap();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let rows = reader.records().map(|row| {
            let row = row.unwrap();
            (
                row[0].to_owned(),
                row[2].parse().unwrap(),
                row[3].parse().unwrap(),
            )
        });
        rows.collect()
    }
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/elsewhere");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// How many units agree; panics at the first that does not.
#[track_caller]
fn expect_the_same(
    calculator: &Calculator,
    scenario: &Scenario,
    printed: &[(String, u32, f64)],
) -> usize {
    let edition = calculator.edition(&scenario.edition).unwrap();
    let simulated = calculator.simulate(scenario).unwrap();
    assert_eq!(printed.len(), simulated.standings.len());
    for standing in &simulated.standings {
        let id = &edition.units()[standing.position].id;
        let (_, rank, total) = printed.iter().find(|(unit, ..)| unit == id).unwrap();
        assert_eq!(*rank, standing.rank, "{id} in {scenario:?}");
        let score = standing.score.to_f64();
        assert!((total - score).abs() < 1e-9, "{id}: {total} and {score}");
    }
    printed.len()
}

#[test]
#[ignore = "needs Python with pandas, or R with COINr: cargo xtask audit elsewhere"]
fn totals_and_ranks_are_the_calculators_in_every_language_that_is_there() {
    let calculator = calculator();
    let mut are_any = false;
    for runner in RUNNERS {
        if !runner.is_there() {
            println!("{} did not run; it needs {}", runner.name, runner.missing);
            continue;
        }
        are_any = true;
        let (mut files, mut units) = (0, 0);
        for (place, scenario) in scenarios(&calculator).iter().enumerate() {
            let language = [Language::Vi, Language::En][place % 2];
            let edition = calculator.edition(&scenario.edition).unwrap();
            let words = Words::of(language, Some(edition));
            let script = script(&calculator, scenario, Vec::new(), &words)
                .unwrap()
                .unwrap();
            let text = match runner.name {
                "py" => script.python(),
                _ => script.r(),
            };
            let file = folder().join(format!("{place}.{}", runner.name));
            fs::write(&file, text).unwrap();
            units += expect_the_same(&calculator, scenario, &runner.run(&file));
            files += 1;
        }
        println!(
            "{}: {units} totals and ranks of {files} files agree",
            runner.program
        );
    }
    let ways: Vec<&str> = RUNNERS.iter().map(|own| own.missing).collect();
    assert!(
        are_any,
        "nothing is there to run them; {}",
        ways.join(", or ")
    );
}
