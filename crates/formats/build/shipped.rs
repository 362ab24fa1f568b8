//! Reads every data file that an edition names into the document that ships.

use crate::catalogue_document::{
    AssessedDocument, CatalogueDocument, EditionDocument, FigureDocument, ListedFramework,
    OriginDocument, RowDocument, TableDocument, UnitDocument,
};
use crate::framework_document::{FrameworkDocument, IndicatorDocument};
use crate::typed::{Both, Decimal, Line, Whole};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::Path;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// Columns of a table that are no figures.
const REMARKS: [&str; 5] = ["unit", "source", "other_sources", "derived", "copies"];

/// The document of the folder `data/`, or of one inside it of the same shape, which may use the
/// frameworks of the folder above.
pub(crate) fn document_of(data: &Path) -> Outcome<CatalogueDocument> {
    let editions: Vec<EditionDocument> = json(&data.join("editions.json"))?;
    let named = |name: fn(&EditionDocument) -> &String| -> BTreeSet<String> {
        editions.iter().map(name).cloned().collect()
    };
    let mut document = CatalogueDocument::default();
    for id in named(|edition| &edition.framework) {
        let file = format!("frameworks/{id}.json");
        let own = data.join(&file);
        let framework = json(&if own.exists() {
            own
        } else {
            data.join("..").join(file)
        })?;
        document.frameworks.push((id, listed(framework)));
    }
    for name in named(|edition| &edition.units) {
        let rows: Vec<UnitRow> = csv(&data.join(format!("units/{name}.csv")))?;
        let units = rows.into_iter().map(unit).collect::<Outcome<_>>()?;
        document.units.push((name, units));
    }
    for id in named(|edition| &edition.id) {
        let table = table(&data.join(format!("editions/{id}.csv")))?;
        document.tables.push((id.clone(), table));
        let assessments = data.join(format!("assessments/{id}.csv"));
        if assessments.exists() {
            let rows: Vec<AssessedDocument> = csv(&assessments)?;
            document.assessments.push((id, rows));
        }
    }
    if data.join("mergers.csv").exists() {
        document.mergers = csv(&data.join("mergers.csv"))?;
    }
    document.sources = csv(&data.join("sources.csv"))?;
    if data.join("version.json").exists() {
        document.version = Some(json(&data.join("version.json"))?);
    }
    document.editions = editions;
    Ok(document)
}

/// What the first view needs: frameworks end at their main indicators, which say how many components
/// they have.
pub(crate) fn without_components(mut document: CatalogueDocument) -> CatalogueDocument {
    for (_, listed) in &mut document.frameworks {
        let is_above = |own: &IndicatorDocument| {
            let level = own.level.as_deref();
            level.is_none_or(|level| level == "group" || level == "main")
        };
        let indicators = std::mem::take(&mut listed.document.indicators);
        let all: Vec<_> = indicators
            .into_iter()
            .zip(listed.parents.drain(..))
            .collect();
        let count = |id: &str| {
            let below = all
                .iter()
                .filter(|(_, parent)| parent.as_deref() == Some(id));
            below.filter(|(own, _)| !is_above(own)).count() as u32
        };
        let mut kept = Vec::new();
        for (own, parent) in all.iter().filter(|(own, _)| is_above(own)) {
            let components = count(&own.id);
            let mut own = own.clone();
            if components > 0 {
                own.component_count = Some(Whole(components));
            }
            kept.push((own, parent.clone()));
        }
        (listed.document.indicators, listed.parents) = kept.into_iter().unzip();
    }
    document
}

/// Puts the communes' sets in that no edition uses: a commune may begin with one.
pub(crate) fn add_commune_sets(data: &Path, document: &mut CatalogueDocument) -> Outcome<()> {
    for file in fs::read_dir(data.join("frameworks"))? {
        let path = file?.path();
        let id = path.file_stem().and_then(|stem| stem.to_str());
        let id = id
            .filter(|id| id.starts_with("commune-"))
            .map(str::to_owned);
        let Some(id) = id else {
            continue;
        };
        if document.frameworks.iter().all(|(own, _)| *own != id) {
            document.frameworks.push((id, listed(json(&path)?)));
        }
    }
    document
        .frameworks
        .sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(())
}

fn json<T: DeserializeOwned>(path: &Path) -> Outcome<T> {
    let read = serde_json::from_str(&fs::read_to_string(path)?);
    read.map_err(|fault| format!("{}: {fault}", path.display()).into())
}

fn csv<T: DeserializeOwned>(path: &Path) -> Outcome<Vec<T>> {
    let rows = csv::Reader::from_path(path)?.into_deserialize();
    let rows = rows.collect::<Result<_, _>>();
    rows.map_err(|fault| format!("{}: {fault}", path.display()).into())
}

