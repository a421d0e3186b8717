//! `/terms/{id}`: the table view. The difference first, then the meanings side by side, and what to ask each other.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::divergence::{FacetComparison, FacetState, Pair, Side};
use crate::http::App;
use crate::http::answer::Keep;
use crate::http::pages::marked::marked;
use crate::http::pages::parts::{Badge, Frame, in_words};
use crate::http::pages::{no_such_page, tagged_page};
use crate::language::capital;
use crate::model::{
    Concept, Degree, Domain, Glossary, Keyed, Party, PhaseRole, Source, SourceKind, Status, Term, TermId,
};
use crate::publication::{Entry, Publication};

#[derive(Template)]
#[template(path = "term.html")]
struct TermPage<'a> {
    frame: Frame<'a>,
    label: &'a str,
    english: Option<&'a str>,
    other_words: Vec<String>,
    badge: Option<Badge<'a>>,
    sides: Vec<SidePart<'a>>,
    pairs: Vec<PairPart<'a>>,
    phases: Vec<PhasePart<'a>>,
    words: Vec<WordPart<'a>>,
    notes: Vec<&'a str>,
    sources: Vec<SourcePart<'a>>,
}

struct SidePart<'a> {
    domain: &'a str,
    concepts: Vec<ConceptPart<'a>>,
    /// What to say where the domain has no meaning for the word.
    absence: Option<String>,
}

struct ConceptPart<'a> {
    label: Option<&'a str>,
    explanation: &'a str,
    definition: String,
    note: Option<&'a str>,
    origin: String,
    kind: &'static str,
    status: &'static str,
    reviewed_on: Option<String>,
    sources: Vec<&'a str>,
}

struct PairPart<'a> {
    title: String,
    a: String,
    b: String,
    badge: Badge<'a>,
    shared: &'a [String],
    misunderstanding: Option<&'a str>,
    questions: &'a [String],
    rows: Vec<RowPart<'a>>,
}

struct RowPart<'a> {
    label: &'a str,
    a: &'a str,
    b: &'a str,
    sign: &'static str,
    state: String,
    class: &'static str,
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

struct WordPart<'a> {
    kind: &'static str,
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
        return no_such_page(&publication, &id);
    };
    let page = TermPage::new(entry, &publication);
    tagged_page(&request, &app.tag(&publication), Keep::Shortly, &page)
}

impl<'a> TermPage<'a> {
    fn new(entry: Entry<'a>, publication: &'a Publication) -> Self {
        let (term, glossary) = (entry.term, &publication.glossary);
        let headline = entry.headline();
        let others = entry.pairs.iter().filter(|pair| headline.is_none_or(|headline| !std::ptr::eq(*pair, headline)));
        let shown = headline.into_iter().chain(others).filter(|pair| pair.b.concept.is_some());
        Self {
            frame: Frame::new(publication),
            label: &term.label,
            english: term.english.as_deref(),
            other_words: other_words(term, glossary),
            badge: headline.map(Badge::new),
            sides: sides(entry, glossary),
            pairs: shown.map(|pair| pair_part(pair, term, glossary)).collect(),
            phases: phases(term, glossary),
            words: words(term, glossary),
            notes: [&term.note, &term.english_note].into_iter().flatten().map(String::as_str).collect(),
            sources: sources(term, glossary),
        }
    }
}

fn other_words(term: &Term, glossary: &Glossary) -> Vec<String> {
    let word = |label: &crate::model::AltLabel| match &label.domain {
        Some(domain) => format!("{} ({})", label.text, glossary.domain_label(domain).to_lowercase()),
        None => label.text.clone(),
    };
    term.alt_labels.iter().map(word).collect()
}

/// A side per domain at the root of the tree, with what is said where it has no meaning for the word.
fn sides<'a>(entry: Entry<'a>, glossary: &'a Glossary) -> Vec<SidePart<'a>> {
    let side = |domain: &'a Domain| {
        let own = entry.term.concepts.iter().filter(|concept| glossary.belongs_to(&concept.domain, &domain.id));
        let concepts: Vec<ConceptPart<'a>> = own.map(|concept| concept_part(concept, entry, glossary)).collect();
        let absence = concepts.is_empty().then(|| {
            if entry.term.unused_by.contains(&domain.id) {
                "Dit domein gebruikt het woord niet. Leg het dus uit.".to_owned()
            } else {
                "Wat dit domein ermee bedoelt, staat hier nog niet. Vraag het na.".to_owned()
            }
        });
        SidePart { domain: &domain.label, concepts, absence }
    };
    glossary.root_domains().map(side).collect()
}

