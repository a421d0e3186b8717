//! Verdicts do not contradict each other: what is the same as one thing cannot clash with what is the same as that thing.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Rule, Severity};
use crate::model::{ConceptId, Degree, Relation, Term};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G134",
        severity: Severity::Warning,
        asks: "Oordelen over drie betekenissen gaan samen.",
        why: "Is A hetzelfde als B en B hetzelfde als C, dan kunnen A en C niet botsen.",
        example: None,
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for term in &sheet.content.glossary.terms {
        for (verdict, spot) in
            citations::verdict_spots(term).filter(|(verdict, _)| verdict.degree >= Degree::Substantial)
        {
            let [a, b] = &verdict.between;
            let between = term
                .concepts
                .iter()
                .map(|concept| &concept.id)
                .find(|&third| same(term, a, third) && same(term, third, b));
            if let Some(third) = between {
                let message = format!(
                    "‘{a}’ en ‘{b}’ zijn allebei hetzelfde als ‘{third}’, en toch zegt dit oordeel dat ze verschillen"
                );
                sheet.blame(&CHECK.rule, &spot.key("relation"), message, "Verbeter één van de drie oordelen.");
            }
        }
    }
}

fn same(term: &Term, a: &ConceptId, b: &ConceptId) -> bool {
    a != b && term.verdict(a, b).is_some_and(|verdict| verdict.relation == Relation::Same)
}
