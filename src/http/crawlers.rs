// SPDX-License-Identifier: EUPL-1.2
//! `/robots.txt` and `/sitemap.xml`: what search engines, of the web or of an intranet, may visit and where it is. A sitemap holds whole
//! addresses, so it is there where the service knows its own; never from what a caller says of the host.

use std::fmt::Write as _;
use std::sync::Arc;

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};

use crate::history::History;
use crate::http::answer::{Keep, unchanged};
use crate::http::lang::Lang;
use crate::http::problem::Problem;
use crate::http::{App, readable};
use crate::model::{Date, TermId};
use crate::publication::{Past, Publication};

/// The most addresses of one file, by the protocol of sitemaps.
const MOST: usize = 50_000;

/// The pages of one file: each stands in it in two languages.
const PAGES_OF_FILE: usize = MOST / 2;

/// Pages that are there whatever stands in the glossary.
const PAGES: [&str; 9] =
    ["/", "/about", "/accessibility", "/api", "/changes", "/differences", "/domains", "/phases", "/text-check"];

/// What is for programs, and what shows a page once more in another order or as it was. These are the beginnings of addresses.
const NOT_VISITED: [&str; 13] = [
    "/api/v1/",
    "/embed/terms/",
    "/export/",
    "/health/",
    "/mcp",
    "/metrics",
    "/oembed",
    "/reconcile",
    "/suggest",
    "/*?q=",
    "/*&q=",
    "/*?on=",
    "/*&on=",
];

pub(super) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(readable("/robots.txt", robots))
        .service(readable("/sitemap.xml", sitemap))
        .service(readable("/sitemap-{number}.xml", part));
}

/// `GET /robots.txt` (RFC 9309).
async fn robots(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let tag = app.tag(&app.publication());
    unchanged(&request, &tag, Keep::Shortly).unwrap_or_else(|| {
        let mut text = "User-agent: *\n".to_owned();
        for start in NOT_VISITED {
            let _ = writeln!(text, "Disallow: {start}");
        }
        if let Some(base) = &app.settings.base_url {
            let _ = writeln!(text, "\nSitemap: {}/sitemap.xml", base.as_str());
        }
        let mut answer = HttpResponse::Ok();
        answer.insert_header(header::ETag(tag)).insert_header(Keep::Shortly.header());
        answer.content_type("text/plain; charset=utf-8").body(text)
    })
}

/// `GET /sitemap.xml`: every page, or where the parts of the list are when it is long.
async fn sitemap(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    answered(&request, &app, |map| if map.files() > 1 { Some(map.index()) } else { map.file(1) }).await
}

/// `GET /sitemap-{number}.xml`: a part of the list.
async fn part(request: HttpRequest, number: web::Path<usize>, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let number = number.into_inner();
    answered(&request, &app, move |map| map.file(number).filter(|_| map.files() > 1)).await
}

/// A file of the map, written beside the threads that serve.
async fn answered(
    request: &HttpRequest,
    app: &web::Data<App>,
    write: impl FnOnce(&Map) -> Option<String> + Send + 'static,
) -> Result<HttpResponse, Problem> {
    let Some(base) = app.settings.base_url.as_ref().map(|base| base.as_str().to_owned()) else {
        return Err(Problem::no_base_url());
    };
    let (publication, past) = (app.publication(), app.past());
    let tag = app.tag_with(&publication, &past);
    if let Some(answer) = unchanged(request, &tag, Keep::Shortly) {
        return Ok(answer);
    }
    let written = web::block(move || write(&Map { base, publication, past, per_file: PAGES_OF_FILE })).await;
    let text = written.map_err(|_| Problem::internal())?.ok_or_else(Problem::no_such_path)?;
    let mut answer = HttpResponse::Ok();
    answer.insert_header(header::ETag(tag)).insert_header(Keep::Shortly.header());
    Ok(answer.content_type("application/xml; charset=utf-8").body(text))
}

/// What a map is made of.
struct Map {
    base: String,
    publication: Arc<Publication>,
    past: Arc<Past>,
    /// The most pages of one file.
    per_file: usize,
}

