// SPDX-License-Identifier: EUPL-1.2
//! A verdict of a place is about a meaning of that place.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::check::written::Written;
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G141",
        severity: Severity::Error,
        asks: "Een oordeel van een plaats gaat over minstens één betekenis van die plaats.",
        why: "Wat overal geldt, wordt voor iedereen op één plek beoordeeld.",
        english: Said {
            asks: "A verdict of a place is about at least one meaning of that place.",
            why: "What holds everywhere is judged for everyone in one place.",
        },
        example: Some(Example {
            file: "local/voorbeeldstad/terms/melding.toml",
            good: "between = [\"social\", \"safety-voorbeeldstad\"]",
            bad: "between = [\"social\", \"safety\"]",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for written in Written::all(sheet) {
        let Some((place, local)) = written.local else { continue };
        for (verdict, spot) in written.verdicts() {
            let [a, b] = &verdict.between;
            // A meaning that is nowhere is told of by its own rule.
            let elsewhere = |id| local.concept(id).is_none() && written.concept(id).is_some();
            if elsewhere(a) && elsewhere(b) {
                let message = format!("‘{a}’ en ‘{b}’ gelden overal, en niet alleen in {}", place.label);
                let mend =
                    format!("Zet dit oordeel in terms/{}.toml, of noem een betekenis van deze plaats.", local.term);
                sheet.blame(&CHECK.rule, &spot.key("between"), message, mend);
            }
        }
    }
}
