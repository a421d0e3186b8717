// SPDX-License-Identifier: EUPL-1.2
//! Equal definitions are not judged to differ much.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::check::written::Written;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::model::Degree;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G129",
        severity: Severity::Error,
        asks: "Twee gelijke omschrijvingen krijgen geen groot verschil.",
        why: "Dan klopt het oordeel niet, of een omschrijving is verkeerd gekopieerd.",
        english: Said {
            asks: "Two equal definitions get no large difference.",
            why: "Then the verdict is wrong, or a definition was copied wrongly.",
        },
        example: Some(Example {
            file: "terms/melding.toml",
            good: "definition = \"Binnenkomst van een signaal bij de politie.\"",
            bad: "definition = \"Verzoek van een inwoner om ondersteuning.\"",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for written in Written::all(sheet) {
        for (verdict, spot) in written.verdicts() {
            let [a, b] = verdict.between.each_ref().map(|id| written.concept(id));
            let (Some(a), Some(b)) = (a, b) else { continue };
            if verdict.degree >= Degree::Substantial && a.id != b.id && a.definition == b.definition {
                let message = format!(
                    "de omschrijvingen van ‘{}’ en ‘{}’ zijn gelijk, maar het oordeel noemt een groot verschil",
                    a.id, b.id
                );
                sheet.blame(
                    &CHECK.rule,
                    &spot.key("degree"),
                    message,
                    "Verbeter de omschrijving die niet klopt, of het oordeel.",
                );
            }
        }
    }
}
