// SPDX-License-Identifier: EUPL-1.2
//! Judged queries, written before the search was tried on them: each kind is answered at least as well as it was.

#[path = "../search/queries.rs"]
mod judged;

use std::collections::BTreeSet;

use judged::{Answered, Judged, KINDS, NONSENSE, Tally};

use crate::support::{publication, real_glossary, root};

/// The set to build on, and the one that is looked at when a change is done.
const SETS: [&str; 2] = ["development", "check"];

/// The least success at 1 and at 10 of a kind, in the order of [`SETS`]. Raise them when the search gets better.
const FLOORS: &[(&str, [[f64; 2]; 2])] = &[
    ("exact", [[1.00, 1.00], [1.00, 1.00]]),
    ("inflection", [[0.98, 0.98], [0.97, 0.98]]),
    ("typo", [[1.00, 1.00], [0.97, 0.98]]),
    ("synonym", [[1.00, 1.00], [1.00, 1.00]]),
    ("abbreviation", [[1.00, 1.00], [1.00, 1.00]]),
    ("compound", [[0.96, 1.00], [0.96, 0.96]]),
    ("other_domain", [[0.97, 1.00], [0.92, 1.00]]),
    ("english", [[1.00, 1.00], [0.97, 0.97]]),
    ("description", [[0.79, 0.95], [0.65, 0.86]]),
    ("two_words", [[0.90, 1.00], [1.00, 1.00]]),
    ("prefix", [[1.00, 1.00], [1.00, 1.00]]),
    ("hyphen", [[1.00, 1.00], [1.00, 1.00]]),
    ("diminutive", [[1.00, 1.00], [0.83, 0.88]]),
    ("topic", [[0.76, 0.76], [0.66, 0.80]]),
    ("nonsense", [[1.00, 1.00], [1.00, 1.00]]),
];

fn read(set: &str) -> Vec<Judged> {
    judged::read(&root().join(format!("tests/search/{set}.jsonl")))
}

#[test]
fn each_kind_of_query_is_answered_at_least_as_well_as_its_floor() {
    let publication = publication(&real_glossary());
    assert_eq!(FLOORS.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), KINDS);
    let mut faults = Vec::new();
    for (place, set) in SETS.into_iter().enumerate() {
        let judged = read(set);
        let answers: Vec<Answered<'_>> = judged.iter().map(|judged| Answered::of(judged, &publication)).collect();
        for (kind, floors) in FLOORS {
            let (tally, [one, ten]) = (Tally::of(kind, &answers), floors[place]);
            let found = [tally.success_at_1(), tally.success_at_10(), tally.mean_reciprocal_rank()];
            if found[0] < one || found[1] < ten {
                faults.push(format!("{set} {kind}: {found:.3?} of {}, floors {one} and {ten}", tally.asked));
            }
        }
    }
    assert!(faults.is_empty(), "cargo bench --profile dev --bench search -- wrong tells more:\n{}", faults.join("\n"));
}

#[test]
fn judged_queries_are_whole() {
    let publication = publication(&real_glossary());
    let terms: BTreeSet<&str> = publication.glossary.terms.iter().map(|term| term.id.as_str()).collect();
    let mut ids = BTreeSet::new();
    for judged in SETS.iter().flat_map(|set| read(set)) {
        let Judged { id, kind, q, expect, origin } = &judged;
        assert!(KINDS.contains(&kind.as_str()), "{id}: kind {kind}");
        assert!(["hand", "rule"].contains(&origin.as_str()), "{id}: origin {origin}");
        assert_eq!(expect.is_empty(), kind == NONSENSE, "{id}: {expect:?}");
        assert!(expect.iter().all(|term| terms.contains(term.as_str())), "{id}: {expect:?}");
        assert!(kind != "description" || q.split_whitespace().count() >= 8, "{id}: {q}");
        assert!(ids.insert(id.clone()), "{id} stands twice");
    }
}

#[test]
fn no_query_stands_twice_and_the_sets_are_large_enough() {
    let mut seen = BTreeSet::new();
    for (set, least) in SETS.into_iter().zip([450, 250]) {
        let judged = read(set);
        assert!(judged.len() >= least, "{set}: {}", judged.len());
        for kind in KINDS {
            assert!(judged.iter().filter(|judged| judged.kind == *kind).count() >= 15, "{set}: {kind}");
        }
        assert!(judged.iter().filter(|judged| judged.kind == "description").count() >= least / 6, "{set}");
        for Judged { q, .. } in &judged {
            assert!(seen.insert(q.to_lowercase()), "{set}: {q} stands twice");
        }
    }
}

#[test]
fn the_readme_tells_every_kind() {
    let readme = std::fs::read_to_string(root().join("tests/search/README.md")).expect("the README of the queries");
    let told: Vec<&str> = readme.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next()).collect();
    assert_eq!(told[1..], *KINDS);
}
