// SPDX-License-Identifier: EUPL-1.2
//! Picks up edits: looks at the folder every second, and when asked, and builds off the request threads.
//!
//! Watching by the file system misses changes on network mounts and fires in bursts; a look at names, sizes and times
//! misses nothing, and costs little enough when it waits longer the longer it takes.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use crate::publication::build::Texts;
use crate::publication::past::remember;
use crate::publication::{BuildError, Places, Publication, Shelf, Trouble};
use crate::source::stamp;

/// The time between two looks.
const PERIOD: Duration = Duration::from_secs(1);

/// A look takes at most this part of the time.
const SHARE: u32 = 100;

/// Watches until it is dropped. A build that is under way then is left to itself, so that stopping never waits for it.
pub struct Reloader {
    wake: Sender<()>,
}

impl Reloader {
    /// A sender that asks for a look now.
    #[must_use]
    pub fn waker(&self) -> Sender<()> {
        self.wake.clone()
    }
}

/// Starts watching the places of the publication on the shelf, and reading its past. `seen` is the [`stamp`] of the glossary folder from
/// before that publication was built, so that an edit made meanwhile is not missed.
///
/// # Errors
/// When the system gives no threads.
pub fn watch(shelf: Arc<Shelf>, places: Places, seen: Option<u64>) -> std::io::Result<Reloader> {
    let (wake, asked) = channel();
    let historian = remember(Arc::clone(&shelf), places.clone())?;
    let looker = Looker { shelf, places, historian, seen, last: seen };
    std::thread::Builder::new().name("reload".to_owned()).spawn(move || looker.run(&asked))?;
    Ok(Reloader { wake })
}

struct Looker {
    shelf: Arc<Shelf>,
    places: Places,
    /// Asks for a look at the history.
    historian: Sender<()>,
    /// What the folder looked like when it was last read.
    seen: Option<u64>,
    /// What the folder looked like at the last look. It is read when it looks the same twice: then nobody is writing.
    last: Option<u64>,
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
            let settled = now != self.seen && now == self.last;
            if forced || settled {
                self.seen = now;
                self.reload_safely();
                // Without a historian the history that is known stays.
                let _ = self.historian.send(());
            }
            self.last = now;
        }
    }

    /// Reloads; a fault of the program itself leaves the last good revision too, and is told.
    fn reload_safely(&self) {
        if catch_unwind(AssertUnwindSafe(|| self.reload())).is_err() {
            let message = "Het programma liep vast op de laatste wijziging; de vorige versie blijft staan.".to_owned();
            self.shelf.report(Trouble { message, findings: Vec::new() });
        }
    }

    fn reload(&self) {
        refresh(&self.shelf, &self.places);
    }
}

/// Looks once: puts what the places hold now on the shelf. When that does not serve, what stood there stays, and the shelf
/// tells why.
pub fn refresh(shelf: &Shelf, places: &Places) {
    match rebuild(shelf, places) {
        Ok(Some(publication)) => {
            let terms = publication.glossary.terms.len();
            tracing::info!(revision = publication.revision, terms, "a new revision serves");
            shelf.put(publication);
        }
        Ok(None) => shelf.settle(),
        Err(error) => {
            let trouble = Trouble::from(&error);
            tracing::warn!(findings = trouble.findings.len(), "the latest edit does not serve: {}", trouble.message);
            for finding in &trouble.findings {
                let (code, file, line) = (finding.code, &finding.file, finding.line);
                tracing::warn!(code, file, line, "{}", finding.message);
            }
            shelf.report(trouble);
        }
    }
}

/// A publication of the texts as they are now; nothing when those are the ones that serve.
fn rebuild(shelf: &Shelf, places: &Places) -> Result<Option<Publication>, BuildError> {
    let current = shelf.current();
    let embedder = current.embedder.clone();
    let texts = Texts::read(&places.glossary, embedder.as_deref())?;
    if texts.found.is_empty() && texts.revision == current.revision {
        return Ok(None);
    }
    Publication::of_texts(texts, places, embedder).map(Some)
}
