//! SKOS in the flavour of NL-SBB: a concept scheme is a domain, a concept is a meaning of a word.
//!
//! `graph` makes statements of a text, `schemes` says which domain a concept belongs to, `read` makes terms.

mod graph;
mod matches;
mod read;
mod schemes;
mod vocabulary;

use self::graph::Graph;
use crate::exchange::{Choices, Offer, Refusal};
use crate::model::Glossary;

/// What a Turtle text offers to a glossary.
///
/// # Errors
/// When it is no good Turtle, is too large, holds no concepts, or belongs to a domain that nobody named.
pub fn read_turtle(text: &str, glossary: &Glossary, choices: &Choices) -> Result<Offer, Refusal> {
    read::read(&Graph::of_turtle(text)?, glossary, choices)
}

/// What a JSON-LD text offers to a glossary.
///
/// # Errors
/// As [`read_turtle`]; also when its context stands elsewhere, since nothing is fetched.
pub fn read_jsonld(text: &str, glossary: &Glossary, choices: &Choices) -> Result<Offer, Refusal> {
    read::read(&Graph::of_jsonld(text)?, glossary, choices)
}
