// SPDX-License-Identifier: EUPL-1.2
//! Two definitions do not lean on each other.

use std::collections::BTreeMap;

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::language::words_of;
use crate::model::DomainId;
use crate::source::Spot;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G166",
        severity: Severity::Hint,
        asks: "Twee woorden leggen elkaar niet in een kring uit.",
        why: "Wie geen van beide woorden kent, komt er zo niet achter.",
        english: Said {
            asks: "Two words do not explain each other in a circle.",
            why: "Whoever knows neither word does not find out like this.",
        },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "definition = \"Informatie over een persoon die wordt gewogen.\"",
            bad: "definition = \"Eerste deel van een melding bij de politie.\"",
        }),
    },
    run,
};

/// A word on which a definition leans stands among its first ones.
const FIRST: usize = 6;

fn run(sheet: &mut Sheet<'_>) {
    let content = sheet.content;
    let glossary = &content.glossary;
    let label = |label: &str| words_of(label, &content.lexicon).into_iter().map(|word| word.folded).collect::<Vec<_>>();
    let labels: Vec<Vec<String>> = glossary.terms.iter().map(|term| label(&term.label)).collect();
    let mut by_first: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, label) in labels.iter().enumerate() {
        if let Some(first) = label.first() {
            by_first.entry(first).or_default().push(place);
        }
    }
    // For each term and domain: the terms that its definitions name, and whether they lean on them.
    let mut named: BTreeMap<(usize, &DomainId), BTreeMap<usize, bool>> = BTreeMap::new();
    for (own, term) in glossary.terms.iter().enumerate() {
        for concept in &term.concepts {
            let words: Vec<String> = label(&concept.definition);
            for (place, word) in words.iter().enumerate() {
                let found = by_first
                    .get(word.as_str())
                    .into_iter()
                    .flatten()
                    .filter(|other| words[place..].starts_with(&labels[**other]));
                for other in found {
                    let leans = named.entry((own, &concept.domain)).or_default().entry(*other).or_default();
                    *leans |= place < FIRST;
                }
            }
        }
    }
    for (own, term) in glossary.terms.iter().enumerate() {
        for (number, concept) in term.concepts.iter().enumerate() {
            let others = named.get(&(own, &concept.domain)).into_iter().flatten();
            for (other, _) in others.filter(|(other, leans)| **leans && **other != own) {
                let back = named.get(&(*other, &concept.domain)).is_some_and(|named| named.contains_key(&own));
                let here = words_stand(&label(&concept.definition), &labels[*other]);
                if back && here {
                    let other = &glossary.terms[*other];
                    let message = format!("‘{}’ en ‘{}’ noemen elkaar in hun omschrijving", term.label, other.label);
                    let mend = format!(
                        "Leg één van de twee uit zonder het andere woord: hier, of in terms/{}.toml.",
                        other.id
                    );
                    sheet.blame(
                        &CHECK.rule,
                        &Spot::term(&term.id).key("concepts").row(number).key("definition"),
                        message,
                        mend,
                    );
                }
            }
        }
    }
}

/// Whether these words stand in a text, among its first ones.
fn words_stand(words: &[String], name: &[String]) -> bool {
    (0..words.len().min(FIRST)).any(|place| words[place..].starts_with(name))
}
