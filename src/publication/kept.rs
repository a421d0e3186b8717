// SPDX-License-Identifier: EUPL-1.2
//! A publication kept whole: everything in it that takes time to make stands in its index folder, in lists, and is read from
//! there without looking into a text.

use std::io;
use std::sync::Arc;

use crate::annotation::Dictionary;
use crate::divergence::{Compared, LocalPairs, Overview, Pair, Weights};
use crate::embedding::Embedder;
use crate::language::Lexicon;
use crate::model::{Glossary, Term};
use crate::publication::Publication;
use crate::publication::build::{Ground, Made};
use crate::search::{Opening, Parts, Postings, SearchIndex};
use crate::work;

/// The lists, by name. Those of terms have an item for each, so that all cores read them.
const GLOSSARY: &str = "glossary";
const TERMS: &str = "terms";
const LEXICON: &str = "lexicon";
const WEIGHTS: &str = "weights";
const PAIRS: &str = "pairs";
const OVERVIEWS: &str = "overviews";
const LOCAL: &str = "local";
const DICTIONARY: &str = "dictionary";

impl Publication {
    /// Writes everything that takes time to make.
    pub(super) fn write(&self, postings: &Postings, parts: &Parts) -> io::Result<()> {
        parts.write(GLOSSARY, &[&self.glossary])?;
        parts.write(TERMS, &self.glossary.terms)?;
        parts.write(LEXICON, &[&self.lexicon])?;
        parts.write(WEIGHTS, &[&self.weights])?;
        parts.write(PAIRS, &self.pairs)?;
        parts.write(OVERVIEWS, &self.overviews)?;
        parts.write(LOCAL, &[&self.local])?;
        parts.write(DICTIONARY, &[&self.dictionary])?;
        self.index.write(postings, parts)
    }

    /// Reads what was written, if all of it is whole and speaks of as many terms.
    pub(super) fn read(parts: &Parts, revision: String, embedder: Option<Arc<Embedder>>) -> Option<Self> {
        let lexicon: Lexicon = parts.read_one(LEXICON)?;
        let words = || Some((SearchIndex::read(parts, lexicon.clone())?, dictionary(parts)?));
        let (words, rest) = work::both(words, || Some((glossary(parts)?, compared(parts)?)));
        let ((index, dictionary), (glossary, compared)) = (words?, rest?);
        let terms = glossary.terms.len();
        let fits = [compared.pairs.len(), compared.overviews.len(), index.terms()] == [terms; 3];
        let made = Made { glossary, lexicon, compared, index, dictionary };
        fits.then(|| Self::of(made, Ground { revision, embedder, opening: Opening::Opened }))
    }
}

fn glossary(parts: &Parts) -> Option<Glossary> {
    let terms: Vec<Term> = parts.read(TERMS)?;
    Some(Glossary { terms, ..parts.read_one(GLOSSARY)? })
}

fn compared(parts: &Parts) -> Option<Compared> {
    let weights: Weights = parts.read_one(WEIGHTS)?;
    let pairs: Vec<Vec<Pair>> = parts.read(PAIRS)?;
    let overviews: Vec<Overview> = parts.read(OVERVIEWS)?;
    let local: LocalPairs = parts.read_one(LOCAL)?;
    Some(Compared { weights, pairs, overviews, local })
}

fn dictionary(parts: &Parts) -> Option<Dictionary> {
    parts.read_one(DICTIONARY)
}
