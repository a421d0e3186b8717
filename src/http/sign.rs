// SPDX-License-Identifier: EUPL-1.2
//! The sign of a difference, which tells without colour, and the name of its style: for pages and cards.

use crate::model::{Degree, Relation};

/// The sign of a relation and the name of its style.
pub(super) fn sign(relation: Relation, degree: Option<Degree>) -> (&'static str, &'static str) {
    if relation == Relation::OneSided { ("◐", "one-sided") } else { sign_of(degree) }
}

/// The same of a degree alone; nothing stands for what is unclear.
pub(super) fn sign_of(degree: Option<Degree>) -> (&'static str, &'static str) {
    match degree {
        Some(Degree::Conflicting) => ("≠", "degree-3"),
        Some(Degree::Substantial) => ("±", "degree-2"),
        Some(Degree::Nuance) => ("≈", "degree-1"),
        Some(Degree::Same) => ("=", "degree-0"),
        None => ("?", "unclear"),
    }
}
