// SPDX-License-Identifier: EUPL-1.2
//! A actor that is named exists.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G102",
        severity: Severity::Error,
        asks: "Een organisatie of rol die genoemd wordt, bestaat.",
        why: "Een betekenis hoort bij iemand die bekend is.",
        english: Said {
            asks: "An organisation or role that is named exists.",
            why: "A meaning belongs to someone who is known.",
        },
        example: Some(Example { file: "terms/signaal.toml", good: "owner = \"politie\"", bad: "owner = \"pollitie\"" }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    let glossary = &sheet.content.glossary;
    let known = || glossary.actors.iter().map(|actor| actor.id.as_str());
    for (id, spot) in citations::actors(glossary) {
        if !known().any(|name| name == id.as_str()) {
            sheet.blame_unknown(&CHECK.rule, (id.as_str(), &spot), "actors.toml", known());
        }
    }
}
