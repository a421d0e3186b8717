//! From a folder to a publication: read, check, compare, index. Refuses a glossary with errors.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::annotation::Dictionary;
use crate::check;
use crate::diagnostic::{self, Finding, Format};
use crate::divergence::{Compared, Matrix, Pair, differing_domains, headline};
use crate::embedding::Embedder;
use crate::language::{digest, remembering};
use crate::model::{Date, Glossary, Keyed, Term};
use crate::publication::Publication;
use crate::search::{Library, SearchIndex, StoreError, TermFacts};
use crate::source::{self, Content, EmbedderError, Files, ReadError, fingerprint, load_embedder};
use crate::translation::Neighbours;

/// Where a publication is made from and kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The glossary folder.
    pub glossary: PathBuf,
    /// The folder of indexes; without it the index lives in memory.
    pub index: Option<PathBuf>,
    /// The folder of a model of word vectors; without it words alone are compared.
    pub model: Option<PathBuf>,
}

/// Why there is no publication.
#[derive(Debug)]
pub enum BuildError {
    /// The folder cannot be read.
    Unreadable(ReadError),
    /// The content has errors.
    Faulty {
        /// The content as far as it was read.
        content: Box<Content>,
        /// What is wrong with it.
        findings: Vec<Finding>,
    },
    /// The model cannot be used.
    Unfit(EmbedderError),
    /// The index cannot be made.
    Unindexed(StoreError),
}

impl fmt::Display for BuildError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(cause) => write!(out, "{cause}"),
            Self::Faulty { content, findings } => {
                out.write_str(&diagnostic::render(Format::Human, findings, "glossary", &|path| {
                    content.files.text(path)
                }))
            }
            Self::Unfit(cause) => write!(out, "{cause}"),
            Self::Unindexed(cause) => write!(out, "{cause}"),
        }
    }
}

impl std::error::Error for BuildError {}

/// The latest day that it is anywhere on earth (UTC+14): only what lies after it lies in the future for everyone.
#[must_use]
pub fn today() -> Date {
    day_at(14)
}

/// The day in the Netherlands by winter time (UTC+1); in summer it ends an hour after midnight.
#[must_use]
pub fn dutch_today() -> Date {
    day_at(1)
}

fn day_at(hours_from_utc: i8) -> Date {
    let date = jiff::tz::offset(hours_from_utc).to_datetime(jiff::Timestamp::now()).date();
    let part = |number: i8| u8::try_from(number).unwrap_or(1);
    Date { year: u16::try_from(date.year()).unwrap_or(1), month: part(date.month()), day: part(date.day()) }
}

impl Publication {
    /// Makes a publication of the glossary folder.
    ///
    /// # Errors
    /// When the folder or the model cannot be read, the content has errors, or no index can be made.
    pub fn build(places: &Places) -> Result<Self, BuildError> {
        let embedder = places.model.as_deref().map(load_embedder).transpose().map_err(BuildError::Unfit)?;
        let (content, found) = source::load(&places.glossary).map_err(BuildError::Unreadable)?;
        Self::of_content(content, found, places.index.as_deref(), embedder.map(Arc::new))
    }

    /// Makes a publication of content that was read, with the findings of the reading, and of a model that was read.
    ///
    /// # Errors
    /// When the content has errors, or no index can be made.
    pub fn of_content(
        content: Content,
        found: Vec<Finding>,
        index: Option<&Path>,
        embedder: Option<Arc<Embedder>>,
    ) -> Result<Self, BuildError> {
        let compared = Compared::new(&content.glossary, &content.lexicon, embedder.as_deref());
        let findings = check::refusals(&content, &compared, found, today());
        if !findings.is_empty() {
            return Err(BuildError::Faulty { content: Box::new(content), findings });
        }
        let revision = revision(&content.files, embedder.as_deref());
        let Content { glossary, lexicon, files, .. } = content;
        drop(files);
        let Compared { weights, pairs, overviews, local } = compared;
        let with_terms = glossary.terms.iter().zip(&pairs);
        let facts: Vec<TermFacts> = with_terms.map(|(term, pairs)| facts(term, pairs, &glossary)).collect();
        let library = remembering(&lexicon, || Library::new(&glossary, &lexicon, &facts));
        let (index, opening) = SearchIndex::open_or_build(library, &revision, index).map_err(BuildError::Unindexed)?;
        let with_terms = glossary.terms.iter().zip(&pairs);
        let matrix = Matrix::new(
            &glossary.domains,
            with_terms.flat_map(|(term, pairs)| pairs.iter().map(move |pair| (&term.id, pair))),
        );
        let dictionary = remembering(&lexicon, || Dictionary::new(&glossary, &lexicon));
        let neighbours = Neighbours::new(&glossary);
        let matrices = BTreeMap::new();
        let local_overviews = BTreeMap::new();
        let everywhere = Self {
            revision,
            glossary,
            lexicon,
            embedder,
            matrix,
            opening,
            weights,
            pairs,
            overviews,
            local,
            matrices,
            local_overviews,
            index,
            dictionary,
            neighbours,
        };
        Ok(everywhere.with_places())
    }
}

/// The revision that these files and this model make: answers differ with either.
pub(super) fn revision(files: &Files, embedder: Option<&Embedder>) -> String {
    let texts = fingerprint(files);
    match embedder {
        Some(embedder) => digest([texts, embedder.digest()]),
        None => texts,
    }
}

fn facts(term: &Term, pairs: &[Pair], glossary: &Glossary) -> TermFacts {
    let pair = headline(pairs);
    TermFacts {
        relation: pair.map(|pair| pair.relation.key()),
        degree: pair.and_then(|pair| pair.degree).map(Keyed::key),
        differ: differing_domains(term, pairs, glossary).iter().map(|[a, b]| format!("{a},{b}")).collect(),
    }
}
