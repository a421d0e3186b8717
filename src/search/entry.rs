// SPDX-License-Identifier: EUPL-1.2
//! The words of one term: its names and its texts, every word a number.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::language::{ARTICLES, Lexicon, english_form, folded_words, is_english_stop_word, is_stop_word, normal_form};
use crate::model::{Glossary, Term};
use crate::search::field::SearchField;
use crate::search::vocabulary::Vocabulary;

/// The most words of an English name that stands beside others.
const LONGEST_ALTERNATIVE: usize = 3;

/// The most words of an English name; a longer one explains.
const LONGEST_ENGLISH: usize = 6;

/// The words of one term.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Entry {
    pub names: Box<[Name]>,
    pub texts: Box<[RunningText]>,
}

impl Entry {
    /// The same with other numbers for its words: for each number the one that stands there.
    pub fn renumbered(mut self, numbers: &[u32]) -> Self {
        let other = |number: &mut u32| *number = numbers[*number as usize];
        for word in self.words_mut() {
            other(&mut word.folded);
            other(&mut word.normal);
        }
        for name in &mut self.names {
            name.wholes.iter_mut().for_each(other);
            other(&mut name.whole_form);
        }
        self
    }

    /// The words of all names and texts.
    fn words_mut(&mut self) -> impl Iterator<Item = &mut Word> {
        let names = self.names.iter_mut().map(|name| &mut name.words);
        names.chain(self.texts.iter_mut().map(|text| &mut text.words)).flatten()
    }
}

/// A word or a few by which a term is known.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Name {
    pub field: SearchField,
    pub text: Box<str>,
    pub words: Box<[Word]>,
    /// Where the words that carry meaning stand in it, in bytes, with what is between them.
    pub core: Range<usize>,
    /// The name as one word: all its words joined, and those that carry meaning.
    pub wholes: Box<[u32]>,
    /// The normal forms of the words that carry meaning, joined.
    pub whole_form: u32,
}

/// A text of one concept.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct RunningText {
    pub field: SearchField,
    /// The place of the concept in its term.
    pub concept: usize,
    pub words: Box<[Word]>,
}

/// A word in a name or text, by numbers: its folded form, its normal form, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Word {
    pub folded: u32,
    pub normal: u32,
    /// Where it begins in bytes, how many it has, and whether it is a function word.
    stand: u32,
}

/// How many bits of a stand hold where a word begins: a file has fewer bytes. One tells a function word, the rest its length.
const PLACE_BITS: u32 = 20;
const LENGTH_BITS: u32 = 31 - PLACE_BITS;

impl Word {
    /// A word at these bytes of a text; nothing when it is too long, or stands too far, to be one.
    fn new([folded, normal]: [u32; 2], range: &Range<usize>, kind: WordKind) -> Option<Self> {
        let within = |number: usize, bits: u32| u32::try_from(number).ok().filter(|number| number >> bits == 0);
        let (start, length) = (within(range.start, PLACE_BITS)?, within(range.len(), LENGTH_BITS)?);
        let stop = u32::from(kind == WordKind::Function);
        Some(Self { folded, normal, stand: start << (LENGTH_BITS + 1) | length << 1 | stop })
    }

    /// Where it stands in its text, in bytes.
    pub fn range(&self) -> Range<usize> {
        let (start, length) = (self.stand >> (LENGTH_BITS + 1), self.stand >> 1 & ((1 << LENGTH_BITS) - 1));
        start as usize..(start + length) as usize
    }

    /// Whether it is a function word.
    pub fn is_stop(&self) -> bool {
        self.stand & 1 == 1
    }
}

/// Whether a word carries meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WordKind {
    Telling,
    Function,
}

/// Reads terms into numbers.
pub(super) struct Reader<'a> {
    words: Vocabulary,
    lexicon: &'a Lexicon,
    /// What is known of each word by its number, from when it was read first.
    dutch: Vec<Option<Known>>,
    english: Vec<Option<Known>>,
}

/// What a folded word is in one language.
#[derive(Debug, Clone, Copy)]
struct Known {
    normal: u32,
    kind: WordKind,
}

