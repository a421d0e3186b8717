// SPDX-License-Identifier: EUPL-1.2
//! A verdict is about meanings that are still in use.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::check::written::Written;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::model::Status;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G131",
        severity: Severity::Warning,
        asks: "Een oordeel gaat over betekenissen die nog gelden.",
        why: "Wie een vervallen betekenis vergelijkt, waarschuwt voor een verschil dat er niet meer is.",
        english: Said {
            asks: "A verdict is about meanings that still hold.",
            why: "Whoever compares a retired meaning warns of a difference that is no longer there.",
        },
        example: Some(Example {
            file: "terms/melding.toml",
            good: "sources = [\"BRON-B\"]\nstatus = \"draft\"",
            bad: "sources = [\"BRON-B\"]\nstatus = \"retired\"",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for written in Written::all(sheet) {
        for (verdict, spot) in written.verdicts() {
            for concept in verdict.between.iter().filter_map(|id| written.concept(id)) {
                if concept.status == Status::Retired {
                    let message =
                        format!("de betekenis ‘{}’ is vervallen, en dit oordeel gaat er nog over", concept.id);
                    let mend = "Haal het oordeel weg, of verander de status van de betekenis.";
                    sheet.blame(&CHECK.rule, &spot.clone().key("between").word(concept.id.as_str()), message, mend);
                }
            }
        }
    }
}
