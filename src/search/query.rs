//! From a question to terms in order.
//!
//! A term is found when it has any word of the question. Each word counts once, by the best match that it has in the
//! term: as part of a whole name, in a name, in a text. What covers more of the question, and better, comes first; a
//! name therefore never loses its place to texts because more words were typed.

use std::fmt;
use std::sync::Arc;

use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, Query as TantivyQuery, TermQuery,
    TermSetQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use crate::search::field::{DESCRIBED, FieldKind, SearchField};
use crate::search::gather::{Gather, Gathered, Wanted};
use crate::search::matching::{How, marks, reasons};
use crate::search::near::resembling;
use crate::search::question::{Asked, Question, Reading, Span};
use crate::search::schema::IndexedField;
use crate::search::{FACETS, Found, Hit, SearchIndex};

/// The share that a word counts for in other texts than the one where it counts most.
const OTHER_TEXTS: f32 = 0.3;

/// From so many words on a question may be a description.
const SHORTEST_DESCRIPTION: usize = 4;

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
        let mut words = self.described(question);
        for (place, word) in question.words.iter().enumerate() {
            let mut clauses = Clauses::new(self);
            clauses.add_word(word)?;
            for span in question.spans_of(place) {
                clauses.add_name(span)?;
            }
            words.push(clauses.best());
        }
        self.gather(&BooleanQuery::union(words), wanted)
    }

    /// Of a description of several words: texts of one kind that hold them all.
    fn described(&self, question: &Question) -> Vec<Box<dyn TantivyQuery>> {
        if question.words.len() < SHORTEST_DESCRIPTION {
            return Vec::new();
        }
        let worth = DESCRIBED * question.words.len() as f32;
        let texts = self.schema.rows.iter().filter(|indexed| indexed.row.kind == FieldKind::Text);
        let all_words = |indexed: &IndexedField| {
            let term = |word: &Asked| boxed(term_query(indexed.form, &word.normal));
            constant(BooleanQuery::intersection(question.words.iter().map(term).collect()), worth)
        };
        let clauses: Vec<Box<dyn TantivyQuery>> = texts.map(all_words).collect();
        vec![boxed(DisjunctionMaxQuery::new(clauses))]
    }

    fn hit(&self, place: usize, score: f32, question: &Question) -> Hit {
        let entry = &self.library.entries[place];
        Hit { place, score, matched: reasons(question, entry, &self.library), marks: marks(question, entry) }
    }

    /// Terms with a name that comes near one of the words, for when nothing was found.
    fn near(&self, question: &Question) -> tantivy::Result<Vec<usize>> {
        let mut clauses = Clauses::new(self);
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

/// The ways in which one word may match, as Tantivy queries; none for what no document has.
struct Clauses<'a> {
    index: &'a SearchIndex,
    in_names: Vec<Box<dyn TantivyQuery>>,
    in_texts: Vec<Box<dyn TantivyQuery>>,
}

impl<'a> Clauses<'a> {
    fn new(index: &'a SearchIndex) -> Self {
        Self { index, in_names: Vec::new(), in_texts: Vec::new() }
    }

    /// The best of them; among texts a word also counts a little for standing in more of them.
    fn best(self) -> Box<dyn TantivyQuery> {
        let mut clauses = self.in_names;
        clauses.push(boxed(DisjunctionMaxQuery::with_tie_breaker(self.in_texts, OTHER_TEXTS)));
        boxed(DisjunctionMaxQuery::new(clauses))
    }

    fn of(&mut self, indexed: &IndexedField) -> &mut Vec<Box<dyn TantivyQuery>> {
        match indexed.row.kind {
            FieldKind::Name => &mut self.in_names,
            FieldKind::Text => &mut self.in_texts,
        }
    }

