// SPDX-License-Identifier: EUPL-1.2
//! Negation: one text denies what the other says. Either one of two aligned words is denied and the other is not, or a
//! whole clause is denied that the other text says.

use crate::divergence::align::{Partner, Tie};
use crate::divergence::flip::{Places, Texts};
use crate::divergence::text::Text;

/// How much of a denied clause the other text must hold before it is the denied thing that it says.
const SAID: f64 = 0.6;

/// The same where the denied word itself has no partner.
const SAID_OTHERWISE: f64 = 0.7;

pub(super) fn find(texts: &Texts<'_>) -> Vec<Places> {
    let mut found = Vec::new();
    let both = said_by_both(texts);
    let denied_a = |place: usize| texts.a.denials_left(place, &both.0);
    let denied_b = |place: usize| texts.b.denials_left(place, &both.1);
    for (i, partner) in texts.alignment.from_a.iter().enumerate() {
        let Some(partner) = partner.filter(|partner| partner.tie != Tie::Opposite) else { continue };
        if texts.a.quantity_at(i).is_some_and(|quantity| quantity.places.start != i) {
            continue;
        }
        let j = partner.place;
        let by_prefix = partner.tie == Tie::Denied;
        let said = held(texts.a, &texts.alignment.from_a, i).max(held(texts.b, &texts.alignment.from_b, j));
        if denied_a(i) != (denied_b(j) != by_prefix) && said >= SAID {
            found.push((texts.a.with_denials(i), texts.b.with_denials(j)));
        }
    }
    if found.is_empty() {
        found.extend(clause_denied(texts.a, &texts.alignment.from_a, texts.b));
        let turned = clause_denied(texts.b, &texts.alignment.from_b, texts.a);
        found.extend(turned.map(|(of_b, of_a)| (of_a, of_b)));
    }
    found
}

/// The negations that both texts hold: what the one denies has its partner in the clause in which the other denies. They
/// set nothing apart, whichever word they were thought to deny.
fn said_by_both(texts: &Texts<'_>) -> Places {
    let (mut of_a, mut of_b) = (Vec::new(), Vec::new());
    let negations_b: Vec<(usize, usize)> = texts.b.negations().collect();
    for (target_a, a) in texts.a.negations() {
        let answers = |&&(target_b, b): &&(usize, usize)| {
            let in_b = texts.alignment.from_a[target_a].map(|partner| texts.b.clause(partner.place));
            let in_a = texts.alignment.from_b[target_b].map(|partner| texts.a.clause(partner.place));
            !of_b.contains(&b) && (in_b == Some(texts.b.clause(b)) || in_a == Some(texts.a.clause(a)))
        };
        if let Some(&(_, b)) = negations_b.iter().find(answers) {
            of_a.push(a);
            of_b.push(b);
        }
    }
    (of_a, of_b)
}

/// A clause that one text denies, though its denied word has no partner, and the other says.
fn clause_denied(text: &Text<'_>, partners: &[Option<Partner>], other: &Text<'_>) -> Option<Places> {
    let denied = |place: &usize| text.is_denied(*place) && partners[*place].is_none();
    for place in (0..text.tokens.len()).filter(denied) {
        let clause = text.tokens[place].clause;
        let near = text
            .content_places()
            .filter(|&word| text.tokens[word].clause == clause && partners[word].is_some())
            .min_by_key(|&word| word.abs_diff(place));
        let Some((near, partner)) = near.and_then(|near| Some((near, partners[near]?))) else { continue };
        let other_denies = other
            .tokens
            .iter()
            .enumerate()
            .any(|(there, token)| token.clause == other.tokens[partner.place].clause && other.is_denied(there));
        if held(text, partners, near) >= SAID_OTHERWISE && !other_denies {
            return Some((text.with_denials(place), vec![partner.place]));
        }
    }
    None
}

/// How much of the clause in which a word stands has partners in the other text, 0 to 1.
fn held(text: &Text<'_>, partners: &[Option<Partner>], place: usize) -> f64 {
    let in_clause = |&word: &usize| text.tokens[word].clause == text.tokens[place].clause;
    let all = text.content_places().filter(in_clause).count();
    let with = text.content_places().filter(in_clause).filter(|&word| partners[word].is_some()).count();
    if all == 0 { 0.0 } else { with as f64 / all as f64 }
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
