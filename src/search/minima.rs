// SPDX-License-Identifier: EUPL-1.2
//! The smallest numbers of any part of a list, without a look at the others.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A list of numbers, and the smallest of each pair, of each pair of pairs, and so on.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Minima {
    /// The numbers stand from `length` on; before them, at each place, the smaller of the two at twice that place.
    smallest: Vec<u32>,
    length: usize,
}

impl Minima {
    pub fn new(numbers: Vec<u32>) -> Self {
        let length = numbers.len();
        let mut smallest = vec![u32::MAX; length];
        smallest.extend(numbers);
        for place in (1..length).rev() {
            smallest[place] = smallest[2 * place].min(smallest[2 * place + 1]);
        }
        Self { smallest, length }
    }

    /// The places of a range, those with the smallest numbers first.
    pub fn smallest_first(&self, range: Range<usize>) -> impl Iterator<Item = usize> {
        let mut open = BinaryHeap::new();
        let (mut from, mut to) = (range.start + self.length, range.end + self.length);
        while from < to {
            if from % 2 == 1 {
                open.push(Reverse((self.smallest[from], from)));
                from += 1;
            }
            if to % 2 == 1 {
                to -= 1;
                open.push(Reverse((self.smallest[to], to)));
            }
            (from, to) = (from / 2, to / 2);
        }
        std::iter::from_fn(move || {
            loop {
                let Reverse((_, place)) = open.pop()?;
                if place >= self.length {
                    return Some(place - self.length);
                }
                open.extend([2 * place, 2 * place + 1].map(|place| Reverse((self.smallest[place], place))));
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Minima;

    #[test]
    fn every_range_comes_in_the_order_of_its_numbers() {
        let numbers = [7, 3, 9, 1, 12, 0, 5];
        for length in 0..=numbers.len() {
            let minima = Minima::new(numbers[..length].to_vec());
            for from in 0..=length {
                for to in from..=length {
                    let mut expected: Vec<usize> = (from..to).collect();
                    expected.sort_by_key(|&place| numbers[place]);
                    assert_eq!(minima.smallest_first(from..to).collect::<Vec<_>>(), expected, "{from}..{to}");
                }
            }
        }
    }
}
