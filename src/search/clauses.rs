//! The ways in which one word of a question may match, as Tantivy queries; none for what no document has.

use tantivy::Term;
use tantivy::query::{
    BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, Query as TantivyQuery, TermQuery, TermSetQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use crate::search::SearchIndex;
use crate::search::field::{FieldKind, Scale, SearchField};
use crate::search::matching::How;
use crate::search::question::Asked;
use crate::search::schema::IndexedField;
use crate::search::span::Span;

/// The share that a word counts for in other texts than the one where it counts most.
const OTHER_TEXTS: f32 = 0.3;

/// The clauses for one word.
pub(super) struct Clauses<'a> {
    index: &'a SearchIndex,
    scale: Scale,
    in_names: Vec<Box<dyn TantivyQuery>>,
    in_texts: Vec<Box<dyn TantivyQuery>>,
}

impl<'a> Clauses<'a> {
    pub fn new(index: &'a SearchIndex, scale: Scale) -> Self {
        Self { index, scale, in_names: Vec::new(), in_texts: Vec::new() }
    }

    /// The best of them; among texts a word also counts a little for standing in more of them.
    pub fn best(self) -> Box<dyn TantivyQuery> {
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

    /// A word: as typed, as another form, in compounds, as it may be read, and its parts.
    pub fn add_word(&mut self, word: &Asked) -> tantivy::Result<()> {
        let spelling = |number: u32| self.index.library.spelling(number);
        let (meant, meant_forms): (Vec<u32>, Vec<u32>) = word.reading.meant.iter().copied().unzip();
        for indexed in &self.index.schema.rows {
            let worth = |how| word.scale.among(indexed.row, how);
            self.add(indexed, (indexed.exact, &word.folded), How::Exact)?;
            for &form in &word.forms {
                self.add(indexed, (indexed.form, spelling(form)), How::Form)?;
            }
            self.add_any(indexed, (indexed.part, &word.forms), worth(How::Compound))?;
            let begun = match indexed.row.kind {
                FieldKind::Name => &word.reading.begun_in_names,
                FieldKind::Text => &word.reading.begun_in_texts,
            };
            self.add_any(indexed, (indexed.exact, begun), worth(How::Prefix))?;
            self.add_any(indexed, (indexed.exact, &meant), worth(How::Typo))?;
            self.add_any(indexed, (indexed.form, &meant_forms), worth(How::Typo))?;
            for part in &word.parts {
                self.add_any(indexed, (indexed.form, &[part.form]), part.share * worth(How::Part))?;
            }
        }
        Ok(())
    }

    /// Whole names that a word belongs to.
    pub fn add_name(&mut self, span: &Span, word: &Asked) -> tantivy::Result<()> {
        for indexed in &self.index.schema.rows {
            let Some(whole) = indexed.whole else { continue };
            let worth = span.cover * word.scale.whole(indexed.row, span.how);
            self.add_any(indexed, (whole.exact, &span.exact), worth)?;
            self.add_any(indexed, (whole.form, &span.forms), worth)?;
        }
        Ok(())
    }

    /// Names that resemble what was typed, and words for a term with a part that does.
    pub fn add_near(&mut self, known: u32, distance: usize) -> tantivy::Result<()> {
        let spelling = self.index.library.spelling(known);
        let nearness = 1.0 / (1.0 + distance as f32);
        for indexed in &self.index.schema.rows {
            let Some(whole) = indexed.whole else { continue };
            self.add_term(indexed, (whole.exact, spelling), nearness * indexed.row.whole.of(How::Typo))?;
            if matches!(indexed.row.field, SearchField::Label | SearchField::AltLabel) {
                self.add_term(indexed, (indexed.exact, spelling), nearness * indexed.row.among.of(How::Typo))?;
            }
        }
        Ok(())
    }

    /// A clause for a word, if any document has it: a constant in names, ranked by BM25 in texts.
    fn add(&mut self, indexed: &IndexedField, (field, word): (Field, &str), how: How) -> tantivy::Result<()> {
        if indexed.row.kind == FieldKind::Name {
            return self.add_term(indexed, (field, word), self.scale.among(indexed.row, how));
        }
        let term = Term::from_field_text(field, word);
        if self.index.searcher.doc_freq(&term)? > 0 {
            let ranked = boxed(TermQuery::new(term, IndexRecordOption::WithFreqs));
            let worth = self.scale.ranked(indexed.row, how);
            self.of(indexed).push(boxed(BoostQuery::new(ranked, worth)));
        }
        Ok(())
    }

    /// A constant clause for a word, if any document has it.
    fn add_term(&mut self, indexed: &IndexedField, (field, word): (Field, &str), worth: f32) -> tantivy::Result<()> {
        let term = Term::from_field_text(field, word);
        if worth > 0.0 && self.index.searcher.doc_freq(&term)? > 0 {
            self.of(indexed).push(constant(TermQuery::new(term, IndexRecordOption::Basic), worth));
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
            _ if worth <= 0.0 => {}
            [] => {}
            [term] => self.of(indexed).push(constant(TermQuery::new(term.clone(), IndexRecordOption::Basic), worth)),
            _ => self.of(indexed).push(constant(TermSetQuery::new(terms), worth)),
        }
        Ok(())
    }
}

fn constant(query: impl TantivyQuery, worth: f32) -> Box<dyn TantivyQuery> {
    boxed(ConstScoreQuery::new(boxed(query), worth))
}

fn boxed(query: impl TantivyQuery) -> Box<dyn TantivyQuery> {
    Box::new(query)
}
