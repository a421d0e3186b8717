//! A definition prepared for comparison: its words, which of them count, what is denied, what must or may be.

use crate::language::{Force, Lexicon, Token, fold, normal_form, words_of};

/// A text with what the comparison needs to know of each of its words.
#[derive(Debug)]
pub(super) struct Text<'a> {
    pub source: &'a str,
    pub tokens: Vec<Token>,
    /// Whether the word counts: not a function word, not the term itself at the start.
    pub content: Vec<bool>,
    /// For each word the places of the negations that deny it.
    pub denied_by: Vec<Vec<usize>>,
    /// Words that say what must or may be, with their force after any negation beside them.
    pub forces: Vec<(usize, Force)>,
}

impl<'a> Text<'a> {
    /// Prepares a text; `term` is the word being defined, whose own forms say nothing at the start of the text.
    pub fn new(source: &'a str, term: &str, lexicon: &Lexicon) -> Self {
        let tokens = words_of(source, lexicon);
        let own: Vec<String> = words_of(term, lexicon).into_iter().map(|token| token.normal).collect();
        let live_negations = live_negations(&tokens, lexicon);
        let content: Vec<bool> = tokens
            .iter()
            .enumerate()
            .map(|(place, token)| {
                let is_cue = lexicon.is_negation(&token.folded) || lexicon.force(&token.folded).is_some();
                let is_own = place < 4 && own.contains(&token.normal);
                !(token.stop || is_cue || is_own)
            })
            .collect();
        let mut text = Self { source, denied_by: vec![Vec::new(); tokens.len()], forces: Vec::new(), tokens, content };
        for &negation in &live_negations {
            if let Some(target) = text.target_of(negation) {
                text.denied_by[target].push(negation);
            }
        }
        text.forces = text.forces_with(&live_negations, lexicon);
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

    /// The word that a negation denies: the next word that counts within four, else the one before it.
    fn target_of(&self, negation: usize) -> Option<usize> {
        let sentence = self.tokens[negation].sentence;
        let counts = |&place: &usize| self.content[place] && self.tokens[place].sentence == sentence;
        let after = (negation + 1..self.tokens.len().min(negation + 5)).find(counts);
        after.or_else(|| (negation.saturating_sub(5)..negation).rev().find(counts))
    }

    /// The forces of this text: a negation near *mag* or *moet* makes a ban,
    /// near *verplicht* it lifts the duty, near *vrijwillig* it makes one.
    fn forces_with(&self, negations: &[usize], lexicon: &Lexicon) -> Vec<(usize, Force)> {
        let near = |place: usize| {
            negations.iter().any(|&negation| {
                self.tokens[negation].clause == self.tokens[place].clause && negation.abs_diff(place) <= 4
            })
        };
        let force_at = |(place, token): (usize, &Token)| {
            let force = match (lexicon.force(&token.folded)?, near(place)) {
                (Force::Must, true) if token.folded.starts_with("verplicht") => Force::NeedNot,
                (Force::Free, true) if token.folded.starts_with("vrij") => Force::Must,
                (Force::Must | Force::Free, true) => Force::Forbidden,
                (Force::NeedNot, false) => Force::Must,
                (Force::Forbidden, true) => Force::Free,
                (force, _) => force,
            };
            Some((place, force))
        };
        self.tokens.iter().enumerate().filter_map(force_at).collect()
    }
}

/// The places of negations that deny something; those in a neutral group (*niet alleen*) do not.
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
    (0..tokens.len()).filter(|&place| lexicon.is_negation(&tokens[place].folded) && !in_neutral_group(place)).collect()
}

/// Whether one word is the other with *on-* before it: *veilig* and *onveilig*.
pub(super) fn differ_by_on(a: &str, b: &str, lexicon: &Lexicon) -> bool {
    let denies = |long: &str, short: &str| {
        long.len() >= 6
            && long
                .strip_prefix("on")
                .is_some_and(|rest| normal_form(&fold(rest), lexicon) == normal_form(short, lexicon))
    };
    denies(a, b) || denies(b, a)
}
