//! A review or signature is not in the future.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G121",
        severity: Severity::Error,
        asks: "Een datum van nakijken of tekenen ligt niet in de toekomst.",
        why: "Wat nog moet gebeuren, is nog niet gebeurd.",
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
    let mut late = Vec::new();
    for term in &sheet.content.glossary.terms {
        for (concept, spot) in citations::concept_spots(term) {
            late.extend(concept.reviewed_on.map(|day| (day, spot.key("reviewed_on"))));
        }
        for (verdict, spot) in citations::verdict_spots(term) {
            for (number, signature) in verdict.signed.iter().enumerate() {
                late.push((signature.on, spot.clone().key("signed").row(number).key("on")));
            }
        }
    }
    for (day, spot) in late.into_iter().filter(|(day, _)| *day > today) {
        sheet.blame(
            &CHECK.rule,
            &spot,
            format!("{day} moet nog komen"),
            format!("Vandaag is het {today}. Verbeter de datum."),
        );
    }
}
