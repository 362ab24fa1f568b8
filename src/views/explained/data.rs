//! What is on file for the edition at hand, what is estimated, what is missing, and what is known
//! not to agree. Counted from the figures, so it cannot say more than they do.

use super::differences::tell_differences;
use super::estimate::tell_method;
use super::ground::Ground;
use super::own_index::tell_own;
use super::pieces::{Cell, Explanation, Piece, Row, Table};
use super::version::tell_version;
use dti_engine::model::{self, Edition, Figure, Level, Node, Origin};
use dti_words::numbers::whole;
use dti_words::{GivenOtherwise, day_of, listed, read_from_kinds, source_kind, warning};
use std::cmp::Reverse;

/// How many units have a figure by its origin; the last two are those that have none.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Count {
    published: usize,
    derived: usize,
    estimated: usize,
    missing: usize,
}

impl Count {
    /// Over all units; without a figure a unit has an estimate, or nothing.
    fn of<'a>(figures: impl Iterator<Item = Option<&'a Figure>>, is_estimated: bool) -> Self {
        let mut count = Self::default();
        for figure in figures {
            let place = match figure.map(|figure| figure.origin) {
                Some(Origin::Derived) => &mut count.derived,
                Some(_) => &mut count.published,
                None if is_estimated => &mut count.estimated,
                None => &mut count.missing,
            };
            *place += 1;
        }
        count
    }

    /// How many have a figure.
    fn on_file(self) -> usize {
        self.published + self.derived
    }
}

/// What is known of the edition at hand, and what is not; `given` is what the file of an own index gives
/// otherwise than it comes out.
pub(super) fn data(ground: &Ground, given: &[GivenOtherwise]) -> Explanation {
    let words = &ground.words;
    let title = words.data_title(ground.title(&ground.edition));
    let mut told = Explanation::new(title);
    let warning = warning(false, words);
    if !ground.provenance().is_official() {
        told.pieces.extend(warning.map(Piece::Said));
        tell_own(ground, &mut told, given);
        return told;
    }
    told.pieces.extend(warning.map(Piece::Warned));
    told.head(words.data_published());
    tell_published(ground, &mut told);
    told.head(words.data_estimated());
    tell_estimated(ground, &mut told);
    told.head(words.data_missing());
    tell_missing(ground, &mut told);
    told.head(words.max_points());
    tell_max_points(ground, &mut told);
    tell_differences(ground, &mut told);
    tell_version(ground, &mut told);
    told
}

/// A table of counts, and from where the figures were read.
fn tell_published(ground: &Ground, told: &mut Explanation) {
    let words = &ground.words;
    let row = |(name, count): (String, Count)| {
        let Count {
            published,
            derived,
            estimated,
            missing,
        } = count;
        let cells = [published, derived, estimated, missing].map(|units| units.to_string());
        Row {
            name,
            cells: cells.map(Cell::Number).into(),
        }
    };
    told.pieces.push(Piece::Table(Table {
        caption: words.data_caption(ground.title(&ground.edition)),
        head: vec![
            words.data_figure(),
            words.origin_published(),
            words.origin_derived(),
            words.origin_estimated(),
            words.data_none(),
        ],
        rows: counts(ground).into_iter().map(row).collect(),
        sum: None,
    }));
    told.say(words.data_derived_means());
    if let Some((units, title)) = from_after_merger(ground) {
        told.say(words.data_not_merged(units, title));
    }
    told.say(read_from_kinds(&kinds(ground), words));
    told.say(words.data_originals());
}

/// The rows of the table: total, rank, main indicators, and pillars where there are any.
fn counts(ground: &Ground) -> Vec<(String, Count)> {
    let (words, framework) = (&ground.words, ground.framework());
    let rows = ground.edition.rows();
    let total = Count::of(rows.iter().map(|row| row.total.as_ref()), false);
    let rank = Count::of(rows.iter().map(|row| row.rank.as_ref()), false);
    let mut all = vec![(words.dti_score(), total), (words.rank().to_owned(), rank)];
    for node in framework.mains() {
        let figures = rows.iter().map(|row| row.indicators.get(&node));
        all.push((ground.named(node).to_owned(), Count::of(figures, true)));
    }
    for (place, pillar) in framework.pillars().iter().enumerate() {
        let figures = || rows.iter().map(move |row| row.pillars.get(place));
        let scores = Count::of(figures().map(|pillar| pillar?.score.as_ref()), false);
        let ranks = Count::of(figures().map(|pillar| pillar?.rank.as_ref()), false);
        let name = words.in_language(&pillar.name);
        let both = [
            (words.data_pillar_score(name), scores),
            (words.data_pillar_rank(name), ranks),
        ];
        all.extend(both.into_iter().filter(|(_, count)| count.on_file() > 0));
    }
    all
}

/// Every figure of a row.
fn figures(row: &model::Row) -> impl Iterator<Item = &Figure> {
    let pillars = row.pillars.iter();
    let pillars = pillars.flat_map(|pillar| pillar.score.iter().chain(&pillar.rank));
    let own = row.rank.iter().chain(&row.total);
    own.chain(row.indicators.values()).chain(pillars)
}

