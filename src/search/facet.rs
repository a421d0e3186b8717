// SPDX-License-Identifier: EUPL-1.2
//! Filters with counts. One row per filter: the schema of answers, the API parameter and the page read the table.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::model::{Degree, Domain, Glossary, Keyed, Model, Phase, Relation, Status, Term};
use crate::search::library::TermFacts;

/// A filter.
#[derive(Debug)]
pub struct Facet {
    /// The name of the parameter.
    pub key: &'static str,
    /// The Dutch heading.
    pub label: &'static str,
    /// What it filters by, in English, for the API description.
    pub about: &'static str,
    /// How its values are written.
    pub shape: Shape,
    known: fn(&Glossary) -> Vec<Known>,
    values: fn(&Term, &Glossary, &TermFacts) -> Vec<String>,
}

/// How the values of a filter are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Each is one name; commas stand between several.
    One,
    /// Each is two domains with a comma between them, in either order.
    Pair,
}

/// A value that a filter can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// As it stands in addresses and answers.
    pub key: String,
    /// The Dutch words for it.
    pub label: String,
}

/// Every filter.
pub const FACETS: &[Facet] = &[
    Facet {
        key: "domain",
        label: "Domein",
        about: "A domain that gives the word a meaning.",
        shape: Shape::One,
        known: known_domains,
        values: domains,
    },
    Facet {
        key: "phase",
        label: "Fase",
        about: "A phase in which the word plays a part, as model/phase.",
        shape: Shape::One,
        known: known_phases,
        values: phases,
    },
    Facet {
        key: "relation",
        label: "Verhouding",
        about: "How the meanings of the word relate.",
        shape: Shape::One,
        known: keyed::<Relation>,
        values: relation,
    },
    Facet {
        key: "degree",
        label: "Verschil",
        about: "How much the difference matters, 0 to 3.",
        shape: Shape::One,
        known: keyed::<Degree>,
        values: degree,
    },
    Facet {
        key: "differ",
        label: "Betekent iets anders voor",
        about: "Two domains that mean different things by the word.",
        shape: Shape::Pair,
        known: known_pairs,
        values: |_, _, facts| facts.differ.clone(),
    },
    Facet {
        key: "status",
        label: "Status",
        about: "How far a meaning of the word has come.",
        shape: Shape::One,
        known: keyed::<Status>,
        values: status,
    },
];

impl Facet {
    /// Every value that there can be, in the order in which values are shown.
    #[must_use]
    pub fn known(&self, glossary: &Glossary) -> Vec<Known> {
        (self.known)(glossary)
    }

    /// The values in what was given, each as it is known; what is not known stays as it is.
    #[must_use]
    pub fn values_in(&self, given: &str, glossary: &Glossary) -> Vec<String> {
        let parts: Vec<&str> = match self.shape {
            Shape::One => given.split(',').collect(),
            Shape::Pair => vec![given],
        };
        let parts = parts.into_iter().map(str::trim).filter(|part| !part.is_empty());
        parts.map(|part| self.value(part, glossary).unwrap_or_else(|| part.to_owned())).collect()
    }

    /// The known value with this key, of a pair in either order.
    pub(super) fn value(&self, given: &str, glossary: &Glossary) -> Option<String> {
        let parts: Vec<&str> = given.split(',').map(str::trim).collect();
        let turned = parts.iter().rev().copied().collect::<Vec<_>>().join(",");
        let is_it = |known: &Known| known.key == given || (self.shape == Shape::Pair && known.key == turned);
        self.known(glossary).into_iter().find(is_it).map(|known| known.key)
    }
}

fn keyed<K: Keyed>(_: &Glossary) -> Vec<Known> {
    K::ALL.iter().map(|row| Known { key: row.1.to_owned(), label: row.2.to_owned() }).collect()
}

fn known_domains(glossary: &Glossary) -> Vec<Known> {
    let known = |domain: &Domain| Known { key: domain.id.to_string(), label: domain.label.clone() };
    glossary.domains.iter().map(known).collect()
}

/// Every two domains.
fn known_pairs(glossary: &Glossary) -> Vec<Known> {
    let domains = glossary.domains.iter().enumerate();
    let pairs =
        domains.flat_map(|(place, first)| glossary.domains[place + 1..].iter().map(move |other| (first, other)));
    let known = |(first, other): (&Domain, &Domain)| Known {
        key: format!("{},{}", first.id, other.id),
        label: format!("{} en {}", first.label, other.label),
    };
    pairs.map(known).collect()
}

