//! Facets compared one by one: a controlled value decides where both sides have one, else the phrases are compared.

use crate::divergence::align::Alignment;
use crate::divergence::compare::{Meaning, Yardstick};
use crate::divergence::flip::{self, Texts};
use crate::divergence::text::Text;
use crate::model::{Degree, Facet, Keyed, Values};

/// One facet of two meanings.
#[derive(Debug, Clone, PartialEq)]
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
    /// The same in a word.
    pub state: FacetState,
    /// What the comparison rests on.
    pub carrier: Carrier,
    /// What the editors say of it.
    pub judged: Option<Degree>,
}

/// How two sides of a facet compare, those that need attention first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carrier {
    /// A controlled value on both sides, compared exactly.
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

/// Compares every facet that at least one side fills, in the order of the glossary; then coercion and age.
pub(super) fn compare(a: &Meaning<'_>, b: &Meaning<'_>, yardstick: &Yardstick<'_>) -> Vec<FacetComparison> {
    let mut rows: Vec<FacetComparison> =
        yardstick.facets.iter().filter_map(|facet| compare_one(facet, a, b, yardstick)).collect();
    for (key, label, value) in STANDALONE {
        let (of_a, of_b) = (value(a.values), value(b.values));
        if of_a.is_some() || of_b.is_some() {
            let difference = of_a.as_ref().zip(of_b.as_ref()).map(|(a, b)| f64::from(u8::from(a != b)));
            rows.push(row((key, label), (of_a, of_b), difference, Carrier::Value));
        }
    }
    rows
}

/// Reads a controlled value as words.
type InWords = fn(&Values) -> Option<String>;

/// Controlled values that belong to no facet and stand as rows of their own.
const STANDALONE: &[(&str, &str, InWords)] = &[
    ("coercion", "Vrijheid", |values| values.coercion.map(|coercion| coercion.dutch().to_owned())),
    ("age", "Leeftijd", |values| values.age.map(age_in_words)),
];

fn age_in_words(age: crate::model::Age) -> String {
    match (age.from, age.to) {
        (Some(from), Some(to)) => format!("{from} tot en met {to} jaar"),
        (Some(from), None) => format!("vanaf {from} jaar"),
        (None, Some(to)) => format!("tot en met {to} jaar"),
        (None, None) => "alle leeftijden".to_owned(),
    }
}

fn compare_one(facet: &Facet, a: &Meaning<'_>, b: &Meaning<'_>, yardstick: &Yardstick<'_>) -> Option<FacetComparison> {
    let (phrase_a, phrase_b) = (a.facets.get(&facet.id), b.facets.get(&facet.id));
    let by_value = value_difference(facet.id.as_str(), a.values, b.values);
    if phrase_a.is_none() && phrase_b.is_none() {
        return None;
    }
    let by_phrase = || phrase_a.zip(phrase_b).map(|(a, b)| phrase_difference(a, b, yardstick));
    let (difference, carrier) = match by_value {
        Some(difference) => (Some(difference), Carrier::Value),
        None => (by_phrase(), Carrier::Phrase),
    };
    Some(row((facet.id.as_str(), &facet.label), (phrase_a.cloned(), phrase_b.cloned()), difference, carrier))
}

/// What both sides say of a facet.
type Phrases = (Option<String>, Option<String>);

fn row((key, label): (&str, &str), (a, b): Phrases, difference: Option<f64>, carrier: Carrier) -> FacetComparison {
    let state = match difference {
        None => FacetState::OneSide,
        Some(difference) if difference < 0.3 => FacetState::Same,
        Some(difference) if difference < 0.65 => FacetState::Partly,
        Some(_) => FacetState::Different,
    };
    FacetComparison { key: key.to_owned(), label: label.to_owned(), a, b, difference, state, carrier, judged: None }
}

/// The difference by the controlled value behind a facet, when both sides have one.
fn value_difference(key: &str, a: &Values, b: &Values) -> Option<f64> {
    match key {
        "actor" => list_difference(&a.roles, &b.roles),
        "legal_basis" => list_difference(&a.legal_basis, &b.legal_basis),
        "information" => a.consent.zip(b.consent).map(|(a, b)| f64::from(u8::from(a != b))),
        "time_horizon" => {
            let hours = |values: &Values| values.within.as_ref().map(|within| within.hours);
            hours(a).zip(hours(b)).map(|(a, b)| f64::from(u8::from(a != b)))
        }
        _ => None,
    }
}

/// The share of two lists that they do not have in common; nothing when one is empty.
fn list_difference<T: PartialEq>(a: &[T], b: &[T]) -> Option<f64> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let shared = a.iter().filter(|item| b.contains(item)).count();
    let all = a.len() + b.len() - shared;
    Some(1.0 - shared as f64 / all as f64)
}

fn phrase_difference(a: &str, b: &str, yardstick: &Yardstick<'_>) -> f64 {
    let (a, b) = (Text::new(a, "", yardstick.lexicon), Text::new(b, "", yardstick.lexicon));
    let alignment = Alignment::new(&a, &b, yardstick.lexicon);
    let similarity = alignment.similarity(&a, &b);
    let flips = flip::find(&Texts { a: &a, b: &b, alignment: &alignment }, similarity);
    flips.iter().fold(1.0 - similarity, |difference, flip| 1.0 - (1.0 - difference) * (1.0 - flip.weight))
}

#[cfg(test)]
mod tests {
    use super::{list_difference, value_difference};
    use crate::model::{Coercion, Consent, Values};

    #[test]
    fn lists_differ_by_what_they_do_not_share() {
        assert_eq!(list_difference(&[1, 2], &[1, 2]), Some(0.0));
        assert_eq!(list_difference(&[1], &[2]), Some(1.0));
        assert_eq!(list_difference(&[1, 2], &[2, 3]), Some(1.0 - 1.0 / 3.0));
        assert_eq!(list_difference(&[1], &[]), None);
    }

    #[test]
    fn consent_decides_the_facet_of_information() {
        let with = Values { consent: Some(Consent::With), coercion: Some(Coercion::May), ..Values::default() };
        let without = Values { consent: Some(Consent::Without), ..Values::default() };
        assert_eq!(value_difference("information", &with, &without), Some(1.0));
        assert_eq!(value_difference("information", &with, &with), Some(0.0));
        assert_eq!(value_difference("goal", &with, &without), None);
    }
}
