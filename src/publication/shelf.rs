//! The shelf holds the publication that serves now, and what is wrong with the latest edit, if anything.

use std::sync::Arc;

use arc_swap::{ArcSwap, ArcSwapOption};

use crate::diagnostic::Located;
use crate::publication::{BuildError, Publication};

/// One publication serves; a new one takes its place in one step. Requests under way finish on the old one.
pub struct Shelf {
    current: ArcSwap<Publication>,
    trouble: ArcSwapOption<Trouble>,
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
        Self { current: ArcSwap::from_pointee(first), trouble: ArcSwapOption::empty() }
    }

    /// The publication that serves now.
    #[must_use]
    pub fn current(&self) -> Arc<Publication> {
        self.current.load_full()
    }

    /// Why the latest edit does not serve, if it does not.
    #[must_use]
    pub fn trouble(&self) -> Option<Arc<Trouble>> {
        self.trouble.load_full()
    }

    /// Puts a new publication in place.
    pub fn put(&self, publication: Publication) {
        self.current.store(Arc::new(publication));
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
