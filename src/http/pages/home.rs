//! `/`: a search field, the filters, and what was found.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::http::App;
use crate::http::answer::Keep;
use crate::http::pages::marked::marked;
use crate::http::pages::parts::{Badge, Frame, Link, in_words};
use crate::http::pages::tagged_page;
use crate::http::paging::Page;
use crate::model::{Degree, DomainId, Keyed, PhaseRef, Relation, Status};
use crate::publication::{Entry, Publication};
use crate::search::{FACETS, Filter, Found, Hit, Query, overlay};

/// How many hits a page shows.
const PER_PAGE: usize = 10;

/// The most pages that are linked.
const MOST_PAGES: usize = 10;

#[derive(Template)]
#[template(path = "home.html")]
struct Home<'a> {
    frame: Frame<'a>,
    query: &'a str,
    domains_in_words: String,
    filtered: bool,
    facets: Vec<FacetPart>,
    heading: String,
    help: Option<&'static str>,
    near: Vec<Link<'a>>,
    hits: Vec<HitPart<'a>>,
    pages: Vec<PagePart>,
}

struct FacetPart {
    key: &'static str,
    label: &'static str,
    values: Vec<ValuePart>,
}

struct ValuePart {
    value: String,
    label: String,
    count: usize,
    chosen: bool,
}

struct HitPart<'a> {
    id: &'a str,
    label: &'a str,
    english: Option<&'a str>,
    badge: Option<Badge<'a>>,
    meanings: Vec<MeaningPart<'a>>,
    reasons: Vec<ReasonPart>,
}

struct MeaningPart<'a> {
    domain: &'a str,
    label: Option<&'a str>,
    text: String,
}

struct ReasonPart {
    place: &'static str,
    form: String,
    how: &'static str,
}

struct PagePart {
    number: usize,
    address: String,
    current: bool,
}

/// `GET /`: what was asked for, as far as it makes sense; a person is helped on and not corrected.
pub(super) async fn show(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let publication = app.publication();
    let asked = Asked::new(request.query_string());
    let found = publication.index().search(&asked.query()).unwrap_or_else(|error| {
        tracing::error!("the index cannot be read: {error}");
        Found::default()
    });
    let keep = if asked.text.is_empty() { Keep::Shortly } else { Keep::Nowhere };
    let page =
        Page { path: "/", query: request.query_string(), number: asked.page, size: PER_PAGE, total: found.total };
    let home = Home {
        frame: Frame::new(&publication),
        query: &asked.text,
        domains_in_words: in_words(
            &publication.glossary.root_domains().map(|domain| domain.phrase.as_str()).collect::<Vec<_>>(),
        ),
        filtered: !asked.filters.is_empty(),
        facets: facets(&found, &asked, &publication),
        heading: heading(&asked, found.total),
        help: (found.total == 0)
            .then_some("Probeer een ander woord, of het woord dat het andere domein gebruikt. Of kies minder filters."),
        near: found.near.iter().map(|&place| Link::to(&publication, place)).collect(),
        hits: found.hits.iter().map(|hit| hit_part(hit, publication.entry_at(hit.place), &publication)).collect(),
        pages: pages(&page),
    };
    tagged_page(&request, &app.tag(&publication), keep, &home)
}

/// What the address asks for.
struct Asked {
    text: String,
    filters: Vec<Filter>,
    page: usize,
}

impl Asked {
    fn new(query: &str) -> Self {
        let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let all = |name: &str| {
            pairs.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone()).collect::<Vec<_>>()
        };
        let filter = |facet: &crate::search::Facet| Filter { facet: facet.key, values: all(facet.key) };
        Self {
            text: all("q").first().map(|text| text.trim().chars().take(200).collect()).unwrap_or_default(),
            filters: FACETS.iter().map(filter).filter(|filter| !filter.values.is_empty()).collect(),
            page: all("page").first().and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, 10_000),
        }
    }

    fn query(&self) -> Query {
        Query {
            text: self.text.clone(),
            filters: self.filters.clone(),
            skip: (self.page - 1) * PER_PAGE,
            take: PER_PAGE,
        }
    }

    fn chose(&self, facet: &str, value: &str) -> bool {
        self.filters.iter().any(|filter| filter.facet == facet && filter.values.iter().any(|chosen| chosen == value))
    }
}

fn heading(asked: &Asked, total: usize) -> String {
    let terms = if total == 1 { "1 woord".to_owned() } else { format!("{total} woorden") };
    match (asked.text.is_empty(), total) {
        (true, _) if asked.filters.is_empty() => format!("Alle {terms}"),
        (true, _) => format!("{terms} bij deze keuze"),
        (false, 0) => format!("Niets gevonden voor ‘{}’", asked.text),
        (false, _) => format!("{terms} gevonden voor ‘{}’", asked.text),
    }
}

fn facets(found: &Found, asked: &Asked, publication: &Publication) -> Vec<FacetPart> {
    let part = |(facet, counts): (&crate::search::Facet, &Vec<crate::search::FacetCount>)| FacetPart {
        key: facet.key,
        label: facet.label,
        values: counts
            .iter()
            .map(|count| ValuePart {
                label: value_label(facet.key, &count.value, publication),
                chosen: asked.chose(facet.key, &count.value),
                value: count.value.clone(),
                count: count.count,
            })
            .collect(),
    };
    FACETS.iter().zip(&found.counts).map(part).filter(|part| !part.values.is_empty()).collect()
}

/// The words for a value of a filter.
fn value_label(facet: &str, value: &str, publication: &Publication) -> String {
    let words = match facet {
        "relation" => Relation::from_key(value).map(|relation| relation.dutch().to_owned()),
        "degree" => Degree::from_key(value).map(|degree| degree.dutch().to_owned()),
        "status" => Status::from_key(value).map(|status| status.dutch().to_owned()),
        "domain" => {
            let domain = DomainId::parse(value).and_then(|id| publication.glossary.domain(&id));
            domain.map(|domain| domain.label.clone())
        }
        _ => {
            let phase = PhaseRef::parse(value).and_then(|name| publication.glossary.phase(&name));
            phase.map(|(model, phase)| format!("{} ({})", phase.label, model.label))
        }
    };
    words.unwrap_or_else(|| value.to_owned())
}

fn hit_part<'a>(hit: &Hit, entry: Entry<'a>, publication: &'a Publication) -> HitPart<'a> {
    let meaning = |(place, concept): (usize, &'a crate::model::Concept)| MeaningPart {
        domain: publication.glossary.domain_label(&concept.domain),
        label: concept.label.as_deref(),
        text: marked(&overlay(
            &entry.segments_of(concept),
            hit.marks.get(place).map(Vec::as_slice).unwrap_or_default(),
        )),
    };
    let reason = |found: &crate::search::Match| ReasonPart {
        place: found.field.dutch(),
        form: found.form.clone(),
        how: found.how.dutch(),
    };
    HitPart {
        id: entry.term.id.as_str(),
        label: &entry.term.label,
        english: entry.term.english.as_deref(),
        badge: entry.headline().map(Badge::new),
        meanings: entry.term.concepts.iter().enumerate().map(meaning).collect(),
        reasons: hit.matched.iter().map(reason).collect(),
    }
}

fn pages(page: &Page<'_>) -> Vec<PagePart> {
    if page.count() == 1 {
        return Vec::new();
    }
    let first = page.number.saturating_sub(MOST_PAGES / 2).clamp(1, page.count());
    let part = |number| PagePart { number, address: page.address(number), current: number == page.number };
    (first..=page.count()).take(MOST_PAGES).map(part).collect()
}
