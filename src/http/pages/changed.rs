//! What a change means, as a page: the words of `diff`, with a link to the page of each word as it would become. The service does
//! not show it; a preview is made of it.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::change::{Ask, Changes, Elsewhere, KeyChange, MeaningChange, Standing, TermChange, TermFate};
use crate::divergence::Segments;
use crate::http::App;
use crate::http::lang::Lang;
use crate::http::pages::marked::{Legend, Marking};
use crate::http::pages::page;
use crate::http::pages::parts::Frame;
use crate::model::{Glossary, PlaceId};
use crate::publication::Publication;

/// Where this page stands among those that a preview is made of.
pub(in crate::http) const ADDRESS: &str = "/changed";

#[derive(Template)]
#[template(path = "changed.html")]
struct Changed<'a> {
    frame: Frame<'a>,
    /// What it does to the differences: what that is called, and a sentence.
    effects: Vec<(&'static str, &'a str)>,
    asks: Vec<AskRow<'a>>,
    terms: Vec<TermPart<'a>>,
    /// What changed beside the words: the part, and what happened in it.
    elsewhere: Vec<(&'static str, String)>,
    legend: Vec<&'static str>,
}

/// A domain that must agree.
struct AskRow<'a> {
    domain: String,
    word: &'a str,
    about: &'a str,
    standing: &'static str,
    is_missing: bool,
}

/// A word that changed.
struct TermPart<'a> {
    id: &'a str,
    label: &'a str,
    fate: &'static str,
    was: Option<&'a str>,
    /// Its pages as they would become: everywhere, and in places of which something changed.
    links: Vec<(String, String)>,
    parts: Vec<Part>,
}

/// The word itself, a meaning or a verdict, with what changed in it.
struct Part {
    heading: String,
    /// What to know about it.
    note: Option<String>,
    rows: Vec<Row>,
}

/// A key: what it is called, what it said and what it says, as HTML.
struct Row {
    what: String,
    before: String,
    after: String,
}

/// Shows the changes that lie beside the publication.
pub(in crate::http) async fn show(
    request: HttpRequest,
    app: web::Data<App>,
    changes: web::Data<Changes>,
) -> HttpResponse {
    let publication = app.publication();
    page(actix_web::http::StatusCode::OK, &Changed::new(&changes, &publication, Frame::new(&publication, &request)))
}

/// The addresses of the pages of a word as it would become: everywhere, and in places of which something changed.
pub(in crate::http) fn addresses<'a>(term: &'a TermChange) -> Vec<(String, Option<&'a PlaceId>)> {
    if term.fate == TermFate::Withdrawn {
        return Vec::new();
    }
    let address = format!("/terms/{}", term.id);
    let in_place = |place: &'a PlaceId| (format!("/terms/{}?place={place}", term.id), Some(place));
    std::iter::once((address, None)).chain(term.places.iter().map(in_place)).collect()
}

impl<'a> Changed<'a> {
    fn new(changes: &'a Changes, publication: &'a Publication, frame: Frame<'a>) -> Self {
        let lang = frame.lang;
        let mut writer = Writer { lang, glossary: &publication.glossary, legend: Legend::new(lang) };
        let effects = changes.terms.iter().flat_map(|term| &term.effects);
        let asks = changes.terms.iter().flat_map(|term| term.asks.iter().map(move |ask| (term, ask)));
        Self {
            effects: effects.map(|effect| (lang.of_key(effect.kind), lang.sentence(&effect.sentence))).collect(),
            asks: asks.map(|(term, ask)| writer.ask(term, ask)).collect(),
            terms: changes.terms.iter().map(|term| writer.term(term)).collect(),
            elsewhere: changes.elsewhere.iter().map(|part| writer.elsewhere(part)).collect(),
            legend: writer.legend.lines(),
            frame,
        }
    }
}

/// Writes what changed, and remembers the marks it used.
struct Writer<'a> {
    lang: Lang,
    glossary: &'a Glossary,
    legend: Legend,
}

