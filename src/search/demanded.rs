// SPDX-License-Identifier: EUPL-1.2
//! Searches with demands: what the words find, as far as it meets them; and all that meets them where the index does not
//! find that by the words.

use std::collections::HashMap;

use crate::search::SearchIndex;
use crate::search::expert::{Demand, Sieve};
use crate::search::gather::{Gathered, Wanted};
use crate::search::order::ranked;
use crate::search::query::{MOST_NEAR, Query};
use crate::search::question::Question;

impl SearchIndex {
    /// Everything that has any of the words and meets every demand; without words all that meets them.
    pub(super) fn gather_demanded(
        &self,
        query: &Query,
        question: &Question,
        wanted: &Wanted,
    ) -> tantivy::Result<Gathered> {
        if query.text.trim().is_empty() {
            return Ok(self.gather_all(wanted));
        }
        let gathered = self.gather_question(question, wanted)?;
        if query.demands.iter().all(|demand| demand.is_found_by(question)) {
            return Ok(gathered);
        }
        let scores: HashMap<u32, f32> = gathered.kept.iter().map(|found| (found.term, found.score)).collect();
        let mut all = self.gather_all(wanted);
        for found in &mut all.kept {
            found.score = scores.get(&found.term).copied().unwrap_or(0.0);
        }
        Ok(all)
    }

    /// The best terms that are found without the quotes; none where there are none.
    pub(super) fn unquoted(&self, query: &Query) -> tantivy::Result<Vec<usize>> {
        let demands: Vec<Demand> = query.demands.iter().filter(|demand| !demand.wants_words()).cloned().collect();
        if demands.len() == query.demands.len() {
            return Ok(Vec::new());
        }
        let sieve = Sieve::new(&demands, &self.library);
        let wanted = Wanted { values: self.wanted(&query.filters), sieve };
        let found = self.gather_question(&Question::new(&query.text, &self.library), &wanted)?;
        Ok(ranked(found.kept, 0..MOST_NEAR).into_iter().map(|found| found.term as usize).collect())
    }
}
