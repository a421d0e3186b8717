// SPDX-License-Identifier: EUPL-1.2
//! The words that someone picked for a meeting, as the address has them.

use crate::http::pages::asked::names_in;
use crate::model::TermId;
use crate::publication::Publication;

/// The most words of one agenda: nobody speaks of more in one meeting.
pub(super) const MOST_WORDS: usize = 20;

/// The most unknown words that are told, and the most letters of each.
const MOST_UNKNOWN: (usize, usize) = (5, 60);

/// The words of `term`, each once; commas or repetition between them.
#[derive(Default)]
pub(super) struct Picked {
    pub words: Vec<TermId>,
    /// What no word goes by.
    pub unknown: Vec<String>,
    /// How many known words are more than an agenda takes.
    pub left_out: usize,
}

impl Picked {
    pub fn new(query: &str, publication: &Publication) -> Self {
        let given = form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name == "term");
        let given: Vec<String> = given.map(|(_, value)| value.into_owned()).collect();
        let mut picked = Self::default();
        for text in names_in(&given) {
            match TermId::parse(&text).filter(|id| publication.glossary.term(id).is_some()) {
                Some(_) if picked.words.len() == MOST_WORDS => picked.left_out += 1,
                Some(id) => picked.words.push(id),
                None if picked.unknown.len() < MOST_UNKNOWN.0 => {
                    picked.unknown.push(text.chars().take(MOST_UNKNOWN.1).collect());
                }
                None => {}
            }
        }
        picked
    }

    pub fn holds(&self, id: &TermId) -> bool {
        self.words.contains(id)
    }

    /// The same words at another path.
    pub fn address(&self, path: &str) -> String {
        let words: Vec<&str> = self.words.iter().map(AsRef::as_ref).collect();
        if words.is_empty() { path.to_owned() } else { format!("{path}?term={}", words.join(",")) }
    }
}
