// SPDX-License-Identifier: EUPL-1.2
//! From a folder to a publication: read, check, compare, index. Refuses a glossary with errors.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::annotation::Dictionary;
use crate::check;
use crate::diagnostic::{self, Finding, Format, Severity, reason};
use crate::divergence::{Compared, Matrix, Pair, differing_domains, headline};
use crate::embedding::Embedder;
use crate::language::{Lexicon, digest, remembering};
use crate::model::{Date, Glossary, Keyed, Term};
use crate::publication::Publication;
use crate::search::{IndexFolder, Library, Opening, Postings, SearchIndex, StoreError, TermFacts};
use crate::source::{self, Content, EmbedderError, Files, ReadError, fingerprint, load_embedder};
use crate::translation::Neighbours;
use crate::work;

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

/// The texts of a glossary folder as they are now, and the revision that they make.
pub(super) struct Texts {
    files: Files,
    /// What is wrong with files as such.
    pub found: Vec<Finding>,
    pub revision: String,
}

impl Texts {
    /// Reads a folder.
    pub fn read(folder: &Path, embedder: Option<&Embedder>) -> Result<Self, BuildError> {
        let (files, found) = source::read(folder).map_err(BuildError::Unreadable)?;
        let revision = revision(&files, embedder);
        Ok(Self { files, found, revision })
    }

    /// Whether every file that should be read was, so that the revision stands for all of the folder.
    fn are_whole(&self) -> bool {
        self.found.iter().all(|finding| finding.severity != Severity::Error)
    }
}

impl Publication {
    /// Makes a publication of the glossary folder.
    ///
    /// # Errors
    /// When the folder or the model cannot be read, the content has errors, or no index can be made.
    pub fn build(places: &Places) -> Result<Self, BuildError> {
        let embedder = places.model.as_deref().map(load_embedder).transpose().map_err(BuildError::Unfit)?;
        let embedder = embedder.map(Arc::new);
        let texts = Texts::read(&places.glossary, embedder.as_deref())?;
        Self::of_texts(texts, places, embedder)
    }

    /// Makes a publication of texts and of a model that were read: takes the one that is kept, else makes and keeps it.
    ///
    /// What is kept was sound, and is so still: rules read nothing but these texts and the day, this program holds the same
    /// rules, and the one rule about the day that refuses finds dates that lie in the future, of which there are fewer every
    /// day. A file that cannot be read stands in no revision; then nothing that is kept is taken.
    pub(super) fn of_texts(
        mut texts: Texts,
        places: &Places,
        embedder: Option<Arc<Embedder>>,
    ) -> Result<Self, BuildError> {
        let folder = |texts: &Texts| places.index.as_deref().map(|root| IndexFolder::new(root, &texts.revision));
        let whole = texts.are_whole();
        if let Some((folder, parts)) =
            folder(&texts).filter(|_| whole).and_then(|own| own.open().map(|parts| (own, parts)))
        {
            // Texts are let go first, for with what is kept they would be in memory twice.
            let Texts { revision, files, found: _ } = texts;
            drop(files);
            if let Some(kept) = Self::read(&parts, revision, embedder.clone()) {
                folder.remove_others();
                return Ok(kept);
            }
            tracing::warn!("what is kept of this revision cannot be read; it is made again");
            texts = Texts::read(&places.glossary, embedder.as_deref())?;
        }
        let folder = folder(&texts);
        let Texts { files, found, revision } = texts;
        let (mut made, postings) = Self::anew(source::from_files(files, found), revision, embedder)?;
        if let Some(folder) = folder {
            made.opening = match folder.keep(|parts| made.write(&postings, parts)) {
                Ok(()) => Opening::Built,
                Err(cause) => Opening::InMemory(reason(&cause)),
            };
            if made.opening == Opening::Built {
                folder.remove_others();
            }
        }
        Ok(made)
    }

