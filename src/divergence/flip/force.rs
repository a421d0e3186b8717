//! Force: one side says must where the other says may, need not or must not.

use std::collections::{BTreeMap, BTreeSet};

use crate::divergence::flip::{Places, Texts};
use crate::divergence::text::{Duty, Text};
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
    let shared = Shared::new(texts);
    let mut couples = Vec::new();
    for (i, of_a) in texts.a.duties.iter().enumerate() {
        for (j, of_b) in texts.b.duties.iter().enumerate() {
            let shared = shared.between(clause(texts.a, of_a), clause(texts.b, of_b));
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
        let (of_a, of_b) = (texts.a.duties[i], texts.b.duties[j]);
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

fn clause(text: &Text<'_>, duty: &Duty) -> usize {
    text.tokens[duty.place].clause
}

fn clash(a: Force, b: Force) -> bool {
    CLASHES.contains(&(a, b)) || CLASHES.contains(&(b, a))
}

/// How many words of each clause count, and how many of them answer to each other.
struct Shared {
    of_a: BTreeMap<usize, usize>,
    of_b: BTreeMap<usize, usize>,
    joined: BTreeMap<(usize, usize), usize>,
}

impl Shared {
    fn new(texts: &Texts<'_>) -> Self {
        let words = |text: &Text<'_>| {
            let mut words = BTreeMap::new();
            text.content_places().for_each(|place| *words.entry(text.tokens[place].clause).or_default() += 1);
            words
        };
        let mut joined = BTreeMap::new();
        for (i, partner) in texts.alignment.from_a.iter().enumerate() {
            if let Some(partner) = partner {
                let clauses = (texts.a.tokens[i].clause, texts.b.tokens[partner.place].clause);
                *joined.entry(clauses).or_default() += 1;
            }
        }
        Self { of_a: words(texts.a), of_b: words(texts.b), joined }
    }

    /// How much of the two clauses answers to each other, 0 to 1; the same both ways.
    fn between(&self, a: usize, b: usize) -> f64 {
        let count = |words: &BTreeMap<usize, usize>, clause| words.get(&clause).copied().unwrap_or(0);
        match count(&self.of_a, a) + count(&self.of_b, b) {
            0 => 0.0,
            all => 2.0 * self.joined.get(&(a, b)).copied().unwrap_or(0) as f64 / all as f64,
        }
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
