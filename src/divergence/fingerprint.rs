// SPDX-License-Identifier: EUPL-1.2
//! The fingerprint of two meanings: everything about them that is compared. A verdict is pinned to it.

use crate::language::digest;
use crate::model::{Concept, Keyed, Values, Verdict};

/// The same for both orders of the two.
pub(super) fn of_pair(a: &Concept, b: &Concept) -> String {
    let (first, second) = if a.id <= b.id { (a, b) } else { (b, a) };
    let parts: Vec<String> = [first, second].into_iter().flat_map(parts).collect();
    digest(parts.iter().map(String::as_str))
}

/// Whether a verdict on these two names other texts than those that stand here now.
pub(super) fn is_outdated(verdict: &Verdict, a: &Concept, b: &Concept) -> bool {
    verdict.applies_to.as_ref().is_some_and(|judged| *judged != of_pair(a, b))
}

fn parts(concept: &Concept) -> Vec<String> {
    let mut parts = vec![concept.id.to_string()];
    parts.extend(compared(concept));
    parts
}

/// Everything about a meaning that is compared, whatever it is called.
pub(super) fn compared(concept: &Concept) -> Vec<String> {
    let mut parts = vec![concept.definition.clone()];
    parts.extend(concept.facets.iter().map(|(facet, phrase)| format!("{facet}: {phrase}")));
    parts.extend(values(&concept.values));
    parts
}

/// The controlled values that are there, each as a line.
fn values(values: &Values) -> Vec<String> {
    let years = |year: Option<u8>| year.map_or_else(String::new, |year| year.to_string());
    let lines = [
        values.roles.iter().map(|role| format!("role: {role}")).collect(),
        values.coercion.map(|coercion| format!("coercion: {}", coercion.key())).into_iter().collect(),
        values.consent.map(|consent| format!("consent: {}", consent.key())).into_iter().collect(),
        values.within.iter().map(|within| format!("within: {}", within.hours)).collect(),
        values.age.map(|age| format!("age: {}-{}", years(age.from), years(age.to))).into_iter().collect(),
        values.legal_basis.iter().map(|frame| format!("legal: {frame}")).collect::<Vec<String>>(),
    ];
    lines.into_iter().flatten().collect()
}
