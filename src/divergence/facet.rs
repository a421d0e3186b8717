// SPDX-License-Identifier: EUPL-1.2
//! Facets compared one by one: a controlled value decides where both sides have one, else the phrases are compared.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::divergence::align::Alignment;
use crate::divergence::compare::{Meaning, Yardstick};
use crate::divergence::flip::{self, Texts};
use crate::divergence::frame;
use crate::divergence::text::Text;
use crate::model::{Age, Coercion, Consent, Degree, Glossary, Keyed, Values};

/// One facet of two meanings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FacetComparison {
    /// The key: a facet of the glossary, or `coercion` or `age`.
    pub key: String,
    /// The Dutch name.
    pub label: String,
    /// What the first side says.
    pub a: Option<String>,
    /// What the second side says.
    pub b: Option<String>,
    /// How much they differ, 0 to 1; nothing when only one side speaks.
    pub difference: Option<f64>,
    /// Whether the two sides exclude each other.
    pub(super) excludes: bool,
    /// The same in a word.
    pub state: FacetState,
    /// What the comparison rests on.
    pub carrier: Carrier,
    /// What the editors say of it.
    pub judged: Option<Degree>,
}

/// How two sides of a facet compare, those that need attention first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum FacetState {
    /// They differ.
    Different,
    /// They differ in part.
    Partly,
    /// Only one side says something.
    OneSide,
    /// They say the same.
    Same,
}

impl Keyed for FacetState {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Different, "different", "anders", "different"),
        (Self::Partly, "partly", "deels anders", "partly different"),
        (Self::OneSide, "one_side", "alleen bij één domein", "one domain only"),
        (Self::Same, "same", "gelijk", "the same"),
    ];
}

/// What a facet comparison rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Carrier {
    /// A controlled value, compared exactly where both sides have one.
    Value,
    /// The words of the two phrases.
    Phrase,
}

impl Keyed for Carrier {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] =
        &[(Self::Value, "value", "vaste waarde", "controlled value"), (Self::Phrase, "phrase", "woorden", "words")];
}

/// Weights of the facets in the score; a facet that a glossary adds weighs as much as a goal. Own choice, to be
/// measured; the study names who acts, what follows and when it starts as the heaviest.
pub(super) fn weight(key: &str) -> f64 {
    match key {
        "actor" | "coercion" => 0.25,
        "consequence" | "threshold" => 0.20,
        "legal_basis" | "time_horizon" | "age" => 0.10,
        _ => 0.15,
    }
}

/// Compares every facet that at least one side fills, in the order of the glossary; then the controlled values that
/// stand for no facet of this glossary.
pub(super) fn compare(a: &Meaning<'_>, b: &Meaning<'_>, yardstick: &Yardstick<'_>) -> Vec<FacetComparison> {
    let facets = &yardstick.glossary.facets;
    let of_facets = facets.iter().map(|facet| {
        let value = VALUES.iter().find(|value| value.key == facet.id.as_str());
        (facet.id.as_str(), facet.label.as_str(), [a, b].map(|side| side.facets.get(&facet.id).cloned()), value)
    });
    let alone = VALUES.iter().filter(|value| facets.iter().all(|facet| facet.id.as_str() != value.key));
    let of_values = alone.map(|value| (value.key, value.label, [None, None], Some(value)));
    let row = |(key, label, phrases, value)| {
        let row = Row { key, label, phrases, value };
        row.compare([a.values, b.values], yardstick)
    };
    of_facets.chain(of_values).filter_map(row).collect()
}

/// A facet with what both sides say of it, in words and as a controlled value.
struct Row<'a> {
    key: &'a str,
    label: &'a str,
    phrases: [Option<String>; 2],
    value: Option<&'static ControlledValue>,
}

impl Row<'_> {
    fn compare(self, values: [&Values; 2], yardstick: &Yardstick<'_>) -> Option<FacetComparison> {
        let [a, b] = values;
        let in_words = |values| self.value.and_then(|value| (value.words)(values, yardstick.glossary));
        let [phrase_a, phrase_b] = self.phrases;
        let in_phrases = phrase_a.is_some() || phrase_b.is_some();
        let (of_a, of_b) = (phrase_a.or_else(|| in_words(a)), phrase_b.or_else(|| in_words(b)));
        if of_a.is_none() && of_b.is_none() {
            return None;
        }
        let (difference, carrier) = match self.value.and_then(|value| (value.differ)(a, b)) {
            Some(difference) => (Some(difference), Carrier::Value),
            None => {
                let phrases = of_a.as_deref().zip(of_b.as_deref());
                let carrier = if in_phrases { Carrier::Phrase } else { Carrier::Value };
                (phrases.map(|(a, b)| phrase_difference(a, b, yardstick)), carrier)
            }
        };
        let excludes = difference == Some(Difference::Excludes);
        let difference = difference.map(Difference::figure);
        let state = match difference {
            None => FacetState::OneSide,
            Some(difference) if difference < 0.3 => FacetState::Same,
            Some(difference) if difference < 0.65 => FacetState::Partly,
            Some(_) => FacetState::Different,
        };
        let (key, label) = (self.key.to_owned(), self.label.to_owned());
        Some(FacetComparison { key, label, a: of_a, b: of_b, difference, excludes, state, carrier, judged: None })
    }
}

