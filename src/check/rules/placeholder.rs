// SPDX-License-Identifier: EUPL-1.2
//! Text that stands for text still to be written is no text.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::check::texts::texts;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::source::PLACEHOLDER;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G160",
        severity: Severity::Error,
        asks: "Wat nog geschreven moet worden, staat er niet als tekst.",
        why: "Lezers zien anders ‘VUL IN’ waar een betekenis hoort te staan.",
        english: Said {
            asks: "What is still to be written does not stand there as text.",
            why: "Otherwise readers see ‘VUL IN’ where a meaning belongs.",
        },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "explanation = \"Informatie over iemand. De politie weegt die.\"",
            bad: "explanation = \"VUL IN: hetzelfde in gewone taal\"",
        }),
    },
    run,
};

/// How placeholder text begins, in small letters, after which no letter follows.
const OPENINGS: &[&str] =
    &["todo", "tbd", "fixme", "xxx", "lorem ipsum", "nog invullen", "nog in te vullen", "n.t.b", "[", "<vul"];

/// What stands for text only where nothing else stands: many sentences begin so.
const WHOLE: [&str; 1] = ["invullen"];

fn run(sheet: &mut Sheet<'_>) {
    for (text, spot) in texts(sheet.content) {
        if is_placeholder(text) {
            sheet.blame(&CHECK.rule, &spot, "hier moet de tekst nog komen", "Schrijf de tekst, of haal de regel weg.");
        }
    }
}

fn is_placeholder(text: &str) -> bool {
    let small = text.trim().to_lowercase();
    let opens = |opening: &str| {
        small
            .strip_prefix(opening)
            .is_some_and(|rest| !opening.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric))
    };
    text.trim().starts_with(PLACEHOLDER)
        || OPENINGS.iter().any(|opening| opens(opening))
        || WHOLE.contains(&small.trim_end_matches(|letter: char| !letter.is_alphanumeric()))
        || !text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::is_placeholder;

    #[test]
    fn what_stands_for_text_is_told_from_text() {
        for text in [
            "VUL IN: het Engelse woord",
            "TODO",
            "todo: bron zoeken",
            "…",
            "...",
            "?",
            "xxx",
            "[naam]",
            "Nog invullen.",
            "Invullen …",
        ] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in [
            "Vul in wie er belt.",
            "Todolijst van het overleg",
            "Invulling van een taak",
            "Invullen van een formulier",
            "een oproep (112)",
        ] {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
