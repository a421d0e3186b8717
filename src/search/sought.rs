// SPDX-License-Identifier: EUPL-1.2
//! A quick look at whether a word may be one of a few: most words of a text are not, and one look tells.

use serde::{Deserialize, Serialize};

/// Numbers of words, each as one bit among many. What it denies is not there; what it does not deny may be.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sought {
    bits: [u64; 8],
}

impl Sought {
    /// Takes in these numbers.
    pub fn of(numbers: impl IntoIterator<Item = u32>) -> Self {
        let mut sought = Self::default();
        for number in numbers {
            let (row, bit) = place(number);
            sought.bits[row] |= bit;
        }
        sought
    }

    /// Whether a number may be among them.
    pub fn may_hold(&self, number: u32) -> bool {
        let (row, bit) = place(number);
        self.bits[row] & bit != 0
    }
}

fn place(number: u32) -> (usize, u64) {
    ((number >> 6) as usize % 8, 1 << (number % 64))
}

/// The same for the few parts of one word, in two bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Few(u16);

impl Few {
    /// Takes in these numbers.
    pub fn of(numbers: impl IntoIterator<Item = u32>) -> Self {
        Self(numbers.into_iter().fold(0, |bits, number| bits | 1 << (number % 16)))
    }

    /// Whether one number may be among both.
    pub fn may_share(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::{Few, Sought};

    #[test]
    fn what_is_there_is_never_denied_and_most_of_the_rest_is() {
        let few = [3, 64, 515, 90_001];
        let sought = Sought::of(few);
        assert!(few.iter().all(|&number| sought.may_hold(number)));
        assert!((1000..2000).filter(|&number| sought.may_hold(number)).count() < 20);
        assert!(Few::of(few).may_share(Few::of([64])) && !Few::of(few).may_share(Few::of([2])));
        assert!(!Few::default().may_share(Few::of(few)));
    }
}
