// SPDX-License-Identifier: EUPL-1.2
//! Where terms stand in a text: the longest name wins, and none overlaps another.

use std::collections::HashMap;
use std::ops::Range;

use crate::annotation::dictionary::{Dictionary, Found, Source};
use crate::annotation::quiet::quiet_ranges;
use crate::divergence::Confidence;
use crate::language::{Lexicon, Token, words_of};
use crate::model::{Glossary, Keyed};
use crate::search::SearchField;

/// Fields of the names that are looked for in texts.
const LOOKED_FOR: &[SearchField] = &[SearchField::Label, SearchField::AltLabel, SearchField::HiddenLabel];

/// In what way a name stands in a text; better ways come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// As it is written in the glossary.
    Exact,
    /// In another form, or with its words in another order.
    Form,
    /// As part of a longer word.
    Compound,
}

impl Keyed for How {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Exact, "exact", "precies dit woord", "exactly this word"),
        (Self::Form, "form", "een vorm van dit woord", "a form of this word"),
        (Self::Compound, "compound", "deel van een langer woord", "part of a longer word"),
    ];
}

/// A place in a text where a term stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Where, in bytes.
    pub range: Range<usize>,
    /// The place of the term among the terms of the glossary.
    pub term: usize,
    /// The place of the name in [`Name::all`](crate::annotation::Name::all).
    pub name: usize,
    /// In what way.
    pub how: How,
    /// How sure it is that the text is about the term.
    pub confidence: Confidence,
}

impl Dictionary {
    /// The terms in a text, in order. Of names that share words the one with the most words counts, of equals the
    /// first. What stands in links, addresses and code is passed by, and function words alone are never a term.
    #[must_use]
    pub fn mentions(&self, text: &str, glossary: &Glossary, lexicon: &Lexicon) -> Vec<Mention> {
        let source = Source { glossary, lexicon, fields: LOOKED_FOR };
        let tokens = words_of(text, lexicon);
        let reader = Reader { text, tokens: &tokens, loud: loud(&tokens, &quiet_ranges(text)), source };
        let mut taken = vec![false; tokens.len()];
        let mut mentions = Vec::new();
        for (range, found) in reader.phrases(self) {
            if !taken[range.clone()].contains(&true) {
                taken[range.clone()].fill(true);
                mentions.push(reader.mention(&range, found));
            }
        }
        let free = (0..tokens.len()).filter(|&place| reader.loud[place] && !taken[place] && !tokens[place].stop);
        let in_compound = |place: usize| {
            Some((place..place + 1, self.in_compound(reader.written(place), &tokens[place].folded, source)?))
        };
        mentions.extend(free.filter_map(in_compound).map(|(range, found)| reader.mention(&range, found)));
        mentions.sort_unstable_by_key(|mention| mention.range.start);
        mentions
    }
}

/// For each word whether it stands in running text.
fn loud(tokens: &[Token], quiet: &[Range<usize>]) -> Vec<bool> {
    let mut quiet = quiet.iter().peekable();
    let is_loud = |token: &Token| {
        while quiet.next_if(|range| range.end <= token.range.start).is_some() {}
        quiet.peek().is_none_or(|range| range.start >= token.range.end)
    };
    tokens.iter().map(is_loud).collect()
}

/// A text that is read for terms.
struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    loud: Vec<bool>,
    source: Source<'a>,
}

impl Reader<'_> {
    fn written(&self, place: usize) -> &str {
        &self.text[self.tokens[place].range.clone()]
    }

    /// The names that begin at any word, those of the most words first.
    fn phrases(&self, dictionary: &Dictionary) -> Vec<(Range<usize>, Found)> {
        let numbers = dictionary.numbers(self.tokens);
        let joined: Vec<bool> = (0..self.tokens.len()).map(|place| self.is_joined(place)).collect();
        let mut found: Vec<(Range<usize>, Found)> = Vec::new();
        let mut known: HashMap<(u32, &str), Option<Found>> = HashMap::new();
        for start in (0..self.tokens.len()).filter(|&start| self.loud[start]) {
            found.extend(
                dictionary.in_capitals(self.written(start), self.source).map(|found| (start..start + 1, found)),
            );
            let row = (start..self.tokens.len()).take_while(|&place| place == start || joined[place]);
            for (node, place) in dictionary.walk(row.map(|place| numbers[place])).zip(start..) {
                let words = &self.tokens[start..=place];
                let written = &self.text[words[0].range.start..self.tokens[place].range.end];
                let best =
                    || dictionary.best_at(node, words, self.source).filter(|_| !words.iter().all(|word| word.stop));
                let best = *known.entry((node, written)).or_insert_with(best);
                found.extend(best.map(|best| (start..place + 1, best)));
            }
        }
        found.sort_by_key(|(range, _)| std::cmp::Reverse(range.len()));
        found
    }

    /// Whether a word and the one before it may belong to one name: with nothing but space between them, and a hyphen
    /// as in *zorg- en veiligheidshuis*.
    fn is_joined(&self, place: usize) -> bool {
        let Some(before) = place.checked_sub(1) else { return false };
        let gap = &self.text[self.tokens[before].range.end..self.tokens[place].range.start];
        let space = gap.strip_prefix('-').unwrap_or(gap);
        let lines = space.bytes().filter(|&byte| byte == b'\n').count();
        self.loud[before]
            && self.loud[place]
            && !space.is_empty()
            && lines < 2
            && space.chars().all(char::is_whitespace)
    }

    /// What was found, with its place; half of a shortened compound, as *zorg-* in *zorg- en welzijnswerk*, is a part.
    fn mention(&self, words: &Range<usize>, found: Found) -> Mention {
        let range = self.tokens[words.start].range.start..self.tokens[words.end - 1].range.end;
        let loose = self.text[range.end..].strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_whitespace));
        let how = if loose && words.len() == 1 { How::Compound } else { found.how };
        let confidence = match how {
            How::Compound => Confidence::Low,
            _ => found.name.name_in(self.source.glossary).confidence(),
        };
        Mention { range, term: found.name.term as usize, name: found.name.name as usize, how, confidence }
    }
}
