// SPDX-License-Identifier: EUPL-1.2
//! Cuts what was typed into the pieces that are more than ordinary words. A piece begins where a word can begin: after a
//! space or an opening bracket. Anything else (*wij-zij*, *12:30*, an address, *signaal: wat is dat?*) is ordinary text.

use std::ops::Range;

use crate::search::expert::fields::facet_named;
use crate::search::facet::Facet;

/// Marks that open and close a phrase. Single ones do not: they are apostrophes, too.
const QUOTES: &[char] = &['"', '“', '”', '„', '‟', '«', '»'];

/// Words that do something in other search engines.
const OPERATORS: &[&str] = &["AND", "OR", "NOT"];

/// Whether terms with it are wanted or left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Polarity {
    /// Wanted.
    With,
    /// Left out: a hyphen stands before it.
    Without,
}

/// A piece that is more than ordinary words.
pub(super) struct Piece {
    pub polarity: Polarity,
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    pub kind: Kind,
}

/// What a piece is.
pub(super) enum Kind {
    /// Words in quotes, and where they stand.
    Quoted(Range<usize>),
    /// Words behind a hyphen, and where they stand.
    Word(Range<usize>),
    /// A filter with the values that were typed.
    Field(&'static Facet, Vec<String>),
    /// The name of a filter without a value.
    BareField,
    /// A quotation mark that nothing closes.
    OpenQuote,
    /// A word that does something elsewhere.
    Operator,
}

/// The pieces of a text, in order.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut at, mut fresh) = (0, true);
    while let Some(letter) = text[at..].chars().next() {
        match piece_at(text, at).filter(|_| fresh) {
            Some(piece) => {
                (at, fresh) = (piece.range.end, false);
                pieces.push(piece);
            }
            None => {
                fresh = letter.is_whitespace() || letter == '(';
                at += letter.len_utf8();
            }
        }
    }
    pieces
}

/// The same words without quotation marks.
#[must_use]
pub fn without_quotes(typed: &str) -> String {
    typed.replace(QUOTES, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The piece that begins here, if one does; never an empty one.
fn piece_at(text: &str, start: usize) -> Option<Piece> {
    let (polarity, body) = match text[start..].strip_prefix('-') {
        Some(_) => (Polarity::Without, start + 1),
        None => (Polarity::With, start),
    };
    let (end, kind) = quoted(text, body)
        .or_else(|| field(text, body))
        .or_else(|| word(text, body).filter(|_| polarity == Polarity::Without))
        .or_else(|| operator(text, body).filter(|_| polarity == Polarity::With))?;
    Some(Piece { polarity, range: start..end, kind })
}

/// Words in quotes.
fn quoted(text: &str, start: usize) -> Option<(usize, Kind)> {
    let inside = start + text[start..].chars().next().filter(|letter| QUOTES.contains(letter))?.len_utf8();
    let Some(length) = text[inside..].find(QUOTES) else { return Some((inside, Kind::OpenQuote)) };
    let words = inside..inside + length;
    let end = words.end + text[words.end..].chars().next().map_or(0, char::len_utf8);
    text[words.clone()].contains(char::is_alphanumeric).then_some((end, Kind::Quoted(words)))
}

/// The name of a filter, a colon, and values with commas between them.
fn field(text: &str, start: usize) -> Option<(usize, Kind)> {
    let (name, _) = text[start..].split_once(':')?;
    let facet = facet_named(name)?;
    let mut at = start + name.len() + 1;
    if !text[at..].starts_with(|letter: char| letter.is_alphanumeric() || letter == ',' || QUOTES.contains(&letter)) {
        return Some((at, Kind::BareField));
    }
    let mut values = Vec::new();
    loop {
        let (end, value) = value_at(text, at)?;
        values.extend((!value.is_empty()).then_some(value));
        at = end;
        if !text[at..].starts_with(',') {
            return Some((at, Kind::Field(facet, values)));
        }
        at += 1;
    }
}

/// A value of a field: in quotes, or up to a space or comma, without the marks that end a sentence.
fn value_at(text: &str, start: usize) -> Option<(usize, String)> {
    match quoted(text, start) {
        Some((end, Kind::Quoted(words))) => Some((end, text[words].trim().to_owned())),
        Some(_) => None,
        None => {
            let rest = &text[start..];
            let end = rest.find(|letter: char| letter.is_whitespace() || letter == ',').unwrap_or(rest.len());
            let value = rest[..end].trim_end_matches(|letter: char| !letter.is_alphanumeric());
            Some((start + end, value.to_owned()))
        }
    }
}

/// A word that begins with a letter, and does not end in a hyphen: *-tussen- streepjes* stands between dashes.
fn word(text: &str, start: usize) -> Option<(usize, Kind)> {
    let rest = &text[start..];
    let end = rest.find(|letter: char| letter.is_whitespace() || QUOTES.contains(&letter)).unwrap_or(rest.len());
    let is_word = rest.starts_with(char::is_alphabetic) && !rest[..end].ends_with('-');
    is_word.then_some((start + end, Kind::Word(start..start + end)))
}

/// A word that does something elsewhere: in capitals, among words that are not.
fn operator(text: &str, start: usize) -> Option<(usize, Kind)> {
    let word = text[start..].split(char::is_whitespace).next()?;
    let is_one = OPERATORS.contains(&word) && text.contains(char::is_lowercase);
    is_one.then_some((start + word.len(), Kind::Operator))
}
