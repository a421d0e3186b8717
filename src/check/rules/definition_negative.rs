// SPDX-License-Identifier: EUPL-1.2
//! A definition says what something is, not what it is not.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G162",
        severity: Severity::Hint,
        asks: "Een omschrijving zegt wat iets is, en niet alleen wat het niet is.",
        why: "Wie alleen weet wat iets niet is, weet nog niet wat het wel is.",
        english: Said {
            asks: "A definition says what something is, and not only what it is not.",
            why: "Whoever knows only what something is not does not know yet what it is.",
        },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "definition = \"Informatie over een persoon die wordt gewogen.\"",
            bad: "definition = \"Geen bewijs tegen een persoon.\"",
        }),
    },
    run,
};

/// How a definition begins that says what something is not.
const OPENINGS: &[&str] = &[
    "geen ",
    "niet ",
    "zonder ",
    "het ontbreken van ",
    "ontbreken van ",
    "afwezigheid van ",
    "gebrek aan ",
    "iets wat niet ",
    "iets wat geen ",
    "iemand die niet ",
    "iemand die geen ",
    "persoon die niet ",
    "persoon die geen ",
];

fn run(sheet: &mut Sheet<'_>) {
    for (concept, spot) in citations::concepts(&sheet.content.glossary) {
        let text = concept.definition.to_lowercase();
        if OPENINGS.iter().any(|opening| text.starts_with(opening)) {
            let message = "deze omschrijving zegt wat het niet is";
            let mend = "Schrijf wat het wel is. Zet wat er niet onder valt in counter_examples.";
            sheet.blame(&CHECK.rule, &spot.key("definition"), message, mend);
        }
    }
}
