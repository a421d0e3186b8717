//! `/`: a search field, the filters, and what was found.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use form_urlencoded::Serializer;

use crate::http::App;
use crate::http::answer::Keep;
use crate::http::pages::asked::{Asked, PER_PAGE};
use crate::http::pages::filters::{FacetPart, facets};
use crate::http::pages::lang::Lang;
use crate::http::pages::marked::{Legend, Marking};
use crate::http::pages::numbers::{NumberPart, numbers};
use crate::http::pages::parts::{Badge, Frame, Link};
use crate::http::pages::tagged_page;
use crate::http::paging::Page;
use crate::language::in_words;
use crate::model::{Concept, Keyed};
use crate::publication::Publication;
use crate::search::{Found, Hit, Query, Sort, overlay};

#[derive(Template)]
#[template(path = "home.html")]
struct Home<'a> {
    frame: Frame<'a>,
    query: &'a str,
    domains_in_words: String,
    facets: Vec<FacetPart>,
    /// The chosen order, by its key.
    sort: Option<&'static str>,
    orders: Vec<OrderPart>,
    /// The labels of what is chosen.
    chosen: Vec<String>,
    /// Where the same words stand without filters.
    unfiltered: String,
    tips: Vec<TipPart>,
    heading: String,
    /// What is told about the question.
    remarks: Vec<String>,
    way_on: WayOn<'a>,
    legend: Vec<&'static str>,
    hits: Vec<HitPart<'a>>,
    pages: Vec<NumberPart>,
}

/// What can be typed beside words, and what it does.
const TIPS: &[(&str, &str)] = &[
    ("\"informatie delen\"", "Deze woorden naast elkaar, ook in een andere vorm: ‘informatie gedeeld’."),
    ("\"melding\"", "Precies dit woord, zonder andere vormen."),
    ("zorg -jeugd", "Wel ‘zorg’, en niet waar ook ‘jeugd’ staat."),
    ("overleg domein:veiligheid", "Alleen termen van dit domein. Zo kan ook: fase, relatie, graad en status."),
    ("verschilt:sociaal,veiligheid", "Alleen woorden die voor deze twee domeinen iets anders betekenen."),
    ("graad:2,3 -status:confirmed", "Meer waarden met een komma. Met een streepje: juist niet."),
];

/// A tip, and where it leads.
struct TipPart {
    typed: &'static str,
    about: &'static str,
    address: String,
}

impl TipPart {
    fn all() -> Vec<Self> {
        let tip = |&(typed, about): &(&'static str, &'static str)| {
            let query = Serializer::new(String::new()).append_pair("q", typed).finish();
            Self { typed, about, address: format!("/?{query}") }
        };
        TIPS.iter().map(tip).collect()
    }
}

/// What is offered where this page shows no hits.
enum WayOn<'a> {
    /// There are hits.
    NotNeeded,
    /// The filters leave nothing: how many results there are without them.
    WithoutFilters(String),
    /// No term has the words as they stand in quotes: the address without quotes.
    WithoutQuotes(String),
    /// There are fewer pages: the address of the last one.
    LastPage(String),
    /// No term has the words: terms that come near.
    NearTerms(Vec<Link<'a>>),
}

struct HitPart<'a> {
    id: &'a str,
    label: &'a str,
    english: Option<&'a str>,
    badge: Option<Badge<'a>>,
    meanings: Vec<MeaningPart<'a>>,
    /// Whether the two texts are worded so differently that single words say nothing.
    worded_apart: bool,
    reasons: Vec<ReasonPart>,
}

struct MeaningPart<'a> {
    domain: &'a str,
    label: Option<&'a str>,
    text: String,
    retired: bool,
}

struct ReasonPart {
    place: &'static str,
    form: String,
    how: &'static str,
}

struct OrderPart {
    label: &'static str,
    address: String,
    current: bool,
}

