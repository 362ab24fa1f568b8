//! The icons, from the same shapes as `public/favicon.svg`.

use crate::picture::{Refused, Rgba, packed};

/// Side of the drawing that the shapes are placed in.
const SIDE: f64 = 32.0;
const CORNER: f64 = 7.0;
const GROUND: Rgba = [0x0b, 0x5f, 0x7d, 255];
const BAR: Rgba = [0xff, 0xff, 0xff, 255];
const ARROW: Rgba = [0xff, 0xd2, 0x7a, 255];
/// Left, top, width, height.
const BARS: [[f64; 4]; 3] = [
    [6.0, 19.0, 5.0, 7.0],
    [13.5, 13.0, 5.0, 13.0],
    [21.0, 16.0, 5.0, 10.0],
];
const ARROW_POINTS: [[f64; 2]; 3] = [[19.5, 10.0], [23.5, 6.0], [27.5, 10.0]];
const ARROW_WIDTH: f64 = 2.5;
/// Samples along each side of a pixel.
const SAMPLES: u32 = 4;

/// What is around the shapes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Ground {
    /// A square with round corners, as in the favicon.
    Round,
    /// A full square: the system cuts its own corners.
    Full,
    /// A full square with all shapes inside the circle that every mask keeps.
    Safe,
}

/// An icon file.
pub(crate) struct Icon {
    /// Its name.
    pub(crate) file: &'static str,
    /// Pixels along each side.
    pub(crate) size: u32,
    /// Its purpose in a web manifest; empty where it is not in one.
    pub(crate) purpose: &'static str,
    ground: Ground,
}

/// All icon files.
pub(crate) const ICONS: [Icon; 4] = [
    Icon {
        file: "icon-192.png",
        size: 192,
        purpose: "any",
        ground: Ground::Round,
    },
    Icon {
        file: "icon-512.png",
        size: 512,
        purpose: "any",
        ground: Ground::Round,
    },
    Icon {
        file: "icon-maskable-512.png",
        size: 512,
        purpose: "maskable",
        ground: Ground::Safe,
    },
    Icon {
        file: "apple-touch-icon.png",
        size: 180,
        purpose: "",
        ground: Ground::Full,
    },
];

/// Every icon drawn: its file name and PNG.
pub(crate) fn all() -> impl Iterator<Item = (&'static str, Result<Vec<u8>, Refused>)> {
    ICONS.iter().map(|icon| {
        let pixels = drawn(icon.size, icon.ground);
        (icon.file, packed(icon.size, icon.size, &pixels))
    })
}

/// The favicon in a square of so many pixels, row by row.
pub(crate) fn mark(size: u32) -> Vec<Rgba> {
    drawn(size, Ground::Round)
}

fn drawn(size: u32, ground: Ground) -> Vec<Rgba> {
    let mut pixels = Vec::with_capacity((size * size) as usize);
    for y in 0..size {
        for x in 0..size {
            pixels.push(pixel(x, y, size, ground));
        }
    }
    pixels
}

/// The mean of a pixel's samples; colours count by how opaque they are.
fn pixel(x: u32, y: u32, size: u32, ground: Ground) -> Rgba {
    let step = SIDE / f64::from(size);
    let mut sums = [0_u32; 4];
    for sample in 0..SAMPLES * SAMPLES {
        let at = |pixel: u32, part: u32| {
            (f64::from(pixel) + (f64::from(part) + 0.5) / f64::from(SAMPLES)) * step
        };
        let [red, green, blue, alpha] =
            colour_at(at(x, sample % SAMPLES), at(y, sample / SAMPLES), ground);
        let opaque = u32::from(alpha > 0);
        for (sum, part) in sums.iter_mut().zip([red, green, blue, 255]) {
            *sum += u32::from(part) * opaque;
        }
    }
    let [red, green, blue, alpha] = sums;
    let opaque = (alpha / 255).max(1);
    let part = |sum: u32| u8::try_from((sum + opaque / 2) / opaque).unwrap_or(u8::MAX);
    let whole = SAMPLES * SAMPLES;
    let alpha = u8::try_from((alpha + whole / 2) / whole).unwrap_or(u8::MAX);
    [part(red), part(green), part(blue), alpha]
}

