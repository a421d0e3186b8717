//! What the address of the search page asks for, as far as it makes sense; a person is helped on and not corrected.

use form_urlencoded::Serializer;

use crate::search::{FACETS, Facet, Filter, Query};

/// How many hits a page shows.
pub(super) const PER_PAGE: usize = 10;

/// The words, the chosen filters and the page.
pub(super) struct Asked {
    pub text: String,
    pub filters: Vec<Filter>,
    pub page: usize,
}

impl Asked {
    pub fn new(query: &str) -> Self {
        let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let all = |name: &str| {
            pairs.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone()).collect::<Vec<_>>()
        };
        let filter = |facet: &Facet| Filter { facet: facet.key, values: chosen_values(&all(facet.key)) };
        Self {
            text: all("q").first().map(|text| text.trim().chars().take(200).collect()).unwrap_or_default(),
            filters: FACETS.iter().map(filter).filter(|filter| !filter.values.is_empty()).collect(),
            page: all("page").first().and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, 10_000),
        }
    }

    /// The search for the page that is asked for.
    pub fn query(&self) -> Query {
        Query {
            text: self.text.clone(),
            filters: self.filters.clone(),
            skip: (self.page - 1) * PER_PAGE,
            take: PER_PAGE,
        }
    }

    /// The search for the same words without filters, to count what it finds.
    pub fn without_filters(&self) -> Query {
        Query { text: self.text.clone(), ..Query::default() }
    }

    /// The address of the same words without filters.
    pub fn address_without_filters(&self) -> String {
        if self.text.is_empty() {
            return "/".to_owned();
        }
        format!("/?{}", Serializer::new(String::new()).append_pair("q", &self.text).finish())
    }

    /// The values that are chosen of a filter.
    pub fn chosen(&self, facet: &str) -> &[String] {
        self.filters.iter().find(|filter| filter.facet == facet).map_or(&[], |filter| &filter.values)
    }
}

/// The values of one filter, each once; commas or repetition between them, as in the API.
fn chosen_values(given: &[String]) -> Vec<String> {
    let mut values: Vec<String> = Vec::new();
    for value in given.iter().flat_map(|given| given.split(',')).map(str::trim).filter(|value| !value.is_empty()) {
        if !values.iter().any(|known| known == value) {
            values.push(value.to_owned());
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::Asked;

    #[test]
    fn an_address_is_read_as_far_as_it_makes_sense() {
        let asked = Asked::new("q=+zorg+%26+meer&domain=social,safety&domain=social&phase=&page=x&vreemd=1");
        assert_eq!((asked.text.as_str(), asked.page), ("zorg & meer", 1));
        assert_eq!(asked.chosen("domain"), ["social", "safety"]);
        assert_eq!(asked.filters.len(), 1);
        assert_eq!(asked.address_without_filters(), "/?q=zorg+%26+meer");
        assert_eq!(Asked::new("degree=3").address_without_filters(), "/");
    }
}