/// `GET /`: what was asked for, as far as it makes sense; a person is helped on and not corrected.
pub(super) async fn show(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let publication = app.publication();
    let asked = Asked::new(request.query_string(), &publication);
    let found = found(&asked.query(), &publication);
    let keep = if asked.text.is_empty() { Keep::Shortly } else { Keep::Nowhere };
    let page =
        Page { path: "/", query: request.query_string(), number: asked.page, size: PER_PAGE, total: found.total };
    let domains: Vec<&str> = publication.glossary.root_domains().map(|domain| domain.phrase.as_str()).collect();
    let facets = facets(&found, &asked, &publication);
    let chosen = |facet: &FacetPart| {
        facet.values.iter().filter(|value| value.chosen).map(|value| value.label.clone()).collect::<Vec<_>>()
    };
    let lang = Lang::of(&request);
    let mut legend = Legend::new(lang);
    let mut part = |hit| hit_part(hit, &publication, lang, &mut legend);
    let hits = found.hits.iter().map(&mut part).collect();
    let home = Home {
        frame: Frame::new(&publication, &request),
        query: &asked.text,
        domains_in_words: in_words(&domains, "en"),
        chosen: facets.iter().flat_map(chosen).collect(),
        facets,
        sort: asked.sort.map(Keyed::key),
        orders: if found.total > 1 { orders(&asked) } else { Vec::new() },
        unfiltered: asked.address_without_filters(),
        tips: TipPart::all(),
        heading: heading(&asked, found.total),
        remarks: asked.remarks(&found),
        way_on: way_on(&found, &asked, &page, &publication),
        legend: legend.lines(),
        hits,
        pages: numbers(&page, Lang::of(&request)),
    };
    tagged_page(&request, &app.tag(&publication), keep, &home)
}

/// What the index finds; nothing when it cannot be read any more.
fn found(query: &Query, publication: &Publication) -> Found {
    publication.index().search(query).unwrap_or_else(|error| {
        tracing::error!("the index cannot be read: {error}");
        Found::default()
    })
}

fn way_on<'a>(found: &Found, asked: &Asked, page: &Page<'_>, publication: &'a Publication) -> WayOn<'a> {
    if found.total > 0 {
        let beyond = page.number > page.count();
        return if beyond { WayOn::LastPage(page.address(page.count())) } else { WayOn::NotNeeded };
    }
    if found.quotes_bar {
        return WayOn::WithoutQuotes(asked.address_without_quotes());
    }
    let unfiltered =
        if asked.filters.is_empty() { 0 } else { self::found(&asked.without_filters(), publication).total };
    match unfiltered {
        0 => WayOn::NearTerms(found.near.iter().map(|&place| Link::to(publication, place)).collect()),
        1 => WayOn::WithoutFilters("1 resultaat zonder filters".to_owned()),
        more => WayOn::WithoutFilters(format!("{more} resultaten zonder filters")),
    }
}

fn heading(asked: &Asked, total: usize) -> String {
    let terms = if total == 1 { "1 woord".to_owned() } else { format!("{total} woorden") };
    let choice = if asked.filters.is_empty() { "" } else { " bij deze keuze" };
    match (asked.text.is_empty(), total) {
        (true, 0) => format!("Niets gevonden{choice}"),
        (true, _) if asked.filters.is_empty() => format!("Alle {terms}"),
        (true, _) => format!("{terms}{choice}"),
        (false, 0) => format!("Niets gevonden voor ‘{}’{choice}", asked.text),
        (false, _) => format!("{terms} gevonden voor ‘{}’{choice}", asked.text),
    }
}

fn hit_part<'a>(hit: &Hit, publication: &'a Publication, lang: Lang, legend: &mut Legend) -> HitPart<'a> {
    let entry = publication.entry_at(hit.place);
    let marking = Marking::of(entry.headline());
    let meaning = |(place, concept): (usize, &'a Concept)| {
        let found = hit.marks.get(place).map(Vec::as_slice).unwrap_or_default();
        MeaningPart {
            domain: publication.glossary.domain_label(&concept.domain),
            label: concept.label.as_deref(),
            text: legend.marked(&overlay(&entry.segments_of(concept), found), marking),
            retired: concept.is_retired(),
        }
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
        badge: entry.headline().map(|pair| Badge::new(pair, lang)),
        meanings: entry.term.concepts.iter().enumerate().map(meaning).collect(),
        worded_apart: marking == Marking::Contradictions,
        reasons: hit.matched.iter().map(reason).collect(),
    }
}

/// The orders, of which one holds.
fn orders(asked: &Asked) -> Vec<OrderPart> {
    let order = asked.query().order();
    let part = |&(sort, _, label, _): &(Sort, &'static str, &'static str, &'static str)| OrderPart {
        label,
        address: asked.address_in_order(sort),
        current: sort == order,
    };
    // Without words nothing matches better than the rest.
    let tells = |row: &&(Sort, _, _, _)| row.0 != Sort::Relevance || !asked.understood.text.trim().is_empty();
    Sort::ALL.iter().filter(tells).map(part).collect()
}
