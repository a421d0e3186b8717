//! A glossary compared: the pairs of all its terms, everywhere and per place, each two texts compared once.

use std::collections::BTreeMap;

use crate::divergence::compare::Yardstick;
use crate::divergence::known::Known;
use crate::divergence::local::pairs_in_place;
use crate::divergence::overview::Overview;
use crate::divergence::pair::{Pair, pairs_of_known};
use crate::divergence::weight::Weights;
use crate::embedding::Embedder;
use crate::language::Lexicon;
use crate::model::{Glossary, PlaceId, TermId};

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
        let (mut pairs, mut local) = (Vec::new(), LocalPairs::new());
        for term in &glossary.terms {
            let known = Known::default();
            pairs.push(pairs_of_known(term, &yardstick, &known));
            for place in &glossary.places {
                if let Some(own) = place.term(&term.id) {
                    let own = pairs_in_place(term, own, &yardstick, &known);
                    local.entry(place.id.clone()).or_default().insert(term.id.clone(), own);
                }
            }
        }
        let with_terms = glossary.terms.iter().zip(&pairs);
        let overviews = with_terms.map(|(term, pairs)| Overview::new(term, glossary, pairs)).collect();
        Self { weights, pairs, overviews, local }
    }
}
