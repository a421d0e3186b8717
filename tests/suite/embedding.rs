// SPDX-License-Identifier: EUPL-1.2
//! A model of word vectors: what it measures, and that files which do not fit are refused with what to do.

use safetensors::tensor::Dtype;
use serde_json::{Value, json};
use taalbrug::embedding::{Embedder, ModelFiles};

use crate::tiny_model::{self, NAME, Tensor, around, bytes, embedder, embeddings, files, safetensors};

fn tiny() -> Embedder {
    embedder(files()).expect("the model of the tests")
}

fn with_tensors(tensors: &[Tensor]) -> ModelFiles {
    ModelFiles { tensors: safetensors(tensors), ..files() }
}

fn with_tokenizer(tokenizer: &Value) -> ModelFiles {
    ModelFiles { tokenizer: tokenizer.to_string().into_bytes(), ..files() }
}

#[test]
fn texts_of_one_theme_are_near_and_of_two_far() {
    let model = tiny();
    let near = model.similarity("Praten over zorgen bij een gezin.", "Gesprek met het huishouden.");
    let far = model.similarity("Praten over zorgen bij een gezin.", "Straf van de rechter voor diefstal.");
    assert!(near.is_some_and(|near| near > 0.99), "{near:?}");
    assert!(far.is_some_and(|far| far.abs() < 0.01), "{far:?}");
    assert_eq!(model.similarity("Een boete.", "Steun."), model.similarity("Steun.", "Een boete."));
}

#[test]
fn there_is_no_figure_for_texts_that_the_model_does_not_know() {
    let model = tiny();
    for text in ["", "...!?", "xqzvb", "gesprek xqzvb qvbzx", "\u{0}\u{feff}\u{1f468}"] {
        assert_eq!(model.similarity("gesprek", text), None, "{text:?}");
    }
    assert!(model.similarity("gesprek", "gesprek xqzvb").is_some());
    assert!(model.similarity("gesprek", &"gesprek ".repeat(10_000)).is_some_and(|alike| alike > 0.99));
}

#[test]
fn other_kinds_of_numbers_measure_the_same() {
    // Each number of the model with how it lies as F16 and as hundredths.
    let other = |number: f32| match number {
        1.0 => (0x3c00_u16, 100_u8),
        0.01 => (0x211f, 1),
        0.5 => (0x3800, 50),
        _ => (0, 0),
    };
    let numbers: Vec<f32> = tiny_model::rows().iter().flat_map(|(_, vector)| *vector).collect();
    let shape = embeddings().2;
    let of_f16 = numbers.iter().flat_map(|&number| other(number).0.to_le_bytes()).collect();
    let of_i8 = numbers.iter().map(|&number| other(number).1).collect();
    for tensor in [("embeddings", Dtype::F16, shape.clone(), of_f16), ("embeddings", Dtype::I8, shape, of_i8)] {
        let kind = tensor.1;
        let model = embedder(with_tensors(&[tensor])).expect("a model");
        for (a, b) in [("gesprek over straf", "gesprek"), ("boete", "steun, boete, straf"), ("de winkel", "het gezin")]
        {
            let difference = model.similarity(a, b).expect("a figure") - tiny().similarity(a, b).expect("a figure");
            assert!(difference.abs() < 1e-4, "{kind:?}: {a} | {b}: {difference}");
        }
    }
}

#[test]
fn weights_and_shared_rows_are_taken_into_account() {
    let count = tiny_model::rows().len();
    let index = |word| tiny_model::rows().iter().position(|(own, _)| *own == word).expect("a word");
    let mut weights = vec![1.0_f64; count];
    weights[index("straf")] = 0.0;
    let weights =
        ("weights", Dtype::F64, vec![count], weights.iter().flat_map(|weight| weight.to_le_bytes()).collect());
    let model = embedder(with_tensors(&[embeddings(), weights])).expect("a model with weights");
    assert!(model.similarity("gesprek straf", "gesprek").is_some_and(|alike| alike > 0.99));
    assert!(tiny().similarity("gesprek straf", "gesprek").is_some_and(|alike| alike < 0.8));

    let mut mapping = vec![0_i64; count];
    mapping[index("straf")] = 1;
    let mapping = ("mapping", Dtype::I64, vec![count], mapping.iter().flat_map(|row| row.to_le_bytes()).collect());
    let two_rows = ("embeddings", Dtype::F32, vec![2, 2], bytes(&[1.0, 0.0, 0.0, 1.0]));
    let model = embedder(with_tensors(&[two_rows, mapping])).expect("a model with a mapping");
    assert_eq!(model.similarity("straf", "gesprek"), Some(0.0));
    assert_eq!(model.similarity("gesprek", "boete"), Some(1.0));
}

