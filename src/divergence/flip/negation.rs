//! Negation: of two aligned words one is denied and the other is not.

use crate::divergence::align::Tie;
use crate::divergence::flip::{Places, Texts};

pub(super) fn find(texts: &Texts<'_>) -> Vec<Places> {
    let mut found = Vec::new();
    for (i, partner) in texts.alignment.from_a.iter().enumerate() {
        let Some(partner) = partner.filter(|partner| partner.tie != Tie::Opposite) else { continue };
        let j = partner.place;
        let by_prefix = partner.tie == Tie::Denied;
        if texts.a.is_denied(i) != (texts.b.is_denied(j) != by_prefix) {
            found.push((places(&texts.a.denied_by[i], i), places(&texts.b.denied_by[j], j)));
        }
    }
    found
}

/// A word with the negations that deny it: both sides show the word, so that the reader sees what is denied.
fn places(negations: &[usize], word: usize) -> Vec<usize> {
    let mut places = negations.to_vec();
    places.push(word);
    places.sort_unstable();
    places
}

#[cfg(test)]
mod tests {
    use crate::divergence::flip::{FlipKind, flips_between};

    #[test]
    fn a_denied_word_against_the_same_word_is_a_flip() {
        let found =
            flips_between("De school deelt het dossier met ouders.", "De school deelt het dossier niet met ouders.");
        assert_eq!(found, [(FlipKind::Negation, "ouders".to_owned(), "niet ouders".to_owned())]);
    }

    #[test]
    fn a_prefix_denies_and_two_negations_cancel() {
        let found = flips_between("De situatie is veilig voor het kind.", "De situatie is onveilig voor het kind.");
        assert_eq!(found, [(FlipKind::Negation, "veilig".to_owned(), "onveilig".to_owned())]);
        assert_eq!(
            flips_between("De situatie is veilig voor het kind.", "De situatie is niet onveilig voor het kind."),
            []
        );
    }

    #[test]
    fn neutral_groups_double_negations_and_other_shapes_deny_nothing() {
        assert_eq!(flips_between("Alleen delen met toestemming.", "Niet delen zonder toestemming."), []);
        assert_eq!(flips_between("Een onveilige situatie.", "De veiligheid in een situatie."), []);
        assert_eq!(
            flips_between("Plek voor klachten en vragen.", "Plek niet alleen voor klachten maar ook voor vragen."),
            []
        );
    }
}
