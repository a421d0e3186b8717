// SPDX-License-Identifier: EUPL-1.2
//! The places from which a name can be completed: the name itself, its later words, and the parts of its words.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::language::Heads;
use crate::search::entry::Name;
use crate::search::field::SearchField;
use crate::search::library::Library;
use crate::search::minima::Minima;
use crate::search::parts::Parts;
use crate::work;

/// All names, from each place on.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Starts {
    names: Vec<Named>,
    /// With single spaces, from each place on.
    spaced: Sorted,
    /// As one word, from the beginning.
    joined: Sorted,
}

/// A name of a term.
#[derive(Debug, Serialize, Deserialize)]
struct Named {
    /// The place of the term.
    place: u32,
    /// The number of the name among those of its term.
    number: u32,
    field: SearchField,
    /// Its words, folded, with single spaces.
    spaced: Box<str>,
    /// The name as one word, by its number.
    whole: u32,
}

/// Starts in the order of what the names say from there on.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Sorted {
    starts: Vec<Start>,
    heads: Heads,
    /// The rank of each start: who comes first in a list of completions.
    ranks: Minima,
}

/// A place in a name.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Start {
    /// The place of the name in the list of names.
    name: u32,
    /// Where the start is in what the name says, in bytes.
    at: u32,
    from: From,
}

/// Where in a name; better places first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum From {
    /// At its beginning.
    Name,
    /// At a later word.
    Word,
    /// At a later part of a compound.
    Part,
}

/// A name that can be completed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Going {
    pub from: From,
    pub field: SearchField,
    /// How many bytes it says from there on.
    pub length: usize,
    /// The place of the term.
    pub place: usize,
    /// The number of the name among those of its term.
    pub name: usize,
}

/// In which spelling names are looked up.
#[derive(Debug, Clone, Copy)]
enum Spelling {
    Spaced,
    Joined,
}

impl Starts {
    pub fn new(library: &Library) -> Self {
        let mut starts = Self::default();
        let (mut spaced, mut joined) = (Vec::new(), Vec::new());
        for (place, entry) in library.entries.iter().enumerate() {
            for (number, name) in entry.names.iter().enumerate() {
                let (text, tails) = tails(name, library);
                let named = small(starts.names.len());
                let start = |(from, at)| Start { name: named, at: small(at), from };
                spaced.extend(tails.into_iter().map(start));
                joined.push(start((From::Name, 0)));
                let whole = name.wholes.first().copied().unwrap_or_default();
                let (place, number) = (small(place), small(number));
                starts.names.push(Named { place, number, field: name.field, spaced: text.into(), whole });
            }
        }
        let own = &starts;
        let joined = || own.sorted(joined, Spelling::Joined, library);
        let (joined, spaced) = work::both(joined, || own.sorted(spaced, Spelling::Spaced, library));
        (starts.joined, starts.spaced) = (joined, spaced);
        starts
    }

    fn sorted(&self, mut starts: Vec<Start>, spelling: Spelling, library: &Library) -> Sorted {
        let text = |start: &Start| self.text(start, spelling, library);
        let in_order = |start: &Start| self.going(start, text(start).len());
        starts.sort_unstable_by(|x, y| text(x).cmp(text(y)).then_with(|| in_order(x).cmp(&in_order(y))));
        let mut ranked: Vec<usize> = (0..starts.len()).collect();
        ranked.sort_by_cached_key(|&place| in_order(&starts[place]).rank());
        let mut ranks = vec![0; starts.len()];
        ranked.into_iter().enumerate().for_each(|(rank, place)| ranks[place] = small(rank));
        let heads = Heads::of(starts.iter().map(text));
        Sorted { starts, heads, ranks: Minima::new(ranks) }
    }

    /// Names that go on from these folded words, spaced as typed, else written as one word; the best first.
    pub fn going_on_from<'a>(&'a self, words: &[&str], library: &'a Library) -> impl Iterator<Item = Going> + 'a {
        let spaced = self.begun(&words.join(" "), Spelling::Spaced, library);
        let (range, spelling) = if spaced.is_empty() {
            (self.begun(&words.concat(), Spelling::Joined, library), Spelling::Joined)
        } else {
            (spaced, Spelling::Spaced)
        };
        let sorted = self.in_order(spelling);
        let going = move |place: usize| {
            let start = &sorted.starts[place];
            self.going(start, self.text(start, spelling, library).len())
        };
        sorted.ranks.smallest_first(range).map(going)
    }

    /// The whole names that begin with these words, spaced as typed, by their numbers.
    pub fn wholes_beginning_with(&self, words: &str, library: &Library) -> impl Iterator<Item = u32> {
        let begun = &self.spaced.starts[self.begun(words, Spelling::Spaced, library)];
        begun.iter().filter(|start| start.from == From::Name).map(|start| self.names[start.name as usize].whole)
    }

    fn in_order(&self, spelling: Spelling) -> &Sorted {
        match spelling {
            Spelling::Spaced => &self.spaced,
            Spelling::Joined => &self.joined,
        }
    }

    fn begun(&self, typed: &str, spelling: Spelling, library: &Library) -> Range<usize> {
        let Sorted { starts, heads, .. } = self.in_order(spelling);
        let begun = || heads.beginning_with(typed, |place| self.text(&starts[place], spelling, library));
        if typed.is_empty() { 0..0 } else { begun() }
    }

    /// What the name says from there on.
    fn text<'a>(&'a self, start: &Start, spelling: Spelling, library: &'a Library) -> &'a str {
        let name = &self.names[start.name as usize];
        match spelling {
            Spelling::Spaced => &name.spaced[start.at as usize..],
            Spelling::Joined => library.spelling(name.whole),
        }
    }

    fn going(&self, start: &Start, length: usize) -> Going {
        let Named { place, number, field, .. } = self.names[start.name as usize];
        Going { from: start.from, field, length, place: place as usize, name: number as usize }
    }
}

impl Going {
    /// By what completions are put in order.
    pub fn rank(&self) -> (From, SearchField, usize, usize) {
        (self.from, self.field, self.length, self.place)
    }
}

/// What a name says, and where each of its places is in that.
fn tails(name: &Name, library: &Library) -> (String, Vec<(From, usize)>) {
    let mut text = String::new();
    let mut tails = Vec::new();
    for (place, word) in name.words.iter().enumerate() {
        if place > 0 {
            text.push(' ');
        }
        let start = text.len();
        tails.push((if place == 0 { From::Name } else { From::Word }, start));
        let inside = library.parts(word.folded).into_iter().flat_map(Parts::inside);
        tails.extend(inside.map(|inside| (From::Part, start + inside)));
        text.push_str(library.spelling(word.folded));
    }
    (text, tails)
}

fn small(number: usize) -> u32 {
    u32::try_from(number).expect("a glossary has fewer names than 2^32")
}
