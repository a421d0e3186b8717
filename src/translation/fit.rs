// SPDX-License-Identifier: EUPL-1.2
//! How well a concept fits a word, by the names that SKOS has for mappings, and what that rests on.

use crate::divergence::Basis;
use crate::model::{Keyed, Relation};

/// How a concept of the other domain relates to what was asked; the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is the same concept (exactMatch).
    Exact,
    /// It is nearly the same (closeMatch).
    Close,
    /// It covers more (broadMatch).
    Broader,
    /// It covers less (narrowMatch).
    Narrower,
    /// It shares a part, or has to do with it (relatedMatch).
    Related,
    /// Nobody knows whether it fits.
    Unclear,
    /// It does not fit: acting on it goes wrong.
    None,
}

impl Keyed for Fit {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Exact, "exact", "past precies", "fits exactly"),
        (Self::Close, "close", "past bijna", "fits closely"),
        (Self::Broader, "broader", "is ruimer", "is broader"),
        (Self::Narrower, "narrower", "is smaller", "is narrower"),
        (Self::Related, "related", "heeft ermee te maken", "is related"),
        (Self::Unclear, "unclear", "onduidelijk: vraag het na", "unclear: ask"),
        (Self::None, "none", "past niet", "does not fit"),
    ];
}

impl Fit {
    /// How the second concept of a relation fits the first. What the first covers more is narrower.
    #[must_use]
    pub fn of(relation: Relation) -> Self {
        match relation {
            Relation::Same => Self::Exact,
            Relation::Nuance => Self::Close,
            Relation::Broader => Self::Narrower,
            Relation::Narrower => Self::Broader,
            Relation::Overlap => Self::Related,
            Relation::Conflict | Relation::Homonym => Self::None,
            Relation::OneSided | Relation::Unclear => Self::Unclear,
        }
    }

    /// The same, read from the other side.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::Broader => Self::Narrower,
            Self::Narrower => Self::Broader,
            other => other,
        }
    }

    /// Whether it is known to fit, if only in part.
    #[must_use]
    pub fn fits(self) -> bool {
        self < Self::Unclear
    }

    /// Where it stands among others: what covers more, less or a part counts alike.
    pub(super) fn rank(self) -> u8 {
        match self {
            Self::Exact => 0,
            Self::Close => 1,
            Self::Broader | Self::Narrower | Self::Related => 2,
            Self::Unclear => 3,
            Self::None => 4,
        }
    }
}

/// By what way a concept was found; the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Via {
    /// It is a meaning of the word itself.
    Word,
    /// Editors noted its word beside the word that was asked.
    Mapping,
    /// Its definition shares words with that of the word that was asked.
    Meaning,
}

impl Keyed for Via {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Word, "word", "hetzelfde woord", "the same word"),
        (Self::Mapping, "mapping", "een ander woord, door de redactie genoemd", "another word, noted by editors"),
        (
            Self::Meaning,
            "meaning",
            "een ander woord, met een omschrijving die erop lijkt",
            "another word, with a definition that resembles it",
        ),
    ];
}

/// What a fit rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// A verdict or another statement of editors.
    Editors,
    /// Verdicts on other pairs.
    Derived,
    /// The two texts, compared when the revision was built.
    Computed,
    /// What editors noted between two words; it says nothing of single meanings.
    Related,
    /// Words that two definitions share; nobody judged it.
    Meaning,
}

impl Keyed for Ground {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Editors, "editors", "oordeel van de redactie", "judgement of the editors"),
        (Self::Derived, "derived", "afgeleid uit oordelen van de redactie", "derived from judgements of the editors"),
        (Self::Computed, "computed", "berekend, nog niet beoordeeld", "computed, not judged yet"),
        (
            Self::Related,
            "related",
            "de redactie noemt deze woorden bij elkaar",
            "editors noted these words beside each other",
        ),
        (
            Self::Meaning,
            "meaning",
            "berekend uit gedeelde woorden, nog niet beoordeeld",
            "computed from shared words, not judged yet",
        ),
    ];
}

impl From<Basis> for Ground {
    fn from(basis: Basis) -> Self {
        match basis {
            Basis::Editors => Self::Editors,
            Basis::Derived => Self::Derived,
            Basis::Computed => Self::Computed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Fit;
    use crate::model::{Keyed, Relation};

    #[test]
    fn a_fit_turns_with_its_relation_and_what_clashes_never_fits() {
        for &(relation, ..) in Relation::ALL {
            assert_eq!(Fit::of(relation.mirrored()), Fit::of(relation).mirrored());
            let clashes = matches!(relation, Relation::Conflict | Relation::Homonym);
            assert_eq!(Fit::of(relation) == Fit::None, clashes, "{relation:?}");
        }
        assert_eq!(Fit::of(Relation::Broader), Fit::Narrower, "what my word covers more, is narrower than my word");
    }
}
