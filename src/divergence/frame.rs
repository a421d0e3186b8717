// SPDX-License-Identifier: EUPL-1.2
//! Whether two texts tell one thing in one way: the same words in the same parts of the sentence, a few places aside.
//!
//! Only of such texts is a relation claimed. Words may come in another order and a sentence may turn passive, as long
//! as who does what to whom stays what it is.

use std::collections::BTreeMap;

use crate::divergence::align::{Alignment, Partner, Tie};
use crate::divergence::flip::FoundFlip;
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
    "dan",
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
    &["als", "indien", "wanneer", "dan"],
];

/// In what two texts differ, apart from the words at some places.
pub(super) struct Difference<'t> {
    /// The words that count and have no like in the other text.
    pub words: (Vec<usize>, Vec<usize>),
    /// The function words that change what is said and stand in one text alone.
    pub weighty: (Vec<&'t str>, Vec<&'t str>),
    /// Whether what must or may be is the same.
    pub same_duties: bool,
    /// Whether words that answer to each other play the same part.
    pub same_parts: bool,
    /// Whether nothing is left to compare.
    empty: bool,
}

impl<'t> Difference<'t> {
    pub fn new(a: &'t Text<'_>, b: &'t Text<'_>, alignment: &Alignment, apart: (&[usize], &[usize])) -> Self {
        let (of_a, of_b) = (content(a, apart.0), content(b, apart.1));
        let weighty = (weighty(a, apart.0), weighty(b, apart.1));
        Self {
            words: (unanswered(a, &of_a, &alignment.from_a), unanswered(b, &of_b, &alignment.from_b)),
            weighty: (without(&weighty.0, &weighty.1), without(&weighty.1, &weighty.0)),
            // What must or may be is no function word, and a flip of it was set apart.
            same_duties: duties(a, apart.0) == duties(b, apart.1),
            same_parts: same_parts(a, b, alignment, &of_a),
            // Texts of which nothing is left are one frame only around what was set apart.
            empty: of_a.is_empty() && apart.0.is_empty(),
        }
    }

    /// Whether the two texts are one frame: nothing of weight stands in one of them alone.
    pub fn is_none(&self) -> bool {
        self.words.0.is_empty()
            && self.words.1.is_empty()
            && self.is_in_words_alone()
            && self.weighty.0.is_empty()
            && self.weighty.1.is_empty()
    }

    /// Whether what differs are words, and neither duties nor the parts that words play.
    pub fn is_in_words_alone(&self) -> bool {
        self.same_duties && self.same_parts && !self.empty
    }
}

/// Whether, apart from the words at these places, the two texts are one frame.
pub(super) fn is_one(a: &Text<'_>, b: &Text<'_>, alignment: &Alignment, apart: (&[usize], &[usize])) -> bool {
    Difference::new(a, b, alignment, apart).is_none()
}

/// How much of a text may stand beside a flip without a like in the other text, as a share of its weight.
const BESIDE: f64 = 0.25;

/// Whether two texts are one frame but for one flip, and a word or two beside it in one of them. Two flips may lift each
/// other, and words in place of other words may say anything; only limits that exclude each other outweigh these.
pub(super) fn flip_decides(a: &Text<'_>, b: &Text<'_>, alignment: &Alignment, flips: &[FoundFlip]) -> bool {
    let [flip] = flips else { return false };
    let (of_a, of_b) = &flip.places;
    // A word that changed places with another stands elsewhere too: both are set apart on either side.
    let with = |own: &[usize], others: &[usize], partners: &[Option<Partner>]| -> Vec<usize> {
        let elsewhere = others.iter().filter_map(|&place| partners[place]).map(|partner| partner.place);
        own.iter().copied().chain(elsewhere).collect()
    };
    let apart = (with(of_a, of_b, &alignment.from_b), with(of_b, of_a, &alignment.from_a));
    let found = Difference::new(a, b, alignment, (&apart.0, &apart.1));
    let beside = a.share_of(&found.words.0).max(b.share_of(&found.words.1));
    let in_one = found.words.0.is_empty() || found.words.1.is_empty();
    let excluded = || match (a.quantity_at(of_a[0]), b.quantity_at(of_b[0])) {
        (Some(a), Some(b)) => a.excludes(b),
        _ => false,
    };
    found.is_in_words_alone() && beside <= BESIDE && (in_one || excluded())
}

