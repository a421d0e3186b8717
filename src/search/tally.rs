//! Adds up what each term is worth to a question: word by word, each by its best match.

use tantivy::{DocId, Score};

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
    pub fn in_text(&mut self, term: DocId, worth: Score) {
        let row = self.row(term);
        row.text = row.text.max(worth);
        row.texts += worth;
    }

    /// Begins a group of words that count once together in a text.
    pub fn begin_group(&mut self) {
        self.group += 1;
    }

    /// Notes that a term has a word of the group in a text.
    pub fn in_text_of_group(&mut self, term: DocId, worth: Score) {
        let group = self.group;
        let row = self.row(term);
        if row.group != group {
            row.group = group;
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
            *row = Row { total: row.total + row.name.max(in_texts), ..Row::default() };
        }
    }

    /// Takes every term that has any of the words, with what it is worth; then all is as new.
    pub fn take(&mut self, mut take: impl FnMut(DocId, Score)) {
        for term in self.found.drain(..) {
            take(term, self.rows[term as usize].total);
            self.rows[term as usize] = Row::default();
        }
        self.group = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn taken(tally: &mut Tally) -> Vec<(u32, f32)> {
        let mut all = Vec::new();
        tally.take(|term, worth| all.push((term, worth)));
        all
    }

    #[test]
    fn each_word_counts_by_its_best_match_and_words_add_up() {
        let mut tally = Tally::new(3);
        tally.in_name(2, 10.0);
        tally.in_name(2, 4.0);
        tally.in_text(2, 3.0);
        tally.in_text(0, 4.0);
        tally.in_text(0, 2.0);
        tally.end_word();
        tally.in_name(2, 1.0);
        tally.end_word();
        assert_eq!(taken(&mut tally), [(2, 11.0), (0, 4.6)]);
        assert_eq!(taken(&mut tally), []);
    }

    #[test]
    fn words_of_a_group_count_once_in_a_text() {
        let mut tally = Tally::new(1);
        for _ in 0..2 {
            tally.begin_group();
            tally.in_text_of_group(0, 10.0);
            tally.in_text_of_group(0, 10.0);
        }
        tally.end_word();
        assert_eq!(taken(&mut tally), [(0, 13.0)]);
    }
}
