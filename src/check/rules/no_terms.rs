// SPDX-License-Identifier: EUPL-1.2
//! A glossary has terms.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::diagnostic::{Rule, Said, Severity};
use crate::source::Spot;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G130",
        severity: Severity::Error,
        asks: "De woordenlijst heeft minstens één term.",
        why: "Een lege woordenlijst is bijna altijd een map met een andere naam.",
        english: Said {
            asks: "The glossary has at least one term.",
            why: "An empty glossary is nearly always a folder of another name.",
        },
        example: None,
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    if sheet.content.glossary.terms.is_empty() && sheet.content.is_whole() {
        let mend = "Zet de termen in de map terms, elk in een bestand met een naam die eindigt op .toml.";
        sheet.blame(&CHECK.rule, &Spot::file("glossary.toml"), "er is geen enkele term", mend);
    }
}
