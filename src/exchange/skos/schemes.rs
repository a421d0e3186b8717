// SPDX-License-Identifier: EUPL-1.2
//! Which domain a concept belongs to: that of its scheme, by what the scheme is called, or the one that was chosen.

use std::collections::BTreeMap;

use crate::exchange::offer::domain_called;
use crate::exchange::register::{Named, Register, is_address};
use crate::exchange::skos::graph::Graph;
use crate::exchange::skos::names::Names;
use crate::exchange::skos::vocabulary::{IN_SCHEME, NAMES, PUBLISHERS, SCHEME, TITLES, TOP_CONCEPT_OF};
use crate::exchange::{Choices, Refusal};
use crate::model::{DomainId, Glossary, SourceId, SourceKind};

/// How a concept names its scheme.
const MEMBERSHIP: [&str; 2] = [IN_SCHEME, TOP_CONCEPT_OF];

/// A scheme: the domain it is, and the source that its concepts come from.
pub(super) struct Scheme {
    pub domain: DomainId,
    pub source: Option<SourceId>,
}

/// The schemes of a graph by their address.
pub(super) struct Schemes<'g> {
    graph: &'g Graph,
    all: BTreeMap<String, Scheme>,
    /// For concepts of no scheme, or of one that the file does not describe.
    rest: Option<Scheme>,
}

impl<'g> Schemes<'g> {
    /// The schemes, with the sources that they are.
    pub fn of(
        graph: &'g Graph,
        glossary: &Glossary,
        choices: &Choices,
        register: &mut Register,
    ) -> Result<Self, Refusal> {
        let own = Names::of(glossary);
        let mut all = BTreeMap::new();
        for scheme in graph.of_type(SCHEME) {
            if let Some(domain) = own.domain(scheme).filter(|domain| glossary.domain(domain).is_some()) {
                all.insert(scheme.to_owned(), Scheme { domain, source: None });
                continue;
            }
            let title = graph.best_text(scheme, &TITLES).unwrap_or(scheme);
            let Some(domain) = domain_called(glossary, title).or_else(|| choices.domain.clone()) else {
                return Err(Refusal(unknown(title, glossary)));
            };
            let publisher = graph.nodes(scheme, &PUBLISHERS).find_map(|node| graph.best_text(node, &NAMES));
            let publisher = publisher.or_else(|| graph.best_text(scheme, &PUBLISHERS)).map(str::to_owned);
            let urls = Some(scheme).filter(|address| is_address(address)).map(str::to_owned).into_iter().collect();
            let named =
                Named { title: title.to_owned(), publisher, urls, locator: None, kind: Some(SourceKind::Glossary) };
            all.insert(scheme.to_owned(), Scheme { domain, source: register.code(named) });
        }
        let rest = choices.domain.clone().map(|domain| {
            let title = choices.name.clone();
            let named = Named { title, kind: Some(SourceKind::Glossary), ..Named::default() };
            let source = if all.is_empty() { register.code(named) } else { None };
            Scheme { domain, source }
        });
        Ok(Self { graph, all, rest })
    }

    /// The schemes that a concept is in, described or not.
    pub fn of_concept(&self, concept: &str) -> Option<&Scheme> {
        let named = self.graph.nodes(concept, &MEMBERSHIP).find_map(|scheme| self.all.get(scheme));
        let only = || self.all.values().next().filter(|_| self.all.len() == 1);
        named.or(self.rest.as_ref()).or_else(only)
    }
}

fn unknown(title: &str, glossary: &Glossary) -> String {
    let domains: Vec<&str> = glossary.domains.iter().map(|domain| domain.id.as_str()).collect();
    format!(
        "van het begrippenkader ‘{title}’ is niet bekend bij welk domein het hoort. Kies het met --domain, uit: {}. Hoort het bij een ander domein, zet dat dan eerst in glossary.toml.",
        domains.join(", ")
    )
}
