// SPDX-License-Identifier: EUPL-1.2
//! What a word may be beside what stands there: the beginning of a word, or a typing error.

use crate::language::{SortedWords, Token, misspellings, normal_form};
use crate::search::library::Library;

/// The fewest letters that count as the beginning of a word.
pub(super) const SHORTEST_BEGINNING: usize = 3;

/// The fewest letters of a mistyped word that is looked for in texts; short ones resemble too much there.
const SHORTEST_IN_TEXTS: usize = 7;

/// The most words that one beginning or one typing error may stand for.
pub(super) const MOST_READINGS: usize = 64;

/// How a word is read, beside as typed and as a form of a word.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// The words in names that it begins, by number.
    pub begun_in_names: Vec<u32>,
    /// The words in texts that it begins, by number; only when it is nothing else.
    pub begun_in_texts: Vec<u32>,
    /// The words for which it is a typing error, the most likely first, each with its normal form.
    pub meant: Vec<(u32, u32)>,
}

/// Whether somebody may still be typing a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Typing {
    /// It is the last.
    Perhaps,
    /// Others follow.
    Done,
}

impl Reading {
    pub fn new(token: &Token, typing: Typing, library: &Library) -> Self {
        let begun = |list: &SortedWords| -> Vec<u32> {
            if token.folded.chars().count() < SHORTEST_BEGINNING {
                return Vec::new();
            }
            let mut words: Vec<u32> = list.going_on_from(&token.folded).iter().copied().take(MOST_READINGS).collect();
            words.sort_unstable();
            words
        };
        let begun_in_names = if typing == Typing::Perhaps { begun(&library.in_names) } else { Vec::new() };
        if library.holds(token) || !begun_in_names.is_empty() {
            return Self { begun_in_names, ..Self::default() };
        }
        let meant = meant(&token.folded, library);
        if !meant.is_empty() {
            return Self { meant, ..Self::default() };
        }
        Self { begun_in_names: begun(&library.in_names), begun_in_texts: begun(&library.in_texts), meant }
    }

    /// The numbers of all these words.
    pub fn numbers(&self) -> impl Iterator<Item = u32> {
        let meant = self.meant.iter().flat_map(|&(word, normal)| [word, normal]);
        self.begun_in_names.iter().chain(&self.begun_in_texts).copied().chain(meant)
    }

    /// Whether it is nothing.
    pub fn is_empty(&self) -> bool {
        self.begun_in_names.is_empty() && self.begun_in_texts.is_empty() && self.meant.is_empty()
    }
}

/// The nearest words for which a word may be a typing error, each with its normal form; whole names first. It is none
/// for a function word.
pub(super) fn meant(typed: &str, library: &Library) -> Vec<(u32, u32)> {
    let all = [&library.in_labels, &library.in_texts];
    let lists = if typed.chars().count() < SHORTEST_IN_TEXTS { &all[..1] } else { &all };
    let mut found = misspellings(typed, lists);
    found.sort_by_key(|&word| (!library.is_whole(word), library.spelling(word)));
    found.dedup();
    let with_form =
        |word: u32| (word, library.known(&normal_form(library.spelling(word), &library.lexicon)).unwrap_or(word));
    found.into_iter().take(MOST_READINGS).map(with_form).collect()
}
