// SPDX-License-Identifier: EUPL-1.2
//! Verdicts do not contradict each other: what is the same as a meaning relates to a third as that meaning does.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::check::written::Written;
use crate::diagnostic::{Rule, Said, Severity};
use crate::divergence::{Derived, contradictions};
use crate::model::Keyed;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G134",
        severity: Severity::Warning,
        asks: "Oordelen over drie of meer betekenissen gaan samen.",
        why: "Is A hetzelfde als B, dan geldt wat u over A en C zegt ook voor B en C.",
        english: Said {
            asks: "Verdicts on three or more meanings go together.",
            why: "If A is the same as B, what you say of A and C holds for B and C too.",
        },
        example: None,
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for written in Written::all(sheet) {
        let whole = written.whole();
        let before = whole.verdicts.len() - written.verdicts().count();
        for found in contradictions(&whole).into_iter().filter(|found| found.verdict >= before) {
            let verdict = &whole.verdicts[found.verdict];
            let [a, b] = &verdict.between;
            // A place that judges what holds everywhere is told so by another rule.
            let is_of_place = |id| whole.concept(id).is_some_and(|concept| concept.place.is_some());
            if written.local.is_some() && !is_of_place(a) && !is_of_place(b) {
                continue;
            }
            let message = format!(
                "dit oordeel zegt ‘{}’, maar uit eerdere oordelen volgt voor ‘{a}’ en ‘{b}’ ‘{}’: {}",
                verdict.relation.dutch(),
                found.derived.relation.dutch(),
                way(&found.derived)
            );
            let spot = written.spot().key("verdicts").row(found.verdict - before).key("relation");
            sheet.blame(&CHECK.rule, &spot, message, "Verbeter een van deze oordelen.");
        }
    }
}

/// The verdicts that something follows from, on one line.
pub(super) fn way(derived: &Derived) -> String {
    let step = |step: &crate::divergence::Step| {
        let [a, b] = &step.between;
        format!("‘{a}’ en ‘{b}’ ({})", step.relation.dutch())
    };
    derived.steps.iter().map(step).collect::<Vec<_>>().join(", ")
}
