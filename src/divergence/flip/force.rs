//! Force: one side says must where the other says may, need not or must not.

use crate::divergence::flip::{Places, Texts};
use crate::divergence::text::Text;
use crate::language::Force;

/// Forces that exclude each other.
const CLASHES: &[(Force, Force)] = &[
    (Force::Must, Force::Free),
    (Force::Must, Force::NeedNot),
    (Force::Must, Force::Forbidden),
    (Force::Free, Force::Forbidden),
    (Force::NeedNot, Force::Forbidden),
];

/// How much of two sentences must answer to each other before their forces are compared.
const SAME_SUBJECT: f64 = 0.35;

pub(super) fn find(texts: &Texts<'_>) -> Vec<Places> {
    let mut couples = Vec::new();
    for &(i, of_a) in &texts.a.forces {
        for &(j, of_b) in &texts.b.forces {
            let shared = shared_words(texts, i, j);
            if shared >= SAME_SUBJECT {
                couples.push((of_a != of_b, -shared, i + j, i.abs_diff(j), i, j, clash(of_a, of_b)));
            }
        }
    }
    // Equal forces belong together; only what is left over can clash.
    couples.sort_by(|x, y| x.partial_cmp(y).unwrap_or(std::cmp::Ordering::Equal));
    let (mut found, mut used_a, mut used_b) = (Vec::new(), Vec::new(), Vec::new());
    for (differ, .., i, j, clashes) in couples {
        if used_a.contains(&i) || used_b.contains(&j) || (differ && !clashes) {
            continue;
        }
        used_a.push(i);
        used_b.push(j);
        if clashes {
            found.push((vec![i], vec![j]));
        }
    }
    found
}

fn clash(a: Force, b: Force) -> bool {
    CLASHES.contains(&(a, b)) || CLASHES.contains(&(b, a))
}

/// How much of the sentence of `i` and the sentence of `j` answers to each other, 0 to 1; the same both ways.
fn shared_words(texts: &Texts<'_>, i: usize, j: usize) -> f64 {
    let words = |text: &Text<'_>, place: usize| -> Vec<usize> {
        let same = |&other: &usize| text.tokens[other].sentence == text.tokens[place].sentence;
        text.content_places().filter(same).collect()
    };
    let (of_a, of_b) = (words(texts.a, i), words(texts.b, j));
    let joined = |place: &&usize| texts.alignment.from_a[**place].is_some_and(|partner| of_b.contains(&partner.place));
    match of_a.len() + of_b.len() {
        0 => 0.0,
        all => 2.0 * of_a.iter().filter(joined).count() as f64 / all as f64,
    }
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
            Some(("moet", "hoeft")),
        );
        check(
            "Meewerken aan het traject is vrijwillig.",
            "Meewerken aan het traject is verplicht.",
            Some(("vrijwillig", "verplicht")),
        );
    }

    #[test]
    fn equal_forces_and_other_subjects_do_not_clash() {
        check("De school moet melden.", "De school is verplicht te melden.", None);
        check("De school moet lesgeven.", "De burgemeester mag een straat afsluiten.", None);
    }
}
