//! Every word as a number.

use std::collections::HashMap;

/// The words that stand somewhere, each with a number.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    numbers: HashMap<String, u32>,
    spellings: Vec<String>,
}

impl Vocabulary {
    /// The number of a word, a new one if it has none.
    pub fn number(&mut self, word: String) -> u32 {
        if let Some(&number) = self.numbers.get(&word) {
            return number;
        }
        let number = u32::try_from(self.spellings.len()).expect("a glossary has fewer words than 2^32");
        self.spellings.push(word.clone());
        self.numbers.insert(word, number);
        number
    }

    /// The number of a word that has one.
    pub fn known(&self, word: &str) -> Option<u32> {
        self.numbers.get(word).copied()
    }

    /// The spelling of a word, by its number.
    pub fn spelling(&self, number: u32) -> &str {
        &self.spellings[number as usize]
    }

    /// Words in the order of their spelling, each once.
    pub fn sorted(&self, words: impl Iterator<Item = u32>) -> Vec<u32> {
        let mut words: Vec<u32> = words.collect();
        words.sort_unstable_by_key(|&word| self.spelling(word));
        words.dedup();
        words
    }
}
