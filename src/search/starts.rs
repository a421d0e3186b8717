//! The places from which a name can be completed: the name itself, its later words, and the parts of its words.

use crate::search::entry::Name;
use crate::search::field::SearchField;
use crate::search::library::Library;

/// All names, from each place on.
#[derive(Debug, Default)]
pub(super) struct Starts {
    /// With single spaces; sorted.
    spaced: Vec<Start>,
    /// Whole names as one word; sorted.
    joined: Vec<Start>,
}

/// A place from which a name can be completed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Start {
    /// What the name says from there on, folded.
    pub text: String,
    pub from: From,
    pub field: SearchField,
    /// The place of the term.
    pub place: usize,
    /// The number of the name among those of its term.
    pub name: usize,
    /// The name as one word, by its number.
    pub whole: u32,
}

/// Where in a name; better places first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum From {
    /// At its beginning.
    Name,
    /// At a later word.
    Word,
    /// At a later part of a compound.
    Part,
}

impl Starts {
    pub fn new(library: &Library) -> Self {
        let mut starts = Self::default();
        for (place, entry) in library.entries.iter().enumerate() {
            for (number, name) in entry.names.iter().enumerate() {
                let whole = name.wholes.first().copied().unwrap_or_default();
                let start = |from, text| Start { text, from, field: name.field, place, name: number, whole };
                starts.spaced.extend(tails(name, library).into_iter().map(|(from, text)| start(from, text)));
                let joined = name.words.iter().map(|word| library.spelling(word.folded)).collect();
                starts.joined.push(start(From::Name, joined));
            }
        }
        starts.spaced.sort();
        starts.joined.sort();
        starts
    }

    /// Names that go on from these folded words: spaced as typed, else written as one word.
    pub fn going_on_from(&self, words: &[&str]) -> &[Start] {
        let found = begun(&self.spaced, &words.join(" "));
        if found.is_empty() { begun(&self.joined, &words.concat()) } else { found }
    }

    /// The whole names that begin with these words, spaced as typed, by their numbers.
    pub fn wholes_beginning_with(&self, words: &str) -> Vec<u32> {
        let names = begun(&self.spaced, words).iter().filter(|start| start.from == From::Name);
        names.map(|start| start.whole).collect()
    }
}

/// What a name says from each of its places on.
fn tails(name: &Name, library: &Library) -> Vec<(From, String)> {
    let words: Vec<&str> = name.words.iter().map(|word| library.spelling(word.folded)).collect();
    let mut tails = Vec::new();
    for (place, word) in name.words.iter().enumerate() {
        let from = if place == 0 { From::Name } else { From::Word };
        tails.push((from, words[place..].join(" ")));
        let inside = library.parts(word.folded).map(|parts| parts.inside.as_slice()).unwrap_or_default();
        let text = |start: usize| [&[&words[place][start..]], &words[place + 1..]].concat().join(" ");
        tails.extend(inside.iter().map(|&start| (From::Part, text(start))));
    }
    tails
}

fn begun<'a>(sorted: &'a [Start], typed: &str) -> &'a [Start] {
    let first = sorted.partition_point(|start| start.text.as_str() < typed);
    let count = sorted[first..].partition_point(|start| start.text.starts_with(typed));
    if typed.is_empty() { &[] } else { &sorted[first..first + count] }
}
