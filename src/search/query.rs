//! From a question to terms in order.
//!
//! A term is found when it has any word of the question. Each word counts once, by the best match that it has in the
//! term: as part of a whole name, in a name, in a text. What covers more of the question, and better, comes first; a
//! name therefore never loses its place to texts because more words were typed.

use std::fmt;
use std::sync::Arc;

use tantivy::query::{AllQuery, BooleanQuery, Query as TantivyQuery};

use crate::search::clauses::Clauses;
use crate::search::field::Scale;
use crate::search::gather::{Gather, Gathered, Wanted};
use crate::search::matching::{marks, reasons};
use crate::search::near::resembling;
use crate::search::question::Question;
use crate::search::{FACETS, Found, Hit, SearchIndex};

/// The most near terms that are offered.
const MOST_NEAR: usize = 5;

/// A search.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// What was typed; empty asks for every term, in alphabetical order.
    pub text: String,
    /// What is filtered by.
    pub filters: Vec<Filter>,
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

/// Tells how much was asked and nothing of what was typed.
impl fmt::Debug for Query {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { text, filters, skip, take } = self;
        write!(out, "Query({} bytes, {filters:?}, {skip}, {take})", text.len())
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
        let wanted = Arc::new(self.wanted(&query.filters));
        let gathered = if query.text.trim().is_empty() {
            self.gather(&AllQuery, &wanted)?
        } else {
            self.gather_question(&question, &wanted)?
        };
        // When only the filters keep everything out, other words are no help.
        let near = if gathered.matched == 0 { self.near(&question)? } else { Vec::new() };
        let counts = gathered.named_counts(&self.library);
        let kept = ranked(gathered.kept);
        let page = kept.iter().skip(query.skip).take(query.take);
        let hits = page.map(|&(score, place)| self.hit(place as usize, score, &question)).collect();
        Ok(Found { total: kept.len(), hits, counts, near })
    }

    /// The filters by number; a value that no term has is the number that no term has.
    pub(super) fn wanted(&self, filters: &[Filter]) -> Wanted {
        let mut wanted = vec![Vec::new(); FACETS.len()];
        for filter in filters {
            let Some(place) = FACETS.iter().position(|facet| facet.key == filter.facet) else { continue };
            let names = &self.library.facets.names[place];
            let number = |value: &String| {
                names.binary_search(value).map_or(u16::MAX, |number| u16::try_from(number).unwrap_or(u16::MAX))
            };
            wanted[place].extend(filter.values.iter().map(number));
        }
        wanted
    }

    pub(super) fn gather(&self, query: &dyn TantivyQuery, wanted: &Arc<Wanted>) -> tantivy::Result<Gathered> {
        self.searcher.search(query, &Gather { library: Arc::clone(&self.library), wanted: Arc::clone(wanted) })
    }

    /// Everything that has any of the words; each word counts once, by its best match.
    fn gather_question(&self, question: &Question, wanted: &Arc<Wanted>) -> tantivy::Result<Gathered> {
        let mut words = Vec::new();
        for (place, word) in question.words.iter().enumerate() {
            let mut clauses = Clauses::new(self, word.scale);
            clauses.add_word(word)?;
            for span in question.spans_of(place) {
                clauses.add_name(span, word)?;
            }
            words.push(clauses.best());
        }
        self.gather(&BooleanQuery::union(words), wanted)
    }

    fn hit(&self, place: usize, score: f32, question: &Question) -> Hit {
        let entry = &self.library.entries[place];
        Hit {
            place,
            score,
            matched: reasons(question, entry, &self.library),
            marks: marks(question, entry, &self.library),
        }
    }

    /// Terms with a name that comes near one of the words, for when nothing was found.
    pub(super) fn near(&self, question: &Question) -> tantivy::Result<Vec<usize>> {
        let mut clauses = Clauses::new(self, Scale::Names);
        for word in &question.words {
            for (distance, known) in resembling(word, &self.library) {
                clauses.add_near(known, distance)?;
            }
        }
        let nothing_wanted = Arc::new(vec![Vec::new(); FACETS.len()]);
        let found = self.gather(clauses.best().as_ref(), &nothing_wanted)?;
        Ok(ranked(found.kept).into_iter().map(|(_, place)| place as usize).take(MOST_NEAR).collect())
    }
}

/// Best first; of equals in the order of the terms.
pub(super) fn ranked(mut kept: Vec<(f32, u32)>) -> Vec<(f32, u32)> {
    kept.sort_unstable_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
    kept
}

#[cfg(test)]
mod tests {
    use super::{Filter, Query};

    #[test]
    fn a_search_shows_nothing_that_was_typed() {
        let filters = vec![Filter { facet: "domain", values: vec!["geheimwoord".to_owned()] }];
        let query = Query { text: "geheimwoord".to_owned(), filters, skip: 0, take: 10 };
        assert_eq!(format!("{query:?}"), "Query(11 bytes, [Filter(domain, 1 values)], 0, 10)");
    }
}