    /// A word: as typed, as another form, and as the question reads it.
    fn add_word(&mut self, word: &Asked) -> tantivy::Result<()> {
        for indexed in &self.index.schema.rows {
            self.add(indexed, (indexed.exact, &word.folded), indexed.row.part.of(How::Exact))?;
            self.add(indexed, (indexed.form, &word.normal), indexed.row.part.of(How::Form))?;
            match &word.reading {
                Reading::Beginning { in_names, in_texts } => {
                    let words = if indexed.row.kind == FieldKind::Name { in_names } else { in_texts };
                    self.add_any(indexed, (indexed.exact, words), indexed.row.part.of(How::Prefix))?;
                }
                Reading::Mistyped(meant) => {
                    let (exact, forms): (Vec<u32>, Vec<u32>) = meant.iter().copied().unzip();
                    self.add_any(indexed, (indexed.exact, &exact), indexed.row.part.of(How::Typo))?;
                    self.add_any(indexed, (indexed.form, &forms), indexed.row.part.of(How::Typo))?;
                }
            }
        }
        Ok(())
    }

    /// Whole names.
    fn add_name(&mut self, span: &Span) -> tantivy::Result<()> {
        for indexed in &self.index.schema.rows {
            let Some(whole) = indexed.whole else { continue };
            let worth = span.cover * indexed.row.whole.of(span.how);
            self.add_any(indexed, (whole.exact, &span.exact), worth)?;
            if let Some(form) = span.form {
                self.add(indexed, (whole.form, self.index.library.spelling(form)), worth)?;
            }
        }
        Ok(())
    }

    /// Names that resemble what was typed, and words for a term with a part that does.
    fn add_near(&mut self, known: u32, distance: usize) -> tantivy::Result<()> {
        let spelling = self.index.library.spelling(known);
        let nearness = 1.0 / (1.0 + distance as f32);
        for indexed in &self.index.schema.rows {
            let Some(whole) = indexed.whole else { continue };
            self.add(indexed, (whole.exact, spelling), nearness * indexed.row.whole.of(How::Typo))?;
            if matches!(indexed.row.field, SearchField::Label | SearchField::AltLabel) {
                self.add(indexed, (indexed.exact, spelling), nearness * indexed.row.part.of(How::Typo))?;
            }
        }
        Ok(())
    }

    /// A clause for a word, if any document has it: in names a constant, in texts times its rarity.
    fn add(&mut self, indexed: &IndexedField, (field, word): (Field, &str), worth: f32) -> tantivy::Result<()> {
        let term = Term::from_field_text(field, word);
        if self.index.searcher.doc_freq(&term)? > 0 {
            let clause = match indexed.row.kind {
                FieldKind::Name => constant(term_query(field, word), worth),
                FieldKind::Text => {
                    boxed(BoostQuery::new(boxed(TermQuery::new(term, IndexRecordOption::WithFreqs)), worth))
                }
            };
            self.of(indexed).push(clause);
        }
        Ok(())
    }

    /// A clause for any of these words that some document has.
    fn add_any(&mut self, indexed: &IndexedField, (field, words): (Field, &[u32]), worth: f32) -> tantivy::Result<()> {
        let mut terms = Vec::new();
        for &word in words {
            let term = Term::from_field_text(field, self.index.library.spelling(word));
            if self.index.searcher.doc_freq(&term)? > 0 {
                terms.push(term);
            }
        }
        match terms.as_slice() {
            [] => {}
            [term] => self.of(indexed).push(constant(TermQuery::new(term.clone(), IndexRecordOption::Basic), worth)),
            _ => self.of(indexed).push(constant(TermSetQuery::new(terms), worth)),
        }
        Ok(())
    }
}

fn term_query(field: Field, word: &str) -> TermQuery {
    TermQuery::new(Term::from_field_text(field, word), IndexRecordOption::Basic)
}

fn constant(query: impl TantivyQuery, worth: f32) -> Box<dyn TantivyQuery> {
    boxed(ConstScoreQuery::new(boxed(query), worth))
}

fn boxed(query: impl TantivyQuery) -> Box<dyn TantivyQuery> {
    Box::new(query)
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
