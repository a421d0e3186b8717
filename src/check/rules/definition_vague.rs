// SPDX-License-Identifier: EUPL-1.2
//! A definition says what holds always.

use crate::check::prose::has_words;
use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G165",
        severity: Severity::Hint,
        asks: "Een omschrijving bevat geen vage woorden.",
        why: "Bij ‘vaak’, ‘diverse’ of ‘onder andere’ vult ieder domein iets anders in.",
        english: Said {
            asks: "A definition holds no vague words.",
            why: "With ‘often’, ‘various’ or ‘among others’ each domain fills in something else.",
        },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "definition = \"Informatie over een persoon die wordt gewogen.\"",
            bad: "definition = \"Diverse informatie over een persoon.\"",
        }),
    },
    run,
};

/// Words that leave open what holds.
const VAGUE: &[&str] = &[
    "vaak",
    "soms",
    "meestal",
    "doorgaans",
    "regelmatig",
    "in principe",
    "bijvoorbeeld",
    "onder andere",
    "onder meer",
    "o.a",
    "o.m",
    "enzovoort",
    "etc",
    "e.d",
    "en dergelijke",
    "diverse",
    "allerlei",
    "adequaat",
    "adequate",
    "optimaal",
    "optimale",
    "tijdig",
    "tijdige",
    "zo spoedig mogelijk",
    "relevant",
    "relevante",
];

fn run(sheet: &mut Sheet<'_>) {
    for (concept, spot) in citations::concepts(&sheet.content.glossary) {
        let found: Vec<String> = VAGUE
            .iter()
            .filter(|words| has_words(&concept.definition, words))
            .map(|words| format!("‘{words}’"))
            .collect();
        if !found.is_empty() {
            let message = format!("in deze omschrijving is niet precies: {}", found.join(", "));
            let mend = "Noem wat altijd geldt, of noem alles. Zet wat alleen soms geldt in explanation of examples.";
            sheet.blame(&CHECK.rule, &spot.key("definition"), message, mend);
        }
    }
}
