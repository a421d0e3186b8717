// SPDX-License-Identifier: EUPL-1.2
//! A domain that does not use a word gives it no meaning.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::source::Spot;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G120",
        severity: Severity::Error,
        asks: "Een domein dat het woord niet gebruikt, geeft het ook geen betekenis.",
        why: "De twee spreken elkaar tegen.",
        english: Said {
            asks: "A domain that does not use the word gives it no meaning either.",
            why: "The two contradict each other.",
        },
        example: Some(Example {
            file: "terms/keukentafelgesprek.toml",
            good: "unused_by = [\"safety\"]",
            bad: "unused_by = [\"social\"]",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    let glossary = &sheet.content.glossary;
    for term in &glossary.terms {
        for domain in &term.unused_by {
            if term.concepts.iter().any(|concept| glossary.belongs_to(&concept.domain, domain)) {
                let message = format!("‘{domain}’ zou dit woord niet gebruiken, maar geeft het hier een betekenis");
                let spot = Spot::term(&term.id).key("unused_by").word(domain.as_str());
                sheet.blame(
                    &CHECK.rule,
                    &spot,
                    message,
                    "Haal het domein bij unused_by weg, of haal de betekenis weg.",
                );
            }
        }
    }
}
