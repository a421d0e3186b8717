// SPDX-License-Identifier: EUPL-1.2
//! Statements as text: Turtle and JSON-LD, the same statements in the same order.

use oxjsonld::JsonLdSerializer;
use oxrdf::{GraphName, Quad, Triple};
use oxttl::TurtleSerializer;

use crate::exchange::skos::names::Names;

/// Short names for what is written.
const PREFIXES: [(&str, &str); 7] = [
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// The short name for our own vocabulary.
const OWN: &str = "tb";

/// Statements as Turtle.
pub(super) fn turtle(triples: &[Triple], names: &Names) -> String {
    let serializer = PREFIXES.iter().fold(TurtleSerializer::new(), |serializer, (name, address)| {
        serializer.with_prefix(*name, *address).expect("a fixed address")
    });
    let own = names.namespace();
    let mut writer = match serializer.clone().with_prefix(OWN, own) {
        Ok(serializer) => serializer.for_writer(Vec::new()),
        Err(_) => serializer.for_writer(Vec::new()),
    };
    for triple in triples {
        writer.serialize_triple(triple).expect("memory takes all that is written");
    }
    let bytes = writer.finish().expect("memory takes all that is written");
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Statements as JSON-LD, with its context in it.
pub(super) fn jsonld(triples: &[Triple], names: &Names) -> String {
    let serializer = PREFIXES.iter().fold(JsonLdSerializer::new(), |serializer, (name, address)| {
        serializer.with_prefix(*name, *address).expect("a fixed address")
    });
    let own = names.namespace();
    let mut writer = match serializer.clone().with_prefix(OWN, own) {
        Ok(serializer) => serializer.for_writer(Vec::new()),
        Err(_) => serializer.for_writer(Vec::new()),
    };
    for triple in triples {
        let quad =
            Quad::new(triple.subject.clone(), triple.predicate.clone(), triple.object.clone(), GraphName::DefaultGraph);
        writer.serialize_quad(&quad).expect("memory takes all that is written");
    }
    let bytes = writer.finish().expect("memory takes all that is written");
    String::from_utf8_lossy(&bytes).into_owned()
}
