// SPDX-License-Identifier: EUPL-1.2
//! A domain that is named exists.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G101",
        severity: Severity::Error,
        asks: "Een domein dat genoemd wordt, bestaat.",
        why: "Anders is niet te zeggen wie iets bedoelt.",
        english: Said { asks: "A domain that is named exists.", why: "Otherwise nobody can say who means something." },
        example: Some(Example { file: "terms/signaal.toml", good: "domain = \"safety\"", bad: "domain = \"safty\"" }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    let glossary = &sheet.content.glossary;
    let known = || glossary.domains.iter().map(|domain| domain.id.as_str());
    for (id, spot) in citations::domains(glossary) {
        if !known().any(|name| name == id.as_str()) {
            sheet.blame_unknown(&CHECK.rule, (id.as_str(), &spot), "glossary.toml", known());
        }
    }
}
