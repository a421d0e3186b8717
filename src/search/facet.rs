//! Filters with counts. One row per filter: the schema of answers, the API parameter and the page read the table.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Glossary, Keyed, Term};
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
    values: fn(&Term, &Glossary, &TermFacts) -> Vec<String>,
}

/// Every filter.
pub const FACETS: &[Facet] = &[
    Facet { key: "domain", label: "Domein", about: "A domain that gives the word a meaning.", values: domains },
    Facet {
        key: "phase",
        label: "Fase",
        about: "A phase in which the word plays a part, as model/phase.",
        values: phases,
    },
    Facet { key: "relation", label: "Verhouding", about: "How the meanings of the word relate.", values: relation },
    Facet { key: "degree", label: "Verschil", about: "How much the difference matters, 0 to 3.", values: degree },
    Facet { key: "status", label: "Status", about: "How far a meaning of the word has come.", values: status },
];

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
    let speaks = |domain: &&crate::model::Domain| {
        term.concepts.iter().any(|concept| glossary.belongs_to(&concept.domain, &domain.id))
    };
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
#[derive(Debug, Default)]
pub(super) struct FacetValues {
    /// For each filter its values, sorted; a value's place is its number.
    pub names: Vec<Vec<String>>,
    /// What terms have: for each filter the numbers of the values.
    pub profiles: Vec<Vec<Vec<u16>>>,
    /// The place of the profile of each term.
    pub of_terms: Vec<u32>,
}

impl FacetValues {
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
        let number = |names: &[String], value: &String| {
            names.binary_search(value).map_or(u16::MAX, |number| u16::try_from(number).unwrap_or(u16::MAX))
        };
        let mut profiles = vec![Vec::new(); places.len()];
        for (values, place) in places {
            let numbered = values.iter().zip(&names);
            profiles[place as usize] =
                numbered.map(|(values, names)| values.iter().map(|value| number(names, value)).collect()).collect();
        }
        Self { names, profiles, of_terms }
    }
}
