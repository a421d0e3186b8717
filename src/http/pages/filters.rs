//! The filters beside the results: what can be chosen, what is chosen, and how many words each choice would leave.

use crate::http::pages::asked::Asked;
use crate::language::capital;
use crate::publication::Publication;
use crate::search::{FACETS, Facet, FacetCount, Found};

/// A filter with its values.
pub(super) struct FacetPart {
    pub key: &'static str,
    pub label: &'static str,
    pub values: Vec<ValuePart>,
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
pub(super) fn facets(found: &Found, asked: &Asked, publication: &Publication) -> Vec<FacetPart> {
    let none = Vec::new();
    let part = |(place, facet): (usize, &'static Facet)| {
        let counts = found.counts.get(place).unwrap_or(&none);
        let chosen = asked.chosen(facet.key);
        let uncounted = chosen.iter().filter(|value| counts.iter().all(|count| count.value != **value));
        let uncounted = uncounted.map(|value| FacetCount { value: value.clone(), count: 0 });
        let value = |count: FacetCount| ValuePart {
            label: value_label(facet, &count.value, publication),
            chosen: chosen.contains(&count.value),
            value: count.value,
            count: count.count,
        };
        let values = counts.iter().cloned().chain(uncounted).map(value).collect();
        FacetPart { key: facet.key, label: facet.label, values }
    };
    FACETS.iter().enumerate().map(part).filter(|part| !part.values.is_empty()).collect()
}

/// The words for a value of a filter.
fn value_label(facet: &Facet, value: &str, publication: &Publication) -> String {
    let known = facet.known(&publication.glossary).into_iter().find(|known| known.key == value);
    known.map_or_else(|| value.to_owned(), |known| capital(&known.label))
}
