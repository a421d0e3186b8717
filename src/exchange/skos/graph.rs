// SPDX-License-Identifier: EUPL-1.2
//! Turtle and JSON-LD as one graph in memory. Nothing is fetched, whatever a text points at; what is too large is refused.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use oxjsonld::JsonLdParser;
use oxrdf::{NamedOrBlankNode, Term, Triple};
use oxttl::TurtleParser;
use serde_json::Value;

use crate::exchange::Refusal;

/// The most statements that are read.
const MOST: usize = 1_000_000;

/// What relative addresses are held against: an address that nobody can have.
const BASE: &str = "https://bestand.invalid/";

/// What stands at the end of a statement.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Object {
    /// A thing with an address, or one without, which begins with `_:`.
    Node(String),
    /// A text with its language in small letters, empty where it has none.
    Text { text: String, language: String },
}

/// Statements by what they are about, then by what they say; in the order of the file.
#[derive(Debug, Default)]
pub(super) struct Graph {
    subjects: BTreeMap<String, BTreeMap<String, Vec<Object>>>,
    /// What has this type, in the order of the file.
    typed: BTreeMap<String, Vec<String>>,
    size: usize,
    /// Marks of the statements that were made, so that each counts once.
    seen: HashSet<u64>,
}

impl Graph {
    /// The graph of a Turtle text.
    pub fn of_turtle(text: &str) -> Result<Self, Refusal> {
        let parser = TurtleParser::new().with_base_iri(BASE).map_err(|error| Refusal(error.to_string()))?;
        let mut graph = Self::default();
        for triple in parser.for_slice(text) {
            let triple = triple.map_err(|error| {
                let line = error.location().start.line + 1;
                Refusal(format!("regel {line} is geen goed Turtle ({}).", error.message()))
            })?;
            graph.add(triple)?;
        }
        Ok(graph)
    }

    /// The graph of a JSON-LD text. One that leans on a context elsewhere is refused.
    pub fn of_jsonld(text: &str) -> Result<Self, Refusal> {
        // Also bounds how deep the text goes.
        let value: Value =
            serde_json::from_str(text).map_err(|error| Refusal(format!("dit is geen goede JSON ({error}).")))?;
        if let Some(address) = remote(&value) {
            return Err(Refusal(format!(
                "het bestand verwijst naar een context op {address}. Die wordt niet opgehaald. Er is geen context die dit programma zelf kent: zet de context in het bestand, of voer het uit als Turtle."
            )));
        }
        let parser = JsonLdParser::new().with_base_iri(BASE).map_err(|error| Refusal(error.to_string()))?;
        let mut graph = Self::default();
        for quad in parser.for_slice(text) {
            let quad = quad.map_err(|error| Refusal(format!("dit is geen goede JSON-LD ({error}).")))?;
            graph.add(quad.into())?;
        }
        Ok(graph)
    }

    fn add(&mut self, triple: Triple) -> Result<(), Refusal> {
        self.size += 1;
        if self.size > MOST {
            return Err(Refusal(format!("het bestand is te groot: {MOST} uitspraken is het meeste.")));
        }
        if !self.seen.insert(BuildHasherDefault::<DefaultHasher>::default().hash_one(&triple)) {
            return Ok(());
        }
        let subject = match triple.subject {
            NamedOrBlankNode::NamedNode(node) => node.into_string(),
            NamedOrBlankNode::BlankNode(node) => node.to_string(),
        };
        let predicate = triple.predicate.into_string();
        let object = match triple.object {
            Term::NamedNode(node) => Object::Node(node.into_string()),
            Term::BlankNode(node) => Object::Node(node.to_string()),
            Term::Literal(literal) => {
                let language = literal.language().unwrap_or_default().to_lowercase();
                Object::Text { text: literal.value().trim().to_owned(), language }
            }
        };
        if let (crate::exchange::skos::vocabulary::TYPE, Object::Node(kind)) = (predicate.as_str(), &object) {
            let list = self.typed.entry(kind.clone()).or_default();
            if list.last() != Some(&subject) {
                list.push(subject.clone());
            }
        }
        let objects = self.subjects.entry(subject).or_default().entry(predicate).or_default();
        objects.push(object);
        Ok(())
    }

    /// Everything of this type, in the order of the file, each once.
    pub fn of_type(&self, kind: &str) -> Vec<&str> {
        let mut seen = BTreeSet::new();
        let all = self.typed.get(kind).map(Vec::as_slice).unwrap_or_default();
        all.iter().map(String::as_str).filter(|subject| seen.insert(*subject)).collect()
    }

    /// What is said of something under this name.
    pub fn objects(&self, subject: &str, predicate: &str) -> &[Object] {
        self.subjects.get(subject).and_then(|said| said.get(predicate)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The things that something points at under any of these names.
    pub fn nodes<'g>(&'g self, subject: &'g str, predicates: &'g [&'g str]) -> impl Iterator<Item = &'g str> {
        let all = predicates.iter().flat_map(move |predicate| self.objects(subject, predicate));
        all.filter_map(|object| if let Object::Node(node) = object { Some(node.as_str()) } else { None })
    }

    /// The texts under a name with their languages.
    pub fn texts<'g>(&'g self, subject: &str, predicate: &str) -> impl Iterator<Item = (&'g str, &'g str)> + use<'g> {
        let all = self.objects(subject, predicate).iter();
        all.filter_map(|object| match object {
            Object::Text { text, language } if !text.is_empty() => Some((text.as_str(), language.as_str())),
            _ => None,
        })
    }

    /// The first text under any of these names: the Dutch one, else one without a language, else any.
    pub fn best_text(&self, subject: &str, predicates: &[&str]) -> Option<&str> {
        predicates.iter().find_map(|predicate| {
            let rank = |language: &str| if is_dutch(language) { 0 } else { 1 + usize::from(!language.is_empty()) };
            self.texts(subject, predicate).min_by_key(|(_, language)| rank(language)).map(|(text, _)| text)
        })
    }

    /// The names under which anything is said of something.
    pub fn predicates(&self, subject: &str) -> impl Iterator<Item = &str> {
        self.subjects.get(subject).into_iter().flat_map(|said| said.keys().map(String::as_str))
    }
}

/// Whether a text in this language is Dutch.
pub(super) fn is_dutch(language: &str) -> bool {
    language == "nl" || language.starts_with("nl-")
}

/// Whether a text in this language is English.
pub(super) fn is_english(language: &str) -> bool {
    language == "en" || language.starts_with("en-")
}

/// An address from which a context would have to be fetched.
fn remote(value: &Value) -> Option<&str> {
    let address = |context: &'_ Value| -> bool { matches!(context, Value::String(_)) };
    match value {
        Value::Array(items) => items.iter().find_map(remote),
        Value::Object(entries) => entries.iter().find_map(|(key, inner)| match (key.as_str(), inner) {
            ("@context" | "@import", Value::String(there)) => Some(there.as_str()),
            ("@context", Value::Array(all)) => all
                .iter()
                .find(|context| address(context))
                .and_then(Value::as_str)
                .or_else(|| all.iter().find_map(remote)),
            _ => remote(inner),
        }),
        _ => None,
    }
}