impl Writer<'_> {
    fn ask<'c>(&self, term: &'c TermChange, ask: &'c Ask) -> AskRow<'c> {
        let domain = self.glossary.domain(&ask.domain);
        AskRow {
            domain: domain.map_or_else(|| ask.domain.to_string(), |domain| self.lang.domain(domain)),
            word: &term.label,
            about: self.lang.sentence(&ask.about),
            standing: self.lang.of_key(ask.standing),
            is_missing: ask.standing == Standing::Missing,
        }
    }

    fn term<'c>(&mut self, term: &'c TermChange) -> TermPart<'c> {
        let (_, dutch, english) = term.fate.words();
        let links = addresses(term).into_iter().map(|(address, place)| {
            let place = place.map(|id| self.glossary.place(id).map_or(id.as_str(), |place| place.label.as_str()));
            let words = match place {
                None => self.lang.say("Bekijk de bladzijde zoals zij wordt", "See the page as it becomes").to_owned(),
                Some(place) => format!("{} {place}", self.lang.say("In", "In")),
            };
            (address, words)
        });
        let links = links.collect();
        let mut parts = Vec::new();
        if !term.keys.is_empty() {
            let heading = self.lang.say("Het woord zelf", "The word itself").to_owned();
            parts.push(Part { heading, note: None, rows: self.keys(&term.keys) });
        }
        parts.extend(term.meanings.iter().map(|meaning| self.meaning(meaning)));
        parts.extend(term.verdicts.iter().map(|verdict| {
            let [a, b] = &verdict.between;
            let (of, and) = self.lang.say(("Oordeel over", "en"), ("Verdict on", "and"));
            let heading = format!("{of} {a} {and} {b}: {}", self.lang.of_key(verdict.fate));
            Part { heading, note: None, rows: self.keys(&verdict.keys) }
        }));
        TermPart {
            id: term.id.as_str(),
            label: &term.label,
            fate: self.lang.say(dutch, english),
            was: if let TermFate::Renamed(was) = &term.fate { Some(was.as_str()) } else { None },
            links,
            parts,
        }
    }

    fn meaning(&mut self, meaning: &MeaningChange) -> Part {
        let name = self.lang.say(&meaning.name.0, &meaning.name.1);
        let mut rows = Vec::new();
        if let Some(text) = &meaning.definition {
            let what = self.lang.say("omschrijving", "definition");
            rows.push(Row {
                what: format!("{what}: {}", self.lang.of_key(text.reading)),
                before: self.legend.marked(text.before.segments(), Marking::Everything),
                after: self.legend.marked(text.after.segments(), Marking::Everything),
            });
        }
        for facet in &meaning.facets {
            let what = self.lang.say(&facet.name.0, &facet.name.1).clone();
            rows.push(self.row(what, &facet.before, &facet.after));
        }
        rows.extend(self.keys(&meaning.keys));
        let heirs: Vec<&str> =
            meaning.inherited_by.iter().map(|(dutch, english)| self.lang.say(dutch, english).as_str()).collect();
        let note = self.lang.say("Dit geldt ook voor:", "This also holds for:");
        Part {
            heading: format!("{name}: {}", self.lang.of_key(meaning.fate)),
            note: (!heirs.is_empty()).then(|| format!("{note} {}.", heirs.join(", "))),
            rows,
        }
    }

    fn keys(&mut self, keys: &[KeyChange]) -> Vec<Row> {
        let row = |change: &KeyChange| {
            let what = self.lang.say(change.name.0, change.name.1).to_owned();
            self.row(what, &change.before, &change.after)
        };
        keys.iter().map(row).collect()
    }

    fn row(&mut self, what: String, before: &str, after: &str) -> Row {
        let mut shown = |text: &str| {
            let text = if text.is_empty() { "–" } else { text };
            self.legend.marked(Segments::plain(text), Marking::Everything)
        };
        Row { what, before: shown(before), after: shown(after) }
    }

    fn elsewhere(&self, part: &Elsewhere) -> (&'static str, String) {
        let name = self.lang.say(part.part.dutch, part.part.english);
        let lists = [
            (self.lang.say("nieuw", "new"), &part.added),
            (self.lang.say("weg", "gone"), &part.removed),
            (self.lang.say("gewijzigd", "changed"), &part.changed),
        ];
        let told = lists.iter().filter(|(_, names)| !names.is_empty());
        let told: Vec<String> = told.map(|(word, names)| format!("{word}: {}", names.join(", "))).collect();
        let changed = self.lang.say("gewijzigd", "changed").to_owned();
        (name, if told.is_empty() { changed } else { told.join("; ") })
    }
}
