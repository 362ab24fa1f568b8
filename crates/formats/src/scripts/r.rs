//! The file for R: `iData` and `iMeta` as COINr takes them, its aggregation, and the total around it.

use super::{Script, number, quoted, remark};
use dti_engine::model::{Exact, Mean, Ties};

/// What COINr calls the whole.
const INDEX: &str = "INDEX";
/// No text, in R.
const NOTHING: &str = "NA_character_";

pub(super) fn written(script: &Script) -> String {
    let words = &script.words;
    let names = Names::of(script);
    let mut text: String = words.about.iter().map(|line| remark(line)).collect();
    text.push_str("# install.packages(\"COINr\")\nlibrary(COINr)\n\n");
    text.push_str(&remark(&words.indicators));
    text.push_str(&meta(script, &names));
    text.push('\n');
    text.push_str(&remark(&words.units));
    text.push_str(&data(script, &names));
    text.push_str(&kept(script, &names));
    text.push('\n');
    text.push_str(&remark(&words.total));
    text.push_str(&total(script));
    text.push('\n');
    text.push_str(&remark(&words.rank));
    text.push_str(&rank(script));
    text.push('\n');
    text.push_str(&remark(&words.check));
    let check = quoted(&words.check);
    text.push_str(&format!(
        "agreed <- abs(total - kept$page_score) < 1e-9 & rank == kept$page_rank\n\
         message({check}, \" \", sum(agreed), \"/\", nrow(kept))\n"
    ));
    text
}

/// Codes as COINr takes them: none begins with a number, and none of a unit is one of an indicator.
struct Names {
    indicators: Vec<String>,
    groups: Vec<String>,
    units: Vec<String>,
}

impl Names {
    fn of(script: &Script) -> Self {
        let mut taken = vec![INDEX.to_owned(), "uCode".to_owned(), "uName".to_owned()];
        let mut code = |id: &str| {
            let is_letter = id.starts_with(|letter: char| letter.is_ascii_alphabetic());
            let kept: String = id
                .chars()
                .map(|letter| {
                    if letter.is_ascii_alphanumeric() {
                        letter
                    } else {
                        '_'
                    }
                })
                .collect();
            let mut code = if is_letter { kept } else { format!("x{kept}") };
            while taken.contains(&code) {
                code.push('_');
            }
            taken.push(code.clone());
            code
        };
        let indicators = script.indicators.iter().map(|own| code(&own.id)).collect();
        let groups = script.groups.iter().map(|own| code(&own.id)).collect();
        let units = script.units.iter().map(|own| code(&own.id)).collect();
        Self {
            indicators,
            groups,
            units,
        }
    }
}

/// A vector of these.
fn vector(cells: impl Iterator<Item = String>) -> String {
    format!("c({})", cells.collect::<Vec<_>>().join(", "))
}

/// A data frame of columns by name.
fn frame(name: &str, columns: &[(&str, String)]) -> String {
    let columns = columns
        .iter()
        .map(|(name, cells)| format!("  {name} = {cells}"));
    let columns = columns.collect::<Vec<_>>().join(",\n");
    format!("{name} <- data.frame(\n{columns},\n  stringsAsFactors = FALSE\n)\n")
}

/// Indicators, groups and the whole: COINr's `iMeta`, with three levels since it knows none with two.
fn meta(script: &Script, names: &Names) -> String {
    let (indicators, groups) = (&script.indicators, &script.groups);
    let whole: Exact = groups.iter().map(|own| own.max_points).sum();
    let codes = names.indicators.iter().chain(&names.groups);
    let codes = codes.map(|code| quoted(code)).chain([quoted(INDEX)]);
    let own_names = indicators.iter().map(|own| &own.name);
    let own_names = own_names.chain(groups.iter().map(|own| &own.name));
    let own_names = own_names.map(|name| quoted(name)).chain([quoted("total")]);
    let parent = |place: usize| {
        let code = names.groups.get(place);
        code.map_or_else(|| NOTHING.to_owned(), |code| quoted(code))
    };
    let parents = indicators.iter().map(|own| parent(own.group));
    let parents = parents
        .chain(groups.iter().map(|_| quoted(INDEX)))
        .chain([NOTHING.to_owned()]);
    let weights = indicators.iter().map(|own| own.max_points);
    let weights = weights.chain(groups.iter().map(|own| own.max_points));
    let repeated = |word: &str, times: usize| format!("rep({word}, {times})");
    let (first, second) = (indicators.len(), groups.len());
    frame(
        "iMeta",
        &[
            ("iCode", vector(codes)),
            ("iName", vector(own_names)),
            (
                "Level",
                vector([repeated("1", first), repeated("2", second), "3".to_owned()].into_iter()),
            ),
            ("Parent", vector(parents)),
            ("Direction", repeated("1", first + second + 1)),
            ("Weight", vector(weights.chain([whole]).map(number))),
            (
                "Type",
                vector(
                    [
                        repeated("\"Indicator\"", first),
                        repeated("\"Aggregate\"", second + 1),
                    ]
                    .into_iter(),
                ),
            ),
        ],
    )
}

