//! From what someone typed to terms in order.
//!
//! Every word may match in every field: as typed, as another form, as the beginning of a name; a word that is found
//! nowhere may hold typing errors. Terms with all words come first; only when there are none, those with any.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, FuzzyTermQuery, Occur, Query as TantivyQuery, TermQuery,
    TermSetQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use crate::language::{Token, allowed_edits, words_of};
use crate::search::field::FieldKind;
use crate::search::gather::{Gather, Gathered, Wanted};
use crate::search::matching::Sought;
use crate::search::schema::IndexedField;
use crate::search::{FACETS, Found, Hit, SearchIndex};

/// The most words of a query that are looked at.
const MOST_WORDS: usize = 32;

/// The most words that one beginning is completed to.
const MOST_COMPLETIONS: usize = 64;

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
        let words = self.words_of_query(&query.text);
        let wanted = Arc::new(self.wanted(&query.filters));
        let gathered = if words.is_empty() && query.text.trim().is_empty() {
            self.gather(&AllQuery, &wanted)?
        } else {
            self.gather_words(&words, &query.text, &wanted)?
        };
        let mut kept = gathered.kept.clone();
        kept.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        let sought: Vec<Sought<'_>> = words.iter().map(|word| Sought::new(word, &query.text, &self.library)).collect();
        let hits = kept
            .iter()
            .skip(query.skip)
            .take(query.take)
            .map(|&(score, place)| self.hit(place as usize, score, &sought));
        let near = if kept.is_empty() { self.near(&words)? } else { Vec::new() };
        Ok(Found { total: kept.len(), hits: hits.collect(), counts: gathered.named_counts(&self.library), near })
    }

    /// The words that count; of a query of function words alone, those.
    fn words_of_query(&self, text: &str) -> Vec<Token> {
        let mut words = words_of(text, &self.library.lexicon);
        if words.iter().any(|word| !word.stop) {
            words.retain(|word| !word.stop);
        }
        words.truncate(MOST_WORDS);
        words
    }

    /// The filters by number; a value that no term has is the number that no term has.
    fn wanted(&self, filters: &[Filter]) -> Wanted {
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

    fn gather(&self, query: &dyn TantivyQuery, wanted: &Arc<Wanted>) -> tantivy::Result<Gathered> {
        self.searcher.search(query, &Gather { library: Arc::clone(&self.library), wanted: Arc::clone(wanted) })
    }

    fn gather_words(&self, words: &[Token], text: &str, wanted: &Arc<Wanted>) -> tantivy::Result<Gathered> {
        let mut all: Vec<(Occur, Box<dyn TantivyQuery>)> = Vec::new();
        let mut any: Vec<(Occur, Box<dyn TantivyQuery>)> = Vec::new();
        for (place, word) in words.iter().enumerate() {
            // The last word may not be typed to its end yet.
            let shortest = if place + 1 == words.len() { 1 } else { 3 };
            let clauses = self.clauses(word, shortest)?;
            any.extend(clauses.iter().map(|clause| (Occur::Should, clause.box_clone())));
            all.push((Occur::Must, Box::new(BooleanQuery::union(clauses))));
        }
        let whole = self.whole_names(text)?;
        all.extend(whole.iter().map(|clause| (Occur::Should, clause.box_clone())));
        any.extend(whole.into_iter().map(|clause| (Occur::Should, clause)));
        let gathered = self.gather(&BooleanQuery::new(all), wanted)?;
        let nothing = gathered.kept.is_empty() && gathered.counts.iter().flatten().all(|&count| count == 0);
        if nothing && words.len() > 1 { self.gather(&BooleanQuery::new(any), wanted) } else { Ok(gathered) }
    }

    /// Every way in which one word may match; as the beginning of a word only from so many letters on.
    fn clauses(&self, word: &Token, shortest_beginning: usize) -> tantivy::Result<Vec<Box<dyn TantivyQuery>>> {
        let mut clauses = Vec::new();
        for indexed in &self.schema.rows {
            self.add_term(&mut clauses, indexed, (indexed.exact, &word.folded, indexed.row.exact))?;
            self.add_term(&mut clauses, indexed, (indexed.form, &word.normal, indexed.row.form))?;
        }
        let known = !clauses.is_empty();
        for indexed in self.schema.rows.iter().filter(|indexed| indexed.row.kind == FieldKind::Name) {
            if word.folded.len() >= shortest_beginning {
                clauses.extend(self.beginnings(indexed, &word.folded)?);
            }
        }
        let edits = allowed_edits(word.folded.chars().count());
        if !known && clauses.is_empty() && edits > 0 {
            clauses = self.misspellings(&word.folded, u8::try_from(edits).unwrap_or(2));
        }
        Ok(clauses)
    }

    /// Adds a clause for a word if any document has it.
    fn add_term(
        &self,
        clauses: &mut Vec<Box<dyn TantivyQuery>>,
        indexed: &IndexedField,
        (field, text, worth): (Field, &str, f32),
    ) -> tantivy::Result<()> {
        let term = Term::from_field_text(field, text);
        if self.searcher.doc_freq(&term)? > 0 {
            clauses.push(match indexed.row.kind {
                FieldKind::Name => constant(TermQuery::new(term, IndexRecordOption::Basic), worth),
                FieldKind::Text => {
                    Box::new(BoostQuery::new(Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)), worth))
                }
            });
        }
        Ok(())
    }

    /// Names with a word that begins with this one.
    fn beginnings(&self, indexed: &IndexedField, start: &str) -> tantivy::Result<Option<Box<dyn TantivyQuery>>> {
        let mut terms = Vec::new();
        for segment in self.searcher.segment_readers() {
            let index = segment.inverted_index(indexed.exact)?;
            let mut stream = index.terms().range().ge(start.as_bytes()).into_stream()?;
            while stream.advance() && stream.key().starts_with(start.as_bytes()) && terms.len() < MOST_COMPLETIONS {
                if let Ok(word) = std::str::from_utf8(stream.key())
                    && word != start
                {
                    terms.push(Term::from_field_text(indexed.exact, word));
                }
            }
        }
        Ok((!terms.is_empty()).then(|| constant(TermSetQuery::new(terms), indexed.row.prefix)))
    }

    /// Names with a word that differs by a few typing errors.
    fn misspellings(&self, word: &str, edits: u8) -> Vec<Box<dyn TantivyQuery>> {
        let names = self.schema.rows.iter().filter(|indexed| indexed.row.kind == FieldKind::Name);
        let fuzzy = |indexed: &IndexedField| {
            constant(FuzzyTermQuery::new(Term::from_field_text(indexed.exact, word), edits, true), indexed.row.typo)
        };
        names.map(fuzzy).collect()
    }

    /// Names that are, as a whole, what was typed.
    fn whole_names(&self, text: &str) -> tantivy::Result<Vec<Box<dyn TantivyQuery>>> {
        let tokens = words_of(text, &self.library.lexicon);
        let whole = tokens.iter().map(|token| token.folded.as_str()).collect::<Vec<_>>().join(" ");
        let mut clauses = Vec::new();
        for indexed in self.schema.rows.iter().filter(|indexed| indexed.row.kind == FieldKind::Name) {
            self.add_term(&mut clauses, indexed, (indexed.whole, &whole, indexed.row.whole))?;
        }
        Ok(clauses)
    }

    fn hit(&self, place: usize, score: f32, sought: &[Sought<'_>]) -> Hit {
        let entry = &self.library.entries[place];
        Hit {
            place,
            score,
            matched: sought.iter().filter_map(|word| word.best_match(entry, &self.library)).collect(),
            marks: crate::search::matching::marks(sought, entry),
        }
    }

    /// Terms with a name that comes near one of the words, for when nothing was found.
    fn near(&self, words: &[Token]) -> tantivy::Result<Vec<usize>> {
        let clauses = words
            .iter()
            .filter(|word| word.folded.chars().count() >= 4)
            .flat_map(|word| self.misspellings(&word.folded, 2));
        let nothing_wanted = Arc::new(vec![Vec::new(); FACETS.len()]);
        let mut found = self.gather(&BooleanQuery::union(clauses.collect()), &nothing_wanted)?.kept;
        found.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        let mut seen = BTreeSet::new();
        Ok(found
            .into_iter()
            .map(|(_, place)| place as usize)
            .filter(|place| seen.insert(*place))
            .take(MOST_NEAR)
            .collect())
    }
}

fn constant(query: impl TantivyQuery, worth: f32) -> Box<dyn TantivyQuery> {
    Box::new(ConstScoreQuery::new(Box::new(query), worth))
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
