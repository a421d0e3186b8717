// SPDX-License-Identifier: EUPL-1.2
//! A source that is named exists.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G103",
        severity: Severity::Error,
        asks: "Een bron die genoemd wordt, staat in het bronnenregister.",
        why: "Een lezer moet kunnen nagaan waar een omschrijving op rust.",
        english: Said {
            asks: "A source that is named stands in the register of sources.",
            why: "A reader must be able to check what a definition rests on.",
        },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "sources = [\"BRON-B\"]",
            bad: "sources = [\"BRON-C\"]",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    let glossary = &sheet.content.glossary;
    let known = || glossary.sources.iter().map(|source| source.id.as_str());
    for (id, spot) in citations::sources(glossary) {
        if !known().any(|name| name == id.as_str()) {
            sheet.blame_unknown(&CHECK.rule, (id.as_str(), &spot), "sources.toml", known());
        }
    }
}
