//! Starts the embed.

fn main() {
    dti_whatif::app::start_embed();
}
