// SPDX-License-Identifier: EUPL-1.2
//! What one form says and another cannot: told once for each kind, with where it happened.

use std::collections::BTreeMap;

/// Everything that was lost or assumed on the way.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Losses {
    rows: BTreeMap<String, Loss>,
}

/// One kind of loss.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Loss {
    /// What is lost or assumed, in plain Dutch.
    pub dutch: String,
    /// The same in English.
    pub english: String,
    /// Where: names of terms or rows, in the order of the file, each once.
    pub places: Vec<String>,
}

impl Losses {
    /// Writes down a loss at a place.
    pub fn tell(&mut self, (dutch, english): (&str, &str), place: impl Into<String>) {
        let loss = self.rows.entry(dutch.to_owned()).or_insert_with(|| Loss {
            dutch: dutch.to_owned(),
            english: english.to_owned(),
            places: Vec::new(),
        });
        let place = place.into();
        if !place.is_empty() && loss.places.last() != Some(&place) {
            loss.places.push(place);
        }
    }

    /// Every kind, sorted by its words.
    pub fn all(&self) -> impl Iterator<Item = &Loss> {
        self.rows.values()
    }

    /// Whether nothing was lost.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl Loss {
    /// The first places in a sentence, and how many more there are.
    #[must_use]
    pub fn where_in_words(&self) -> String {
        const SHOWN: usize = 5;
        let shown = self.places.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
        match self.places.len().saturating_sub(SHOWN) {
            0 => shown,
            more => format!("{shown} en nog {more}"),
        }
    }
}
