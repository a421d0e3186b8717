// SPDX-License-Identifier: EUPL-1.2
//! What the document of one term says of meanings of other terms: that they are concepts, of which scheme, how they are called and what they
//! mean. The rest stands in their own document.

use std::collections::BTreeSet;

use oxrdf::{NamedNode, Term as Object};

use crate::exchange::skos::vocabulary as v;
use crate::exchange::skos::write::Writer;
use crate::model::{Concept, Term, TermId};

impl Writer<'_> {
    /// The meanings that a term points at, in short.
    pub(super) fn beside(&mut self, term: &Term) {
        let named: BTreeSet<NamedNode> = self.triples.iter().filter_map(|said| node(&said.object)).collect();
        let words = [&term.broader, &term.narrower, &term.related].into_iter().flatten();
        let ids: BTreeSet<TermId> =
            words.filter_map(|word| TermId::parse(word)).chain(term.replaced_by.iter().cloned()).collect();
        let glossary = self.glossary;
        for other in ids.iter().filter(|id| **id != term.id).filter_map(|id| glossary.term(id)) {
            for concept in &other.concepts {
                let node = self.names.concept(&other.id, &concept.id);
                if named.contains(&node) {
                    self.in_short(&node, other, concept);
                }
            }
        }
    }

    fn in_short(&mut self, node: &NamedNode, term: &Term, concept: &Concept) {
        self.say(node, v::TYPE, NamedNode::new_unchecked(v::CONCEPT));
        self.say(node, v::IN_SCHEME, self.names.scheme(&concept.domain));
        self.say(node, v::PREF_LABEL, self.text(&term.label));
        self.say(node, v::DEFINITION, self.text(concept.described()));
    }
}

fn node(object: &Object) -> Option<NamedNode> {
    if let Object::NamedNode(node) = object { Some(node.clone()) } else { None }
}
