//! Pictures stored as SVG files: one per chart and case, compared byte for byte.

use dti_charts::svg::{Caption, write};
use dti_charts::{Drawing, Form, LegendEntry, Theme};
use std::path::PathBuf;
use std::{env, fs};

/// Compares a drawing with `tests/snapshots/charts/NAME.svg`.
#[track_caller]
pub(crate) fn expect_drawing(name: &str, drawing: &Drawing, legend: &[LegendEntry]) {
    expect_inside(name, drawing);
    let legend = legend.iter().map(|entry| {
        let words = format!("{:?}", entry.meaning);
        let words = words.split('(').next().unwrap_or_default().to_owned();
        (*entry, words)
    });
    let caption = Caption {
        title: name.replace('_', " "),
        legend: legend.collect(),
        ..Caption::default()
    };
    expect_file(name, &write(drawing, &caption, Theme::Light));
}

/// Compares a text with a stored file.
#[track_caller]
pub(crate) fn expect_file(name: &str, text: &str) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/charts");
    let path = folder.join(format!("{name}.svg"));
    if env::var("DTI_UPDATE_SNAPSHOTS").is_ok() {
        fs::write(&path, text).unwrap();
        return;
    }
    let stored = fs::read_to_string(&path).unwrap_or_default();
    let same = stored.lines().zip(text.lines()).take_while(|(a, b)| a == b);
    let line = same.count();
    assert!(
        stored == text,
        "{name}.svg differs from line {}:\n  stored: {}\n  drawn:  {}\nLook at the picture; if it \
         is meant to change, run `DTI_UPDATE_SNAPSHOTS=1 cargo test --no-default-features --test \
         charts` and read the difference in the review.",
        line + 1,
        stored.lines().nth(line).unwrap_or("(nothing)"),
        text.lines().nth(line).unwrap_or("(nothing)"),
    );
}

/// Nothing is drawn outside the sheet, by the estimated widths of texts.
#[track_caller]
fn expect_inside(name: &str, drawing: &Drawing) {
    let expect = |x: f64, y: f64, what: &Form| {
        let inside =
            (-0.5..=drawing.width + 0.5).contains(&x) && (-0.5..=drawing.height + 0.5).contains(&y);
        assert!(
            inside,
            "{name}: {what:?} leaves {} x {} at {x}, {y}",
            drawing.width, drawing.height
        );
    };
    for shape in &drawing.shapes {
        let form = &shape.form;
        match form {
            Form::Line { from, to, .. } => {
                expect(from.x, from.y, form);
                expect(to.x, to.y, form);
            }
            Form::Path { points, .. } | Form::Polygon { points } => {
                points.iter().for_each(|p| expect(p.x, p.y, form));
            }
            Form::Rect {
                corner,
                width,
                height,
                ..
            } => {
                expect(corner.x, corner.y, form);
                expect(corner.x + width, corner.y + height, form);
            }
            Form::Circle { center, radius, .. } => {
                expect(center.x - radius, center.y - radius, form);
                expect(center.x + radius, center.y + radius, form);
            }
            Form::Text {
                at,
                text,
                size,
                anchor,
                ..
            } => {
                let width = text.chars().count() as f64 * 0.6 * size;
                let left = match anchor {
                    dti_charts::Anchor::Start => at.x,
                    dti_charts::Anchor::Middle => at.x - width / 2.0,
                    dti_charts::Anchor::End => at.x - width,
                };
                expect(left, at.y - 0.8 * size, form);
                expect(left + width, at.y + 0.2 * size, form);
            }
        }
    }
}
