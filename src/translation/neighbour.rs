// SPDX-License-Identifier: EUPL-1.2
//! Which terms editors noted beside each other: broader, narrower or related, read from either side.

use crate::model::{Glossary, TermId};
use crate::translation::fit::Fit;

/// For each term the terms that are noted beside it.
#[derive(Debug, Clone, Default)]
pub struct Neighbours(Vec<Vec<(u32, Fit)>>);

impl Neighbours {
    /// Takes in what each term says of others, and turns it around for those. Words without an entry of their own have
    /// no concepts and are left out.
    #[must_use]
    pub fn new(glossary: &Glossary) -> Self {
        let mut noted = vec![Vec::new(); glossary.terms.len()];
        for (place, term) in (0_u32..).zip(&glossary.terms) {
            for (words, fit) in
                [(&term.broader, Fit::Broader), (&term.narrower, Fit::Narrower), (&term.related, Fit::Related)]
            {
                for other in words.iter().filter_map(|word| place_of(word, glossary)).filter(|other| *other != place) {
                    noted[place as usize].push((other, fit));
                    noted[other as usize].push((place, fit.mirrored()));
                }
            }
        }
        for own in &mut noted {
            own.sort_unstable();
            own.dedup_by_key(|(other, _)| *other);
        }
        Self(noted)
    }

    /// The places of the terms beside the one at a place, each with how it relates to that one.
    pub fn of(&self, place: usize) -> impl Iterator<Item = (usize, Fit)> {
        self.0.get(place).into_iter().flatten().map(|&(other, fit)| (other as usize, fit))
    }
}

fn place_of(word: &str, glossary: &Glossary) -> Option<u32> {
    let id = TermId::parse(word)?;
    u32::try_from(glossary.terms.binary_search_by(|term| term.id.cmp(&id)).ok()?).ok()
}
