// SPDX-License-Identifier: EUPL-1.2
//! The folder of a generated glossary with its queries; made once, and again when the generator or the word lists change.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::glossary::{Words, generate};

/// What decides over the bytes of a glossary, beside the word lists, size and seed.
const GENERATOR: &[&str] = &[
    include_str!("glossary/files.rs"),
    include_str!("glossary/mod.rs"),
    include_str!("glossary/queries.rs"),
    include_str!("glossary/random.rs"),
    include_str!("glossary/terms.rs"),
    include_str!("glossary/words.rs"),
];

/// A glossary on disk.
pub struct Folder {
    pub glossary: PathBuf,
    pub log: Vec<Logged>,
}

/// A query of the log.
#[derive(Deserialize)]
pub struct Logged {
    pub kind: String,
    pub q: String,
    pub expect: Vec<String>,
}

impl Folder {
    /// The glossary of a size and seed below a root, made when it is not there yet. Word lists come from a folder.
    pub fn make(root: &Path, lexicon: &Path, (size, seed): (usize, u64), queries: usize) -> io::Result<Self> {
        let lists = lists(lexicon)?;
        let parts = GENERATOR.iter().copied().chain(lists.iter().map(|(_, text)| text.as_str()));
        let folder = root.join(format!("{size}-{seed}-{queries}-{:016x}", mark(parts)));
        let (glossary, log) = (folder.join("glossary"), folder.join("queries.jsonl"));
        if !log.exists() {
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(glossary.join("terms"))?;
            fs::create_dir_all(glossary.join("lexicon"))?;
            for (name, text) in &lists {
                fs::write(glossary.join("lexicon").join(name), text)?;
            }
            let words = Words::read(lexicon, seed)?;
            let queries = generate(&words, (size, seed), queries, |path, text| fs::write(glossary.join(path), text))?;
            let mut file = fs::File::create(folder.join("queries.part"))?;
            file.write_all(queries.iter().map(crate::glossary::Query::line).collect::<String>().as_bytes())?;
            // The log comes last: where it stands, the folder is whole.
            fs::rename(folder.join("queries.part"), &log)?;
        }
        let parse = |line: &str| serde_json::from_str(line).map_err(io::Error::other);
        let log = fs::read_to_string(log)?.lines().map(parse).collect::<io::Result<_>>()?;
        Ok(Self { glossary, log })
    }
}

/// The word lists of the project, by name and text.
fn lists(lexicon: &Path) -> io::Result<Vec<(String, String)>> {
    let mut lists = Vec::new();
    for entry in fs::read_dir(lexicon)? {
        let entry = entry?;
        lists.push((entry.file_name().to_string_lossy().into_owned(), fs::read_to_string(entry.path())?));
    }
    lists.sort();
    Ok(lists)
}

/// A number for texts (FNV-1a).
fn mark<'a>(texts: impl Iterator<Item = &'a str>) -> u64 {
    let mix = |mark: u64, byte: u8| (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    texts.flat_map(str::bytes).fold(0xcbf2_9ce4_8422_2325, mix)
}
