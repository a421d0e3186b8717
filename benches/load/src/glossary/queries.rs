// SPDX-License-Identifier: EUPL-1.2
//! What people would type to find a generated term, in eight kinds, each query with the term that it was made from.

use std::collections::{BTreeMap, BTreeSet};

use super::random::Random;
use super::terms::Term;
use super::words::{Words, forms};

/// The kinds of queries, with how many of each stand in a hundred.
pub const KINDS: &[(&str, usize)] = &[
    ("exact", 20),
    ("synonym", 15),
    ("twowords", 17),
    ("prefix", 18),
    ("stem", 10),
    ("typo", 10),
    ("compound", 5),
    ("nohit", 5),
];

/// The most terms that share the beginning of a name, or two words, when a query asks for one of them.
const MOST_SHARING: usize = 8;

/// The shortest beginning, and the shortest word that is mistyped, in letters.
const SHORTEST_PREFIX: usize = 3;
const SHORTEST_MISTYPED: usize = 7;

/// How often another term is tried when nothing can be made of one.
const TRIES: usize = 400;

/// The letters beside each on a keyboard, for those that stand in most words.
const BESIDE: &[(u8, u8)] = &[(b'e', b'r'), (b'n', b'b'), (b'a', b's'), (b't', b'y'), (b'i', b'o'), (b'r', b't')];

/// A query as it is typed.
pub struct Query {
    pub kind: &'static str,
    pub typed: String,
    /// The identifiers of the terms that should be found; none when nothing should.
    pub expect: Vec<String>,
}

impl Query {
    /// One line of JSON; generated words need no escapes.
    pub fn line(&self) -> String {
        let expect: Vec<String> = self.expect.iter().map(|id| format!("\"{id}\"")).collect();
        format!("{{\"kind\":\"{}\",\"q\":\"{}\",\"expect\":[{}]}}\n", self.kind, self.typed, expect.join(","))
    }
}

/// Makes about so many queries, in an order by chance. Of a small glossary some kinds have fewer.
pub fn make(terms: &[Term], words: &Words, mut random: Random, count: usize) -> Vec<Query> {
    let desk = Desk::new(terms, words);
    let mut queries = Vec::new();
    for &(kind, percent) in KINDS {
        for _ in 0..(count * percent).div_ceil(100) {
            queries.extend((0..TRIES).find_map(|_| desk.query(kind, &mut random)));
        }
    }
    random.shuffle(&mut queries);
    queries
}

/// What queries are made of.
struct Desk<'a> {
    terms: &'a [Term],
    words: &'a Words,
    /// Every name, without spaces.
    names: BTreeSet<String>,
    /// The words of all names, each with its term.
    in_names: BTreeSet<(&'a str, usize)>,
    /// For each word of texts the terms that have it, sorted.
    in_texts: BTreeMap<u32, Vec<usize>>,
}

impl<'a> Desk<'a> {
    fn new(terms: &'a [Term], words: &'a Words) -> Self {
        let all_names = |term: &'a Term| std::iter::once(&term.label).chain(&term.synonyms);
        let names = terms.iter().flat_map(all_names).map(|name| name.text.replace(' ', "")).collect();
        let numbered = || terms.iter().enumerate();
        let words_of = |term: &'a Term| all_names(term).flat_map(|name| name.text.split(' '));
        let in_names = numbered().flat_map(|(place, term)| words_of(term).map(move |word| (word, place))).collect();
        let mut in_texts: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (place, word) in numbered().flat_map(|(place, term)| term.words.iter().map(move |&word| (place, word))) {
            in_texts.entry(word).or_default().push(place);
        }
        Self { terms, words, names, in_names, in_texts }
    }

