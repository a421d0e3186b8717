// SPDX-License-Identifier: EUPL-1.2
//! A legal frame that is named exists.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G106",
        severity: Severity::Error,
        asks: "Een wettelijk kader dat genoemd wordt, bestaat.",
        why: "Anders is niet na te gaan op welke wet iets rust.",
        english: Said {
            asks: "A legal frame that is named exists.",
            why: "Otherwise nobody can check on which law something rests.",
        },
        example: Some(Example {
            file: "terms/melding.toml",
            good: "legal_basis = [\"wmo\"]",
            bad: "legal_basis = [\"wno\"]",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    let glossary = &sheet.content.glossary;
    let known = || glossary.legal_frames.iter().map(|frame| frame.id.as_str());
    for (id, spot) in citations::legal_frames(glossary) {
        if !known().any(|name| name == id.as_str()) {
            sheet.blame_unknown(&CHECK.rule, (id.as_str(), &spot), "legal.toml", known());
        }
    }
}
