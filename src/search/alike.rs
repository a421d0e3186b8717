// SPDX-License-Identifier: EUPL-1.2
//! Terms whose definitions hold words of another definition. Found by the index, which puts rare words above common ones;
//! nothing is compared.

use crate::search::field::{Fields, SearchField};
use crate::search::gather::Wanted;
use crate::search::order::ranked;
use crate::search::{Filter, SearchIndex};

/// Where words are looked for.
const DEFINITION: Fields = Fields::of(SearchField::Definition);

impl SearchIndex {
    /// The places of at most so many terms with a definition that holds any of these normal forms and that pass a
    /// filter; those with the most and the rarest of them first.
    ///
    /// # Errors
    /// When the index on disk cannot be read any more.
    pub fn defined_with(&self, words: &[String], filter: Filter, most: usize) -> tantivy::Result<Vec<usize>> {
        let field = self.schema.of(SearchField::Definition).form;
        let wanted = Wanted { values: self.wanted(&[filter]), ..Wanted::default() };
        let found = self.gather(&wanted, |tally| {
            for word in words.iter().filter_map(|word| self.library.known(word)) {
                let Some(list) = self.standing.list(word, field) else { continue };
                self.lists.each_ranked((field, list), 1.0, |term, worth| tally.in_text(term, worth, DEFINITION))?;
                tally.end_word();
            }
            Ok(())
        })?;
        Ok(ranked(found.kept, 0..most).into_iter().map(|found| found.term as usize).collect())
    }
}
