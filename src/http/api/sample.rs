// SPDX-License-Identifier: EUPL-1.2
//! What the examples of the description ask with: values that this glossary knows, so that every example can be asked here.

use serde_json::{Value, json};

use crate::http::params::{Param, ParamKind};
use crate::publication::{Entry, Publication};

/// The letters of a word that were typed so far.
const TYPED: usize = 3;

/// A term with one difference, and the two domains between which it lies.
pub(super) struct Sample {
    pub term: String,
    label: String,
    domains: [String; 2],
}

impl Sample {
    /// The first term with exactly one pair, so that examples stay short; else the first that is there.
    pub fn of(publication: &Publication) -> Self {
        let across = |entry: &Entry<'_>| entry.pairs.first().is_some_and(|pair| pair.a.domain != pair.b.domain);
        let short = publication.entries().find(|entry| entry.pairs.len() == 1 && across(entry));
        let entry = short.or_else(|| publication.entries().find(across)).or_else(|| publication.entries().next());
        let pair = entry.as_ref().and_then(|entry| entry.pairs.first());
        let known = |place: usize| publication.glossary.domains.get(place).map(|domain| domain.id.to_string());
        let domains = pair.map_or_else(
            || [0, 1].map(|place| known(place).unwrap_or_default()),
            |pair| [pair.a.domain.to_string(), pair.b.domain.to_string()],
        );
        Self {
            term: entry.as_ref().map_or_else(String::new, |entry| entry.term.id.to_string()),
            label: entry.map_or_else(String::new, |entry| entry.term.label.clone()),
            domains,
        }
    }

    /// A value of a parameter that works here; nothing where there is none.
    pub fn of_param(&self, param: &Param, publication: &Publication) -> Option<String> {
        let [first, second] = &self.domains;
        let own = match (param.name, param.kind) {
            ("id", _) => self.term.clone(),
            ("q", ParamKind::NeededText(most)) if most <= 100 => self.typed(),
            ("q", _) => self.label.clone(),
            ("from" | "writer", _) => first.clone(),
            ("to" | "reader", _) => second.clone(),
            ("between" | "differ", _) => format!("{first},{second}"),
            _ => param.example.to_owned(),
        };
        let known = match param.kind {
            ParamKind::Choice(known) | ParamKind::Choices(known) | ParamKind::NeededChoice(known) => known(publication),
            _ => return (!own.is_empty()).then_some(own),
        };
        known.contains(&own).then_some(own).or_else(|| known.into_iter().next())
    }

    fn typed(&self) -> String {
        self.label.chars().take(TYPED).collect()
    }

    /// A body by the name of its schema.
    pub fn body(&self, schema: &str) -> Option<Value> {
        let [first, second] = &self.domains;
        Some(match schema {
            "SearchRequest" => json!({ "q": self.label, "domain": [first, second], "perPage": 1 }),
            "SuggestRequest" => json!({ "q": self.typed() }),
            "LookupRequest" => json!({ "words": [self.label] }),
            "CompareRequest" => json!({
                "term": "overleg",
                "a": { "definition": "De partner moet delen." },
                "b": { "definition": "De partner mag delen." },
            }),
            "AnnotationRequest" => json!({
                "text": format!("Het gaat over {}.", self.label),
                "writer": first,
                "reader": second,
            }),
            _ => return None,
        })
    }

    /// A body that is refused, by the name of its schema.
    pub fn faulty_body(schema: &str) -> Value {
        match schema {
            "SearchRequest" => json!({ "perPage": 0 }),
            _ => json!({}),
        }
    }
}
