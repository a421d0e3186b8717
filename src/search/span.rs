// SPDX-License-Identifier: EUPL-1.2
//! Which words of a question together are a name: joined, in another form, mistyped, or begun.

use std::ops::Range;

use crate::language::{ARTICLES, Token, normal_form};
use crate::search::entry::Name;
use crate::search::library::Library;
use crate::search::matching::How;
use crate::search::question::{Asked, Part};
use crate::search::reading::{MOST_READINGS, SHORTEST_BEGINNING};
use crate::search::sought::Sought;
use crate::search::stock::Standing;

/// How much more each word of a name of several counts: who typed them all meant that name, and not one of its words.
const SEVERAL: f32 = 1.5;

/// How much a name counts that is begun, as one word, with other spaces than were typed.
const JOINED: f32 = 0.45;

/// How much more a name counts that is begun by a word that nobody writes: it is being typed, and no form of another.
const UNFINISHED: f32 = 1.2;

/// Words of a question next to each other that are, joined, a whole name.
#[derive(Debug)]
pub(super) struct Span {
    /// The places of the words that count in it.
    pub words: Range<usize>,
    /// As it was typed.
    pub typed: String,
    /// How much it covers for each word that counts: 1, and more for several words, or when it begins with function
    /// words, as *zelf regie*.
    pub cover: f32,
    pub how: How,
    /// The whole names as written that it is or begins.
    pub exact: Vec<u32>,
    /// The normal forms of whole names that it is.
    pub forms: Vec<u32>,
    /// All these numbers, for a quick look.
    sought: Sought,
}

/// The whole names as written, and the normal forms of whole names, that words are.
type Keys = (Vec<u32>, Vec<u32>);

/// A way to spell a word of a question, with its normal form.
type Spelled = for<'a> fn(&'a Asked, &'a Library) -> (&'a str, &'a str);

/// Spells out which words of a question together are a name.
pub(super) struct Speller<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    /// The places of the tokens that count.
    pub counting: &'a [usize],
    pub words: &'a [Asked],
    pub library: &'a Library,
}

