//! `cargo xtask check-data`: whether `data/` is whole and agrees with itself, for who adds a year's results.
//! Says what is wrong in sentences with file, row and column. Shares no code with the calculator.

mod derived;
mod editions;
mod framework;
mod lists;
mod table;

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use framework::Framework;
use table::Table;

/// Sentences about what is wrong; none is what is wanted.
#[derive(Default)]
pub(crate) struct Findings(Vec<String>);

impl Findings {
    /// Notes a fault: where it is, what was found, what is allowed.
    fn add(&mut self, place: impl AsRef<str>, sentence: impl AsRef<str>) {
        let (place, sentence) = (place.as_ref(), sentence.as_ref());
        self.0.push(format!("{place}: {sentence}"));
    }
}

/// A folder with data, and what has been found in it.
struct Data {
    folder: PathBuf,
    findings: Findings,
}

impl Data {
    /// A table; one that can't be read is a finding and has no rows.
    fn table(&mut self, name: &str, columns: &[&str]) -> Table {
        let table = Table::read(&self.folder, name, &mut self.findings);
        for column in columns {
            if !table.has_column(column) {
                let sentence = format!("there is no column `{column}`");
                self.findings.add(name, sentence);
            }
        }
        table
    }
}

/// Checks a folder; fails with the number of findings after printing them all.
pub(crate) fn run(folder: &Path) -> Result<()> {
    let findings = check(folder).0;
    for finding in &findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => println!("{} is whole and agrees with itself", folder.display()),
        1 => bail!("1 thing is wrong in {}", folder.display()),
        count => bail!("{count} things are wrong in {}", folder.display()),
    }
    Ok(())
}

