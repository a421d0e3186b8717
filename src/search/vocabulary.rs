// SPDX-License-Identifier: EUPL-1.2
//! Every word as a number. Words stand one behind the other in one text, and a table finds them by their letters.

use serde::{Deserialize, Serialize};

use crate::language::key_of;

/// The words that stand somewhere, each with a number.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Vocabulary {
    text: String,
    /// Where each word ends in the text.
    ends: Vec<u32>,
    /// The number of the word that belongs in each place, or the next place that was free; a power of two of them.
    table: Vec<u32>,
}

/// A place of the table that holds no word.
const FREE: u32 = u32::MAX;

/// The fewest places of the table.
const SMALLEST: usize = 16;

impl Vocabulary {
    /// The number of a word, a new one if it has none.
    pub fn number(&mut self, word: &str) -> u32 {
        if 4 * self.ends.len() >= 3 * self.table.len() {
            self.grow();
        }
        let place = self.place_of(word);
        if self.table[place] == FREE {
            self.table[place] = small(self.ends.len());
            self.text.push_str(word);
            self.ends.push(small(self.text.len()));
        }
        self.table[place]
    }

    /// The number of a word that has one.
    pub fn known(&self, word: &str) -> Option<u32> {
        let number = if self.table.is_empty() { FREE } else { self.table[self.place_of(word)] };
        (number != FREE).then_some(number)
    }

    /// The spelling of a word, by its number.
    pub fn spelling(&self, number: u32) -> &str {
        let number = number as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[number] as usize]
    }

    /// The spellings of all words, in the order of their numbers.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        (0..).take(self.count()).map(|number| self.spelling(number))
    }

    /// How many words there are.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// Words in the order of their spelling, each once.
    pub fn sorted(&self, words: impl Iterator<Item = u32>) -> Vec<u32> {
        let mut is_in = vec![false; self.count()];
        words.for_each(|word| is_in[word as usize] = true);
        let mut words: Vec<u32> = (0..).zip(is_in).filter_map(|(word, is_in)| is_in.then_some(word)).collect();
        words.sort_unstable_by_key(|&word| self.spelling(word));
        words
    }

    fn grow(&mut self) {
        self.table = vec![FREE; (2 * self.table.len()).max(SMALLEST)];
        for number in 0..small(self.ends.len()) {
            let place = self.place_of(self.spelling(number));
            self.table[place] = number;
        }
    }

    /// The place in the table where a word is, or where it may come.
    fn place_of(&self, word: &str) -> usize {
        let last = self.table.len() - 1;
        let mut place = usize::try_from(key_of(word) >> 32).unwrap_or(0) & last;
        while self.table[place] != FREE && self.spelling(self.table[place]) != word {
            place = (place + 1) & last;
        }
        place
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).expect("a glossary has fewer letters than 2^32")
}

#[cfg(test)]
mod tests {
    use super::Vocabulary;

    #[test]
    fn a_word_has_one_number_and_a_number_one_word() {
        let mut words = Vocabulary::default();
        assert_eq!(words.known("zorg"), None);
        let numbers: Vec<u32> = (0..1000).map(|number| words.number(&format!("woord{number}"))).collect();
        for (number, &given) in (0..1000).zip(&numbers) {
            let word = format!("woord{number}");
            assert_eq!(
                (words.number(&word), words.known(&word), words.spelling(given)),
                (given, Some(given), word.as_str())
            );
        }
        assert_eq!((words.number(""), words.spelling(1000), words.count()), (1000, "", 1001));
        assert_eq!(words.known("zorg"), None);
        assert_eq!(words.sorted([9, 0, 9, 10].into_iter()), [0, 10, 9]);
    }
}
