// SPDX-License-Identifier: EUPL-1.2
//! Which pairs are wanted, worst first, and the words that part: one selection for the API and the pages.

use std::cmp::Ordering;
use std::rc::Rc;

use crate::divergence::{Basis, Pair, Side};
use crate::model::{Degree, Domain, Glossary, Meant, Origin, PhaseRef, Place, Relation, Term};
use crate::publication::{Entry, Publication};

/// Which pairs are wanted. Where a list is empty, everything passes.
#[derive(Debug, Clone, Default)]
pub struct Wanted<'a> {
    /// One domain: a side lies in it, or the domain takes that side over. Several: each side does so for one of them.
    pub domains: Vec<&'a Domain>,
    /// Phases in which the word plays a part.
    pub phases: Vec<PhaseRef>,
    /// Degrees.
    pub degrees: Vec<Degree>,
    /// Relations.
    pub relations: Vec<Relation>,
    /// What a relation may rest on.
    pub bases: Vec<Basis>,
    /// Two domains that mean different things by the word, of which the pair is the proof.
    pub differ: Option<[&'a Domain; 2]>,
}

/// A term, and what the wanted domains inherit in it.
pub struct Asked<'a> {
    /// The term with its pairs.
    pub entry: Entry<'a>,
    /// The meanings that wanted domains take over from a domain above them.
    pub inheriting: Vec<Meant<'a>>,
}

/// A word with the pair that shows how it parts.
#[derive(Clone, Copy)]
pub struct Parting<'a> {
    /// The term with its pairs.
    pub entry: Entry<'a>,
    /// Of the wanted pairs in use the worst: one across domains, where there is one.
    pub pair: &'a Pair,
}

impl Publication {
    /// The wanted pairs of all terms, as they stand in a place or everywhere, worst first.
    #[must_use]
    pub fn wanted_pairs<'a>(&'a self, wanted: &Wanted<'a>, place: Option<&'a Place>) -> Vec<(Rc<Asked<'a>>, &'a Pair)> {
        let mut found = Vec::new();
        for entry in self.entries().map(|entry| self.in_place(entry, place)) {
            let asked = Rc::new(Asked { entry, inheriting: wanted.inheriting(entry) });
            found.extend(wanted.pairs_of(&asked, &self.glossary).map(|pair| (Rc::clone(&asked), pair)));
        }
        found.sort_by(|(_, x), (_, y)| worse_first(x, y));
        found
    }

    /// The words with a wanted pair that is in use, each once, worst first.
    #[must_use]
    pub fn words<'a>(&'a self, wanted: &Wanted<'a>) -> Vec<Parting<'a>> {
        let mut words: Vec<Parting<'a>> = self.entries().filter_map(|entry| self.word(entry, wanted)).collect();
        words.sort_by(|x, y| worse_first(x.pair, y.pair));
        words
    }

    /// A term as a word with the pair that shows how it parts, where it has a wanted pair in use. Of equally bad ones this
    /// is the pair that stands for the term elsewhere.
    #[must_use]
    pub fn word<'a>(&'a self, entry: Entry<'a>, wanted: &Wanted<'a>) -> Option<Parting<'a>> {
        let asked = Asked { entry, inheriting: wanted.inheriting(entry) };
        let is_across = |pair: &&Pair| pair.a.domain != pair.b.domain;
        let mut pairs: Vec<&Pair> =
            wanted.pairs_of(&asked, &self.glossary).filter(|pair: &&Pair| !pair.retired).collect();
        if pairs.iter().any(is_across) {
            pairs.retain(is_across);
        }
        pairs.sort_by(|x, y| worse_first(x, y));
        let worst = *pairs.first()?;
        let usual = entry.headline().filter(|usual| usual.degree == worst.degree);
        let usual = usual.filter(|usual| pairs.iter().any(|pair| std::ptr::eq(*pair, *usual)));
        Some(Parting { entry, pair: usual.unwrap_or(worst) })
    }
}

impl<'a> Wanted<'a> {
    /// What the wanted domains inherit in a term.
    fn inheriting(&self, entry: Entry<'a>) -> Vec<Meant<'a>> {
        let meant = self.domains.iter().filter_map(|domain| entry.meant_by(&domain.id));
        meant.filter(|meant| meant.origin() == Origin::Inherited).collect()
    }

    /// The pairs of a term that pass.
    fn pairs_of(&self, asked: &Asked<'a>, glossary: &Glossary) -> impl Iterator<Item = &'a Pair> {
        let pairs = if self.takes(asked.entry.term) { asked.entry.pairs_here() } else { Vec::new() };
        let parted = self.differ.map(|sides| sides.map(|domain| asked.entry.meanings(&domain.id)));
        let parts = move |pair: &Pair| {
            parted.as_ref().is_none_or(|[first, second]| pair.differs() && pair.lies_between([first, second]))
        };
        let passes =
            move |pair: &&Pair| self.passes(pair) && self.lies_in(pair, &asked.inheriting, glossary) && parts(pair);
        pairs.into_iter().filter(passes)
    }

    fn takes(&self, term: &Term) -> bool {
        self.phases.is_empty() || term.phases.iter().any(|phase| self.phases.contains(phase))
    }

    fn passes(&self, pair: &Pair) -> bool {
        let degree = self.degrees.is_empty() || pair.degree.is_some_and(|degree| self.degrees.contains(&degree));
        degree
            && (self.relations.is_empty() || self.relations.contains(&pair.relation))
            && (self.bases.is_empty() || self.bases.contains(&pair.basis))
    }

    /// Whether a pair is about the wanted domains.
    fn lies_in(&self, pair: &Pair, inheriting: &[Meant<'_>], glossary: &Glossary) -> bool {
        let lies = |side: &Side| {
            let takes_over = |meant: &Meant<'_>| side.concept.as_ref().is_some_and(|concept| meant.holds(concept));
            self.domains.iter().any(|domain| glossary.belongs_to(&side.domain, &domain.id))
                || inheriting.iter().any(takes_over)
        };
        match self.domains.len() {
            0 => true,
            1 => lies(&pair.a) || lies(&pair.b),
            _ => lies(&pair.a) && lies(&pair.b),
        }
    }
}

/// Judged before computed of the same degree; then by score.
fn worse_first(x: &Pair, y: &Pair) -> Ordering {
    let judged = |pair: &Pair| pair.ruling.is_some();
    y.degree
        .cmp(&x.degree)
        .then(judged(y).cmp(&judged(x)))
        .then(y.score.unwrap_or(0.0).total_cmp(&x.score.unwrap_or(0.0)))
}
