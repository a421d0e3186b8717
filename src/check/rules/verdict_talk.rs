// SPDX-License-Identifier: EUPL-1.2
//! A verdict of a large difference helps people to talk.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::model::Degree;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G117",
        severity: Severity::Warning,
        asks: "Bij een groot verschil staat wat er misgaat en wat u elkaar kunt vragen.",
        why: "Wie alleen leest dat iets botst, weet nog niet wat te doen.",
        english: Said {
            asks: "With a large difference stands what goes wrong and what you can ask each other.",
            why: "Whoever reads only that something clashes does not know yet what to do.",
        },
        example: Some(Example {
            file: "terms/melding.toml",
            good: "questions = [\"Vraagt iemand hulp voor zichzelf?\"]\n",
            bad: "",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for (verdict, spot) in citations::verdicts(&sheet.content.glossary) {
        if verdict.degree < Degree::Substantial {
            continue;
        }
        if verdict.misunderstanding.is_none() {
            let mend = "Voeg toe: misunderstanding = \"…\".";
            sheet.blame(
                &CHECK.rule,
                &spot.clone().key("misunderstanding"),
                "bij dit verschil staat niet wat er misgaat",
                mend,
            );
        }
        if verdict.questions.is_empty() {
            let mend = "Voeg toe: questions = [\"…?\"].";
            sheet.blame(
                &CHECK.rule,
                &spot.key("questions"),
                "bij dit verschil staat niet wat men elkaar kan vragen",
                mend,
            );
        }
    }
}
