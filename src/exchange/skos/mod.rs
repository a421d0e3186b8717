// SPDX-License-Identifier: EUPL-1.2
//! SKOS in the flavour of NL-SBB: a concept scheme is a domain, a concept is a meaning of a word.
//!
//! `graph` makes statements of a text, `schemes` says which domain a concept belongs to, `read` makes terms; `write` says a
//! glossary in statements, and `home` reads what it said of our own things.

mod beside;
mod graph;
mod home;
mod matches;
mod names;
mod own;
mod phases;
mod print;
mod read;
mod schemes;
mod vocabulary;
mod write;

pub use self::names::{concept_address, scheme_address};
pub use self::own::{OWN, OwnKind, OwnName, own_vocabulary};

use self::graph::Graph;
use self::names::Names;
use self::write::Writer;
use crate::exchange::{Choices, Losses, Offer, Refusal};
use crate::model::{Glossary, Term};

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

/// A glossary as Turtle, and what that cannot say.
///
/// # Errors
/// When the glossary has no address under which things can be named.
pub fn write_turtle(glossary: &Glossary) -> Result<(String, Losses), Refusal> {
    let mut writer = Writer::new(glossary)?;
    writer.whole();
    Ok((print::turtle(&writer.triples, &Names::of(glossary)), writer.losses))
}

/// A glossary as JSON-LD: the same statements.
///
/// # Errors
/// When the glossary has no address under which things can be named.
pub fn write_jsonld(glossary: &Glossary) -> Result<(String, Losses), Refusal> {
    let mut writer = Writer::new(glossary)?;
    writer.whole();
    Ok((print::jsonld(&writer.triples, &Names::of(glossary)), writer.losses))
}

/// One term as Turtle, with the schemes and sources that it names.
///
/// # Errors
/// When the glossary has no address under which things can be named.
pub fn term_turtle(glossary: &Glossary, term: &Term) -> Result<String, Refusal> {
    let mut writer = Writer::new(glossary)?;
    writer.one(term);
    Ok(print::turtle(&writer.triples, &Names::of(glossary)))
}

/// One term as JSON-LD.
///
/// # Errors
/// When the glossary has no address under which things can be named.
pub fn term_jsonld(glossary: &Glossary, term: &Term) -> Result<String, Refusal> {
    let mut writer = Writer::new(glossary)?;
    writer.one(term);
    Ok(print::jsonld(&writer.triples, &Names::of(glossary)))
}
