// SPDX-License-Identifier: EUPL-1.2
//! A verdict is about two concepts of its term.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::check::written::Written;
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G113",
        severity: Severity::Error,
        asks: "Een oordeel gaat over twee betekenissen van deze term.",
        why: "Anders is niet te zien waarover de redactie oordeelt.",
        english: Said {
            asks: "A verdict is about two meanings of this term.",
            why: "Otherwise nobody can tell what the editors judge.",
        },
        example: Some(Example {
            file: "terms/melding.toml",
            good: "between = [\"social\", \"safety\"]",
            bad: "between = [\"social\", \"saefty\"]",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for written in Written::all(sheet) {
        let known = || written.known().map(|concept| concept.id.as_str());
        let file = format!("terms/{}.toml", written.term.id);
        for (verdict, spot) in written.verdicts() {
            let spot = spot.key("between");
            for id in &verdict.between {
                if written.concept(id).is_none() && !sheet.content.may_hold(&file, id.as_str()) {
                    sheet.blame_unknown(&CHECK.rule, (id.as_str(), &spot), "deze term", known());
                }
            }
        }
    }
}
