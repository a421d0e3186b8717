// SPDX-License-Identifier: EUPL-1.2
//! The score and its exact shares: what the number is made of, and how good the evidence is.

use serde::{Deserialize, Serialize};

use crate::divergence::facet::{FacetComparison, weight};
use crate::divergence::flip::FoundFlip;
use crate::model::{Keyed, Relation};

/// One part of a score; the shares of a score add up to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// What it comes from: `relation`, `text`, `facet:goal` or `flip:1`.
    pub source: String,
    /// The part of the score, 0 to 1.
    pub share: f64,
}

/// How good the evidence is; not a chance of being right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Confidence {
    /// Ask before you rely on it.
    Low,
    /// Likely.
    Medium,
    /// The texts or both domains say so.
    High,
}

impl Keyed for Confidence {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Low, "low", "laag", "low"),
        (Self::Medium, "medium", "gemiddeld", "medium"),
        (Self::High, "high", "hoog", "high"),
    ];
}

/// The divergence of two meanings before a relation is named: 0 none, towards 1 much; with its parts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Raw {
    pub value: f64,
    parts: Vec<(String, f64)>,
}

impl Raw {
    /// Joins text, facets and flips. Each lessens what is left in common: `1 - raw` is a product, so `-ln(1 - raw)`
    /// is a sum, and every part gets an exact share.
    pub fn new(similarity: f64, facets: &[FacetComparison], flips: &[FoundFlip]) -> Self {
        let compared: Vec<(&FacetComparison, f64)> =
            facets.iter().filter_map(|facet| facet.difference.map(|difference| (facet, difference))).collect();
        let total: f64 = compared.iter().map(|(facet, _)| weight(&facet.key)).sum();
        let facet_share = if total > 0.0 { (0.35 + 0.5 * total).min(0.55) } else { 0.0 };
        let text = (1.0 - facet_share) * (1.0 - similarity);
        let mut base = vec![("text".to_owned(), text)];
        for (facet, difference) in compared {
            base.push((format!("facet:{}", facet.key), facet_share * weight(&facet.key) * difference / total));
        }
        let sum: f64 = base.iter().map(|(_, part)| part).sum();
        let strength = -(1.0 - sum.min(0.97)).ln();
        let mut parts: Vec<(String, f64)> = base
            .into_iter()
            .map(|(source, part)| (source, if sum > 0.0 { strength * part / sum } else { 0.0 }))
            .collect();
        parts.extend(flips.iter().map(|flip| (format!("flip:{}", flip.number), -(1.0 - flip.weight.min(0.95)).ln())));
        let all: f64 = parts.iter().map(|(_, part)| part).sum();
        Self { value: 1.0 - (-all).exp(), parts }
    }

    /// The score of a relation: the relation fixes the band, the divergence the place in it. Gives the score and its
    /// shares, largest first.
    pub fn score(&self, relation: Relation) -> (f64, Vec<Share>) {
        let (low, high) = band(relation);
        let room = (high - low) * self.value;
        let all: f64 = self.parts.iter().map(|(_, part)| part).sum();
        let mut shares: Vec<Share> = self
            .parts
            .iter()
            .filter(|(_, part)| *part > 1e-9)
            .map(|(source, part)| Share { source: source.clone(), share: room * part / all })
            .collect();
        shares.sort_by(|x, y| y.share.total_cmp(&x.share).then_with(|| x.source.cmp(&y.source)));
        if low > 0.0 {
            shares.insert(0, Share { source: "relation".to_owned(), share: low });
        }
        (low + room, shares)
    }
}

/// Where the scores of a relation lie, so that the number can be read: a clash starts at 0.65.
fn band(relation: Relation) -> (f64, f64) {
    match relation {
        Relation::Same => (0.0, 0.12),
        Relation::Nuance => (0.15, 0.38),
        Relation::Broader | Relation::Narrower => (0.40, 0.68),
        Relation::Overlap => (0.42, 0.75),
        Relation::Unclear | Relation::OneSided => (0.50, 0.80),
        Relation::Conflict => (0.65, 1.0),
        Relation::Homonym => (0.80, 1.0),
    }
}

#[cfg(test)]
mod tests {
    use super::Raw;
    use crate::model::{Keyed, Relation};

    #[test]
    fn shares_add_up_to_the_score_in_every_band() {
        for similarity in [0.0, 0.3, 1.0] {
            for &(relation, ..) in Relation::ALL {
                let (score, shares) = Raw::new(similarity, &[], &[]).score(relation);
                let sum: f64 = shares.iter().map(|share| share.share).sum();
                assert!((score - sum).abs() < 1e-9, "{relation:?} {similarity}: {score} {sum}");
                assert!((0.0..=1.0).contains(&score));
            }
        }
    }
}
