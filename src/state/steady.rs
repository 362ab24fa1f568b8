//! Values that wake nothing unless they change.

use leptos::prelude::*;

/// What is made of signals, for many readers: they hear of it only when it became another value. A memo
/// tells all its readers that something it is made of changed, and each of them asks whether that matters:
/// at every step of a slider that was each text of the page (decision 27).
pub fn steady<T: PartialEq + Send + Sync + 'static>(
    make: impl Fn() -> T + Send + Sync + 'static,
) -> Signal<T> {
    steady_by(make, PartialEq::eq)
}

/// The same where something else than equality says that nothing changed.
pub(super) fn steady_by<T: Send + Sync + 'static>(
    make: impl Fn() -> T + Send + Sync + 'static,
    is_same: fn(&T, &T) -> bool,
) -> Signal<T> {
    let held = RwSignal::new(untrack(&make));
    let following = ImmediateEffect::new_isomorphic(move || {
        let now = make();
        if !held.with_untracked(|before| is_same(before, &now)) {
            held.set(now);
        }
    });
    // It follows as long as whoever asked for it is there.
    on_cleanup(move || drop(following));
    held.into()
}

#[cfg(test)]
mod tests {
    use super::steady;
    use leptos::prelude::*;

    #[test]
    fn readers_hear_of_another_value_alone() {
        let owner = Owner::new();
        owner.set();
        let number = RwSignal::new(4);
        let is_even = steady(move || number.get() % 2 == 0);
        let heard = StoredValue::new(0);
        let reader = ImmediateEffect::new_isomorphic(move || {
            is_even.track();
            heard.update_value(|times| *times += 1);
        });
        for (now, is_so, times) in [(6, true, 1), (7, false, 2), (9, false, 2), (2, true, 3)] {
            number.set(now);
            assert_eq!(is_even.get_untracked(), is_so, "{now}");
            assert_eq!(heard.get_value(), times, "{now}");
        }
        drop(reader);
    }
}