fn known_phases(glossary: &Glossary) -> Vec<Known> {
    let of_model = |model: &'_ Model| {
        let known = |phase: &Phase| Known {
            key: format!("{}/{}", model.id, phase.id),
            label: format!("{} – {}", phase.label, model.label),
        };
        model.phases.iter().map(known).collect::<Vec<_>>()
    };
    glossary.models.iter().flat_map(of_model).collect()
}

/// How many terms a value of a filter would leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCount {
    /// The value.
    pub value: String,
    /// The number of terms.
    pub count: usize,
}

/// A domain counts for the domains it lies below, too.
fn domains(term: &Term, glossary: &Glossary, _: &TermFacts) -> Vec<String> {
    let speaks =
        |domain: &&Domain| term.concepts.iter().any(|concept| glossary.belongs_to(&concept.domain, &domain.id));
    glossary.domains.iter().filter(speaks).map(|domain| domain.id.to_string()).collect()
}

fn phases(term: &Term, _: &Glossary, _: &TermFacts) -> Vec<String> {
    term.phases.iter().map(ToString::to_string).collect()
}

fn relation(_: &Term, _: &Glossary, facts: &TermFacts) -> Vec<String> {
    facts.relation.map(str::to_owned).into_iter().collect()
}

fn degree(_: &Term, _: &Glossary, facts: &TermFacts) -> Vec<String> {
    facts.degree.map(str::to_owned).into_iter().collect()
}

fn status(term: &Term, _: &Glossary, _: &TermFacts) -> Vec<String> {
    let mut found: Vec<String> = term.concepts.iter().map(|concept| concept.status.key().to_owned()).collect();
    found.sort();
    found.dedup();
    found
}

/// The values of every filter for every term, by number. Most terms share theirs with others: what differs is a profile.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct FacetValues {
    /// For each filter its values, sorted; a value's place is its number.
    pub names: Vec<Vec<String>>,
    /// What terms have: for each filter the numbers of the values.
    pub profiles: Vec<Vec<Vec<u16>>>,
    /// The place of the profile of each term.
    pub of_terms: Vec<u32>,
}

impl FacetValues {
    /// The number of a value of a filter; one that no term has is the number that no term has.
    pub fn number(&self, facet: usize, value: &str) -> u16 {
        number(&self.names[facet], value)
    }

    /// What the term at a place has: for each filter the numbers of the values.
    pub fn of_term(&self, place: usize) -> Option<&[Vec<u16>]> {
        self.of_terms.get(place).and_then(|&profile| self.profiles.get(profile as usize)).map(Vec::as_slice)
    }

    pub fn new(glossary: &Glossary, facts: &[TermFacts]) -> Self {
        let none = TermFacts::default();
        let of_term = |(place, term): (usize, &Term)| -> Vec<Vec<String>> {
            FACETS.iter().map(|facet| (facet.values)(term, glossary, facts.get(place).unwrap_or(&none))).collect()
        };
        let mut places: BTreeMap<Vec<Vec<String>>, u32> = BTreeMap::new();
        let mut place_of = |values: Vec<Vec<String>>| {
            let next = u32::try_from(places.len()).unwrap_or(u32::MAX);
            *places.entry(values).or_insert(next)
        };
        let of_terms = glossary.terms.iter().enumerate().map(|term| place_of(of_term(term))).collect();
        let names: Vec<Vec<String>> = (0..FACETS.len())
            .map(|facet| {
                let values: BTreeSet<&String> = places.keys().flat_map(|values| &values[facet]).collect();
                values.into_iter().cloned().collect()
            })
            .collect();
        let mut profiles = vec![Vec::new(); places.len()];
        for (values, place) in places {
            let numbered = values.iter().zip(&names);
            profiles[place as usize] =
                numbered.map(|(values, names)| values.iter().map(|value| number(names, value)).collect()).collect();
        }
        Self { names, profiles, of_terms }
    }
}

/// The place of a value among these names; one that is not there has the number of none.
fn number(names: &[String], value: &str) -> u16 {
    let found = names.binary_search_by(|name| name.as_str().cmp(value));
    found.map_or(u16::MAX, |place| u16::try_from(place).unwrap_or(u16::MAX))
}
