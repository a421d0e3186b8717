// SPDX-License-Identifier: EUPL-1.2
//! What someone typed, understood: the words that count, how each is read, and which of them together are a name.
//!
//! Ranking and reasons both read this, so that no reason is given that the ranking did not use.

use std::ops::Range;

use crate::language::{
    Token, english_form, family, is_asking_word, is_english_stop_word, is_separable, normal_form, words_of,
};
use crate::search::entry::Word;
use crate::search::field::Scale;
use crate::search::library::Library;
use crate::search::parts::{Parts, known_parts, likely_parts, runs};
use crate::search::reading::{Reading, Typing, meant};
use crate::search::sought::{Few, Sought};
use crate::search::span::{Span, Speller};
use crate::search::stock::Standing;

/// The most words of a question that are looked at.
const MOST_WORDS: usize = 32;

/// From so many words that count on, a question describes.
const SHORTEST_DESCRIPTION: usize = 4;

/// The fewest words of a sentence, and from how many that count on it describes.
const SHORTEST_SENTENCE: usize = 8;
const SHORTEST_IN_SENTENCE: usize = 3;

/// The same of a question that asks for the meaning of a name, or for the difference between two.
const SHORTEST_THAT_ASKS: usize = 6;

/// How much the parts count of a compound that stands in a text as a whole.
const WRITTEN: f32 = 0.003;

/// Hyphens that may stand inside a word.
const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];

/// A question.
#[derive(Debug, Default)]
pub(super) struct Question {
    /// The words that count.
    pub words: Vec<Asked>,
    /// Words next to each other that are a whole name.
    pub spans: Vec<Span>,
}

/// A word of a question.
#[derive(Debug)]
pub(super) struct Asked {
    /// As it was typed.
    pub typed: String,
    pub folded: String,
    pub normal: String,
    /// Its number, when the library has it.
    pub number: Option<u32>,
    /// The numbers of its normal form, and of those that it has with a part that stands apart: *schalen op*.
    pub forms: Vec<u32>,
    /// Its parts, when it is a compound.
    pub parts: Vec<Part>,
    pub reading: Reading,
    /// All these numbers, and its forms as parts of compounds.
    sought: (Sought, Few),
    /// Whether it stands nowhere, in no form.
    is_strange: bool,
    /// How it counts.
    pub scale: Scale,
}

/// A part of a typed compound.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Part {
    /// The number of its normal form.
    pub form: u32,
    /// How much of the whole it stands for, 0 to 1: a long part for more than a short one, the last part for most.
    pub share: f32,
}

impl Question {
    pub fn new(text: &str, library: &Library) -> Self {
        let mut tokens = opened(text, library);
        tokens.truncate(2 * MOST_WORDS);
        let counting = counting(&tokens);
        let describes = counting.len() >= shortest_description(&tokens);
        let asker = Asker { text, tokens: &tokens, library, describes };
        let words: Vec<Asked> = counting.iter().map(|&place| asker.asked(place)).collect();
        let spans = Speller { text, tokens: &tokens, counting: &counting, words: &words, library }.spans();
        Self { words, spans }
    }

    /// The spans that hold a word.
    pub fn spans_of(&self, word: usize) -> impl Iterator<Item = &Span> {
        self.spans.iter().filter(move |span| span.words.contains(&word))
    }
}

/// The words of a text; one with hyphens that nobody knows falls apart at them, unless it is mistyped or a compound.
fn opened(text: &str, library: &Library) -> Vec<Token> {
    let tokens = words_in(text, library);
    let pieces_are_known = |typed: &str| {
        let pieces = words_of(&typed.replace(HYPHENS, " "), &library.lexicon);
        pieces.iter().all(|piece| library.holds(piece))
    };
    let strange = |token: &&Token| {
        let typed = &text[token.range.clone()];
        let is_one = || !meant(&token.folded, library).is_empty() || known_parts(&token.folded, library).is_some();
        typed.contains(HYPHENS)
            && !library.holds(token)
            && library.in_names.going_on_from(&token.folded).is_empty()
            && (pieces_are_known(typed) || !is_one())
    };
    let strangers: Vec<Range<usize>> = tokens.iter().filter(strange).map(|token| token.range.clone()).collect();
    if strangers.is_empty() {
        return tokens;
    }
    let mut open = text.to_owned();
    for range in strangers {
        let spaced = HYPHENS
            .iter()
            .fold(text[range.clone()].to_owned(), |word, &hyphen| word.replace(hyphen, &" ".repeat(hyphen.len_utf8())));
        open.replace_range(range, &spaced);
    }
    words_in(&open, library)
}

/// The words of a text. Letters with a dot between each are the abbreviation that they spell, if there is one: *p.g.a.* is
/// *pga*.
fn words_in(text: &str, library: &Library) -> Vec<Token> {
    let tokens = words_of(text, &library.lexicon);
    let is_letter = |token: &Token| token.folded.chars().count() == 1;
    let dotted = |two: &[Token]| two.iter().all(is_letter) && text[two[0].range.end..two[1].range.start] == *".";
    let mut joined = Vec::with_capacity(tokens.len());
    let mut rest = tokens.as_slice();
    while !rest.is_empty() {
        let together = 1 + rest.windows(2).take_while(|two| dotted(two)).count();
        let (letters, after) = rest.split_at(together);
        match as_one(letters, library).filter(|one| together > 1 && library.holds(one)) {
            Some(one) => joined.push(one),
            None => joined.extend_from_slice(letters),
        }
        rest = after;
    }
    joined
}

