// SPDX-License-Identifier: EUPL-1.2
//! An agreement ends after it was made.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G142",
        severity: Severity::Error,
        asks: "Een afspraak eindigt niet voordat zij gemaakt is.",
        why: "Anders gold zij nooit, en klopt een van de twee datums niet.",
        english: Said {
            asks: "An agreement does not end before it was made.",
            why: "Otherwise it never held, and one of the two dates is wrong.",
        },
        example: Some(Example {
            file: "local/voorbeeldstad/terms/melding.toml",
            good: "valid_until = 2126-01-15",
            bad: "valid_until = 2025-01-15",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for (_, agreement, spot) in citations::agreements(&sheet.content.glossary) {
        let (from, until) = (agreement.agreed_on, agreement.valid_until);
        if until < from {
            let message = format!("deze afspraak loopt tot {until}, en is pas op {from} gemaakt");
            let mend = "Verbeter agreed_on of valid_until.";
            sheet.blame(&CHECK.rule, &spot.key("valid_until"), message, mend);
        }
    }
}
