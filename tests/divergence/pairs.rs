// SPDX-License-Identifier: EUPL-1.2
//! Judged pairs of definitions, and how well a comparison agrees with the judges. Shared by the tests and the bench.
#![allow(clippy::disallowed_methods, reason = "test data is read here")]

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use taalbrug::divergence::{Comparison, Marked, Meaning, Weights, Yardstick, compare};
use taalbrug::language::{Lexicon, words_of};
use taalbrug::model::{FacetId, Keyed, Relation, Values};
use taalbrug::source::TextPair;

/// A pair as its judge wrote it down.
#[derive(Debug, Deserialize)]
pub struct Judged {
    #[serde(flatten)]
    pub texts: TextPair,
    pub relation: String,
    pub degree: u8,
    #[serde(default)]
    pub marks_a: Vec<String>,
    #[serde(default)]
    pub marks_b: Vec<String>,
}

/// Reads pairs, one JSON object on a line.
pub fn read(path: &Path) -> Vec<Judged> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let parse = |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines().filter(|line| !line.trim().is_empty()).map(parse).collect()
}

impl Judged {
    /// The relation, as the model names it.
    pub fn relation(&self) -> Relation {
        Relation::from_key(&self.relation).unwrap_or_else(|| panic!("{}: relation {}", self.texts.id, self.relation))
    }

    /// What the program says of the pair.
    pub fn compared(&self, yardstick: &Yardstick<'_>) -> Comparison {
        let facets = |facets: &BTreeMap<String, String>| -> BTreeMap<FacetId, String> {
            facets.iter().filter_map(|(key, text)| Some((FacetId::parse(key)?, text.clone()))).collect()
        };
        let (of_a, of_b, values) = (facets(&self.texts.a_facets), facets(&self.texts.b_facets), Values::default());
        let a = Meaning { definition: &self.texts.a_text, facets: &of_a, values: &values };
        let b = Meaning { definition: &self.texts.b_text, facets: &of_b, values: &values };
        compare(&a, &b, &self.texts.term, yardstick)
    }
}

/// How much words weigh in a file of pairs: all its texts together.
pub fn weights(pairs: &[Judged], lexicon: &Lexicon) -> Weights {
    Weights::of(pairs.iter().flat_map(|pair| [pair.texts.a_text.as_str(), pair.texts.b_text.as_str()]), lexicon)
}

/// Relations whose readers act alike: the same, partly, clashing, another concept, on one side only.
pub fn kind(relation: Relation) -> &'static str {
    match relation {
        Relation::Same | Relation::Nuance => "alike",
        Relation::Broader | Relation::Narrower | Relation::Overlap => "partly",
        Relation::Conflict => "clash",
        Relation::Homonym => "other",
        Relation::OneSided => "one side",
        Relation::Unclear => "unclear",
    }
}

/// A share with the counts behind it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Share {
    pub of: usize,
    pub good: usize,
}

impl Share {
    pub fn count(&mut self, good: bool) {
        self.of += 1;
        self.good += usize::from(good);
    }

    pub fn value(self) -> f64 {
        if self.of == 0 { 0.0 } else { self.good as f64 / self.of as f64 }
    }
}

/// How the answers for a set of pairs agree with the judges.
#[derive(Debug, Default)]
pub struct Agreement {
    pub pairs: usize,
    /// Rank correlation of score and degree, over pairs with two texts.
    pub spearman: f64,
    /// Asserted relations (not `unclear`): exactly right.
    pub exact: Share,
    /// Asserted relations: right in kind.
    pub in_kind: Share,
    /// The same by confidence.
    pub by_confidence: BTreeMap<&'static str, Share>,
    /// Per judged relation: right in kind among all.
    pub by_relation: BTreeMap<&'static str, Share>,
    /// Asserted conflicts that are conflicts.
    pub conflict_precision: Share,
    /// Judged conflicts that are found.
    pub conflict_recall: Share,
    /// Pairs of degree 3 that were called the same or nearly so.
    pub false_calm: Vec<String>,
    /// Asserted wrongly: id, judged, asserted.
    pub wrong: Vec<(String, &'static str, &'static str)>,
    /// Words that judges marked and the program too: right, only program, only judges.
    pub words: [usize; 3],
}

impl Agreement {
    /// Holds the answers against the judgements.
    pub fn of(pairs: &[Judged], yardstick: &Yardstick<'_>) -> Self {
        let mut found = Self { pairs: pairs.len(), ..Self::default() };
        let (mut scores, mut degrees) = (Vec::new(), Vec::new());
        for pair in pairs {
            let answer = pair.compared(yardstick);
            if pair.relation() != Relation::OneSided {
                scores.push(answer.score());
                degrees.push(f64::from(pair.degree));
            }
            found.take(pair, &answer);
            found.take_marks(pair, &answer, yardstick.lexicon);
        }
        found.spearman = spearman(&scores, &degrees);
        found
    }

