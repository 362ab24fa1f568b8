//! Writes the static pages of the site into a folder: `publish FOLDER [--site-url URL]`.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut given = std::env::args().skip(1);
    let (folder, option, site_url) = (given.next(), given.next(), given.next());
    let site_url = match (option.as_deref(), site_url) {
        (None, _) => None,
        (Some("--site-url"), Some(url)) => Some(url),
        _ => {
            eprintln!("error: this program takes a folder and perhaps `--site-url URL`");
            return ExitCode::FAILURE;
        }
    };
    let Some(folder) = folder else {
        eprintln!("error: this program takes the folder to write into");
        return ExitCode::FAILURE;
    };
    match dti_site::write(Path::new(&folder), site_url.as_deref()) {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