impl Map {
    /// How many files there are.
    fn files(&self) -> usize {
        self.pages().count().div_ceil(self.per_file)
    }

    /// Every page: the same ones first, then domains, actors and words, these with their id. A word that is withdrawn still answers, and is
    /// not sought.
    fn pages(&self) -> impl Iterator<Item = (String, Option<&TermId>)> {
        let glossary = &self.publication.glossary;
        let domains = glossary.domains.iter().map(|domain| format!("/domains/{}", domain.id));
        let actors = glossary.actors.iter().map(|actor| format!("/actors/{}", actor.id));
        let others = PAGES.iter().map(|path| (*path).to_owned()).chain(domains).chain(actors);
        let terms = glossary.terms.iter().filter(|term| !term.is_withdrawn());
        others.map(|path| (path, None)).chain(terms.map(|term| (format!("/terms/{}", term.id), Some(&term.id))))
    }

    /// The file of this number, from 1, where there is one.
    fn file(&self, number: usize) -> Option<String> {
        let first = number.checked_sub(1)?.checked_mul(self.per_file)?;
        let mut pages = self.pages().skip(first).take(self.per_file).peekable();
        pages.peek()?;
        let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
            xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
            .to_owned();
        for (path, term) in pages {
            let day = self.past.history().and_then(|history| last_day(history, term));
            let day = day.map_or_else(String::new, |day| format!("<lastmod>{day}</lastmod>"));
            let [dutch, english] =
                [Lang::Dutch, Lang::English].map(|lang| format!("{}{}", self.base, lang.address(&path)));
            for address in [&dutch, &english] {
                let _ = write!(text, "<url><loc>{address}</loc>{day}");
                for (language, other) in [("nl", &dutch), ("en", &english), ("x-default", &dutch)] {
                    let _ = write!(text, "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{other}\"/>");
                }
                text.push_str("</url>\n");
            }
        }
        text.push_str("</urlset>\n");
        Some(text)
    }

    /// Where the files are.
    fn index(&self) -> String {
        let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
            .to_owned();
        for number in 1..=self.files() {
            let _ = writeln!(text, "<sitemap><loc>{}/sitemap-{number}.xml</loc></sitemap>", self.base);
        }
        text.push_str("</sitemapindex>\n");
        text
    }
}

/// The last day on which something happened to a word; of one that nothing happened to, the first day of a history that is whole.
/// Of other pages it is not known.
fn last_day(history: &History, term: Option<&TermId>) -> Option<Date> {
    let term = term?;
    match history.of_term(term).first() {
        Some((revision, _)) => Some(revision.day),
        None => history
            .revisions
            .first()
            .filter(|_| history.cut.is_none() && history.was_there_first(term))
            .map(|first| first.day),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use super::{MOST, Map, PAGES_OF_FILE};
    use crate::publication::{Past, Places, Publication};

    #[test]
    fn a_long_list_is_cut_into_files_that_hold_every_page_once() {
        let glossary = Path::new(env!("CARGO_MANIFEST_DIR")).join("glossary");
        let places = Places { glossary, index: None, model: None };
        let publication = Arc::new(Publication::build(&places).expect("the glossary"));
        let map =
            Map { base: "https://b.example".to_owned(), publication, past: Arc::new(Past::Reading), per_file: 50 };
        assert!(map.files() > 2 && 2 * PAGES_OF_FILE == MOST);
        assert_eq!(map.index().matches("<sitemap>").count(), map.files());
        let texts: Vec<String> = (1..=map.files()).filter_map(|number| map.file(number)).collect();
        assert!(texts.iter().all(|text| text.matches("<url>").count() <= 100), "two languages for each page");
        for (path, _) in map.pages() {
            let address = format!("<loc>https://b.example{path}</loc>");
            assert_eq!(texts.iter().map(|text| text.matches(&address).count()).sum::<usize>(), 1, "{path}");
        }
        assert!(map.file(0).is_none() && map.file(map.files() + 1).is_none());
    }
}
