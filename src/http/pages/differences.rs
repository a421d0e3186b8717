// SPDX-License-Identifier: EUPL-1.2
//! `/differences`: the domains against each other, and all words that part, worst first, to pick some for a meeting.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::http::App;
use crate::http::answer::Keep;
use crate::http::pages::choice::{Choice, FilterPart, UnknownPart};
use crate::http::pages::matrix::{Content, MatrixPart};
use crate::http::pages::named::Named;
use crate::http::pages::numbers::{NumberPart, asked_number, numbers, on_page};
use crate::http::pages::parts::{Badge, Frame};
use crate::http::pages::picked::{MOST_WORDS, Picked};
use crate::http::pages::tagged_page;
use crate::http::paging::Page;
use crate::model::{DomainId, TermId};
use crate::publication::{Parting, Publication};

/// How many words a page shows.
const PER_PAGE: usize = 20;

#[derive(Template)]
#[template(path = "differences.html")]
struct Differences<'a> {
    frame: Frame<'a>,
    matrix: Option<MatrixPart<'a>>,
    heading: String,
    filters: Vec<FilterPart<'a>>,
    unknown: Vec<UnknownPart<'a>>,
    strange_words: &'a [String],
    /// The labels of what is chosen.
    chosen: Vec<Named<'a>>,
    /// The same page without filters.
    unfiltered: String,
    words: Vec<WordPart<'a>>,
    /// Words that were picked and do not stand on this page.
    kept: Vec<&'a TermId>,
    picked: usize,
    most_words: usize,
    pages: Vec<NumberPart>,
    /// The last page, where this one lies beyond it.
    last: Option<usize>,
}

struct WordPart<'a> {
    id: &'a str,
    label: Named<'a>,
    english: Option<&'a str>,
    badge: Badge<'a>,
    /// The two domains; the same twice where one domain gives the word meanings that part.
    between: [Named<'a>; 2],
    within_one: bool,
    picked: bool,
}

/// `GET /differences`.
pub(super) async fn show(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let publication = app.publication();
    let query = request.query_string();
    let (choice, picked) = (Choice::new(query, &publication), Picked::new(query, &publication));
    let all = publication.words(&choice.wanted(&publication));
    let words: Vec<Parting<'_>> = all.iter().copied().filter(|word| choice.shows(word.pair)).collect();
    let page = Page { path: "/differences", query, number: asked_number(query), size: PER_PAGE, total: words.len() };
    let frame = Frame::new(&publication, &request);
    let lang = frame.lang;
    let filters = choice.filters(&all, &publication, lang);
    let values = || filters.iter().flat_map(|filter| &filter.groups).flat_map(|group| &group.values);
    let shown = on_page(&words, &page);
    let is_shown = |id: &&TermId| shown.iter().any(|word| word.entry.term.id == **id);
    let unknown = choice.unknown(lang);
    let keep = if unknown.is_empty() && picked.unknown.is_empty() { Keep::Shortly } else { Keep::Nowhere };
    let differences = Differences {
        matrix: MatrixPart::new(&publication, lang),
        heading: heading(words.len(), &choice, &frame),
        chosen: values().filter(|value| value.chosen).map(|value| value.name.clone()).collect(),
        unknown,
        strange_words: &picked.unknown,
        unfiltered: frame.to(&picked.address("/differences")),
        words: shown.iter().map(|word| WordPart::new(word, &picked, &publication, &frame)).collect(),
        kept: picked.words.iter().filter(|id| !is_shown(id)).collect(),
        picked: picked.words.len(),
        most_words: MOST_WORDS,
        pages: numbers(&page, lang),
        last: (page.number > page.count()).then(|| page.count()),
        filters,
        frame,
    };
    tagged_page(&request, &app.tag(&publication), keep, &differences)
}

fn heading(total: usize, choice: &Choice, frame: &Frame<'_>) -> String {
    let words = match total {
        0 => return frame.say("Geen woorden bij deze keuze", "No words for this choice").to_owned(),
        1 => frame.say("1 woord", "1 word").to_owned(),
        more => format!("{more} {}", frame.say("woorden", "words")),
    };
    let rest = match choice.is_empty() {
        true if total == 1 => frame.say("loopt uit elkaar", "parts"),
        true => frame.say("lopen uit elkaar", "part"),
        false => frame.say("bij deze keuze", "for this choice"),
    };
    format!("{words} {rest}")
}

impl<'a> WordPart<'a> {
    fn new(word: &Parting<'a>, picked: &Picked, publication: &'a Publication, frame: &Frame<'_>) -> Self {
        let (term, pair) = (word.entry.term, word.pair);
        let domain = |id: &'a DomainId| Named::domain_of(frame.lang, id, &publication.glossary);
        Self {
            id: term.id.as_str(),
            label: Named::dutch(frame.lang, &*term.label),
            english: term.english.as_deref(),
            badge: Badge::new(pair, frame.lang),
            between: [domain(&pair.a.domain), domain(&pair.b.domain)],
            within_one: pair.a.domain == pair.b.domain,
            picked: picked.holds(&term.id),
        }
    }
}
