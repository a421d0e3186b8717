//! What someone typed, understood: the words that count, how each is read, and which of them together are a name.
//!
//! Ranking and reasons both read this, so that no reason is given that the ranking did not use.

use std::ops::Range;

use crate::language::{Token, is_asking_word, is_english_stop_word, misspelling, normal_form, words_of};
use crate::search::library::Library;
use crate::search::matching::How;

/// The most words of a question that are looked at.
const MOST_WORDS: usize = 32;

/// The fewest letters that count as the beginning of a word.
const SHORTEST_BEGINNING: usize = 3;

/// The fewest letters of a mistyped word that is looked for in texts; short ones resemble too much there.
const SHORTEST_IN_TEXTS: usize = 7;

/// The most words that one beginning or one typing error may stand for.
const MOST_READINGS: usize = 64;

/// Words that belong to no name at its beginning: *de radicalisering* is not *deradicalisering*.
const ARTICLES: &[&str] = &["de", "het", "een"];

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
    pub folded_number: Option<u32>,
    pub normal_number: Option<u32>,
    pub reading: Reading,
}

/// How a word is read, beside as typed and as a form of a word.
#[derive(Debug)]
pub(super) enum Reading {
    /// As the beginning of words in names; in texts only when nothing else is found.
    Beginning { in_names: Vec<u32>, in_texts: Vec<u32> },
    /// As a typing error for these words, each with its normal form.
    Mistyped(Vec<(u32, u32)>),
}

/// Words of a question next to each other that are, joined, a whole name.
#[derive(Debug)]
pub(super) struct Span {
    /// The places of the words that count in it.
    pub words: Range<usize>,
    /// As it was typed.
    pub typed: String,
    /// How much it covers for each word that counts: 1, and more when it begins with function words, as *zelf regie*.
    pub cover: f32,
    pub how: How,
    /// The whole names as written that it is or begins.
    pub exact: Vec<u32>,
    /// The normal form of whole names that it is.
    pub form: Option<u32>,
}

impl Question {
    pub fn new(text: &str, library: &Library) -> Self {
        let mut tokens = opened(text, library);
        tokens.truncate(2 * MOST_WORDS);
        let counting = counting(&tokens);
        let read = |place: &usize| Asked::new(&tokens[*place], text, library);
        let words: Vec<Asked> = counting.iter().map(read).collect();
        let spans = Speller { text, tokens: &tokens, counting: &counting, words: &words, library }.spans();
        Self { words, spans }
    }

    /// The spans that hold a word.
    pub fn spans_of(&self, word: usize) -> impl Iterator<Item = &Span> {
        self.spans.iter().filter(move |span| span.words.contains(&word))
    }
}

/// The words of a text; one with hyphens that nobody knows falls apart at them.
fn opened(text: &str, library: &Library) -> Vec<Token> {
    let tokens = words_of(text, &library.lexicon);
    let strange = |token: &&Token| {
        text[token.range.clone()].contains(HYPHENS)
            && !library.holds(&token.folded, &token.normal)
            && library.beginning_with(&token.folded, &library.in_names).next().is_none()
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
    words_of(&open, &library.lexicon)
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

impl Asked {
    fn new(token: &Token, text: &str, library: &Library) -> Self {
        Self {
            typed: text[token.range.clone()].to_owned(),
            folded: token.folded.clone(),
            normal: token.normal.clone(),
            folded_number: library.known(&token.folded),
            normal_number: library.known(&token.normal),
            reading: Reading::new(token, library),
        }
    }

    /// The word that was most likely meant, when it is a typing error: its number and that of its normal form.
    fn meant(&self) -> Option<(u32, u32)> {
        match &self.reading {
            Reading::Mistyped(meant) => meant.first().copied(),
            Reading::Beginning { .. } => None,
        }
    }

    /// Its spelling and its normal form.
    fn as_typed<'a>(&'a self, _: &'a Library) -> (&'a str, &'a str) {
        (&self.folded, &self.normal)
    }

    /// The same with its typing error mended.
    fn mended<'a>(&'a self, library: &'a Library) -> (&'a str, &'a str) {
        let meant = self.meant().map(|(word, normal)| (library.spelling(word), library.spelling(normal)));
        meant.unwrap_or_else(|| self.as_typed(library))
    }

    /// Whether nothing is known by this word.
    pub fn is_unknown(&self) -> bool {
        matches!(&self.reading, Reading::Mistyped(meant) if meant.is_empty())
    }
}

impl Reading {
    fn new(token: &Token, library: &Library) -> Self {
        let beginning = |list| -> Vec<u32> {
            let long_enough = token.folded.chars().count() >= SHORTEST_BEGINNING;
            let words = library.beginning_with(&token.folded, list).filter(|_| long_enough);
            words.take(MOST_READINGS).collect()
        };
        let in_names = beginning(&library.in_names);
        if !in_names.is_empty() || library.holds(&token.folded, &token.normal) {
            return Self::Beginning { in_names, in_texts: Vec::new() };
        }
        let meant = meant(&token.folded, library);
        let in_texts = if meant.is_empty() { beginning(&library.in_texts) } else { Vec::new() };
        if in_texts.is_empty() { Self::Mistyped(meant) } else { Self::Beginning { in_names, in_texts } }
    }
}