/// Kinds of places from which the figures were read, with how many; most first.
fn kinds(ground: &Ground) -> Vec<(&'static str, usize)> {
    let mut kinds: Vec<(&'static str, usize)> = Vec::new();
    for figure in ground.edition.rows().iter().flat_map(figures) {
        let Some(source) = ground.calculator.source(&figure.source) else {
            continue;
        };
        let kind = source_kind(&source.kind, &ground.words);
        match kinds.iter_mut().find(|(own, _)| *own == kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((kind, 1)),
        }
    }
    kinds.sort_unstable_by_key(|&(kind, count)| (Reverse(count), kind));
    kinds
}

/// How many units have figures that stand in the edition after the merger, and its title.
fn from_after_merger(ground: &Ground) -> Option<(usize, &str)> {
    let rows = ground.edition.rows().iter().enumerate();
    let mut titles = rows.filter_map(|(place, row)| {
        let mut figures = row.indicators.iter();
        figures.find_map(|(&node, figure)| match figure.origin {
            Origin::Derived => ground.after_merger(place, node, figure),
            _ => None,
        })
    });
    let first = titles.next()?;
    Some((titles.count() + 1, first))
}

/// Who is estimated, how, and how far off.
fn tell_estimated(ground: &Ground, told: &mut Explanation) {
    let words = &ground.words;
    let units = ground.edition.units().len();
    let complete = complete_rows(&ground.edition).count();
    if complete == units {
        told.say(words.estimate_none_at_all());
        return;
    }
    told.say(words.data_complete(complete, units));
    tell_method(ground, told);
}

/// Places of the rows with every main indicator.
pub(super) fn complete_rows(edition: &Edition) -> impl Iterator<Item = usize> + '_ {
    let mains: Vec<Node> = edition.framework().mains().collect();
    let rows = edition.rows().iter().enumerate();
    let complete =
        rows.filter(move |(_, row)| mains.iter().all(|node| row.indicators.contains_key(node)));
    complete.map(|(place, _)| place)
}

/// Units without a score or a rank, pillars, components, and the editions of which little is known.
fn tell_missing(ground: &Ground, told: &mut Explanation) {
    let (words, edition) = (&ground.words, &ground.edition);
    let without = |has: fn(&model::Row) -> bool| -> Vec<String> {
        let units = edition.units().iter().zip(edition.rows());
        let units = units.filter(|(_, row)| !has(row));
        units
            .map(|(unit, _)| words.in_language(&unit.name).to_owned())
            .collect()
    };
    let totals = without(|row| row.total.is_some());
    let ranks = without(|row| row.rank.is_some());
    if totals.is_empty() && ranks.is_empty() {
        told.say(words.data_nothing_missing());
    }
    if !totals.is_empty() {
        told.say(words.data_missing_of(words.dti_score(), listed(&totals, words)));
    }
    if !ranks.is_empty() {
        let missing = words.data_missing_of(words.rank(), listed(&ranks, words));
        told.say(format!("{missing} {}", words.data_ranks_follow()));
    }
    if with_pillars(edition) == 0 {
        told.say(words.data_no_pillars());
    }
    let framework = ground.framework();
    let mut levels = framework
        .nodes()
        .map(|node| framework.indicator(node).level);
    if levels.all(|level| level <= Level::Main) {
        told.say(words.data_no_components());
    }
    for other in ground.calculator.editions() {
        if !other.header().simulatable {
            tell_incomplete(ground, told, other);
        }
    }
}

/// How many units have a pillar figure.
fn with_pillars(edition: &Edition) -> usize {
    let has = |row: &&model::Row| {
        let mut pillars = row.pillars.iter();
        pillars.any(|pillar| pillar.score.is_some() || pillar.rank.is_some())
    };
    edition.rows().iter().filter(has).count()
}

/// What is on file of an edition that cannot be simulated.
fn tell_incomplete(ground: &Ground, told: &mut Explanation, edition: &Edition) {
    let words = &ground.words;
    let rows = edition.rows().iter();
    let ranks = rows.clone().filter(|row| row.rank.is_some()).count();
    let scores = rows.filter(|row| row.total.is_some()).count();
    let (pillars, all) = (with_pillars(edition), edition.units().len());
    let mut text = words.data_incomplete(ground.title(edition), ranks, scores, pillars, all);
    if edition.id() == "2021" {
        text.push(' ');
        text.push_str(words.data_swapped_in_2021());
    }
    told.say(text);
}

/// The decision, its source, and what it lists without points.
fn tell_max_points(ground: &Ground, told: &mut Explanation) {
    let (words, framework) = (&ground.words, ground.framework());
    let header = framework.header();
    if let Some((number, date)) = &header.decision {
        let total = whole(framework.total().value(), words);
        told.say(words.data_decision(number, day_of(date, words), total));
    }
    told.say(words.in_language(&header.source));
    let nodes = framework.nodes().map(|node| framework.indicator(node));
    // Of what is not scored as a whole its parts need no word.
    let is_scored = |node: Node| framework.indicator(node).scored;
    let names: Vec<String> = nodes
        .filter(|own| !own.scored && own.parent.is_none_or(is_scored))
        .map(|own| words.in_language(&own.name).to_owned())
        .collect();
    if !names.is_empty() {
        told.say(words.data_not_scored(listed(&names, words)));
    }
}
