// SPDX-License-Identifier: EUPL-1.2
//! The index of a library: built in memory, kept in an index folder, and read from one.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::Mutex;

use tantivy::Index;
use tantivy::directory::{Directory, RamDirectory};

use crate::language::Lexicon;
use crate::search::entry::Entry;
use crate::search::library::Library;
use crate::search::lists::Lists;
use crate::search::schema::Schema;
use crate::search::standing::Standing;
use crate::search::{Parts, SearchIndex, indexer};

/// The lists of an index folder: the words of each term, what is known of all words, and in which fields each stands.
const ENTRIES: &str = "entries";
const WORDS: &str = "words";
const STANDING: &str = "standing";

/// Files of an index that Tantivy does not list among its own.
const FIXED: [&str; 2] = ["meta.json", ".managed.json"];

/// Why there is no index at all.
#[derive(Debug)]
pub struct StoreError(tantivy::TantivyError);

impl fmt::Display for StoreError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "de zoekindex is niet te maken: {}", self.0)
    }
}

impl std::error::Error for StoreError {}

/// The files of a new index, in memory.
pub struct Postings {
    memory: RamDirectory,
    index: Index,
}

impl SearchIndex {
    /// Builds the index of a library.
    ///
    /// # Errors
    /// When Tantivy fails.
    pub fn build(library: Library) -> Result<(Self, Postings), StoreError> {
        let schema = Schema::new();
        let memory = RamDirectory::create();
        let index = indexer::build(&library, &schema, memory.clone()).map_err(StoreError)?;
        let lists = Lists::open(&index).map_err(StoreError)?;
        let standing = Standing::of(&library, &lists).map_err(StoreError)?;
        Ok((Self { library, lists, standing, schema, tallies: Mutex::default() }, Postings { memory, index }))
    }

    /// Writes the library and the files of its index.
    ///
    /// # Errors
    /// When something cannot be written.
    pub fn write(&self, postings: &Postings, parts: &Parts) -> io::Result<()> {
        for path in postings.index.directory().list_managed_files().into_iter().chain(FIXED.map(PathBuf::from)) {
            if let Ok(file) = postings.memory.open_read(&path) {
                parts.write_raw(&path, file.read_bytes()?.as_slice())?;
            }
        }
        parts.write(ENTRIES, &self.library.entries)?;
        parts.write(WORDS, &[&self.library])?;
        parts.write(STANDING, &[&self.standing])
    }

    /// Reads what was written, if it is whole and holds a document for every term.
    #[must_use]
    pub fn read(parts: &Parts, lexicon: Lexicon) -> Option<Self> {
        let schema = Schema::new();
        let entries: Vec<Entry> = parts.read(ENTRIES)?;
        let mut library: Library = parts.read_one(WORDS)?;
        (library.entries, library.lexicon) = (entries, lexicon);
        let memory = RamDirectory::create();
        for (name, bytes) in parts.raw()? {
            memory.atomic_write(&name, &bytes?).ok()?;
        }
        let index = Index::open(memory).ok()?;
        let segments = index.searchable_segment_metas().ok()?;
        let documents: usize = segments.iter().map(|segment| segment.num_docs() as usize).sum();
        let fits = index.schema() == schema.tantivy
            && segments.len() <= 1
            && documents == library.entries.len()
            && index.validate_checksum().is_ok_and(|damaged| damaged.is_empty());
        let lists = Lists::open(&index).ok().filter(|_| fits)?;
        let standing = parts.read_one(STANDING)?;
        Some(Self { library, lists, standing, schema, tallies: Mutex::default() })
    }

    /// The number of terms.
    #[must_use]
    pub fn terms(&self) -> usize {
        self.library.entries.len()
    }
}
