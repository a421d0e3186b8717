// SPDX-License-Identifier: EUPL-1.2
//! What a text is about: the fields of meaning of its words, and how alike two texts are in these.
//!
//! Two wordings of one idea fall in the same fields though they share no word; two ideas that happen to share a term
//! do not. The fields are a word list of the glossary (`lexicon/fields.toml`), in the manner of Roget's thesaurus.

use std::collections::BTreeMap;

use crate::divergence::compare::Yardstick;
use crate::divergence::text::Text;

/// The fewest words of known fields by which a text tells what it is about.
const ENOUGH: usize = 5;

/// How alike two texts are in what they are about, 0 to 1: the cosine of their fields, rare fields counting more. Nothing
/// when one of them has too few words of known fields.
pub(super) fn likeness(a: &Text<'_>, b: &Text<'_>, yardstick: &Yardstick<'_>) -> Option<f64> {
    let (a, b) = (about(a, yardstick)?, about(b, yardstick)?);
    let length = |fields: &BTreeMap<usize, f64>| fields.values().map(|weight| weight * weight).sum::<f64>().sqrt();
    let both: f64 = a.iter().filter_map(|(field, weight)| Some(weight * b.get(field)?)).sum();
    Some(both / (length(&a) * length(&b)))
}

/// The fields of a text with their weights; a word of several fields is shared out among them.
fn about(text: &Text<'_>, yardstick: &Yardstick<'_>) -> Option<BTreeMap<usize, f64>> {
    let mut fields: BTreeMap<usize, f64> = BTreeMap::new();
    let words = text.content_places().map(|place| yardstick.lexicon.fields_of(&text.tokens[place].normal));
    let known: Vec<&[usize]> = words.filter(|fields| !fields.is_empty()).collect();
    for of_word in &known {
        for &field in *of_word {
            *fields.entry(field).or_default() += yardstick.weights.field_weight(field) / of_word.len() as f64;
        }
    }
    (known.len() >= ENOUGH).then_some(fields)
}
