//! Starts the page.

fn main() {
    dti_whatif::app::start();
}
