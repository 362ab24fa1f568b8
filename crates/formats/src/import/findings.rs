//! What is found while a table is read: each with its row and column, as data. The page has the
//! sentences.

use super::Meaning;
use super::numbers::DecimalMark;
use dti_engine::model::Exact;

/// Findings that are kept; a table of nonsense must not fill the memory with them.
const MOST_FINDINGS: usize = 300;

/// One thing that was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The row, from 0; `None` where the table as a whole is meant.
    pub row: Option<usize>,
    /// The column, from 0; `None` where a row as a whole is meant.
    pub column: Option<usize>,
    /// What was found.
    pub kind: FindingKind,
}

/// Whether a finding stands in the way.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Severity {
    /// Nothing is taken over while it stands.
    Error,
    /// Worth knowing; it does not stand in the way.
    Remark,
}

/// What was found. Numbers are exact, names as written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FindingKind {
    /// No row looks like headings.
    NoHeadings,
    /// Headings, and no row below them that can be read.
    NoRows,
    /// A column that must be there is not.
    ColumnMissing(Meaning),
    /// Another column already has this meaning.
    ColumnTwice {
        /// The meaning.
        meaning: Meaning,
        /// The other column, from 0.
        first: usize,
    },
    /// A row with more cells than there are headings: often a comma that is not in quotes.
    RowTooLong,
    /// Words where a number belongs.
    NotANumber(String),
    /// A number with the mark that the rest of the table does not use.
    WrongMark {
        /// As written.
        given: String,
        /// The mark of the table.
        mark: DecimalMark,
    },
    /// Every number of the table can be read with either mark.
    WhichMark(String),
    /// Scores may be percent or points, and the table does not tell which.
    WhichScale,
    /// A number outside its range.
    OutOfRange {
        /// As written.
        given: String,
        /// Highest that is allowed; lowest is 0.
        high: Exact,
    },
    /// A number below zero.
    Negative(String),
    /// A rank that is no whole number from 1.
    NotARank(String),
    /// Points with more decimals than two.
    TooManyDecimals(String),
    /// A formula instead of its value.
    Formula(String),
    /// What a spreadsheet writes when it cannot compute.
    SheetError(String),
    /// A date that a spreadsheet made of something else: of `3/4`, of `1.10`.
    DateInstead(String),
    /// Figures without the name of a unit.
    UnitBlank,
    /// A name that is no unit of the edition.
    UnitUnknown(String),
    /// A name that may be several units.
    UnitUnclear(String),
    /// A unit that stands in the table twice.
    UnitTwice {
        /// Id of the unit.
        unit: String,
        /// Its first row, from 0.
        first: usize,
    },
    /// An indicator that stands in the table twice.
    IndicatorTwice {
        /// Its number, id or name as written.
        given: String,
        /// Its first row, from 0.
        first: usize,
    },
    /// A row that names no indicator of the framework.
    IndicatorUnknown(String),
    /// A component without a number.
    NumberMissing,
    /// A number that does not follow from the ones above: `1.a.b`, or `1.3.1` without `1.3`.
    NumberUnclear(String),
    /// The number of one indicator beside the name of another.
    NumberOfAnother {
        /// The number or id.
        given: String,
        /// The name.
        name: String,
    },
    /// A component that stands below no main indicator.
    ParentMissing(String),
    /// A first number that is one main indicator in the decision's order, and another in that of the
    /// scoring sheet.
    WhichMain(String),
    /// A component without a name.
    NameMissing,
    /// A component without max points.
    MaxPointsMissing,
    /// A rule in the form of this program that is not one of its rules.
    RuleUnknown(String),
    /// A value that the rule of its component does not take.
    NotOfRule {
        /// As written.
        given: String,
        /// The rule's text.
        rule: String,
    },
    /// The max points of the parts do not add up to those of the whole.
    PartsDoNotAddUp {
        /// Id of the main indicator, or number and name of the component.
        whole: String,
        /// What the parts sum to.
        sum: Exact,
        /// What the whole has.
        stated: Exact,
    },
    /// More findings than are kept.
    More(usize),

    /// The total differs from the re-added one by more than rounding explains.
    TotalDiffers {
        /// The table's own.
        stated: Exact,
        /// Re-added from the main indicators.
        sum: Exact,
    },
    /// The known points leave more or less for the others than they can hold.
    TotalOutOfReach {
        /// The table's own.
        stated: Exact,
        /// Lowest total that the known main indicators allow.
        low: Exact,
        /// Highest.
        high: Exact,
    },
    /// The rank differs from the one that follows from the totals.
    RankDiffers {
        /// The table's own.
        stated: u32,
        /// Recomputed.
        recomputed: u32,
    },
    /// Cells that the table itself marks as estimates: they are not taken over.
    EstimatesLeftOut(usize),
    /// Points of a whole differ from the sum of its parts.
    PointsDiffer {
        /// The table's own.
        stated: Exact,
        /// The sum of the parts.
        sum: Exact,
    },
    /// Max points differ from those of the framework.
    MaxPointsDiffer {
        /// The table's own.
        stated: Exact,
        /// The framework's.
        own: Exact,
    },
    /// A rule in words that are not understood: points are entered directly.
    RuleInWords(String),
    /// A row that is no part of the table: a note, a heading again, a mean.
    RowLeftOut(String),
    /// A number whose last zero a spreadsheet cut.
    ZeroCut {
        /// As written.
        given: String,
        /// As it is read.
        read: String,
    },
    /// Points where a rule takes figures: figures that earn them stand for them.
    FiguresBehindPoints(usize),
    /// Rows that are lettered below a component and have no max points.
    LetteredLeftOut(usize),
    /// Units of the edition that the table does not name.
    UnitsLeftOut(usize),
    /// Main indicators of which the list has no component.
    MainsLeftOut(Vec<String>),
    /// Components were given to main indicators by their order, as no row names these.
    MainsByOrder,
    /// A title, heading or column with the year of another edition.
    OtherYear {
        /// The table's own.
        written: u16,
        /// The year of the edition.
        year: u16,
    },
    /// Rows of other years in a table of several.
    OtherYearsLeftOut {
        /// How many rows.
        count: usize,
        /// The year of the edition.
        year: u16,
    },
    /// Cells without a figure.
    Gaps(usize),
}

