// SPDX-License-Identifier: EUPL-1.2
//! A short name is not the word of another term.

use std::collections::BTreeMap;

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::language::fold;
use crate::model::Term;
use crate::source::Spot;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G177",
        severity: Severity::Hint,
        asks: "De korte naam van een betekenis is niet het woord van een andere term, tenzij beide naar elkaar verwijzen.",
        why: "Wie het woord leest, weet anders niet welke van de twee bedoeld is, en geen oordeel zegt het.",
        english: Said {
            asks: "The short name of a meaning is not the word of another term, unless the two refer to each other.",
            why: "Otherwise whoever reads the word cannot tell which is meant, and no verdict says so.",
        },
        example: Some(Example {
            file: "terms/melding.toml",
            good: "label = \"hulpvraag\"",
            bad: "label = \"keukentafelgesprek\"",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    let glossary = &sheet.content.glossary;
    let shown = |term: &Term| -> Vec<String> {
        let others = term.alt_labels.iter().map(|label| fold(&label.text));
        std::iter::once(fold(&term.label)).chain(others).collect()
    };
    let owners: BTreeMap<String, &Term> =
        glossary.terms.iter().flat_map(|term| shown(term).into_iter().map(move |name| (name, term))).collect();
    for term in &glossary.terms {
        let refers = |other: &Term| {
            term.broader
                .iter()
                .chain(&term.narrower)
                .chain(&term.related)
                .any(|word| fold(word) == fold(other.id.as_str()) || fold(word) == fold(&other.label))
        };
        for (number, concept) in term.concepts.iter().enumerate() {
            let Some(label) = &concept.label else { continue };
            let other = owners.get(&fold(label)).filter(|other| other.id != term.id && !refers(other));
            if let Some(other) = other {
                let message = format!("‘{label}’ is ook het woord van terms/{}.toml", other.id);
                let mend = format!("Kies een andere korte naam, of verwijs met related naar ‘{}’.", other.id);
                sheet.blame(&CHECK.rule, &Spot::term(&term.id).key("concepts").row(number).key("label"), message, mend);
            }
        }
    }
}
