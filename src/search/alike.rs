//! Terms whose definitions hold words of another definition. Found by the index, which puts rare words above common ones;
//! nothing is compared.

use std::sync::Arc;

use tantivy::Term;
use tantivy::query::{BooleanQuery, Query as TantivyQuery, TermQuery};
use tantivy::schema::IndexRecordOption;

use crate::search::field::SearchField;
use crate::search::query::ranked;
use crate::search::{Filter, SearchIndex};

impl SearchIndex {
    /// The places of at most so many terms with a definition that holds any of these normal forms and that pass a
    /// filter; those with the most and the rarest of them first.
    ///
    /// # Errors
    /// When the index on disk cannot be read any more.
    pub fn defined_with(&self, words: &[String], filter: Filter, most: usize) -> tantivy::Result<Vec<usize>> {
        let field = self.schema.of(SearchField::Definition).form;
        let clause = |word: &String| -> Box<dyn TantivyQuery> {
            Box::new(TermQuery::new(Term::from_field_text(field, word), IndexRecordOption::WithFreqs))
        };
        let wanted = Arc::new(self.wanted(&[filter]));
        let found = self.gather(&BooleanQuery::union(words.iter().map(clause).collect()), &wanted)?;
        Ok(ranked(found.kept).into_iter().take(most).map(|(_, place)| place as usize).collect())
    }
}
