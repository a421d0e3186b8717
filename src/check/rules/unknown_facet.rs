// SPDX-License-Identifier: EUPL-1.2
//! A facet that is named exists.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G105",
        severity: Severity::Error,
        asks: "Een facet dat genoemd wordt, bestaat.",
        why: "Alleen facetten met dezelfde naam zijn te vergelijken.",
        english: Said { asks: "A facet that is named exists.", why: "Only facets of the same name can be compared." },
        example: Some(Example {
            file: "terms/melding.toml",
            good: "goal = \"een beeld krijgen\"",
            bad: "gaol = \"een beeld krijgen\"",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    let glossary = &sheet.content.glossary;
    let known = || glossary.facets.iter().map(|facet| facet.id.as_str());
    for (id, spot) in citations::facets(glossary) {
        if !known().any(|name| name == id.as_str()) {
            sheet.blame_unknown(&CHECK.rule, (id.as_str(), &spot), "glossary.toml", known());
        }
    }
}
