// SPDX-License-Identifier: EUPL-1.2
//! Two concepts have one verdict.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::check::written::Written;
use crate::diagnostic::{Example, Rule, Said, Severity};
use std::collections::BTreeSet;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G114",
        severity: Severity::Error,
        asks: "Over twee betekenissen is er één oordeel.",
        why: "Twee oordelen kunnen elkaar tegenspreken.",
        english: Said { asks: "Of two meanings there is one verdict.", why: "Two verdicts can contradict each other." },
        example: Some(Example {
            file: "terms/melding.toml",
            good: "[[verdicts]]\n",
            bad: "[[verdicts]]\nbetween = [\"safety\", \"social\"]\nrelation = \"conflict\"\ndegree = 3\nwhy = \"Dubbel.\"\nmisunderstanding = \"Dubbel.\"\nquestions = [\"Dubbel?\"]\nstatus = \"draft\"\n\n[[verdicts]]\n",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for written in Written::all(sheet) {
        let mut seen = BTreeSet::new();
        for (verdict, spot) in written.verdicts() {
            let mut between = verdict.between.clone();
            between.sort();
            if !seen.insert(between) {
                let [a, b] = &verdict.between;
                let message = format!("over ‘{a}’ en ‘{b}’ is er al een oordeel");
                sheet.blame(&CHECK.rule, &spot.key("between"), message, "Voeg de twee samen, of haal er één weg.");
            }
        }
    }
}
