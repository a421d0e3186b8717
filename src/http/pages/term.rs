//! `/terms/{id}`: the table view. The difference first, then the meanings side by side, and what to ask each other.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::divergence::Pair;
use crate::http::App;
use crate::http::answer::Keep;
use crate::http::pages::local::LocalPart;
use crate::http::pages::marked::{Legend, Marking};
use crate::http::pages::pair::PairPart;
use crate::http::pages::parts::{Badge, Frame};
use crate::http::pages::side::{SidePart, sides};
use crate::http::pages::{no_such_page, page, tagged_page};
use crate::model::{Glossary, Keyed, Party, PhaseRole, PlaceId, Source, Term, TermId};
use crate::publication::{Entry, Publication};

#[derive(Template)]
#[template(path = "term.html")]
struct TermPage<'a> {
    frame: Frame<'a>,
    id: &'a str,
    label: &'a str,
    english: Option<&'a str>,
    other_words: Vec<String>,
    badge: Option<Badge<'a>>,
    /// The places of the word, and what was agreed in the chosen one.
    local: LocalPart<'a>,
    sides: Vec<SidePart<'a>>,
    /// Whether the two texts of the lead are worded so differently that single words say nothing.
    worded_apart: bool,
    legend: Vec<&'static str>,
    /// Which meanings agree, a sentence each, where there are three or more.
    together: Vec<&'a str>,
    /// The pair that stands for the word, open.
    lead: Option<PairPart<'a>>,
    /// The other pairs, folded.
    others: Vec<PairPart<'a>>,
    phases: Vec<PhasePart<'a>>,
    words: Vec<WordList<'a>>,
    notes: Vec<&'a str>,
    sources: Vec<SourcePart<'a>>,
    /// Where oEmbed describes this page, where the service knows its own address.
    oembed: Option<String>,
}

struct PhasePart<'a> {
    label: &'a str,
    model: &'a str,
    roles: Vec<RolePart<'a>>,
}

struct RolePart<'a> {
    who: &'a str,
    part: &'static str,
    status: &'static str,
    note: Option<&'a str>,
}

struct WordList<'a> {
    kind: &'static str,
    words: Vec<WordPart<'a>>,
}

struct WordPart<'a> {
    label: &'a str,
    term: Option<&'a str>,
}

struct SourcePart<'a> {
    code: &'a str,
    title: &'a str,
    url: Option<&'a str>,
    publisher: &'a str,
    year: Option<&'a str>,
    kind: &'static str,
    note: Option<&'a str>,
}

/// `GET /terms/{id}`.
pub(super) async fn show(request: HttpRequest, id: web::Path<String>, app: web::Data<App>) -> HttpResponse {
    let publication = app.publication();
    let Some(entry) = TermId::parse(&id).and_then(|id| publication.entry(&id)) else {
        return no_such_page(&publication, &request, &id);
    };
    let (glossary, today) = (&publication.glossary, (app.today)());
    let frame = Frame::new(&publication, &request);
    let place = match asked_place(&request) {
        None => None,
        Some(name) => match PlaceId::parse(&name).and_then(|id| glossary.place(&id)) {
            Some(place) => Some(place),
            None => {
                let local = LocalPart::unknown(glossary);
                return page(StatusCode::BAD_REQUEST, &TermPage::new(entry, local, &publication, frame));
            }
        },
    };
    let entry = publication.in_place(entry, place);
    let page = TermPage::new(entry, LocalPart::new(entry, glossary, today), &publication, frame);
    let page = TermPage { oembed: oembed(&request, &app), ..page };
    tagged_page(&request, &app.tag_in(&publication, place, today), Keep::Shortly, &page)
}

/// Where oEmbed describes the page that is asked for, by whole addresses.
fn oembed(request: &HttpRequest, app: &App) -> Option<String> {
    let base = app.settings.base_url.as_ref()?.as_str();
    let query = Some(request.query_string()).filter(|query| !query.is_empty());
    let page = format!("{base}{}{}", request.path(), query.map_or_else(String::new, |query| format!("?{query}")));
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("url", &page).finish();
    Some(format!("{base}/oembed?{query}"))
}

/// The place in the address, if any.
fn asked_place(request: &HttpRequest) -> Option<String> {
    let mut pairs = form_urlencoded::parse(request.query_string().as_bytes());
    pairs.find(|(name, value)| name == "place" && !value.is_empty()).map(|(_, value)| value.into_owned())
}

