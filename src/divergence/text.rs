//! A definition prepared for comparison: its words, which of them count, what is denied, what must or may be.

use crate::language::{Force, Lexicon, Token, fold, normal_form, words_of};

/// How far from a word its negation may stand, in words.
const REACH: usize = 4;

/// A text with what the comparison needs to know of each of its words.
#[derive(Debug)]
pub(super) struct Text<'a> {
    pub source: &'a str,
    pub tokens: Vec<Token>,
    /// Whether the word counts: not a function word, not the term itself at the start.
    pub content: Vec<bool>,
    /// For each word the places of the negations that deny it.
    pub denied_by: Vec<Vec<usize>>,
    /// What must or may be, in order.
    pub duties: Vec<Duty>,
}

/// A word that says what must or may be, with the negation that turned it around.
#[derive(Debug, Clone, Copy)]
pub(super) struct Duty {
    pub place: usize,
    pub denied_by: Option<usize>,
    pub force: Force,
}

impl Duty {
    /// The words that say it: the word with its negation.
    pub fn places(&self) -> Vec<usize> {
        let mut places: Vec<usize> = self.denied_by.into_iter().chain([self.place]).collect();
        places.sort_unstable();
        places
    }
}

impl<'a> Text<'a> {
    /// Prepares a text; `term` is the word being defined, whose own forms say nothing at the start of the text.
    pub fn new(source: &'a str, term: &str, lexicon: &Lexicon) -> Self {
        let tokens = words_of(source, lexicon);
        let own: Vec<String> = words_of(term, lexicon).into_iter().map(|token| token.normal).collect();
        let content: Vec<bool> = tokens
            .iter()
            .enumerate()
            .map(|(place, token)| {
                let is_cue = lexicon.is_negation(&token.folded) || lexicon.signal(&token.folded).is_some();
                let is_own = place < 4 && own.contains(&token.normal);
                !(token.stop || is_cue || is_own)
            })
            .collect();
        let denied_by = vec![Vec::new(); tokens.len()];
        let mut text = Self { source, tokens, content, denied_by, duties: Vec::new() };
        let mut negations = live_negations(&text.tokens, lexicon);
        text.duties = text.duties_with(&mut negations, lexicon);
        for negation in negations {
            if let Some(target) = text.target_of(negation) {
                text.denied_by[target].push(negation);
            }
        }
        text
    }

    /// Whether this word is denied an odd number of times.
    pub fn is_denied(&self, place: usize) -> bool {
        self.denied_by[place].len() % 2 == 1
    }

    /// The places of the words that count.
    pub fn content_places(&self) -> impl Iterator<Item = usize> {
        self.content.iter().enumerate().filter(|&(_, &counts)| counts).map(|(place, _)| place)
    }

    /// The words at these places, as written, joined by spaces.
    pub fn words(&self, places: &[usize]) -> String {
        let words: Vec<&str> = places.iter().map(|&place| &self.source[self.tokens[place].range.clone()]).collect();
        words.join(" ")
    }

    /// Whether the two texts read alike: the same words in the same order, in clauses cut alike, capitals and marks
    /// aside. *Delen, niet bewaren* does not read like *delen niet, bewaren*.
    pub fn reads_like(&self, other: &Text<'_>) -> bool {
        let alike = |(a, b): (&Token, &Token)| a.folded == b.folded && a.clause == b.clause;
        self.source == other.source
            || (!self.tokens.is_empty()
                && self.tokens.len() == other.tokens.len()
                && self.tokens.iter().zip(&other.tokens).all(alike))
    }

    /// What must or may be. A negation near such a word belongs to that word, and denies nothing else after that.
    fn duties_with(&self, negations: &mut Vec<usize>, lexicon: &Lexicon) -> Vec<Duty> {
        let mut duties = Vec::new();
        for (place, token) in self.tokens.iter().enumerate() {
            let Some(signal) = lexicon.signal(&token.folded) else { continue };
            let near = |&negation: &usize| {
                let of = &self.tokens[negation];
                of.clause == token.clause && negation.abs_diff(place) <= REACH && !lexicon.is_without(&of.folded)
            };
            let nearest = (0..negations.len())
                .filter(|&of| near(&negations[of]))
                .min_by_key(|&of| (negations[of].abs_diff(place), negations[of]));
            let denied_by = nearest.map(|of| negations.remove(of));
            let force = if denied_by.is_some() { signal.denied } else { signal.plain };
            duties.push(Duty { place, denied_by, force });
        }
        duties
    }

    /// The word that a negation denies: in its clause the next word that counts, else the one before it.
    fn target_of(&self, negation: usize) -> Option<usize> {
        let counts = |&place: &usize| self.content[place] && self.tokens[place].clause == self.tokens[negation].clause;
        let after = (negation + 1..self.tokens.len().min(negation + REACH + 1)).find(counts);
        after.or_else(|| (negation.saturating_sub(REACH + 1)..negation).rev().find(counts))
    }
}

/// The places of negations that deny something. Those in a neutral group (*niet alleen*) do not, and neither do two
/// that lift each other: *niet … zonder* says *alleen met*.
fn live_negations(tokens: &[Token], lexicon: &Lexicon) -> Vec<usize> {
    let in_neutral_group = |place: usize| {
        lexicon.neutral_groups().any(|group| {
            (0..group.len()).any(|offset| {
                place.checked_sub(offset).and_then(|start| tokens.get(start..start + group.len())).is_some_and(
                    |words| words.iter().map(|token| token.folded.as_str()).eq(group.iter().map(String::as_str)),
                )
            })
        })
    };
    let denies = |&place: &usize| lexicon.is_negation(&tokens[place].folded) && !in_neutral_group(place);
    let mut live: Vec<usize> = (0..tokens.len()).filter(denies).collect();
    while let Some(first) = live.windows(2).position(|two| {
        tokens[two[0]].sentence == tokens[two[1]].sentence && lexicon.is_without(&tokens[two[1]].folded)
    }) {
        live.drain(first..first + 2);
    }
    live
}

/// Whether one word is the other with *on-* before it, in the same shape: *veilig* and *onveilig*, not *onveilige*
/// and *veiligheid*.
pub(super) fn differ_by_on(a: &str, b: &str, lexicon: &Lexicon) -> bool {
    let denies = |long: &str, short: &str| {
        let rest = long.strip_prefix("on").filter(|_| long.len() >= 6 && lexicon.irregular(long).is_none());
        rest.is_some_and(|rest| {
            is_quality(rest) == is_quality(short) && normal_form(&fold(rest), lexicon) == normal_form(short, lexicon)
        })
    };
    denies(a, b) || denies(b, a)
}

/// Whether the word names a quality: *veiligheid*.
fn is_quality(word: &str) -> bool {
    word.ends_with("heid") || word.ends_with("heden")
}
