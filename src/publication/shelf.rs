// SPDX-License-Identifier: EUPL-1.2
//! The shelf holds the publication that serves now, what is known of its past, and what is wrong with the latest edit, if
//! anything.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use arc_swap::{ArcSwap, ArcSwapOption};
use jiff::Timestamp;

use crate::diagnostic::Located;
use crate::publication::{BuildError, Past, Publication};
use crate::source::NoLog;

/// One publication serves; a new one takes its place in one step. Requests under way finish on the old one.
pub struct Shelf {
    current: ArcSwap<Publication>,
    past: ArcSwap<Past>,
    trouble: ArcSwapOption<Trouble>,
    /// Since when the publication serves, in seconds since 1970.
    since: AtomicI64,
}

/// Why the latest edit does not serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// In one sentence.
    pub message: String,
    /// The findings, where the content is at fault.
    pub findings: Vec<Located>,
}

impl From<&BuildError> for Trouble {
    fn from(error: &BuildError) -> Self {
        match error {
            BuildError::Faulty { content, findings } => Self {
                message: "De laatste wijziging bevat fouten; de vorige versie blijft staan.".to_owned(),
                findings: Located::all(findings, &|path| content.files.text(path)),
            },
            other => Self { message: other.to_string(), findings: Vec::new() },
        }
    }
}

impl Shelf {
    /// A shelf with its first publication.
    #[must_use]
    pub fn new(first: Publication) -> Self {
        let past = ArcSwap::from_pointee(Past::Nothing(NoLog::Unasked));
        let since = AtomicI64::new(Timestamp::now().as_second());
        Self { current: ArcSwap::from_pointee(first), past, trouble: ArcSwapOption::empty(), since }
    }

    /// A shelf of its own for one publication and one past.
    #[must_use]
    pub fn holding(current: Arc<Publication>, past: Arc<Past>) -> Self {
        let since = AtomicI64::new(Timestamp::now().as_second());
        Self { current: ArcSwap::new(current), past: ArcSwap::new(past), trouble: ArcSwapOption::empty(), since }
    }

    /// The publication that serves now.
    #[must_use]
    pub fn current(&self) -> Arc<Publication> {
        self.current.load_full()
    }

    /// Since when it serves, to the second.
    #[must_use]
    pub fn since(&self) -> Timestamp {
        Timestamp::from_second(self.since.load(Ordering::Relaxed)).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// What is known of the past.
    #[must_use]
    pub fn past(&self) -> Arc<Past> {
        self.past.load_full()
    }

    /// Puts what is known of the past in place.
    pub fn remember(&self, past: Past) {
        self.past.store(Arc::new(past));
    }

    /// Why the latest edit does not serve, if it does not.
    #[must_use]
    pub fn trouble(&self) -> Option<Arc<Trouble>> {
        self.trouble.load_full()
    }

    /// Puts a new publication in place.
    pub fn put(&self, publication: Publication) {
        self.current.store(Arc::new(publication));
        self.since.store(Timestamp::now().as_second(), Ordering::Relaxed);
        self.trouble.store(None);
    }

    /// Says that the latest edit does not serve.
    pub fn report(&self, trouble: Trouble) {
        self.trouble.store(Some(Arc::new(trouble)));
    }

    /// Says that the content is again what serves.
    pub fn settle(&self) {
        self.trouble.store(None);
    }
}
