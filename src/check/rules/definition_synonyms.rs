// SPDX-License-Identifier: EUPL-1.2
//! A definition is more than other words for the same.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::language::ARTICLES;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G163",
        severity: Severity::Hint,
        asks: "Een omschrijving bestaat niet alleen uit andere woorden voor hetzelfde.",
        why: "Wie die andere woorden niet kent, of er iets anders bij denkt, komt niet verder.",
        english: Said {
            asks: "A definition does not consist only of other words for the same.",
            why: "Whoever does not know those words, or means something else by them, is no further.",
        },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "definition = \"Informatie over een persoon die wordt gewogen.\"",
            bad: "definition = \"Aanwijzing, teken of vermoeden.\"",
        }),
    },
    run,
};

/// What stands between words that are offered as the same.
const BETWEEN: &[&str] = &["of", "en", "ofwel", "oftewel"];

fn run(sheet: &mut Sheet<'_>) {
    for (concept, spot) in citations::concepts(&sheet.content.glossary) {
        let text = concept.definition.to_lowercase();
        let mut words =
            text.split(|letter: char| !(letter.is_alphanumeric() || letter == '-')).filter(|word| !word.is_empty());
        let parts = text.split([',', ';']).flat_map(|part| part.split(" of ").flat_map(|part| part.split(" en ")));
        let is_word = |part: &str| {
            let mut words = part.split_whitespace().filter(|word| !ARTICLES.contains(word) && !BETWEEN.contains(word));
            words.next().is_some() && words.next().is_none()
        };
        if words.next().is_some() && parts.map(|part| part.trim_matches(['.', ' '])).all(is_word) {
            let message = "deze omschrijving noemt alleen andere woorden";
            let mend =
                "Schrijf waarin het van andere dingen verschilt. Zet andere woorden voor hetzelfde in alt_labels.";
            sheet.blame(&CHECK.rule, &spot.key("definition"), message, mend);
        }
    }
}
