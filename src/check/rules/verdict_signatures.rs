//! A confirmed verdict is signed by the domains of both sides.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Severity};
use crate::model::VerdictStatus;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G116",
        severity: Severity::Error,
        asks: "Een bevestigd oordeel is door beide domeinen getekend.",
        why: "Wat over twee domeinen gaat, kan er niet één alleen bevestigen.",
        example: Some(Example {
            file: "terms/melding.toml",
            good: "  { domain = \"safety\", by = \"redacteur politie\", on = 2026-01-16 },\n",
            bad: "",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for term in &sheet.content.glossary.terms {
        for (verdict, spot) in citations::verdict_spots(term) {
            let [Some(a), Some(b)] = verdict.between.each_ref().map(|id| term.concept(id)) else { continue };
            let sides = [&a.domain, &b.domain];
            if verdict.status == VerdictStatus::Confirmed {
                for domain in sides {
                    if !verdict.signed.iter().any(|signature| &signature.domain == domain) {
                        let message = format!("dit oordeel is bevestigd, maar ‘{domain}’ heeft niet getekend");
                        let mend = "Laat dat domein tekenen bij signed, of zet status op draft.";
                        sheet.blame(&CHECK.rule, &spot.clone().key("status"), message, mend);
                    }
                }
            }
            for (number, signature) in verdict.signed.iter().enumerate() {
                if !sides.contains(&&signature.domain) {
                    let message = format!("‘{}’ tekent, maar dit oordeel gaat niet over dat domein", signature.domain);
                    let spot = spot.clone().key("signed").row(number).key("domain");
                    sheet.blame(&CHECK.rule, &spot, message, "Haal de handtekening weg, of verbeter het domein.");
                }
            }
        }
    }
}
