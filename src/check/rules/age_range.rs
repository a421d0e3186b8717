// SPDX-License-Identifier: EUPL-1.2
//! An age range runs upward and says something.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G122",
        severity: Severity::Error,
        asks: "Een leeftijd loopt van laag naar hoog.",
        why: "Een omgekeerde grens geldt voor niemand.",
        english: Said { asks: "An age runs from low to high.", why: "A reversed range holds for nobody." },
        example: Some(Example {
            file: "terms/melding.toml",
            good: "age = { from = 12, to = 18 }",
            bad: "age = { from = 18, to = 12 }",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for (concept, spot) in citations::concepts(&sheet.content.glossary) {
        let Some(age) = concept.values.age else { continue };
        let spot = spot.key("values").key("age");
        match (age.from, age.to) {
            (Some(from), Some(to)) if from > to => {
                let message = format!("deze leeftijd loopt van {from} naar {to}");
                sheet.blame(&CHECK.rule, &spot, message, "Zet de laagste leeftijd bij from en de hoogste bij to.");
            }
            (None, None) => {
                sheet.blame(&CHECK.rule, &spot, "deze leeftijd is leeg", "Vul from of to in, of haal age weg.");
            }
            _ => {}
        }
    }
}
