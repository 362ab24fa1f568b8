//! How a rank comes about: who stands higher, who stands level.

use super::equation;
use super::lines::score;
use super::sentences::{self, list};
use super::words::Term;
use super::written::whole;
use crate::page::{Markup, Page};
use dti_engine::calculator::{ScorecardLine, Verdict};
use dti_engine::model::{Origin, Provenance, Ties};
use dti_formats::link::Language::{self, En, Vi};

/// The rank on one indicator.
pub(super) fn rank_on(page: &Page, line: &ScorecardLine, m: &mut Markup) {
    let language = page.language;
    let units = page.units().len();
    let mut text = rank_here(line.rank, units, language);
    if line.rank != line.present_rank {
        text.push(' ');
        text.push_str(&rank_here_before(line.present_rank, language));
    }
    if line.rank_is_estimated {
        text.push(' ');
        text.push_str(Term::AboutRank.text(language));
    }
    m.leaf("p", "", text);
}

/// How many stand higher, and who stands level.
pub(super) fn rank(page: &Page, m: &mut Markup) {
    let language = page.language;
    let shown = &page.shown;
    let name = page.name_of(&shown.unit);
    let title = sentences::title(Term::Rank.text(language), &name, language);
    m.leaf("h3", "", title);
    let header = page.edition().map(|edition| edition.header());
    let framework = page.edition().map(|edition| edition.framework().header());
    let is_own = header.is_some_and(|header| header.is_own);
    let is_dense = framework.is_some_and(|header| header.ties == Ties::Dense);
    let rule = match (is_own, is_dense) {
        (_, true) => Term::DenseRankRule,
        (true, false) => Term::OwnRankRule,
        (false, false) => Term::RankRule,
    };
    m.leaf("p", "", rule.text(language));
    let Some(verdict) = &shown.verdict else {
        return;
    };
    let own = score(verdict.score).text(language);
    let (rank, units) = (verdict.rank, verdict.units);
    let places = match is_dense {
        true => higher_scores(rank, units, &name, &own, language),
        false => higher(rank, units, &name, &own, language),
    };
    m.leaf("p", "", places);
    equation(m, format!("1 + {} = {rank}", rank.saturating_sub(1)));
    if !is_dense {
        m.leaf("p", "", Term::TieRule.text(language));
    }
    let others = shown.standings.standings.iter();
    let others = others.filter(|s| s.rank == rank && s.position != verdict.position);
    let names: Vec<String> = others
        .map(|other| page.of(&page.name_at(other.position)).to_owned())
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let next = verdict.below.map(|below| below.rank);
    let tied = if names.is_empty() {
        Term::NobodyTied.text(language).to_owned()
    } else {
        tied(&names, &own, rank, next, language)
    };
    m.leaf("p", "", tied);
    if page.provenance().is_official() {
        m.leaf("p", "", before_edits(page, verdict));
    } else if shown.is_edited() {
        let before = rank_here_before(verdict.baseline_rank, language);
        m.leaf("p", "", before);
    }
}

/// The rank by what is published, and the one that was published.
fn before_edits(page: &Page, verdict: &Verdict) -> String {
    let language = page.language;
    let mut known = String::new();
    if page.shown.is_edited() {
        let published = score(verdict.baseline_score).text(language);
        known = rank_before(verdict.baseline_rank, &published, language);
        known.push(' ');
    }
    let row = page
        .edition()
        .and_then(|edition| edition.rows().get(verdict.position));
    let on_file = row.and_then(|row| row.rank.as_ref());
    let is_published = |origin: Origin| origin != Origin::Loaded;
    let is_published = on_file.is_none_or(|figure| is_published(figure.origin));
    let on_file = on_file.map(|figure| whole(figure.value, language));
    known.push_str(&match (&on_file, page.provenance()) {
        (Some(rank), _) if !is_published => loaded_rank(rank, language),
        // A rank that was published among other totals says nothing here.
        (None, Provenance::PartlyLoaded) => computed_rank(language).to_owned(),
        _ => published_rank(on_file.as_deref(), language),
    });
    known
}

/// The same where ranks do not skip: the scores ahead count, not the units.
fn higher_scores(rank: u32, units: usize, unit: &str, score: &str, language: Language) -> String {
    let higher = rank.saturating_sub(1);
    match language {
        Vi => format!(
            "Có {higher} mức giá trị cao hơn {score}, nên {unit} đứng hạng {rank} trong {units} tỉnh:"
        ),
        En => format!(
            "{higher} different scores are higher than {score}, so {unit} ranks {rank} among {units} \
             provinces:"
        ),
    }
}