#[test]
fn tokenizers_that_cut_words_work_too() {
    let word_piece = around(&json!({
        "type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100,
        "vocab": { "[UNK]": 0, "gesprek": 1, "##ken": 2, "straf": 3, "woord": 4 },
    }));
    let mut unigram = around(&json!({
        "type": "Unigram", "unk_id": 0, "byte_fallback": false,
        "vocab": [["<unk>", 0.0], ["▁gesprek", -1.0], ["ken", -2.0], ["▁straf", -1.0], ["▁woord", -1.0]],
    }));
    unigram["pre_tokenizer"] =
        json!({ "type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": true });
    let vectors = ("embeddings", Dtype::F32, vec![5, 2], bytes(&[9.0, 9.0, 1.0, 0.0, 0.0, 1.0, 0.0, 1.0, 1.0, 1.0]));
    for tokenizer in [word_piece, unigram] {
        let files = ModelFiles { tensors: safetensors(std::slice::from_ref(&vectors)), ..with_tokenizer(&tokenizer) };
        let model = embedder(files).unwrap_or_else(|error| panic!("{error}"));
        let similarity = model.similarity("gesprekken", "straf").expect("a figure");
        assert!((similarity - 0.5_f64.sqrt()).abs() < 1e-9, "{tokenizer}: {similarity}");
        assert_eq!(model.similarity("gesprek", "qvbz"), None, "what is unknown does not count: {tokenizer}");
    }
}

#[test]
fn a_model_is_called_by_its_own_name_else_by_its_folder() {
    let named = |config: Value| {
        let files = ModelFiles { config: config.to_string().into_bytes(), ..files() };
        embedder(files).map(|model| model.name).map_err(|error| error.to_string())
    };
    assert_eq!(named(json!({ "name": NAME })).as_deref(), Ok(NAME));
    assert_eq!(named(json!({ "name": "a\n\u{1b}[31mb " })).as_deref(), Ok("a [31mb"));
    for config in [json!({}), json!({ "name": "", "normalize": false }), json!({ "name": 1, "tokenizer_name": "/a/b" })]
    {
        assert_eq!(named(config).as_deref(), Ok("map"));
    }
    assert!(named(json!({ "normalize": "ja" })).is_err_and(|told| told.contains("‘normalize’ hoort true of false")));
    assert!(named(json!([])).is_err_and(|told| told.starts_with("config.json: dit hoort een JSON-object te zijn")));
}

#[test]
fn the_mark_of_a_model_changes_with_its_files_its_name_and_its_thresholds() {
    let mut marks = vec![tiny().digest()];
    let mut other = tiny();
    other.thresholds.same_from = Some(0.9);
    marks.push(other.digest());
    let mut other = tiny();
    "anders".clone_into(&mut other.name);
    marks.push(other.digest());
    marks.push(embedder(ModelFiles { config: b"{}".to_vec(), ..files() }).expect("a model").digest());
    assert_eq!(tiny().digest(), marks[0]);
    marks.sort();
    marks.dedup();
    assert_eq!(marks.len(), 4);
}

/// A tokenizer on which the library that reads it fails hard.
pub fn failing_hard() -> Value {
    let mut tokenizer = tiny_model::tokenizer();
    tokenizer["normalizer"] = json!({ "type": "Precompiled", "precompiled_charsmap": "AAAA" });
    tokenizer
}

