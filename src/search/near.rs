// SPDX-License-Identifier: EUPL-1.2
//! Words that come near one that nobody knows: for *bedoelde u*, never for hits.

use crate::language::{SHARED_BEGINNING, is_stop_word, resemblance};
use crate::search::library::Library;
use crate::search::question::Asked;

/// The fewest letters of a word that resembles anything.
const SHORTEST: usize = 4;

/// The words of names that resemble an unknown word, each with how far it lies.
pub(super) fn resembling(word: &Asked, library: &Library) -> Vec<(usize, u32)> {
    let typed = word.folded.as_str();
    if !word.is_unknown() || typed.chars().count() < SHORTEST {
        return Vec::new();
    }
    let beginning: String = typed.chars().take(SHARED_BEGINNING).collect();
    let alike = library.in_labels.going_on_from(&beginning).iter().copied();
    let telling = alike.filter(|&known| !is_stop_word(library.spelling(known)));
    telling.filter_map(|known| Some((resemblance(typed, library.spelling(known))?, known))).collect()
}
