// SPDX-License-Identifier: EUPL-1.2
//! Typing errors: which known word was meant. An error never turns a word into its opposite: *onveilig* is no mistyped
//! *veilig*.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::language::heads::Heads;
use crate::language::slip::{ODD, Typed, allowed_slips, begin_alike, beginnings, may_be_alike, may_be_near, sorts_of};
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
    heads: Heads,
    lengths: Lengths,
}

impl SortedWords {
    /// Words that are sorted, with how each is spelled.
    ///
    /// # Panics
    /// When they have 2^32 letters together.
    pub fn new<'a>(words: Vec<u32>, spelling: impl Fn(u32) -> &'a str) -> Self {
        let spellings: Vec<&str> = words.iter().map(|&word| spelling(word)).collect();
        let mut sorted =
            Self { heads: Heads::of(spellings.iter().copied()), lengths: Lengths::of(&spellings), ..Self::default() };
        let mut before = "";
        for known in spellings {
            let letters = known.chars().zip(before.chars()).take_while(|(x, y)| x == y).count();
            sorted.shared.push(u8::try_from(letters).unwrap_or(u8::MAX));
            sorted.text.push_str(known);
            sorted.ends.push(u32::try_from(sorted.text.len()).expect("a glossary has fewer letters than 2^32"));
            before = known;
        }
        Self { words, ..sorted }
    }

    /// How the word at a place of the list is spelled.
    fn spelling(&self, place: usize) -> &str {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.text[start..self.ends[place] as usize]
    }

    /// The places of the words that begin with this.
    fn places(&self, start: &str) -> Range<usize> {
        self.heads.beginning_with(start, |place| self.spelling(place))
    }

    /// The words that begin with this and go on, in order.
    #[must_use]
    pub fn going_on_from(&self, start: &str) -> &[u32] {
        let places = self.places(start);
        let is_it = !places.is_empty() && self.spelling(places.start) == start;
        &self.words[places.start + usize::from(is_it)..places.end]
    }

    /// The words.
    #[must_use]
    pub fn words(&self) -> &[u32] {
        &self.words
    }
}

/// The places of words by their first letter and their length, each with the sorts of its letters: who looks for a word with
/// one slip reads few of them.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Lengths {
    /// The first letters and lengths in order, and where the words end that have them.
    groups: Vec<(char, usize, usize)>,
    places: Vec<u32>,
    sorts: Vec<u32>,
}

impl Lengths {
    fn of(spellings: &[&str]) -> Self {
        let key = |place: &u32| {
            let word = spellings[*place as usize];
            (word.chars().next().unwrap_or_default(), word.len())
        };
        let mut places: Vec<u32> = (0..).take(spellings.len()).collect();
        places.sort_by_key(key);
        let mut groups: Vec<(char, usize, usize)> = Vec::new();
        for group in places.chunk_by(|x, y| key(x) == key(y)) {
            let ((letter, length), before) = (key(&group[0]), groups.last().map_or(0, |&(.., end)| end));
            groups.push((letter, length, before + group.len()));
        }
        let sorts = places.iter().map(|&place| sorts_of(spellings[place as usize])).collect();
        Self { groups, places, sorts }
    }

    /// The places of the words that begin with this letter and may be a word with one slip.
    fn one_slip_from(&self, letter: char, typed: &str) -> impl Iterator<Item = usize> {
        let ends_before = |length: usize| {
            let groups = self.groups.partition_point(|&(first, own, _)| (first, own) < (letter, length));
            groups.checked_sub(1).map_or(0, |last| self.groups[last].2)
        };
        let range = ends_before(typed.len().saturating_sub(1))..ends_before(typed.len() + 2);
        let sorts = sorts_of(typed);
        let near = self.sorts[range.clone()].iter().zip(&self.places[range]);
        near.filter(move |(own, _)| may_be_alike(**own, sorts, 1)).map(|(_, &place)| place as usize)
    }
}

