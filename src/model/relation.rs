// SPDX-License-Identifier: EUPL-1.2
//! How two concepts relate, and how much that matters when someone acts on the wrong one.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::Keyed;

/// The relation of one concept to another, read from the first to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Relation {
    /// The meanings coincide (SKOS exactMatch).
    Same,
    /// The same core with another accent (SKOS closeMatch).
    Nuance,
    /// The first covers more (SKOS narrowMatch).
    Broader,
    /// The first covers less (SKOS broadMatch).
    Narrower,
    /// A shared core, and each its own part (SKOS relatedMatch).
    Overlap,
    /// The same subject, with rules or expectations that exclude each other.
    Conflict,
    /// Another concept under the same word.
    Homonym,
    /// Only one domain has a meaning for the word.
    OneSided,
    /// Too little evidence to say; ask. Computed only, never a verdict.
    Unclear,
}

impl Keyed for Relation {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Same, "same", "hetzelfde", "the same"),
        (Self::Nuance, "nuance", "bijna hetzelfde", "nearly the same"),
        (Self::Broader, "broader", "ruimer", "broader"),
        (Self::Narrower, "narrower", "smaller", "narrower"),
        (Self::Overlap, "overlap", "deels hetzelfde", "partly the same"),
        (Self::Conflict, "conflict", "botst", "conflicting"),
        (Self::Homonym, "homonym", "ander begrip", "another concept"),
        (Self::OneSided, "one_sided", "één domein", "one domain only"),
        (Self::Unclear, "unclear", "onduidelijk", "unclear"),
    ];
}

impl Relation {
    /// How much it matters; nothing for `Unclear`, of which we say nothing.
    #[must_use]
    pub fn degree(self) -> Option<Degree> {
        match self {
            Self::Same => Some(Degree::Same),
            Self::Nuance => Some(Degree::Nuance),
            Self::Broader | Self::Narrower | Self::Overlap | Self::OneSided => Some(Degree::Substantial),
            Self::Conflict | Self::Homonym => Some(Degree::Conflicting),
            Self::Unclear => None,
        }
    }

    /// The relation read from the second concept to the first.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::Broader => Self::Narrower,
            Self::Narrower => Self::Broader,
            other => other,
        }
    }
}

/// What happens when someone from one domain acts on the meaning of the other: 0 nothing, 1 hardly anything,
/// 2 in part of the cases another person, threshold or step, 3 the wrong act or another concept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Degree {
    /// 0: nothing goes wrong.
    Same = 0,
    /// 1: another accent.
    Nuance = 1,
    /// 2: partly another person, threshold or step.
    Substantial = 2,
    /// 3: the wrong act, or another concept.
    Conflicting = 3,
}

impl Keyed for Degree {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Same, "0", "geen verschil", "no difference"),
        (Self::Nuance, "1", "klein verschil", "small difference"),
        (Self::Substantial, "2", "groot verschil", "large difference"),
        (Self::Conflicting, "3", "botsing", "clash"),
    ];
}

impl Degree {
    /// The degree with this number, 0 to 3.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.iter().map(|row| row.0).find(|degree| i64::from(degree.number()) == number)
    }

    /// Whether two degrees lie so far apart that one of the two is probably wrong.
    #[must_use]
    pub fn is_far_from(self, other: Self) -> bool {
        self.number().abs_diff(other.number()) >= 2
    }

    /// The number, 0 to 3.
    #[must_use]
    pub fn number(self) -> u8 {
        self as u8
    }
}

impl fmt::Display for Degree {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.number())
    }
}

#[cfg(test)]
mod tests {
    use super::{Degree, Relation};
    use crate::model::Keyed;

    #[test]
    fn every_relation_is_known_by_its_key_and_mirrors_back() {
        for &(relation, key, dutch, english) in Relation::ALL {
            assert_eq!(Relation::from_key(key), Some(relation));
            assert_eq!(relation.mirrored().mirrored(), relation);
            assert_eq!(relation.mirrored().degree(), relation.degree());
            assert!(!dutch.is_empty() && !english.is_empty());
        }
    }

    #[test]
    fn degrees_run_from_zero_to_three() {
        let numbers: Vec<i64> = (-1..5).filter(|&number| Degree::from_number(number).is_some()).collect();
        assert_eq!(numbers, [0, 1, 2, 3]);
    }
}
