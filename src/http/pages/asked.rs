// SPDX-License-Identifier: EUPL-1.2
//! What the address of the search page asks for, as far as it makes sense; a person is helped on and not corrected.

use form_urlencoded::Serializer;

use crate::http::lang::Lang;
use crate::http::pages::wordlist::PER_LIST;
use crate::model::{Glossary, Keyed};
use crate::publication::Publication;
use crate::search::{FACETS, Facet, Filter, Found, Mistake, Query, Sort, Understood, without_quotes};

/// How many hits a page shows.
const PER_PAGE: usize = 10;

/// The words, the chosen filters and the page.
pub(super) struct Asked {
    /// As it was typed.
    pub text: String,
    pub understood: Understood,
    pub filters: Vec<Filter>,
    /// The chosen order.
    pub sort: Option<Sort>,
    pub page: usize,
}

impl Asked {
    pub fn new(query: &str, publication: &Publication) -> Self {
        let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let all = |name: &str| {
            pairs.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone()).collect::<Vec<_>>()
        };
        let filter = |facet: &Facet| Filter {
            facet: facet.key,
            values: chosen_values(facet, &all(facet.key), &publication.glossary),
        };
        let text: String = all("q").first().map(|text| text.trim().chars().take(200).collect()).unwrap_or_default();
        Self {
            understood: publication.understand(&text),
            text,
            filters: FACETS.iter().map(filter).filter(|filter| !filter.values.is_empty()).collect(),
            sort: all("sort").first().and_then(|sort| Sort::from_key(sort)),
            page: all("page").first().and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, 10_000),
        }
    }

    /// Whether nothing is asked yet: all words are listed then.
    pub fn is_open(&self) -> bool {
        self.text.is_empty() && self.filters.is_empty()
    }

    /// How many words a page shows.
    pub fn per_page(&self) -> usize {
        if self.is_open() { PER_LIST } else { PER_PAGE }
    }

    /// The search for the page that is asked for.
    pub fn query(&self) -> Query {
        Query {
            filters: self.filters.clone(),
            skip: (self.page - 1) * self.per_page(),
            take: self.per_page(),
            sort: self.sort,
            ..Query::of(&self.understood)
        }
    }

    /// The search for the same words without filters, to count what it finds.
    pub fn without_filters(&self) -> Query {
        Query::of(&self.understood)
    }

    /// The address of the same words without filters.
    pub fn address_without_filters(&self) -> String {
        if self.text.is_empty() {
            return "/".to_owned();
        }
        format!("/?{}", Serializer::new(String::new()).append_pair("q", &self.text).finish())
    }

    /// The address of the same words without quotation marks, with the same filters and order.
    pub fn address_without_quotes(&self) -> String {
        self.address(&without_quotes(&self.text), self.sort)
    }

    /// The address of the same question in another order.
    pub fn address_in_order(&self, sort: Sort) -> String {
        self.address(&self.text, Some(sort))
    }

    fn address(&self, text: &str, sort: Option<Sort>) -> String {
        let mut query = Serializer::new(String::new());
        query.extend_pairs((!text.is_empty()).then_some(("q", text)));
        for filter in &self.filters {
            query.extend_pairs(filter.values.iter().map(|value| (filter.facet, value)));
        }
        query.extend_pairs(sort.map(|sort| ("sort", sort.key())));
        format!("/?{}", query.finish())
    }

    /// What is told about the question: what is wrong with it, and what may be meant otherwise; each once.
    pub fn remarks(&self, found: &Found, lang: Lang) -> Vec<String> {
        let mistake = |mistake: &Mistake| {
            let (at, read) = lang.say(
                ("Bij teken", "Daarom is dit als gewone tekst gelezen."),
                ("At character", "So this was read as plain text."),
            );
            format!("{at} {}: {} {read}", mistake.place.start + 1, lang.sentence(&mistake.reason))
        };
        let mut remarks: Vec<String> = self.understood.mistakes.iter().map(mistake).collect();
        for notice in self.understood.all_notices(found) {
            let remark = lang.of_key(notice.caution).to_owned();
            if !remarks.contains(&remark) {
                remarks.push(remark);
            }
        }
        remarks
    }

    /// The values that are chosen of a filter.
    pub fn chosen(&self, facet: &str) -> &[String] {
        self.filters.iter().find(|filter| filter.facet == facet).map_or(&[], |filter| &filter.values)
    }
}

/// The values of one filter, each once; commas or repetition between them, as in the API.
fn chosen_values(facet: &Facet, given: &[String], glossary: &Glossary) -> Vec<String> {
    each_once(given.iter().flat_map(|given| facet.values_in(given, glossary)))
}

/// Names with commas or repetition between them, each once.
pub(super) fn names_in(given: &[String]) -> Vec<String> {
    let names = given.iter().flat_map(|given| given.split(',')).map(str::trim);
    each_once(names.filter(|name| !name.is_empty()).map(str::to_owned))
}

fn each_once(given: impl Iterator<Item = String>) -> Vec<String> {
    given.fold(Vec::new(), |mut values, value| {
        if !values.contains(&value) {
            values.push(value);
        }
        values
    })
}