fn colour_at(x: f64, y: f64, ground: Ground) -> Rgba {
    let middle = SIDE / 2.0;
    let (x, y) = match ground {
        Ground::Safe => (middle + (x - middle) * 1.2, middle + (y - middle) * 1.2),
        _ => (x, y),
    };
    let is_in_bar = |[left, top, width, height]: &[f64; 4]| {
        (*left..left + width).contains(&x) && (*top..top + height).contains(&y)
    };
    let [start, tip, end] = ARROW_POINTS;
    let from_arrow = distance(x, y, start, tip).min(distance(x, y, tip, end));
    if from_arrow <= ARROW_WIDTH / 2.0 {
        ARROW
    } else if BARS.iter().any(is_in_bar) {
        BAR
    } else if ground != Ground::Round || is_in_round_square(x, y) {
        GROUND
    } else {
        [0; 4]
    }
}

fn is_in_round_square(x: f64, y: f64) -> bool {
    let beyond = |at: f64| (CORNER - at).max(at - (SIDE - CORNER)).max(0.0);
    let (across, down) = (beyond(x), beyond(y));
    across * across + down * down <= CORNER * CORNER
}

/// How far a point is from a line between two points.
fn distance(x: f64, y: f64, [from_x, from_y]: [f64; 2], [to_x, to_y]: [f64; 2]) -> f64 {
    let (along_x, along_y) = (to_x - from_x, to_y - from_y);
    let length = along_x * along_x + along_y * along_y;
    let share = ((x - from_x) * along_x + (y - from_y) * along_y) / length;
    let share = share.max(0.0).min(1.0);
    let (off_x, off_y) = (x - from_x - share * along_x, y - from_y - share * along_y);
    (off_x * off_x + off_y * off_y).sqrt()
}

#[cfg(test)]
mod tests {
    use super::{ARROW, ARROW_POINTS, BAR, BARS, GROUND, Ground, colour_at, drawn};

    #[test]
    fn the_shapes_are_those_of_the_favicon() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/favicon.svg");
        let svg = std::fs::read_to_string(path).unwrap();
        let number = |value: f64| {
            let text = format!("{value}");
            if value.fract() == 0.0 {
                text
            } else {
                format!("{value:.3}")
            }
        };
        let bar = |[left, top, width, height]: [f64; 4]| {
            let [left, top, width, height] = [left, top, width, height].map(number);
            format!("M{left} {top}h{width}v{height}")
        };
        for expected in BARS.map(bar) {
            assert!(svg.contains(&expected), "{expected} is not in {svg}");
        }
        let [[x, y], [tip_x, tip_y], _] = ARROW_POINTS.map(|point| point.map(number));
        assert!(svg.contains(&format!("M{x} {y} {tip_x} {tip_y}")), "{svg}");
        for [red, green, blue, _] in [GROUND, ARROW] {
            assert!(svg.contains(&format!("#{red:02x}{green:02x}{blue:02x}")));
        }
    }

    #[test]
    fn corners_are_clear_only_where_the_system_does_not_cut_them() {
        assert_eq!(colour_at(0.1, 0.1, Ground::Round), [0; 4]);
        assert_eq!(colour_at(0.1, 0.1, Ground::Full), GROUND);
        assert_eq!(colour_at(8.0, 22.0, Ground::Full), BAR);
        assert_eq!(drawn(32, Ground::Round).len(), 32 * 32);
    }

    #[test]
    fn every_shape_is_inside_the_circle_that_a_mask_keeps() {
        for y in 0..320 {
            for x in 0..320 {
                let (x, y) = (f64::from(x) / 10.0, f64::from(y) / 10.0);
                let from_middle = ((x - 16.0).powi(2) + (y - 16.0).powi(2)).sqrt();
                if from_middle > 12.8 {
                    assert_eq!(colour_at(x, y, Ground::Safe), GROUND, "{x} {y}");
                }
            }
        }
    }
}
