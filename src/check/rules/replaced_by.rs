// SPDX-License-Identifier: EUPL-1.2
//! What came in the place of a withdrawn word is a word that people can read about.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::model::{Glossary, Term, TermId};
use crate::source::Spot;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G178",
        severity: Severity::Error,
        asks: "Wat voor een vervallen woord in de plaats kwam, is een ander woord van de lijst dat nog geldt.",
        why: "Wie het oude woord tegenkomt, wordt ernaartoe gestuurd.",
        english: Said {
            asks: "What came in the place of a withdrawn word is another word of the list that still holds.",
            why: "Whoever meets the old word is sent there.",
        },
        example: Some(Example {
            file: "terms/keukentafelgesprek.toml",
            good: "label = \"keukentafelgesprek\"",
            bad: "label = \"keukentafelgesprek\"\nreplaced_by = [\"huisgesprek\"]",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    let glossary = &sheet.content.glossary;
    for term in &glossary.terms {
        for other in &term.replaced_by {
            if let Some(message) = fault(term, other, glossary) {
                let spot = Spot::term(&term.id).key("replaced_by").word(other.as_str());
                let mend = "Noem bij replaced_by de naam van een bestand in terms, zonder .toml, of haal het weg.";
                sheet.blame(&CHECK.rule, &spot, message, mend);
            }
        }
    }
}

fn fault(term: &Term, other: &TermId, glossary: &Glossary) -> Option<String> {
    match glossary.term(other) {
        _ if *other == term.id => Some("dit woord kan niet voor zichzelf in de plaats komen".to_owned()),
        None => Some(format!("‘{other}’ is geen woord van deze lijst")),
        Some(found) if found.is_withdrawn() => Some(format!("‘{other}’ is zelf vervallen")),
        Some(_) => None,
    }
}
