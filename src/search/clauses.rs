// SPDX-License-Identifier: EUPL-1.2
//! The ways in which one word of a question may match, each counted in the posting lists of the index.

use tantivy::Score;
use tantivy::schema::Field;

use crate::search::SearchIndex;
use crate::search::field::{FieldKind, Fields, Scale, SearchField};
use crate::search::matching::How;
use crate::search::question::Asked;
use crate::search::schema::IndexedField;
use crate::search::span::Span;
use crate::search::tally::Tally;

/// Counts one word: a constant in names and for what is read into it, by BM25 for the word itself in texts.
pub(super) struct Clauses<'a> {
    index: &'a SearchIndex,
    tally: &'a mut Tally,
    scale: Scale,
}

impl<'a> Clauses<'a> {
    pub fn new(index: &'a SearchIndex, tally: &'a mut Tally, scale: Scale) -> Self {
        Self { index, tally, scale }
    }

    /// A word: as typed, as another form, in compounds, as it may be read, and its parts.
    pub fn add_word(&mut self, word: &Asked) -> tantivy::Result<()> {
        let (meant, meant_forms): (Vec<u32>, Vec<u32>) = word.reading.meant.iter().copied().unzip();
        for indexed in &self.index.schema.rows {
            let worth = |how| word.scale.among(indexed.row, how);
            self.add(indexed, (indexed.exact, word.number.as_slice()), How::Exact)?;
            self.add(indexed, (indexed.form, &word.forms), How::Form)?;
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
        let nearness = 1.0 / (1.0 + distance as f32);
        for indexed in &self.index.schema.rows {
            let Some(whole) = indexed.whole else { continue };
            self.add_any(indexed, (whole.exact, &[known]), nearness * indexed.row.whole.of(How::Typo))?;
            if matches!(indexed.row.field, SearchField::Label | SearchField::AltLabel) {
                self.add_any(indexed, (indexed.exact, &[known]), nearness * indexed.row.among.of(How::Typo))?;
            }
        }
        Ok(())
    }

    /// Counts each of these words: a constant in names, by BM25 in texts.
    fn add(&mut self, indexed: &IndexedField, (field, words): (Field, &[u32]), how: How) -> tantivy::Result<()> {
        if indexed.row.kind == FieldKind::Name {
            return self.add_any(indexed, (field, words), self.scale.among(indexed.row, how));
        }
        let worth = self.scale.ranked(indexed.row, how);
        for list in words.iter().filter_map(|&word| self.index.standing.list(word, field)) {
            self.index.lists.each_ranked((field, list), worth, |term, worth| {
                self.tally.in_text(term, worth, Fields::of(indexed.row.field));
            })?;
        }
        Ok(())
    }

    /// Counts any of these words by a constant, once where several stand in one text.
    fn add_any(
        &mut self,
        indexed: &IndexedField,
        (field, words): (Field, &[u32]),
        worth: Score,
    ) -> tantivy::Result<()> {
        if worth <= 0.0 {
            return Ok(());
        }
        self.tally.begin_group();
        let field_of_text = Fields::of(indexed.row.field);
        let mut count = |term| match indexed.row.kind {
            FieldKind::Name => self.tally.in_name(term, worth),
            FieldKind::Text => self.tally.in_text_of_group(term, worth, field_of_text),
        };
        for list in words.iter().filter_map(|&word| self.index.standing.list(word, field)) {
            self.index.lists.each(field, list, &mut count)?;
        }
        Ok(())
    }
}
