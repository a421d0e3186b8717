// SPDX-License-Identifier: EUPL-1.2
//! A term has a meaning.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::source::Spot;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G109",
        severity: Severity::Error,
        asks: "Een term heeft minstens één betekenis.",
        why: "Een woord zonder betekenis helpt niemand.",
        english: Said { asks: "A term has at least one meaning.", why: "A word without a meaning helps nobody." },
        example: Some(Example { file: "terms/leeg.toml", good: "", bad: "label = \"leeg\"\n" }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for term in &sheet.content.glossary.terms {
        let told = sheet.content.was_told(&Spot::term(&term.id).key("concepts"));
        if term.concepts.is_empty() && !told {
            let message = format!("‘{}’ heeft geen betekenis", term.label);
            let mend = "Voeg een kop [[concepts]] toe, met een domein, een omschrijving en een eigenaar.";
            sheet.blame(&CHECK.rule, &Spot::term(&term.id).key("label"), message, mend);
        }
    }
}
