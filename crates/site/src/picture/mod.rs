//! Pictures for sharing: 1200 by 630 pixels, drawn by plotters, the same bytes every time. Browsers
//! never load them; other sites show them beside a link.

mod canvas;
mod file;
mod letters;
mod poster;

pub(crate) use file::{Rgba, packed};
pub(crate) use poster::{Easel, HEIGHT, WIDTH};

/// Why a picture could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// A vendored font cannot be read.
    #[error("the font {0} in assets/fonts/ can't be read")]
    Font(&'static str),
    /// Something was drawn outside the picture's buffer.
    #[error("plotters refused to draw: {0}")]
    Drawing(String),
    /// The file could not be packed.
    #[error("the PNG can't be packed: {0}")]
    Packing(#[from] png::EncodingError),
}
