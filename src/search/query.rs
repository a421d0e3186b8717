// SPDX-License-Identifier: EUPL-1.2
//! From a question to terms in order.
//!
//! A term is found when it has any word of the question. Each word counts once, by the best match that it has in the
//! term: as part of a whole name, in a name, in a text. What covers more of the question, and better, comes first; a
//! name therefore never loses its place to texts because more words were typed.

use std::fmt;

use crate::search::clauses::Clauses;
use crate::search::expert::{Demand, Sieve, Understood};
use crate::search::field::Scale;
use crate::search::gather::{Gathered, Wanted};
use crate::search::matching::{Seen, marks, reasons};
use crate::search::near::resembling;
use crate::search::order::{Sort, ranked, sorted};
use crate::search::question::Question;
use crate::search::tally::Counted;
use crate::search::{FACETS, Found, Hit, SearchIndex};

/// The most near terms that are offered.
pub(super) const MOST_NEAR: usize = 5;

/// A search.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// The words that were typed; empty asks for every term, in alphabetical order.
    pub text: String,
    /// What a term must meet beside them.
    pub demands: Vec<Demand>,
    /// What is filtered by.
    pub filters: Vec<Filter>,
    /// In what order; without one what matches best first, and without words the alphabet.
    pub sort: Option<Sort>,
    /// How many hits to pass over.
    pub skip: usize,
    /// How many hits to give.
    pub take: usize,
}

/// A filter: the term must have one of the values.
#[derive(Clone, PartialEq, Eq)]
pub struct Filter {
    /// The key of the facet in [`FACETS`].
    pub facet: &'static str,
    /// The wanted values.
    pub values: Vec<String>,
}

impl Query {
    /// A search for what was understood; nothing is taken yet.
    #[must_use]
    pub fn of(understood: &Understood) -> Self {
        Self { text: understood.text.clone(), demands: understood.demands.clone(), ..Self::default() }
    }
}

impl Query {
    /// The order that holds.
    #[must_use]
    pub fn order(&self) -> Sort {
        self.sort.unwrap_or(if self.text.trim().is_empty() { Sort::Label } else { Sort::Relevance })
    }
}

/// Tells how much was asked and nothing of what was typed.
impl fmt::Debug for Query {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { text, demands, filters, sort: _, skip, take } = self;
        write!(out, "Query({} bytes, {demands:?}, {filters:?}, {skip}, {take})", text.len())
    }
}

impl fmt::Debug for Filter {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Filter({}, {} values)", self.facet, self.values.len())
    }
}

impl SearchIndex {
    /// Finds terms.
    ///
    /// # Errors
    /// When the index on disk cannot be read any more.
    pub fn search(&self, query: &Query) -> tantivy::Result<Found> {
        let question = Question::new(&query.text, &self.library);
        let sieve = Sieve::new(&query.demands, &self.library);
        let wanted = Wanted { values: self.wanted(&query.filters), sieve };
        let gathered = self.gather_demanded(query, &question, &wanted)?;
        // When only the quotes keep everything out, what is found without them is near; when only the filters do, other
        // words are no help.
        let unquoted = if gathered.matched == 0 { self.unquoted(query)? } else { Vec::new() };
        let quotes_bar = !unquoted.is_empty();
        let near = if gathered.matched == 0 && !quotes_bar { self.near(&question)? } else { unquoted };
        let counts = gathered.named_counts(&self.library.facets);
        let total = gathered.kept.len();
        let ranks = query.skip..query.skip.saturating_add(query.take);
        let page = sorted(gathered.kept, query.order(), ranks, &self.library);
        let hits = page.into_iter().map(|found| self.hit(found, &question)).collect();
        Ok(Found { total, hits, counts, near, quotes_bar })
    }

    /// The filters by number; a value that no term has is the number that no term has.
    pub(super) fn wanted(&self, filters: &[Filter]) -> Vec<Vec<u16>> {
        let mut wanted = vec![Vec::new(); FACETS.len()];
        for filter in filters {
            let Some(place) = FACETS.iter().position(|facet| facet.key == filter.facet) else { continue };
            wanted[place].extend(filter.values.iter().map(|value| self.library.facets.number(place, value)));
        }
        wanted
    }

    /// Everything that has any of the words; each word counts once, by its best match.
    pub(super) fn gather_question(&self, question: &Question, wanted: &Wanted) -> tantivy::Result<Gathered> {
        self.gather(wanted, |tally| {
            for (place, word) in question.words.iter().enumerate() {
                let mut clauses = Clauses::new(self, tally, word.scale);
                clauses.add_word(word)?;
                for span in question.spans_of(place) {
                    clauses.add_name(span, word)?;
                }
                tally.end_word();
            }
            Ok(())
        })
    }

    fn hit(&self, Counted { term, score, fields }: Counted, question: &Question) -> Hit {
        let place = term as usize;
        let seen = Seen { entry: &self.library.entries[place], fields, library: &self.library };
        Hit { place, score, matched: reasons(question, seen), marks: marks(question, seen) }
    }

    /// Terms with a name that comes near one of the words, for when nothing was found.
    pub(super) fn near(&self, question: &Question) -> tantivy::Result<Vec<usize>> {
        let found = self.gather(&Wanted::default(), |tally| {
            let mut clauses = Clauses::new(self, tally, Scale::Names);
            for word in &question.words {
                for (distance, known) in resembling(word, &self.library) {
                    clauses.add_near(known, distance)?;
                }
            }
            tally.end_word();
            Ok(())
        })?;
        Ok(ranked(found.kept, 0..MOST_NEAR).into_iter().map(|found| found.term as usize).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::{Filter, Query};

    #[test]
    fn a_search_shows_nothing_that_was_typed() {
        let filters = vec![Filter { facet: "domain", values: vec!["geheimwoord".to_owned()] }];
        let query = Query { text: "geheimwoord".to_owned(), filters, take: 10, ..Query::default() };
        assert_eq!(format!("{query:?}"), "Query(11 bytes, [], [Filter(domain, 1 values)], 0, 10)");
    }
}
