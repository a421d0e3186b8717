// SPDX-License-Identifier: EUPL-1.2
//! The parts of compounds, in what stands in the library and in what someone types.

use std::cell::RefCell;
use std::ops::Range;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::language::{Known, normal_form, take_apart, take_apart_loosely};
use crate::search::library::Library;
use crate::search::stock::Standing;
use crate::work;

/// The fewest letters of a part that is known in another form only.
const SHORTEST_FORM: usize = 4;

/// The parts of a compound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Parts {
    /// Its parts, and its parts that stand next to each other, as *tafelgesprek* in *keukentafelgesprek*: the numbers of
    /// their normal forms.
    pub all: Box<[u32]>,
    /// The places of its parts in the folded word, in bytes.
    places: Box<[Range<u8>]>,
}

/// The words that are compounds, each with its parts.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Compounds {
    all: Vec<Parts>,
    /// For each word the place of its parts, from 1; 0 for what is no compound.
    places: Vec<u32>,
}

impl Compounds {
    /// The parts of every compound that stands in the library. In a name one part may be new: names are where words
    /// are made.
    pub fn of(library: &mut Library) -> Self {
        let names = library.words_of_names();
        let mut found = taken_apart(library.in_texts.words(), parts_in_texts, library);
        found.extend(taken_apart(&names, parts_in_names, library));
        let mut compounds = Self::default();
        for Apart { word, places, forms } in found {
            let all = forms.into_iter().map(|form| library.number(&form)).collect();
            compounds.add(word as usize, Parts { all, places });
        }
        compounds
    }

    /// Adds a compound; what was known of it before is forgotten.
    fn add(&mut self, word: usize, parts: Parts) {
        if self.places.len() <= word {
            self.places.resize(word + 1, 0);
        }
        self.all.push(parts);
        self.places[word] = u32::try_from(self.all.len()).unwrap_or(0);
    }

    /// The parts of a word that is a compound.
    pub fn parts(&self, word: u32) -> Option<&Parts> {
        let place = *self.places.get(word as usize)?;
        self.all.get((place as usize).checked_sub(1)?)
    }
}

/// A word taken apart: the places of its parts, and the normal forms of all runs of them.
struct Apart {
    word: u32,
    places: Box<[Range<u8>]>,
    forms: Vec<String>,
}

/// How many words, one behind the other in the alphabet, are taken apart with one memory: most of their beginnings are the same.
const SOME: usize = 256;

/// Of these sorted words those that are compounds, in their order.
fn taken_apart(words: &[u32], parts_of: PartsOf, library: &Library) -> Vec<Apart> {
    let place = |byte: usize| u8::try_from(byte).expect("what is taken apart has no more than 64 letters");
    let of_some = |words: &&[u32]| {
        let memory = RefCell::new(FxHashMap::default());
        let knows = |part: &str| {
            let remembered = memory.borrow().get(part).copied();
            remembered.unwrap_or_else(|| {
                let made = known(part, library);
                memory.borrow_mut().insert(part.to_owned(), made);
                made
            })
        };
        let apart = |&word: &u32| {
            let spelling = library.spelling(word);
            let parts = parts_of(spelling, library, &knows)?;
            let forms = runs(&parts).map(|run| normal_form(&spelling[run], &library.lexicon)).collect();
            Some(Apart { word, places: parts.iter().map(|part| place(part.start)..place(part.end)).collect(), forms })
        };
        words.iter().filter_map(apart).collect::<Vec<_>>()
    };
    let some: Vec<&[u32]> = words.chunks(SOME).collect();
    work::each(&some, of_some).into_iter().flatten().collect()
}

/// How the places of the parts of a folded word are found, with what knows them.
type PartsOf = fn(&str, &Library, &dyn Fn(&str) -> Option<Known>) -> Option<Vec<Range<usize>>>;

impl Parts {
    /// Where its later parts begin in the folded word, in bytes.
    pub fn inside(&self) -> impl Iterator<Item = usize> {
        self.places.iter().skip(1).map(|part| usize::from(part.start))
    }

    /// Its parts, each with its place and the number of its normal form.
    pub fn with_places(&self) -> Vec<(Range<usize>, u32)> {
        let places: Vec<Range<usize>> =
            self.places.iter().map(|part| usize::from(part.start)..usize::from(part.end)).collect();
        runs(&places).zip(self.all.iter().copied()).collect()
    }
}

/// The places of the parts of a folded word that is a compound of words that the library or the word lists know.
pub(super) fn known_parts(word: &str, library: &Library) -> Option<Vec<Range<usize>>> {
    take_apart(word, |part| known(part, library))
}

/// The same; else with one part that nobody knows, beside parts as they are written.
pub(super) fn likely_parts(word: &str, library: &Library) -> Option<Vec<Range<usize>>> {
    parts_in_names(word, library, &|part| known(part, library))
}

fn parts_in_texts(word: &str, _: &Library, knows: &dyn Fn(&str) -> Option<Known>) -> Option<Vec<Range<usize>>> {
    take_apart(word, knows)
}

fn parts_in_names(word: &str, library: &Library, knows: &dyn Fn(&str) -> Option<Known>) -> Option<Vec<Range<usize>>> {
    let as_written = |part: &str| is_written(part, library).then_some(Known::Word);
    take_apart(word, knows).or_else(|| take_apart_loosely(word, as_written))
}

fn is_written(part: &str, library: &Library) -> bool {
    library.is(part, Standing::Dutch) || library.lexicon.is_plain(part)
}

fn known(part: &str, library: &Library) -> Option<Known> {
    if is_written(part, library) {
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