/// Words that follow each other as one word.
fn as_one(words: &[Token], library: &Library) -> Option<Token> {
    let (first, last) = (words.first()?, words.last()?);
    let folded: String = words.iter().map(|word| word.folded.as_str()).collect();
    let (range, normal) = (first.range.start..last.range.end, normal_form(&folded, &library.lexicon));
    Some(Token { range, normal, folded, stop: false, ..first.clone() })
}

/// The places of the words that count: those that carry meaning; else those that ask; else all.
fn counting(tokens: &[Token]) -> Vec<usize> {
    let empty = |token: &Token| token.stop || is_english_stop_word(&token.folded);
    let places = |wanted: &dyn Fn(&Token) -> bool| -> Vec<usize> {
        (0..tokens.len()).filter(|&place| wanted(&tokens[place])).take(MOST_WORDS).collect()
    };
    [places(&|token| !empty(token) && !is_asking_word(&token.folded)), places(&|token| !empty(token))]
        .into_iter()
        .find(|places| !places.is_empty())
        .unwrap_or_else(|| places(&|_| true))
}

/// From how many words that count on this is a description.
fn shortest_description(tokens: &[Token]) -> usize {
    if tokens.iter().any(|token| is_asking_word(&token.folded)) {
        SHORTEST_THAT_ASKS
    } else if tokens.len() >= SHORTEST_SENTENCE {
        SHORTEST_IN_SENTENCE
    } else {
        SHORTEST_DESCRIPTION
    }
}

/// Reads the words of a question.
struct Asker<'a> {
    text: &'a str,
    tokens: &'a [Token],
    library: &'a Library,
    describes: bool,
}

impl Asker<'_> {
    fn asked(&self, place: usize) -> Asked {
        let (token, library) = (&self.tokens[place], self.library);
        let (number, forms, parts) = (library.known(&token.folded), self.forms(token), self.parts(token));
        let is_last = place + 1 == self.tokens.len() && !self.describes;
        let typing = if is_last { Typing::Perhaps } else { Typing::Done };
        let reading = Reading::new(token, typing, library);
        let numbers = number.iter().chain(&forms).copied().chain(parts.iter().map(|part| part.form));
        let sought = (Sought::of(numbers.chain(reading.numbers())), Few::of(forms.iter().copied()));
        let described = Scale::Description { rarity: library.rarity(forms.first().copied()) };
        Asked {
            typed: self.text[token.range.clone()].to_owned(),
            folded: token.folded.clone(),
            normal: token.normal.clone(),
            number,
            is_strange: !library.holds(token),
            forms,
            parts,
            reading,
            sought,
            scale: if self.describes { described } else { Scale::Names },
        }
    }

    /// The forms that a word may have: its normal form, as English, with a part that stands apart, and when it stands
    /// nowhere those of its family.
    fn forms(&self, token: &Token) -> Vec<u32> {
        let library = self.library;
        let normal = |word: String| normal_form(&word, &library.lexicon);
        let related = family(&token.folded).filter(|_| !library.holds(token)).map(normal);
        let own = [token.normal.clone(), english_form(&token.folded)].into_iter().chain(related);
        let own = own.filter_map(|form| library.known(&form));
        // A verb and its part that stands apart: *schaalt* in *hij schaalt het op*.
        let apart = self.tokens.iter().filter(|other| is_separable(&other.folded) && other.range != token.range);
        let joined = apart.map(|apart| normal(format!("{}{}", apart.folded, token.folded)));
        own.chain(joined.filter_map(|form| library.form(&form))).collect()
    }

    /// The parts of a compound that is no name, nor a word of one.
    fn parts(&self, token: &Token) -> Vec<Part> {
        let (word, library) = (token.folded.as_str(), self.library);
        let (parts, weight) = match library.known(word) {
            _ if library.names(token) => return Vec::new(),
            // What is written in a text was taken apart before.
            Some(number) if library.is(word, Standing::Written) => {
                (library.parts(number).map(Parts::with_places).unwrap_or_default(), WRITTEN)
            }
            _ if library.holds(token) => (self.runs(word, known_parts(word, library).as_deref()), WRITTEN),
            _ => (self.runs(word, likely_parts(word, library).as_deref()), 1.0),
        };
        let part = |(run, form): (Range<usize>, u32)| Part { form, share: weight * share(&run, word.len()) };
        parts.into_iter().map(part).collect()
    }

    /// Parts of a word and parts that stand next to each other, as far as the library has their form.
    fn runs(&self, word: &str, parts: Option<&[Range<usize>]>) -> Vec<(Range<usize>, u32)> {
        let form = |run: &Range<usize>| self.library.known(&normal_form(&word[run.clone()], &self.library.lexicon));
        parts.into_iter().flat_map(runs).filter_map(|run| Some((run.clone(), form(&run)?))).collect()
    }
}

/// How much of a word a part stands for.
fn share(part: &Range<usize>, length: usize) -> f32 {
    let long = 0.1 * part.len() as f32 / length.max(1) as f32;
    if part.end == length { 0.9 + long } else { 0.7 + long }
}

impl Asked {
    /// Whether it may be this word, or a part of it, in any way; what is denied is settled.
    pub fn may_be(&self, word: &Word, library: &Library) -> bool {
        let (numbers, forms) = &self.sought;
        numbers.may_hold(word.folded)
            || numbers.may_hold(word.normal)
            || forms.may_share(library.few_parts(word.folded))
    }

    /// Whether nothing is known by this word.
    pub fn is_unknown(&self) -> bool {
        self.is_strange && self.reading.is_empty()
    }
}
