// SPDX-License-Identifier: EUPL-1.2
//! The degree of a verdict fits its relation.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::model::Keyed;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G115",
        severity: Severity::Error,
        asks: "De graad past bij de relatie.",
        why: "Lezers en filters vertrouwen erop dat een botsing altijd graad 3 is.",
        english: Said {
            asks: "The degree fits the relation.",
            why: "Readers and filters trust that a conflict is always degree 3.",
        },
        example: Some(Example { file: "terms/melding.toml", good: "degree = 3", bad: "degree = 1" }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for (verdict, spot) in citations::verdicts(&sheet.content.glossary) {
        if let Some(degree) = verdict.relation.degree().filter(|&degree| degree != verdict.degree) {
            let key = verdict.relation.key();
            let message = format!("bij de relatie ‘{key}’ hoort graad {degree}, en hier staat {}", verdict.degree);
            sheet.blame(
                &CHECK.rule,
                &spot.key("degree"),
                message,
                format!("Schrijf degree = {degree}, of kies een andere relatie."),
            );
        }
    }
}
