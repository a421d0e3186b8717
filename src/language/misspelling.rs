// SPDX-License-Identifier: EUPL-1.2
//! Typing errors: which known word was meant. An error never turns a word into its opposite: *onveilig* is no mistyped
//! *veilig*.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::language::slip::{ODD, Typed, allowed_slips, begin_alike, beginnings, may_be_near};
use crate::language::spelling::are_opposed;
use crate::language::{is_english_stop_word, is_stop_word};

/// Words, by number, in the order of their spelling; spelled out one behind the other, for who walks through them.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct SortedWords {
    words: Vec<u32>,
    text: String,
    /// Where each word ends in the text.
    ends: Vec<u32>,
    /// With how many letters each begins as the one before it does; no more than 255 are counted.
    shared: Vec<u8>,
}

impl SortedWords {
    /// Words that are sorted, with how each is spelled.
    ///
    /// # Panics
    /// When they have 2^32 letters together.
    pub fn new<'a>(words: Vec<u32>, spelling: impl Fn(u32) -> &'a str) -> Self {
        let mut sorted = Self::default();
        let mut before = "";
        for &word in &words {
            let known = spelling(word);
            let letters = known.chars().zip(before.chars()).take_while(|(x, y)| x == y).count();
            sorted.shared.push(u8::try_from(letters).unwrap_or(u8::MAX));
            sorted.text.push_str(known);
            sorted.ends.push(u32::try_from(sorted.text.len()).expect("a glossary has fewer letters than 2^32"));
            before = known;
        }
        Self { words, ..sorted }
    }

    /// The word at a place of the list, and how it is spelled.
    fn at(&self, place: usize) -> Option<(u32, &str)> {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        Some((*self.words.get(place)?, &self.text[start..self.ends[place] as usize]))
    }

    /// The places of the words that begin with this letter.
    fn beginning_with(&self, letter: char) -> Range<usize> {
        let first = |word: &str| word.chars().next();
        self.first_that(|word| first(word) >= Some(letter))..self.first_that(|word| first(word) > Some(letter))
    }

    /// The place of the first word for which something holds that holds for all after it.
    fn first_that(&self, holds: impl Fn(&str) -> bool) -> usize {
        let (mut from, mut to) = (0, self.words.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            if self.at(middle).is_some_and(|(_, word)| holds(word)) { to = middle } else { from = middle + 1 }
        }
        from
    }

    /// The words.
    #[must_use]
    pub fn words(&self) -> &[u32] {
        &self.words
    }
}

/// Of lists of words the nearest for which a mistyped word was meant, each list in its order. Both begin alike, for people
/// seldom err in the first letter; no function word is meant.
#[must_use]
pub fn misspellings(typed: &str, lists: &[&SortedWords]) -> Vec<u32> {
    let most = allowed_slips(typed.chars().count());
    // Most errors are one slip: who looks no further first, sees few words.
    for limit in [most.min(ODD), most] {
        let walk = Walk { typed, limit, most };
        let found: Vec<(usize, u32)> = lists.iter().flat_map(|list| walk.through(list)).collect();
        if let Some(nearest) = found.iter().map(|&(weight, _)| weight).min() {
            return found.into_iter().filter(|&(weight, _)| weight == nearest).map(|(_, word)| word).collect();
        }
    }
    Vec::new()
}

/// A walk through sorted words, past those that begin in a way that leads nowhere.
struct Walk<'t> {
    typed: &'t str,
    /// The most that the changes may weigh that are looked for, and the most that they may weigh at all.
    limit: usize,
    most: usize,
}

impl Walk<'_> {
    fn through(&self, list: &SortedWords) -> Vec<(usize, u32)> {
        let beginnings = if self.limit == 0 { Vec::new() } else { beginnings(self.typed) };
        let mut typed = Typed::new(self.typed, self.limit);
        beginnings.into_iter().flat_map(|letter| self.among(list.beginning_with(letter), list, &mut typed)).collect()
    }

    /// The words meant among some that begin with one letter.
    fn among(&self, places: Range<usize>, list: &SortedWords, typed: &mut Typed) -> Vec<(usize, u32)> {
        let mut found = Vec::new();
        let mut at = places.start;
        let mut shared = 0;
        while let Some((word, known)) = list.at(at).filter(|_| at < places.end) {
            typed.keep(shared);
            at += 1;
            match dead_end(typed, known) {
                Some(dead_end) => {
                    at += list.shared[at..].iter().take_while(|&&shared| usize::from(shared) >= dead_end).count();
                }
                None => {
                    let weight = typed.weight().filter(|_| self.may_mean(known));
                    found.extend(weight.map(|weight| (weight, word)));
                }
            }
            shared = list.shared.get(at).map_or(0, |&shared| usize::from(shared).min(typed.known()));
        }
        found
    }

    fn may_mean(&self, known: &str) -> bool {
        begin_alike(self.typed, known)
            && may_be_near(self.typed, known, self.most)
            && !is_stop_word(known)
            && !is_english_stop_word(known)
            && !are_opposed(self.typed, known)
    }
}

/// Goes on with the letters of a known word; tells how many of them lead nowhere, if so many do.
fn dead_end(typed: &mut Typed, known: &str) -> Option<usize> {
    for (place, letter) in known.chars().enumerate().skip(typed.known()) {
        typed.push(letter);
        if typed.is_hopeless() {
            return Some(place + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{SortedWords, misspellings};

    fn meant<'a>(typed: &str, known: &[&'a str]) -> Vec<&'a str> {
        let words = SortedWords::new((0..).take(known.len()).collect(), |word| known[word as usize]);
        misspellings(typed, &[&words]).into_iter().map(|word| known[word as usize]).collect()
    }

    #[test]
    fn a_typing_error_is_small_begins_alike_and_keeps_the_sense() {
        for (typed, known) in [
            ("medling", "melding"),
            ("emlding", "melding"),
            ("kasus", "casus"),
            ("odnerwijs", "onderwijs"),
            ("deiging", "dreiging"),
            ("deradikalisering", "deradicalisering"),
            ("ijgenaarschap", "eigenaarschap"),
        ] {
            assert_eq!(meant(typed, &[known]), [known], "{typed}");
        }
        for (typed, known) in [
            ("onveilig", "veilig"),
            ("veilig", "onveilig"),
            ("informeel", "formeel"),
            ("deradikalisering", "radikalisering"),
            ("hond", "mond"),
            ("de", "du"),
            ("drank", "drang"),
            ("wagen", "wegen"),
            ("meloen", "melden"),
            ("eten", "een"),
        ] {
            assert!(meant(typed, &[known]).is_empty(), "{typed} is not {known}");
        }
    }

    #[test]
    fn of_many_words_the_nearest_are_meant() {
        let known = ["meld", "melden", "melding", "meldingen", "meldplicht", "melting", "midden", "weldoen", "zelden"];
        assert_eq!(meant("meling", &known), ["melding", "melting"]);
        assert_eq!(meant("meldignen", &known), ["meldingen"]);
        assert_eq!(meant("meldplichtt", &known), ["meldplicht"]);
        assert_eq!(meant("zebra", &known), Vec::<&str>::new());
        assert_eq!(meant("meling", &[]), Vec::<&str>::new());
    }
}
