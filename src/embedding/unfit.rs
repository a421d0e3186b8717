// SPDX-License-Identifier: EUPL-1.2
//! Why the files of a model cannot be used: which file, what is wrong with it, and how to mend that.

use std::fmt;

/// The file with the table of vectors.
pub(super) const TENSORS: &str = "model.safetensors";
/// The file that says how a text is cut.
pub(super) const TOKENIZER: &str = "tokenizer.json";
/// The file in which the model tells of itself.
pub(super) const CONFIG: &str = "config.json";
/// The key that says whether vectors are made equally long.
pub(super) const NORMALIZE: &str = "normalize";

const COPY_AGAIN: &str = "Kopieer dit bestand opnieuw van de plek waar het taalmodel vandaan komt.";
const TAKE_BOTH: &str = "Neem model.safetensors en tokenizer.json van hetzelfde taalmodel.";
const TAKE_MODEL2VEC: &str = "Kies een taalmodel in de indeling van model2vec.";
const SAVE_AS: &str = "Sla het taalmodel op met getallen van de soort F32, F16 of I8.";

/// What is wrong with a file of a model, in Dutch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfit {
    /// The name of the file in its folder.
    pub file: &'static str,
    /// What is wrong.
    pub wrong: String,
    /// How to mend it.
    pub mend: &'static str,
}

impl fmt::Display for Unfit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}. {}", self.file, self.wrong, self.mend)
    }
}

impl std::error::Error for Unfit {}

impl Unfit {
    pub(super) fn no_json(file: &'static str, error: &serde_json::Error) -> Self {
        let wrong = format!("dit is geen geldige JSON: kijk bij regel {}, teken {}", error.line(), error.column());
        Self { file, wrong, mend: COPY_AGAIN }
    }

    pub(super) fn no_object(file: &'static str) -> Self {
        Self { file, wrong: "dit hoort een JSON-object te zijn".to_owned(), mend: COPY_AGAIN }
    }

    pub(super) fn faulty_normalize() -> Self {
        let wrong = format!("‘{NORMALIZE}’ hoort true of false te zijn");
        Self { file: CONFIG, wrong, mend: "Schrijf true of false, of haal de regel weg." }
    }

    pub(super) fn no_tokenizer() -> Self {
        let wrong = "dit is geen tokenizer, of een van een soort die hier niet werkt".to_owned();
        Self { file: TOKENIZER, wrong, mend: TAKE_MODEL2VEC }
    }

    pub(super) fn no_tensors() -> Self {
        let wrong = "dit bestand is afgebroken of beschadigd, of het is geen safetensors-bestand".to_owned();
        Self { file: TENSORS, wrong, mend: COPY_AGAIN }
    }

    pub(super) fn missing(tensor: &str) -> Self {
        Self { file: TENSORS, wrong: format!("hierin ontbreekt ‘{tensor}’"), mend: TAKE_MODEL2VEC }
    }

    pub(super) fn shape(tensor: &str, wanted: &str, found: &[usize]) -> Self {
        let wrong = format!("‘{tensor}’ hoort {wanted} te zijn, en heeft de vorm {found:?}");
        Self { file: TENSORS, wrong, mend: TAKE_MODEL2VEC }
    }

    pub(super) fn kind(tensor: &str, found: &str) -> Self {
        let wrong = format!("‘{tensor}’ heeft getallen van de soort {found}, en die werkt hier niet");
        Self { file: TENSORS, wrong, mend: SAVE_AS }
    }

    pub(super) fn no_number(tensor: &str, row: usize) -> Self {
        let wrong = format!("‘{tensor}’ heeft in rij {row} een waarde die geen getal is (NaN of oneindig)");
        Self { file: TENSORS, wrong, mend: COPY_AGAIN }
    }

    pub(super) fn rows(tensor: &str, rows: usize, tokens: usize) -> Self {
        let wrong = format!("‘{tensor}’ heeft {rows} rijen, en {TOKENIZER} kent {tokens} woorddelen");
        Self { file: TENSORS, wrong, mend: TAKE_BOTH }
    }

    pub(super) fn row(tensor: &str, token: usize, row: i64) -> Self {
        let wrong = format!("‘{tensor}’ wijst bij woorddeel {token} naar rij {row}, en die is er niet");
        Self { file: TENSORS, wrong, mend: COPY_AGAIN }
    }
}
