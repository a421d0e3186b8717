//! Whether two texts tell one thing in one way: the same words in the same parts of the sentence, a few places aside.
//!
//! Only of such texts is a relation claimed. Words may come in another order and a sentence may turn passive, as long
//! as who does what to whom stays what it is.

use std::collections::BTreeMap;

use crate::divergence::align::{Alignment, Partner, Tie};
use crate::divergence::text::Text;
use crate::language::{Cue, Force};

/// Function words that change what is said; all others may differ. Prepositions are held by the part that they give to a
/// word.
const WEIGHTY: &[&str] = &[
    "al",
    "alle",
    "allen",
    "alleen",
    "als",
    "altijd",
    "beide",
    "behalve",
    "elk",
    "elke",
    "en",
    "enkel",
    "enkele",
    "geen",
    "hoewel",
    "ieder",
    "iedere",
    "iedereen",
    "indien",
    "maar",
    "meer",
    "meest",
    "minder",
    "minst",
    "mits",
    "niemand",
    "niet",
    "niets",
    "noch",
    "nog",
    "nooit",
    "of",
    "ook",
    "pas",
    "slechts",
    "sommige",
    "soms",
    "tegen",
    "tenzij",
    "terwijl",
    "uitsluitend",
    "vooral",
    "wanneer",
    "wel",
    "wie",
    "zelf",
    "zelfs",
    "zodra",
    "zonder",
    "zowel",
];

/// Listed words that say how far a rule reaches; they weigh as much.
const REACHES: [Cue; 3] = [Cue::All, Cue::NoneAtAll, Cue::Only];

/// Weighty words that say the same.
const EQUAL: &[&[&str]] = &[
    &["alleen", "uitsluitend", "enkel", "slechts", "louter"],
    &["altijd", "steeds", "standaard"],
    &["elke", "elk", "ieder", "iedere"],
    &["als", "indien", "wanneer"],
];

/// Whether, apart from the words at these places, the two texts are one frame.
pub(super) fn is_one(a: &Text<'_>, b: &Text<'_>, alignment: &Alignment, apart: (&[usize], &[usize])) -> bool {
    let of_a = content(a, apart.0);
    let of_b = content(b, apart.1);
    // Texts of which nothing is left are one frame only around what was set apart.
    (!of_a.is_empty() || !apart.0.is_empty())
        && all_answered(&of_a, &alignment.from_a)
        && all_answered(&of_b, &alignment.from_b)
        && same_function_words(a, b, apart)
        && same_parts(a, b, alignment, &of_a)
}

/// Words that open a condition: what follows makes a meaning narrower.
const CONDITIONS: &[&str] =
    &["als", "indien", "mits", "waarbij", "waarin", "waarop", "waarvan", "waarvoor", "wanneer", "zodra"];

/// The places of the one condition by which `long` is narrower than `short`, when that is all in which they differ.
pub(super) fn condition_of(long: &Text<'_>, short: &Text<'_>, alignment: &Alignment) -> Option<Vec<usize>> {
    let start = (1..long.tokens.len()).find(|&place| {
        let opens = CONDITIONS.contains(&long.tokens[place].folded.as_str());
        opens && (place..long.tokens.len()).all(|after| !long.content[after] || alignment.from_a[after].is_none())
    })?;
    let condition: Vec<usize> = (start..long.tokens.len()).collect();
    let says_something = condition.iter().filter(|&&place| long.content[place]).count() >= 2;
    (says_something && is_one(long, short, alignment, (&condition, &[]))).then_some(condition)
}

/// The words that count and are not set apart.
fn content(text: &Text<'_>, apart: &[usize]) -> Vec<usize> {
    text.content_places().filter(|place| !apart.contains(place) && !text.denials.contains(place)).collect()
}

fn all_answered(places: &[usize], partners: &[Option<Partner>]) -> bool {
    places.iter().all(|&place| partners[place].is_some_and(|partner| matches!(partner.tie, Tie::Same | Tie::Synonym)))
}

/// Whether the function words that change what is said are the same, however ordered, and what must or may be too.
fn same_function_words(a: &Text<'_>, b: &Text<'_>, apart: (&[usize], &[usize])) -> bool {
    // What must or may be is no function word, and a flip of it was set apart.
    weighty(a, apart.0) == weighty(b, apart.1) && duties(a, apart.0) == duties(b, apart.1)
}

/// The weighty function words, apart from those at these places, sorted; each by the first of those that say the same. Two
/// negations that lift each other say *alleen*.
fn weighty<'t>(text: &'t Text<'_>, apart: &[usize]) -> Vec<&'t str> {
    let is_lifted = |place: &usize| text.lifted.iter().any(|pair| pair.contains(place));
    let places =
        (0..text.tokens.len()).filter(|place| !text.content[*place] && !apart.contains(place) && !is_lifted(place));
    let weighs = |place: &usize| {
        WEIGHTY.contains(&text.tokens[*place].folded.as_str()) || REACHES.iter().any(|&cue| text.has_cue(*place, cue))
    };
    let said = |place: usize| {
        let word = text.tokens[place].folded.as_str();
        EQUAL.iter().find(|equal| equal.contains(&word)).map_or(word, |equal| equal[0])
    };
    let mut words: Vec<&str> = places.filter(weighs).map(said).collect();
    words.extend(text.lifted.iter().map(|_| "alleen"));
    words.sort_unstable();
    words
}

/// What must or may be, apart from the words at these places, in order.
fn duties(text: &Text<'_>, apart: &[usize]) -> Vec<Force> {
    text.duties.iter().filter(|duty| !apart.contains(&duty.place)).map(|duty| duty.force).collect()
}

/// Whether words that answer to each other play the same part, and those that play one part come in one order.
fn same_parts(a: &Text<'_>, b: &Text<'_>, alignment: &Alignment, of_a: &[usize]) -> bool {
    let turned = a.is_passive() != b.is_passive();
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

/// The preposition that governs a word.
fn part<'t>(text: &'t Text<'_>, place: usize) -> Option<&'t str> {
    let before = text.preposition_of(place)?;
    let lifted = text.lifted.iter().any(|[_, without]| *without == before);
    Some(if lifted { "met" } else { text.tokens[before].folded.as_str() })
}
