// SPDX-License-Identifier: EUPL-1.2
//! `/agenda`: words that were picked, as an agenda to print: what each side means, what to ask, and room for what is agreed.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::divergence::{Pair, Side};
use crate::http::App;
use crate::http::answer::Keep;
use crate::http::pages::ask::AskPart;
use crate::http::pages::named::Named;
use crate::http::pages::parts::{Badge, Frame};
use crate::http::pages::picked::{MOST_WORDS, Picked};
use crate::http::pages::tagged_page;
use crate::model::{Concept, Glossary, TermId};
use crate::publication::{Entry, Publication, Wanted};

/// The most minutes per word.
const MOST_MINUTES: u16 = 120;

#[derive(Template)]
#[template(path = "agenda.html")]
struct Agenda<'a> {
    frame: Frame<'a>,
    items: Vec<Item<'a>>,
    strange_words: &'a [String],
    left_out: usize,
    most_words: usize,
    /// Minutes per word, where they were given.
    minutes: Option<u16>,
    most_minutes: u16,
    /// Minutes for all.
    total: u64,
    /// Where more words can be picked.
    more: String,
}

struct Item<'a> {
    id: &'a str,
    label: Named<'a>,
    english: Option<&'a str>,
    badge: Option<Badge<'a>>,
    meanings: Vec<MeaningLine<'a>>,
    questions: Vec<Named<'a>>,
}

/// A side and what it means, or that it means nothing by the word.
struct MeaningLine<'a> {
    side: Named<'a>,
    /// What tells this meaning of the domain apart from its others.
    distinction: Option<Named<'a>>,
    text: Named<'a>,
}

/// `GET /agenda`.
pub(super) async fn show(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let publication = app.publication();
    let query = request.query_string();
    let picked = Picked::new(query, &publication);
    let frame = Frame::new(&publication, &request);
    let minutes = asked_minutes(query);
    let item = |id: &TermId| Some(Item::new(publication.entry(id)?, &publication, &frame));
    let items: Vec<Item<'_>> = picked.words.iter().filter_map(item).collect();
    let agenda = Agenda {
        strange_words: &picked.unknown,
        left_out: picked.left_out,
        most_words: MOST_WORDS,
        minutes,
        most_minutes: MOST_MINUTES,
        total: u64::from(minutes.unwrap_or(0)) * items.len() as u64,
        more: frame.to(&picked.address("/differences")),
        items,
        frame,
    };
    let keep = if picked.unknown.is_empty() { Keep::Shortly } else { Keep::Nowhere };
    tagged_page(&request, &app.tag(&publication), keep, &agenda)
}

/// The minutes per word that an address asks for, if that is a number that makes sense.
fn asked_minutes(query: &str) -> Option<u16> {
    let (_, value) = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "minutes")?;
    value.parse().ok().filter(|minutes| (1..=MOST_MINUTES).contains(minutes))
}

impl<'a> Item<'a> {
    fn new(entry: Entry<'a>, publication: &'a Publication, frame: &Frame<'_>) -> Self {
        let (term, glossary, lang) = (entry.term, &publication.glossary, frame.lang);
        let pair = publication.word(entry, &Wanted::default()).map(|word| word.pair);
        let of_concept = |concept: &'a Concept| MeaningLine {
            side: Named::domain_of(lang, &concept.domain, glossary),
            distinction: term.distinction(&concept.id).map(|text| Named::dutch(lang, text)),
            text: Named::dutch(lang, &*concept.explanation),
        };
        let of_side = |side: &'a Side| match side.concept.as_ref().and_then(|id| term.concept(id)) {
            Some(concept) => of_concept(concept),
            None => MeaningLine {
                side: Named::domain_of(lang, &side.domain, glossary),
                distinction: None,
                text: Named::own(if term.unused_by.contains(&side.domain) {
                    frame.say("gebruikt dit woord niet.", "does not use this word.")
                } else {
                    frame.say("nog niet beschreven.", "not described yet.")
                }),
            },
        };
        Self {
            id: term.id.as_str(),
            label: Named::dutch(lang, &*term.label),
            english: term.english.as_deref(),
            badge: pair.map(|pair| Badge::new(pair, lang)),
            meanings: match pair {
                Some(pair) => vec![of_side(&pair.a), of_side(&pair.b)],
                None => term.concepts.iter().map(of_concept).collect(),
            },
            questions: questions(pair, glossary, frame),
        }
    }
}

/// What to ask each other: what editors wrote, else what the facets that differ ask, else what always helps.
fn questions<'a>(pair: Option<&'a Pair>, glossary: &'a Glossary, frame: &Frame<'_>) -> Vec<Named<'a>> {
    let asked = pair.map(|pair| AskPart::new(pair, glossary).questions).unwrap_or_default();
    let mut found: Vec<Named<'a>> = asked.into_iter().map(|question| Named::dutch(frame.lang, question)).collect();
    if found.is_empty() {
        let always = [
            frame.say(
                "Wanneer gebruikt u dit woord? Noem een voorbeeld.",
                "When do you use this word? Give an example.",
            ),
            frame.say("Wat verwacht u dan van de ander?", "What do you then expect of the other?"),
        ];
        found = always.map(Named::own).into();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::asked_minutes;

    #[test]
    fn minutes_are_a_number_that_makes_sense_or_none() {
        assert_eq!(asked_minutes("term=a&minutes=15"), Some(15));
        for query in ["", "minutes=", "minutes=0", "minutes=121", "minutes=een"] {
            assert_eq!(asked_minutes(query), None, "{query}");
        }
    }
}
