// SPDX-License-Identifier: EUPL-1.2
//! Several meanings of one domain have names that tell them apart.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::check::written::Written;
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G119",
        severity: Severity::Warning,
        asks: "Heeft een domein meer betekenissen, dan heeft elk een korte naam.",
        why: "Anders staan er twee betekenissen onder dezelfde kop.",
        english: Said {
            asks: "Where a domain has more meanings, each has a short name.",
            why: "Otherwise two meanings stand under the same heading.",
        },
        example: Some(Example { file: "terms/melding.toml", good: "label = \"hulpvraag\"\n", bad: "" }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for written in Written::all(sheet) {
        for (concept, spot) in written.concepts() {
            let of_domain = written.own().iter().filter(|other| other.domain == concept.domain);
            if concept.label.is_none() && of_domain.count() > 1 {
                let message =
                    format!("‘{}’ heeft nog een betekenis in dit domein, en deze heeft geen naam", written.term.label);
                sheet.blame(&CHECK.rule, &spot, message, "Voeg toe: label = \"…\", een paar woorden.");
            }
        }
    }
}
