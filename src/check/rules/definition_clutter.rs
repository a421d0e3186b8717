// SPDX-License-Identifier: EUPL-1.2
//! A definition holds the meaning and nothing else.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G112",
        severity: Severity::Error,
        asks: "Een omschrijving bevat geen bron, kopje of webadres.",
        why: "Die woorden horen niet bij de betekenis en verstoren de vergelijking.",
        english: Said {
            asks: "A definition holds no source, heading or web address.",
            why: "Those words do not belong to the meaning and disturb the comparison.",
        },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "definition = \"Informatie over een persoon die wordt gewogen.\"",
            bad: "definition = \"Informatie over een persoon. Bron: de politie.\"",
        }),
    },
    run,
};

/// What does not belong in a definition, and where it does belong.
const CLUTTER: &[(&str, &str)] = &[
    ("bron:", "Noem de bron bij sources."),
    ("bronnen:", "Noem de bronnen bij sources."),
    ("toelichting:", "Zet toelichting in explanation of note."),
    ("voorbeeld:", "Zet een voorbeeld in examples."),
    ("let op:", "Zet een waarschuwing in note."),
    ("http://", "Noem het adres bij een bron in sources.toml."),
    ("https://", "Noem het adres bij een bron in sources.toml."),
    ("www.", "Noem het adres bij een bron in sources.toml."),
];

fn run(sheet: &mut Sheet<'_>) {
    for (concept, spot) in citations::concepts(&sheet.content.glossary) {
        let text = concept.definition.to_lowercase();
        for (clutter, mend) in CLUTTER {
            if text.contains(clutter) {
                let message = format!("in deze omschrijving staat ‘{clutter}’");
                sheet.blame(&CHECK.rule, &spot.clone().key("definition"), message, *mend);
            }
        }
    }
}
