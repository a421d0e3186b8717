//! A word that is nearly the name of a term is probably meant as that term.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::diagnostic::{Example, Rule, Severity};
use crate::language::{edits, fold};
use crate::source::Spot;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G125",
        severity: Severity::Hint,
        asks: "Een verwijzing naar een term is precies gespeld.",
        why: "Met een typefout wordt een verwijzing gewone tekst, zonder link.",
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
    for term in &glossary.terms {
        for (key, words) in [("broader", &term.broader), ("narrower", &term.narrower), ("related", &term.related)] {
            for word in words {
                let near = |other: &&crate::model::Term| edits(&fold(word), &fold(other.id.as_str())) == 1;
                let exact = glossary
                    .terms
                    .iter()
                    .any(|other| fold(other.id.as_str()) == fold(word) || fold(&other.label) == fold(word));
                if let Some(other) = glossary.terms.iter().find(near).filter(|_| !exact && word.chars().count() > 4) {
                    let spot = Spot::term(&term.id).key(key).word(word);
                    let message = format!("‘{word}’ is geen term van deze woordenlijst");
                    sheet.blame(&CHECK.rule, &spot, message, format!("Bedoelt u ‘{}’?", other.id));
                }
            }
        }
    }
}