/// The scores: COINr's `iData`.
fn data(script: &Script, names: &Names) -> String {
    let mut columns = vec![
        ("uCode", vector(names.units.iter().map(|code| quoted(code)))),
        (
            "uName",
            vector(script.units.iter().map(|own| quoted(&own.name))),
        ),
    ];
    for (place, code) in names.indicators.iter().enumerate() {
        let scores = script.units.iter().filter_map(|own| own.scores.get(place));
        columns.push((code, vector(scores.map(|score| number(*score)))));
    }
    frame("iData", &columns)
}

/// What COINr has no place for: residuals, movements, origins, and what the page gives.
fn kept(script: &Script, names: &Names) -> String {
    let numbers = |of: fn(&super::ScriptUnit) -> Exact| {
        vector(script.units.iter().map(|own| number(of(own))))
    };
    frame(
        "kept",
        &[
            ("uCode", vector(names.units.iter().map(|code| quoted(code)))),
            (
                "unit",
                vector(script.units.iter().map(|own| quoted(&own.id))),
            ),
            ("residual", numbers(|own| own.residual)),
            ("moved", numbers(|own| own.moved)),
            (
                "origins",
                vector(script.units.iter().map(|own| quoted(&own.origins))),
            ),
            ("page_score", numbers(|own| own.total)),
            (
                "page_rank",
                numbers(|own| Exact::whole(i64::from(own.rank))),
            ),
        ],
    )
}

/// COINr's aggregation; the residual is kept, but everything at 1 is 1 and everything at 0 is 0.
fn total(script: &Script) -> String {
    let mean = match script.mean {
        Mean::Arithmetic => "a_amean",
        Mean::Geometric => "a_gmean",
        Mean::Harmonic => "a_hmean",
    };
    let rounded = match script.decimals {
        // Doubles are cut before they are rounded, or they would decide the halves.
        Some(decimals) => {
            format!("total <- floor(total * 1e{decimals} + 0.5 + 1e-6) / 1e{decimals}\n")
        }
        None => String::new(),
    };
    format!(
        "coin <- new_coin(iData, iMeta, level_names = c(\"indicator\", \"group\", \"index\"), quietly = TRUE)\n\
         coin <- Aggregate(coin, dset = \"Raw\", f_ag = \"{mean}\")\n\
         aggregated <- coin$Data$Aggregated\n\
         own <- aggregated${INDEX}[match(kept$uCode, aggregated$uCode)]\n\
         own <- ifelse(abs(own - round(own)) < 1e-9, round(own), own + kept$residual)\n\
         total <- pmin(pmax(own + kept$moved, 0), 1)\n{rounded}"
    )
}

fn rank(script: &Script) -> String {
    let whole = match script.decimals {
        Some(decimals) => format!("-round(total * 1e{decimals})"),
        None => "-round(total, 12)".to_owned(),
    };
    let rank = match script.ties {
        Ties::Competition => format!("rank <- rank({whole}, ties.method = \"min\")\n"),
        Ties::Dense => format!("rank <- match({whole}, sort(unique({whole})))\n"),
    };
    let shown = script.decimals.unwrap_or(super::DECIMALS);
    format!(
        "{rank}results <- data.frame(\n  unit = kept$unit, name = iData$uName, rank = rank,\n  \
         total = formatC(total, digits = {shown}, format = \"f\"), origins = kept$origins\n)\n\
         write.csv(results[order(results$rank), ], row.names = FALSE)\n"
    )
}
