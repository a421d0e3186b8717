// SPDX-License-Identifier: EUPL-1.2
//! Collects what a search finds: keeps what passes the filters, and counts what each value of a filter would leave.

use tantivy::DocId;

use crate::search::SearchIndex;
use crate::search::expert::Sieve;
use crate::search::facet::{FACETS, FacetCount, FacetValues};
use crate::search::field::Fields;
use crate::search::library::Library;
use crate::search::tally::{Counted, Tally};

/// What terms must be like.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    /// For each filter by number the wanted values; an empty list lets everything pass, and so does one that is absent.
    pub values: Vec<Vec<u16>>,
    /// What the question demands beside its words.
    pub sieve: Sieve,
}

/// What was gathered.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// Terms that pass every filter.
    pub kept: Vec<Counted>,
    /// How many terms matched, filters or not.
    pub matched: usize,
    /// For each filter, for each of its values, how many terms pass all other filters.
    counts: Vec<Vec<usize>>,
}

/// How a term fares with the filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// It passes all.
    Kept,
    /// One alone keeps it out.
    OutBy(usize),
    /// Several keep it out.
    Out,
}

impl SearchIndex {
    /// Gathers the terms that are counted.
    pub(super) fn gather(
        &self,
        wanted: &Wanted,
        count: impl FnOnce(&mut Tally) -> tantivy::Result<()>,
    ) -> tantivy::Result<Gathered> {
        let mut tally = self.tallies.lock().ok().and_then(|mut tallies| tallies.pop());
        let tally = tally.get_or_insert_with(|| Tally::new(self.lists.documents()));
        count(tally)?;
        let mut gathering = Gathering::new(&self.library, wanted);
        tally.take(|counted| gathering.take(counted));
        // What failed half-way is not used again.
        if let Ok(mut tallies) = self.tallies.lock() {
            tallies.push(std::mem::take(tally));
        }
        Ok(gathering.gathered())
    }

    /// Gathers every term.
    pub(super) fn gather_all(&self, wanted: &Wanted) -> Gathered {
        let mut gathering = Gathering::new(&self.library, wanted);
        let terms = DocId::try_from(self.library.facets.of_terms.len()).unwrap_or(DocId::MAX);
        (0..terms).for_each(|term| gathering.take(Counted { term, score: 1.0, fields: Fields::ALL }));
        gathering.gathered()
    }
}

/// Gathering at work. Terms with one profile share one fate, so that a term costs no more than a step of a counter.
struct Gathering<'a> {
    library: &'a Library,
    wanted: &'a Wanted,
    fates: Vec<Fate>,
    /// How many terms of each profile matched.
    matched: Vec<usize>,
    kept: Vec<Counted>,
}

impl<'a> Gathering<'a> {
    fn new(library: &'a Library, wanted: &'a Wanted) -> Self {
        let profiles = &library.facets.profiles;
        let fates = profiles.iter().map(|profile| fate(profile, &wanted.values)).collect();
        Self { library, wanted, fates, matched: vec![0; profiles.len()], kept: Vec::new() }
    }

    /// Takes in one term, if it meets the demands.
    fn take(&mut self, counted: Counted) {
        let term = counted.term as usize;
        if !self.wanted.sieve.passes(term, self.library) {
            return;
        }
        let profile = self.library.facets.of_terms[term] as usize;
        self.matched[profile] += 1;
        if self.fates[profile] == Fate::Kept {
            self.kept.push(counted);
        }
    }

    /// A term counts for a filter when it passes all the others, so that a reader sees what another choice would give.
    fn gathered(self) -> Gathered {
        let facets = &self.library.facets;
        let mut counts: Vec<Vec<usize>> = facets.names.iter().map(|names| vec![0; names.len()]).collect();
        for ((profile, &matched), fate) in facets.profiles.iter().zip(&self.matched).zip(self.fates) {
            let counted = |facet: &usize| fate == Fate::Kept || fate == Fate::OutBy(*facet);
            for facet in (0..FACETS.len()).filter(counted) {
                profile[facet].iter().for_each(|&value| counts[facet][usize::from(value)] += matched);
            }
        }
        Gathered { kept: self.kept, matched: self.matched.iter().sum(), counts }
    }
}

/// How terms with these values fare.
fn fate(profile: &[Vec<u16>], wanted: &[Vec<u16>]) -> Fate {
    let passes = |facet: &usize| {
        let wanted = wanted.get(*facet).map(Vec::as_slice).unwrap_or_default();
        wanted.is_empty() || wanted.iter().any(|value| profile[*facet].contains(value))
    };
    let mut failed = (0..FACETS.len()).filter(|facet| !passes(facet));
    match (failed.next(), failed.next()) {
        (None, _) => Fate::Kept,
        (Some(facet), None) => Fate::OutBy(facet),
        _ => Fate::Out,
    }
}

impl Gathered {
    /// The counts with their values, most first; values that leave nothing are left out.
    pub fn named_counts(&self, facets: &FacetValues) -> Vec<Vec<FacetCount>> {
        let of_facet = |(names, counts): (&Vec<String>, &Vec<usize>)| {
            let pairs = names.iter().zip(counts).filter(|(_, count)| **count > 0);
            let mut list: Vec<FacetCount> =
                pairs.map(|(name, &count)| FacetCount { value: name.clone(), count }).collect();
            list.sort_by(|x, y| y.count.cmp(&x.count).then_with(|| x.value.cmp(&y.value)));
            list
        };
        facets.names.iter().zip(&self.counts).map(of_facet).collect()
    }
}