impl<'a> TermPage<'a> {
    fn new(entry: Entry<'a>, local: LocalPart<'a>, publication: &'a Publication, frame: Frame<'a>) -> Self {
        let (term, glossary, lang) = (entry.term, &publication.glossary, frame.lang);
        let headline = entry.headline();
        let leads = |pair: &&Pair| !pair.retired && headline.is_some_and(|headline| std::ptr::eq(*pair, headline));
        let described = || entry.pairs_here().into_iter().filter(|pair| pair.b.concept.is_some());
        let part = |pair: &'a Pair| PairPart::new(pair, entry, glossary, lang);
        let marking = Marking::of(headline);
        let mut legend = Legend::default();
        Self {
            frame,
            id: term.id.as_str(),
            label: &term.label,
            english: term.english.as_deref(),
            other_words: other_words(term, glossary),
            badge: headline.map(|pair| Badge::new(pair, lang)),
            local,
            sides: sides(entry, glossary, |segments| legend.marked(segments, marking)),
            worded_apart: marking == Marking::Contradictions,
            legend: legend.lines(),
            together: together(entry),
            lead: described().find(leads).map(part),
            others: described().filter(|pair| !leads(pair)).map(part).collect(),
            phases: phases(term, glossary),
            words: words(term, glossary),
            notes: [&term.note, &term.english_note].into_iter().flatten().map(String::as_str).collect(),
            sources: sources(entry, glossary),
            oembed: None,
        }
    }
}

fn together(entry: Entry<'_>) -> Vec<&str> {
    let statements = entry.overview.of_many().into_iter().flat_map(|clusters| &clusters.statements);
    statements.map(|statement| statement.dutch.as_str()).collect()
}

fn other_words(term: &Term, glossary: &Glossary) -> Vec<String> {
    let word = |label: &crate::model::AltLabel| match &label.domain {
        Some(domain) => format!("{} ({})", label.text, glossary.domain_label(domain).to_lowercase()),
        None => label.text.clone(),
    };
    term.alt_labels.iter().map(word).collect()
}

fn phases<'a>(term: &'a Term, glossary: &'a Glossary) -> Vec<PhasePart<'a>> {
    let part = |(model, phase): (&'a crate::model::Model, &'a crate::model::Phase)| PhasePart {
        label: &phase.label,
        model: &model.label,
        roles: model.roles.iter().filter(|role| role.phase == phase.id).map(|role| role_part(role, glossary)).collect(),
    };
    term.phases.iter().filter_map(|name| glossary.phase(name)).map(part).collect()
}

fn role_part<'a>(role: &'a PhaseRole, glossary: &'a Glossary) -> RolePart<'a> {
    let who = match &role.party {
        Party::Actor(id) => glossary.actor(id).map_or(id.as_str(), |actor| actor.label.as_str()),
        Party::Domain(id) => glossary.domain_label(id),
    };
    RolePart { who, part: role.part.dutch(), status: role.status.dutch(), note: role.note.as_deref() }
}

fn words<'a>(term: &'a Term, glossary: &'a Glossary) -> Vec<WordList<'a>> {
    let lists = [("Ruimer", &term.broader), ("Smaller", &term.narrower), ("Verwant", &term.related)];
    let part = |word: &'a String| match TermId::parse(word).and_then(|id| glossary.term(&id)) {
        Some(other) => WordPart { label: &other.label, term: Some(other.id.as_str()) },
        None => WordPart { label: word, term: None },
    };
    let filled = lists.into_iter().filter(|(_, words)| !words.is_empty());
    filled.map(|(kind, words)| WordList { kind, words: words.iter().map(part).collect() }).collect()
}

fn sources<'a>(entry: Entry<'_>, glossary: &'a Glossary) -> Vec<SourcePart<'a>> {
    let cited = entry.cited_sources();
    let part = |source: &'a Source| SourcePart {
        code: source.id.as_str(),
        title: &source.title,
        url: source.urls.first().map(String::as_str),
        publisher: &source.publisher,
        year: source.year.as_deref(),
        kind: source.kind.dutch(),
        note: source.note.as_deref(),
    };
    glossary.sources.iter().filter(|source| cited.contains(&&source.id)).map(part).collect()
}
