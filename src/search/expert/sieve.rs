// SPDX-License-Identifier: EUPL-1.2
//! Which terms meet every demand. Told from the words in memory: Tantivy ranks and knows no places.

use crate::search::entry::{Entry, Word};
use crate::search::expert::piece::Polarity;
use crate::search::expert::read::{Demand, Forms, What, tells};
use crate::search::facet::FACETS;
use crate::search::field::SearchField;
use crate::search::library::Library;
use crate::search::question::Question;

/// Demands, by the numbers of words and values.
#[derive(Debug, Default)]
pub(in crate::search) struct Sieve {
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    polarity: Polarity,
    asks: Asks,
}

#[derive(Debug)]
enum Asks {
    Exactly(Option<u32>),
    Forms(Vec<Numbers>),
    Field(usize, Vec<u16>),
}

/// The forms of a word, by number; none for what stands nowhere.
#[derive(Debug)]
struct Numbers {
    folded: Option<u32>,
    normal: Option<u32>,
    english: Option<u32>,
}

impl Sieve {
    pub fn new(demands: &[Demand], library: &Library) -> Self {
        let row = |demand: &Demand| Row { polarity: demand.polarity, asks: Asks::of(&demand.what, library) };
        Self { rows: demands.iter().map(row).collect() }
    }

    /// Whether the term at this place meets every demand.
    pub fn passes(&self, term: usize, library: &Library) -> bool {
        self.rows.iter().all(|row| row.asks.hold(term, library) == (row.polarity == Polarity::With))
    }
}

impl Asks {
    fn of(what: &What, library: &Library) -> Self {
        match what {
            What::Exactly(word) => Self::Exactly(library.known(word)),
            What::Forms(words) => Self::Forms(words.iter().map(|word| Numbers::of(word, library)).collect()),
            What::Field(facet, values) => {
                let place = FACETS.iter().position(|row| row.key == *facet).unwrap_or(0);
                Self::Field(place, values.iter().map(|value| library.facets.number(place, value)).collect())
            }
        }
    }

    fn hold(&self, term: usize, library: &Library) -> bool {
        match self {
            Self::Field(facet, values) => library
                .facets
                .of_term(term)
                .is_some_and(|of_term| values.iter().any(|value| of_term[*facet].contains(value))),
            Self::Exactly(word) => word.is_some_and(|word| {
                library
                    .entries
                    .get(term)
                    .is_some_and(|entry| runs(entry).any(|(_, words)| words.iter().any(|known| known.folded == word)))
            }),
            Self::Forms(wanted) => library.entries.get(term).is_some_and(|entry| {
                runs(entry).any(|(field, words)| {
                    let is_next = |run: &[Word]| run.iter().zip(wanted).all(|(word, wanted)| wanted.is(word, field));
                    words.windows(wanted.len().max(1)).any(is_next)
                })
            }),
        }
    }
}

/// The names and texts of a term, each as its words in order.
fn runs(entry: &Entry) -> impl Iterator<Item = (SearchField, &[Word])> {
    let names = entry.names.iter().map(|name| (name.field, &*name.words));
    names.chain(entry.texts.iter().map(|text| (text.field, &*text.words)))
}

impl Numbers {
    fn of(word: &Forms, library: &Library) -> Self {
        Self {
            folded: library.known(&word.folded),
            normal: library.known(&word.normal),
            english: library.known(&word.english),
        }
    }

    fn is(&self, word: &Word, field: SearchField) -> bool {
        let form = if field.is_english() { self.english } else { self.normal };
        self.folded == Some(word.folded) || form == Some(word.normal)
    }
}

impl Demand {
    /// Whether the index finds every term that meets this by one of the words that it ranks by.
    pub(in crate::search) fn is_found_by(&self, question: &Question) -> bool {
        let ranks = |folded: &String| question.words.iter().any(|asked| &asked.folded == folded);
        match &self.what {
            _ if !self.wants_words() => true,
            What::Exactly(word) => ranks(word) && tells(word),
            What::Forms(words) => words.iter().any(|word| word.tells && ranks(&word.folded)),
            What::Field(..) => true,
        }
    }
}
