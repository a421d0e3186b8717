// SPDX-License-Identifier: EUPL-1.2
//! One revision of the glossary, whole and immutable: terms, their pairs, and the index to find them.
//!
//! A request takes one [`Publication`] from the [`Shelf`] at its start and looks at nothing else, so that no answer is
//! half new. A broken edit never takes the service down: the last good publication stays, and the shelf says so.

mod build;
mod here;
mod kept;
mod parting;
mod past;
mod reload;
mod shelf;
mod then;

pub use self::build::{BuildError, Places, dutch_today, today};
pub use self::here::Here;
pub use self::parting::{Asked, Parting, Wanted};
pub use self::past::Past;
pub use self::reload::{Reloader, refresh, watch};
pub use self::shelf::{Shelf, Trouble};
pub use self::then::Then;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::annotation::{Checked, Dictionary, Form, Known, Mention, Sides, Word, forms};
use crate::divergence::{LocalPairs, Matrix, Overview, Pair, Segments, Side, Weights, Yardstick, headline};
use crate::embedding::Embedder;
use crate::language::Lexicon;
use crate::model::{Concept, Domain, Glossary, PlaceId, Term, TermId};
use crate::search::{Opening, SearchError, SearchIndex, Understood};
use crate::translation::{Desk, Neighbours, Translated, translate};

/// One revision.
pub struct Publication {
    /// The fingerprint of the texts, and the model if there is one, that it was made of.
    pub revision: String,
    /// The content.
    pub glossary: Glossary,
    /// The word lists.
    pub lexicon: Lexicon,
    /// The model of word vectors, where whoever runs the program brings one; read once, and kept by later revisions.
    pub embedder: Option<Arc<Embedder>>,
    /// The domains against each other.
    pub matrix: Matrix,
    /// How the index came to be.
    pub opening: Opening,
    weights: Weights,
    pairs: Vec<Vec<Pair>>,
    overviews: Vec<Overview>,
    /// The pairs that hold in one place alone.
    local: LocalPairs,
    /// The domains against each other in each place.
    matrices: BTreeMap<PlaceId, Matrix>,
    /// What the pairs of a term say together in each place that speaks of it.
    local_overviews: BTreeMap<PlaceId, BTreeMap<TermId, Overview>>,
    index: SearchIndex,
    dictionary: Dictionary,
    /// What editors noted between terms.
    neighbours: Neighbours,
}

/// A term with its pairs, as it stands everywhere or in one place.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    /// The term.
    pub term: &'a Term,
    /// The pairs that hold everywhere, those across domains first.
    pub pairs: &'a [Pair],
    /// What these say together.
    pub overview: &'a Overview,
    /// What one place lays over it, where one was asked for.
    pub here: Option<Here<'a>>,
    glossary: &'a Glossary,
}

impl<'a> Entry<'a> {
    /// The pair that stands for the term in lists.
    #[must_use]
    pub fn headline(&self) -> Option<&'a Pair> {
        match self.here {
            None => headline(self.pairs),
            Some(_) => headline(self.pairs_here()),
        }
    }

    /// The definition of a concept of this term, marked where it parts from the other side of the headline; without
    /// marks when the headline is about other concepts.
    #[must_use]
    pub fn segments_of(&self, concept: &'a Concept) -> Segments<'a> {
        segments_beside(concept, self.headline())
    }
}

/// The definition of a concept, marked where it parts from the other side of a pair; without marks when the pair is about
/// other concepts.
#[must_use]
pub fn segments_beside<'a>(concept: &'a Concept, pair: Option<&'a Pair>) -> Segments<'a> {
    let own = |side: &Side| side.concept.as_ref() == Some(&concept.id);
    match pair {
        Some(pair) if own(&pair.a) => pair.segments_a.segments(),
        Some(pair) if own(&pair.b) => pair.segments_b.segments(),
        _ => Segments::plain(&concept.definition),
    }
}

