//! Completions as someone types: names that begin with it, from any of their words on.

use crate::language::{Token, is_asking_word, is_english_stop_word, words_of};
use crate::search::field::{FieldKind, SearchField};
use crate::search::library::Library;
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

/// All names, each by its folded words.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// From each of their words on, with single spaces; sorted.
    spaced: Vec<Start>,
    /// As one word; sorted.
    joined: Vec<Start>,
}

/// A place from which a name can be completed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Start {
    /// What the name says from there on, folded.
    text: String,
    /// Its word, from 0.
    word: usize,
    field: SearchField,
    /// The place of the term.
    place: usize,
    /// The number of the name among those of its term.
    name: usize,
}

impl Names {
    pub fn new(library: &Library) -> Self {
        let mut names = Self::default();
        for (place, entry) in library.entries.iter().enumerate() {
            for (number, name) in entry.names.iter().enumerate() {
                let words: Vec<&str> = name.words.iter().map(|word| library.spelling(word.folded)).collect();
                let start = |word: usize, text| Start { text, word, field: name.field, place, name: number };
                names.spaced.extend((0..words.len()).map(|word| start(word, words[word..].join(" "))));
                names.joined.push(start(0, words.concat()));
            }
        }
        names.spaced.sort();
        names.joined.sort();
        names
    }

    /// Names that begin with these words: spaced as typed, else written as one word.
    fn beginning_with(&self, words: &[Token]) -> Vec<&Start> {
        let folded: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        let found = begun(&self.spaced, &folded.join(" "));
        if found.is_empty() { begun(&self.joined, &folded.concat()) } else { found }
    }
}

fn begun<'a>(sorted: &'a [Start], typed: &str) -> Vec<&'a Start> {
    let first = sorted.partition_point(|start| start.text.as_str() < typed);
    let begun = sorted[first..].iter().take_while(|start| start.text.starts_with(typed));
    if typed.is_empty() { Vec::new() } else { begun.collect() }
}

impl SearchIndex {
    /// Up to `most` terms that have a name beginning with what was typed: from their first word before from a later
    /// one, the word itself before other words for it, shorter names before longer ones; each term once. Function
    /// words before it may be left out. When nothing begins with it, what a search finds by name.
    #[must_use]
    pub fn suggest(&self, typed: &str, most: usize) -> Vec<Completion> {
        let words = words_of(typed, &self.library.lexicon);
        let empty = |word: &Token| word.stop || is_english_stop_word(&word.folded) || is_asking_word(&word.folded);
        let telling = words.iter().position(|word| !empty(word)).unwrap_or(words.len());
        let mut found = self.names.beginning_with(&words);
        found.extend(self.names.beginning_with(&words[telling..]));
        found.sort_by_key(|start| (start.word > 0, start.field, start.text.len(), start.place));
        let mut completions: Vec<Completion> = Vec::new();
        for start in found {
            if completions.len() == most {
                break;
            }
            if !completions.iter().any(|completion| completion.place == start.place) {
                completions.push(Completion { place: start.place, text: self.shown(start), field: start.field });
            }
        }
        if completions.is_empty() { self.found_by_name(typed, most) } else { completions }
    }

    fn shown(&self, start: &Start) -> String {
        let names = &self.library.entries[start.place].names;
        let shown = if start.field == SearchField::HiddenLabel { &names[0] } else { &names[start.name] };
        shown.text.clone()
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
            text: self.library.entries[hit.place].names[0].text.clone(),
            field: SearchField::Label,
        };
        // An index that cannot be read any more fails the search itself; a completion is only a help.
        self.search(&query).unwrap_or_default().hits.into_iter().filter(by_name).map(label).collect()
    }
}
