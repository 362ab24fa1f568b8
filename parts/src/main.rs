//! Starts the page.

fn main() {
    dti_parts::app::start();
}
