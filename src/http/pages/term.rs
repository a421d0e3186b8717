// SPDX-License-Identifier: EUPL-1.2
//! `/terms/{id}`: the table view. The difference first and what is shared, then the meanings side by side, what to ask each
//! other, and where they part.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::divergence::Pair;
use crate::http::App;
use crate::http::answer::Keep;
use crate::http::pages::beside::{PhasePart, WordList, phases, words};
use crate::http::pages::defined;
use crate::http::pages::local::LocalPart;
use crate::http::pages::marked::{Legend, Marking};
use crate::http::pages::missing::no_such_page;
use crate::http::pages::pair::PairPart;
use crate::http::pages::parts::{Badge, Frame};
use crate::http::pages::proposal::Proposal;
use crate::http::pages::side::{SidePart, sides};
use crate::http::pages::sources::{SourceLine, listed};
use crate::http::pages::subject::Subject;
use crate::http::pages::table::{ChoicePart, Misfit, Table, Wanted};
use crate::http::pages::then::{self, TermHistory};
use crate::http::pages::withdrawn::Withdrawn;
use crate::http::pages::{page, tagged_page};
use crate::model::TermId;
use crate::publication::{Past, Publication};

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
    choice: Choice<'a>,
    sides: Vec<SidePart<'a>>,
    /// Whether the two texts of the lead are worded so differently that single words say nothing.
    worded_apart: bool,
    legend: Vec<&'static str>,
    /// Which meanings agree, a sentence each, where there are three or more.
    together: Vec<&'a str>,
    /// The pair that stands for the sides.
    lead: Option<PairPart<'a>>,
    /// The other pairs, folded.
    others: Vec<PairPart<'a>>,
    phases: Vec<PhasePart<'a>>,
    words: Vec<WordList<'a>>,
    notes: Vec<&'a str>,
    sources: Vec<SourceLine<'a>>,
    /// Where the word is withdrawn.
    withdrawn: Option<Withdrawn<'a>>,
    /// What search engines read of its meanings; nothing where sides are chosen, which is not the page that they know.
    defined: String,
    /// Where oEmbed describes this page, where the service knows its own address.
    oembed: Option<String>,
    proposal: Proposal<'a>,
    history: TermHistory<'a>,
    /// What tells a reader of the printed card where it came from.
    origin: String,
}

/// The sides that can be chosen, and what to say of the choice that was made.
struct Choice<'a> {
    /// The sides; none where there is nothing to choose.
    parts: Vec<ChoicePart<'a>>,
    is_made: bool,
    /// What of it cannot be shown, or that there is nothing to compare.
    message: Option<String>,
    /// What other forms on the page must carry.
    carried: String,
    /// Where every meaning is shown, in the same place.
    everything: String,
}

/// `GET /terms/{id}`.
pub(super) async fn show(request: HttpRequest, id: web::Path<String>, app: web::Data<App>) -> HttpResponse {
    let (publication, past) = (app.publication(), app.past());
    let known = TermId::parse(&id);
    if let Some((id, asked)) = known.as_ref().zip(then::asked_day(&request)) {
        return then::show(&request, id, &asked, &app).await;
    }
    let Some(entry) = known.as_ref().and_then(|id| publication.entry(id)) else {
        let gone = known.zip(past.history()).and_then(|(id, history)| then::gone(&request, &id, &app, history));
        return gone.unwrap_or_else(|| no_such_page(&publication, &request, &id));
    };
    let today = (app.today)();
    let table = Table::set(entry, Wanted::of(&request), &publication);
    let frame = Frame::new(&publication, &request);
    let subject = Subject { entry: table.entry, glossary: &publication.glossary, lang: frame.lang };
    let term = TermPage {
        local: LocalPart::new(&table, subject, today),
        proposal: Proposal::of_change(&app.settings, entry.term.id.as_str()),
        origin: format!(
            "Taalbrug · {} {} · {today} · {}{}",
            frame.say("versie", "version"),
            publication.revision,
            publication.glossary.about.base_uri,
            frame.here(),
        ),
        ..TermPage::new(&table, subject, (&publication, &past), frame)
    };
    if table.is_faulty() {
        return page(&request, StatusCode::BAD_REQUEST, &term);
    }
    let term = TermPage { oembed: oembed(&term.frame, &app), ..term };
    tagged_page(&request, &app.tag_on_with(&publication, today, &past), Keep::Shortly, &term)
}

