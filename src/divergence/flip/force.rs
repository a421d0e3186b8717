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

/// The share of a clause's words that must have partners in the other clause before their forces are compared.
const SAME_SUBJECT: f64 = 0.35;

pub(super) fn find(texts: &Texts<'_>) -> Vec<Places> {
    let mut found = Vec::new();
    for &(i, of_a) in &texts.a.forces {
        let answer = texts
            .b
            .forces
            .iter()
            .map(|&(j, of_b)| (shared_words(texts, i, j), j, of_b))
            .filter(|&(shared, ..)| shared >= SAME_SUBJECT)
            .max_by(|x, y| x.0.total_cmp(&y.0).then(y.1.cmp(&x.1)));
        if let Some((_, j, of_b)) = answer
            && clash(of_a, of_b)
        {
            found.push((vec![i], vec![j]));
        }
    }
    found
}

fn clash(a: Force, b: Force) -> bool {
    CLASHES.contains(&(a, b)) || CLASHES.contains(&(b, a))
}

/// The share of the words in the clause of `i` that have a partner in the clause of `j`; the sentences serve where
/// the clause has no words that count.
fn shared_words(texts: &Texts<'_>, i: usize, j: usize) -> f64 {
    let same = |text: &Text<'_>, x: usize, y: usize| text.tokens[x].sentence == text.tokens[y].sentence;
    let words: Vec<usize> = texts.a.content_places().filter(|&place| same(texts.a, place, i)).collect();
    if words.is_empty() {
        return 0.0;
    }
    let paired =
        |&&place: &&usize| texts.alignment.from_a[place].is_some_and(|partner| same(texts.b, partner.place, j));
    words.iter().filter(paired).count() as f64 / words.len() as f64
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
