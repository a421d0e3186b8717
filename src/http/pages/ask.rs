// SPDX-License-Identifier: EUPL-1.2
//! What the two sides of a pair can ask each other: what editors wrote, else what the facets that part ask.

use crate::divergence::{FacetComparison, FacetState, Pair};
use crate::model::{Degree, FacetId, Glossary};

/// The most questions that are proposed where editors wrote none.
const MOST_PROPOSED: usize = 3;

/// What the two can ask each other.
pub(super) struct AskPart<'a> {
    pub questions: Vec<&'a str>,
    /// Whether they follow from the facets that part, as editors wrote none.
    pub proposed: bool,
}

impl<'a> AskPart<'a> {
    /// Nothing is asked of a pair that is no longer in use.
    pub fn new(pair: &'a Pair, glossary: &'a Glossary) -> Self {
        let written = pair.ruling.as_ref().map(|ruling| ruling.questions.as_slice()).unwrap_or_default();
        if pair.retired || !written.is_empty() {
            let questions = written.iter().filter(|_| !pair.retired).map(String::as_str).collect();
            return Self { questions, proposed: false };
        }
        let parts = |facet: &&FacetComparison| facet.state != FacetState::Same && facet.judged != Some(Degree::Same);
        let question = |facet: &FacetComparison| {
            FacetId::parse(&facet.key).and_then(|id| glossary.facet(&id)?.question.as_deref())
        };
        let asked = pair.facets.iter().filter(parts).filter_map(question);
        Self { questions: asked.take(MOST_PROPOSED).collect(), proposed: true }
    }
}
