//! Announcing a run of steps: which of how many, and how long each took.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

type Action<'a> = Box<dyn FnMut() -> Result<()> + 'a>;

/// Named steps, run in order.
#[derive(Default)]
pub(crate) struct Steps<'a> {
    steps: Vec<(String, Action<'a>)>,
}

impl<'a> Steps<'a> {
    /// Adds a step at the end.
    pub(crate) fn add(
        &mut self,
        name: impl Into<String>,
        action: impl FnMut() -> Result<()> + 'a,
    ) -> &mut Self {
        self.steps.push((name.into(), Box::new(action)));
        self
    }

    /// Whether there is nothing to do.
    pub(crate) fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Runs them until one fails; the error names it.
    pub(crate) fn run(self) -> Result<()> {
        let count = self.steps.len();
        let started = Instant::now();
        for (position, step) in self.steps.into_iter().enumerate() {
            run_one(step, position + 1, count)?;
        }
        println!(
            "\nall {count} steps done in {}",
            in_words(started.elapsed())
        );
        Ok(())
    }

    /// Runs them all, whatever fails; the error names every step that did.
    pub(crate) fn run_all(self) -> Result<()> {
        let count = self.steps.len();
        let mut failures = Vec::new();
        for (position, step) in self.steps.into_iter().enumerate() {
            if let Err(error) = run_one(step, position + 1, count) {
                eprintln!("\nfailed: {error:#}");
                failures.push(format!("{error:#}"));
            }
        }
        if !failures.is_empty() {
            bail!("{} failed:\n{}", failures.len(), failures.join("\n"));
        }
        Ok(())
    }
}

fn run_one((name, mut action): (String, Action<'_>), number: usize, count: usize) -> Result<()> {
    println!("\n==> step {number} of {count}: {name}");
    let started = Instant::now();
    action().with_context(|| format!("step {number} of {count}, {name}"))?;
    println!(
        "<== step {number} of {count}: {name}, {}",
        in_words(started.elapsed())
    );
    Ok(())
}

/// A length of time as people say it.
pub(crate) fn in_words(time: Duration) -> String {
    let whole = time.as_secs();
    if whole < 60 {
        return format!("{:.1} s", time.as_secs_f64());
    }
    format!("{} min {} s", whole / 60, whole % 60)
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    #[test]
    fn a_failing_step_stops_the_run_and_is_named() {
        let ran = RefCell::new(Vec::new());
        let mut steps = Steps::default();
        steps.add("first", || {
            ran.borrow_mut().push(1);
            Ok(())
        });
        steps.add("second", || anyhow::bail!("no figures"));
        steps.add("third", || {
            ran.borrow_mut().push(3);
            Ok(())
        });
        let error = steps.run().unwrap_err();
        assert_eq!(*ran.borrow(), [1]);
        assert_eq!(format!("{error:#}"), "step 2 of 3, second: no figures");
    }

    #[test]
    fn a_failing_step_hides_no_other_where_all_are_wanted() {
        let ran = RefCell::new(Vec::new());
        let mut steps = Steps::default();
        steps.add("first", || anyhow::bail!("no figures"));
        steps.add("second", || {
            ran.borrow_mut().push(2);
            Ok(())
        });
        steps.add("third", || anyhow::bail!("no table"));
        let error = steps.run_all().unwrap_err();
        assert_eq!(*ran.borrow(), [2]);
        assert_eq!(
            format!("{error:#}"),
            "2 failed:\nstep 1 of 3, first: no figures\nstep 3 of 3, third: no table"
        );
        assert!(Steps::default().run_all().is_ok());
    }

    #[test]
    fn times_read_well() {
        assert_eq!(in_words(Duration::from_millis(1_240)), "1.2 s");
        assert_eq!(in_words(Duration::from_secs(75)), "1 min 15 s");
    }
}