    /// Makes a publication of content that was read, with the findings of the reading; kept nowhere.
    ///
    /// # Errors
    /// When the content has errors, or no index can be made.
    pub fn of_content(content: Content, found: Vec<Finding>) -> Result<Self, BuildError> {
        let revision = revision(&content.files, None);
        Ok(Self::anew((content, found), revision, None)?.0)
    }

    fn anew(
        (content, found): (Content, Vec<Finding>),
        revision: String,
        embedder: Option<Arc<Embedder>>,
    ) -> Result<(Self, Postings), BuildError> {
        let compared = Compared::new(&content.glossary, &content.lexicon, embedder.as_deref());
        let refusals = || check::refusals(&content, &compared, found, today());
        let (findings, library) = work::both(refusals, || library(&content, &compared));
        if !findings.is_empty() {
            return Err(BuildError::Faulty { content: Box::new(content), findings });
        }
        let Content { glossary, lexicon, files, .. } = content;
        drop(files);
        let dictionary = || remembering(&lexicon, || Dictionary::new(&glossary, &lexicon));
        let (dictionary, built) = work::both(dictionary, || SearchIndex::build(library));
        let (index, postings) = built.map_err(BuildError::Unindexed)?;
        let opening = Opening::InMemory("zo gevraagd".to_owned());
        let ground = Ground { revision, embedder, opening };
        Ok((Self::of(Made { glossary, lexicon, compared, index, dictionary }, ground), postings))
    }

    /// A publication of what took time to make, with what follows from it.
    pub(super) fn of(made: Made, ground: Ground) -> Self {
        let Made { glossary, lexicon, compared, index, dictionary } = made;
        let Compared { weights, pairs, overviews, local } = compared;
        let with_terms = glossary.terms.iter().zip(&pairs);
        let matrix = Matrix::new(
            &glossary.domains,
            with_terms.flat_map(|(term, pairs)| pairs.iter().map(move |pair| (&term.id, pair))),
        );
        let neighbours = Neighbours::new(&glossary);
        let Ground { revision, embedder, opening } = ground;
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
            matrices: BTreeMap::new(),
            local_overviews: BTreeMap::new(),
            index,
            dictionary,
            neighbours,
        };
        everywhere.with_places()
    }
}

/// The parts of a publication that take time to make, and are kept.
pub(super) struct Made {
    pub glossary: Glossary,
    pub lexicon: Lexicon,
    pub compared: Compared,
    pub index: SearchIndex,
    pub dictionary: Dictionary,
}

/// What a publication is of, and how it came to be.
pub(super) struct Ground {
    pub revision: String,
    pub embedder: Option<Arc<Embedder>>,
    pub opening: Opening,
}

/// The revision that these files and this model make: answers differ with either.
pub(super) fn revision(files: &Files, embedder: Option<&Embedder>) -> String {
    revision_of(&fingerprint(files), embedder)
}

/// The same, of texts by their fingerprint.
pub(super) fn revision_of(texts: &str, embedder: Option<&Embedder>) -> String {
    match embedder {
        Some(embedder) => digest([texts, &embedder.digest()]),
        None => texts.to_owned(),
    }
}

/// The words of the search.
fn library(Content { glossary, lexicon, .. }: &Content, compared: &Compared) -> Library {
    let with_terms = glossary.terms.iter().zip(&compared.pairs);
    let facts: Vec<TermFacts> = with_terms.map(|(term, pairs)| facts(term, pairs, glossary)).collect();
    remembering(lexicon, || Library::new(glossary, lexicon, &facts))
}

fn facts(term: &Term, pairs: &[Pair], glossary: &Glossary) -> TermFacts {
    let pair = headline(pairs);
    TermFacts {
        relation: pair.map(|pair| pair.relation.key()),
        degree: pair.and_then(|pair| pair.degree).map(Keyed::key),
        differ: differing_domains(term, pairs, glossary).iter().map(|[a, b]| format!("{a},{b}")).collect(),
    }
}
