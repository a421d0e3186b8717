// SPDX-License-Identifier: EUPL-1.2
//! Compounds taken apart: *dreigingsanalyse* is *dreiging* and *analyse*. Parts are words that somebody knows, joined
//! by nothing or by a linking *s*, *e*, *en* or *er*; the last part says what sort of thing it is.

use std::ops::Range;

use crate::language::{is_separable, is_stop_word};

/// The fewest letters of a part.
const SHORTEST: usize = 3;

/// The most letters of a word that is looked into.
const LONGEST: usize = 64;

/// The fewest letters of a part that nobody knows and of the longest part beside it, which must be known as it is
/// written: either row will do.
const BESIDE_UNKNOWN: [(usize, usize); 2] = [(4, 6), (5, 5)];

/// Function words that make compounds as a first part.
const FIRST_PARTS: &[&str] = &["buiten", "deel", "mede", "niet", "tussen", "zelf"];

/// The fewest letters of a prefix of verbs that may be a part at the beginning: *terugkeer*, not *toezicht*.
const SHORTEST_PREFIX: usize = 5;

/// The fewest letters of an ending that no form of a word begins with.
const LONG_SUFFIX: usize = 4;

/// Letters that join two parts.
const LINKS: [&str; 5] = ["", "s", "e", "en", "er"];

/// Beginnings of what follows a word without being a word: *zorgelijk* is no compound.
const SUFFIXES: &[&str] = &[
    "aar", "achtig", "atie", "baar", "bare", "eer", "elijk", "eling", "end", "er", "heden", "heid", "ing", "isch",
    "isme", "ist", "iteit", "lijk", "ling", "loos", "loze", "matig", "schap", "ster", "tje", "vol", "vuldig", "zaam",
    "zame",
];

/// How well a part is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// As it is written.
    Word,
    /// In another form.
    Form,
}

/// Takes a folded word apart into the fewest words that are known; none when it is no compound of such.
pub fn take_apart(word: &str, knows: impl Fn(&str) -> Option<Known>) -> Option<Vec<Range<usize>>> {
    Splitter::of(word, knows)?.split(Unknown::None)
}

/// The same, with one part among them that nobody knows, when enough of the rest is.
pub fn take_apart_loosely(word: &str, knows: impl Fn(&str) -> Option<Known>) -> Option<Vec<Range<usize>>> {
    let splitter = Splitter::of(word, knows)?;
    splitter.split(Unknown::One).filter(|parts| splitter.is_sure(parts))
}

/// How many parts are unknown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unknown {
    None,
    One,
}

/// The cheapest way to a place: what it costs, its last part, and where it was before that, with how many unknown parts.
struct Way {
    cost: usize,
    part: Range<usize>,
    before: (usize, usize),
}

/// For each place the cheapest way without an unknown part, and the cheapest with one.
type Ways = Vec<[Option<Way>; 2]>;

struct Splitter<'a, K> {
    word: &'a str,
    knows: K,
}

impl<'a, K: Fn(&str) -> Option<Known>> Splitter<'a, K> {
    fn of(word: &'a str, knows: K) -> Option<Self> {
        let is_plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
        (is_plain && (2 * SHORTEST..=LONGEST).contains(&word.len())).then_some(Self { word, knows })
    }

    /// The cheapest parts: as few as can be, as they are written, without linking letters.
    fn split(&self, unknown: Unknown) -> Option<Vec<Range<usize>>> {
        let end = self.word.len();
        let mut ways: Ways = (0..=end).map(|_| [None, None]).collect();
        for from in 0..end {
            for strange in 0..=usize::from(unknown == Unknown::One) {
                if let Some(cost) = cost_to(&ways, (from, strange)) {
                    self.go_on(&mut ways, (from, strange), cost, unknown);
                }
            }
        }
        let mut parts = Vec::new();
        let mut place = (end, usize::from(unknown == Unknown::One));
        while let Some(way) = ways[place.0][place.1].take() {
            parts.push(way.part);
            place = way.before;
        }
        parts.reverse();
        (!parts.is_empty()).then_some(parts)
    }

    /// Goes on from a place with each part that may stand there, and the letters that link it to the next.
    fn go_on(&self, ways: &mut Ways, from: (usize, usize), so_far: usize, unknown: Unknown) {
        let end = self.word.len();
        for to in from.0 + SHORTEST..=end {
            let part = from.0..to;
            let known = self.cost(&part, unknown).map(|cost| (cost, 0));
            let strange = || (unknown == Unknown::One && from.1 == 0).then(|| self.cost_of_unknown(&part)).flatten();
            let Some((cost, more)) = known.or_else(|| Some((strange()?, 1))) else { continue };
            for link in LINKS.iter().filter(|link| self.word[to..].starts_with(**link)) {
                let next = to + link.len();
                // The word itself is no part of it, and linking letters link to something.
                let ends = next == end && (part.start == 0 || !link.is_empty());
                let cost = so_far + cost + link.len().min(1);
                let best = &mut ways[next][from.1 + more];
                if !ends && best.as_ref().is_none_or(|best| cost < best.cost) {
                    *best = Some(Way { cost, part: part.clone(), before: from });
                }
            }
        }
    }

