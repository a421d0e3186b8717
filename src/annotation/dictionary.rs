// SPDX-License-Identifier: EUPL-1.2
//! The names of all terms as one automaton over words: made once per revision, asked word by word.
//!
//! Each step goes from one word to the next by its normal form, so that a name is found in all its forms at the cost of
//! a look-up per word. Names in capitals are found as they are written; halves of compounds by their letters. To stay
//! small it holds keys of texts and places of names, no texts; what they lead to is held against the name itself.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::annotation::compound::{COMPOUNDS, HYPHENS, Half, Parting, halves_of, partings};
use crate::annotation::mention::How;
use crate::annotation::name::{BEHIND_CAPITALS, Name};
use crate::annotation::phrase::{forms_in, phrases};
use crate::language::{Lexicon, Token, key_of, words_of};
use crate::model::{Glossary, Term, TermId};
use crate::search::SearchField;

/// The node at which every name begins.
const START: u32 = 0;

/// Fields of the names that people are shown.
const SHOWN: &[SearchField] = &[SearchField::Label, SearchField::AltLabel];

/// All names, ready to be found.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Dictionary {
    /// The normal forms of the words of names, by number.
    words: FxHashMap<Key, u32>,
    /// From a node, by a word, to the next.
    steps: FxHashMap<(u32, u32), u32>,
    nodes: u32,
    /// The names that end at a node; sorted.
    ends: Vec<(u32, NameAt)>,
    capitals: FxHashMap<Key, NameAt>,
    halves: FxHashMap<Key, NameAt>,
}

/// What stands for a text: the same for the same text.
type Key = u64;

/// A name by its places: that of its term in the glossary, its own among the names of the term, and that of its phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct NameAt {
    pub term: u32,
    pub name: u16,
    /// The place of its phrase; that of its words as they are written is 0.
    phrase: u16,
}

impl NameAt {
    /// Its term, in the glossary of which the dictionary was made.
    pub fn term_in(self, glossary: &Glossary) -> &Term {
        &glossary.terms[self.term as usize]
    }

    /// The name itself.
    pub fn name_in(self, glossary: &Glossary) -> Name<'_> {
        Name::at(self.term_in(glossary), self.name as usize)
    }
}

/// A name that was found, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub name: NameAt,
    pub how: How,
}

/// What the dictionary was made of, and the fields whose names are asked for.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub glossary: &'a Glossary,
    pub lexicon: &'a Lexicon,
    pub fields: &'a [SearchField],
}

/// A term that is known by what was asked.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The term.
    pub term: &'a Term,
    /// The name that it is known by; none when it is its identifier.
    pub name: Option<Name<'a>>,
    /// In what way: exact or form.
    pub how: How,
}

impl Dictionary {
    /// Takes in every name of every term.
    #[must_use]
    pub fn new(glossary: &Glossary, lexicon: &Lexicon) -> Self {
        let mut dictionary = Self { nodes: START + 1, ..Self::default() };
        for (term, own) in (0..).zip(&glossary.terms) {
            for (name, text) in (0..=u16::MAX).zip(Name::all(own)) {
                let at = NameAt { term, name, phrase: 0 };
                dictionary.add(&text, at, Source { glossary, lexicon, fields: SHOWN });
            }
        }
        dictionary.ends.sort_unstable();
        dictionary
    }

    fn add(&mut self, name: &Name<'_>, at: NameAt, Source { glossary, lexicon, .. }: Source<'_>) {
        if name.is_in_capitals() {
            self.capitals.entry(key_of(name.text)).or_insert(at);
            return;
        }
        for (phrase, words) in (0..=u16::MAX).zip(phrases(name, lexicon)) {
            let end = words.iter().fold(START, |node, word| self.grow(node, &word.normal));
            self.ends.push((end, NameAt { phrase, ..at }));
        }
        for (form, _) in halves_of(name, at.term_in(glossary), lexicon) {
            self.halves.entry(key_of(&form)).or_insert(at);
        }
    }

    /// The node behind this one by a word; a new one where there is none.
    fn grow(&mut self, node: u32, normal: &str) -> u32 {
        let next_word = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        let word = *self.words.entry(key_of(normal)).or_insert(next_word);
        let next = self.steps.entry((node, word)).or_insert(self.nodes);
        self.nodes = self.nodes.max(*next + 1);
        *next
    }

    /// The numbers of the words of a text, for [`Dictionary::walk`]; none for words that stand in no name.
    pub(super) fn numbers(&self, tokens: &[Token]) -> Vec<Option<u32>> {
        tokens.iter().map(|token| self.words.get(&key_of(&token.normal)).copied()).collect()
    }

    /// The nodes that a row of words leads to, one per word, as far as a name goes on.
    pub(super) fn walk(&self, numbers: impl Iterator<Item = Option<u32>>) -> impl Iterator<Item = u32> {
        numbers.scan(START, |node, number| {
            *node = *self.steps.get(&(*node, number?))?;
            Some(*node)
        })
    }

    /// The name that ends at a node and fits these words best: as written before in another form, the word itself
    /// before other words for it.
    pub(super) fn best_at(&self, node: u32, tokens: &[Token], source: Source<'_>) -> Option<Found> {
        self.fitting(node, tokens, source).min().map(|(how, _, name)| Found { name, how })
    }

