// SPDX-License-Identifier: EUPL-1.2
//! A phase that is named exists, in its model or among the phases of a role.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::source::Spot;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G104",
        severity: Severity::Error,
        asks: "Een fase die genoemd wordt, bestaat in haar model.",
        why: "Hetzelfde woord voor een fase betekent per model iets anders.",
        english: Said {
            asks: "A phase that is named exists in its model.",
            why: "The same word for a phase means something else in each model.",
        },
        example: Some(Example { file: "terms/melding.toml", good: "\"fasen/vroeg\"", bad: "\"fasen/vroegst\"" }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    let glossary = &sheet.content.glossary;
    let known: Vec<String> = glossary
        .models
        .iter()
        .flat_map(|model| model.phases.iter().map(move |phase| format!("{}/{}", model.id, phase.id)))
        .collect();
    for (phase, spot) in citations::phases(glossary) {
        if glossary.phase(phase).is_none() {
            sheet.blame_unknown(
                &CHECK.rule,
                (&phase.to_string(), &spot),
                "glossary.toml",
                known.iter().map(String::as_str),
            );
        }
    }
    for (number, model) in glossary.models.iter().enumerate() {
        let own = || model.phases.iter().map(|phase| phase.id.as_str());
        for (place, role) in model.roles.iter().enumerate() {
            if !own().any(|phase| phase == role.phase.as_str()) {
                let spot = Spot::file("glossary.toml").key("models").row(number).key("roles").row(place).key("phase");
                sheet.blame_unknown(&CHECK.rule, (role.phase.as_str(), &spot), "dit model", own());
            }
        }
    }
}
