//! Collects what a query matches: keeps what passes the filters, and counts what each value of a filter would leave.

use std::sync::Arc;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

use crate::search::facet::{FACETS, FacetCount};
use crate::search::library::Library;

/// The filters of a query by number: for each filter the wanted values; an empty list lets everything pass.
pub(super) type Wanted = Vec<Vec<u16>>;

/// What was gathered.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// Terms that pass every filter, with their scores.
    pub kept: Vec<(Score, DocId)>,
    /// How many terms matched, filters or not.
    pub matched: usize,
    /// For each filter, for each of its values, how many terms pass all other filters.
    pub counts: Vec<Vec<usize>>,
}

impl Gathered {
    fn new(library: &Library) -> Self {
        let counts = library.facets.names.iter().map(|names| vec![0; names.len()]).collect();
        Self { counts, ..Self::default() }
    }

    /// Takes in one term: kept when it passes every filter; counted for a filter when it passes all the others, so
    /// that a reader sees what another choice would give.
    pub fn take(&mut self, term: DocId, score: Score, library: &Library, wanted: &Wanted) {
        let Some(values) = library.facets.of_terms.get(term as usize) else { return };
        let passes = |facet: &usize| {
            wanted[*facet].is_empty() || wanted[*facet].iter().any(|value| values[*facet].contains(value))
        };
        self.matched += 1;
        let mut failed = (0..FACETS.len()).filter(|facet| !passes(facet));
        let (first, second) = (failed.next(), failed.next());
        if second.is_some() {
            return;
        }
        for (facet, values) in values.iter().enumerate().filter(|(facet, _)| first.is_none_or(|first| first == *facet))
        {
            for &value in values {
                self.counts[facet][usize::from(value)] += 1;
            }
        }
        if first.is_none() {
            self.kept.push((score, term));
        }
    }

    /// The counts with their values, most first; values that leave nothing are left out.
    pub fn named_counts(&self, library: &Library) -> Vec<Vec<FacetCount>> {
        let of_facet = |(names, counts): (&Vec<String>, &Vec<usize>)| {
            let pairs = names.iter().zip(counts).filter(|(_, count)| **count > 0);
            let mut list: Vec<FacetCount> =
                pairs.map(|(name, &count)| FacetCount { value: name.clone(), count }).collect();
            list.sort_by(|x, y| y.count.cmp(&x.count).then_with(|| x.value.cmp(&y.value)));
            list
        };
        library.facets.names.iter().zip(&self.counts).map(of_facet).collect()
    }
}

/// The collector that Tantivy drives. The index has one segment, so a document number is the place of a term.
pub(super) struct Gather {
    pub library: Arc<Library>,
    pub wanted: Arc<Wanted>,
}

/// The collector at work.
pub(super) struct Gathering {
    library: Arc<Library>,
    wanted: Arc<Wanted>,
    gathered: Gathered,
}

impl Collector for Gather {
    type Fruit = Gathered;
    type Child = Gathering;

    fn for_segment(&self, _: SegmentOrdinal, _: &SegmentReader) -> tantivy::Result<Gathering> {
        let (library, wanted) = (Arc::clone(&self.library), Arc::clone(&self.wanted));
        let gathered = Gathered::new(&library);
        Ok(Gathering { library, wanted, gathered })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, fruits: Vec<Gathered>) -> tantivy::Result<Gathered> {
        Ok(fruits.into_iter().next().unwrap_or_else(|| Gathered::new(&self.library)))
    }
}

impl SegmentCollector for Gathering {
    type Fruit = Gathered;

    fn collect(&mut self, document: DocId, score: Score) {
        self.gathered.take(document, score, &self.library, &self.wanted);
    }

    fn harvest(self) -> Gathered {
        self.gathered
    }
}
