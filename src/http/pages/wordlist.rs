// SPDX-License-Identifier: EUPL-1.2
//! All words in a compact list by their first letter, each with a sign for how its meanings differ.

use crate::http::lang::Lang;
use crate::http::pages::parts::Badge;
use crate::language::{capital, fold};
use crate::model::{Degree, Relation};
use crate::publication::{Entry, Publication};

/// How many words one page of the list holds.
pub(super) const PER_LIST: usize = 120;

/// The words of one letter.
pub(super) struct LetterPart<'a> {
    pub letter: String,
    pub words: Vec<WordPart<'a>>,
}

/// A word, and how its meanings differ.
pub(super) struct WordPart<'a> {
    pub id: &'a str,
    pub label: &'a str,
    pub badge: Option<Badge<'a>>,
}

/// What a sign means.
pub(super) struct SignPart {
    pub sign: &'static str,
    pub class: &'static str,
    pub words: String,
}

/// Terms, by their places, under their first letters.
pub(super) fn letters<'a>(
    places: impl Iterator<Item = usize>,
    publication: &'a Publication,
    lang: Lang,
) -> Vec<LetterPart<'a>> {
    let mut letters: Vec<LetterPart<'a>> = Vec::new();
    for entry in places.map(|place| publication.entry_at(place)) {
        let letter = first_letter(entry);
        let badge = entry.headline().map(|pair| Badge::new(pair, lang));
        let word = WordPart { id: entry.term.id.as_str(), label: &entry.term.label, badge };
        match letters.last_mut().filter(|last| last.letter == letter) {
            Some(last) => last.words.push(word),
            None => letters.push(LetterPart { letter, words: vec![word] }),
        }
    }
    letters
}

fn first_letter(entry: Entry<'_>) -> String {
    let folded = fold(&entry.term.label);
    let letter = folded.chars().find(|letter| letter.is_alphanumeric()).map(String::from).unwrap_or_default();
    capital(&letter)
}

/// What the signs in the list mean, of those that are in it, the largest difference first.
pub(super) fn key(letters: &[LetterPart<'_>], lang: Lang) -> Vec<SignPart> {
    let degree = |degree: Degree| lang.of_key(degree);
    let known = [
        ("degree-3", degree(Degree::Conflicting)),
        ("degree-2", degree(Degree::Substantial)),
        ("degree-1", degree(Degree::Nuance)),
        ("degree-0", degree(Degree::Same)),
        ("one-sided", lang.of_key(Relation::OneSided)),
        ("unclear", lang.of_key(Relation::Unclear)),
        ("retired", lang.say("vervallen", "withdrawn")),
    ];
    let badges = || letters.iter().flat_map(|letter| &letter.words).filter_map(|word| word.badge.as_ref());
    let part = |(class, words): (&'static str, &str)| {
        let sign = badges().find(|badge| badge.class == class)?.sign;
        Some(SignPart { sign, class, words: words.to_owned() })
    };
    known.into_iter().filter_map(part).collect()
}
