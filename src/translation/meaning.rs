// SPDX-License-Identifier: EUPL-1.2
//! Other words by meaning: concepts whose definition shares words with that of the word that was asked. The index finds
//! them; nothing is compared, and what comes out is a guess that says so.

use std::collections::BTreeSet;

use crate::language::{Token, words_of};
use crate::model::{Concept, Domain};
use crate::search::{Filter, SearchError};
use crate::translation::translate::Desk;

/// The most terms that the index is asked for, and the most concepts that are answered.
const MOST_LOOKED_AT: usize = 25;
const MOST: usize = 3;

/// The fewest words that two definitions share.
const FEWEST_SHARED: usize = 2;

/// The least share of the weight of the two that the shared words have.
const LEAST: f64 = 0.25;

/// A concept that may mean something like it.
pub(super) struct Alike<'a> {
    /// The place of its term.
    pub place: usize,
    pub concept: &'a Concept,
    /// The words that both hold, as they are written in the definition that was asked.
    pub shared: Vec<String>,
    likeness: f64,
}

impl<'a> Desk<'a> {
    /// Concepts of a domain, of other terms than the one at a place, that come near a concept; the nearest first.
    pub(super) fn alike(
        &self,
        place: usize,
        concept: &Concept,
        domain: &'a Domain,
    ) -> Result<Vec<Alike<'a>>, SearchError> {
        let asked = self.telling(&concept.definition);
        let words: Vec<String> = asked.iter().map(|token| token.normal.clone()).collect();
        let values = self.glossary.lineage(&domain.id).map(ToString::to_string).collect();
        let found = self.index.defined_with(&words, Filter { facet: "domain", values }, MOST_LOOKED_AT)?;
        let others = found.into_iter().filter(|&other| other != place);
        let mut alike: Vec<Alike<'a>> = others
            .flat_map(|other| {
                let concepts = self.glossary.meanings_today(&self.glossary.terms[other], &domain.id);
                concepts.into_iter().filter_map(|concept| self.hold(&asked, (other, concept))).collect::<Vec<_>>()
            })
            .collect();
        alike.sort_by(|x, y| y.likeness.total_cmp(&x.likeness));
        alike.truncate(MOST);
        Ok(alike)
    }

    /// Holds the words of a definition against those of a concept, if they share enough.
    fn hold(&self, asked: &[Token], (place, concept): (usize, &'a Concept)) -> Option<Alike<'a>> {
        let own = self.telling(&concept.definition);
        let normals: BTreeSet<&str> = own.iter().map(|token| token.normal.as_str()).collect();
        let shared: Vec<&Token> = asked.iter().filter(|token| normals.contains(token.normal.as_str())).collect();
        let weight = |token: &Token| self.weights.weight(&token.normal);
        let all: f64 = asked.iter().chain(&own).map(weight).sum();
        let likeness = 2.0 * shared.iter().map(|token| weight(token)).sum::<f64>() / all;
        let enough = shared.len() >= FEWEST_SHARED && likeness >= LEAST;
        let shared = shared.into_iter().map(|token| token.folded.clone()).collect();
        enough.then_some(Alike { place, concept, shared, likeness })
    }

    /// The words of a text that tell something, each once.
    fn telling(&self, text: &str) -> Vec<Token> {
        let mut seen = BTreeSet::new();
        let mut tokens = words_of(text, self.lexicon);
        tokens.retain(|token| !token.stop && seen.insert(token.normal.clone()));
        tokens
    }
}