/// A framework with its tree as a list.
fn listed(mut document: FrameworkDocument) -> ListedFramework {
    let (mut indicators, mut parents) = (Vec::new(), Vec::new());
    let mut waiting: Vec<(IndicatorDocument, Option<String>)> = Vec::new();
    let roots = std::mem::take(&mut document.indicators);
    waiting.extend(roots.into_iter().rev().map(|root| (root, None)));
    while let Some((mut indicator, parent)) = waiting.pop() {
        let children = indicator.children.take().unwrap_or_default();
        let id = &indicator.id.0;
        waiting.extend(
            children
                .into_iter()
                .rev()
                .map(|child| (child, Some(id.clone()))),
        );
        indicators.push(indicator);
        parents.push(parent);
    }
    document.indicators = indicators;
    ListedFramework { document, parents }
}

/// A row of a list of units; short lists have the first columns only.
#[derive(Deserialize)]
struct UnitRow {
    id: String,
    name_vi: String,
    name_en: String,
    gso_code: String,
    #[serde(default)]
    region_vi: String,
    #[serde(default)]
    region_en: String,
    #[serde(default)]
    variants: String,
    #[serde(default)]
    population_2023_thousand: String,
    #[serde(default)]
    population_2024_thousand: String,
}

fn unit(row: UnitRow) -> Outcome<UnitDocument> {
    let both = |vi, en| Both {
        vi: Line(vi),
        en: Some(Line(en)),
    };
    let years = [
        (2023, row.population_2023_thousand),
        (2024, row.population_2024_thousand),
    ];
    let mut population = Vec::new();
    for (year, thousands) in years {
        if !thousands.is_empty() {
            population.push((year, decimal(&thousands)?));
        }
    }
    let variants = row.variants.split('|').filter(|name| !name.is_empty());
    Ok(UnitDocument {
        id: row.id,
        name: both(row.name_vi, row.name_en),
        gso_code: row.gso_code,
        region: (!row.region_vi.is_empty()).then(|| both(row.region_vi, row.region_en)),
        variants: variants.map(str::to_owned).collect(),
        population,
    })
}

/// A plain decimal number.
fn decimal(text: &str) -> Outcome<Decimal> {
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    let is_plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_plain(whole) || !is_plain(places) {
        return Err(format!("`{text}` is not a plain number such as 0.5").into());
    }
    Ok(Decimal {
        units: format!("{whole}{places}").parse()?,
        decimals: u8::try_from(places.len())?,
    })
}

fn table(path: &Path) -> Outcome<TableDocument> {
    let rows: Vec<BTreeMap<String, String>> = csv(path)?;
    let header = csv::Reader::from_path(path)?.headers()?.clone();
    let columns = header.iter().filter(|column| !REMARKS.contains(column));
    let mut table = TableDocument {
        columns: columns.map(str::to_owned).collect(),
        sources: Vec::new(),
        rows: Vec::new(),
    };
    for cells in rows {
        let row = row(&cells, &table.columns, &mut table.sources);
        let row = row.map_err(|fault| {
            let unit = cells.get("unit");
            format!(
                "{}, `{}`: {fault}",
                path.display(),
                unit.map_or("", |unit| unit)
            )
        });
        table.rows.push(row?);
    }
    Ok(table)
}

fn row(
    cells: &BTreeMap<String, String>,
    columns: &[String],
    sources: &mut Vec<String>,
) -> Outcome<RowDocument> {
    let cell = |name: &str| cells.get(name).map_or("", String::as_str);
    // Of single figures, as `column=remark`.
    let remark = |name: &str, column: &str| {
        let pairs = cell(name).split(' ');
        let mut pairs = pairs.filter_map(|pair| pair.split_once('='));
        let found = pairs.find(|(own, _)| *own == column);
        found.map(|(_, remark)| remark.to_owned())
    };
    let mut figures = Vec::new();
    for (place, column) in columns.iter().enumerate() {
        if cell(column).is_empty() {
            continue;
        }
        let source = remark("other_sources", column).unwrap_or_else(|| cell("source").to_owned());
        let known = sources.iter().position(|own| *own == source);
        let source = known.unwrap_or_else(|| {
            sources.push(source);
            sources.len() - 1
        });
        let is_derived = cell("derived").split(' ').any(|own| own == column);
        figures.push(FigureDocument {
            column: u16::try_from(place)?,
            value: decimal(cell(column))?,
            origin: match is_derived {
                true => OriginDocument::Derived,
                false => OriginDocument::Published,
            },
            source: u16::try_from(source)?,
            copies: remark("copies", column).map_or(Ok(1), |copies| copies.parse())?,
        });
    }
    Ok(RowDocument {
        unit: cell("unit").to_owned(),
        figures,
    })
}
