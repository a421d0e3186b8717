// SPDX-License-Identifier: EUPL-1.2
//! `/`: a search field, the filters, and what was found.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::http::App;
use crate::http::answer::Keep;
use crate::http::lang::Lang;
use crate::http::pages::asked::Asked;
use crate::http::pages::bridge::{BridgePart, bridges};
use crate::http::pages::filters::{FacetPart, facets};
use crate::http::pages::marked::{Legend, Marking};
use crate::http::pages::numbers::{NumberPart, numbers};
use crate::http::pages::parts::{Badge, Frame, Link};
use crate::http::pages::proposal::Proposal;
use crate::http::pages::tagged_page;
use crate::http::pages::tips::{OrderPart, TipPart, orders, tips};
use crate::http::pages::withdrawn::Withdrawn;
use crate::http::pages::wordlist::{LetterPart, SignPart, key, letters};
use crate::http::paging::Page;
use crate::language::in_words;
use crate::model::{Concept, Domain, Keyed, TermId};
use crate::publication::Publication;
use crate::search::{Found, Hit, Query};

/// Words to try, as far as they are there.
const EXAMPLES: [&str; 3] = ["melding", "regie", "urgentie"];

#[derive(Template)]
#[template(path = "home.html")]
struct Home<'a> {
    frame: Frame<'a>,
    query: &'a str,
    domains_in_words: String,
    examples: Vec<Link<'a>>,
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
    /// What other domains have for a word that only one uses.
    bridges: Vec<BridgePart<'a>>,
    /// Where a word that is not found can be proposed.
    proposal: Option<Proposal<'a>>,
    /// All words, where nothing is asked yet, and what their signs mean.
    letters: Vec<LetterPart<'a>>,
    key: Vec<SignPart>,
    legend: Vec<&'static str>,
    hits: Vec<HitPart<'a>>,
    pages: Vec<NumberPart>,
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
    /// Where the word is withdrawn.
    withdrawn: Option<Withdrawn<'a>>,
    /// Whether the two texts are worded so differently that single words say nothing.
    worded_apart: bool,
    reasons: Vec<ReasonPart>,
}

struct MeaningPart<'a> {
    domain: String,
    label: Option<&'a str>,
    text: String,
    retired: bool,
}

struct ReasonPart {
    place: &'static str,
    form: String,
    how: &'static str,
}