/// Files that do not fit, and a part of what is told of each.
fn unfit() -> Vec<(ModelFiles, &'static str)> {
    let count = tiny_model::rows().len();
    let sound = files();
    let table = |shape: Vec<usize>, numbers: &[f32]| with_tensors(&[("embeddings", Dtype::F32, shape, bytes(numbers))]);
    let beside = |tensor: Tensor| with_tensors(&[embeddings(), tensor]);
    let mut not_a_number = vec![0.0; count * 3];
    not_a_number[7] = f32::NAN;
    let mut infinite = vec![0.0; count * 3];
    infinite[count * 3 - 1] = f32::INFINITY;
    let zeros = |kind, bytes: usize| ("mapping", kind, vec![count], vec![0; count * bytes]);
    let bad_row: Vec<u8> = (0..count).flat_map(|_| (-1_i64).to_le_bytes()).collect();
    let cut = sound.tensors[..sound.tensors.len() - 1].to_vec();
    let raw = |tensors: &[u8]| ModelFiles { tensors: tensors.to_vec(), ..files() };
    let text = |tokenizer: &str| ModelFiles { tokenizer: tokenizer.as_bytes().to_vec(), ..files() };
    vec![
        (raw(&cut), "model.safetensors: dit bestand is afgebroken of beschadigd"),
        (raw(&sound.tensors[..20]), "dit bestand is afgebroken of beschadigd"),
        (raw(b""), "dit bestand is afgebroken of beschadigd"),
        (raw(&[0xff; 64]), "dit bestand is afgebroken of beschadigd"),
        (with_tensors(&[("vectors", Dtype::F32, vec![1, 1], bytes(&[1.0]))]), "hierin ontbreekt ‘embeddings’"),
        (table(vec![3], &[1.0; 3]), "heeft de vorm [3]"),
        (table(vec![0, 3], &[]), "heeft de vorm [0, 3]"),
        (table(vec![count, 0], &[]), "een tabel met een rij per woorddeel"),
        (table(vec![2, 3], &[1.0; 6]), "‘embeddings’ heeft 2 rijen, en tokenizer.json kent 38 woorddelen"),
        (
            table(vec![count, 3], &not_a_number),
            "‘embeddings’ heeft in rij 3 een waarde die geen getal is (NaN of oneindig)",
        ),
        (table(vec![count, 3], &infinite), "‘embeddings’ heeft in rij 38 een waarde die geen getal is"),
        (with_tensors(&[("embeddings", Dtype::BF16, vec![count, 1], vec![0; count * 2])]), "de soort BF16"),
        (with_tensors(&[("embeddings", Dtype::F64, vec![count, 1], vec![0; count * 8])]), "de soort F64"),
        (beside(("weights", Dtype::F32, vec![1], bytes(&[1.0]))), "‘weights’ heeft 1 rijen"),
        (beside(("weights", Dtype::F32, vec![1, 1], bytes(&[1.0]))), "‘weights’ hoort een lijst"),
        (beside(("weights", Dtype::F64, vec![count], vec![0xff; count * 8])), "‘weights’ heeft in rij 1 een waarde"),
        (beside(zeros(Dtype::U8, 1)), "‘mapping’ heeft getallen van de soort U8"),
        (beside(("mapping", Dtype::I64, vec![count], bad_row)), "‘mapping’ wijst bij woorddeel 0 naar rij -1"),
        (text(""), "tokenizer.json: dit is geen geldige JSON: kijk bij regel 1"),
        (text("{\n  \"model\": "), "kijk bij regel 2"),
        (text("[1]"), "tokenizer.json: dit is geen tokenizer"),
        (text("{}"), "tokenizer.json: dit is geen tokenizer"),
        (with_tokenizer(&around(&json!({ "type": "Onbekend", "vocab": {} }))), "dit is geen tokenizer"),
        (
            with_tokenizer(&around(&json!({ "type": "WordLevel", "vocab": {}, "unk_token": "x" }))),
            "dit is geen tokenizer",
        ),
        (with_tokenizer(&failing_hard()), "dit is geen tokenizer"),
        (
            with_tokenizer(&around(&json!({ "type": "BPE", "dropout": 0.1, "vocab": {}, "merges": [] }))),
            "dit is geen tokenizer",
        ),
        (ModelFiles { config: b"{".to_vec(), ..files() }, "config.json: dit is geen geldige JSON: kijk bij regel 1"),
    ]
}

#[test]
fn files_that_do_not_fit_are_refused_with_what_is_wrong() {
    for (files, part) in unfit() {
        let told = embedder(files).map(|model| model.name).expect_err(part).to_string();
        assert!(told.contains(part), "{part} is not in {told}");
        assert!(told.ends_with('.') && told.matches(". ").count() >= 1, "how to mend it is missing: {told}");
    }
}