/// How the two sides of a facet differ.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Difference {
    /// By so much, from 0 (not) to 1 (nothing in common).
    Partly(f64),
    /// Who does the one cannot do the other.
    Excludes,
}

impl Difference {
    fn figure(self) -> f64 {
        match self {
            Self::Partly(figure) => figure,
            Self::Excludes => 1.0,
        }
    }
}

/// A controlled value: the facet it belongs to, its name where the glossary has no such facet, how it reads, and how
/// much two of them differ where both sides have one.
struct ControlledValue {
    key: &'static str,
    label: &'static str,
    words: fn(&Values, &Glossary) -> Option<String>,
    differ: fn(&Values, &Values) -> Option<Difference>,
}

const VALUES: &[ControlledValue] = &[
    ControlledValue {
        key: "actor",
        label: "Wie",
        words: |values, glossary| {
            let name = |id| glossary.actor(id).map(|actor| actor.label.as_str());
            listed(values.roles.iter().filter_map(name))
        },
        differ: |a, b| list_difference(&a.roles, &b.roles),
    },
    ControlledValue {
        key: "legal_basis",
        label: "Grondslag",
        words: |values, glossary| {
            let name = |id| glossary.legal_frame(id).map(|frame| frame.label.as_str());
            listed(values.legal_basis.iter().filter_map(name))
        },
        differ: |a, b| list_difference(&a.legal_basis, &b.legal_basis),
    },
    ControlledValue {
        key: "information",
        label: "Toestemming",
        words: |values, _| values.consent.map(|consent| consent.dutch().to_owned()),
        differ: |a, b| a.consent.zip(b.consent).map(|(a, b)| kept_apart(a, b, &[(Consent::With, Consent::Without)])),
    },
    ControlledValue {
        key: "time_horizon",
        label: "Tijd",
        words: |values, _| values.within.as_ref().map(|within| within_in_words(within.hours)),
        differ: |a, b| {
            let (a, b) = a.within.as_ref().zip(b.within.as_ref())?;
            Some(Difference::Partly(f64::from(u8::from(a.hours != b.hours))))
        },
    },
    ControlledValue {
        key: "coercion",
        label: "Vrijheid",
        words: |values, _| values.coercion.map(|coercion| coercion.dutch().to_owned()),
        differ: |a, b| a.coercion.zip(b.coercion).map(|(a, b)| kept_apart(a, b, COERCION_CLASHES)),
    },
    ControlledValue {
        key: "age",
        label: "Leeftijd",
        words: |values, _| values.age.map(age_in_words),
        differ: |a, b| a.age.zip(b.age).map(|(a, b)| age_difference(a, b)),
    },
];

/// Whoever is bound by the one cannot keep to the other.
const COERCION_CLASHES: &[(Coercion, Coercion)] = &[
    (Coercion::Voluntary, Coercion::Must),
    (Coercion::Voluntary, Coercion::Forbidden),
    (Coercion::May, Coercion::Forbidden),
    (Coercion::Must, Coercion::Forbidden),
];

/// Values of one list: the same, excluding each other, or halfway.
fn kept_apart<T: PartialEq + Copy>(a: T, b: T, clashes: &[(T, T)]) -> Difference {
    if a == b {
        Difference::Partly(0.0)
    } else if clashes.contains(&(a, b)) || clashes.contains(&(b, a)) {
        Difference::Excludes
    } else {
        Difference::Partly(0.5)
    }
}

/// The share of two lists that they do not have in common; nothing when one is empty.
fn list_difference<T: Ord>(a: &[T], b: &[T]) -> Option<Difference> {
    let (a, b): (BTreeSet<&T>, BTreeSet<&T>) = (a.iter().collect(), b.iter().collect());
    let (shared, all) = (a.intersection(&b).count(), a.union(&b).count());
    (!a.is_empty() && !b.is_empty()).then(|| Difference::Partly(1.0 - shared as f64 / all as f64))
}

/// The share of the years that only one of two age ranges covers.
fn age_difference(a: Age, b: Age) -> Difference {
    let years = |age: Age| (i32::from(age.from.unwrap_or(0)), i32::from(age.to.unwrap_or(Age::OLDEST)));
    let ((from_a, to_a), (from_b, to_b)) = (years(a), years(b));
    let length = |from: i32, to: i32| f64::from((to - from + 1).max(0));
    let shared = length(from_a.max(from_b), to_a.min(to_b));
    let all = length(from_a, to_a) + length(from_b, to_b) - shared;
    Difference::Partly(if all > 0.0 { 1.0 - shared / all } else { 0.0 })
}

