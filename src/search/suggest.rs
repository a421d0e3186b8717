// SPDX-License-Identifier: EUPL-1.2
//! Completions as someone types: names that go on from it, from any of their words or parts.

use crate::language::{Token, is_asking_word, is_english_stop_word, words_of};
use crate::search::field::{FieldKind, SearchField};
use crate::search::question::Question;
use crate::search::starts::Going;
use crate::search::{Hit, Query, SearchIndex};

/// A term that what was typed may become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The place of the term among the terms of the glossary.
    pub place: usize,
    /// The name that was completed; of a hidden label the word itself.
    pub text: String,
    /// Where the name comes from.
    pub field: SearchField,
}

impl SearchIndex {
    /// Up to `most` terms that have a name going on from what was typed: from its beginning before from a later word,
    /// that before from inside a compound; the word itself before other words for it, shorter names before longer ones;
    /// each term once. Function words before it may be left out. When nothing goes on from it, what a search finds by
    /// name.
    #[must_use]
    pub fn suggest(&self, typed: &str, most: usize) -> Vec<Completion> {
        let words = words_of(typed, &self.library.lexicon);
        let empty = |word: &Token| word.stop || is_english_stop_word(&word.folded) || is_asking_word(&word.folded);
        let telling = words.iter().position(|word| !empty(word)).unwrap_or(words.len());
        let folded: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        let starts = &self.library.starts;
        let without = if telling == 0 { &[] } else { &folded[telling..] };
        let mut going = starts.going_on_from(&folded, &self.library).peekable();
        let mut after = starts.going_on_from(without, &self.library).peekable();
        let mut completions: Vec<Completion> = Vec::new();
        while completions.len() < most {
            let best_is_after = match (going.peek(), after.peek()) {
                (Some(first), Some(second)) => second.rank() < first.rank(),
                (first, _) => first.is_none(),
            };
            let Some(found) = (if best_is_after { after.next() } else { going.next() }) else { break };
            if !completions.iter().any(|completion| completion.place == found.place) {
                completions.push(Completion { place: found.place, text: self.shown(&found), field: found.field });
            }
        }
        if completions.is_empty() { self.found_by_name(typed, most) } else { completions }
    }

    /// Terms with a name that comes near what was typed, for when nothing goes on from it.
    #[must_use]
    pub fn did_you_mean(&self, typed: &str) -> Vec<usize> {
        // An index that cannot be read any more fails the search itself; a suggestion is only a help.
        self.near(&Question::new(typed, &self.library)).unwrap_or_default()
    }

    fn shown(&self, found: &Going) -> String {
        let names = &self.library.entries[found.place].names;
        let shown = if found.field == SearchField::HiddenLabel { &names[0] } else { &names[found.name] };
        shown.text.to_string()
    }

    /// The words themselves of the terms that a search finds by name.
    fn found_by_name(&self, typed: &str, most: usize) -> Vec<Completion> {
        if typed.trim().is_empty() {
            return Vec::new();
        }
        let query = Query { text: typed.to_owned(), take: most, ..Query::default() };
        let by_name = |hit: &Hit| hit.matched.first().is_some_and(|found| found.field.row().kind == FieldKind::Name);
        let label = |hit: Hit| Completion {
            place: hit.place,
            text: self.library.entries[hit.place].names[0].text.to_string(),
            field: SearchField::Label,
        };
        // An index that cannot be read any more fails the search itself; a completion is only a help.
        self.search(&query).unwrap_or_default().hits.into_iter().filter(by_name).map(label).collect()
    }
}
