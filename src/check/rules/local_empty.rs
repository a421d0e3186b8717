// SPDX-License-Identifier: EUPL-1.2
//! The file of a place about a term says something.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::check::written::local_terms;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::source::Spot;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G145",
        severity: Severity::Warning,
        asks: "Een bestand van een plaats bevat een betekenis of een afspraak.",
        why: "Een leeg bestand is bijna altijd half werk.",
        english: Said {
            asks: "A file of a place holds a meaning or an agreement.",
            why: "An empty file is nearly always half work.",
        },
        example: Some(Example { file: "local/voorbeeldstad/terms/signaal.toml", good: "", bad: "# nog invullen\n" }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for (place, local) in local_terms(&sheet.content.glossary) {
        if local.concepts.is_empty() && local.verdicts.is_empty() && local.agreements.is_empty() {
            let mend = "Voeg een kop [[agreements]] of [[concepts]] toe, of haal het bestand weg.";
            let spot = Spot::local(&place.id, &local.term);
            sheet.blame(&CHECK.rule, &spot, "in dit bestand staat nog niets", mend);
        }
    }
}