fn listed<'a>(names: impl Iterator<Item = &'a str>) -> Option<String> {
    let names: Vec<&str> = names.collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn within_in_words(hours: u32) -> String {
    let counted =
        |number: u32, one: &str, more: &str| format!("binnen {number} {}", if number == 1 { one } else { more });
    match hours {
        hours if hours > 0 && hours.is_multiple_of(168) => counted(hours / 168, "week", "weken"),
        hours if hours > 0 && hours.is_multiple_of(24) => counted(hours / 24, "dag", "dagen"),
        hours => counted(hours, "uur", "uur"),
    }
}

fn age_in_words(age: Age) -> String {
    match (age.from, age.to) {
        (Some(from), Some(to)) => format!("{from} tot en met {to} jaar"),
        (Some(from), None) => format!("vanaf {from} jaar"),
        (None, Some(to)) => format!("tot en met {to} jaar"),
        (None, None) => "alle leeftijden".to_owned(),
    }
}

/// From this difference on two phrases are no longer the same.
const APART: f64 = 0.35;

/// How two phrases differ: by the words that they do not share, and altogether where they are one phrase that contradicts
/// itself, or name limits that leave nothing in common. Phrases that are not one phrase are never the same.
fn phrase_difference(a: &str, b: &str, yardstick: &Yardstick<'_>) -> Difference {
    let (mut a, mut b) = (Text::new(a, "", yardstick), Text::new(b, "", yardstick));
    let alignment = Alignment::of(&mut a, &mut b, yardstick.lexicon);
    let similarity = alignment.similarity(&a, &b);
    let flips = flip::find(&Texts::new(&a, &b, &alignment), similarity);
    if limits_exclude(&a, &b) || frame::flip_decides(&a, &b, &alignment, &flips) {
        return Difference::Excludes;
    }
    if flips.is_empty() && (a.reads_like(&b) || frame::is_one(&a, &b, &alignment, (&[], &[]))) {
        return Difference::Partly((1.0 - similarity).min(APART / 2.0));
    }
    let apart = |difference: f64, flip: &flip::FoundFlip| 1.0 - (1.0 - difference) * (1.0 - flip.weight);
    Difference::Partly(flips.iter().fold(1.0 - similarity, apart).max(APART))
}

/// Whether each phrase names one limit, and nothing can keep to both.
fn limits_exclude(a: &Text<'_>, b: &Text<'_>) -> bool {
    matches!((a.quantities.as_slice(), b.quantities.as_slice()), ([a], [b]) if a.excludes(b))
}

#[cfg(test)]
mod tests {
    use super::{Difference, age_difference, kept_apart, list_difference, within_in_words};
    use crate::divergence::facet::COERCION_CLASHES;
    use crate::model::{Age, Coercion};

    #[test]
    fn lists_differ_by_what_they_do_not_share() {
        assert_eq!(list_difference(&[1, 2], &[2, 1]), Some(Difference::Partly(0.0)));
        assert_eq!(list_difference(&[1], &[2]), Some(Difference::Partly(1.0)));
        assert_eq!(list_difference(&[1, 2], &[2, 3]), Some(Difference::Partly(1.0 - 1.0 / 3.0)));
        assert_eq!(list_difference(&[1, 1, 1], &[1]), Some(Difference::Partly(0.0)));
        assert_eq!(list_difference(&[1], &[]), None);
    }

    #[test]
    fn freedom_clashes_only_where_one_excludes_the_other() {
        let between = |a, b| kept_apart(a, b, COERCION_CLASHES);
        assert_eq!(between(Coercion::Must, Coercion::Voluntary), Difference::Excludes);
        assert_eq!(between(Coercion::May, Coercion::Forbidden), Difference::Excludes);
        assert_eq!(between(Coercion::May, Coercion::Must), Difference::Partly(0.5));
        assert_eq!(between(Coercion::May, Coercion::Voluntary), Difference::Partly(0.5));
        assert_eq!(between(Coercion::May, Coercion::May), Difference::Partly(0.0));
    }

    #[test]
    fn ages_differ_by_the_years_they_do_not_share() {
        let age = |from, to| Age { from, to };
        assert_eq!(age_difference(age(Some(0), Some(9)), age(Some(5), Some(14))), Difference::Partly(1.0 - 5.0 / 15.0));
        assert_eq!(age_difference(age(None, Some(17)), age(Some(18), None)), Difference::Partly(1.0));
        assert_eq!(age_difference(age(Some(12), None), age(Some(12), Some(120))), Difference::Partly(0.0));
    }

    #[test]
    fn a_period_reads_as_people_say_it() {
        let read = [24, 48, 168, 36].map(within_in_words);
        assert_eq!(read, ["binnen 1 dag", "binnen 2 dagen", "binnen 1 week", "binnen 36 uur"]);
    }
}
