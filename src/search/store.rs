//! Index folders: one per revision, never changed once complete, built again when missing, damaged or of another
//! format. Without a place to write, the index lives in memory.
#![allow(clippy::disallowed_methods, reason = "this is where index folders are kept")]

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    Directory, DirectoryLock, FileHandle, Lock, MmapDirectory, RamDirectory, WatchCallback, WatchHandle, WritePtr,
};
use tantivy::{Index, ReloadPolicy};

use crate::search::library::Library;
use crate::search::schema::{FORMAT, Schema};
use crate::search::suggest::Names;
use crate::search::{SearchIndex, indexer};

/// The file in an index folder that says which format it has; written last.
const SEAL: &str = "taalbrug-format";

/// The beginning of the name of a folder that is being built.
const BUILDING: &str = ".building-";

/// A folder that was being built longer ago than this was left behind by a program that died.
const LEFT_BEHIND: Duration = Duration::from_hours(1);

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
    /// Opens the index of a revision under `root`, or builds it there, or in memory if it cannot be written.
    ///
    /// # Errors
    /// When it cannot be built in memory either.
    pub fn open_or_build(library: Library, revision: &str, root: Option<&Path>) -> Result<(Self, Opening), StoreError> {
        let schema = Schema::new();
        let library = Arc::new(library);
        let kept = root.map(|root| keep(&library, &schema, &root.join(revision)));
        let (index, opening) = match kept {
            Some(Ok(done)) => done,
            Some(Err(cause)) => (in_memory(&library, &schema)?, Opening::InMemory(cause.to_string())),
            None => (in_memory(&library, &schema)?, Opening::InMemory("zo gevraagd".to_owned())),
        };
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().map_err(StoreError)?;
        let names = Names::new(&library);
        Ok((Self { searcher: reader.searcher(), library, schema, names }, opening))
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
            // Whoever still has it open keeps its files; what cannot be removed now is removed next time.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

fn in_memory(library: &Library, schema: &Schema) -> Result<Index, StoreError> {
    indexer::build(library, schema, RamDirectory::create()).map_err(StoreError)
}

/// Opens the folder if it fits; else builds it beside and puts it in place.
fn keep(library: &Library, schema: &Schema, folder: &Path) -> Result<(Index, Opening), Box<dyn std::error::Error>> {
    let root = folder.parent().unwrap_or(folder);
    let revision = folder.file_name().unwrap_or_default().to_string_lossy();
    if let Some(index) = open(library, schema, folder) {
        remove_others(root, &revision);
        return Ok((index, Opening::Opened));
    }
    std::fs::create_dir_all(root)?;
    let building = Building::new(root)?;
    indexer::build(library, schema, MmapDirectory::open(&building.0)?)?;
    seal(&building.0)?;
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    // Another program may have put the same folder in place meanwhile; then that one serves.
    let placed = std::fs::rename(&building.0, folder);
    match (open(library, schema, folder), placed) {
        (Some(index), _) => {
            remove_others(root, &revision);
            Ok((index, Opening::Built))
        }
        (None, Err(cause)) => Err(cause.into()),
        (None, Ok(())) => Err("de index is geschreven, maar niet terug te lezen".into()),
    }
}

/// Says that a folder is complete. Tantivy writes files that only their owner may read; the seal is written as the
/// system is set up, and its rights are given to all, so that another user may serve the index.
fn seal(folder: &Path) -> io::Result<()> {
    let seal = folder.join(SEAL);
    std::fs::write(&seal, FORMAT.to_string())?;
    let rights = std::fs::metadata(&seal)?.permissions();
    for entry in std::fs::read_dir(folder)? {
        std::fs::set_permissions(entry?.path(), rights.clone())?;
    }
    Ok(())
}

/// A folder in which an index is being built; removed again unless it was put in place.
struct Building(PathBuf);

impl Building {
    fn new(root: &Path) -> io::Result<Self> {
        for attempt in 0..1000 {
            let folder = root.join(format!("{BUILDING}{}-{attempt}", std::process::id()));
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

/// The index in a folder, if it is whole and of this format and holds a document for every term.
fn open(library: &Library, schema: &Schema, folder: &Path) -> Option<Index> {
    let seal = std::fs::read_to_string(folder.join(SEAL)).ok()?;
    let index = Index::open(Sealed(MmapDirectory::open(folder).ok()?)).ok()?;
    let segments = index.searchable_segment_metas().ok()?;
    let documents: usize = segments.iter().map(|segment| segment.num_docs() as usize).sum();
    let fits = seal == FORMAT.to_string()
        && index.schema() == schema.tantivy
        && segments.len() <= 1
        && documents == library.entries.len()
        && index.validate_checksum().is_ok_and(|damaged| damaged.is_empty());
    fits.then_some(index)
}

/// A folder that is only read: nothing in it changes, so no lock is needed, and a read-only file system will do.
#[derive(Debug, Clone)]
struct Sealed(MmapDirectory);

impl Directory for Sealed {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        self.0.get_file_handle(path)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        Err(DeleteError::IoError { io_error: Arc::new(sealed()), filepath: path.to_owned() })
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.0.exists(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        Err(OpenWriteError::wrap_io_error(sealed(), path.to_owned()))
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.0.atomic_read(path)
    }

    fn atomic_write(&self, _: &Path, _: &[u8]) -> io::Result<()> {
        Err(sealed())
    }

    fn sync_directory(&self) -> io::Result<()> {
        Ok(())
    }

    fn acquire_lock(&self, _: &Lock) -> Result<DirectoryLock, LockError> {
        Ok(DirectoryLock::from(Box::new(())))
    }

    fn watch(&self, _: WatchCallback) -> tantivy::Result<WatchHandle> {
        Ok(WatchHandle::empty())
    }
}

fn sealed() -> io::Error {
    io::Error::new(io::ErrorKind::PermissionDenied, "an index folder is only read")
}