/// `GET /`: what was asked for, as far as it makes sense; a person is helped on and not corrected.
pub(super) async fn show(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let publication = app.publication();
    let asked = Asked::new(request.query_string(), &publication);
    let found = found(&asked.query(), &publication);
    let keep = if asked.text.is_empty() { Keep::Shortly } else { Keep::Nowhere };
    let page = Page {
        path: "/",
        query: request.query_string(),
        number: asked.page,
        size: asked.per_page(),
        total: found.total,
    };
    let lang = Lang::of(&request);
    let facets = facets(&found, &asked, &publication, lang);
    let chosen = |facet: &FacetPart| {
        facet.values.iter().filter(|value| value.chosen).map(|value| value.label.clone()).collect::<Vec<_>>()
    };
    let mut legend = Legend::new(lang);
    let mut part = |hit| hit_part(hit, &publication, lang, &mut legend);
    let hits = found.hits.iter().filter(|_| !asked.is_open()).map(&mut part).collect();
    let listed = found.hits.iter().filter(|_| asked.is_open()).map(|hit| hit.place);
    let letters = letters(listed, &publication, lang);
    let way_on = way_on(&found, &asked, &page, (&publication, lang));
    let home = Home {
        frame: Frame::new(&publication, &request),
        query: &asked.text,
        domains_in_words: domains_in_words(&publication, lang),
        examples: examples(&publication),
        chosen: facets.iter().flat_map(chosen).collect(),
        facets,
        sort: asked.sort.map(Keyed::key),
        orders: if found.total > 1 && letters.is_empty() { orders(&asked, lang) } else { Vec::new() },
        tips: tips(lang),
        remarks: asked.remarks(&found, lang),
        unfiltered: lang.address(&asked.address_without_filters()),
        heading: heading(&asked, found.total, lang),
        bridges: bridges(&asked.text, &publication, lang),
        proposal: matches!(way_on, WayOn::NearTerms(_)).then(|| Proposal::of_word(&app.settings, &asked.text)),
        way_on,
        key: key(&letters, lang),
        letters,
        legend: legend.lines(),
        hits,
        pages: numbers(&page, lang),
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

/// The domains as the start page names them.
fn domains_in_words(publication: &Publication, lang: Lang) -> String {
    let name = |domain: &Domain| lang.say(domain.phrase.clone(), format!("the {}", domain.english));
    let names: Vec<String> = publication.glossary.root_domains().map(name).collect();
    in_words(&names.iter().map(String::as_str).collect::<Vec<_>>(), lang.say("en", "and"))
}

fn examples(publication: &Publication) -> Vec<Link<'_>> {
    let known = EXAMPLES.iter().filter_map(|word| publication.entry(&TermId::parse(word)?));
    known.map(|entry| Link { id: entry.term.id.as_str(), label: &entry.term.label }).collect()
}

fn way_on<'a>(
    found: &Found,
    asked: &Asked,
    page: &Page<'_>,
    (publication, lang): (&'a Publication, Lang),
) -> WayOn<'a> {
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
        1 => WayOn::WithoutFilters(lang.say("1 resultaat zonder filters", "1 result without filters").to_owned()),
        more => WayOn::WithoutFilters(format!(
            "{more} {}",
            lang.say("resultaten zonder filters", "results without filters")
        )),
    }
}

fn heading(asked: &Asked, total: usize, lang: Lang) -> String {
    let words = if total == 1 { lang.say("woord", "word") } else { lang.say("woorden", "words") };
    let choice = if asked.filters.is_empty() { "" } else { lang.say(" bij deze keuze", " with this choice") };
    let (all, nothing) = lang.say(("Alle", "Niets gevonden"), ("All", "Nothing found"));
    match (asked.text.is_empty(), total) {
        (true, 0) => format!("{nothing}{choice}"),
        (true, _) if asked.filters.is_empty() => format!("{all} {total} {words}"),
        (true, _) => format!("{total} {words}{choice}"),
        (false, 0) => format!("{nothing} {} ‘{}’{choice}", lang.say("voor", "for"), asked.text),
        (false, _) => {
            format!("{total} {words} {} ‘{}’{choice}", lang.say("gevonden voor", "found for"), asked.text)
        }
    }
}

fn hit_part<'a>(hit: &Hit, publication: &'a Publication, lang: Lang, legend: &mut Legend) -> HitPart<'a> {
    let entry = publication.entry_at(hit.place);
    let marking = Marking::of(entry.headline());
    let meaning = |(place, concept): (usize, &'a Concept)| {
        let found = hit.marks.get(place).map(Vec::as_slice).unwrap_or_default();
        MeaningPart {
            domain: publication.glossary.domain(&concept.domain).map(|domain| lang.domain(domain)).unwrap_or_default(),
            label: concept.label.as_deref(),
            text: legend.marked(entry.segments_of(concept).with_hits(found), marking),
            retired: concept.is_retired(),
        }
    };
    let reason = |found: &crate::search::Match| ReasonPart {
        place: lang.of_key(found.field),
        form: found.form.clone(),
        how: lang.of_key(found.how),
    };
    HitPart {
        id: entry.term.id.as_str(),
        label: &entry.term.label,
        english: entry.term.english.as_deref(),
        badge: entry.headline().map(|pair| Badge::new(pair, lang)),
        meanings: entry.term.concepts.iter().enumerate().map(meaning).collect(),
        withdrawn: Withdrawn::of(entry.term, &publication.glossary),
        worded_apart: marking == Marking::Contradictions,
        reasons: hit.matched.iter().map(reason).collect(),
    }
}
