// SPDX-License-Identifier: EUPL-1.2
//! The library that cuts texts fails hard on some files that are no sound tokenizer. Here that becomes an answer; its
//! message, which may repeat the text, is told nowhere.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::sync::Once;

thread_local! {
    /// Whether this thread is at work that may fail hard.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// What the work gives; nothing when it failed hard.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let tell = panic::take_hook();
        panic::set_hook(Box::new(move |failure| {
            if !GUARDED.get() {
                tell(failure);
            }
        }));
    });
    GUARDED.set(true);
    let done = catch_unwind(AssertUnwindSafe(work)).ok();
    GUARDED.set(false);
    done
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn work_that_fails_hard_gives_nothing_and_the_next_work_is_done() {
        let none: [u8; 0] = [];
        assert_eq!(guarded(|| none[std::hint::black_box(1)]), None);
        assert_eq!(guarded(|| 1), Some(1));
    }
}
