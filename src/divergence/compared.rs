//! A glossary compared: the pairs of all its terms, each compared once.

use crate::divergence::compare::Yardstick;
use crate::divergence::overview::Overview;
use crate::divergence::pair::{Pair, pairs_of};
use crate::divergence::weight::Weights;
use crate::language::Lexicon;
use crate::model::Glossary;

/// The pairs of a glossary, and how much words weigh in it.
#[derive(Debug, Clone, Default)]
pub struct Compared {
    /// Learned from all definitions.
    pub weights: Weights,
    /// The pairs of each term, in the order of the terms.
    pub pairs: Vec<Vec<Pair>>,
    /// What the pairs of each term say together, in the same order.
    pub overviews: Vec<Overview>,
}

impl Compared {
    /// Compares every two meanings of every term.
    #[must_use]
    pub fn new(glossary: &Glossary, lexicon: &Lexicon) -> Self {
        let concepts = glossary.terms.iter().flat_map(|term| &term.concepts);
        let weights = Weights::of(concepts.map(|concept| concept.definition.as_str()), lexicon);
        let yardstick = Yardstick { lexicon, weights: &weights, glossary };
        let pairs: Vec<Vec<Pair>> = glossary.terms.iter().map(|term| pairs_of(term, &yardstick)).collect();
        let with_terms = glossary.terms.iter().zip(&pairs);
        let overviews = with_terms.map(|(term, pairs)| Overview::new(term, glossary, pairs)).collect();
        Self { weights, pairs, overviews }
    }
}
