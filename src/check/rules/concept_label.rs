//! Several meanings of one domain have names that tell them apart.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G119",
        severity: Severity::Warning,
        asks: "Heeft een domein meer betekenissen, dan heeft elk een korte naam.",
        why: "Anders staan er twee betekenissen onder dezelfde kop.",
        example: Some(Example { file: "terms/melding.toml", good: "label = \"hulpvraag\"\n", bad: "" }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for term in &sheet.content.glossary.terms {
        for (concept, spot) in citations::concept_spots(term) {
            if concept.label.is_none() && term.concepts_of(&concept.domain).count() > 1 {
                let message =
                    format!("‘{}’ heeft nog een betekenis in dit domein, en deze heeft geen naam", term.label);
                sheet.blame(&CHECK.rule, &spot, message, "Voeg toe: label = \"…\", een paar woorden.");
            }
        }
    }
}
