//! The figures of an edition: from the table in which they ship to the rows that the engine knows, and
//! back.

use super::FileError;
use super::catalogue_document::{FigureDocument, OriginDocument, RowDocument, TableDocument};
use super::typed::Decimal;
use dti_engine::model::{Exact, Figure, Framework, Node, Origin, PillarFigures, Row, Unit};

/// Decimals that a figure on file may have.
const FILE_DECIMALS: u32 = 12;

/// Reads a plain decimal number; `None` for anything else.
pub(super) fn decimal(text: &str) -> Option<Exact> {
    Exact::from_plain_text(text, FILE_DECIMALS)
}

impl From<Decimal> for Exact {
    fn from(Decimal { units, decimals }: Decimal) -> Self {
        Self::decimal(units, u32::from(decimals))
    }
}

impl From<Exact> for Decimal {
    fn from(value: Exact) -> Self {
        let mut decimals = Self::decimals_of(value.to_f64()).unwrap_or(0);
        let mut units = value.round_half_up(u32::from(decimals));
        while decimals > 0 && units % 10 == 0 {
            units /= 10;
            decimals -= 1;
        }
        Self { units, decimals }
    }
}

/// What a column holds of a row.
#[derive(Clone, Copy)]
enum FigurePlace {
    Rank,
    Total,
    Indicator(Node),
    Pillar(usize),
    PillarRank(usize),
}

impl FigurePlace {
    /// Of the column of this name.
    fn named(framework: &Framework, column: &str) -> Option<Self> {
        let pillar = |id: &str| {
            let mut pillars = framework.pillars().iter();
            pillars.position(|pillar| pillar.id == id)
        };
        Some(match column {
            "rank" => Self::Rank,
            "score" => Self::Total,
            _ => match (
                column.strip_prefix("pillar_"),
                column.strip_prefix("rank_pillar_"),
            ) {
                (Some(id), _) => Self::Pillar(pillar(id)?),
                (_, Some(id)) => Self::PillarRank(pillar(id)?),
                (None, None) => Self::Indicator(framework.node(column)?),
            },
        })
    }

    /// All that an edition may have, with their names.
    fn all(framework: &Framework) -> Vec<(String, Self)> {
        let mut all = vec![
            ("rank".to_owned(), Self::Rank),
            ("score".to_owned(), Self::Total),
        ];
        let nodes = framework.nodes();
        all.extend(nodes.map(|node| (framework.indicator(node).id.clone(), Self::Indicator(node))));
        for (place, pillar) in framework.pillars().iter().enumerate() {
            all.push((format!("pillar_{}", pillar.id), Self::Pillar(place)));
            all.push((
                format!("rank_pillar_{}", pillar.id),
                Self::PillarRank(place),
            ));
        }
        all
    }

    fn of(self, row: &Row) -> Option<&Figure> {
        match self {
            Self::Rank => row.rank.as_ref(),
            Self::Total => row.total.as_ref(),
            Self::Indicator(node) => row.indicators.get(&node),
            Self::Pillar(place) => row.pillars.get(place)?.score.as_ref(),
            Self::PillarRank(place) => row.pillars.get(place)?.rank.as_ref(),
        }
    }

    fn put(self, row: &mut Row, figure: Figure) {
        match self {
            Self::Rank => row.rank = Some(figure),
            Self::Total => row.total = Some(figure),
            Self::Indicator(node) => {
                row.indicators.insert(node, figure);
            }
            Self::Pillar(place) => {
                if let Some(pillar) = row.pillars.get_mut(place) {
                    pillar.score = Some(figure);
                }
            }
            Self::PillarRank(place) => {
                if let Some(pillar) = row.pillars.get_mut(place) {
                    pillar.rank = Some(figure);
                }
            }
        }
    }
}

/// The figures of an edition: a row per unit, in the order of `units`.
pub(super) fn rows(
    table: &TableDocument,
    framework: &Framework,
    units: &[Unit],
) -> Result<Vec<Row>, FileError> {
    let damaged = |what: &str| FileError::new(framework.id(), what, "no figure can stand here");
    let places: Vec<FigurePlace> = {
        let columns = table.columns.iter();
        let place = |own: &String| FigurePlace::named(framework, own).ok_or_else(|| damaged(own));
        columns.map(place).collect::<Result<_, _>>()?
    };
    let mut rows = vec![Row::default(); units.len()];
    for (line, document) in table.rows.iter().enumerate() {
        // Rows mostly stand in the order of the units, of which there may be thousands.
        let is_here = units.get(line).is_some_and(|unit| unit.id == document.unit);
        let row = match is_here {
            true => Some(line),
            false => units.iter().position(|unit| unit.id == document.unit),
        };
        let row = row.and_then(|row| rows.get_mut(row));
        let row = row.ok_or_else(|| damaged(&document.unit))?;
        row.pillars = vec![PillarFigures::default(); framework.pillars().len()];
        for figure in &document.figures {
            let place = places.get(usize::from(figure.column));
            let source = table.sources.get(usize::from(figure.source));
            let (place, source) = place.zip(source).ok_or_else(|| damaged(&document.unit))?;
            let figure = Figure {
                value: figure.value.into(),
                origin: match figure.origin {
                    OriginDocument::Published => Origin::Published,
                    OriginDocument::Derived => Origin::Derived,
                    OriginDocument::Loaded => Origin::Loaded,
                },
                source: source.clone(),
                copies: figure.copies,
            };
            place.put(row, figure);
        }
    }
    Ok(rows)
}

/// The same rows as a table, with the columns that any row fills.
pub(super) fn table(framework: &Framework, units: &[Unit], rows: &[Row]) -> TableDocument {
    let mut columns = FigurePlace::all(framework);
    columns.retain(|(_, place)| rows.iter().any(|row| place.of(row).is_some()));
    let mut sources: Vec<String> = Vec::new();
    let mut document = |unit: &Unit, row: &Row| {
        let mut figures = Vec::new();
        for ((_, place), column) in columns.iter().zip(0..) {
            let Some(figure) = place.of(row) else {
                continue;
            };
            let known = sources.iter().position(|own| *own == figure.source);
            let source = known.unwrap_or_else(|| {
                sources.push(figure.source.clone());
                sources.len() - 1
            });
            figures.push(FigureDocument {
                column,
                value: figure.value.into(),
                origin: match figure.origin {
                    Origin::Derived => OriginDocument::Derived,
                    Origin::Loaded => OriginDocument::Loaded,
                    _ => OriginDocument::Published,
                },
                source: u16::try_from(source).unwrap_or_default(),
                copies: figure.copies,
            });
        }
        RowDocument {
            unit: unit.id.clone(),
            figures,
        }
    };
    let rows = units.iter().zip(rows);
    let rows = rows.map(|(unit, row)| document(unit, row)).collect();
    TableDocument {
        columns: columns.into_iter().map(|(name, _)| name).collect(),
        sources,
        rows,
    }
}
