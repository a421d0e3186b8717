// SPDX-License-Identifier: EUPL-1.2
//! What search engines read of a page (schema.org, JSON-LD): each meaning is a `DefinedTerm`, and each domain a `DefinedTermSet` of its own,
//! so that no meaning is taken for that of a word. Its names are those of our linked data. Meanings that no longer hold are left out.
//!
//! It is a block of data: a browser runs nothing of it, and our policy for scripts does not concern it. Nothing in it can end the block.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CharEscape, CompactFormatter, Formatter};
use serde_json::{Value, json};

use crate::exchange::{concept_address, scheme_address};
use crate::http::pages::parts::Frame;
use crate::model::{Concept, Domain, Glossary, Term};

/// The meanings of a term with the domains that give them; empty where there is nothing to say.
pub(super) fn terms(term: &Term, glossary: &Glossary, frame: &Frame<'_>) -> String {
    let held: Vec<&Concept> = term.concepts.iter().filter(|concept| !concept.is_retired()).collect();
    let has_one = |domain: &&Domain| held.iter().any(|concept| concept.domain == domain.id);
    let sets = glossary.domains.iter().filter(has_one).map(|domain| set(domain, glossary, frame));
    let graph: Vec<Value> = sets.chain(held.iter().map(|concept| defined(term, concept, glossary, frame))).collect();
    if graph.is_empty() { String::new() } else { block(&graph) }
}

/// A domain.
pub(super) fn domain(domain: &Domain, glossary: &Glossary, frame: &Frame<'_>) -> String {
    block(&[set(domain, glossary, frame)])
}

fn defined(term: &Term, concept: &Concept, glossary: &Glossary, frame: &Frame<'_>) -> Value {
    let fits = |label: &&crate::model::AltLabel| label.domain.as_ref().is_none_or(|domain| *domain == concept.domain);
    let mut said = json!({
        "@type": "DefinedTerm",
        "@id": concept_address(glossary, &term.id, &concept.id),
        "name": term.label,
        "description": concept.described(),
        "url": frame.whole(&format!("/terms/{}", term.id)),
        "inDefinedTermSet": { "@id": scheme_address(glossary, &concept.domain) },
    });
    let others: Vec<&str> = term.alt_labels.iter().filter(fits).map(|label| label.text.as_str()).collect();
    if !others.is_empty() {
        said["alternateName"] = json!(others);
    }
    if !concept.definition.is_empty() && !concept.explanation.is_empty() {
        said["disambiguatingDescription"] = json!(concept.explanation);
    }
    said
}

fn set(domain: &Domain, glossary: &Glossary, frame: &Frame<'_>) -> Value {
    let mut said = json!({
        "@type": "DefinedTermSet",
        "@id": scheme_address(glossary, &domain.id),
        "name": domain.label,
        "url": frame.whole(&format!("/domains/{}", domain.id)),
        "inLanguage": glossary.about.language,
        "license": format!("https://spdx.org/licenses/{}", glossary.about.licence),
    });
    if let Some(about) = &domain.about {
        said["description"] = json!(about);
    }
    said
}

/// The text of the block.
fn block(graph: &[Value]) -> String {
    let mut bytes = Vec::new();
    let mut writer = serde_json::Serializer::with_formatter(&mut bytes, InPage);
    let written = json!({ "@context": "https://schema.org", "@graph": graph }).serialize(&mut writer);
    written.ok().and_then(|()| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// Writes JSON that can stand in a page: what could end the block, begin a comment or end an attribute is written as a code.
struct InPage;

impl Formatter for InPage {
    fn write_string_fragment<W: Write + ?Sized>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        for part in fragment.split_inclusive(['<', '>', '&']) {
            let plain = part.trim_end_matches(['<', '>', '&']);
            writer.write_all(plain.as_bytes())?;
            for letter in part[plain.len()..].chars() {
                write!(writer, "\\u{:04x}", u32::from(letter))?;
            }
        }
        Ok(())
    }

    fn write_char_escape<W: Write + ?Sized>(&mut self, writer: &mut W, escape: CharEscape) -> io::Result<()> {
        match escape {
            CharEscape::Quote => writer.write_all(b"\\u0022"),
            other => CompactFormatter.write_char_escape(writer, other),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::block;

    #[test]
    fn nothing_in_a_text_ends_the_block_and_it_says_the_same() {
        let graph = [json!({ "name": "</script><!--<script>&amp; \" onload=x \\ <<" })];
        let text = block(&graph);
        assert!(!text.contains(['<', '>', '&']) && !text.contains("\\\""), "{text}");
        let read: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read["@graph"], json!(graph));
    }
}