    fn cost(&self, part: &Range<usize>, unknown: Unknown) -> Option<usize> {
        let text = &self.word[part.clone()];
        if part.start == 0 && FIRST_PARTS.contains(&text) {
            return (unknown == Unknown::None).then_some(10);
        }
        if is_stop_word(text) || (part.start == 0 && text.len() < SHORTEST_PREFIX && is_separable(text)) {
            return None;
        }
        match ((self.knows)(text)?, unknown) {
            (Known::Word, Unknown::None) => Some(10),
            (Known::Form, Unknown::None) if !self.is_ending(part, LONG_SUFFIX) => Some(12),
            (Known::Word, Unknown::One) if !text.ends_with("eren") => Some(10),
            _ => None,
        }
    }

    fn cost_of_unknown(&self, part: &Range<usize>) -> Option<usize> {
        let text = &self.word[part.clone()];
        let is_word = text.len() > SHORTEST && text.contains(['a', 'e', 'i', 'o', 'u', 'y']);
        (is_word && !is_stop_word(text) && !self.is_ending(part, 0)).then_some(30)
    }

    /// Whether enough is known of parts among which one is unknown.
    fn is_sure(&self, parts: &[Range<usize>]) -> bool {
        let (known, unknown): (Vec<_>, Vec<_>) = parts.iter().partition(|part| self.cost(part, Unknown::One).is_some());
        let longest = |parts: &[&Range<usize>]| parts.iter().map(|part| part.len()).max().unwrap_or(0);
        BESIDE_UNKNOWN.iter().any(|&(strange, beside)| longest(&unknown) >= strange && longest(&known) >= beside)
    }

    /// Whether a part, perhaps with the *s* before it, begins with an ending of so many letters or more.
    fn is_ending(&self, part: &Range<usize>, least: usize) -> bool {
        let rest = &self.word[part.start..];
        let with_s = part.start.checked_sub(1).map(|start| &self.word[start..]).filter(|rest| rest.starts_with('s'));
        let begins = |rest: &str| SUFFIXES.iter().any(|suffix| suffix.len() >= least && rest.starts_with(suffix));
        part.start > 0 && (begins(rest) || with_s.is_some_and(begins))
    }
}

/// What the cheapest way to a place costs, if there is one.
fn cost_to(ways: &Ways, place: (usize, usize)) -> Option<usize> {
    match place {
        (0, 0) => Some(0),
        (at, strange) => ways[at][strange].as_ref().map(|way| way.cost),
    }
}

#[cfg(test)]
mod tests {
    use super::{Known, take_apart, take_apart_loosely};

    fn parts(word: &str) -> Vec<&str> {
        let words = [
            "dreiging",
            "analyse",
            "zorg",
            "zorgen",
            "plan",
            "weeg",
            "moment",
            "kind",
            "bescherming",
            "veilig",
            "veiligheid",
            "huis",
            "team",
            "school",
            "keuken",
            "tafel",
            "gesprek",
            "over",
            "weging",
            "jongeren",
            "werk",
        ];
        let knows = |part: &str| words.contains(&part).then_some(Known::Word);
        let found = take_apart(word, knows).or_else(|| take_apart_loosely(word, knows));
        found.unwrap_or_default().into_iter().map(|part| &word[part]).collect()
    }

    #[test]
    fn a_compound_falls_apart_into_words_and_linking_letters() {
        for (word, expected) in [
            ("dreigingsanalyse", &["dreiging", "analyse"][..]),
            ("zorgplan", &["zorg", "plan"]),
            ("weegmoment", &["weeg", "moment"]),
            ("kinderbescherming", &["kind", "bescherming"]),
            ("veiligheidshuis", &["veiligheid", "huis"]),
            ("schoolzorgteam", &["school", "zorg", "team"]),
            ("keukentafelgesprek", &["keuken", "tafel", "gesprek"]),
            ("jongerenwerk", &["jongeren", "werk"]),
            ("schoolkosten", &["school", "kosten"]),
            ("zorgkosten", &[]),
            ("handelingsteam", &[]),
            ("handelingsschool", &["handelings", "school"]),
        ] {
            assert_eq!(parts(word), expected, "{word}");
        }
    }

    #[test]
    fn what_is_no_compound_of_known_words_stays_whole() {
        for word in [
            "zorg",
            "veiligheid",
            "zorgelijk",
            "overweging",
            "beweging",
            "bloemkool",
            "zorgzz",
            "zorgnrst",
            "zörgplan",
            "",
        ] {
            assert_eq!(parts(word), Vec::<&str>::new(), "{word}");
        }
    }
}
