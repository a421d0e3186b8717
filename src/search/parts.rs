//! The parts of compounds, in what stands in the library and in what someone types.

use std::collections::HashMap;
use std::ops::Range;

use crate::language::{Known, normal_form, take_apart, take_apart_loosely};
use crate::search::library::Library;
use crate::search::stock::Standing;

/// The fewest letters of a part that is known in another form only.
const SHORTEST_FORM: usize = 4;

/// The parts of a compound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts {
    /// Its parts, and its parts that stand next to each other, as *tafelgesprek* in *keukentafelgesprek*: the numbers of
    /// their normal forms.
    pub all: Vec<u32>,
    /// Where its later parts begin in the folded word, in bytes.
    pub inside: Vec<usize>,
}

impl Parts {
    /// The parts of every compound that stands in the library. In a name one part may be new: names are where words
    /// are made.
    pub fn of_all(library: &mut Library) -> HashMap<u32, Self> {
        let apart = |words: &[u32], parts_of: fn(&str, &Library) -> Option<Vec<Range<usize>>>| {
            let found = words.iter().filter_map(|&word| Some((word, parts_of(library.spelling(word), library)?)));
            found.collect::<Vec<_>>()
        };
        let mut found = apart(&library.in_texts, known_parts);
        found.extend(apart(&library.words_of_names(), likely_parts));
        found.into_iter().map(|(word, parts)| (word, Self::numbered(word, &parts, library))).collect()
    }

    fn numbered(word: u32, parts: &[Range<usize>], library: &mut Library) -> Self {
        let form = |run: Range<usize>| normal_form(&library.spelling(word)[run], &library.lexicon);
        let forms: Vec<String> = runs(parts).map(form).collect();
        let all = forms.into_iter().map(|form| library.number(form)).collect();
        Self { all, inside: parts.iter().skip(1).map(|part| part.start).collect() }
    }
}

/// The places of the parts of a folded word that is a compound of words that the library or the word lists know.
pub(super) fn known_parts(word: &str, library: &Library) -> Option<Vec<Range<usize>>> {
    take_apart(word, |part| known(part, library))
}

/// The same; else with one part that nobody knows.
pub(super) fn likely_parts(word: &str, library: &Library) -> Option<Vec<Range<usize>>> {
    known_parts(word, library).or_else(|| take_apart_loosely(word, |part| known(part, library)))
}

fn known(part: &str, library: &Library) -> Option<Known> {
    if library.is(part, Standing::Dutch) || library.lexicon.is_plain(part) {
        return Some(Known::Word);
    }
    let is_form = |normal: &str| library.is(normal, Standing::DutchForm) || library.lexicon.is_plain_form(normal);
    (part.len() >= SHORTEST_FORM && is_form(&normal_form(part, &library.lexicon))).then_some(Known::Form)
}

/// The places of the parts of a compound, and of parts that stand next to each other, but for the word as a whole.
pub(super) fn runs(parts: &[Range<usize>]) -> impl Iterator<Item = Range<usize>> + '_ {
    let count = parts.len();
    let within = (0..count).flat_map(move |from| (from..count).map(move |to| (from, to)));
    within.filter(move |&(from, to)| to - from + 1 < count).map(|(from, to)| parts[from].start..parts[to].end)
}
