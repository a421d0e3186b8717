// SPDX-License-Identifier: EUPL-1.2
//! Finding terms: Tantivy ranks, memory answers.
//!
//! A library in memory holds the words of every term, each known by a number; a Tantivy index of one segment holds the
//! same words for ranking, document number = place of the term. What is shown (why it matched, marks, counts) comes
//! from the library. The only floor that names Tantivy.

mod alike;
mod clauses;
mod demanded;
mod entry;
mod expert;
mod facet;
mod field;
mod gather;
mod index;
mod indexer;
mod library;
mod listed;
mod lists;
mod matching;
mod minima;
mod near;
mod order;
mod parts;
mod query;
mod question;
mod reading;
mod schema;
mod sought;
mod span;
mod standing;
mod starts;
mod stock;
mod store;
mod suggest;
mod tally;
mod vocabulary;

pub use self::expert::{
    Caution, Demand, FIELD_NAMES, FieldName, Mistake, Notice, Polarity, Understood, without_quotes,
};
pub use self::facet::{FACETS, Facet, FacetCount, Known, Shape};
pub use self::field::{FIELDS, FieldKind, SearchField};
pub use self::index::{Postings, StoreError};
pub use self::library::{Library, TermFacts};
pub use self::matching::{How, Match};
pub use self::order::Sort;
pub use self::query::{Filter, Query};
pub use self::store::{IndexFolder, Opening, Parts};
pub use self::suggest::Completion;

use std::sync::Mutex;

/// Why the index gave no answer: its files cannot be read any more.
pub type SearchError = tantivy::TantivyError;

/// Everything needed to answer searches over one revision.
pub struct SearchIndex {
    library: Library,
    lists: lists::Lists,
    standing: standing::Standing,
    schema: schema::Schema,
    /// Tallies that nobody uses at the moment.
    tallies: Mutex<Vec<tally::Tally>>,
}

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// How many terms matched.
    pub total: usize,
    /// The page that was asked for, best first.
    pub hits: Vec<Hit>,
    /// For each facet, in the order of [`FACETS`], how many terms each value would leave.
    pub counts: Vec<Vec<FacetCount>>,
    /// Terms that come near, when nothing matched.
    pub near: Vec<usize>,
    /// Whether only the quotes in the question keep every term out.
    pub quotes_bar: bool,
}

/// A term that matched.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The place of the term among the terms of the glossary.
    pub place: usize,
    /// How well it matched; only the order means something.
    pub score: f32,
    /// Why it matched: for each word of the query the best reason, best first.
    pub matched: Vec<Match>,
    /// For each concept of the term, the byte ranges in its definition that the query found; none where no definition
    /// holds any.
    pub marks: Vec<Vec<std::ops::Range<usize>>>,
}
