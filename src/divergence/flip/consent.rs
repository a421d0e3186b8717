// SPDX-License-Identifier: EUPL-1.2
//! Consent: one side acts with consent, the other without.

use crate::divergence::flip::{Places, Texts};
use crate::divergence::text::Text;
use crate::language::Cue;

pub(super) fn find(texts: &Texts<'_>) -> Vec<Places> {
    let joined = texts.alignment.from_a.iter().enumerate().filter_map(|(i, partner)| Some((i, (*partner)?.place)));
    joined
        .filter(|&(i, j)| texts.a.has_cue(i, Cue::Consent) || texts.b.has_cue(j, Cue::Consent))
        .filter(|&(i, j)| texts.a.is_denied(i) != texts.b.is_denied(j))
        .map(|(i, j)| (said(texts.a, i), said(texts.b, j)))
        .collect()
}

/// The words that say it: *met toestemming*, *zonder toestemming*.
fn said(text: &Text<'_>, noun: usize) -> Vec<usize> {
    let mut places = text.with_denials(noun);
    places.extend(text.preposition_of(noun));
    places.sort_unstable();
    places.dedup();
    places
}

#[cfg(test)]
mod tests {
    use crate::divergence::flip::{FlipKind, flips_between};

    #[test]
    fn with_and_without_consent_is_a_flip() {
        let found = flips_between(
            "De school deelt gegevens met toestemming van de ouders.",
            "De school deelt gegevens zonder toestemming van de ouders.",
        );
        assert_eq!(found, [(FlipKind::Consent, "met toestemming".to_owned(), "zonder toestemming".to_owned())]);
    }

    #[test]
    fn two_ways_to_ask_for_consent_are_none() {
        let (a, b) = ("Alleen delen met toestemming.", "Niet delen zonder toestemming.");
        assert_eq!(flips_between(a, b), []);
    }
}
