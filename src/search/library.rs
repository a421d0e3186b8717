// SPDX-License-Identifier: EUPL-1.2
//! The words of every term, held in memory: each word is a number, each definition a list of numbers with places.

use serde::{Deserialize, Serialize};

use crate::language::{Lexicon, SortedWords, Token, remembering};
use crate::model::{Glossary, Term};
use crate::search::entry::{Entry, Name, Reader};
use crate::search::facet::FacetValues;
use crate::search::field::SearchField;
use crate::search::order::Order;
use crate::search::parts::{Compounds, Parts};
use crate::search::sought::Few;
use crate::search::starts::Starts;
use crate::search::stock::{Standing, Stock};
use crate::search::vocabulary::Vocabulary;
use crate::work;

/// What a term is filtered by, beside its own content: how its meanings relate.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TermFacts {
    /// The key of the relation that stands for the term.
    pub relation: Option<&'static str>,
    /// The key of its degree.
    pub degree: Option<&'static str>,
    /// Every two domains that mean different things by it, by their ids with a comma between them.
    pub differ: Vec<String>,
}

/// The words of all terms.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Library {
    /// Kept in a list of their own.
    #[serde(skip)]
    pub(super) entries: Vec<Entry>,
    pub(super) facets: FacetValues,
    pub(super) order: Order,
    words: Vocabulary,
    stock: Stock,
    /// The words of names as they are written, and the whole names; sorted by spelling.
    pub(super) in_names: SortedWords,
    /// The same without the names of meanings: what may be mistyped.
    pub(super) in_labels: SortedWords,
    /// The words of texts as they are written; sorted by spelling.
    pub(super) in_texts: SortedWords,
    /// The number of words of the longest name.
    pub(super) longest_name: usize,
    compounds: Compounds,
    /// The parts of each word, for a quick look.
    few_parts: Vec<Few>,
    /// From where names can be completed.
    pub(super) starts: Starts,
    /// Kept with the glossary.
    #[serde(skip)]
    pub(super) lexicon: Lexicon,
}

/// How many terms are read at a time, each part with numbers of its own for the words in it.
const PART: usize = 512;

/// The words of every term, by number. Parts of the glossary are read at once, and their words get their numbers in the order
/// of the parts: the same as if all were read one after the other.
fn read(glossary: &Glossary, lexicon: &Lexicon) -> (Vec<Entry>, Vocabulary) {
    let parts: Vec<&[Term]> = glossary.terms.chunks(PART).collect();
    let of_part = |terms: &&[Term]| {
        let mut reader = Reader::new(lexicon);
        let entries: Vec<Entry> = terms.iter().map(|term| reader.entry(term, glossary)).collect();
        (entries, reader.vocabulary())
    };
    let (mut all, mut words) = (Vec::with_capacity(glossary.terms.len()), Vocabulary::default());
    for (entries, own) in work::each_within(&parts, |hand| remembering(lexicon, hand), of_part) {
        let numbers: Vec<u32> = own.spellings().map(|word| words.number(word)).collect();
        all.extend(entries.into_iter().map(|entry| entry.renumbered(&numbers)));
    }
    (all, words)
}

impl Library {
    /// Takes in every term of a glossary, with what is known of each one's divergence.
    #[must_use]
    pub fn new(glossary: &Glossary, lexicon: &Lexicon, facts: &[TermFacts]) -> Self {
        let (entries, words) = read(glossary, lexicon);
        let stock = Stock::of(&entries);
        let mut library = Self { entries, words, stock, lexicon: lexicon.clone(), ..Self::default() };
        library.facets = FacetValues::new(glossary, facts);
        library.order = Order::new(&library.entries, facts);
        library.list_words();
        library.compounds = Compounds::of(&mut library);
        let parts = |word: u32| library.parts(word).into_iter().flat_map(|parts| parts.all.iter().copied());
        library.few_parts = (0..).take(library.word_count()).map(|word| Few::of(parts(word))).collect();
        library.starts = Starts::new(&library);
        library
    }

    fn list_words(&mut self) {
        let names = || self.entries.iter().flat_map(|entry| &entry.names);
        let texts = self.entries.iter().flat_map(|entry| &entry.texts);
        let written = |name: &Name| -> Vec<u32> {
            name.words.iter().map(|word| word.folded).chain(name.wholes.iter().copied()).collect()
        };
        let labels = names().filter(|name| name.field != SearchField::ConceptLabel);
        let in_texts = texts.flat_map(|text| &text.words).filter(|word| !word.is_stop()).map(|word| word.folded);
        let listed = |words: Vec<u32>| SortedWords::new(words, |word| self.words.spelling(word));
        let in_names = listed(self.words.sorted(names().flat_map(written)));
        let in_labels = listed(self.words.sorted(labels.flat_map(written)));
        let in_texts = listed(self.words.sorted(in_texts));
        self.longest_name = names().map(|name| name.words.len()).max().unwrap_or(0);
        (self.in_names, self.in_labels, self.in_texts) = (in_names, in_labels, in_texts);
    }

    /// The words of names, each once.
    pub(super) fn words_of_names(&self) -> Vec<u32> {
        let names = self.entries.iter().flat_map(|entry| &entry.names);
        self.words.sorted(names.flat_map(|name| name.words.iter().map(|word| word.folded)))
    }

    /// How many words there are.
    pub(super) fn word_count(&self) -> usize {
        self.words.count()
    }

    /// The number of a word, a new one if it has none.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        self.words.number(word)
    }

    /// The number of a word that has one.
    pub(super) fn known(&self, word: &str) -> Option<u32> {
        self.words.known(word)
    }

    /// The spelling of a word, by its number.
    pub(super) fn spelling(&self, number: u32) -> &str {
        self.words.spelling(number)
    }

    /// Whether a word stands so.
    pub(super) fn is(&self, word: &str, standing: Standing) -> bool {
        self.known(word).is_some_and(|word| self.stock.is(word, standing))
    }

    /// Whether a word stands somewhere, as typed or in another form.
    pub(super) fn holds(&self, word: &Token) -> bool {
        self.is(&word.folded, Standing::Written) || self.form(&word.normal).is_some()
    }

    /// Whether a word stands in a name, as typed or in another form.
    pub(super) fn names(&self, word: &Token) -> bool {
        self.is(&word.folded, Standing::Named) || self.is(&word.normal, Standing::Named)
    }

    /// Whether this is a whole name.
    pub(super) fn is_whole(&self, word: u32) -> bool {
        self.stock.is(word, Standing::Whole)
    }

    /// The number of a normal form that stands somewhere.
    pub(super) fn form(&self, normal: &str) -> Option<u32> {
        self.known(normal).filter(|&form| self.stock.has_form(form))
    }

    /// How rare a normal form is among the terms: 0 when all have it.
    pub(super) fn rarity(&self, form: Option<u32>) -> f32 {
        self.stock.rarity(form)
    }

    /// The parts of a word that is a compound.
    pub(super) fn parts(&self, word: u32) -> Option<&Parts> {
        self.compounds.parts(word)
    }

    /// The same, as far as a quick look tells.
    pub(super) fn few_parts(&self, word: u32) -> Few {
        self.few_parts.get(word as usize).copied().unwrap_or_default()
    }
}