fn concept_part<'a>(concept: &'a Concept, entry: Entry<'a>, glossary: &'a Glossary) -> ConceptPart<'a> {
    ConceptPart {
        label: concept.label.as_deref(),
        explanation: &concept.explanation,
        definition: marked(&entry.segments_of(concept)),
        note: concept.note.as_deref(),
        origin: origin(concept, glossary),
        kind: concept.kind.dutch(),
        status: concept.status.dutch(),
        reviewed_on: concept.reviewed_on.map(|date| date.to_string()),
        sources: concept.sources.iter().map(AsRef::as_ref).collect(),
    }
}

/// Whose words these are. Until its domain confirms a text, it is ours, after what others published; nothing is put
/// in anyone's name.
fn origin(concept: &Concept, glossary: &Glossary) -> String {
    let sources: Vec<&Source> = concept.sources.iter().filter_map(|id| glossary.source(id)).collect();
    if concept.status == Status::Confirmed {
        let owner = |id| glossary.actor(id).map(|actor| actor.label.as_str());
        return format!("Van {}", in_words(&concept.owners.iter().filter_map(owner).collect::<Vec<_>>()));
    }
    if sources.iter().all(|source| source.kind == SourceKind::Draft) {
        return "Eigen tekst van de redactie, nog zonder bron".to_owned();
    }
    let mut publishers: Vec<&str> = sources.iter().map(|source| source.publisher.as_str()).collect();
    publishers.dedup();
    format!("Opgesteld door de redactie, naar {}", in_words(&publishers))
}

fn pair_part<'a>(pair: &'a Pair, term: &'a Term, glossary: &'a Glossary) -> PairPart<'a> {
    let name = |side: &Side| term.side_name(glossary.domain_label(&side.domain), side.concept.as_ref());
    let (a, b) = (name(&pair.a), name(&pair.b));
    PairPart {
        title: format!("{a} en {b}"),
        a,
        b,
        badge: Badge::new(pair),
        shared: &pair.shared,
        misunderstanding: pair.ruling.as_ref().and_then(|ruling| ruling.misunderstanding.as_deref()),
        questions: pair.ruling.as_ref().map(|ruling| ruling.questions.as_slice()).unwrap_or_default(),
        rows: pair.facets.iter().map(row_part).collect(),
    }
}

fn row_part(facet: &FacetComparison) -> RowPart<'_> {
    let (sign, class) = match (facet.judged, facet.state) {
        (Some(Degree::Conflicting), _) => ("≠", "degree-3"),
        (Some(Degree::Substantial), _) => ("±", "degree-2"),
        (Some(Degree::Nuance), _) => ("≈", "degree-1"),
        (Some(Degree::Same), _) | (None, FacetState::Same) => ("=", "degree-0"),
        (None, FacetState::Different | FacetState::Partly) => ("?", "unclear"),
        (None, FacetState::OneSide) => ("…", "unclear"),
    };
    let state = match (facet.judged, facet.state) {
        (Some(degree), _) => degree.dutch().to_owned(),
        (None, FacetState::Different | FacetState::Partly) => "andere woorden; niet beoordeeld".to_owned(),
        (None, state) => state.dutch().to_owned(),
    };
    RowPart {
        label: &facet.label,
        a: facet.a.as_deref().unwrap_or("niet beschreven"),
        b: facet.b.as_deref().unwrap_or("niet beschreven"),
        sign,
        state: capital(&state),
        class,
    }
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

fn words<'a>(term: &'a Term, glossary: &'a Glossary) -> Vec<WordPart<'a>> {
    let lists = [("ruimer", &term.broader), ("smaller", &term.narrower), ("verwant", &term.related)];
    let part = |kind, word: &'a String| match TermId::parse(word).and_then(|id| glossary.term(&id)) {
        Some(other) => WordPart { kind, label: &other.label, term: Some(other.id.as_str()) },
        None => WordPart { kind, label: word, term: None },
    };
    lists.into_iter().flat_map(|(kind, words)| words.iter().map(move |word| part(kind, word))).collect()
}

fn sources<'a>(term: &'a Term, glossary: &'a Glossary) -> Vec<SourcePart<'a>> {
    let cited = term.cited_sources();
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
