// SPDX-License-Identifier: EUPL-1.2
//! The filters of the differences, as the address has them. What is not known is told, and the rest holds.

use crate::divergence::{Basis, Pair};
use crate::http::lang::Lang;
use crate::http::pages::asked::names_in;
use crate::http::pages::named::Named;
use crate::http::params::{domains, keys, phases};
use crate::language::capital;
use crate::model::{Degree, Domain, DomainId, Keyed, PhaseRef, Relation};
use crate::publication::{Parting, Publication, Wanted};

/// A filter: its parameter, its names and the values that it knows.
struct Filter {
    key: &'static str,
    names: [&'static str; 2],
    values: fn(&Publication) -> Vec<String>,
}

/// Every filter.
const FILTERS: [Filter; 4] = [
    Filter { key: "domain", names: ["Domein", "Domain"], values: domains },
    Filter { key: "degree", names: ["Verschil", "Difference"], values: degrees },
    Filter { key: "basis", names: ["Wie zegt het", "Who says so"], values: keys::<Basis> },
    Filter { key: "phase", names: ["Fase", "Phase"], values: phases },
];

/// What was chosen.
pub(super) struct Choice {
    filters: [Vec<String>; 4],
    /// Values that nothing goes by, with the place of their filter.
    unknown: Vec<(usize, String)>,
}

/// A filter as a page shows it.
pub(super) struct FilterPart<'a> {
    pub key: &'static str,
    pub name: &'static str,
    pub groups: Vec<GroupPart<'a>>,
}

/// Values that belong together; those with a name are folded.
pub(super) struct GroupPart<'a> {
    pub name: Option<Named<'a>>,
    pub open: bool,
    pub values: Vec<ValuePart<'a>>,
}

/// A value that can be chosen.
pub(super) struct ValuePart<'a> {
    pub value: String,
    pub name: Named<'a>,
    pub chosen: bool,
    /// How many words it would leave, where that is told.
    pub count: Option<usize>,
}

/// A value that is not known, and the filter that does not know it.
pub(super) struct UnknownPart<'a> {
    pub value: &'a str,
    pub filter: &'static str,
}

impl Choice {
    pub fn new(query: &str, publication: &Publication) -> Self {
        let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let mut unknown = Vec::new();
        let mut filters = [const { Vec::new() }; 4];
        for (place, filter) in FILTERS.iter().enumerate() {
            let given = pairs.iter().filter(|(key, _)| key == filter.key).map(|(_, value)| value.clone());
            let known = (filter.values)(publication);
            let (chosen, strange): (Vec<_>, Vec<_>) =
                names_in(&given.collect::<Vec<_>>()).into_iter().partition(|value| known.contains(value));
            unknown.extend(strange.into_iter().take(3).map(|value| (place, value.chars().take(60).collect())));
            filters[place] = chosen;
        }
        Self { filters, unknown }
    }

    pub fn is_empty(&self) -> bool {
        self.filters.iter().all(Vec::is_empty)
    }

    pub fn unknown<'a>(&'a self, lang: Lang) -> Vec<UnknownPart<'a>> {
        let told = |(place, value): &'a (usize, String)| {
            let [dutch, english] = FILTERS[*place].names;
            UnknownPart { value, filter: lang.say(dutch, english) }
        };
        self.unknown.iter().map(told).collect()
    }

    /// What it asks of pairs; the degree is asked of words.
    pub fn wanted<'a>(&self, publication: &'a Publication) -> Wanted<'a> {
        let [domains, _, bases, phases] = &self.filters;
        let domain = |id: &String| DomainId::parse(id).and_then(|id| publication.glossary.domain(&id));
        Wanted {
            domains: domains.iter().filter_map(domain).collect(),
            bases: bases.iter().filter_map(|key| Basis::from_key(key)).collect(),
            phases: phases.iter().filter_map(|name| PhaseRef::parse(name)).collect(),
            ..Wanted::default()
        }
    }

    /// Whether a word with this pair is shown: of the chosen degrees, or where none is chosen one that parts.
    pub fn shows(&self, pair: &Pair) -> bool {
        let [_, chosen, ..] = &self.filters;
        match pair.degree {
            degree if chosen.is_empty() => degree > Some(Degree::Same),
            degree => chosen.iter().any(|key| key == degree_key(degree)),
        }
    }

    /// Every filter with its values; beside the degrees how many of these words each would leave.
    pub fn filters<'a>(&self, words: &[Parting<'_>], publication: &'a Publication, lang: Lang) -> Vec<FilterPart<'a>> {
        let part = |(filter, chosen): (&Filter, &Vec<String>)| {
            let value = |value: String| ValuePart {
                name: value_name(filter.key, &value, publication, lang),
                chosen: chosen.contains(&value),
                count: (filter.key == "degree")
                    .then(|| words.iter().filter(|word| degree_key(word.pair.degree) == value).count()),
                value,
            };
            let values: Vec<ValuePart<'a>> = (filter.values)(publication).into_iter().map(value).collect();
            let groups = if filter.key == "phase" { per_model(values, publication, lang) } else { one_group(values) };
            FilterPart { key: filter.key, name: lang.say(filter.names[0], filter.names[1]), groups }
        };
        FILTERS.iter().zip(&self.filters).map(part).filter(|part| !part.groups.is_empty()).collect()
    }
}

/// The degrees, worst first, and what is unclear.
fn degrees(_: &Publication) -> Vec<String> {
    let degrees = Degree::ALL.iter().rev().map(|row| row.1);
    degrees.chain([degree_key(None)]).map(str::to_owned).collect()
}

fn degree_key(degree: Option<Degree>) -> &'static str {
    degree.map_or(Relation::Unclear.key(), Keyed::key)
}

fn one_group(values: Vec<ValuePart<'_>>) -> Vec<GroupPart<'_>> {
    vec![GroupPart { name: None, open: true, values }]
}

/// The phases under the names of their models.
fn per_model<'a>(values: Vec<ValuePart<'a>>, publication: &'a Publication, lang: Lang) -> Vec<GroupPart<'a>> {
    let mut values = values.into_iter();
    let group = |model: &'a crate::model::Model| {
        let values: Vec<ValuePart<'a>> = values.by_ref().take(model.phases.len()).collect();
        let open = values.iter().any(|value| value.chosen);
        GroupPart { name: Some(Named::model(lang, model)), open, values }
    };
    publication.glossary.models.iter().map(group).collect()
}

/// The words for a value of a filter.
fn value_name<'a>(key: &str, value: &str, publication: &'a Publication, lang: Lang) -> Named<'a> {
    let glossary = &publication.glossary;
    let domain = || DomainId::parse(value).and_then(|id| glossary.domain(&id));
    let phase = || PhaseRef::parse(value).and_then(|name| glossary.phase(&name));
    let name = match key {
        "domain" => domain().map(|domain: &Domain| Named::domain(lang, domain)),
        "phase" => phase().map(|(_, phase)| Named::phase(lang, phase)),
        "basis" => Basis::from_key(value).map(|basis| Named::own(capital(lang.of_key(basis)))),
        _ => Some(Named::own(Degree::from_key(value).map_or_else(
            || lang.say("Nog onduidelijk", "Not clear yet").to_owned(),
            |degree| capital(lang.of_key(degree)),
        ))),
    };
    name.unwrap_or_else(|| Named::own(value.to_owned()))
}
