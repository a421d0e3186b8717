// SPDX-License-Identifier: EUPL-1.2
//! `taalbrug compare --pairs`: texts that stand in no glossary, JSON lines in, JSON lines out.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;

use crate::cli::terminal::say;
use crate::cli::{Common, could_not_run, tell};
use crate::divergence::{Comparison, Likeness, Marked, Meaning, Weights, Yardstick, compare};
use crate::model::{FacetId, Keyed, Relation, Values};
use crate::publication::Publication;
use crate::source::{TextPair, read_pairs};

/// What is computed of a pair.
#[derive(Serialize)]
struct Answer<'a> {
    id: &'a str,
    relation: &'static str,
    /// Nothing when unclear.
    degree: Option<u8>,
    /// How far apart, 0 to 1; nothing when one side has no text.
    score: Option<f64>,
    confidence: &'static str,
    /// Marked places of the first text, in code points, the end not included.
    spans_a: Vec<[usize; 2]>,
    spans_b: Vec<[usize; 2]>,
    flips: Vec<Flip<'a>>,
    /// What a language model says; nothing without one.
    model: Option<Model<'a>>,
}

#[derive(Serialize)]
struct Flip<'a> {
    kind: &'static str,
    a: &'a str,
    b: &'a str,
}

#[derive(Serialize)]
struct Model<'a> {
    name: &'a str,
    /// How alike the texts are to it, -1 to 1.
    similarity: f64,
    /// Whether the relation rests on it.
    decided: bool,
}

/// Compares every pair of a file; all its texts together tell how much words weigh.
pub(super) fn run(common: &Common, file: &Path) -> ExitCode {
    let publication = match common.publication(None) {
        Ok(publication) => publication,
        Err(code) => return code,
    };
    let pairs = match read_pairs(file) {
        Ok(pairs) => pairs,
        Err(error) => return could_not_run(&error.to_string()),
    };
    let texts = pairs.iter().flat_map(|pair| [pair.a_text.as_str(), pair.b_text.as_str()]);
    let weights = Weights::of(texts, &publication.lexicon);
    let yardstick = Yardstick { weights: &weights, ..publication.yardstick() };
    for pair in &pairs {
        let sides = [&pair.a_facets, &pair.b_facets].map(|facets| known(facets, &pair.id, &publication));
        let values = Values::default();
        let a = Meaning { definition: &pair.a_text, facets: &sides[0], values: &values };
        let b = Meaning { definition: &pair.b_text, facets: &sides[1], values: &values };
        let found = compare(&a, &b, &pair.term, &yardstick);
        match serde_json::to_string(&answer(pair, &found)) {
            Ok(line) => say(&line),
            Err(error) => return could_not_run(&format!("{}: {error}", pair.id)),
        }
    }
    ExitCode::SUCCESS
}

/// The facets that the glossary knows; of others it is told that they are passed over.
fn known(facets: &BTreeMap<String, String>, pair: &str, publication: &Publication) -> BTreeMap<FacetId, String> {
    let mut phrases = BTreeMap::new();
    for (key, phrase) in facets {
        match FacetId::parse(key).filter(|id| publication.glossary.facet(id).is_some()) {
            Some(id) => drop(phrases.insert(id, phrase.clone())),
            None => tell(&format!("{pair}: het facet ‘{key}’ is onbekend en telt niet mee.")),
        }
    }
    phrases
}

fn answer<'a>(pair: &'a TextPair, found: &'a Comparison) -> Answer<'a> {
    let flips = found.flips.iter().map(|flip| Flip { kind: flip.kind.key(), a: &flip.a, b: &flip.b });
    let model = |likeness: &'a Likeness| Model {
        name: &likeness.model,
        similarity: rounded(likeness.similarity),
        decided: likeness.decided.is_some(),
    };
    Answer {
        id: &pair.id,
        relation: found.relation.key(),
        degree: found.relation.degree().map(crate::model::Degree::number),
        score: (found.relation != Relation::OneSided).then(|| rounded(found.score())),
        confidence: found.confidence.key(),
        spans_a: spans(&found.segments_a),
        spans_b: spans(&found.segments_b),
        flips: flips.collect(),
        model: found.likeness.as_ref().map(model),
    }
}

/// Four decimals: more says nothing.
fn rounded(number: f64) -> f64 {
    (number * 1e4).round() / 1e4
}

fn spans(marked: &Marked) -> Vec<[usize; 2]> {
    let (mut spans, mut start) = (Vec::new(), 0);
    for segment in marked.segments() {
        let end = start + segment.text.chars().count();
        if segment.mark.is_some() {
            spans.push([start, end]);
        }
        start = end;
    }
    spans
}
