//! Setting text: the vendored font, its widths, and the pixels of its letters.
//!
//! plotters can draw text by `ab_glyph` too, but it places every letter on whole pixels and without
//! the room that the font leaves on its left, which shows in large type.

use super::Refused;
use ab_glyph::{Font as _, FontRef, Glyph, PxScale, ScaleFont as _, point};

const REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/BeVietnamPro-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../../assets/fonts/BeVietnamPro-Bold.ttf");

/// Which cut of the font.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// Steps between an ink and its ground: few, so that all colours of a picture have room in a
/// palette.
const SHADES: f32 = 16.0;

/// The fonts of the pictures.
pub(super) struct Fonts {
    regular: FontRef<'static>,
    bold: FontRef<'static>,
}

/// A pixel of a letter: where, and how much of it is covered, `0..=1`.
pub(super) type Dot = (i32, i32, f32);

impl Fonts {
    /// The fonts that are compiled in.
    pub(super) fn vendored() -> Result<Self, Refused> {
        let font =
            |bytes, name| FontRef::try_from_slice(bytes).map_err(|_unreadable| Refused::Font(name));
        Ok(Self {
            regular: font(REGULAR, "BeVietnamPro-Regular.ttf")?,
            bold: font(BOLD, "BeVietnamPro-Bold.ttf")?,
        })
    }

    fn cut(&self, weight: Weight) -> &FontRef<'static> {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// Width of a text at so many pixels per em.
    pub(super) fn width(&self, text: &str, weight: Weight, size: f32) -> f32 {
        self.set(text, weight, size, (0.0, 0.0)).1
    }

    /// The pixels of a text whose base line begins at a point.
    pub(super) fn dots(
        &self,
        text: &str,
        weight: Weight,
        size: f32,
        start: (f32, f32),
    ) -> Vec<Dot> {
        let font = self.cut(weight);
        let mut dots = Vec::new();
        for glyph in self.set(text, weight, size, start).0 {
            let Some(outline) = font.outline_glyph(glyph) else {
                continue;
            };
            let bounds = outline.px_bounds();
            let (left, top) = (bounds.min.x as i32, bounds.min.y as i32);
            outline.draw(|x, y, covered| {
                let covered = (covered.min(1.0) * SHADES).round() / SHADES;
                if covered > 0.0 {
                    dots.push((left + x as i32, top + y as i32, covered));
                }
            });
        }
        dots
    }

    /// Letters in their places, and the width of all.
    fn set(&self, text: &str, weight: Weight, size: f32, (x, y): (f32, f32)) -> (Vec<Glyph>, f32) {
        let font = self.cut(weight);
        let per_em = font.units_per_em().unwrap_or(1000.0);
        let scale = PxScale::from(size * font.height_unscaled() / per_em);
        let scaled = font.as_scaled(scale);
        let mut glyphs = Vec::new();
        let mut pen = x;
        for letter in text.chars() {
            let id = font.glyph_id(letter);
            if let Some(last) = glyphs.last().map(|glyph: &Glyph| glyph.id) {
                pen += scaled.kern(last, id);
            }
            glyphs.push(id.with_scale_and_position(scale, point(pen, y)));
            pen += scaled.h_advance(id);
        }
        (glyphs, pen - x)
    }

    /// Whether the font has every letter of a text.
    #[cfg(test)]
    pub(super) fn has_all(&self, text: &str) -> bool {
        let cuts = [&self.regular, &self.bold];
        cuts.iter()
            .all(|font| text.chars().all(|letter| font.glyph_id(letter).0 != 0))
    }
}