    fn take(&mut self, pair: &Judged, answer: &Comparison) {
        let (judged, said) = (pair.relation(), answer.relation);
        let right = kind(judged) == kind(said);
        self.by_relation.entry(judged.key()).or_default().count(right);
        if judged == Relation::Conflict {
            self.conflict_recall.count(said == Relation::Conflict);
        }
        if said == Relation::Unclear {
            return;
        }
        self.exact.count(judged == said);
        self.in_kind.count(right);
        self.by_confidence.entry(answer.confidence.key()).or_default().count(right);
        if said == Relation::Conflict {
            self.conflict_precision.count(judged == Relation::Conflict);
        }
        if kind(said) == "alike" && pair.degree == 3 {
            self.false_calm.push(pair.texts.id.clone());
        }
        if !right {
            self.wrong.push((pair.texts.id.clone(), judged.key(), said.key()));
        }
    }

    fn take_marks(&mut self, pair: &Judged, answer: &Comparison, lexicon: &Lexicon) {
        let sides = [
            (&pair.texts.a_text, &pair.marks_a, &answer.segments_a),
            (&pair.texts.b_text, &pair.marks_b, &answer.segments_b),
        ];
        for (text, marks, segments) in sides {
            let (judged, said) = (judged_places(text, marks), marked_places(segments));
            for token in words_of(text, lexicon).iter().filter(|token| counts(&token.folded, token.stop)) {
                let inside = |places: &[(usize, usize)]| {
                    places.iter().any(|&(start, end)| start < token.range.end && token.range.start < end)
                };
                match (inside(&judged), inside(&said)) {
                    (true, true) => self.words[0] += 1,
                    (false, true) => self.words[1] += 1,
                    (true, false) => self.words[2] += 1,
                    (false, false) => {}
                }
            }
        }
    }

    /// Precision, recall and their harmonic mean over marked words.
    pub fn marks(&self) -> (f64, f64, f64) {
        let [right, extra, missed] = self.words.map(|count| count as f64);
        let (precision, recall) = (right / (right + extra).max(1.0), right / (right + missed).max(1.0));
        (precision, recall, 2.0 * precision * recall / (precision + recall).max(1e-9))
    }

    /// The share of pairs for which a relation was asserted.
    pub fn coverage(&self) -> f64 {
        self.in_kind.of as f64 / self.pairs.max(1) as f64
    }
}

/// Function words that carry a difference by themselves.
const CUES: &[&str] = &[
    "niet", "geen", "nooit", "zonder", "kan", "mag", "moet", "hoeft", "voordat", "nadat", "alleen", "alle", "elke",
    "elk", "ieder", "iedere", "één", "voor", "na",
];

fn counts(folded: &str, stop: bool) -> bool {
    !stop || CUES.contains(&folded)
}

fn judged_places(text: &str, marks: &[String]) -> Vec<(usize, usize)> {
    let place = |mark: &String| text.find(mark.as_str()).map(|start| (start, start + mark.len()));
    marks.iter().filter_map(place).collect()
}

fn marked_places(marked: &Marked) -> Vec<(usize, usize)> {
    let (mut places, mut start) = (Vec::new(), 0);
    for segment in marked.segments() {
        let end = start + segment.text.len();
        if segment.mark.is_some() {
            places.push((start, end));
        }
        start = end;
    }
    places
}

/// The rank correlation of two lists of the same length, ties at their mean rank.
pub fn spearman(x: &[f64], y: &[f64]) -> f64 {
    pearson(&ranks(x), &ranks(y))
}

fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&i, &j| values[i].total_cmp(&values[j]));
    let mut ranks = vec![0.0; values.len()];
    let mut start = 0;
    while start < order.len() {
        let same =
            order[start..].iter().take_while(|&&place| values[place].total_cmp(&values[order[start]]).is_eq()).count();
        for &place in &order[start..start + same] {
            ranks[place] = start as f64 + (same - 1) as f64 / 2.0;
        }
        start += same;
    }
    ranks
}

fn pearson(x: &[f64], y: &[f64]) -> f64 {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len().max(1) as f64;
    let (mean_x, mean_y) = (mean(x), mean(y));
    let product: f64 = x.iter().zip(y).map(|(x, y)| (x - mean_x) * (y - mean_y)).sum();
    let spread = |values: &[f64], mean: f64| values.iter().map(|value| (value - mean).powi(2)).sum::<f64>();
    let both = (spread(x, mean_x) * spread(y, mean_y)).sqrt();
    if both > 0.0 { product / both } else { 0.0 }
}
