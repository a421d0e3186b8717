// SPDX-License-Identifier: EUPL-1.2
//! Adds up what each term is worth to a question: word by word, each by its best match.

use tantivy::{DocId, Score};

use crate::search::field::Fields;

/// The share that a word counts for in other texts than the one where it counts most.
const OTHER_TEXTS: Score = 0.3;

/// What terms are worth so far. Made once for all terms and used again: only what was touched is looked at.
#[derive(Debug, Default)]
pub(super) struct Tally {
    rows: Vec<Row>,
    /// The terms that have the word that is being counted.
    with_word: Vec<DocId>,
    /// The terms that have a word that was counted.
    found: Vec<DocId>,
    /// The number of the group of words that is being counted.
    group: u32,
}

/// A term that was counted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Counted {
    pub term: DocId,
    pub score: Score,
    /// The texts in which it has any of the words.
    pub fields: Fields,
}

/// What one term is worth.
#[derive(Debug, Clone, Copy, Default)]
struct Row {
    /// For the words that were counted.
    total: Score,
    /// For the word that is being counted: by the best of its names, by the best of its texts, by all of those.
    name: Score,
    text: Score,
    texts: Score,
    /// The last group that was counted.
    group: u32,
    /// The texts in which it has a word that was counted.
    fields: Fields,
}

impl Tally {
    /// A tally of so many terms.
    pub fn new(terms: usize) -> Self {
        Self { rows: vec![Row::default(); terms], ..Self::default() }
    }

    /// Notes that a term has the word in a name.
    pub fn in_name(&mut self, term: DocId, worth: Score) {
        let row = self.row(term);
        row.name = row.name.max(worth);
    }

    /// Notes that a term has the word in a text.
    pub fn in_text(&mut self, term: DocId, worth: Score, field: Fields) {
        let row = self.row(term);
        row.fields = row.fields.and(field);
        row.text = row.text.max(worth);
        row.texts += worth;
    }

    /// Begins a group of words that count once together in a text.
    pub fn begin_group(&mut self) {
        self.group += 1;
    }

    /// Notes that a term has a word of the group in a text.
    pub fn in_text_of_group(&mut self, term: DocId, worth: Score, field: Fields) {
        let group = self.group;
        let row = self.row(term);
        if row.group != group {
            row.group = group;
            row.fields = row.fields.and(field);
            row.text = row.text.max(worth);
            row.texts += worth;
        }
    }

    fn row(&mut self, term: DocId) -> &mut Row {
        let row = &mut self.rows[term as usize];
        if row.name == 0.0 && row.texts == 0.0 {
            self.with_word.push(term);
        }
        row
    }

    /// The word was counted: each term has its best match; among texts a word also counts a little for standing in more
    /// of them.
    pub fn end_word(&mut self) {
        for term in self.with_word.drain(..) {
            let row = &mut self.rows[term as usize];
            if row.total == 0.0 {
                self.found.push(term);
            }
            let in_texts = row.text + (row.texts - row.text) * OTHER_TEXTS;
            *row = Row { total: row.total + row.name.max(in_texts), fields: row.fields, ..Row::default() };
        }
    }

    /// Takes every term that has any of the words, with what it is worth and the texts that hold any; then all is as new.
    pub fn take(&mut self, mut take: impl FnMut(Counted)) {
        for term in self.found.drain(..) {
            let Row { total, fields, .. } = std::mem::take(&mut self.rows[term as usize]);
            take(Counted { term, score: total, fields });
        }
        self.group = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::{Counted, Tally};
    use crate::search::field::{Fields, SearchField};

    const DEFINITION: Fields = Fields::of(SearchField::Definition);
    const FACET: Fields = Fields::of(SearchField::Facet);

    fn taken(tally: &mut Tally) -> Vec<Counted> {
        let mut all = Vec::new();
        tally.take(|counted| all.push(counted));
        all
    }

    #[test]
    fn each_word_counts_by_its_best_match_and_words_add_up() {
        let mut tally = Tally::new(3);
        tally.in_name(2, 10.0);
        tally.in_name(2, 4.0);
        tally.in_text(2, 3.0, FACET);
        tally.in_text(0, 4.0, DEFINITION);
        tally.in_text(0, 2.0, FACET);
        tally.end_word();
        tally.in_name(2, 1.0);
        tally.end_word();
        let both = DEFINITION.and(FACET);
        let expected = [Counted { term: 2, score: 11.0, fields: FACET }, Counted { term: 0, score: 4.6, fields: both }];
        assert_eq!(taken(&mut tally), expected);
        assert_eq!(taken(&mut tally), []);
    }

    #[test]
    fn words_of_a_group_count_once_in_a_text() {
        let mut tally = Tally::new(1);
        for _ in 0..2 {
            tally.begin_group();
            tally.in_text_of_group(0, 10.0, FACET);
            tally.in_text_of_group(0, 10.0, FACET);
        }
        tally.end_word();
        assert_eq!(taken(&mut tally), [Counted { term: 0, score: 13.0, fields: FACET }]);
    }
}
