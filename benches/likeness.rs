// SPDX-License-Identifier: EUPL-1.2
//! What a model of word vectors says of judged pairs: its similarities per relation, and what each threshold would bring.
//! Whoever brings a model reads its thresholds off here.

use std::collections::BTreeMap;

use taalbrug::divergence::{Likeness, Yardstick};
use taalbrug::embedding::{Embedder, Thresholds};
use taalbrug::model::Relation;

use crate::pairs::{Judged, Share, kind};

/// The thresholds that are tried, in steps.
const TRIED: std::ops::RangeInclusive<i32> = 0..=20;
const STEP: f64 = 0.05;

/// Prints the similarities per judged relation, and how right the model would be where it may speak.
pub fn print(pairs: &[Judged], yardstick: &Yardstick<'_>, mut embedder: Embedder) {
    println!("\nsimilarity to {:<15} pairs   least quarter  half three-q  most", embedder.name);
    let mut by_relation: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for (pair, likeness) in measured(pairs, yardstick, &embedder) {
        by_relation.entry(&pair.relation).or_default().push(likeness.similarity);
    }
    for (relation, mut figures) in by_relation {
        figures.sort_by(f64::total_cmp);
        let quarters = [0, 1, 2, 3, 4].map(|quarter| figures[(figures.len() - 1) * quarter / 4]);
        let shown: Vec<String> = quarters.iter().map(|figure| format!("{figure:>8.2}")).collect();
        println!("  {relation:<27} {:>5}{}", figures.len(), shown.join(""));
    }
    // So wide that the model speaks wherever it may.
    embedder.thresholds = Thresholds { same_from: Some(-1.0), other_below: None };
    try_out("same_from", &spoken(pairs, yardstick, &embedder), |figure, threshold| figure >= threshold);
    embedder.thresholds = Thresholds { same_from: None, other_below: Some(2.0) };
    try_out("other_below", &spoken(pairs, yardstick, &embedder), |figure, threshold| figure < threshold);
}

/// Every pair with what the model says of it.
fn measured<'p>(pairs: &'p [Judged], yardstick: &Yardstick<'_>, embedder: &Embedder) -> Vec<(&'p Judged, Likeness)> {
    let yardstick = Yardstick { embedder: Some(embedder), ..*yardstick };
    pairs.iter().filter_map(|pair| Some((pair, pair.compared(&yardstick).likeness?))).collect()
}

/// The figures of the pairs of which the model decides the relation, and whether that is right in kind.
fn spoken(pairs: &[Judged], yardstick: &Yardstick<'_>, embedder: &Embedder) -> Vec<(f64, bool)> {
    let right = |pair: &Judged, said: Relation| kind(pair.relation()) == kind(said);
    let spoken = |(pair, likeness): (&Judged, Likeness)| Some((likeness.similarity, right(pair, likeness.decided?)));
    measured(pairs, yardstick, embedder).into_iter().filter_map(spoken).collect()
}

/// Prints for each threshold how many answers it would give, and how many of these right.
fn try_out(name: &str, spoken: &[(f64, bool)], passes: fn(f64, f64) -> bool) {
    println!("\n{name:<12} answers  right in kind    (the model may speak on {} pairs)", spoken.len());
    for threshold in TRIED.map(|step| f64::from(step) * STEP) {
        let mut share = Share::default();
        for (_, right) in spoken.iter().filter(|(figure, _)| passes(*figure, threshold)) {
            share.count(*right);
        }
        if share.of > 0 {
            println!("  {threshold:<10.2} {:>7}  {:.2}", share.of, share.value());
        }
    }
}
