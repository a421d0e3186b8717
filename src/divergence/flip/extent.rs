// SPDX-License-Identifier: EUPL-1.2
//! Extent: always against never, all against none.

use crate::divergence::denial::Duty;
use crate::divergence::flip::{Places, Texts};
use crate::divergence::text::Text;
use crate::language::Cue;

/// How much of the two clauses must answer to each other.
const SAME_SUBJECT: f64 = 0.5;

pub(super) fn find(texts: &Texts<'_>) -> Vec<Places> {
    let mut found = Vec::new();
    for (of_a, of_b) in [(Cue::All, Cue::NoneAtAll), (Cue::NoneAtAll, Cue::All)] {
        for i in texts.a.places_of(of_a) {
            let same = |&j: &usize| texts.shared.between(texts.a.clause(i), texts.b.clause(j)) >= SAME_SUBJECT;
            if texts.a.idle.contains(&i) {
                continue;
            }
            let live = |j: &usize| !texts.b.idle.contains(j);
            found.extend(texts.b.places_of(of_b).filter(live).find(same).map(|j| (said(texts.a, i), said(texts.b, j))));
        }
    }
    found
}

/// The word with what must or may be beside it: *moet altijd* against *hoeft geen*.
fn said(text: &Text<'_>, place: usize) -> Vec<usize> {
    let duties = text.duties.iter().filter(|duty| text.clause(duty.place) == text.clause(place));
    let mut places: Vec<usize> = duties.flat_map(Duty::places).chain([place]).collect();
    places.sort_unstable();
    places.dedup();
    places
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
    fn what_must_or_may_be_beside_it_belongs_to_it() {
        let found = flips_between("De school hoeft nooit aangifte te doen.", "De school moet altijd aangifte doen.");
        assert_eq!(found, [(FlipKind::Extent, "hoeft nooit".to_owned(), "moet altijd".to_owned())]);
    }

    #[test]
    fn two_words_for_always_are_none() {
        assert_eq!(flips_between("De school doet altijd aangifte.", "De school doet steeds aangifte."), []);
    }
}
