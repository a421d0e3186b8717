// SPDX-License-Identifier: EUPL-1.2
//! Words as a name in files and addresses: small letters, digits, and single hyphens between words.

use crate::language::fold;

/// The words of a text as one name: `Zorg- en Veiligheidshuis` gives `zorg-en-veiligheidshuis`. Empty where no word has letters
/// or digits; what is no letter of the Latin alphabet stays as it is.
#[must_use]
pub fn slug(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.map(fold).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn words_become_one_name() {
        for (text, name) in [
            ("Zorg- en Veiligheidshuis", "zorg-en-veiligheidshuis"),
            ("cliënt", "client"),
            ("  A/B  (C) ", "a-b-c"),
            ("…", ""),
        ] {
            assert_eq!(slug(text), name);
        }
    }
}