/// Where oEmbed describes the page that is asked for, by whole addresses.
fn oembed(frame: &Frame<'_>, app: &App) -> Option<String> {
    let base = app.settings.base_url.as_ref()?.as_str();
    let page = frame.whole(frame.here());
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("url", &page).finish();
    Some(format!("{base}/oembed?{query}"))
}

impl<'a> TermPage<'a> {
    fn new(
        table: &Table<'a>,
        subject: Subject<'a>,
        (publication, past): (&'a Publication, &'a Past),
        frame: Frame<'a>,
    ) -> Self {
        let (term, lang) = (subject.entry.term, subject.lang);
        let headline = table.headline;
        let leads = |pair: &Pair| !pair.retired && headline.is_some_and(|headline| std::ptr::eq(pair, headline));
        let described = || table.pairs.iter().copied().filter(|pair| pair.b.concept.is_some());
        let marking = Marking::of(headline);
        let mut legend = Legend::new(lang);
        Self {
            history: TermHistory::new(&term.id, (publication, past), lang),
            defined: if table.is_chosen { String::new() } else { defined::terms(term, subject.glossary, &frame) },
            withdrawn: Withdrawn::of(term, subject.glossary),
            frame,
            id: term.id.as_str(),
            label: &term.label,
            english: term.english.as_deref(),
            other_words: other_words(subject),
            badge: headline.map(|pair| Badge::new(pair, lang)),
            local: LocalPart::default(),
            choice: Choice::new(table, subject, publication),
            sides: sides(table, subject, |segments| legend.marked(segments, marking)),
            worded_apart: marking == Marking::Contradictions,
            legend: legend.lines(),
            together: if table.is_chosen { Vec::new() } else { together(subject) },
            lead: described().find(|pair| leads(pair)).map(|pair| PairPart::new(pair, subject)),
            others: described().filter(|pair| !leads(pair)).map(|pair| PairPart::new(pair, subject)).collect(),
            phases: phases(subject),
            words: words(subject),
            notes: [&term.note, &term.english_note].into_iter().flatten().map(String::as_str).collect(),
            sources: listed(subject.entry.cited_sources(), subject.glossary, lang),
            proposal: Proposal::default(),
            origin: String::new(),
            oembed: None,
        }
    }
}

impl<'a> Choice<'a> {
    fn new(table: &Table<'a>, subject: Subject<'a>, publication: &'a Publication) -> Self {
        let lang = subject.lang;
        let message = match &table.misfit {
            Some(Misfit::Unknown(names)) => {
                let names: Vec<String> = names.iter().map(|name| format!("‘{name}’")).collect();
                let names = subject.row(&names);
                Some(lang.say(
                    format!("Dit kennen wij hier niet: {names}. U ziet alle betekenissen."),
                    format!("We do not know this here: {names}. You see every meaning."),
                ))
            }
            Some(Misfit::TooFew) => Some(lang.say(
                "Kies er twee of drie, dan zetten wij die naast elkaar. U ziet nu alle betekenissen.".to_owned(),
                "Choose two or three to see them side by side. You see every meaning now.".to_owned(),
            )),
            Some(Misfit::TooMany) => Some(lang.say(
                "Er passen er hoogstens drie naast elkaar. U ziet nu alle betekenissen.".to_owned(),
                "At most three fit side by side. You see every meaning now.".to_owned(),
            )),
            None if table.is_one_text() => Some(lang.say(
                "Deze domeinen hebben voor dit woord dezelfde tekst. Er valt dus niets te vergelijken.".to_owned(),
                "These domains have one text for this word, so there is nothing to compare.".to_owned(),
            )),
            None => None,
        };
        Self {
            parts: table.choices(publication, lang),
            is_made: table.is_chosen,
            message,
            everything: lang.address(&match table.place {
                Some(place) => format!("/terms/{}?place={}", subject.entry.term.id, place.id),
                None => format!("/terms/{}", subject.entry.term.id),
            }),
            carried: if table.is_chosen { table.carried() } else { String::new() },
        }
    }
}

fn together(subject: Subject<'_>) -> Vec<&str> {
    let statements = subject.entry.overview.of_many().into_iter().flat_map(|clusters| &clusters.statements);
    statements.map(|statement| subject.lang.sentence(statement)).collect()
}

fn other_words(subject: Subject<'_>) -> Vec<String> {
    let word = |label: &crate::model::AltLabel| match &label.domain {
        Some(domain) => format!("{} ({})", label.text, subject.domain(domain).to_lowercase()),
        None => label.text.clone(),
    };
    subject.entry.term.alt_labels.iter().map(word).collect()
}
