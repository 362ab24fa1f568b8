//! What a reader brought, in the form in which the official editions ship: it stands behind them.

use super::FileError;
use super::catalogue_document::{CatalogueDocument, ListedFramework, TableDocument};
use super::framework_document::{
    DecisionDocument, FrameworkDocument, IndicatorDocument, PillarDocument,
};
use super::means_file::scale_document;
use super::rule_names::RuleNames;
use super::rule_text::rule_text;
use super::shipped;
use super::typed::{Both, Hundredths, Line, Whole, is_unseen};
use dti_engine::model::{
    ComponentList, ComponentListFault, Framework, Indicator, Level, Mean, Node, RuleKind, Text,
    Ties,
};

/// Frameworks, units, figures and editions that stand behind what ships, and count in its place where
/// they have the same name.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct OwnCatalogue(pub(super) CatalogueDocument);

impl OwnCatalogue {
    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        let own = &self.0;
        let has_data = [own.frameworks.len(), own.units.len(), own.tables.len()];
        has_data == [0; 3] && own.editions.is_empty() && own.codes.is_empty()
    }

    /// Puts something else behind it.
    pub fn add(&mut self, other: Self) {
        let CatalogueDocument {
            frameworks,
            units,
            tables,
            editions,
            codes,
            mergers,
            sources,
            version,
            assessments,
        } = other.0;
        let own = &mut self.0;
        own.frameworks.extend(frameworks);
        own.units.extend(units);
        own.tables.extend(tables);
        own.editions.extend(editions);
        own.codes.extend(codes);
        own.mergers.extend(mergers);
        own.sources.extend(sources);
        if version.is_some() {
            own.version = version;
        }
        own.assessments.extend(assessments);
    }

    /// The bytes of it as a text with one character for each, for where a browser keeps texts only;
    /// empty where there is nothing.
    pub fn to_text(&self) -> String {
        if self.is_empty() {
            return String::new();
        }
        // Fails only for lists without a known length.
        let bytes = postcard::to_allocvec(&self.0).unwrap_or_default();
        bytes.into_iter().map(char::from).collect()
    }

    /// What such a text holds.
    pub fn from_text(text: &str) -> Result<Self, FileError> {
        if text.is_empty() {
            return Ok(Self::default());
        }
        // What is no byte makes it too short to be read.
        let bytes = text.chars().map_while(|own| u8::try_from(own).ok());
        shipped::document(&bytes.collect::<Vec<u8>>()).map(Self)
    }

    /// A framework alone.
    pub(super) fn framework(framework: &Framework) -> Self {
        Self(CatalogueDocument {
            frameworks: vec![(framework.id().to_owned(), listed(framework))],
            ..CatalogueDocument::default()
        })
    }

    /// The figures of an edition alone.
    pub(super) fn table(edition: &str, table: TableDocument) -> Self {
        Self(CatalogueDocument {
            tables: vec![(edition.to_owned(), table)],
            ..CatalogueDocument::default()
        })
    }
}

/// A framework with a component list below it. What the page's first module reads is a framework like
/// any other.
pub fn components_part(
    framework: &Framework,
    list: &ComponentList,
) -> Result<OwnCatalogue, ComponentListFault> {
    let mut list = list.clone();
    // Names that a reader brought may hold anything.
    for row in &mut list.rows {
        let number = row.number.iter_mut();
        for text in number.chain([&mut row.name.vi, &mut row.name.en]) {
            text.retain(|letter| !letter.is_control() && !is_unseen(letter));
        }
    }
    let made = framework.with_components(&list)?;
    Ok(OwnCatalogue::framework(&made))
}

/// A text in both languages as a document.
pub(super) fn both(Text { vi, en }: &Text) -> Both {
    Both {
        vi: Line(vi.clone()),
        en: Some(Line(en.clone())),
    }
}

fn line(text: &str) -> Line {
    Line(text.to_owned())
}

/// A framework as it ships. Defaults are left out.
pub(super) fn listed(framework: &Framework) -> ListedFramework {
    let header = framework.header();
    let pillars = framework.pillars().iter().map(|pillar| PillarDocument {
        id: line(&pillar.id),
        name: both(&pillar.name),
        members: pillar
            .members
            .iter()
            .map(|&node| line(&framework.indicator(node).id))
            .collect(),
        weight: pillar.weight.map(Into::into),
    });
    let document = FrameworkDocument {
        id: line(&header.id),
        title: both(&header.title),
        decision: header
            .decision
            .as_ref()
            .map(|(number, date)| DecisionDocument {
                number: line(number),
                date: line(date),
            }),
        origin: header.maxima_derived.then(|| line("derived")),
        source: Some(both(&header.source)),
        rules_of: header.rules_of.map(|year| Whole(year.into())),
        decimals: header.decimals.map(Whole),
        indicators: framework
            .nodes()
            .map(|node| indicator(framework.indicator(node)))
            .collect(),
        pillars: Some(pillars.collect()),
        mean: mean(header.mean),
        missing: header.missing.map(|missing| line(missing.as_str())),
        ties: (header.ties != Ties::Competition).then(|| line(header.ties.as_str())),
    };
    let parent = |node: Node| {
        let parent = framework.indicator(framework.indicator(node).parent?);
        (parent.level != Level::Root).then(|| parent.id.clone())
    };
    ListedFramework {
        document,
        parents: framework.nodes().map(parent).collect(),
    }
}

