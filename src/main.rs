//! Starts the page.

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        leptos::logging::error!("dti-whatif stopped: {panic}");
    }));
    dti_whatif::app::start();
}
