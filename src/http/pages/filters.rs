// SPDX-License-Identifier: EUPL-1.2
//! The filters beside the results: what can be chosen, what is chosen, and how many words each choice would leave.

use crate::http::lang::Lang;
use crate::http::pages::asked::Asked;
use crate::language::capital;
use crate::model::{Degree, DomainId, Keyed, PhaseRef, Relation, Status};
use crate::publication::Publication;
use crate::search::{FACETS, Facet, FacetCount, Found};

/// A filter with its values.
pub(super) struct FacetPart {
    pub key: &'static str,
    pub label: &'static str,
    pub values: Vec<ValuePart>,
    /// How many of the values are shown at once; the others are folded.
    pub shown: usize,
}

/// The most values of a filter that are all shown at once.
const MOST_SHOWN: usize = 8;

/// How many are shown at once where there are more.
const SHOWN_OF_MORE: usize = 5;

impl FacetPart {
    /// Whether a value is chosen that would be folded.
    pub fn is_open(&self) -> bool {
        self.values.iter().skip(self.shown).any(|value| value.chosen)
    }
}

/// A value of a filter.
pub(super) struct ValuePart {
    pub value: String,
    pub label: String,
    pub count: usize,
    pub chosen: bool,
}

/// Every filter that leaves something to choose. A chosen value is always among them, even where it leaves nothing:
/// who cannot see a choice cannot take it back.
pub(super) fn facets(found: &Found, asked: &Asked, publication: &Publication, lang: Lang) -> Vec<FacetPart> {
    let none = Vec::new();
    let part = |(place, facet): (usize, &'static Facet)| {
        let counts = found.counts.get(place).unwrap_or(&none);
        let chosen = asked.chosen(facet.key);
        let uncounted = chosen.iter().filter(|value| counts.iter().all(|count| count.value != **value));
        let uncounted = uncounted.map(|value| FacetCount { value: value.clone(), count: 0 });
        let value = |count: FacetCount| ValuePart {
            label: match lang {
                Lang::Dutch | Lang::AskedDutch => value_label(facet, &count.value, publication),
                Lang::English => english_label(facet.key, &count.value, publication),
            },
            chosen: chosen.contains(&count.value),
            value: count.value,
            count: count.count,
        };
        let values: Vec<ValuePart> = counts.iter().cloned().chain(uncounted).map(value).collect();
        let shown = if values.len() > MOST_SHOWN { SHOWN_OF_MORE } else { values.len() };
        FacetPart { shown, key: facet.key, label: lang.say(facet.label, english_heading(facet)), values }
    };
    FACETS.iter().enumerate().map(part).filter(|part| !part.values.is_empty()).collect()
}

/// The words for a value of a filter.
fn value_label(facet: &Facet, value: &str, publication: &Publication) -> String {
    let known = facet.known(&publication.glossary).into_iter().find(|known| known.key == value);
    known.map_or_else(|| value.to_owned(), |known| capital(&known.label))
}

/// The English headings of filters.
const HEADINGS: [(&str, &str); 6] = [
    ("domain", "Domain"),
    ("phase", "Phase"),
    ("relation", "Relation"),
    ("degree", "Difference"),
    ("differ", "Differs between"),
    ("status", "Status"),
];

fn english_heading(facet: &Facet) -> &'static str {
    HEADINGS.iter().find(|(key, _)| *key == facet.key).map_or(facet.label, |(_, heading)| heading)
}

/// The English words for a value of a filter.
fn english_label(facet: &str, value: &str, publication: &Publication) -> String {
    let glossary = &publication.glossary;
    let domain =
        |id: &str| DomainId::parse(id).and_then(|id| glossary.domain(&id)).map(|domain| Lang::English.domain(domain));
    let words = match facet {
        "relation" => Relation::from_key(value).map(|relation| capital(relation.english())),
        "degree" => Degree::from_key(value).map(|degree| capital(degree.english())),
        "status" => Status::from_key(value).map(|status| capital(status.english())),
        "domain" => domain(value),
        "differ" => value.split(',').map(domain).collect::<Option<Vec<_>>>().map(|domains| domains.join(" – ")),
        _ => {
            let phase = PhaseRef::parse(value).and_then(|name| glossary.phase(&name));
            phase.map(|(model, phase)| capital(&format!("{} – {}", phase.english, model.english)))
        }
    };
    words.unwrap_or_else(|| value.to_owned())
}
