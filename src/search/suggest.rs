//! Completions as someone types: names that begin with it, from any of their words on.

use crate::language::fold;
use crate::model::Keyed;
use crate::search::SearchIndex;
use crate::search::field::SearchField;
use crate::search::library::Library;

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

/// All names, sorted by their folded form from each of their words on.
#[derive(Debug, Default)]
pub(super) struct Names {
    sorted: Vec<(String, SearchField, usize, usize)>,
}

impl Names {
    pub fn new(library: &Library) -> Self {
        let mut sorted = Vec::new();
        for (place, entry) in library.entries.iter().enumerate() {
            for (number, name) in entry.names.iter().enumerate() {
                let words: Vec<&str> = name.words.iter().map(|word| library.spelling(word.folded)).collect();
                sorted.extend((0..words.len()).map(|from| (words[from..].join(" "), name.field, place, number)));
            }
        }
        sorted.sort();
        Self { sorted }
    }

    fn from(&self, start: &str) -> impl Iterator<Item = &(String, SearchField, usize, usize)> {
        let first = self.sorted.partition_point(|(name, ..)| name.as_str() < start);
        self.sorted[first..].iter().take_while(move |(name, ..)| name.starts_with(start))
    }
}

impl SearchIndex {
    /// Up to `most` terms that have a name beginning with what was typed: the word itself before other words for it,
    /// shorter names before longer ones; each term once.
    #[must_use]
    pub fn suggest(&self, typed: &str, most: usize) -> Vec<Completion> {
        let start = typed.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        if start.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<_> = self.names.from(&start).collect();
        found.sort_by_key(|(name, field, place, _)| (*field, name.len(), *place));
        let mut completions: Vec<Completion> = Vec::new();
        for &(_, field, place, number) in found {
            if completions.len() == most {
                break;
            }
            if !completions.iter().any(|completion| completion.place == place) {
                completions.push(Completion { place, text: self.shown(field, place, number), field });
            }
        }
        completions
    }

    fn shown(&self, field: SearchField, place: usize, number: usize) -> String {
        let names = &self.library.entries[place].names;
        let shown = if field == SearchField::HiddenLabel { &names[0] } else { &names[number] };
        debug_assert!(shown.field.key() != SearchField::HiddenLabel.key());
        shown.text.clone()
    }
}