    /// A query of a kind about a term by chance, when one can be made of it.
    fn query(&self, kind: &'static str, random: &mut Random) -> Option<Query> {
        let place = random.below(self.terms.len());
        let term = &self.terms[place];
        let typed = match kind {
            "exact" => Some(term.label.text.clone()),
            "synonym" => (!term.synonyms.is_empty()).then(|| random.pick(&term.synonyms).text.clone()),
            "twowords" => self.two_words(place, random),
            "prefix" => self.prefix(term),
            "stem" => self.form(term, random),
            "typo" => self.mistyped(&term.label.text, random),
            "compound" => otherwise_spaced(term),
            _ => return Some(Query { kind, typed: nonsense(random), expect: Vec::new() }),
        };
        Some(Query { kind, typed: typed?, expect: vec![term.id()] })
    }

    /// A word of a phrase, and a word of a definition that few terms beside have with it; no name itself.
    fn two_words(&self, place: usize, random: &mut Random) -> Option<String> {
        let term = &self.terms[place];
        let own = random.pick(&term.label.text.split_once(' ').map(|(first, last)| [first, last])?).to_owned();
        let &other = random.pick(&term.words);
        let word = &self.words.all[other as usize];
        if self.names.contains(word) || term.label.text.contains(word.as_str()) {
            return None;
        }
        let named = |place: &&usize| self.in_names.contains(&(own, **place));
        let both = self.in_texts[&other].iter().filter(named).count();
        (both <= MOST_SHARING / 2).then(|| format!("{own} {word}"))
    }

    /// The shortest beginning of the label that few terms share.
    fn prefix(&self, term: &Term) -> Option<String> {
        let label = &term.label.text;
        (SHORTEST_PREFIX..label.len())
            .map(|end| &label[..end])
            .find(|start| self.sharing(start) <= MOST_SHARING)
            .map(|start| start.trim_end().to_owned())
    }

    /// How many terms have a name with a word that begins so; of a longer beginning, its first word.
    fn sharing(&self, start: &str) -> usize {
        let word = start.split(' ').next().unwrap_or(start);
        let going_on = self.in_names.range((word, 0)..).take_while(|(found, _)| found.starts_with(word));
        going_on.take(MOST_SHARING + 1).count()
    }

    /// A plural or diminutive that is no name; of a name that surely ends in a noun.
    fn form(&self, term: &Term, random: &mut Random) -> Option<String> {
        term.label.seam?;
        let last = term.label.last();
        let forms = forms(last);
        let before = term.label.text.strip_suffix(last)?;
        let form = (!forms.is_empty()).then(|| format!("{before}{}", random.pick(&forms)))?;
        (!self.is_name(&form)).then_some(form)
    }

    /// A name with one slip that is no name.
    fn mistyped(&self, name: &str, random: &mut Random) -> Option<String> {
        if name.len() < SHORTEST_MISTYPED || name.contains(' ') {
            return None;
        }
        let mut letters = name.as_bytes().to_vec();
        let place = random.between(1, letters.len() - 2);
        match random.below(4) {
            0 => letters.swap(place, place + 1),
            1 => drop(letters.remove(place)),
            2 => letters.insert(place, letters[place]),
            _ => letters[place] = BESIDE.iter().find(|(letter, _)| *letter == letters[place])?.1,
        }
        let typed = String::from_utf8(letters).ok()?;
        (!self.is_name(&typed)).then_some(typed)
    }

    fn is_name(&self, text: &str) -> bool {
        self.names.contains(&text.replace(' ', ""))
    }
}

/// A compound typed apart, or a phrase typed as one word.
fn otherwise_spaced(term: &Term) -> Option<String> {
    let label = &term.label.text;
    let seam = term.label.seam?;
    if label.contains(' ') {
        return Some(label.replace(' ', ""));
    }
    Some(format!("{} {}", &label[..seam], &label[seam..]))
}

/// A word that resembles nothing.
fn nonsense(random: &mut Random) -> String {
    let mut word = String::new();
    for _ in 0..random.between(3, 5) {
        word.push(*random.pick(&['q', 'x', 'j', 'z', 'v', 'w']));
        word.push(*random.pick(&['y', 'u', 'q', 'x']));
    }
    word
}
