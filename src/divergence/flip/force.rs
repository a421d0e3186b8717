// SPDX-License-Identifier: EUPL-1.2
//! Force: one side says must where the other says may, need not or must not.

use std::collections::BTreeSet;

use crate::divergence::flip::{Places, Texts};
use crate::language::Force;

/// Forces that exclude each other.
const CLASHES: &[(Force, Force)] = &[
    (Force::Must, Force::Free),
    (Force::Must, Force::NeedNot),
    (Force::Must, Force::Forbidden),
    (Force::Free, Force::Forbidden),
    (Force::NeedNot, Force::Forbidden),
];

/// How much of two clauses must answer to each other before their forces are compared.
const SAME_SUBJECT: f64 = 0.35;

pub(super) fn find(texts: &Texts<'_>) -> Vec<Places> {
    let mut couples = Vec::new();
    for (i, of_a) in texts.a.duties.iter().enumerate() {
        for (j, of_b) in texts.b.duties.iter().enumerate() {
            let shared = texts.shared.between(texts.a.clause(of_a.place), texts.b.clause(of_b.place));
            if shared >= SAME_SUBJECT {
                couples.push((of_a.force != of_b.force, shared, i, j));
            }
        }
    }
    // Equal forces belong together; only what is left over can clash.
    let order = |&(_, _, i, j): &(bool, f64, usize, usize)| (i + j, i.abs_diff(j), i);
    couples.sort_by(|x, y| x.0.cmp(&y.0).then(y.1.total_cmp(&x.1)).then_with(|| order(x).cmp(&order(y))));
    let (mut found, mut used_a, mut used_b) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for (differ, _, i, j) in couples {
        let (of_a, of_b) = (&texts.a.duties[i], &texts.b.duties[j]);
        let clashes = clash(of_a.force, of_b.force);
        if used_a.contains(&i) || used_b.contains(&j) || (differ && !clashes) {
            continue;
        }
        used_a.insert(i);
        used_b.insert(j);
        if clashes {
            found.push((of_a.places(), of_b.places()));
        }
    }
    found
}

fn clash(a: Force, b: Force) -> bool {
    CLASHES.contains(&(a, b)) || CLASHES.contains(&(b, a))
}

#[cfg(test)]
mod tests {
    use crate::divergence::flip::{FlipKind, flips_between};

    fn check(a: &str, b: &str, expected: Option<(&str, &str)>) {
        let found = flips_between(a, b);
        let expected: Vec<_> =
            expected.into_iter().map(|(a, b)| (FlipKind::Force, a.to_owned(), b.to_owned())).collect();
        assert_eq!(found, expected, "{a} | {b}");
    }

    #[test]
    fn must_clashes_with_may_and_need_not() {
        check("De professional moet zorgen melden.", "De professional mag zorgen melden.", Some(("moet", "mag")));
        check(
            "De ouder moet meewerken aan hulp.",
            "De ouder hoeft niet mee te werken aan hulp.",
            Some(("moet", "hoeft niet")),
        );
        check(
            "Meewerken aan het traject is vrijwillig.",
            "Meewerken aan het traject is verplicht.",
            Some(("vrijwillig", "verplicht")),
        );
    }

    #[test]
    fn a_negation_belongs_to_the_word_of_force_and_is_shown_with_it() {
        check("De school mag gegevens delen.", "De school mag gegevens niet delen.", Some(("mag", "mag niet")));
        check("Meedoen aan het traject is vrijwillig.", "Meedoen aan het traject is niet verplicht.", None);
        check("Meedoen aan het traject is verplicht.", "Meedoen aan het traject is niet vrijwillig.", None);
    }

    #[test]
    fn equal_forces_and_other_subjects_do_not_clash() {
        check("De school moet melden.", "De school is verplicht te melden.", None);
        check("De school mag gegevens delen.", "De school mag gegevens delen, maar hoeft dat niet.", None);
        check("De school moet lesgeven.", "De burgemeester mag een straat afsluiten.", None);
    }
}
