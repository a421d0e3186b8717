//! Words that come near one that nobody knows: for *bedoelde u*, never for hits.

use crate::language::{is_denying, is_stop_word, resemblance};
use crate::search::library::Library;
use crate::search::question::Asked;

/// The fewest letters of a word that resembles anything.
const SHORTEST: usize = 4;

/// The fewest letters of a word that is seen at the end of a longer one.
const SHORTEST_END: usize = 5;

/// How far the first half of a compound lies from it, and the last half, in edits: *casus* in *casusregisseur*.
const HALVES: (usize, usize) = (2, 3);

/// The words of names that resemble an unknown word, or are half of it, each with how far it lies.
pub(super) fn resembling(word: &Asked, library: &Library) -> Vec<(usize, u32)> {
    let typed = word.folded.as_str();
    if !word.is_unknown() || typed.chars().count() < SHORTEST {
        return Vec::new();
    }
    let telling = library.in_names.iter().filter(|&&known| !is_stop_word(library.spelling(known)));
    telling.filter_map(|&known| Some((distance(typed, library.spelling(known))?, known))).collect()
}

fn distance(typed: &str, known: &str) -> Option<usize> {
    let half = || {
        let letters = known.chars().count();
        let first = (letters >= SHORTEST && typed.starts_with(known)).then_some(HALVES.0);
        let last = || typed.strip_suffix(known).filter(|rest| letters >= SHORTEST_END && !is_denying(rest));
        first.or_else(|| last().map(|_| HALVES.1))
    };
    resemblance(typed, known).or_else(half)
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn a_word_is_near_when_it_resembles_or_is_half_of_a_compound() {
        assert_eq!(distance("reggiee", "regie"), Some(2));
        assert_eq!(distance("casusregisseur", "casus"), Some(2));
        assert_eq!(distance("politieoverleg", "overleg"), Some(3));
        assert_eq!(distance("onveilig", "veilig"), None);
        assert_eq!(distance("hond", "mond"), None);
    }
}
