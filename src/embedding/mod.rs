// SPDX-License-Identifier: EUPL-1.2
//! How alike two texts are to a model of word vectors that the operator brings: static embeddings, laid out as
//! model2vec does.
//!
//! The model's own tokenizer cuts a text; the mean of the vectors of its tokens stands for the text. Such a mean knows
//! which words are near in meaning, and nothing of order or negation. What may be concluded from it is for `divergence`
//! to say. Nothing is read or fetched here: files come in as bytes.

mod guard;
mod table;
mod tokens;
mod unfit;

pub use self::unfit::Unfit;

use std::fmt;

use serde_json::Value;

use crate::embedding::table::Table;
use crate::embedding::tokens::Tokens;
use crate::embedding::unfit::{CONFIG, NORMALIZE};
use crate::language::digest;

/// The longest name of a model, in characters.
const LONGEST_NAME: usize = 100;

/// The files of a model, as bytes.
#[derive(Default)]
pub struct ModelFiles {
    /// `model.safetensors`: the table of vectors.
    pub tensors: Vec<u8>,
    /// `tokenizer.json`: how a text is cut into tokens.
    pub tokenizer: Vec<u8>,
    /// `config.json`: what the model says of itself.
    pub config: Vec<u8>,
}

/// From where on a similarity says something, as measured by whoever brings the model; without them it asserts nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Thresholds {
    /// Texts of this similarity and more mean nearly the same.
    pub same_from: Option<f64>,
    /// Texts below this similarity mean something else.
    pub other_below: Option<f64>,
}

/// A model of word vectors, ready to measure with.
pub struct Embedder {
    /// How the model is called in answers.
    pub name: String,
    /// From where on its similarities say something.
    pub thresholds: Thresholds,
    files: String,
    tokens: Tokens,
    table: Table,
}

impl Embedder {
    /// Makes a model of its files. It is called by the `name` of its configuration, else by `folder`, the name of the
    /// folder that it came from.
    ///
    /// # Errors
    /// When a file is broken, or the files do not fit each other.
    pub fn new(files: ModelFiles, folder: &str, thresholds: Thresholds) -> Result<Self, Unfit> {
        let own_name = name_in(&files.config)?;
        let mark = digest([&files.tensors, &files.tokenizer, &files.config]);
        let tokens = Tokens::read(&files.tokenizer)?;
        let table = Table::read(files.tensors, tokens.count())?;
        Ok(Self { name: own_name.unwrap_or_else(|| shown(folder)), thresholds, files: mark, tokens, table })
    }

    /// The mark of this model in all that shows in answers: its files, its name and its thresholds.
    #[must_use]
    pub fn digest(&self) -> String {
        digest([self.files.as_str(), &self.name, &format!("{:?}", self.thresholds)])
    }

    /// How alike two texts are, -1 to 1: the cosine of their vectors. Nothing when the model knows less than half of the
    /// tokens of one of them, or the vectors point nowhere.
    #[must_use]
    pub fn similarity(&self, a: &str, b: &str) -> Option<f64> {
        let (a, b) = (self.vector(a)?, self.vector(b)?);
        let product = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| x * y).sum::<f64>();
        let lengths = product(&a, &a).sqrt() * product(&b, &b).sqrt();
        (lengths > 0.0).then(|| (product(&a, &b) / lengths).clamp(-1.0, 1.0))
    }

    /// The sum of the vectors of a text's tokens; it points where their mean points.
    fn vector(&self, text: &str) -> Option<Vec<f64>> {
        let tokens = self.tokens.of(text)?;
        let known: Vec<usize> = tokens.iter().copied().flatten().collect();
        if known.is_empty() || known.len() * 2 < tokens.len() {
            return None;
        }
        let mut sum = vec![0.0; self.table.width()];
        for token in known {
            self.table.add(token, &mut sum);
        }
        Some(sum)
    }
}

impl fmt::Debug for Embedder {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Embedder")
            .field("name", &self.name)
            .field("thresholds", &self.thresholds)
            .finish_non_exhaustive()
    }
}

/// The name that a configuration gives the model, if it gives one. The similarity is a cosine, so whether vectors are
/// normalized makes no difference; what is said of it must still be yes or no.
fn name_in(config: &[u8]) -> Result<Option<String>, Unfit> {
    let config: Value = serde_json::from_slice(config).map_err(|error| Unfit::no_json(CONFIG, &error))?;
    let Some(members) = config.as_object() else { return Err(Unfit::no_object(CONFIG)) };
    match members.get(NORMALIZE) {
        None | Some(Value::Null | Value::Bool(_)) => {}
        Some(_) => return Err(Unfit::faulty_normalize()),
    }
    Ok(members.get("name").and_then(Value::as_str).map(shown).filter(|name| !name.is_empty()))
}

/// A name fit to be shown in one line.
fn shown(name: &str) -> String {
    let plain: String = name.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST_NAME).collect()
}