/// Everything that is wrong in a folder, file by file.
pub(crate) fn check(folder: &Path) -> Findings {
    let mut data = Data {
        folder: folder.to_path_buf(),
        findings: Findings::default(),
    };
    let editions = lists::editions(&mut data);
    lists::version(&mut data, &editions);
    let sources = lists::sources(&mut data);
    let mut used = Vec::new();
    let mut read = Vec::new();
    for edition in &editions {
        let framework = Framework::read(&mut data, &edition.framework);
        let units = lists::units(&mut data, &edition.units);
        let rows = editions::check(&mut data, edition, &framework, &units);
        editions::notes(&mut data, &rows, &sources, &mut used);
        derived::check(&mut data, edition, &framework, &rows);
        read.push((edition, rows));
    }
    derived::mergers(&mut data, &read);
    lists::stray_files(&mut data, &editions);
    for key in sources.iter().filter(|key| !used.contains(key)) {
        let sentence = "no figure is from this source; remove the row or name it in an edition";
        data.findings.add(format!("sources.csv, {key}"), sentence);
    }
    data.findings
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::check;
    use crate::project::{files_under, read, remove_folder, write};

    fn official() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../data")
    }

    /// A copy of the official data that may be changed.
    fn copy(name: &str) -> PathBuf {
        let copy = std::env::temp_dir().join(format!("xtask-data-{}-{name}", std::process::id()));
        for path in files_under(&official()).unwrap() {
            let own = path.strip_prefix(official()).unwrap();
            write(&copy.join(own), read(&path).unwrap()).unwrap();
        }
        copy
    }

    /// What is said of the official data with some texts of one file exchanged.
    fn after(name: &str, file: &str, changes: &[(&str, &str)]) -> Vec<String> {
        let copy = copy(name);
        let mut text = read(&copy.join(file)).unwrap();
        for (old, new) in changes {
            assert!(text.contains(old), "{file} has no `{old}`");
            text = text.replacen(old, new, 1);
        }
        write(&copy.join(file), text).unwrap();
        let findings = check(&copy).0;
        remove_folder(&copy).unwrap();
        findings
    }

    #[track_caller]
    fn says(findings: &[String], sentence: &str) {
        let found = findings.iter().any(|finding| finding.contains(sentence));
        assert!(found, "not said: {sentence}\nbut:\n{}", findings.join("\n"));
    }

    #[test]
    fn the_official_data_agree_with_themselves() {
        assert_eq!(check(&official()).0, Vec::<String>::new());
    }

    #[test]
    fn a_new_edition_is_a_file_and_an_entry() {
        let copy = copy("new");
        let rows = read(&copy.join("editions/2024-34.csv")).unwrap();
        write(&copy.join("editions/2025.csv"), rows).unwrap();
        let told = check(&copy).0;
        assert_eq!(
            told,
            ["editions/2025.csv: no edition of editions.json names this file"]
        );
        let list = read(&copy.join("editions.json")).unwrap();
        let entry = "{\"id\": \"2025\", \"year\": 2025, \"framework\": \"dti-405\", \"units\": \"34\", \
                     \"simulatable\": true, \"profile\": \"2025\", \"previous\": {\"edition\": \
                     \"2024-34\"}, \"title\": {\"vi\": \"DTI 2025\", \"en\": \"DTI 2025\"}}";
        let list = format!(
            "{},\n{entry}\n]\n",
            list.trim_end().trim_end_matches(']').trim_end()
        );
        write(&copy.join("editions.json"), list).unwrap();
        assert_eq!(check(&copy).0, Vec::<String>::new());
        remove_folder(&copy).unwrap();
    }

    #[test]
    fn a_figure_that_is_typed_wrong_is_named_with_row_and_column() {
        let file = "editions/2022.csv";
        let found = after(
            "letter",
            file,
            &[("bac-giang,9,0.6440", "bac-giang,9,0.64x0")],
        );
        says(
            &found,
            "editions/2022.csv, row 4 (bac-giang), column score: `0.64x0` is no score",
        );
        let found = after("rank", file, &[("bac-giang,9,", "bac-giang,99,")]);
        says(
            &found,
            "row 4 (bac-giang), column rank: `99` is no rank; there are 63 units",
        );
    }

    #[test]
    fn sums_are_added_again_and_ranks_counted_again() {
        let file = "editions/2024-34.csv";
        let row = "bac-ninh,11,0.7474,1.0000,1.0000,0.8852";
        let sum = after(
            "sum",
            file,
            &[(row, "bac-ninh,11,0.7474,1.0000,1.0000,0.8582")],
        );
        says(
            &sum,
            "row 3 (bac-ninh): the main indicators add up to 0.7434 but the score is 0.7474",
        );
        let rank = after(
            "place",
            file,
            &[(row, "bac-ninh,12,0.7474,1.0000,1.0000,0.8852")],
        );
        says(
            &rank,
            "row 3 (bac-ninh), column rank: 12, but 10 units have a higher score, so it is 11",
        );
        let mean = after(
            "mean",
            "editions/2024.csv",
            &[("bac-giang,", "bac-giang2,")],
        );
        says(&mean, "`bac-giang2` is no unit of units/63.csv");
        says(&mean, "editions/2024.csv: no row for bac-giang");
    }

    #[test]
    fn pillars_follow_from_the_total() {
        let file = "editions/2022.csv";
        let row = "0.4505,0.7804,0.7187,0.6864";
        let found = after("pillar", file, &[(row, "0.4505,0.7854,0.7187,0.6864")]);
        says(
            &found,
            "column pillar_government: 0.7854 does not follow from the total, which gives 0.7804",
        );
    }

    #[test]
    fn what_is_known_must_leave_room_for_the_rest() {
        let row = "an-giang,54,0.4972,,,0.5472,,,0.4927,0.4862,0.2577";
        let full = "an-giang,54,0.4972,,,1.0000,,,1.0000,1.0000,1.0000";
        let found = after("room", "editions/2022.csv", &[(row, full)]);
        says(
            &found,
            "row 2 (an-giang): the known main indicators alone have 600.00 points, more than",
        );
    }

    #[test]
    fn sources_and_notes_must_lead_somewhere() {
        let file = "editions/2022.csv";
        let found = after(
            "source",
            file,
            &[("s003,rank=s001,,score=2", "s999,rank=s001,rang,score=1")],
        );
        says(
            &found,
            "row 2 (an-giang), column source: `s999` is no key of sources.csv",
        );
        says(&found, "column derived: `rang` has no figure in this row");
        says(&found, "column copies: `score=1`");
        let found = after(
            "unused",
            "sources.csv",
            &[(
                "key,kind,url\n",
                "key,kind,url\ns900,ministry,https://x.vn/\n",
            )],
        );
        says(&found, "sources.csv, s900: no figure is from this source");
    }

    #[test]
    fn lists_must_name_what_is_there() {
        let found = after(
            "json",
            "editions.json",
            &[("\"framework\": \"dti-405\"", "\"framework\": \"dti-999\"")],
        );
        says(&found, "frameworks/dti-999.json: can't be read");
        let found = after("broken", "editions.json", &[("[", "{")]);
        says(&found, "editions.json: is no JSON");
        let found = after(
            "previous",
            "editions.json",
            &[("\"edition\": \"2022\"", "\"edition\": \"2019\"")],
        );
        says(
            &found,
            "editions.json, 2023: `previous` names the edition `2019`, which is not in the list",
        );
        let found = after(
            "points",
            "frameworks/dti-922.json",
            &[("\"maxPoints\": 100", "\"maxPoints\": -1")],
        );
        says(
            &found,
            "frameworks/dti-922.json, awareness: `maxPoints` must be a whole number",
        );
        let found = after("tile", "tiles-34.csv", &[("bac-ninh,", "bac-nin,")]);
        says(&found, "tiles-34.csv: no place on the map for bac-ninh");
        let found = after(
            "merger",
            "mergers.csv",
            &[("kien-giang,an-giang", "kien-giang,kien-giang")],
        );
        says(
            &found,
            "mergers.csv, row 3 (kien-giang), column new: `kien-giang` is no unit",
        );
    }

    #[test]
    fn a_version_grows_with_its_corrections() {
        let one = |what: &str| format!("\"corrections\": [{what}]");
        let text = one(
            "{\"version\": 3, \"date\": \"soon\", \"editions\": [\"1999\"], \"what\": {\"vi\": \"a\"}}",
        );
        let found = after("version", "version.json", &[("\"corrections\": []", &text)]);
        says(
            &found,
            "version.json, correction 1: `version` is 3; it must be 2 to 1, the version of the data",
        );
        says(&found, "version.json, correction 1: `date` must be a day");
        says(
            &found,
            "version.json, correction 1: there is no edition `1999`",
        );
        says(
            &found,
            "version.json, correction 1: `what` must have `vi` and `en`",
        );
    }
}