impl Speller<'_> {
    pub fn spans(&self) -> Vec<Span> {
        let all = self.tokens.len();
        let longest = self.library.longest_name.max(1);
        let within = (0..all).flat_map(|from| (from + 1..=all.min(from + longest)).map(move |to| from..to));
        let mut spans: Vec<Span> = within.flat_map(|range| self.names(&range)).collect();
        spans.extend((0..self.words.len()).flat_map(|word| self.within_word(word)));
        spans.extend(self.begun());
        spans.retain(|span| !span.exact.is_empty() || !span.forms.is_empty());
        spans
    }

    /// The names that a range of tokens is: as typed; in another form; else with its typing errors mended. It may begin
    /// with a function word, as in *zelf regie*, and ends in a word that counts: *zorg en* is not *zorgen*.
    fn names(&self, range: &Range<usize>) -> Vec<Span> {
        let article = ARTICLES.contains(&self.tokens[range.start].folded.as_str()) && !self.counts(range.start);
        if article || !self.counts(range.end - 1) {
            return Vec::new();
        }
        let (exact, forms) = self.keys(range, Asked::as_typed);
        let mut spans =
            vec![self.span(range, How::Exact, (exact, vec![])), self.span(range, How::Form, (vec![], forms))];
        if self.words[self.words_in(range)].iter().any(|word| word.meant().is_some()) {
            spans.push(self.span(range, How::Typo, self.keys(range, Asked::mended)));
        }
        spans
    }

    /// The whole names that a word is with a part that stands apart, and those that are parts of it.
    fn within_word(&self, place: usize) -> Vec<Span> {
        let (token, word) = (self.counting[place], &self.words[place]);
        let apart = self.span(&(token..token + 1), How::Form, (vec![], word.forms.clone()));
        let part = |part: &Part| {
            let span = self.span(&(token..token + 1), How::Part, (vec![], vec![part.form]));
            Span { cover: part.share, ..span }
        };
        std::iter::once(apart).chain(word.parts.iter().map(part)).collect()
    }

    /// The whole names that a range of tokens may be, joined with and without function words, and their forms.
    fn keys(&self, range: &Range<usize>, spelled: Spelled) -> Keys {
        let whole = |joined: &String| self.library.known(joined).filter(|&name| self.library.is_whole(name));
        let joined = self.joined(range, spelled);
        let mut exact: Vec<u32> = whole(&joined).into_iter().collect();
        let all_forms: String = range.clone().map(|place| self.spelling(place, spelled).1).collect();
        if !self.counts(range.start) {
            return (exact, self.library.known(&all_forms).into_iter().collect());
        }
        let telling = || self.words[self.words_in(range)].iter().map(|word| spelled(word, self.library));
        exact.extend(whole(&telling().map(|(spelling, _)| spelling).collect()));
        exact.dedup();
        let mut forms = vec![telling().map(|(_, normal)| normal).collect::<String>(), all_forms];
        if self.spelling(range.end - 1, spelled).0.len() >= SHORTEST_BEGINNING {
            forms.push(normal_form(&joined, &self.library.lexicon));
        }
        (exact, forms.iter().filter_map(|form| self.library.known(form)).collect())
    }

    fn counts(&self, token: usize) -> bool {
        self.counting.binary_search(&token).is_ok()
    }

    /// The names that begin with the question from its first word that counts: spaced as typed, else written as one. A
    /// word alone is not mended: what begins with another word does not begin with this one.
    fn begun(&self) -> Option<Span> {
        let range = *self.counting.first()?..self.tokens.len();
        let spelled: Spelled = if range.len() == 1 { Asked::as_typed } else { Asked::mended };
        let joined = self.joined(&range, spelled);
        if joined.chars().count() < SHORTEST_BEGINNING {
            return None;
        }
        let words: Vec<&str> = range.clone().map(|place| self.spelling(place, spelled).0).collect();
        let spaced = words.join(" ");
        let wholes = self.library.starts.wholes_beginning_with(&spaced, self.library);
        let mut exact: Vec<u32> = wholes.take(MOST_READINGS).collect();
        let mut cover = match range.len() {
            1 if self.words[0].is_unfinished(self.library) => UNFINISHED,
            1 => JOINED,
            _ => SEVERAL,
        };
        if exact.is_empty() && range.len() > 1 {
            let names = self.library.in_names.going_on_from(&joined).iter().copied();
            exact = names.filter(|&name| self.library.is_whole(name)).take(MOST_READINGS).collect();
            cover = JOINED;
        }
        Some(Span { cover, ..self.span(&range, How::Prefix, (exact, vec![])) })
    }

    /// The words that count among a range of tokens.
    fn words_in(&self, range: &Range<usize>) -> Range<usize> {
        let before = |end: usize| self.counting.partition_point(|&place| place < end);
        before(range.start)..before(range.end)
    }

    /// A range of tokens as one word.
    fn joined(&self, range: &Range<usize>, spelled: Spelled) -> String {
        range.clone().map(|place| self.spelling(place, spelled).0).collect()
    }

    /// A token in its spelling and its normal form.
    fn spelling(&self, token: usize, spelled: Spelled) -> (&str, &str) {
        match self.counting.binary_search(&token) {
            Ok(word) => spelled(&self.words[word], self.library),
            Err(_) => (&self.tokens[token].folded, &self.tokens[token].normal),
        }
    }

    fn span(&self, range: &Range<usize>, how: How, (exact, forms): Keys) -> Span {
        let words = self.words_in(range);
        let typed = &self.text[self.tokens[range.start].range.start..self.tokens[range.end - 1].range.end];
        let leading = self.counting[words.start] - range.start;
        let several = if words.len() > 1 { SEVERAL } else { 1.0 };
        let cover = several + leading as f32 / words.len() as f32;
        let sought = Sought::of(exact.iter().chain(&forms).copied());
        Span { words, typed: typed.to_owned(), cover, how, exact, forms, sought }
    }
}

impl Span {
    /// Whether this is the whole of a name.
    pub fn is(&self, name: &Name) -> bool {
        let as_written = |whole: &u32| self.sought.may_hold(*whole) && self.exact.contains(whole);
        let in_form = |form: &u32| self.sought.may_hold(*form) && self.forms.contains(form);
        name.wholes.iter().any(as_written) || in_form(&name.whole_form)
    }
}

impl Asked {
    /// The word that was most likely meant, when it is a typing error: its number and that of its normal form.
    fn meant(&self) -> Option<(u32, u32)> {
        self.reading.meant.first().copied()
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

    /// Whether it begins a name and nobody writes it as it is: not *risicos*, a form that also begins longer words.
    fn is_unfinished(&self, library: &Library) -> bool {
        !library.is(&self.folded, Standing::Written) && !self.folded.ends_with('s') && !self.folded.ends_with("en")
    }
}
