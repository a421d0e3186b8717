// SPDX-License-Identifier: EUPL-1.2
//! What is written about a term in one file: the term's own, or the one of a place. Rules about meanings and verdicts
//! read both alike.

use crate::check::sheet::Sheet;
use crate::divergence::Pair;
use crate::model::{Concept, ConceptId, Glossary, LocalTerm, Place, Term, Verdict};
use crate::source::Spot;

/// A term as it stands in one file.
pub(super) struct Written<'a> {
    /// The term.
    pub term: &'a Term,
    /// The place and what it says, where the file is one of a place.
    pub local: Option<(&'a Place, &'a LocalTerm)>,
    /// The pairs of what stands in the file.
    pub pairs: &'a [Pair],
}

impl<'a> Written<'a> {
    /// Every file about a term: those of the terms, then those of the places. A file about a term that is not there is
    /// told of by its own rule.
    pub fn all(sheet: &Sheet<'a>) -> Vec<Self> {
        let (glossary, compared) = (&sheet.content.glossary, sheet.compared);
        let everywhere = glossary.terms.iter().zip(&compared.pairs);
        let mut all: Vec<Self> = everywhere.map(|(term, pairs)| Self { term, local: None, pairs }).collect();
        for (place, local) in local_terms(glossary) {
            let pairs = compared.local.get(&place.id).and_then(|terms| terms.get(&local.term));
            if let (Some(term), Some(pairs)) = (glossary.term(&local.term), pairs) {
                all.push(Self { term, local: Some((place, local)), pairs });
            }
        }
        all
    }

    /// The file.
    pub fn spot(&self) -> Spot {
        match self.local {
            Some((place, local)) => Spot::local(&place.id, &local.term),
            None => Spot::term(&self.term.id),
        }
    }

    /// The meanings that stand in the file.
    pub fn own(&self) -> &'a [Concept] {
        self.local.map_or(&self.term.concepts, |(_, local)| &local.concepts)
    }

    /// The same with their spots.
    pub fn concepts(&self) -> impl Iterator<Item = (&'a Concept, Spot)> {
        rows(self.own(), self.spot().key("concepts"))
    }

    /// The verdicts that stand in the file, with their spots.
    pub fn verdicts(&self) -> impl Iterator<Item = (&'a Verdict, Spot)> {
        let own = self.local.map_or(&self.term.verdicts, |(_, local)| &local.verdicts);
        rows(own, self.spot().key("verdicts"))
    }

    /// The meanings that can be named in the file: those of a place, and those that hold everywhere.
    pub fn known(&self) -> impl Iterator<Item = &'a Concept> {
        self.local.into_iter().flat_map(|(_, local)| &local.concepts).chain(&self.term.concepts)
    }

    /// The meaning with this id, of those that can be named.
    pub fn concept(&self, id: &ConceptId) -> Option<&'a Concept> {
        self.known().find(|concept| &concept.id == id)
    }

    /// The term with everything that can be named in the file; the verdicts of the file come last.
    pub fn whole(&self) -> Term {
        let mut whole = self.term.clone();
        if let Some((_, local)) = self.local {
            whole.concepts.extend(local.concepts.iter().cloned());
            whole.verdicts.extend(local.verdicts.iter().cloned());
        }
        whole
    }

    /// The pair that this verdict is about.
    pub fn pair(&self, verdict: &Verdict) -> Option<&'a Pair> {
        let sides = verdict.between.each_ref().map(Some);
        self.pairs.iter().find(|pair| [pair.a.concept.as_ref(), pair.b.concept.as_ref()] == sides)
    }
}

/// What every place says, term by term.
pub(super) fn local_terms(glossary: &Glossary) -> impl Iterator<Item = (&Place, &LocalTerm)> {
    glossary.places.iter().flat_map(|place| place.terms.iter().map(move |local| (place, local)))
}

/// Rows of a list of tables with their spots.
pub(super) fn rows<T>(rows: &[T], list: Spot) -> impl Iterator<Item = (&T, Spot)> {
    rows.iter().enumerate().map(move |(number, row)| (row, list.clone().row(number)))
}
