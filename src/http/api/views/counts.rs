// SPDX-License-Identifier: EUPL-1.2
//! How many words and pairs there are, and how far two domains lie apart, at one revision, as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use crate::history::{Between, Counts};

/// How much there was after a revision.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Counts")]
pub(super) struct CountsView<'a> {
    terms: usize,
    concepts: usize,
    /// Pairs of all different domains together.
    all: FiguresBetween,
    /// The same of each two domains.
    between: Vec<BetweenView<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CountsBetween")]
struct BetweenView<'a> {
    domains: [&'a str; 2],
    #[serde(flatten)]
    figures: FiguresBetween,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "CountsOfPairs")]
struct FiguresBetween {
    pairs: usize,
    /// How many pairs of each degree, 0 to 3.
    per_degree: [usize; 4],
    /// How many pairs of which nothing is said yet.
    unclear: usize,
    /// How many pairs part: degree 2 or 3.
    parting: usize,
    /// The mean degree, 0 to 3; null where no pair has one.
    mean: Option<f64>,
}

impl<'a> CountsView<'a> {
    pub fn new(counts: &'a Counts) -> Self {
        let view = |between: &'a Between| BetweenView {
            domains: [&between.domains[0], &between.domains[1]],
            figures: figures(between),
        };
        Self {
            terms: counts.terms,
            concepts: counts.concepts,
            all: figures(&counts.all()),
            between: counts.between.iter().map(view).collect(),
        }
    }
}

fn figures(between: &Between) -> FiguresBetween {
    FiguresBetween {
        pairs: between.pairs(),
        per_degree: between.per_degree,
        unclear: between.unclear,
        parting: between.parting(),
        mean: between.mean_in_hundredths().map(|mean| mean as f64 / 100.0),
    }
}
