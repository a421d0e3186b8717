//! The words of every term, held in memory: each word is a number, each definition a list of numbers with places.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::language::{Lexicon, is_english_stop_word, words_of};
use crate::model::{Glossary, Term};
use crate::search::facet::FacetValues;
use crate::search::field::SearchField;

/// The most words of an English name that stands beside others.
const LONGEST_ALTERNATIVE: usize = 3;

/// What a term is filtered by, beside its own content: how its meanings relate.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TermFacts {
    /// The key of the relation that stands for the term.
    pub relation: Option<&'static str>,
    /// The key of its degree.
    pub degree: Option<&'static str>,
}

/// The words of all terms.
#[derive(Debug, Default)]
pub struct Library {
    pub(super) entries: Vec<Entry>,
    pub(super) facets: FacetValues,
    words: HashMap<String, u32>,
    spellings: Vec<String>,
    /// The words of names as they are written, and the whole names; sorted by spelling.
    pub(super) in_names: Vec<u32>,
    /// The words of texts as they are written; sorted by spelling.
    pub(super) in_texts: Vec<u32>,
    normals: HashSet<u32>,
    wholes: HashSet<u32>,
    /// The number of words of the longest name.
    pub(super) longest_name: usize,
    pub(super) lexicon: Lexicon,
}

/// The words of one term.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub names: Vec<Name>,
    pub texts: Vec<RunningText>,
}

/// A word or a few by which a term is known.
#[derive(Debug)]
pub(super) struct Name {
    pub field: SearchField,
    pub text: String,
    pub words: Vec<Word>,
    /// Where the words that carry meaning stand in it, in bytes, with what is between them.
    pub core: Range<usize>,
    /// The name as one word: all its words joined, and those that carry meaning.
    pub wholes: Vec<u32>,
    /// The normal forms of the words that carry meaning, joined.
    pub whole_form: u32,
}

/// A text of one concept.
#[derive(Debug)]
pub(super) struct RunningText {
    pub field: SearchField,
    /// The place of the concept in its term.
    pub concept: usize,
    pub words: Vec<Word>,
}

/// A word in a name or text, by numbers: its folded form, its normal form, and its place in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    pub folded: u32,
    pub normal: u32,
    pub start: u32,
    pub end: u32,
    pub stop: bool,
}

impl Library {
    /// Takes in every term of a glossary, with what is known of each one's divergence.
    #[must_use]
    pub fn new(glossary: &Glossary, lexicon: &Lexicon, facts: &[TermFacts]) -> Self {
        let mut library = Self { lexicon: lexicon.clone(), ..Self::default() };
        for term in &glossary.terms {
            let entry = library.entry(term, glossary);
            library.entries.push(entry);
        }
        library.facets = FacetValues::new(glossary, facts);
        library.take_stock();
        library
    }

    /// Lists which words stand where.
    fn take_stock(&mut self) {
        let names = || self.entries.iter().flat_map(|entry| &entry.names);
        let texts = || self.entries.iter().flat_map(|entry| &entry.texts);
        let in_texts = || texts().flat_map(|text| &text.words).filter(|word| !word.stop);
        let normals = names().flat_map(|name| &name.words).chain(in_texts()).map(|word| word.normal).collect();
        let wholes: HashSet<u32> = names().flat_map(|name| name.wholes.iter().copied()).collect();
        let in_names = names().flat_map(|name| name.words.iter().map(|word| word.folded).chain(name.wholes.clone()));
        let in_names = self.sorted(in_names.collect());
        let in_texts = self.sorted(in_texts().map(|word| word.folded).collect());
        self.longest_name = names().map(|name| name.words.len()).max().unwrap_or(0);
        (self.normals, self.wholes, self.in_names, self.in_texts) = (normals, wholes, in_names, in_texts);
    }

    fn sorted(&self, mut words: Vec<u32>) -> Vec<u32> {
        words.sort_unstable_by_key(|&word| self.spelling(word));
        words.dedup();
        words
    }

