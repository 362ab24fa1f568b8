//! Pixels packed as a PNG with a palette: flat drawings need few colours, and the files stay small.

use super::Refused;
use std::borrow::Cow;

/// Red, green, blue, and how opaque.
pub(crate) type Rgba = [u8; 4];

/// The most colours of a palette.
const COLOURS: usize = 256;

/// Pixels of one colour that stand side by side.
struct Run<const PARTS: usize> {
    colour: [u8; PARTS],
    length: usize,
}

/// A PNG of so many pixels across and down, given row by row: red, green, blue, and how opaque
/// where there is a fourth part. Where there are more colours than a palette holds, the rarest take
/// the nearest one that stays.
pub(crate) fn packed<const PARTS: usize>(
    width: u32,
    height: u32,
    pixels: &[[u8; PARTS]],
) -> Result<Vec<u8>, Refused> {
    let runs = runs(pixels);
    let counted = counted(&runs);
    let kept = counted.iter().take(COLOURS).map(|(_, own)| *own);
    let mut palette: Vec<[u8; PARTS]> = kept.collect();
    palette.sort_unstable();
    let rare = counted.iter().skip(COLOURS).map(|(_, own)| *own);
    let mut moved: Vec<([u8; PARTS], u8)> = rare.map(|own| (own, nearest(&palette, own))).collect();
    moved.sort_unstable();
    let mut rows: Vec<u8> = Vec::with_capacity(pixels.len());
    for Run { colour, length } in &runs {
        let own = palette.binary_search(colour);
        let place = own.map_or_else(
            |_rare| {
                let found = moved.binary_search_by(|(other, _)| other.cmp(colour));
                found
                    .ok()
                    .and_then(|row| moved.get(row))
                    .map(|(_, place)| *place)
            },
            |place| u8::try_from(place).ok(),
        );
        rows.resize(rows.len() + length, place.unwrap_or_default());
    }
    written(width, height, &palette, &rows)
}

fn written<const PARTS: usize>(
    width: u32,
    height: u32,
    palette: &[[u8; PARTS]],
    rows: &[u8],
) -> Result<Vec<u8>, Refused> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    // Without a filter: neighbours of a palette have nothing to do with each other.
    encoder.set_filter(png::Filter::NoFilter);
    let colours = palette.iter().flat_map(|own| own.iter().take(3).copied());
    encoder.set_palette(Cow::Owned(colours.collect()));
    let alphas: Vec<u8> = palette
        .iter()
        .filter_map(|own| own.get(3).copied())
        .collect();
    if alphas.iter().any(|alpha| *alpha < u8::MAX) {
        encoder.set_trns(Cow::Owned(alphas));
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(rows)?;
    writer.finish()?;
    Ok(file)
}

fn runs<const PARTS: usize>(pixels: &[[u8; PARTS]]) -> Vec<Run<PARTS>> {
    let mut runs: Vec<Run<PARTS>> = Vec::new();
    for &colour in pixels {
        match runs.last_mut() {
            Some(last) if last.colour == colour => last.length += 1,
            _ => runs.push(Run { colour, length: 1 }),
        }
    }
    runs
}

/// Every colour with how often it stands there, the most frequent first; equals by colour.
fn counted<const PARTS: usize>(runs: &[Run<PARTS>]) -> Vec<(usize, [u8; PARTS])> {
    let mut sorted: Vec<_> = runs.iter().map(|run| (run.colour, run.length)).collect();
    sorted.sort_unstable();
    let mut counted: Vec<(usize, [u8; PARTS])> = Vec::new();
    for (own, length) in sorted {
        match counted.last_mut() {
            Some((count, last)) if *last == own => *count += length,
            _ => counted.push((length, own)),
        }
    }
    counted.sort_unstable_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
    counted
}

/// The place of the nearest colour of a palette; the first of equals.
fn nearest<const PARTS: usize>(palette: &[[u8; PARTS]], wanted: [u8; PARTS]) -> u8 {
    let away = |own: &[u8; PARTS]| {
        let parts = own.iter().zip(wanted);
        let parts = parts.map(|(&one, other)| i32::from(one) - i32::from(other));
        parts.map(|part| part * part).sum::<i32>()
    };
    let best = palette.iter().enumerate().min_by_key(|(_, own)| away(own));
    best.and_then(|(place, _)| u8::try_from(place).ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Rgba, packed};

    fn unpacked(file: &[u8]) -> (u32, u32, Vec<u8>) {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        (info.width, info.height, pixels)
    }

    #[test]
    fn few_colours_come_out_as_they_went_in() {
        let pixels: Vec<Rgba> = vec![
            [1, 2, 3, 255],
            [255, 0, 0, 0],
            [1, 2, 3, 255],
            [9, 9, 9, 128],
        ];
        let (width, height, out) = unpacked(&packed(2, 2, &pixels).unwrap());
        assert_eq!((width, height), (2, 2));
        assert_eq!(out, pixels.concat());
    }

    #[test]
    fn the_rarest_of_too_many_colours_take_the_nearest() {
        let grey = |at: usize| u8::try_from(at % 256).unwrap();
        let often = (0..512).map(|at| [grey(at); 3]);
        let rare = (0..64).map(|at| [grey(at), grey(at), grey(at) + 1]);
        let pixels: Vec<[u8; 3]> = often.chain(rare).collect();
        let file = packed(24, 24, &pixels).unwrap();
        assert_eq!(file, packed(24, 24, &pixels).unwrap());
        let (_, _, out) = unpacked(&file);
        assert_eq!(out.len(), pixels.len() * 3);
        for (own, was) in out.chunks(3).zip(&pixels) {
            let is_near = own
                .iter()
                .zip(was)
                .all(|(one, other)| one.abs_diff(*other) <= 1);
            assert!(is_near, "{own:?} {was:?}");
        }
    }
}
