//! Extent: always against never, all against none.

use crate::divergence::flip::{Places, Texts};
use crate::language::Cue;

/// How much of the two clauses must answer to each other.
const SAME_SUBJECT: f64 = 0.5;

pub(super) fn find(texts: &Texts<'_>) -> Vec<Places> {
    let mut found = Vec::new();
    for (of_a, of_b) in [(Cue::All, Cue::NoneAtAll), (Cue::NoneAtAll, Cue::All)] {
        for i in texts.a.places_of(of_a) {
            let same = |&j: &usize| texts.shared.between(texts.a.clause(i), texts.b.clause(j)) >= SAME_SUBJECT;
            found.extend(texts.b.places_of(of_b).find(same).map(|j| (vec![i], vec![j])));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::divergence::flip::{FlipKind, flips_between};

    #[test]
    fn always_against_never_is_a_flip() {
        let found =
            flips_between("De school doet altijd aangifte van geweld.", "De school doet nooit aangifte van geweld.");
        assert_eq!(found, [(FlipKind::Extent, "altijd".to_owned(), "nooit".to_owned())]);
    }

    #[test]
    fn two_words_for_always_are_none() {
        assert_eq!(flips_between("De school doet altijd aangifte.", "De school doet steeds aangifte."), []);
    }
}
