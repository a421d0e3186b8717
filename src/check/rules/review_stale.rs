// SPDX-License-Identifier: EUPL-1.2
//! What was confirmed is looked at again.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::model::{Date, Status};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G171",
        severity: Severity::Hint,
        asks: "Een betekenis is korter dan drie jaar geleden nagekeken.",
        why: "Wetten en werkwijzen veranderen; een oude bevestiging belooft meer dan zij weet.",
        english: Said {
            asks: "A meaning was looked at less than three years ago.",
            why: "Laws and ways of working change; an old confirmation promises more than it knows.",
        },
        example: Some(Example {
            file: "terms/melding.toml",
            good: "reviewed_on = 2026-01-15",
            bad: "reviewed_on = 2019-01-15",
        }),
    },
    run,
};

/// After so many years a meaning asks to be looked at again.
const YEARS: u16 = 3;

fn run(sheet: &mut Sheet<'_>) {
    let today = sheet.today;
    let latest = Date { year: today.year.saturating_sub(YEARS), ..today };
    for (concept, spot) in citations::concepts(&sheet.content.glossary) {
        let Some(day) = concept.reviewed_on.filter(|&day| day < latest && concept.status != Status::Retired) else {
            continue;
        };
        let message = format!("het domein keek hier het laatst naar op {day}");
        let mend = "Vraag het domein of de betekenis nog klopt, en pas dan reviewed_on aan.";
        sheet.blame(&CHECK.rule, &spot.key("reviewed_on"), message, mend);
    }
}
