// SPDX-License-Identifier: EUPL-1.2
//! The same work for every item of a list, on all cores. What comes out is in the order of what went in, so that nobody
//! can tell how many hands there were.

use std::num::NonZero;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The most items that a hand takes at a time.
const SHARE: usize = 32;

/// In how many shares the items are cut at least, where there are so many: few hands then wait for the last one.
const SHARES: usize = 64;

/// What the work makes of each item, in order.
///
/// # Panics
/// When the work does.
#[must_use]
pub fn each<T: Sync, U: Send>(items: &[T], act: impl Fn(&T) -> U + Sync) -> Vec<U> {
    each_within(items, |hand| hand(), act)
}

/// The same, where each hand does its part within something: it is given the part, and runs it once.
///
/// # Panics
/// When the work does.
#[must_use]
pub fn each_within<T: Sync, U: Send>(
    items: &[T],
    within: impl Fn(&mut dyn FnMut()) + Sync,
    act: impl Fn(&T) -> U + Sync,
) -> Vec<U> {
    let shares: Vec<&[T]> = items.chunks((items.len() / SHARES).clamp(1, SHARE)).collect();
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let hand = || {
        within(&mut || {
            let mut own = Vec::new();
            while let Some((number, share)) = take(&next, &shares) {
                own.push((number, share.iter().map(&act).collect::<Vec<U>>()));
            }
            done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).append(&mut own);
        });
    };
    std::thread::scope(|scope| {
        for _ in 1..cores.min(shares.len()) {
            scope.spawn(hand);
        }
        hand();
    });
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_unstable_by_key(|(number, _)| *number);
    done.into_iter().flat_map(|(_, made)| made).collect()
}

/// Two works at once.
///
/// # Panics
/// When one of them does.
pub fn both<A: Send, B>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    std::thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        (one.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), other)
    })
}

/// The next share that nobody took.
fn take<'a, T>(next: &AtomicUsize, shares: &[&'a [T]]) -> Option<(usize, &'a [T])> {
    let number = next.fetch_add(1, Ordering::Relaxed);
    shares.get(number).map(|share| (number, *share))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::{both, each, each_within};

    #[test]
    fn what_comes_out_is_in_the_order_of_what_went_in() {
        for count in [0, 1, 31, 32, 33, 1000] {
            let items: Vec<usize> = (0..count).collect();
            assert_eq!(each(&items, |item| item * 2), items.iter().map(|item| item * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn both_works_are_done() {
        assert_eq!(both(|| 1, || "two"), (1, "two"));
    }

    #[test]
    fn each_hand_does_its_part_within() {
        let hands = AtomicUsize::new(0);
        let within = |hand: &mut dyn FnMut()| {
            hands.fetch_add(1, Ordering::Relaxed);
            hand();
        };
        let items: Vec<usize> = (0..500).collect();
        assert_eq!(each_within(&items, within, |item| item + 1).iter().sum::<usize>(), 125_250);
        assert!(hands.load(Ordering::Relaxed) >= 1);
    }
}
