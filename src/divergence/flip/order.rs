// SPDX-License-Identifier: EUPL-1.2
//! Order: what comes first on one side comes last on the other.

use crate::divergence::flip::{Places, Texts};
use crate::divergence::text::Text;
use crate::language::Cue;

/// Prepositions of time that stand before what they are about: *voor de weging*, *na de weging*.
const PREPOSITIONS: [&str; 2] = ["voor", "na"];

pub(super) fn find(texts: &Texts<'_>) -> Vec<Places> {
    let mut found = Vec::new();
    for (of_a, of_b) in [(Cue::Before, Cue::After), (Cue::After, Cue::Before)] {
        for i in texts.a.places_of(of_a) {
            found.extend(texts.b.places_of(of_b).find(|&j| same_event(texts, i, j)).map(|j| (vec![i], vec![j])));
        }
    }
    found.extend(by_preposition(texts));
    found
}

/// Whether the two joining words open clauses about the same event. *A voordat B* and *B nadat A* say the same.
fn same_event(texts: &Texts<'_>, i: usize, j: usize) -> bool {
    let (of_a, of_b) = (texts.a.clause(i), texts.b.clause(j));
    let straight = texts.shared.joined(of_a, of_b);
    let crossed: usize = (0..texts.b.tokens.last().map_or(0, |last| last.clause + 1))
        .filter(|&other| other != of_b)
        .map(|other| texts.shared.joined(of_a, other))
        .sum();
    straight > 0 && straight > crossed
}

/// *Voor* and *na* before words that answer to each other.
fn by_preposition(texts: &Texts<'_>) -> Option<Places> {
    let joined = texts.alignment.from_a.iter().enumerate().filter_map(|(i, partner)| Some((i, (*partner)?.place)));
    joined.into_iter().find_map(|(i, j)| {
        let (before_a, before_b) = (when(texts.a, i)?, when(texts.b, j)?);
        let differ = texts.a.tokens[before_a].folded != texts.b.tokens[before_b].folded;
        differ.then(|| (vec![before_a, i], vec![before_b, j]))
    })
}

/// The preposition of time that governs a word.
fn when(text: &Text<'_>, place: usize) -> Option<usize> {
    text.preposition_of(place).filter(|&before| PREPOSITIONS.contains(&text.tokens[before].folded.as_str()))
}

#[cfg(test)]
mod tests {
    use crate::divergence::flip::{FlipKind, flips_between};

    #[test]
    fn before_against_after_is_a_flip() {
        let found = flips_between(
            "De school belt de ouders voordat zij de politie inschakelt.",
            "De school belt de ouders nadat zij de politie inschakelt.",
        );
        assert_eq!(found, [(FlipKind::Order, "voordat".to_owned(), "nadat".to_owned())]);
        let found = flips_between("Overleg met partners voor de weging.", "Overleg met partners na de weging.");
        assert_eq!(found, [(FlipKind::Order, "voor weging".to_owned(), "na weging".to_owned())]);
    }

    #[test]
    fn the_same_order_told_the_other_way_around_is_none() {
        let found = flips_between(
            "De school belt de ouders, voordat zij de politie inschakelt.",
            "De school schakelt de politie in, nadat zij de ouders heeft gebeld.",
        );
        assert!(found.iter().all(|flip| flip.0 != FlipKind::Order), "{found:?}");
    }
}
