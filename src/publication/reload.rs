//! Picks up edits: looks at the folder every second, and when asked, and builds off the request threads.
//!
//! Watching by the file system misses changes on network mounts and fires in bursts; a look at names, sizes and times
//! misses nothing, and costs little enough when it waits longer the longer it takes.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::publication::{BuildError, Places, Publication, Shelf, Trouble};
use crate::source::{self, fingerprint, stamp};

/// The time between two looks.
const PERIOD: Duration = Duration::from_secs(1);

/// A look takes at most this part of the time.
const SHARE: u32 = 20;

/// Watches until it is dropped.
pub struct Reloader {
    wake: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Reloader {
    /// A sender that asks for a look now.
    #[must_use]
    pub fn waker(&self) -> Option<Sender<()>> {
        self.wake.clone()
    }
}

impl Drop for Reloader {
    fn drop(&mut self) {
        drop(self.wake.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Starts watching the places of the publication on the shelf. `seen` is the [`stamp`] of the glossary folder from
/// before that publication was built, so that an edit made meanwhile is not missed.
///
/// # Errors
/// When the system gives no thread.
pub fn watch(shelf: Arc<Shelf>, places: Places, seen: Option<u64>) -> std::io::Result<Reloader> {
    let (wake, asked) = channel();
    let looker = Looker { shelf, places, seen };
    let thread = std::thread::Builder::new().name("reload".to_owned()).spawn(move || looker.run(&asked))?;
    Ok(Reloader { wake: Some(wake), thread: Some(thread) })
}

struct Looker {
    shelf: Arc<Shelf>,
    places: Places,
    /// What the folder looked like when it was last read.
    seen: Option<u64>,
}

impl Looker {
    fn run(mut self, asked: &Receiver<()>) {
        let mut wait = PERIOD;
        loop {
            let forced = match asked.recv_timeout(wait) {
                Ok(()) => true,
                Err(RecvTimeoutError::Timeout) => false,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            let start = Instant::now();
            let now = stamp(&self.places.glossary);
            wait = PERIOD.max(start.elapsed() * SHARE);
            if forced || now != self.seen {
                self.seen = now;
                self.reload();
            }
        }
    }

    fn reload(&self) {
        match self.rebuild() {
            Ok(Some(publication)) => {
                let terms = publication.glossary.terms.len();
                tracing::info!(revision = publication.revision, terms, "a new revision serves");
                self.shelf.put(publication);
            }
            Ok(None) => self.shelf.settle(),
            Err(error) => {
                let trouble = Trouble::from(&error);
                tracing::warn!(
                    findings = trouble.findings.len(),
                    "the latest edit does not serve: {}",
                    trouble.message
                );
                for finding in &trouble.findings {
                    tracing::warn!(
                        code = finding.code,
                        file = finding.file,
                        line = finding.line,
                        "{}",
                        finding.message
                    );
                }
                self.shelf.report(trouble);
            }
        }
    }

    /// A publication of the texts as they are now; nothing when those are the ones that serve.
    fn rebuild(&self) -> Result<Option<Publication>, BuildError> {
        let (content, found) = source::load(&self.places.glossary).map_err(BuildError::Unreadable)?;
        if found.is_empty() && fingerprint(&content.files) == self.shelf.current().revision {
            return Ok(None);
        }
        Publication::of_content(content, found, self.places.index.as_deref()).map(Some)
    }
}
