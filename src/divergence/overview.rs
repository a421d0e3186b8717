// SPDX-License-Identifier: EUPL-1.2
//! All meanings of a term at once: which agree, and how far domains lie apart.

use serde::{Deserialize, Serialize};

use crate::divergence::cluster::Clusters;
use crate::divergence::figures::Figures;
use crate::divergence::pair::Pair;
use crate::model::{Glossary, Term};

/// What the pairs of a term say together.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Overview {
    /// The meanings in groups that agree; nothing where fewer than two are in use.
    pub clusters: Option<Clusters>,
    /// How far domains lie apart.
    pub figures: Figures,
}

impl Overview {
    /// The overview of a term whose pairs these are.
    #[must_use]
    pub fn new(term: &Term, glossary: &Glossary, pairs: &[Pair]) -> Self {
        Self { clusters: Clusters::new(term, glossary, pairs), figures: Figures::new(pairs) }
    }

    /// The clusters of three or more meanings: of two their pair says it all.
    #[must_use]
    pub fn of_many(&self) -> Option<&Clusters> {
        self.clusters.as_ref().filter(|clusters| clusters.meanings() > 2)
    }
}