impl Publication {
    /// The term at a place in the list of terms.
    #[must_use]
    pub fn entry_at(&self, place: usize) -> Entry<'_> {
        let (term, pairs, overview) = (&self.glossary.terms[place], &self.pairs[place], &self.overviews[place]);
        Entry { term, pairs, overview, here: None, glossary: &self.glossary }
    }

    /// The term with this id.
    #[must_use]
    pub fn entry(&self, id: &TermId) -> Option<Entry<'_>> {
        let place = self.glossary.terms.binary_search_by(|term| term.id.cmp(id)).ok()?;
        Some(self.entry_at(place))
    }

    /// Every term with its pairs, by identifier.
    #[must_use]
    pub fn entries(&self) -> impl ExactSizeIterator<Item = Entry<'_>> {
        (0..self.glossary.terms.len()).map(|place| self.entry_at(place))
    }

    /// Every pair with its term.
    pub fn pairs(&self) -> impl Iterator<Item = (&Term, &Pair)> {
        self.entries().flat_map(|entry| entry.pairs.iter().map(move |pair| (entry.term, pair)))
    }

    /// The index to find terms with.
    #[must_use]
    pub fn index(&self) -> &SearchIndex {
        &self.index
    }

    /// What someone typed to search for, understood: words, phrases, what to leave out, and fields.
    #[must_use]
    pub fn understand(&self, typed: &str) -> Understood {
        Understood::read(typed, &self.glossary, &self.lexicon)
    }

    /// The terms in a text, in order.
    #[must_use]
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        self.dictionary.mentions(text, &self.glossary, &self.lexicon)
    }

    /// The terms in a text, with how its writer's and its reader's domain read each.
    #[must_use]
    pub fn check_text<'a>(&'a self, text: &str, writer: &'a Domain, reader: &'a Domain) -> Checked<'a> {
        let sides = Sides { glossary: &self.glossary, writer, reader };
        Checked::new(self.mentions(text), sides, &self.pairs)
    }

    /// How the domains of a writer and a reader read the words of a term, at its place in the list of terms.
    #[must_use]
    pub fn words_of<'a>(&'a self, place: usize, writer: &'a Domain, reader: &'a Domain) -> Vec<Word<'a>> {
        let sides = Sides { glossary: &self.glossary, writer, reader };
        Word::all(&self.glossary.terms[place], &self.pairs[place], sides)
    }

    /// The term that a word or name on its own stands for, with how it is known by it.
    #[must_use]
    pub fn look_up(&self, typed: &str) -> Option<Known<'_>> {
        self.dictionary.look_up(typed, &self.glossary, &self.lexicon)
    }

    /// The same with every term that is meant as well as the first.
    #[must_use]
    pub fn look_up_all(&self, typed: &str) -> Vec<Known<'_>> {
        self.dictionary.look_up_all(typed, &self.glossary, &self.lexicon)
    }

    /// What a word of one domain may be in another.
    ///
    /// # Errors
    /// When the index cannot be read any more.
    pub fn translate<'a>(
        &'a self,
        typed: &str,
        from: &'a Domain,
        to: &'a Domain,
    ) -> Result<Translated<'a>, SearchError> {
        let desk = Desk {
            glossary: &self.glossary,
            lexicon: &self.lexicon,
            weights: &self.weights,
            pairs: &self.pairs,
            neighbours: &self.neighbours,
            dictionary: &self.dictionary,
            index: &self.index,
        };
        translate(typed, [from, to], desk)
    }

    /// Every form of every name, by which a browser finds terms without sending a text.
    #[must_use]
    pub fn forms(&self) -> Vec<Form<'_>> {
        forms(&self.glossary, &self.lexicon)
    }

    /// What meanings are measured with.
    #[must_use]
    pub fn yardstick(&self) -> Yardstick<'_> {
        Yardstick {
            lexicon: &self.lexicon,
            weights: &self.weights,
            glossary: &self.glossary,
            embedder: self.embedder.as_deref(),
        }
    }

    /// The number of concepts of all terms.
    #[must_use]
    pub fn concept_count(&self) -> usize {
        self.glossary.terms.iter().map(|term| term.concepts.len()).sum()
    }
}
