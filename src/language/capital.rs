// SPDX-License-Identifier: EUPL-1.2
//! Capitals: how a word begins a sentence.

use unicode_normalization::UnicodeNormalization;

/// The mark of stress, which Dutch leaves out on a capital: `één` becomes `Eén`. Other marks stay.
const STRESS: char = '\u{301}';

/// The text with its first letter as a capital; the two letters of `ij` count as one.
#[must_use]
pub fn capital(text: &str) -> String {
    if let Some(rest) = text.strip_prefix("ij") {
        return format!("IJ{rest}");
    }
    let mut letters = text.chars();
    let first: String = letters.by_ref().take(1).nfd().filter(|mark| *mark != STRESS).nfc().collect();
    let rest = letters.as_str().trim_start_matches(STRESS);
    first.to_uppercase() + rest
}

#[cfg(test)]
mod tests {
    use super::capital;

    #[test]
    fn a_sentence_begins_as_dutch_writes_it() {
        for (text, with_capital) in [
            ("het sociaal domein", "Het sociaal domein"),
            ("één domein", "Eén domein"),
            ("e\u{301}e\u{301}n", "Ee\u{301}n"),
            ("à propos", "À propos"),
            ("ijkpunt", "IJkpunt"),
            ("Al goed", "Al goed"),
            ("3 woorden", "3 woorden"),
            ("", ""),
        ] {
            assert_eq!(capital(text), with_capital, "{text}");
        }
    }
}
