// SPDX-License-Identifier: EUPL-1.2
//! What is known of each word: where it stands, and in how many terms.

use serde::{Deserialize, Serialize};

use crate::search::entry::{Entry, Name, Word};
use crate::search::field::SearchField;

/// Where a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Standing {
    /// As it is written, somewhere.
    Written = 1,
    /// In a name, as it is written or in another form.
    Named = 2,
    /// As a whole name.
    Whole = 4,
    /// As it is written, in Dutch, where it carries meaning.
    Dutch = 8,
    /// The normal form of such a word.
    DutchForm = 16,
}

/// What is known of each word, by its number.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Stock {
    standings: Vec<u8>,
    /// In how many terms each normal form stands, function words in texts left out.
    spread: Vec<u32>,
    /// The number of terms.
    terms: usize,
}

impl Stock {
    /// Takes in the words of all terms.
    pub fn of(entries: &[Entry]) -> Self {
        let mut stock = Self { terms: entries.len(), ..Self::default() };
        let mut forms: Vec<u32> = Vec::new();
        for entry in entries {
            entry.names.iter().for_each(|name| stock.take_name(name));
            let texts = || entry.texts.iter().flat_map(|text| text.words.iter().map(|word| (text.field, word)));
            let telling = || texts().filter(|(_, word)| !word.is_stop());
            telling().for_each(|(field, word)| stock.take(field, word));
            let in_names = entry.names.iter().flat_map(|name| &name.words);
            let in_texts = telling().map(|(_, word)| word);
            forms.clear();
            forms.extend(in_names.chain(in_texts).map(|word| word.normal));
            forms.sort_unstable();
            forms.dedup();
            for &form in &forms {
                *at(&mut stock.spread, form) += 1;
            }
        }
        stock
    }

    fn take_name(&mut self, name: &Name) {
        for word in &name.words {
            self.add(word.folded, Standing::Written);
            self.add(word.folded, Standing::Named);
            self.add(word.normal, Standing::Named);
            if !word.is_stop() {
                self.take(name.field, word);
            }
        }
        for &whole in &name.wholes {
            self.add(whole, Standing::Written);
            self.add(whole, Standing::Named);
            self.add(whole, Standing::Whole);
        }
    }

    /// Takes in a word that carries meaning.
    fn take(&mut self, field: SearchField, word: &Word) {
        self.add(word.folded, Standing::Written);
        if !field.is_english() {
            self.add(word.folded, Standing::Dutch);
            self.add(word.normal, Standing::DutchForm);
        }
    }

    fn add(&mut self, word: u32, standing: Standing) {
        *at(&mut self.standings, word) |= standing as u8;
    }

    /// Whether a word stands so.
    pub fn is(&self, word: u32, standing: Standing) -> bool {
        self.standings.get(word as usize).is_some_and(|standings| standings & standing as u8 != 0)
    }

    /// Whether a normal form stands in any term.
    pub fn has_form(&self, form: u32) -> bool {
        self.spread.get(form as usize).is_some_and(|&terms| terms > 0)
    }

    /// How rare a normal form is among the terms: 0 when all have it, most when none has.
    pub fn rarity(&self, form: Option<u32>) -> f32 {
        let having = form.and_then(|form| self.spread.get(form as usize)).copied().unwrap_or(0).max(1) as f32;
        (1.0 + (self.terms as f32 - having + 0.5) / (having + 0.5)).ln()
    }
}

/// The place of a word in a list that grows to hold it.
fn at<T: Clone + Default>(list: &mut Vec<T>, word: u32) -> &mut T {
    let place = word as usize;
    if list.len() <= place {
        list.resize(place + 1, T::default());
    }
    &mut list[place]
}
