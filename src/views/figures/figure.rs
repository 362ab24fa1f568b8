//! A chart with all that stands around it: the finding as its heading, a summary, a legend, the drawing
//! or its table, and the bar to keep it.

use super::bar::Bar;
use super::data_table::in_box;
use super::drawing::Drawn;
use crate::browser::document::unit_at;
use crate::components::{LiveText, redrawn, text};
use crate::state::State;
use dti_charts::svg::{Caption, write};
use dti_charts::{Chart, LegendEntry, Sign, Theme};
use dti_words::Told;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// A chart with its words, ready to be shown.
#[derive(Clone, PartialEq, Debug)]
pub struct Picture {
    /// The drawing, and the marks of its legend.
    pub chart: Chart,
    /// What is said around it; as many words for the legend as it has marks.
    pub told: Told,
}

impl Picture {
    /// As a file of its own: title, source and legend in it, and the warning where figures are edited.
    pub(crate) fn file(&self) -> String {
        let marks = self.chart.legend.iter().copied();
        let caption = Caption {
            title: self.told.finding.clone(),
            warning: self.told.warning.clone(),
            source: self.told.source.clone(),
            legend: marks.zip(self.told.legend.iter().cloned()).collect(),
        };
        write(&self.chart.drawing, &caption, Theme::Light)
    }
}

/// The chart as it is drawn anew for a file; nothing where its figures are gone.
pub type ForFile = Callback<(), Option<Picture>>;

/// A picture. It is not there while there is nothing to show.
#[component]
pub fn Figure(
    /// The state.
    state: State,
    /// What it is called in ids and files: `picture-{name}`, `dti-2022-bac-giang-{name}.svg`.
    #[prop(into)]
    name: String,
    /// What it shows.
    #[prop(into)]
    picture: Signal<Option<Arc<Picture>>>,
    /// Draws it as wide as a file is (800 pixels); without that a file is as wide as the page shows it.
    #[prop(optional, into)]
    for_file: Option<ForFile>,
    /// Id of the heading that names it, where the finding stands elsewhere, as above an analysis: then
    /// there is neither heading nor summary here.
    #[prop(optional, into)]
    named_by: Option<String>,
    /// What is chosen in it, below the heading.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let id = format!("picture-{name}");
    let heading = named_by.clone().unwrap_or_else(|| format!("{id}-heading"));
    let is_table = RwSignal::new(false);
    let told = Memo::new(move |_| {
        picture.with(|picture| picture.as_ref().map(|own| Arc::new(own.told.clone())))
    });
    let said = move |say: fn(&Told) -> &String| {
        text(move || told.with(|told| told.as_deref().map(say).cloned().unwrap_or_default()))
    };
    let caption = named_by.is_none().then(|| {
        let id = heading.clone();
        let (finding, summary) = (said(|told| &told.finding), said(|told| &told.summary));
        view! {
            <figcaption>
                <h3 id=id><LiveText text=finding /></h3>
                <p class="summary"><LiveText text=summary /></p>
            </figcaption>
        }
    });
    let svg = Callback::new(move |()| match for_file {
        Some(for_file) => for_file.run(()).map(|picture| picture.file()),
        None => picture.with_untracked(|picture| picture.as_ref().map(|own| own.file())),
    });
    let content = {
        let heading = heading.clone();
        redrawn(move || match is_table.get() {
            true => shown_as_table(picture, &heading),
            false => shown(state, picture, heading.clone()),
        })
    };
    view! {
        <figure id=id class="card picture" hidden=move || told.with(Option::is_none)>
            {caption}
            {children.map(|children| children())}
            {content}
            <Bar state name named_by=heading told=told is_table svg />
        </figure>
    }
    .into_any()
}

fn shown_as_table(picture: Signal<Option<Arc<Picture>>>, heading: &str) -> AnyView {
    let heading = heading.to_owned();
    redrawn(move || {
        picture.with(|picture| {
            let picture = picture.as_ref();
            picture
                .map(|own| in_box(&own.told.table, "", &heading))
                .into_any()
        })
    })
}

/// The drawing with its legend. A shape that stands for a unit chooses it.
fn shown(state: State, picture: Signal<Option<Arc<Picture>>>, heading: String) -> AnyView {
    let choose = move |event: MouseEvent| {
        let id = unit_at(&event);
        let row = id.and_then(|id| state.edition.with_untracked(|own| own.position(&id)));
        if let Some(row) = row {
            state.choose_unit(row);
        }
    };
    let marks = Memo::new(move |_| {
        picture.with(|picture| {
            let own = picture.as_ref()?;
            Some((own.chart.legend.clone(), own.told.legend.clone()))
        })
    });
    let legend = redrawn(move || {
        marks.with(|marks| {
            let marks = marks.as_ref();
            marks
                .map(|(marks, meanings)| legend(marks, meanings))
                .into_any()
        })
    });
    view! {
        {legend}
        <div class="drawing-box" on:click=choose>
            <Drawn state picture named_by=heading />
        </div>
    }
    .into_any()
}

/// The marks of a picture with what they stand for.
pub(crate) fn legend(marks: &[LegendEntry], meanings: &[String]) -> AnyView {
    let signs = marks.iter().zip(meanings);
    let signs: Vec<AnyView> = signs
        .map(|(entry, meaning)| {
            let sign = sign_name(entry.sign);
            let class = format!("sign sign-{sign} ink-{}", entry.ink.name());
            view! {
                <li>
                    <span class=class aria-hidden="true">{()}</span>
                    {meaning.clone()}
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ul class="picture-legend">{signs}</ul> }.into_any()
}

/// What styles know a mark by.
fn sign_name(sign: Sign) -> &'static str {
    match sign {
        Sign::Dot => "dot",
        Sign::Ring => "ring",
        Sign::Notch => "notch",
        Sign::Diamond => "diamond",
        Sign::Line => "dash",
        Sign::Tile => "tile",
        Sign::Frame => "frame",
    }
}
