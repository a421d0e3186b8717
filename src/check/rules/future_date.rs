// SPDX-License-Identifier: EUPL-1.2
//! A review, signature or agreement is not in the future.

use crate::check::sheet::Sheet;
use crate::check::written::rows;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G121",
        severity: Severity::Error,
        asks: "Een datum van nakijken, tekenen of afspreken ligt niet in de toekomst.",
        why: "Wat nog moet gebeuren, is nog niet gebeurd.",
        english: Said {
            asks: "A date of review, signature or agreement does not lie in the future.",
            why: "What is yet to happen has not happened.",
        },
        example: Some(Example {
            file: "terms/melding.toml",
            good: "reviewed_on = 2026-01-15",
            bad: "reviewed_on = 2126-01-15",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    let today = sheet.today;
    let glossary = &sheet.content.glossary;
    let mut late = Vec::new();
    for (concept, spot) in citations::concepts(glossary) {
        late.extend(concept.reviewed_on.map(|day| (day, spot.key("reviewed_on"))));
    }
    for (verdict, spot) in citations::verdicts(glossary) {
        let signed = rows(&verdict.signed, spot.key("signed"));
        late.extend(signed.map(|(signature, spot)| (signature.on, spot.key("on"))));
    }
    late.extend(
        citations::agreements(glossary).map(|(_, agreement, spot)| (agreement.agreed_on, spot.key("agreed_on"))),
    );
    for (day, spot) in late.into_iter().filter(|(day, _)| *day > today) {
        sheet.blame(
            &CHECK.rule,
            &spot,
            format!("{day} moet nog komen"),
            format!("Vandaag is het {today}. Verbeter de datum."),
        );
    }
}
