// SPDX-License-Identifier: EUPL-1.2
//! A confirmed verdict is signed by the domains of both sides.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::check::written::Written;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::model::VerdictStatus;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G116",
        severity: Severity::Error,
        asks: "Een bevestigd oordeel is door beide domeinen getekend.",
        why: "Wat over twee domeinen gaat, kan er niet één alleen bevestigen.",
        english: Said {
            asks: "A confirmed verdict is signed by both domains.",
            why: "What is about two domains cannot be confirmed by one alone.",
        },
        example: Some(Example {
            file: "terms/melding.toml",
            good: "  { domain = \"safety\", by = \"redacteur politie\", on = 2026-01-16 },\n",
            bad: "",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    let glossary = &sheet.content.glossary;
    for written in Written::all(sheet) {
        for (verdict, spot) in written.verdicts() {
            let [Some(a), Some(b)] = verdict.between.each_ref().map(|id| written.concept(id)) else { continue };
            let sides = [&a.domain, &b.domain];
            let others = || verdict.signed.iter().enumerate().filter(|(_, own)| !sides.contains(&&own.domain));
            // A signature with a fault, or of another domain, may be the one that is missing.
            let told = sheet.content.was_told(&spot.clone().key("signed")) || others().next().is_some();
            let missing = sides.into_iter().filter(|domain| !verdict.is_signed_by(domain));
            for domain in missing.filter(|_| verdict.status == VerdictStatus::Confirmed && !told) {
                let message = format!("dit oordeel is bevestigd, maar ‘{domain}’ heeft niet getekend");
                let mend = "Laat dat domein tekenen bij signed, of zet status op draft.";
                sheet.blame(&CHECK.rule, &spot.clone().key("status"), message, mend);
            }
            // A domain that does not exist is told of by its own rule.
            for (number, signature) in others().filter(|(_, own)| glossary.domain(&own.domain).is_some()) {
                let message = format!("‘{}’ tekent, maar dit oordeel gaat niet over dat domein", signature.domain);
                let spot = spot.clone().key("signed").row(number).key("domain");
                sheet.blame(&CHECK.rule, &spot, message, "Haal de handtekening weg, of verbeter het domein.");
            }
        }
    }
}
