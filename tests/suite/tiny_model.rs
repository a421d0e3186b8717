// SPDX-License-Identifier: EUPL-1.2
//! A model of a handful of words in the layout of model2vec, made by the tests themselves: words of one theme point one
//! way.

use std::path::Path;

use safetensors::tensor::{Dtype, TensorView};
use serde_json::{Value, json};
use taalbrug::embedding::{Embedder, ModelFiles, Thresholds, Unfit};

use crate::support::Folder;

/// How the model calls itself.
pub const NAME: &str = "proefmodel";

/// The word for all that is not known.
pub const UNKNOWN: &str = "[UNK]";

/// Themes, each with the way it points and its words; the words of no theme hardly count.
const THEMES: &[([f32; 3], &[&str])] = &[
    (
        [1.0, 0.0, 0.0],
        &[
            "gesprek",
            "praten",
            "zorgen",
            "problemen",
            "gezin",
            "huishouden",
            "partner",
            "gegevens",
            "delen",
            "hulp",
            "steun",
            "ouders",
        ],
    ),
    ([0.0, 1.0, 0.0], &["boete", "straf", "winkel", "diefstal", "rechter"]),
    (
        [0.0, 0.0, 0.01],
        &[
            "de",
            "het",
            "een",
            "over",
            "bij",
            "rond",
            "met",
            "niet",
            "geen",
            "moet",
            "mag",
            "aan",
            "van",
            "voor",
            "na",
            "school",
            "politie",
            "toestemming",
            ".",
            ",",
        ],
    ),
];

/// The words in the order of their numbers, the unknown one first, each with its vector.
pub fn rows() -> Vec<(&'static str, [f32; 3])> {
    let of_theme =
        |(way, words): &(_, &'static [&'static str])| words.iter().map(|word| (*word, *way)).collect::<Vec<_>>();
    std::iter::once((UNKNOWN, [0.5; 3])).chain(THEMES.iter().flat_map(of_theme)).collect()
}

/// A tokenizer that takes whole words.
pub fn tokenizer() -> Value {
    let vocab: Value = rows()
        .iter()
        .enumerate()
        .map(|(id, (word, _))| ((*word).to_owned(), json!(id)))
        .collect::<serde_json::Map<_, _>>()
        .into();
    around(&json!({ "type": "WordLevel", "vocab": vocab, "unk_token": UNKNOWN }))
}

/// A tokenizer around a model, which cuts at spaces and marks.
pub fn around(model: &Value) -> Value {
    json!({
        "version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
        "normalizer": { "type": "Lowercase" }, "pre_tokenizer": { "type": "Whitespace" },
        "post_processor": null, "decoder": null, "model": model,
    })
}

/// A tensor: its name, the kind of its numbers, its shape, and its bytes.
pub type Tensor = (&'static str, Dtype, Vec<usize>, Vec<u8>);

/// The vectors of all words as one tensor.
pub fn embeddings() -> Tensor {
    let numbers: Vec<f32> = rows().iter().flat_map(|(_, vector)| *vector).collect();
    ("embeddings", Dtype::F32, vec![rows().len(), 3], bytes(&numbers))
}

/// Numbers as they lie in a file.
pub fn bytes(numbers: &[f32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

/// Tensors as a file.
pub fn safetensors(tensors: &[Tensor]) -> Vec<u8> {
    let views = tensors.iter().map(|(name, kind, shape, bytes)| {
        (*name, TensorView::new(*kind, shape.clone(), bytes).expect("bytes that fit the shape"))
    });
    safetensors::serialize(views, None).expect("a file")
}

/// The sound files of the model.
pub fn files() -> ModelFiles {
    ModelFiles {
        tensors: safetensors(&[embeddings()]),
        tokenizer: tokenizer().to_string().into_bytes(),
        config: json!({ "normalize": true, "name": NAME }).to_string().into_bytes(),
    }
}

/// A model of files, without thresholds.
pub fn embedder(files: ModelFiles) -> Result<Embedder, Unfit> {
    Embedder::new(files, "map", Thresholds::default())
}

/// A folder with the model.
pub fn folder() -> Folder {
    let folder = Folder::empty();
    let files = files();
    folder.write("model.safetensors", files.tensors);
    folder.write("tokenizer.json", files.tokenizer);
    folder.write("config.json", files.config);
    folder
}

/// A folder with the model and thresholds that fit it.
pub fn calibrated() -> Folder {
    let folder = folder();
    folder.write("taalbrug.toml", "same_from = 0.95\nother_below = 0.1\n");
    folder
}

/// A path as an argument.
pub fn argument(path: &Path) -> String {
    path.display().to_string()
}
