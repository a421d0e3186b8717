//! What comes near a word on its own, cheaply, for many words at once: names that go on from it, that it may be a typing
//! error for, or that it resembles. A word that the library knows, as a word or by its parts, is searched for.

use std::sync::Arc;

use crate::language::{Token, is_stop_word, misspelling, resemblance, words_of};
use crate::search::SearchIndex;
use crate::search::clauses::Clauses;
use crate::search::field::Scale;
use crate::search::parts::known_parts;
use crate::search::query::ranked;

/// The fewest letters of a word that resembles anything.
const SHORTEST: usize = 4;

impl SearchIndex {
    /// The places of at most so many terms that come near a word or name which is none itself; the nearest first.
    #[must_use]
    pub fn nearby(&self, typed: &str, most: usize) -> Vec<usize> {
        let library = &self.library;
        let words = words_of(typed, &library.lexicon);
        let is_known = |word: &Token| library.holds(word) || known_parts(&word.folded, library).is_some();
        let completed = self.completed(typed, most);
        if !completed.is_empty() {
            return completed.iter().map(|completion| completion.place).collect();
        }
        if words.iter().any(is_known) {
            let found = self.suggest(typed, most);
            let places: Vec<usize> = found.iter().map(|completion| completion.place).collect();
            return if places.is_empty() { self.did_you_mean(typed) } else { places };
        }
        // An index that cannot be read any more fails the search itself; this is only a help.
        self.resembling_names(&words, most).unwrap_or_default()
    }

    /// Terms with a name that one of these words may be a typing error for, else resembles.
    fn resembling_names(&self, words: &[Token], most: usize) -> tantivy::Result<Vec<usize>> {
        let mut clauses = Clauses::new(self, Scale::Names);
        let mut nothing = true;
        for word in words.iter().filter(|word| word.folded.chars().count() >= SHORTEST) {
            let spelled = self.library.in_labels.iter().map(|&known| (known, self.library.spelling(known)));
            for (known, spelling) in spelled {
                let distance =
                    misspelling(&word.folded, spelling).map(|_| 0).or_else(|| resemblance(&word.folded, spelling));
                if let Some(distance) = distance.filter(|_| !is_stop_word(spelling)) {
                    clauses.add_near(known, distance)?;
                    nothing = false;
                }
            }
        }
        if nothing {
            return Ok(Vec::new());
        }
        let found = self.gather(clauses.best().as_ref(), &Arc::default())?;
        Ok(ranked(found.kept).into_iter().take(most).map(|(_, place)| place as usize).collect())
    }
}
