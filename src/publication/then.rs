// SPDX-License-Identifier: EUPL-1.2
//! A term as it stood in a former revision: its texts of then. What is computed of them is measured with the word lists of
//! now, so that nothing of a whole glossary has to be made again.

use crate::divergence::{Overview, Pair, Yardstick, pairs_of};
use crate::language::remembering;
use crate::model::{Glossary, Term, TermId};
use crate::publication::{Entry, Publication};
use crate::source::{Files, from_files};

/// A term of then, with what stood around it.
pub struct Then {
    /// The glossary of then, with no other terms.
    pub glossary: Glossary,
    term: Term,
    pairs: Vec<Pair>,
    overview: Overview,
}

impl Then {
    /// The term of then, as it held everywhere.
    #[must_use]
    pub fn entry(&self) -> Entry<'_> {
        Entry { term: &self.term, pairs: &self.pairs, overview: &self.overview, here: None, glossary: &self.glossary }
    }
}

impl Publication {
    /// The term that these files of a former revision hold; nothing where they hold none. Whom to ask is left out: who was
    /// asked then is not who is asked now.
    #[must_use]
    pub fn then(&self, files: Files, id: &TermId) -> Option<Then> {
        let (content, _) = from_files(files, Vec::new());
        let mut glossary = content.glossary;
        for concept in glossary.terms.iter_mut().flat_map(|term| &mut term.concepts) {
            concept.contact = None;
        }
        let term = glossary.term(id)?.clone();
        let yardstick = Yardstick { glossary: &glossary, ..self.yardstick() };
        let mut pairs = Vec::new();
        remembering(&self.lexicon, || pairs = pairs_of(&term, &yardstick));
        let overview = Overview::new(&term, &glossary, &pairs);
        Some(Then { glossary, term, pairs, overview })
    }

    /// Whether these are the texts that it was made of.
    #[must_use]
    pub fn is_made_of(&self, texts: &str) -> bool {
        crate::publication::build::revision_of(texts, self.embedder.as_deref()) == self.revision
    }
}
