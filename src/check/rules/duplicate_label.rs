// SPDX-License-Identifier: EUPL-1.2
//! A word belongs to one term, and stands in it once.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::source::Spot;
use std::collections::BTreeMap;

use crate::language::fold;
use crate::model::Term;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G108",
        severity: Severity::Error,
        asks: "Een woord hoort bij één term en staat daar één keer.",
        why: "Wie een woord opzoekt, moet op één plek uitkomen.",
        english: Said {
            asks: "A word belongs to one term and stands there once.",
            why: "Whoever looks up a word must end up in one place.",
        },
        example: Some(Example { file: "terms/signaal.toml", good: "label = \"signaal\"", bad: "label = \"melding\"" }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    let mut owners: BTreeMap<String, &Term> = BTreeMap::new();
    let mut doubles = Vec::new();
    for term in &sheet.content.glossary.terms {
        for (word, spot) in words_of(term) {
            match owners.get(&folded(word)) {
                Some(owner) => doubles.push((word, spot, *owner, term)),
                None => {
                    owners.insert(folded(word), term);
                }
            }
        }
    }
    for (word, spot, owner, term) in doubles {
        let (message, mend) = if owner.id == term.id {
            (format!("‘{word}’ staat al bij deze term"), "Haal het woord hier weg.".to_owned())
        } else {
            let mend = format!(
                "Haal het woord bij één van de twee weg, of voeg de termen ‘{}’ en ‘{}’ samen.",
                owner.id, term.id
            );
            (format!("‘{word}’ staat al bij de term ‘{}’", owner.id), mend)
        };
        sheet.blame(&CHECK.rule, &spot, message, mend);
    }
}

/// The words of a term, with where they stand.
fn words_of(term: &Term) -> Vec<(&str, Spot)> {
    let file = Spot::term(&term.id);
    let mut words = vec![(term.label.as_str(), file.clone().key("label"))];
    for (number, label) in term.alt_labels.iter().enumerate() {
        words.push((label.text.as_str(), file.clone().key("alt_labels").row(number)));
    }
    words.extend(term.hidden_labels.iter().map(|word| (word.as_str(), file.clone().key("hidden_labels").word(word))));
    words
}

fn folded(words: &str) -> String {
    words.split_whitespace().map(fold).collect::<Vec<_>>().join(" ")
}
