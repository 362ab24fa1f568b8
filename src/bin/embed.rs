//! Starts the embed.

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        leptos::logging::error!("dti-whatif stopped: {panic}");
    }));
    dti_whatif::app::start_embed();
}