/// The words of the first list that the second does not hold; both are sorted.
fn without<'t>(words: &[&'t str], others: &[&'t str]) -> Vec<&'t str> {
    let mut others = others.to_vec();
    let mut left = words.to_vec();
    left.retain(|word| match others.iter().position(|other| other == word) {
        Some(place) => {
            others.remove(place);
            false
        }
        None => true,
    });
    left
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
    let says_something = condition.len() >= 3 && condition.iter().any(|&place| long.content[place]);
    (says_something && is_one(long, short, alignment, (&condition, &[]))).then_some(condition)
}

/// Words between the members of a list.
const JOINS: &[&str] = &["en", "of"];

/// How far before its join a member of a list may stand, in words.
const NEAR_JOIN: usize = 3;

/// Whether these words are members of lists of which another member stands in the other text.
pub(super) fn stand_in_list(text: &Text<'_>, words: &[usize], partners: &[Option<Partner>]) -> bool {
    let joins: Vec<usize> =
        (0..text.tokens.len()).filter(|&place| JOINS.contains(&text.tokens[place].folded.as_str())).collect();
    let is_member = |place: usize, join: usize| {
        let near = place.abs_diff(join) <= NEAR_JOIN && text.tokens[place].sentence == text.tokens[join].sentence;
        near || (place > join && text.clause(place) == text.clause(join))
    };
    let shared = |join: usize| text.content_places().any(|place| partners[place].is_some() && is_member(place, join));
    words.iter().all(|&word| joins.iter().any(|&join| is_member(word, join) && shared(join)))
}

/// The words that count and are not set apart.
fn content(text: &Text<'_>, apart: &[usize]) -> Vec<usize> {
    text.content_places().filter(|place| !apart.contains(place) && !text.denials.contains(place)).collect()
}

/// The words that have no like in the other text, and say something.
fn unanswered(text: &Text<'_>, places: &[usize], partners: &[Option<Partner>]) -> Vec<usize> {
    let like = |place: usize| partners[place].is_some_and(|partner| matches!(partner.tie, Tie::Same | Tie::Synonym));
    places.iter().copied().filter(|&place| !like(place) && !text.is_light(place)).collect()
}

/// The weighty function words, apart from those at these places, sorted; each by the first of those that say the same. Two
/// negations that lift each other say *alleen*.
fn weighty<'t>(text: &'t Text<'_>, apart: &[usize]) -> Vec<&'t str> {
    let is_lifted = |place: &usize| text.lifted.iter().any(|pair| pair.contains(place));
    let places =
        (0..text.tokens.len()).filter(|place| !text.content[*place] && !apart.contains(place) && !is_lifted(place));
    // What turned a word of force around is compared with that word.
    let is_of_duty = |place: &usize| text.duties.iter().any(|duty| duty.denied_by.contains(place));
    let is_whether = |place: &usize| text.tokens[*place].folded == "of" && text.opens_sentence(*place);
    let weighs = |place: &usize| {
        let is_weighty = WEIGHTY.contains(&text.tokens[*place].folded.as_str());
        let is_reach = REACHES.iter().any(|&cue| text.has_cue(*place, cue));
        (is_weighty || is_reach) && !is_of_duty(place) && !is_whether(place)
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

/// Prepositions that may stand for each other, as verbs and nouns ask for them: *wijst op*, *een aanwijzing voor*.
const ALIKE: &[[&str; 2]] = &[
    ["bij", "in"],
    ["bij", "tijdens"],
    ["bij", "op"],
    ["door", "via"],
    ["in", "op"],
    ["in", "tijdens"],
    ["met", "via"],
    ["naar", "op"],
    ["om", "rond"],
    ["op", "tot"],
    ["op", "voor"],
    ["over", "van"],
    ["sinds", "vanaf"],
];

/// Prepositions that say who acts, gives or gets: beside a noun without one they tell another part.
const ROLES: &[&str] = &["aan", "door", "naar", "tegen"];

/// Whether all words that answer to each other come in one order, and each stands after like prepositions:
/// then their parts are the same, whatever prepositions their verbs and nouns ask for.
fn in_one_order(a: &Text<'_>, b: &Text<'_>, alignment: &Alignment, of_a: &[usize]) -> bool {
    let joined: Vec<(usize, usize)> = of_a.iter().filter_map(|&i| Some((i, alignment.from_a[i]?.place))).collect();
    let alike = |&(i, j): &(usize, usize)| match (part(a, i), part(b, j)) {
        (Some(one), Some(other)) => {
            one == other || ALIKE.iter().any(|pair| *pair == [one, other] || *pair == [other, one])
        }
        (Some(one), None) | (None, Some(one)) => !ROLES.contains(&one),
        (None, None) => true,
    };
    joined.iter().all(alike) && joined.is_sorted_by_key(|&(_, j)| j)
}

/// Whether words that answer to each other play the same part, and those that play one part come in one order.
fn same_parts(a: &Text<'_>, b: &Text<'_>, alignment: &Alignment, of_a: &[usize]) -> bool {
    let turned = a.is_passive() != b.is_passive();
    if !turned && in_one_order(a, b, alignment, of_a) {
        return true;
    }
    let clauses = clauses_answer(a, b, alignment, of_a);
    let mut orders: BTreeMap<_, Vec<(usize, usize)>> = BTreeMap::new();
    for &i in of_a {
        let Some(partner) = alignment.from_a[i].filter(|_| a.quantity_at(i).is_none()) else { continue };
        let (part_a, part_b) = (part(a, i), part(b, partner.place));
        let agent = turned && [part_a, part_b].contains(&Some("door")) && [part_a, part_b].contains(&None);
        // The one that decides in *de burgemeester beslist* is the one in *besluit van de burgemeester*.
        let owner = matches!((part_a, part_b), (None, Some("van")) | (Some("van"), None));
        if part_a != part_b && !agent && !owner {
            return false;
        }
        let clause = if clauses { a.clause(i) } else { 0 };
        orders.entry((clause, part_a)).or_default().push((i, partner.place));
    }
    turned || orders.values().all(|places| in_order(places, a))
}

/// Whether each clause answers to one clause of the other text, in whatever order they come.
fn clauses_answer(a: &Text<'_>, b: &Text<'_>, alignment: &Alignment, of_a: &[usize]) -> bool {
    let joined = of_a.iter().filter_map(|&i| Some((a.clause(i), b.clause(alignment.from_a[i]?.place))));
    let (mut of_clauses, mut to_clauses) = (BTreeMap::new(), BTreeMap::new());
    joined
        .into_iter()
        .all(|(from, to)| *of_clauses.entry(from).or_insert(to) == to && *to_clauses.entry(to).or_insert(from) == from)
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
