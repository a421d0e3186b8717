//! The words of every term, held in memory: each word is a number, each definition a list of numbers with places.

use std::collections::HashMap;

use crate::language::{Lexicon, words_of};
use crate::model::{Glossary, Term};
use crate::search::facet::FacetValues;
use crate::search::field::SearchField;

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
        library
    }

    fn entry(&mut self, term: &Term, glossary: &Glossary) -> Entry {
        let mut entry = Entry::default();
        let mut name = |field, text: &str| {
            let words = self.words(text);
            entry.names.push(Name { field, text: text.to_owned(), words });
        };
        name(SearchField::Label, &term.label);
        term.alt_labels.iter().for_each(|label| name(SearchField::AltLabel, &label.text));
        term.hidden_labels.iter().for_each(|label| name(SearchField::HiddenLabel, label));
        term.english.iter().for_each(|english| name(SearchField::English, english));
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

    /// The words of a name, folded, with single spaces: the form in which whole names are compared.
    pub(super) fn whole(&self, name: &Name) -> String {
        name.words.iter().map(|word| self.spelling(word.folded)).collect::<Vec<_>>().join(" ")
    }
}