/// The nearest words for which a word may be a typing error, each with its normal form; whole names first.
fn meant(typed: &str, library: &Library) -> Vec<(u32, u32)> {
    let texts = if typed.chars().count() < SHORTEST_IN_TEXTS { &[][..] } else { &library.in_texts };
    let near = |&word: &u32| Some((misspelling(typed, library.spelling(word))?, !library.is_whole(word), word));
    let mut found: Vec<(usize, bool, u32)> = library.in_names.iter().chain(texts).filter_map(near).collect();
    found.sort_by_key(|&(distance, part, word)| (distance, part, library.spelling(word)));
    found.dedup();
    let nearest = found.first().map(|&(distance, ..)| distance);
    let with_form = |(_, _, word): (usize, bool, u32)| {
        (word, library.known(&normal_form(library.spelling(word), &library.lexicon)).unwrap_or(word))
    };
    found.into_iter().filter(|&(distance, ..)| Some(distance) == nearest).take(MOST_READINGS).map(with_form).collect()
}

/// A way to spell a word of a question, with its normal form.
type Spelled = for<'a> fn(&'a Asked, &'a Library) -> (&'a str, &'a str);

/// Spells out which words of a question together are a name.
struct Speller<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// The places of the tokens that count.
    counting: &'a [usize],
    words: &'a [Asked],
    library: &'a Library,
}

impl Speller<'_> {
    fn spans(&self) -> Vec<Span> {
        let all = self.tokens.len();
        let longest = self.library.longest_name.max(1);
        let within = (0..all).flat_map(|from| (from + 1..=all.min(from + longest)).map(move |to| from..to));
        let mut spans: Vec<Span> = within.flat_map(|range| self.names(&range)).collect();
        spans.extend(self.begun());
        spans
    }

    /// The names that a range of tokens is: as typed; in another form; else with its typing errors mended. It may begin
    /// with a function word, as in *zelf regie*, and ends in a word that counts: *zorg en* is not *zorgen*.
    fn names(&self, range: &Range<usize>) -> Vec<Span> {
        let article = ARTICLES.contains(&self.tokens[range.start].folded.as_str()) && !self.counts(range.start);
        if article || !self.counts(range.end - 1) {
            return Vec::new();
        }
        let span = |how, (exact, form)| Span { exact, form, ..self.span(range, how) };
        let (exact, form) = self.keys(range, Asked::as_typed);
        let mut spans = vec![span(How::Exact, (exact, None)), span(How::Form, (Vec::new(), form))];
        if self.words[self.words_in(range)].iter().any(|word| word.meant().is_some()) {
            spans.push(span(How::Typo, self.keys(range, Asked::mended)));
        }
        spans.retain(|span| !span.exact.is_empty() || span.form.is_some());
        spans
    }

    /// The whole names that a range of tokens may be, joined with and without function words, and their form.
    fn keys(&self, range: &Range<usize>, spelled: Spelled) -> (Vec<u32>, Option<u32>) {
        let whole = |joined: &String| self.library.known(joined).filter(|&name| self.library.is_whole(name));
        let mut exact: Vec<u32> = whole(&self.joined(range, spelled)).into_iter().collect();
        if !self.counts(range.start) {
            return (exact, None);
        }
        let telling = || self.words[self.words_in(range)].iter().map(|word| spelled(word, self.library));
        exact.extend(whole(&telling().map(|(spelling, _)| spelling).collect()));
        exact.dedup();
        (exact, self.library.known(&telling().map(|(_, normal)| normal).collect::<String>()))
    }

    fn counts(&self, token: usize) -> bool {
        self.counting.binary_search(&token).is_ok()
    }

    /// The names that begin with the question from its first word that counts, when it has several.
    fn begun(&self) -> Option<Span> {
        let range = *self.counting.first()?..self.tokens.len();
        let joined = if range.len() > 1 { self.joined(&range, Asked::mended) } else { String::new() };
        if joined.chars().count() < SHORTEST_BEGINNING {
            return None;
        }
        let names = self.library.beginning_with(&joined, &self.library.in_names);
        let exact: Vec<u32> = names.filter(|&name| self.library.is_whole(name)).take(MOST_READINGS).collect();
        let span = Span { exact, ..self.span(&range, How::Prefix) };
        (!span.exact.is_empty()).then_some(span)
    }

    /// The words that count among a range of tokens.
    fn words_in(&self, range: &Range<usize>) -> Range<usize> {
        let before = |end: usize| self.counting.partition_point(|&place| place < end);
        before(range.start)..before(range.end)
    }

    /// A range of tokens as one word.
    fn joined(&self, range: &Range<usize>, spelled: Spelled) -> String {
        let spelling = |place: usize| match self.counting.binary_search(&place) {
            Ok(word) => spelled(&self.words[word], self.library).0,
            Err(_) => self.tokens[place].folded.as_str(),
        };
        range.clone().map(spelling).collect()
    }

    /// A range of tokens, with no names yet.
    fn span(&self, range: &Range<usize>, how: How) -> Span {
        let words = self.words_in(range);
        let typed = &self.text[self.tokens[range.start].range.start..self.tokens[range.end - 1].range.end];
        let leading = self.counting[words.start] - range.start;
        let cover = 1.0 + leading as f32 / words.len() as f32;
        Span { words, typed: typed.to_owned(), cover, how, exact: Vec::new(), form: None }
    }
}
