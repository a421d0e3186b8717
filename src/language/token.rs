// SPDX-License-Identifier: EUPL-1.2
//! From text to words, each with its place in the text.

use std::ops::Range;

use crate::language::{Lexicon, fold, is_stop_word, normal_form};

/// A word in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes; always on character boundaries.
    pub range: Range<usize>,
    /// Its folded form.
    pub folded: String,
    /// Its normal form; equal for the forms of one word.
    pub normal: String,
    /// Whether it is a function word.
    pub stop: bool,
    /// The number of its sentence, from 0.
    pub sentence: usize,
    /// The number of its clause, from 0: clauses end at commas, at sentence ends and before joining words.
    pub clause: usize,
}

/// Words that open a new clause.
const CLAUSE_WORDS: &[&str] = &[
    "maar", "terwijl", "hoewel", "tenzij", "mits", "als", "zodra", "wanneer", "indien", "omdat", "zodat", "want", "dus",
];

/// The words of a text, in order. Hyphens and apostrophes inside a word belong to it, and so do the dots and
/// commas inside a number.
#[must_use]
pub fn words_of(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    words(text, lexicon).collect()
}

/// The same, each made when it is asked for.
pub fn words<'a>(text: &'a str, lexicon: &'a Lexicon) -> impl Iterator<Item = Token> + 'a {
    let (mut sentence, mut clause, mut last_end) = (0, 0, 0);
    folded_words(text).enumerate().map(move |(place, (range, folded))| {
        let gap = &text[last_end..range.start];
        if place > 0 {
            let new_sentence = gap.contains(['.', ';', ':', '!', '?']);
            sentence += usize::from(new_sentence);
            let new_clause = new_sentence || gap.contains(',') || CLAUSE_WORDS.contains(&folded.as_str());
            clause += usize::from(new_clause);
        }
        last_end = range.end;
        let normal = normal_form(&folded, lexicon);
        let stop = is_stop_word(&folded);
        Token { range, folded, normal, stop, sentence, clause }
    })
}

/// The number of words of a text.
#[must_use]
pub fn count_words(text: &str) -> usize {
    word_ranges(text).count()
}

/// The words of a text, each with its place in bytes and its folded form, and no more.
pub fn folded_words(text: &str) -> impl Iterator<Item = (Range<usize>, String)> + '_ {
    word_ranges(text).map(|range| (range.clone(), fold(&text[range])))
}

/// The byte ranges of the words of a text.
fn word_ranges(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, letter) = letters.find(|(_, letter)| letter.is_alphanumeric())?;
        let mut end = start + letter.len_utf8();
        let mut last = letter;
        while let Some(&(place, next)) = letters.peek() {
            let after = text[place + next.len_utf8()..].chars().next();
            if !continues(last, next, after) {
                break;
            }
            end = place + next.len_utf8();
            last = next;
            letters.next();
        }
        Some(start..end)
    })
}

/// Whether `next` belongs to the word that ends in `last`, given the character after it.
fn continues(last: char, next: char, after: Option<char>) -> bool {
    if next.is_alphanumeric() || unicode_normalization::char::is_combining_mark(next) {
        return true;
    }
    let Some(after) = after else { return false };
    match next {
        '-' | '\'' | '’' | '\u{2010}' | '\u{2011}' => {
            after.is_alphabetic() || (last.is_alphabetic() && after.is_numeric())
        }
        '\u{ad}' => after.is_alphabetic(),
        '.' | ',' => last.is_numeric() && after.is_numeric(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::words_of;
    use crate::language::Lexicon;

    fn words(text: &str) -> Vec<&str> {
        words_of(text, &Lexicon::default()).into_iter().map(|token| &text[token.range]).collect()
    }

    #[test]
    fn hyphens_apostrophes_and_numbers_stay_whole() {
        assert_eq!(
            words("Zorg- en veiligheidshuis: risico’s, 2.5 jaar (VERA-2R)!"),
            ["Zorg", "en", "veiligheidshuis", "risico’s", "2.5", "jaar", "VERA-2R"]
        );
        assert_eq!(words("12-18 jaar, 12-jarige"), ["12", "18", "jaar", "12-jarige"]);
        assert_eq!(words(""), Vec::<&str>::new());
        assert_eq!(words("¿?!…"), Vec::<&str>::new());
    }

    #[test]
    fn sentences_and_clauses_are_counted() {
        let tokens = words_of("Hij mag, als hij wil. Zij niet.", &Lexicon::default());
        let places: Vec<_> = tokens.iter().map(|token| (token.sentence, token.clause)).collect();
        assert_eq!(places, [(0, 0), (0, 0), (0, 1), (0, 1), (0, 1), (1, 2), (1, 2)]);
    }
}