impl FindingKind {
    /// Whether it stands in the way.
    pub fn severity(&self) -> Severity {
        match self {
            Self::TotalDiffers { .. }
            | Self::TotalOutOfReach { .. }
            | Self::RankDiffers { .. }
            | Self::EstimatesLeftOut(_)
            | Self::PointsDiffer { .. }
            | Self::MaxPointsDiffer { .. }
            | Self::RuleInWords(_)
            | Self::RowLeftOut(_)
            | Self::ZeroCut { .. }
            | Self::FiguresBehindPoints(_)
            | Self::LetteredLeftOut(_)
            | Self::UnitsLeftOut(_)
            | Self::MainsLeftOut(_)
            | Self::MainsByOrder
            | Self::OtherYear { .. }
            | Self::OtherYearsLeftOut { .. }
            | Self::Gaps(_) => Severity::Remark,
            _ => Severity::Error,
        }
    }
}

impl Finding {
    /// Whether it stands in the way.
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }
}

/// Findings on their way, so many and no more.
#[derive(Default)]
pub(super) struct Findings {
    kept: Vec<Finding>,
    errors: usize,
    dropped: usize,
}

impl Findings {
    /// One about a cell.
    pub(super) fn at(&mut self, row: usize, column: usize, kind: FindingKind) {
        self.push(Some(row), Some(column), kind);
    }

    /// One about a row.
    pub(super) fn row(&mut self, row: usize, kind: FindingKind) {
        self.push(Some(row), None, kind);
    }

    /// One about a column.
    pub(super) fn column(&mut self, column: usize, kind: FindingKind) {
        self.push(None, Some(column), kind);
    }

    /// One about the table.
    pub(super) fn table(&mut self, kind: FindingKind) {
        self.push(None, None, kind);
    }

    fn push(&mut self, row: Option<usize>, column: Option<usize>, kind: FindingKind) {
        let is_error = kind.severity() == Severity::Error;
        self.errors += usize::from(is_error);
        if self.kept.len() < MOST_FINDINGS {
            self.kept.push(Finding { row, column, kind });
        } else {
            self.dropped += usize::from(is_error);
        }
    }

    /// Whether the numbers of the table may be read in two ways.
    pub(super) fn has_unclear_mark(&self) -> bool {
        self.kept
            .iter()
            .any(|finding| matches!(finding.kind, FindingKind::WhichMark(_)))
    }

    /// How many errors there were.
    pub(super) fn errors(&self) -> usize {
        self.errors
    }

    /// What was found in two readings of one table, each once.
    pub(super) fn of_both(first: &[Finding], second: &[Finding]) -> Vec<Finding> {
        let mut both = Self::default();
        let others = second.iter().filter(|finding| !first.contains(finding));
        for finding in first.iter().chain(others) {
            both.push(finding.row, finding.column, finding.kind.clone());
        }
        both.sorted()
    }

    /// All of them, errors first, from top to bottom.
    pub(super) fn sorted(mut self) -> Vec<Finding> {
        if self.dropped > 0 {
            let kind = FindingKind::More(self.dropped);
            self.kept.push(Finding {
                row: None,
                column: None,
                kind,
            });
        }
        self.kept.sort_by_key(|finding| {
            let is_more = matches!(finding.kind, FindingKind::More(_));
            (finding.severity(), is_more, finding.row, finding.column)
        });
        self.kept
    }
}