fn mean(mean: Mean) -> Option<Line> {
    (mean != Mean::Arithmetic).then(|| line(mean.as_str()))
}

fn indicator(own: &Indicator) -> IndicatorDocument {
    let RuleNames {
        measure,
        inputs,
        choices,
    } = RuleNames::of(&own.rule);
    IndicatorDocument {
        id: line(&own.id),
        level: Some(line(own.level.as_str())),
        number: own.number.as_deref().map(line),
        name: both(&own.name),
        max_points: Some(Hundredths(own.max_points.hundredths())),
        scored: (!own.scored).then_some(false),
        component_count: own.component_count.map(Whole),
        rule: (own.rule.kind != RuleKind::Points).then(|| Line(rule_text(&own.rule))),
        measure,
        inputs,
        choices,
        children: None,
        mean: mean(own.mean),
        scale: scale_document(&own.scale),
    }
}

#[cfg(test)]
mod tests {
    use super::{OwnCatalogue, components_part};
    use crate::parse_rule;
    use dti_engine::Catalogue;
    use dti_engine::model::{ComponentList, Framework, ListedComponent, Text};
    use proptest::prelude::*;
    use std::sync::Arc;

    fn with_part(part: OwnCatalogue) -> Catalogue {
        crate::official_catalogue_with(part).unwrap()
    }

    fn dti_922() -> Arc<Framework> {
        let plain = crate::official_catalogue().unwrap();
        Arc::clone(plain.edition("2022").unwrap().framework())
    }

    fn row(id: &str, points: u32) -> ListedComponent {
        ListedComponent {
            id: id.to_owned(),
            parent: "awareness".into(),
            max_points: points * 100,
            scored: true,
            ..ListedComponent::default()
        }
    }

    fn list(rows: Vec<ListedComponent>) -> ComponentList {
        let framework = "dti-922".to_owned();
        ComponentList { framework, rows }
    }

    #[test]
    fn the_last_part_of_a_framework_counts() {
        let components = |part: OwnCatalogue| {
            let with = with_part(part);
            let framework = with.edition("2022").unwrap().framework();
            let below = |main| {
                framework
                    .scored_children(framework.node(main).unwrap())
                    .count()
            };
            (below("awareness"), below("society"))
        };
        assert_eq!(components(OwnCatalogue::default()), (10, 8));
        let two = list(vec![row("awareness.1", 60), row("awareness.2", 40)]);
        let mut both = components_part(&dti_922(), &two).unwrap();
        assert_eq!(
            components(both.clone()),
            (2, 8),
            "the list, and what it does not name"
        );
        let one = list(vec![row("awareness.1", 100)]);
        both.add(components_part(&dti_922(), &one).unwrap());
        assert_eq!(components(both), (1, 8));
    }

    #[test]
    fn what_is_no_such_text_is_refused() {
        let part = OwnCatalogue::framework(&dti_922());
        let text: String = part.to_text().chars().take(99).collect();
        assert!(OwnCatalogue::from_text(&text).is_err());
        assert!(OwnCatalogue::from_text("\u{1d}framework dti-922").is_err());
        assert!(OwnCatalogue::from_text(&format!("{text}đ")).is_err());
        assert_eq!(OwnCatalogue::from_text(""), Ok(OwnCatalogue::default()));
    }

    #[test]
    fn a_list_that_does_not_fit_is_no_part() {
        let list = list(vec![row("awareness.1", 60)]);
        assert!(components_part(&dti_922(), &list).is_err());
    }

    fn rules() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "points",
            "yes_no",
            "levels 0 0.5 1",
            "ratio",
            "capped_ratio 0.8",
            "steps 1:0.25 4:1",
            "parts 0.3 0.7",
            "per_capita 1000 1.5",
            "survey",
        ])
    }

    prop_compose! {
        fn listed()(
            number in prop::option::of("[0-9]{1,2}(\\.[0-9]{1,2}){0,2}"),
            vi in "[a-zđắộ ;,\"']{0,20}", en in "[a-z ]{0,20}", rule in rules(),
        ) -> ListedComponent {
            let rule = parse_rule(rule).unwrap();
            ListedComponent { number, name: Text { vi, en }, rule, ..row("", 10) }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn a_framework_with_a_list_comes_back_from_its_part(
            mut rows in prop::collection::vec(listed(), 10),
        ) {
            for (place, row) in rows.iter_mut().enumerate() {
                row.id = format!("awareness.{}", place + 1);
                row.number = row.number.take().map(|number| format!("{place}.{number}"));
            }
            let plain = dti_922();
            let list = list(rows);
            let made = plain.with_components(&list).unwrap();
            let part = components_part(&plain, &list).unwrap();
            let with = with_part(OwnCatalogue::from_text(&part.to_text()).unwrap());
            let read = with.edition("2022").unwrap().framework();
            prop_assert_eq!(format!("{read:?}"), format!("{made:?}"));
        }
    }
}
