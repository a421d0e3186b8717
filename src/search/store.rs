//! Index folders: one per revision and program, never changed once complete, built again when missing, damaged or of
//! another program. A folder is read into memory whole: what happens to its files later does not touch what serves.
//! Without a place to write, the index lives in memory alone.
#![allow(clippy::disallowed_methods, reason = "this is where index folders are kept")]

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use tantivy::Index;
use tantivy::directory::{Directory, RamDirectory};

use crate::diagnostic::reason;
use crate::search::library::Library;
use crate::search::lists::Lists;
use crate::search::schema::Schema;
use crate::search::standing::Standing;
use crate::search::{SearchIndex, indexer};

/// The file in an index folder that says which program made it of which revision; written last.
const SEAL: &str = "taalbrug-seal";

/// The beginning of the name of a folder that is being built.
const BUILDING: &str = ".building-";

/// A folder that was being built longer ago than this was left behind by a program that died.
const LEFT_BEHIND: Duration = Duration::from_hours(1);

/// The largest file of an index that is read, in bytes.
const LARGEST: u64 = 4_000_000_000;

/// How an index came to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// It was there and fits.
    Opened,
    /// It was built and written.
    Built,
    /// It was built in memory, because it could not be written: the reason.
    InMemory(String),
}

/// Why there is no index at all.
#[derive(Debug)]
pub struct StoreError(tantivy::TantivyError);

impl fmt::Display for StoreError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "de zoekindex is niet te maken: {}", self.0)
    }
}

impl std::error::Error for StoreError {}

impl SearchIndex {
    /// Opens the index of a revision under `root`, or builds it and keeps it there if that can be done.
    ///
    /// # Errors
    /// When it cannot be built.
    pub fn open_or_build(library: Library, revision: &str, root: Option<&Path>) -> Result<(Self, Opening), StoreError> {
        let schema = Schema::new();
        let kept = root.and_then(|root| open(&library, &schema, &root.join(revision)));
        let (index, opening) = match kept {
            Some(index) => (index, Opening::Opened),
            None => {
                let memory = RamDirectory::create();
                let index = indexer::build(&library, &schema, memory.clone()).map_err(StoreError)?;
                let opening = match root.map(|root| keep(&memory, &index, &root.join(revision))) {
                    Some(Ok(())) => Opening::Built,
                    Some(Err(cause)) => Opening::InMemory(reason(&cause)),
                    None => Opening::InMemory("zo gevraagd".to_owned()),
                };
                (index, opening)
            }
        };
        if let (Some(root), Opening::Opened | Opening::Built) = (root, &opening) {
            remove_others(root, revision);
        }
        let lists = Lists::open(&index).map_err(StoreError)?;
        let standing = Standing::of(&library, &lists).map_err(StoreError)?;
        Ok((Self { library, lists, standing, schema, tallies: Mutex::default() }, opening))
    }
}

/// Removes index folders under `root` other than the one of this revision.
fn remove_others(root: &Path, revision: &str) {
    let Ok(entries) = std::fs::read_dir(root) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let of_a_revision = name.len() == 16 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
        let age = entry
            .metadata()
            .and_then(|data| data.modified())
            .ok()
            .and_then(|then| SystemTime::now().duration_since(then).ok());
        let left_behind = name.starts_with(BUILDING) && age.is_some_and(|age| age > LEFT_BEHIND);
        if (of_a_revision && name != revision) || left_behind {
            // What cannot be removed now is removed next time.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// What the seal of a folder says: the program, by the mark of its sources, and the revision.
fn seal_of(folder: &Path) -> String {
    let revision = folder.file_name().unwrap_or_default().to_string_lossy();
    format!("{} {revision}", env!("TAALBRUG_BUILD"))
}

/// Writes an index beside its folder and puts it in place.
fn keep(memory: &RamDirectory, index: &Index, folder: &Path) -> io::Result<()> {
    let root = folder.parent().unwrap_or(folder);
    std::fs::create_dir_all(root)?;
    let building = Building::new(root)?;
    let fixed = ["meta.json", ".managed.json"].map(PathBuf::from);
    for path in index.directory().list_managed_files().into_iter().chain(fixed) {
        if let Ok(bytes) = memory.open_read(&path).map_err(io::Error::other).and_then(|file| file.read_bytes()) {
            std::fs::write(building.0.join(&path), bytes.as_slice())?;
        }
    }
    std::fs::write(building.0.join(SEAL), seal_of(folder))?;
    // What stands there is damaged or of another program. It is moved away first, so that nobody sees half of it.
    let aside = Building::new(root)?;
    let _ = std::fs::rename(folder, aside.0.join("old"));
    match std::fs::rename(&building.0, folder) {
        // Another program put the same folder in place meanwhile; that one is as good.
        Err(_) if read_file(&folder.join(SEAL)).is_some_and(|seal| seal == seal_of(folder).as_bytes()) => Ok(()),
        placed => placed,
    }
}

/// A folder in which an index is being written; removed again unless it was put in place.
struct Building(PathBuf);

impl Building {
    fn new(root: &Path) -> io::Result<Self> {
        // A name is used once, so that whoever removes its own folder never removes another's.
        static USED: AtomicUsize = AtomicUsize::new(0);
        for _ in 0..1000 {
            let number = USED.fetch_add(1, Ordering::Relaxed);
            let folder = root.join(format!("{BUILDING}{}-{number}", std::process::id()));
            match std::fs::create_dir(&folder) {
                Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => {}
                made => return made.map(|()| Self(folder)),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

impl Drop for Building {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The index in a folder, if it is whole, was made by this program of this revision, and holds a document for every
/// term.
fn open(library: &Library, schema: &Schema, folder: &Path) -> Option<Index> {
    if read_file(&folder.join(SEAL))? != seal_of(folder).as_bytes() {
        return None;
    }
    let memory = RamDirectory::create();
    for entry in std::fs::read_dir(folder).ok()?.flatten() {
        memory.atomic_write(Path::new(&entry.file_name()), &read_file(&entry.path())?).ok()?;
    }
    let index = Index::open(memory).ok()?;
    let segments = index.searchable_segment_metas().ok()?;
    let documents: usize = segments.iter().map(|segment| segment.num_docs() as usize).sum();
    let fits = index.schema() == schema.tantivy
        && segments.len() <= 1
        && documents == library.entries.len()
        && index.validate_checksum().is_ok_and(|damaged| damaged.is_empty());
    fits.then_some(index)
}

/// The bytes of a plain file; links and devices are none.
fn read_file(path: &Path) -> Option<Vec<u8>> {
    let data = std::fs::symlink_metadata(path).ok()?;
    if data.is_file() && data.len() <= LARGEST { std::fs::read(path).ok() } else { None }
}
