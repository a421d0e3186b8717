// SPDX-License-Identifier: EUPL-1.2
//! A meaning has a definition.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G110",
        severity: Severity::Error,
        asks: "Elke betekenis heeft een omschrijving.",
        why: "De omschrijving is de tekst die wordt vergeleken.",
        english: Said { asks: "Every meaning has a definition.", why: "The definition is the text that is compared." },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "definition = \"Informatie over een persoon die wordt gewogen.\"\n",
            bad: "",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for (concept, spot) in citations::concepts(&sheet.content.glossary) {
        if concept.definition.is_empty() {
            let message = format!("de betekenis ‘{}’ heeft geen omschrijving", concept.id);
            sheet.blame(
                &CHECK.rule,
                &spot.key("definition"),
                message,
                "Voeg toe: definition = \"…\", hoogstens 60 woorden.",
            );
        }
    }
}
