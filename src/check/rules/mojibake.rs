// SPDX-License-Identifier: EUPL-1.2
//! Letters survived the saving of the file.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::check::texts::texts;
use crate::diagnostic::{Example, Fix, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G174",
        severity: Severity::Warning,
        asks: "Letters met een teken erop zijn goed opgeslagen.",
        why: "Een tekst als ‘cliÃ«nt’ is niet te lezen en niet te vinden.",
        english: Said {
            asks: "Letters with a mark are saved well.",
            why: "A text such as ‘cliÃ«nt’ can be neither read nor found.",
        },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "explanation = \"Informatie over iemand. De politie weegt die.\"",
            bad: "explanation = \"Informatie over een cliÃ«nt. De politie weegt die.\"",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for (text, spot) in texts(sheet.content) {
        match restored(text) {
            Some(good) => {
                let message = "in deze tekst zijn letters door het opslaan veranderd";
                let mend = format!("Er stond waarschijnlijk: ‘{}’.", excerpt(&good));
                sheet.blame_mendable(&CHECK.rule, &spot, (message, &mend), Fix::Text(good));
            }
            None if text.contains('\u{fffd}') => {
                let message = "in deze tekst staat een teken dat bij het opslaan verloren ging";
                sheet.blame(&CHECK.rule, &spot, message, "Typ het woord opnieuw, en sla het bestand op als UTF-8.");
            }
            None => {}
        }
    }
}

/// The beginning of a text.
fn excerpt(text: &str) -> String {
    if text.chars().count() <= 60 { text.to_owned() } else { text.chars().take(59).chain(['…']).collect() }
}

/// The text with what was read as Windows-1252 read as UTF-8 again, where that changes it.
fn restored(text: &str) -> Option<String> {
    let mut good = String::with_capacity(text.len());
    let letters: Vec<char> = text.chars().collect();
    let mut place = 0;
    while place < letters.len() {
        let (letter, length) = (2..=4)
            .rev()
            .find_map(|length| Some((joined(letters.get(place..place + length)?)?, length)))
            .unwrap_or((letters[place], 1));
        good.push(letter);
        place += length;
    }
    (good != text).then_some(good)
}

/// The one letter whose bytes these letters are.
fn joined(letters: &[char]) -> Option<char> {
    let bytes: Vec<u8> = letters.iter().map(|letter| byte_of(*letter)).collect::<Option<_>>()?;
    let mut found = std::str::from_utf8(&bytes).ok()?.chars();
    found.next().filter(|letter| found.next().is_none() && !letter.is_ascii() && !letter.is_control())
}

/// The byte that Windows-1252 shows as this letter.
fn byte_of(letter: char) -> Option<u8> {
    /// Bytes 0x80 to 0x9f; five stand for nothing.
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let high = || HIGH.chars().position(|own| own == letter).and_then(|place| u8::try_from(0x80 + place).ok());
    u8::try_from(u32::from(letter)).ok().filter(|byte| !(0x80..0xa0).contains(byte)).or_else(high)
}

#[cfg(test)]
mod tests {
    use super::restored;

    #[test]
    fn letters_are_restored_and_good_ones_left_alone() {
        for (bad, good) in [("cliÃ«nt", "cliënt"), ("â€˜jaâ€™", "‘ja’"), ("Ã©Ã©n plan", "één plan"), ("5 â‚¬", "5 €")]
        {
            assert_eq!(restored(bad).as_deref(), Some(good));
        }
        for text in ["cliënt", "‘één’ – à 5 €", "São Paulo", "Ångström", "Â"] {
            assert_eq!(restored(text), None, "{text}");
        }
    }
}
