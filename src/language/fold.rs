// SPDX-License-Identifier: EUPL-1.2
//! Folding: the form in which two spellings of one word are equal.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The word without capitals, marks, hyphens and apostrophes: `Re-integratie` and `reïntegratie` both give
/// `reintegratie`, `risico's` gives `risicos`.
#[must_use]
pub fn fold(word: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        return word.to_owned();
    }
    let mut folded = String::with_capacity(word.len());
    for letter in word.nfd().filter(|&letter| !is_combining_mark(letter)) {
        match letter {
            'ĳ' | 'Ĳ' => folded.push_str("ij"),
            '-' | '\u{2010}' | '\u{2011}' | '\u{ad}' | '\'' | '’' | '‘' => {}
            other => folded.extend(other.to_lowercase().filter(|&letter| !is_combining_mark(letter))),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn spellings_of_one_word_fold_alike() {
        for (word, folded) in [
            ("Melding", "melding"),
            ("cliënt", "client"),
            ("Re-integratie", "reintegratie"),
            ("reïntegratie", "reintegratie"),
            ("risico’s", "risicos"),
            ("Ĳssel", "ijssel"),
            ("ÉÉN", "een"),
            ("İ", "i"),
            ("", ""),
        ] {
            assert_eq!(fold(word), folded, "{word}");
        }
    }
}
