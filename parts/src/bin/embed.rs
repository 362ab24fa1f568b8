//! Starts the embed.

fn main() {
    dti_parts::app::start_embed();
}