/// Of lists of words the nearest for which a mistyped word was meant, each list in its order. Both begin alike, for people
/// seldom err in the first letter; no function word is meant.
#[must_use]
pub fn misspellings(typed: &str, lists: &[&SortedWords]) -> Vec<u32> {
    let most = allowed_slips(typed.chars().count());
    // Most errors are one slip: who looks no further first, sees few words.
    for limit in [most.min(ODD), most] {
        let mut walk = Walk { typed, most, letters: Typed::new(typed, limit) };
        let found: Vec<(usize, u32)> = lists
            .iter()
            .flat_map(|list| if limit > ODD { walk.through(list) } else { walk.one_slip_in(list) })
            .collect();
        if let Some(nearest) = found.iter().map(|&(weight, _)| weight).min() {
            return found.into_iter().filter(|&(weight, _)| weight == nearest).map(|(_, word)| word).collect();
        }
    }
    Vec::new()
}

/// A walk through sorted words, past those that begin in a way that leads nowhere.
struct Walk<'t> {
    typed: &'t str,
    /// The most that the changes may weigh at all.
    most: usize,
    /// The typed word, with the most that the changes may weigh that are looked for.
    letters: Typed,
}

impl Walk<'_> {
    /// The words meant of a list, where one slip is allowed.
    fn one_slip_in(&mut self, list: &SortedWords) -> Vec<(usize, u32)> {
        let beginnings = if self.most == 0 { Vec::new() } else { beginnings(self.typed) };
        let near = beginnings.into_iter().flat_map(|letter| list.lengths.one_slip_from(letter, self.typed));
        let mut places: Vec<usize> = near.collect();
        places.sort_unstable();
        let meant = |place: usize| {
            self.letters.keep(0);
            let known = list.spelling(place);
            let weight = dead_end(&mut self.letters, known).map_or_else(|| self.letters.weight(), |_| None);
            weight.filter(|_| self.may_mean(known)).map(|weight| (weight, list.words[place]))
        };
        places.into_iter().filter_map(meant).collect()
    }

    /// The words meant of a list.
    fn through(&mut self, list: &SortedWords) -> Vec<(usize, u32)> {
        let mut letter = [0; 4];
        let beginnings = beginnings(self.typed).into_iter();
        beginnings.flat_map(|first| self.among(list.places(first.encode_utf8(&mut letter)), list)).collect()
    }

    /// The words meant among some that begin with one letter.
    fn among(&mut self, places: Range<usize>, list: &SortedWords) -> Vec<(usize, u32)> {
        let mut found = Vec::new();
        let mut at = places.start;
        let mut shared = 0;
        while at < places.end {
            let (word, known) = (list.words[at], list.spelling(at));
            self.letters.keep(shared);
            at += 1;
            match dead_end(&mut self.letters, known) {
                Some(dead_end) => {
                    at += list.shared[at..].iter().take_while(|&&shared| usize::from(shared) >= dead_end).count();
                }
                None => {
                    let weight = self.letters.weight().filter(|_| self.may_mean(known));
                    found.extend(weight.map(|weight| (weight, word)));
                }
            }
            shared = list.shared.get(at).map_or(0, |&shared| usize::from(shared).min(self.letters.known()));
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
    use super::{ODD, SortedWords, Typed, Walk, misspellings};

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

    #[test]
    fn words_with_one_slip_are_found_without_a_walk_as_they_are_with_one() {
        let known =
            ["casus", "kasus", "kassa", "qua", "kwaad", "quaad", "phase", "fase", "melding", "medling", "meldt"];
        let mut known: Vec<&str> = known.into_iter().chain(["", "m", "één", "een", "eén"]).collect();
        known.sort_unstable();
        let words = SortedWords::new((0..).take(known.len()).collect(), |word| known[word as usize]);
        for typed in known.iter().copied().chain(["meling", "caasus", "fasee", "qaud", "eeen", "x"]) {
            let mut walk = Walk { typed, most: ODD, letters: Typed::new(typed, ODD) };
            let (mut quick, mut slow) = (walk.one_slip_in(&words), walk.through(&words));
            quick.sort_unstable();
            slow.sort_unstable();
            assert_eq!(quick, slow, "{typed}");
        }
    }

    #[test]
    fn what_goes_on_from_a_beginning_is_not_the_beginning_itself() {
        let known = ["meld", "melden", "melding", "menen"];
        let words = SortedWords::new(vec![7, 8, 9, 10], |word| known[word as usize - 7]);
        for (start, expected) in [("meld", &[8, 9][..]), ("me", &[7, 8, 9, 10]), ("menen", &[]), ("z", &[])] {
            assert_eq!(words.going_on_from(start), expected, "{start}");
        }
    }
}
