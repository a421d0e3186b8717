// SPDX-License-Identifier: EUPL-1.2
//! An agreement is looked at again before its last day.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G143",
        severity: Severity::Warning,
        asks: "Een afspraak is niet verlopen.",
        why: "Een verlopen afspraak blijft staan, en niemand weet of partijen zich er nog aan houden.",
        english: Said {
            asks: "An agreement has not lapsed.",
            why: "A lapsed agreement stays where it is, and nobody knows whether the parties still keep to it.",
        },
        example: Some(Example {
            file: "local/voorbeeldstad/terms/melding.toml",
            good: "valid_until = 2126-01-15",
            bad: "valid_until = 2026-01-16",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    let today = sheet.today;
    for (_, agreement, spot) in citations::agreements(&sheet.content.glossary) {
        let until = agreement.valid_until;
        // One that ends before it begins is told of by its own rule.
        if agreement.has_lapsed_on(today) && agreement.agreed_on <= until {
            let message = format!("deze afspraak is verlopen op {until}");
            let mend = "Spreek met de partijen een nieuwe dag af voor valid_until, of haal de afspraak weg.";
            sheet.blame(&CHECK.rule, &spot.key("valid_until"), message, mend);
        }
    }
}
