//! A verdict is about two concepts of its term.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G113",
        severity: Severity::Error,
        asks: "Een oordeel gaat over twee betekenissen van deze term.",
        why: "Anders is niet te zien waarover de redactie oordeelt.",
        example: Some(Example {
            file: "terms/melding.toml",
            good: "between = [\"social\", \"safety\"]",
            bad: "between = [\"social\", \"saefty\"]",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for term in &sheet.content.glossary.terms {
        let known = || term.concepts.iter().map(|concept| concept.id.as_str());
        for (verdict, spot) in citations::verdict_spots(term) {
            let spot = spot.key("between");
            for id in &verdict.between {
                if term.concept(id).is_none() {
                    sheet.blame_unknown(&CHECK.rule, (id.as_str(), &spot), "deze term", known());
                }
            }
        }
    }
}