    /// The names that end at a node and fit these words, with how they do.
    fn fitting<'a>(
        &'a self,
        node: u32,
        tokens: &'a [Token],
        source: Source<'a>,
    ) -> impl Iterator<Item = (How, SearchField, NameAt)> + 'a {
        let first = self.ends.partition_point(|(end, _)| *end < node);
        let names = self.ends[first..].iter().take_while(move |(end, _)| *end == node).map(|(_, at)| *at);
        names.filter_map(move |at| {
            let name = at.name_in(source.glossary);
            let asked = source.fields.contains(&name.field);
            Some((how(tokens, at, source).filter(|_| asked)?, name.field, at))
        })
    }

    /// The name that this is, written in capitals.
    pub(super) fn in_capitals(&self, written: &str, source: Source<'_>) -> Option<Found> {
        let bare = BEHIND_CAPITALS.iter().find_map(|ending| written.strip_suffix(ending));
        let named = |text: &str| {
            let name = self.capitals.get(&key_of(text)).copied();
            let is_it = |name: Name<'_>| name.text == text && source.fields.contains(&name.field);
            name.filter(|name| is_it(name.name_in(source.glossary)))
        };
        let exact = named(written).map(|name| Found { name, how: How::Exact });
        exact.or_else(|| Some(Found { name: named(bare?)?, how: How::Form }))
    }

    /// The name that is half of a longer word: at its end before at its beginning, for the last half says what the
    /// whole is; and the longest. A name in capitals stands there between hyphens.
    pub(super) fn in_compound(&self, written: &str, folded: &str, source: Source<'_>) -> Option<Found> {
        if folded.len() > COMPOUNDS.longest {
            return None;
        }
        let partings = partings(written, folded);
        let last = |parting: &Parting<'_>| {
            let (name, half) = self.half(parting.last, source).filter(|_| parting.has_start())?;
            (half == Half::Either).then_some(name)
        };
        let first = |parting: &Parting<'_>| Some(self.half(parting.first, source).filter(|_| parting.has_rest())?.0);
        let in_capitals = || Some(written.split(HYPHENS).find_map(|piece| self.in_capitals(piece, source))?.name);
        let name = partings.iter().find_map(last).or_else(|| partings.iter().rev().find_map(first));
        name.or_else(in_capitals).map(|name| Found { name, how: How::Compound })
    }

    /// The name of which this is a form that may be half of a compound.
    fn half(&self, form: &str, source: Source<'_>) -> Option<(NameAt, Half)> {
        let at = *self.halves.get(&key_of(form))?;
        let halves = halves_of(&at.name_in(source.glossary), at.term_in(source.glossary), source.lexicon);
        halves.into_iter().find(|(own, _)| own == form).map(|(_, half)| (at, half))
    }

    /// The term that is meant by a word or name on its own: a name as it is written, its identifier, or a name in
    /// another form. Search words and parts of longer words name no term.
    #[must_use]
    pub fn look_up<'a>(&self, typed: &str, glossary: &'a Glossary, lexicon: &Lexicon) -> Option<Known<'a>> {
        self.look_up_all(typed, glossary, lexicon).into_iter().next()
    }

    /// The same with every term that is meant as well as the first: a form may belong to more than one.
    #[must_use]
    pub fn look_up_all<'a>(&self, typed: &str, glossary: &'a Glossary, lexicon: &Lexicon) -> Vec<Known<'a>> {
        let found = self.by_name(typed, Source { glossary, lexicon, fields: SHOWN });
        let best = found.first().map(|first| first.how);
        let by_id = || glossary.term(&TermId::parse(typed.trim())?);
        if let Some(term) = by_id().filter(|_| best != Some(How::Exact)) {
            return vec![Known { term, name: None, how: How::Exact }];
        }
        let mut seen = BTreeSet::new();
        let as_good = found.into_iter().filter(|found| Some(found.how) == best && seen.insert(found.name.term));
        let known = |found: Found| Known {
            term: found.name.term_in(glossary),
            name: Some(found.name.name_in(glossary)),
            how: found.how,
        };
        as_good.map(known).collect()
    }

    /// The names that this is, the best first.
    fn by_name(&self, typed: &str, source: Source<'_>) -> Vec<Found> {
        let tokens = words_of(typed, source.lexicon);
        let numbers = self.numbers(&tokens);
        let end = tokens.len().checked_sub(1).and_then(|last| self.walk(numbers.into_iter()).nth(last));
        let mut in_words: Vec<_> = end.into_iter().flat_map(|node| self.fitting(node, &tokens, source)).collect();
        in_words.sort_unstable();
        let in_words = in_words.into_iter().map(|(how, _, name)| Found { name, how });
        let capitals =
            || [typed.trim(), &typed.trim().to_uppercase()].into_iter().find_map(|text| self.in_capitals(text, source));
        let mut found: Vec<Found> = in_words.collect();
        if found.is_empty() {
            found.extend(capitals());
        }
        found
    }
}

/// How words that share their normal forms with a phrase stand for it, if they do.
fn how(tokens: &[Token], at: NameAt, source: Source<'_>) -> Option<How> {
    let phrase = phrases(&at.name_in(source.glossary), source.lexicon).into_iter().nth(at.phrase as usize)?;
    let pairs = || tokens.iter().zip(&phrase);
    if at.phrase == 0 && pairs().all(|(token, word)| token.folded == word.folded) {
        return Some(How::Exact);
    }
    let forms = forms_in(&phrase, source.lexicon);
    let written = tokens.iter().zip(&forms).all(|(token, forms)| forms.binary_search(&token.folded).is_ok());
    written.then_some(How::Form)
}