impl<'a> Reader<'a> {
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Self { words: Vocabulary::default(), lexicon, dutch: Vec::new(), english: Vec::new() }
    }

    /// The words that were read.
    pub fn vocabulary(self) -> Vocabulary {
        self.words
    }

    /// The words of a term.
    pub fn entry(&mut self, term: &Term, glossary: &Glossary) -> Entry {
        let (english, notes) = english_of(term);
        let of = |field: SearchField| move |text: &'_ str| (field, text.to_owned());
        let labels = std::iter::once(term.label.as_str()).map(of(SearchField::Label));
        let alt = term.alt_labels.iter().map(|label| label.text.as_str()).map(of(SearchField::AltLabel));
        let hidden = term.hidden_labels.iter().map(String::as_str).map(of(SearchField::HiddenLabel));
        let english = english.into_iter().map(of(SearchField::English));
        let meanings = term.concepts.iter().filter_map(|concept| concept.label.as_deref());
        let meanings = meanings.map(of(SearchField::ConceptLabel));
        let names = labels.chain(alt).chain(hidden).chain(english).chain(meanings);
        let names = names.map(|(field, text)| self.name(field, text)).collect();
        let mut texts: Vec<RunningText> = Vec::new();
        for note in notes {
            texts.push(self.text(SearchField::EnglishNote, 0, note));
        }
        for (place, concept) in term.concepts.iter().enumerate() {
            texts.push(self.text(SearchField::Definition, place, &concept.definition));
            texts.push(self.text(SearchField::Explanation, place, &concept.explanation));
            let facets = glossary.facets.iter().filter_map(|facet| concept.facets.get(&facet.id));
            texts.extend(facets.map(|phrase| self.text(SearchField::Facet, place, phrase)));
        }
        Entry { names, texts: texts.into() }
    }

    fn text(&mut self, field: SearchField, concept: usize, text: &str) -> RunningText {
        RunningText { field, concept, words: self.words(field, text) }
    }

    fn name(&mut self, field: SearchField, text: String) -> Name {
        let words = self.words(field, &text);
        let telling = self.telling(field, &words);
        let joined = |words: &[Word], number: fn(&Word) -> u32| -> String {
            words.iter().map(|word| self.words.spelling(number(word))).collect()
        };
        let all = joined(&words, |word| word.folded);
        let (short, form) = (joined(&telling, |word| word.folded), joined(&telling, |word| word.normal));
        let mut wholes = vec![self.words.number(&all), self.words.number(&short)];
        wholes.dedup();
        let place = |word: Option<&Word>| word.map_or(0..0, Word::range);
        let core = place(telling.first()).start..place(telling.last()).end;
        Name { field, text: text.into(), words, core, wholes: wholes.into(), whole_form: self.words.number(&form) }
    }

    /// The words of a name that carry meaning. One word of several is not the whole name, articles left out: *eigen
    /// kracht* is not *kracht*.
    fn telling(&self, field: SearchField, words: &[Word]) -> Vec<Word> {
        let spelling = |word: &Word| self.words.spelling(word.folded);
        let carries = |word: &&Word| {
            let foreign = field == SearchField::English && is_english_stop_word(spelling(word));
            !word.is_stop() && !foreign
        };
        let telling: Vec<Word> = words.iter().filter(carries).copied().collect();
        let articles = words.iter().filter(|word| ARTICLES.contains(&spelling(word))).count();
        if telling.len() > 1 || telling.len() + articles == words.len() { telling } else { words.to_vec() }
    }

    fn words(&mut self, field: SearchField, text: &str) -> Box<[Word]> {
        folded_words(text)
            .filter_map(|(range, word)| {
                let folded = self.words.number(&word);
                let Known { normal, kind } = self.known(field, folded, &word);
                Word::new([folded, normal], &range, kind)
            })
            .collect()
    }

    fn known(&mut self, field: SearchField, number: u32, folded: &str) -> Known {
        let list = if field.is_english() { &mut self.english } else { &mut self.dutch };
        let place = number as usize;
        if list.len() <= place {
            list.resize(place + 1, None);
        }
        *list[place].get_or_insert_with(|| {
            let normal = if field.is_english() { english_form(folded) } else { normal_form(folded, self.lexicon) };
            let kind = if is_stop_word(folded) { WordKind::Function } else { WordKind::Telling };
            Known { normal: self.words.number(&normal), kind }
        })
    }
}

/// The English names of a term; and what only explains: a longer name, and what is quoted in the note on it.
fn english_of(term: &Term) -> (Vec<&str>, Vec<&str>) {
    let all = term.english.iter().flat_map(|english| alternatives(english));
    let (names, mut notes): (Vec<&str>, Vec<&str>) =
        all.partition(|name| name.split_whitespace().count() <= LONGEST_ENGLISH);
    let quotes = term.english_note.iter().flat_map(|note| note.split('‘').skip(1));
    notes.extend(quotes.filter_map(|rest| Some(rest.split_once('’')?.0)));
    (names, notes)
}

/// The names in an English field: what stands in brackets only explains, and *X or Y* are two names when both are
/// short.
fn alternatives(english: &str) -> Vec<&str> {
    if let Some((name, _)) = english.split_once(" (") {
        return vec![name, english];
    }
    let parts: Vec<&str> = english
        .split([',', '/', ';'])
        .flat_map(|part| part.split(" or "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let short = parts.iter().all(|part| part.split_whitespace().count() <= LONGEST_ALTERNATIVE);
    if short { parts } else { vec![english] }
}

#[cfg(test)]
mod tests {
    use super::{Word, WordKind, alternatives};

    #[test]
    fn english_alternatives_are_names_of_their_own() {
        for (english, names) in [
            ("report or notification", &["report", "notification"][..]),
            ("care / concern", &["care", "concern"]),
            ("reintegration, resettlement or return to work", &["reintegration", "resettlement", "return to work"]),
            ("signal (observation)", &["signal", "signal (observation)"]),
            ("place where young people or signals are found", &["place where young people or signals are found"]),
            ("order", &["order"]),
        ] {
            assert_eq!(alternatives(english), names);
        }
    }

    #[test]
    fn a_word_knows_where_it_stands_and_what_does_not_fit_is_none() {
        for (range, kind) in [(0..0, WordKind::Telling), (1_000_000..1_002_047, WordKind::Function)] {
            let word = Word::new([7, 9], &range, kind).expect("it fits");
            assert_eq!((word.folded, word.normal), (7, 9));
            assert_eq!((word.range(), word.is_stop()), (range, kind == WordKind::Function));
        }
        for range in [0..2048, 1 << 20..(1 << 20) + 1] {
            assert_eq!(Word::new([7, 9], &range, WordKind::Telling), None);
        }
    }
}