/// "16 tỉnh có giá trị cao hơn ở chỉ số này: hạng 17/63."
fn rank_here(rank: u32, units: usize, language: Language) -> String {
    let higher = rank.saturating_sub(1);
    match language {
        Vi if higher == 0 => {
            format!("Không tỉnh nào có giá trị cao hơn ở chỉ số này: hạng {rank}/{units}.")
        }
        Vi => format!("{higher} tỉnh có giá trị cao hơn ở chỉ số này: hạng {rank}/{units}."),
        En => format!(
            "{} on this indicator: rank {rank} of {units}.",
            higher_in_english(higher)
        ),
    }
}

/// The rank on an indicator before the scenario.
fn rank_here_before(rank: u32, language: Language) -> String {
    match language {
        Vi => format!("Trước khi thay đổi: hạng {rank}."),
        En => format!("Before the change: rank {rank}."),
    }
}

/// "7 tỉnh có giá trị cao hơn 0,6613, nên Bắc Giang đứng hạng 8/63:"
fn higher(rank: u32, units: usize, unit: &str, score: &str, language: Language) -> String {
    let higher = rank.saturating_sub(1);
    match language {
        Vi if higher == 0 => {
            format!(
                "Không tỉnh nào có giá trị cao hơn {score}, nên {unit} đứng hạng {rank}/{units}:"
            )
        }
        Vi => format!(
            "{higher} tỉnh có giá trị cao hơn {score}, nên {unit} đứng hạng {rank}/{units}:"
        ),
        En => format!(
            "{} than {score}, so {unit} ranks {rank} of {units}:",
            higher_in_english(higher)
        ),
    }
}

/// "7 provinces have a higher score"
fn higher_in_english(higher: u32) -> String {
    match higher {
        0 => "No province has a higher score".to_owned(),
        1 => "1 province has a higher score".to_owned(),
        several => format!("{several} provinces have a higher score"),
    }
}

/// Who shares the rank, and the next rank where there is one.
fn tied(others: &[&str], score: &str, rank: u32, next: Option<u32>, language: Language) -> String {
    let (names, count) = (list(others, language), others.len() + 1);
    let mut text = match language {
        Vi => format!("Cùng giá trị {score} còn có {names}: {count} tỉnh cùng hạng {rank}"),
        En => {
            format!("The score of {score} is shared with {names}: {count} provinces at rank {rank}")
        }
    };
    if let Some(next) = next {
        text.push_str(&match language {
            Vi => format!(", hạng kế tiếp là {next}"),
            En => format!(", the next rank is {next}"),
        });
    }
    text.push('.');
    text
}

/// The rank before the scenario.
fn rank_before(rank: u32, score: &str, language: Language) -> String {
    let higher = rank.saturating_sub(1);
    match language {
        Vi => format!("Theo giá trị đã công bố {score}: {higher} tỉnh cao hơn, hạng {rank}."),
        En => format!("By the published score of {score}: {higher} higher, rank {rank}."),
    }
}

/// The rank in a table that the reader loaded.
fn loaded_rank(rank: &str, language: Language) -> String {
    match language {
        Vi => format!("Thứ hạng trong bảng bạn đã nạp: {rank}."),
        En => format!("Rank in the table that you loaded: {rank}."),
    }
}

/// No rank goes with the total that the reader loaded.
fn computed_rank(language: Language) -> &'static str {
    match language {
        Vi => "Hạng được tính từ các giá trị, trong đó có số liệu bạn đã nạp.",
        En => "The rank follows from the scores, some of them loaded by you.",
    }
}

/// The rank that was published, or that none was.
fn published_rank(rank: Option<&str>, language: Language) -> String {
    match (rank, language) {
        (Some(rank), Vi) => format!("Thứ hạng đã công bố: {rank}."),
        (Some(rank), En) => format!("Published rank: {rank}."),
        (None, Vi) => {
            "Thứ hạng công bố của tỉnh không có trong số liệu; hạng được tính từ các giá trị đã công bố.".to_owned()
        }
        (None, En) => {
            "The published rank of this province is not on file; it follows from the published scores."
                .to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::tied;
    use dti_formats::link::Language::En;

    #[test]
    fn the_last_rank_has_no_next_one() {
        let last = tied(&["A"], "0.4", 62, None, En);
        assert_eq!(
            last,
            "The score of 0.4 is shared with A: 2 provinces at rank 62."
        );
    }
}
