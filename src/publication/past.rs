// SPDX-License-Identifier: EUPL-1.2
//! The past of what serves: its history, read and worked out beside the threads that serve, and again when the glossary or
//! its repository changes. A request never asks git anything.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use crate::history::{History, Kept};
use crate::publication::{Places, Shelf};
use crate::source::{Log, NoLog, read_log, stamp_of_git};

/// The time between two looks at where the repository stands.
const PERIOD: Duration = Duration::from_secs(1);

/// What is known of the past.
#[derive(Debug, Clone)]
pub enum Past {
    /// It is being read for the first time.
    Reading,
    /// There is none: why.
    Nothing(NoLog),
    /// Its history.
    Here(Arc<History>),
}

impl Past {
    /// The history, where there is one.
    #[must_use]
    pub fn history(&self) -> Option<&Arc<History>> {
        match self {
            Self::Here(history) => Some(history),
            Self::Reading | Self::Nothing(_) => None,
        }
    }

    /// Changes with everything that is told of the past.
    #[must_use]
    pub fn mark(&self) -> &str {
        match self {
            Self::Reading => "reading",
            Self::Nothing(why) => why.words().1,
            Self::Here(history) => &history.mark,
        }
    }

    /// The past of a glossary folder, read and worked out here and now.
    #[must_use]
    pub fn of(places: &Places) -> Self {
        let mut kept = places.index.as_deref().map_or_else(Kept::in_memory, Kept::beside);
        match read_log(&places.glossary) {
            Ok(log) => {
                let history = History::of(&log, &mut kept);
                told(kept.tidy());
                Self::Here(Arc::new(history))
            }
            Err(why) => Self::Nothing(why),
        }
    }
}

fn told(written: std::io::Result<()>) {
    if let Err(cause) = written {
        tracing::info!("what was worked out of the history is not kept beside the index: {cause}");
    }
}

/// Starts reading the past of the glossary, for the shelf. A message asks for another look; it ends when nobody can send
/// one any more.
///
/// # Errors
/// When the system gives no thread.
pub(super) fn remember(shelf: Arc<Shelf>, places: Places) -> std::io::Result<Sender<()>> {
    let (wake, asked) = channel();
    shelf.remember(Past::Reading);
    let kept = places.index.as_deref().map_or_else(Kept::in_memory, Kept::beside);
    let historian = Historian { shelf, places, kept, last: None };
    std::thread::Builder::new().name("history".to_owned()).spawn(move || historian.run(&asked))?;
    Ok(wake)
}

struct Historian {
    shelf: Arc<Shelf>,
    places: Places,
    kept: Kept,
    /// The log that was read last.
    last: Option<Log>,
}

impl Historian {
    fn run(mut self, asked: &Receiver<()>) {
        let mut seen = stamp_of_git(&self.places.glossary);
        self.look_safely();
        loop {
            let forced = match asked.recv_timeout(PERIOD) {
                Ok(()) => true,
                Err(RecvTimeoutError::Timeout) => false,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            let now = stamp_of_git(&self.places.glossary);
            if forced || now != seen {
                seen = now;
                self.look_safely();
            }
        }
    }

    /// Looks; a fault of the program itself leaves what is known, and is told.
    fn look_safely(&mut self) {
        if catch_unwind(AssertUnwindSafe(|| self.look())).is_err() {
            tracing::warn!("the history cannot be worked out: the program broke off");
            if self.shelf.past().history().is_none() {
                self.shelf.remember(Past::Nothing(NoLog::Failed("broke off".to_owned())));
            }
        }
    }

    fn look(&mut self) {
        let start = Instant::now();
        match read_log(&self.places.glossary) {
            Ok(log) if self.last.as_ref() == Some(&log) => {}
            Ok(log) => {
                let history = History::of(&log, &mut self.kept);
                told(self.kept.tidy());
                tracing::info!(
                    revisions = history.revisions.len(),
                    unreadable = history.unreadable,
                    unchanged = history.unchanged,
                    milliseconds = start.elapsed().as_millis(),
                    "the history is read"
                );
                self.last = Some(log);
                self.shelf.remember(Past::Here(Arc::new(history)));
            }
            Err(why) => {
                tracing::info!("there is no history: {why}");
                self.last = None;
                self.shelf.remember(Past::Nothing(why));
            }
        }
    }
}
