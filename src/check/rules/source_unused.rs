// SPDX-License-Identifier: EUPL-1.2
//! A source in the register is used.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::source::Spot;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G118",
        severity: Severity::Warning,
        asks: "Elke bron in het register wordt ergens genoemd.",
        why: "Een bron die niemand noemt, houdt ook niemand bij.",
        english: Said {
            asks: "Every source in the register is named somewhere.",
            why: "A source that nobody names is kept up to date by nobody.",
        },
        example: Some(Example {
            file: "sources.toml",
            good: "[[sources]]\nid = \"BRON-B\"",
            bad: "[[sources]]\nid = \"BRON-X\"\ntitle = \"T\"\npublisher = \"P\"\nkind = \"page\"\n\n[[sources]]\nid = \"BRON-B\"",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    if !sheet.content.is_whole() || sheet.content.glossary.terms.is_empty() {
        // What could not be read, or is not there yet, may well name it.
        return;
    }
    let glossary = &sheet.content.glossary;
    let cited = citations::sources(glossary);
    for (number, source) in glossary.sources.iter().enumerate() {
        if !cited.iter().any(|(id, _)| *id == &source.id) {
            let spot = Spot::file("sources.toml").key("sources").row(number).key("id");
            let message = format!("niemand noemt de bron ‘{}’", source.id);
            sheet.blame(&CHECK.rule, &spot, message, "Noem de bron waar zij voor dient, of haal haar weg.");
        }
    }
}
