// SPDX-License-Identifier: EUPL-1.2
//! A folder with a model of word vectors: its files are read, each up to a size, and nothing is fetched.
#![allow(clippy::disallowed_methods, reason = "this is where the files of a model are read")]

use std::fmt;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::diagnostic::reason;
use crate::embedding::{Embedder, ModelFiles, Thresholds, Unfit};
use crate::language::nearest;
use crate::source::config::{ConfigError, ConfigOption, read_config};

/// A file of a model, and the most bytes that are read of it: room for the largest known, four times over.
struct Part {
    name: &'static str,
    most: u64,
}

const TENSORS: Part = Part { name: "model.safetensors", most: 2_000_000_000 };
const TOKENIZER: Part = Part { name: "tokenizer.json", most: 100_000_000 };
const CONFIG: Part = Part { name: "config.json", most: 1_000_000 };

/// Where whoever brings the model says from where on its figures mean something; it may be absent.
const THRESHOLDS: &str = "taalbrug.toml";

/// How a file begins that Git LFS left in the place of the real one.
const POINTER: &[u8] = b"version https://git-lfs";

/// Why a model cannot be used.
#[derive(Debug)]
pub enum EmbedderError {
    /// Something about its files: where, what is wrong, and how to mend it.
    Unusable(PathBuf, String, &'static str),
    /// Its thresholds.
    Thresholds(ConfigError),
}

impl fmt::Display for EmbedderError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unusable(path, wrong, mend) => {
                write!(out, "het taalmodel is niet te gebruiken: {}: {wrong}. {mend}", path.display())
            }
            Self::Thresholds(cause) => write!(out, "{cause}"),
        }
    }
}

impl std::error::Error for EmbedderError {}

/// Reads the model of a folder, with its thresholds if it has them.
///
/// # Errors
/// When the folder or a file is missing or too large, or the files are no model that works here.
pub fn load_embedder(folder: &Path) -> Result<Embedder, EmbedderError> {
    let no_folder = |wrong: String| {
        EmbedderError::Unusable(folder.to_owned(), wrong, "Geef bij --model de map waarin het taalmodel staat.")
    };
    let data = std::fs::metadata(folder).map_err(|cause| no_folder(format!("de map {}", reason(&cause))))?;
    if !data.is_dir() {
        return Err(no_folder("dit is geen map".to_owned()));
    }
    let files = ModelFiles {
        config: read(folder, &CONFIG)?,
        tokenizer: read(folder, &TOKENIZER)?,
        tensors: read(folder, &TENSORS)?,
    };
    let unfit = |Unfit { file, wrong, mend }| EmbedderError::Unusable(folder.join(file), wrong, mend);
    Embedder::new(files, &name_of(folder), thresholds(&folder.join(THRESHOLDS))?).map_err(unfit)
}

/// The name of a folder itself, also when it was given as `.`; never the way to it.
fn name_of(folder: &Path) -> String {
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    whole.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The bytes of a plain file of a sensible size.
fn read(folder: &Path, part: &Part) -> Result<Vec<u8>, EmbedderError> {
    let path = folder.join(part.name);
    let unusable = |wrong: String, mend| EmbedderError::Unusable(path.clone(), wrong, mend);
    let unreadable = |cause: io::Error| {
        let mend = "Zet in deze map model.safetensors, tokenizer.json en config.json, en geef er leesrechten op.";
        unusable(format!("dit bestand is niet te lezen ({})", reason(&cause)), mend)
    };
    let data = std::fs::metadata(&path).map_err(unreadable)?;
    if !data.is_file() {
        return Err(unusable("dit is geen gewoon bestand".to_owned(), "Zet hier het bestand van het taalmodel."));
    }
    if data.len() > part.most {
        let wrong = format!("dit bestand is te groot: {} bytes, en {} is het meeste", data.len(), part.most);
        return Err(unusable(wrong, "Kies een kleiner taalmodel."));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(data.len()).unwrap_or_default());
    std::fs::File::open(&path).and_then(|file| file.take(part.most).read_to_end(&mut bytes)).map_err(unreadable)?;
    if bytes.starts_with(POINTER) {
        let wrong = "hier staat een verwijzing van Git LFS in de plaats van het bestand".to_owned();
        return Err(unusable(wrong, "Haal het bestand zelf op, met git lfs pull."));
    }
    Ok(bytes)
}

/// The thresholds that a file tells; none when there is no file.
fn thresholds(path: &Path) -> Result<Thresholds, EmbedderError> {
    if !path.exists() {
        return Ok(Thresholds::default());
    }
    let mut found = Thresholds::default();
    for option in read_config(path).map_err(EmbedderError::Thresholds)? {
        let faulty = |wrong| {
            let place = (path.to_owned(), option.line);
            EmbedderError::Thresholds(ConfigError::Faulty(place.0, place.1, wrong))
        };
        let place = match option.name.as_str() {
            "same_from" => &mut found.same_from,
            "other_below" => &mut found.other_below,
            name => {
                let near = nearest(name, ["same_from", "other_below"]);
                let mend = near.map_or_else(String::new, |near| format!(" Bedoelt u ‘{near}’?"));
                return Err(faulty(format!("‘{name}’ is hier geen instelling.{mend}")));
            }
        };
        *place = Some(similarity(&option).ok_or_else(|| {
            faulty(format!("‘{}’ hoort een getal te zijn van -1 tot en met 1, zoals 0.85", option.name))
        })?);
    }
    match (found.same_from, found.other_below) {
        (Some(same), Some(other)) if other > same => {
            let wrong = format!("other_below ({other}) ligt boven same_from ({same}). Zet other_below lager.");
            Err(EmbedderError::Thresholds(ConfigError::Faulty(path.to_owned(), 1, wrong)))
        }
        _ => Ok(found),
    }
}

/// A figure that a similarity can have.
fn similarity(option: &ConfigOption) -> Option<f64> {
    option.value.replace('_', "").parse().ok().filter(|figure| (-1.0..=1.0).contains(figure))
}