    fn entry(&mut self, term: &Term, glossary: &Glossary) -> Entry {
        let mut entry = Entry::default();
        let mut name = |field, text: &str| entry.names.push(self.name(field, text));
        name(SearchField::Label, &term.label);
        term.alt_labels.iter().for_each(|label| name(SearchField::AltLabel, &label.text));
        term.hidden_labels.iter().for_each(|label| name(SearchField::HiddenLabel, label));
        for english in term.english.iter().flat_map(|english| alternatives(english)) {
            name(SearchField::English, english);
        }
        term.concepts
            .iter()
            .filter_map(|concept| concept.label.as_ref())
            .for_each(|label| name(SearchField::ConceptLabel, label));
        for (place, concept) in term.concepts.iter().enumerate() {
            let mut text = |field, text: &str| {
                let words = self.words(text);
                entry.texts.push(RunningText { field, concept: place, words });
            };
            text(SearchField::Definition, &concept.definition);
            text(SearchField::Explanation, &concept.explanation);
            for facet in &glossary.facets {
                concept.facets.get(&facet.id).into_iter().for_each(|phrase| text(SearchField::Facet, phrase));
            }
        }
        entry
    }

    fn name(&mut self, field: SearchField, text: &str) -> Name {
        let words = self.words(text);
        let carries = |word: &&Word| {
            let foreign = field == SearchField::English && is_english_stop_word(self.spelling(word.folded));
            !word.stop && !foreign
        };
        let mut telling: Vec<Word> = words.iter().filter(carries).copied().collect();
        if telling.is_empty() {
            telling.clone_from(&words);
        }
        let joined = |words: &[Word], number: fn(&Word) -> u32| -> String {
            words.iter().map(|word| self.spelling(number(word))).collect()
        };
        let all = joined(&words, |word| word.folded);
        let (short, form) = (joined(&telling, |word| word.folded), joined(&telling, |word| word.normal));
        let mut wholes = vec![self.number(all), self.number(short)];
        wholes.dedup();
        let place = |word: Option<&Word>, byte: fn(&Word) -> u32| word.map_or(0, |word| byte(word) as usize);
        let core = place(telling.first(), |word| word.start)..place(telling.last(), |word| word.end);
        Name { field, text: text.to_owned(), words, core, wholes, whole_form: self.number(form) }
    }

    fn words(&mut self, text: &str) -> Vec<Word> {
        let tokens = words_of(text, &self.lexicon);
        let place = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        tokens
            .into_iter()
            .map(|token| Word {
                folded: self.number(token.folded),
                normal: self.number(token.normal),
                start: place(token.range.start),
                end: place(token.range.end),
                stop: token.stop,
            })
            .collect()
    }

    fn number(&mut self, word: String) -> u32 {
        if let Some(&number) = self.words.get(&word) {
            return number;
        }
        let number = u32::try_from(self.spellings.len()).expect("a glossary has fewer words than 2^32");
        self.spellings.push(word.clone());
        self.words.insert(word, number);
        number
    }

    /// The number of a word that stands somewhere in the library.
    pub(super) fn known(&self, word: &str) -> Option<u32> {
        self.words.get(word).copied()
    }

    /// The spelling of a word, by its number.
    pub(super) fn spelling(&self, number: u32) -> &str {
        &self.spellings[number as usize]
    }

    /// Whether a word stands somewhere, as typed or in another form.
    pub(super) fn holds(&self, folded: &str, normal: &str) -> bool {
        let stands = |list: &[u32]| list.binary_search_by_key(&folded, |&word| self.spelling(word)).is_ok();
        stands(&self.in_names)
            || stands(&self.in_texts)
            || self.known(normal).is_some_and(|word| self.normals.contains(&word))
    }

    /// Whether this is a whole name.
    pub(super) fn is_whole(&self, word: u32) -> bool {
        self.wholes.contains(&word)
    }

    /// Of a sorted list the words that begin with this and go on.
    pub(super) fn beginning_with<'a>(&'a self, start: &'a str, list: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
        let first = list.partition_point(|&word| self.spelling(word) <= start);
        list[first..].iter().copied().take_while(move |&word| self.spelling(word).starts_with(start))
    }
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
    use super::alternatives;

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
}
