// SPDX-License-Identifier: EUPL-1.2
//! Computed relations against people: what is asserted is right, on pairs that were judged before the word lists were.

#[path = "../divergence/pairs.rs"]
mod pairs;

use std::collections::BTreeSet;

use pairs::{Agreement, Judged};
use taalbrug::divergence::Yardstick;
use taalbrug::model::Relation;
use taalbrug::source::load;

use crate::support::{real_glossary, root};

/// The set to build on, and the one that is looked at when a change is done.
const SETS: [&str; 2] = ["development", "check"];

fn judged(set: &str) -> Vec<Judged> {
    pairs::read(&root().join(format!("tests/divergence/{set}.jsonl")))
}

#[test]
fn what_is_asserted_is_right_in_kind_and_never_falsely_calm() {
    let (content, _) = load(&real_glossary()).expect("the glossary of the project");
    for set in SETS {
        let judged = judged(set);
        let weights = pairs::weights(&judged, &content.lexicon);
        let yardstick =
            Yardstick { lexicon: &content.lexicon, weights: &weights, glossary: &content.glossary, embedder: None };
        let found = Agreement::of(&judged, &yardstick);
        assert!(found.in_kind.of >= 12 && found.in_kind.value() >= 0.9, "{set}: {found:#?}");
        assert!(found.conflict_precision.value() >= 0.9, "{set}: {found:#?}");
        assert!(found.by_confidence.values().all(|share| share.value() >= 0.9), "{set}: {found:#?}");
        assert!(found.false_calm.is_empty(), "{set}: {:?}", found.false_calm);
        assert!(found.coverage() > 0.1 && found.marks().1 > 0.6, "{set}: {} {:?}", found.coverage(), found.marks());
        assert!(found.exact.value() >= 0.8 && found.conflict_recall.value() >= 0.2, "{set}: {found:#?}");
        assert!(found.spearman >= 0.35, "{set}: {found:#?}");
    }
}

#[test]
fn judged_pairs_are_whole() {
    let mut ids = BTreeSet::new();
    for pair in SETS.iter().flat_map(|set| judged(set)) {
        let degrees: &[u8] = match pair.relation() {
            Relation::Same => &[0],
            Relation::Nuance => &[1],
            Relation::Conflict | Relation::Homonym => &[3],
            _ => &[2],
        };
        assert!(degrees.contains(&pair.degree), "{}: degree {}", pair.texts.id, pair.degree);
        for (text, marks) in [(&pair.texts.a_text, &pair.marks_a), (&pair.texts.b_text, &pair.marks_b)] {
            assert!(marks.iter().all(|mark| text.contains(mark.as_str())), "{}: {marks:?}", pair.texts.id);
        }
        assert!(ids.insert(pair.texts.id.clone()), "{} stands twice", pair.texts.id);
    }
    assert!(ids.len() >= 240, "{} pairs", ids.len());
}
