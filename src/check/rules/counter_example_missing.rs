// SPDX-License-Identifier: EUPL-1.2
//! A large difference is shown by what does not belong.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::check::written::Written;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::model::Degree;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G167",
        severity: Severity::Hint,
        asks: "Bij een groot verschil staat bij minstens één van de betekenissen een voorbeeld dat er niet onder valt.",
        why: "Aan wat er niet onder valt, ziet een lezer het snelst waar de grens loopt.",
        english: Said {
            asks: "With a large difference, at least one of the meanings has an example that does not belong.",
            why: "What does not belong shows a reader soonest where the line runs.",
        },
        example: Some(Example {
            file: "terms/melding.toml",
            good: "counter_examples = [\"Een klacht over een buurman.\"]\n",
            bad: "",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for written in Written::all(sheet) {
        for (verdict, spot) in written.verdicts() {
            let [Some(a), Some(b)] = verdict.between.each_ref().map(|id| written.concept(id)) else { continue };
            if verdict.degree >= Degree::Substantial && a.counter_examples.is_empty() && b.counter_examples.is_empty() {
                let message = format!("bij ‘{}’ en ‘{}’ staat geen voorbeeld dat er niet onder valt", a.id, b.id);
                let mend = "Voeg bij een van beide toe: counter_examples = [\"…\"]. Verzin geen echte casus.";
                sheet.blame(&CHECK.rule, &spot.key("between"), message, mend);
            }
        }
    }
}
