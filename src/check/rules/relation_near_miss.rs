//! A word that is nearly the name of a term is probably meant as that term.

use std::collections::BTreeSet;

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::language::{edits, fold};
use crate::model::TermId;
use crate::source::Spot;

/// Words of so few letters resemble too many others.
const SHORT: usize = 4;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G125",
        severity: Severity::Hint,
        asks: "Een verwijzing naar een term is precies gespeld.",
        why: "Met een typefout wordt een verwijzing gewone tekst, zonder link.",
        english: Said {
            asks: "A reference to a term is spelt exactly.",
            why: "With a typing error a reference becomes plain text, without a link.",
        },
        example: Some(Example {
            file: "terms/melding.toml",
            good: "related = [\"signaal\", \"aangifte\"]",
            bad: "related = [\"signal\", \"aangifte\"]",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    let glossary = &sheet.content.glossary;
    let ids: Vec<(String, &TermId)> = glossary.terms.iter().map(|term| (fold(term.id.as_str()), &term.id)).collect();
    let labels = glossary.terms.iter().map(|term| fold(&term.label));
    let exact: BTreeSet<String> = ids.iter().map(|(id, _)| id.clone()).chain(labels).collect();
    for term in &glossary.terms {
        for (key, words) in [("broader", &term.broader), ("narrower", &term.narrower), ("related", &term.related)] {
            for word in words {
                let folded = fold(word);
                if folded.chars().count() <= SHORT || exact.contains(&folded) {
                    continue;
                }
                let near =
                    |(id, _): &&(String, &TermId)| folded.len().abs_diff(id.len()) <= 1 && edits(&folded, id) == 1;
                if let Some((_, other)) = ids.iter().find(near) {
                    let spot = Spot::term(&term.id).key(key).word(word);
                    let message = format!("‘{word}’ is geen term van deze woordenlijst");
                    sheet.blame(&CHECK.rule, &spot, message, format!("Bedoelt u ‘{other}’?"));
                }
            }
        }
    }
}
