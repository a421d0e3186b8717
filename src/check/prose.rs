// SPDX-License-Identifier: EUPL-1.2
//! Reading texts as sentences and words, for rules about plain language.

use crate::check::citations;
use crate::check::texts::Text;
use crate::source::Content;

/// Words with a dot that end no sentence.
const SHORT: &[&str] = &["art", "bijv", "bv", "nr", "o.a", "m.b.t", "i.v.m", "e.d", "ca", "dr", "mr"];

/// The texts in plain language, which people read first: explanations and agreements.
pub(super) fn plain_texts(content: &Content) -> Vec<Text<'_>> {
    let glossary = &content.glossary;
    let explained =
        citations::concepts(glossary).map(|(concept, spot)| (concept.explanation.as_str(), spot.key("explanation")));
    let agreed =
        citations::agreements(glossary).map(|(_, agreement, spot)| (agreement.text.as_str(), spot.key("text")));
    explained.chain(agreed).collect()
}

/// The sentences of a text.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (place, mark) in text.match_indices(['.', '!', '?']) {
        let end = place + mark.len();
        let (before, after) = (&text[start..place], &text[end..]);
        let last = before.rsplit([' ', '(', '\n']).next().unwrap_or_default().to_lowercase();
        let ends = after.is_empty() || after.starts_with(char::is_whitespace);
        if ends && !(mark == "." && SHORT.contains(&last.as_str())) {
            found.push(text[start..end].trim());
            start = end;
        }
    }
    found.push(text[start..].trim());
    found.retain(|sentence| sentence.chars().any(char::is_alphanumeric));
    found
}

/// Whether these words stand in a text as whole words, whatever their capitals.
pub(super) fn has_words(text: &str, words: &str) -> bool {
    let small = text.to_lowercase();
    let is_letter = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '-');
    small.match_indices(words).any(|(place, _)| {
        !is_letter(small[..place].chars().next_back()) && !is_letter(small[place + words.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::{has_words, sentences};

    #[test]
    fn a_text_falls_into_sentences() {
        assert_eq!(
            sentences("Eén. Twee, bijv. zo! Drie 2.5 en (art. 3)"),
            ["Eén.", "Twee, bijv. zo!", "Drie 2.5 en (art. 3)"]
        );
        assert_eq!(sentences(" . "), Vec::<&str>::new());
    }

    #[test]
    fn words_are_whole() {
        assert!(has_words("Soms wel.", "soms") && has_words("A, o.a. b", "o.a"));
        assert!(!has_words("Soms-wat", "soms") && !has_words("koolzaad", "zaad"));
    }
}
