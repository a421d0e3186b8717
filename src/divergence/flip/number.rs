// SPDX-License-Identifier: EUPL-1.2
//! Number: two limits of one measure that are not the same.

use crate::divergence::flip::{Places, Texts};
use crate::divergence::quantity::Quantity;

/// How much of the two clauses, the quantities aside, must answer to each other.
const SAME_SUBJECT: f64 = 0.35;

pub(super) fn find(texts: &Texts<'_>) -> Vec<Places> {
    let alone = |quantity: &&Quantity, partners: &[Option<_>]| partners[quantity.places.start].is_none();
    let left: Vec<&Quantity> =
        texts.a.quantities.iter().filter(|quantity| alone(quantity, &texts.alignment.from_a)).collect();
    let mut right: Vec<&Quantity> =
        texts.b.quantities.iter().filter(|quantity| alone(quantity, &texts.alignment.from_b)).collect();
    let mut found = Vec::new();
    for of_a in left {
        let same = |of_b: &&Quantity| {
            let clauses = (texts.a.clause(of_a.places.start), texts.b.clause(of_b.places.start));
            of_a.measures == of_b.measures && texts.shared.between(clauses.0, clauses.1) >= SAME_SUBJECT
        };
        if let Some(place) = right.iter().position(same) {
            let of_b = right.remove(place);
            found.push((of_a.places.clone().collect(), of_b.places.clone().collect()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::divergence::flip::{FlipKind, flips_between};

    #[test]
    fn another_period_is_a_flip() {
        let found = flips_between(
            "Op een melding volgt binnen twee weken een antwoord.",
            "Op een melding volgt binnen drie dagen een antwoord.",
        );
        assert_eq!(found, [(FlipKind::Number, "binnen twee weken".to_owned(), "binnen drie dagen".to_owned())]);
    }

    #[test]
    fn the_same_period_in_other_units_is_none() {
        for (a, b) in
            [("binnen twee weken", "uiterlijk 14 dagen"), ("een etmaal", "24 uur"), ("een half jaar", "een half jaar")]
        {
            let text = |period| format!("Op een melding volgt {period} na ontvangst een antwoord.");
            assert_eq!(flips_between(&text(a), &text(b)), [], "{a} {b}");
        }
        let (a, b) = ("Groep van meer dan zes kinderen.", "Groep van ten minste zeven kinderen.");
        assert_eq!(flips_between(a, b), []);
    }
}
