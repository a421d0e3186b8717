// SPDX-License-Identifier: EUPL-1.2
//! A glossary compared: the pairs of all its terms, everywhere and per place, each two texts compared once.

use std::collections::BTreeMap;

use crate::divergence::compare::Yardstick;
use crate::divergence::known::Known;
use crate::divergence::local::pairs_in_place;
use crate::divergence::overview::Overview;
use crate::divergence::pair::{Pair, pairs_of_known};
use crate::divergence::weight::Weights;
use crate::embedding::Embedder;
use crate::language::{Lexicon, remembering};
use crate::model::{Glossary, Place, PlaceId, Term, TermId};
use crate::work;

/// The pairs of a glossary, and how much words weigh in it.
#[derive(Debug, Clone, Default)]
pub struct Compared {
    /// Learned from all definitions that hold everywhere: what a place adds changes no figure outside it.
    pub weights: Weights,
    /// The pairs of each term, in the order of the terms.
    pub pairs: Vec<Vec<Pair>>,
    /// What the pairs of each term say together, in the same order.
    pub overviews: Vec<Overview>,
    /// By place and term, the pairs that hold there and not everywhere.
    pub local: LocalPairs,
}

/// Pairs of a place, by term.
pub type LocalPairs = BTreeMap<PlaceId, BTreeMap<TermId, Vec<Pair>>>;

impl Compared {
    /// Compares every two meanings of every term, with a model of word vectors where there is one.
    #[must_use]
    pub fn new(glossary: &Glossary, lexicon: &Lexicon, embedder: Option<&Embedder>) -> Self {
        let concepts = glossary.terms.iter().flat_map(|term| &term.concepts);
        let weights = Weights::of(concepts.map(|concept| concept.definition.as_str()), lexicon);
        let yardstick = Yardstick { lexicon, weights: &weights, glossary, embedder };
        let of_term = |term: &Term| OfTerm::new(term, &yardstick);
        let made = work::each_within(&glossary.terms, |hand| remembering(lexicon, hand), of_term);
        let mut compared = Self::default();
        for (term, OfTerm { pairs, overview, local }) in glossary.terms.iter().zip(made) {
            compared.pairs.push(pairs);
            compared.overviews.push(overview);
            for (place, own) in local {
                compared.local.entry(place).or_default().insert(term.id.clone(), own);
            }
        }
        Self { weights, ..compared }
    }
}

/// What is made of one term.
struct OfTerm {
    pairs: Vec<Pair>,
    overview: Overview,
    local: Vec<(PlaceId, Vec<Pair>)>,
}

impl OfTerm {
    fn new(term: &Term, yardstick: &Yardstick<'_>) -> Self {
        let glossary = yardstick.glossary;
        let known = Known::default();
        let pairs = pairs_of_known(term, yardstick, &known);
        let in_place = |place: &Place| {
            let own = place.term(&term.id)?;
            Some((place.id.clone(), pairs_in_place(term, own, yardstick, &known)))
        };
        let local = glossary.places.iter().filter_map(in_place).collect();
        Self { overview: Overview::new(term, glossary, &pairs), pairs, local }
    }
}
