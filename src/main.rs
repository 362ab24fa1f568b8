//! Starts the page. The same module serves its workers, which have no window: they call what `worker`
//! offers.

mod parts;
mod worker;

use dti_whatif::{app, browser};

fn main() {
    if browser::has_window() {
        app::start(parts::LOADERS);
    }
}
