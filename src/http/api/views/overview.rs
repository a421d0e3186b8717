// SPDX-License-Identifier: EUPL-1.2
//! All meanings of a term at once as JSON: which agree, and how far domains lie apart.

use schemars::JsonSchema;
use serde::Serialize;

use crate::divergence::{Clusters, Figures};
use crate::http::api::views::rounded;
use crate::model::{ConceptId, Degree, Keyed};

/// Meanings in groups that agree.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Clusters")]
pub(in crate::http::api) struct ClustersView<'a> {
    /// Who agrees, who differs, what is not known yet and what that rests on, in short Dutch sentences.
    sentence: String,
    /// The same in English.
    sentence_english: String,
    /// The weakest that anything known here rests on: editors, derived or computed; null where nothing is known.
    basis: Option<&'a str>,
    /// Each meaning in use, by its id, in one group; every two of a group are the same or nearly so.
    groups: Vec<Vec<&'a str>>,
}

impl<'a> ClustersView<'a> {
    pub fn new(clusters: &'a Clusters) -> Self {
        let ids = |group: &'a Vec<ConceptId>| group.iter().map(AsRef::as_ref).collect();
        let sentence = clusters.sentence();
        Self {
            sentence: sentence.dutch,
            sentence_english: sentence.english,
            basis: clusters.basis.map(Keyed::key),
            groups: clusters.groups.iter().map(ids).collect(),
        }
    }
}

/// Figures over the pairs across two domains.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Figures")]
pub(in crate::http::api) struct FiguresView {
    /// The highest degree that is asserted, 0 to 3; null where none is.
    worst: Option<u8>,
    /// How much two domains differ on average, 0 to 3: of each two domains the mean of the degrees asserted between
    /// them, and of these figures the mean; null where none is asserted.
    mean: Option<f64>,
    /// How many pairs there are.
    pairs: usize,
    /// Of how many of these nothing is asserted yet.
    unclear: usize,
}

impl FiguresView {
    pub fn new(figures: &Figures) -> Self {
        Self {
            worst: figures.worst.map(Degree::number),
            mean: figures.mean.map(rounded),
            pairs: figures.pairs,
            unclear: figures.unclear,
        }
    }
}
