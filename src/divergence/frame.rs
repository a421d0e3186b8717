//! Whether two texts tell one thing in one way: the same words in the same parts of the sentence, a few places aside.
//!
//! Only of such texts is a relation claimed. Words may come in another order and a sentence may turn passive, as long
//! as who does what to whom stays what it is.

use std::collections::BTreeMap;

use crate::divergence::align::{Alignment, Partner, Tie};
use crate::divergence::text::Text;

/// Function words in which one sentence may differ from the other: articles, and the verbs and words of the passive.
const FREE: &[&str] = &[
    "de", "het", "een", "er", "te", "is", "zijn", "word", "wordt", "worden", "werd", "werden", "door", "die", "dat",
    "dit", "deze", "dan", "zo", "wel", "haar", "hun", "je", "u", "ben", "bent", "heeft", "hebben",
];

/// Forms of the verbs of the passive.
const PASSIVE: &[&str] = &["wordt", "worden", "word", "werd", "werden"];

/// Whether, apart from the words at these places, the two texts are one frame.
pub(super) fn is_one(a: &Text<'_>, b: &Text<'_>, alignment: &Alignment, apart: (&[usize], &[usize])) -> bool {
    let of_a = content(a, apart.0);
    let of_b = content(b, apart.1);
    !of_a.is_empty()
        && all_answered(&of_a, &alignment.from_a)
        && all_answered(&of_b, &alignment.from_b)
        && same_function_words(a, b, apart)
        && same_parts(a, b, alignment, &of_a)
}

/// The words that count and are not set apart.
fn content(text: &Text<'_>, apart: &[usize]) -> Vec<usize> {
    text.content_places().filter(|place| !apart.contains(place)).collect()
}

fn all_answered(places: &[usize], partners: &[Option<Partner>]) -> bool {
    places.iter().all(|&place| partners[place].is_some_and(|partner| matches!(partner.tie, Tie::Same | Tie::Synonym)))
}

/// Whether the function words are the same, however ordered, those aside that a sentence may add or lose.
fn same_function_words(a: &Text<'_>, b: &Text<'_>, apart: (&[usize], &[usize])) -> bool {
    let words = |text: &Text<'_>, apart: &[usize]| {
        let places = (0..text.tokens.len()).filter(|place| !text.content[*place] && !apart.contains(place));
        let mut words: Vec<String> = places.map(|place| text.tokens[place].folded.clone()).collect();
        words.retain(|word| !FREE.contains(&word.as_str()));
        words.sort_unstable();
        words
    };
    words(a, apart.0) == words(b, apart.1)
}

/// Whether words that answer to each other play the same part, and those that play one part come in one order.
fn same_parts(a: &Text<'_>, b: &Text<'_>, alignment: &Alignment, of_a: &[usize]) -> bool {
    let turned = is_passive(a) != is_passive(b);
    let mut orders: BTreeMap<Option<&str>, Vec<(usize, usize)>> = BTreeMap::new();
    for &i in of_a {
        let Some(partner) = alignment.from_a[i].filter(|_| a.quantity_at(i).is_none()) else { continue };
        let (part_a, part_b) = (part(a, i), part(b, partner.place));
        let agent = turned && [part_a, part_b].contains(&Some("door")) && [part_a, part_b].contains(&None);
        if part_a != part_b && !agent {
            return false;
        }
        orders.entry(part_a).or_default().push((i, partner.place));
    }
    turned || orders.values().all(|places| in_order(places, a))
}

/// Whether the places on both sides go up together. A verb may change places with the word beside it, as in Dutch it
/// does; two nouns may not.
fn in_order(places: &[(usize, usize)], text: &Text<'_>) -> bool {
    let turned = |(before, x): (usize, &(usize, usize))| {
        places[before + 1..].iter().filter(|y| y.1 < x.1).map(|y| (x.0, y.0)).collect::<Vec<_>>()
    };
    let turned: Vec<(usize, usize)> = places.iter().enumerate().flat_map(turned).collect();
    let is_noun = |place: usize| place.checked_sub(1).is_some_and(|before| text.is_article(before));
    match turned.as_slice() {
        [] => true,
        [(one, other)] => !(is_noun(*one) && is_noun(*other)),
        _ => false,
    }
}

fn is_passive(text: &Text<'_>) -> bool {
    text.tokens.iter().any(|token| PASSIVE.contains(&token.folded.as_str()))
}

/// The preposition that governs a word.
fn part<'t>(text: &'t Text<'_>, place: usize) -> Option<&'t str> {
    text.preposition_of(place).map(|before| text.tokens[before].folded.as_str())
}
