// SPDX-License-Identifier: EUPL-1.2
//! `/opensearch.xml` and `/suggest`: Taalbrug as a search engine of a browser, which completes what is typed in its bar.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use form_urlencoded::Serializer;

use crate::http::App;
use crate::http::answer::{Keep, unchanged};
use crate::http::lang::Lang;
use crate::publication::Publication;

/// The most completions that a browser is offered.
const MOST: usize = 8;

/// The most characters of what is typed that are read.
const LONGEST: usize = 100;

#[derive(Template)]
#[template(path = "embed-opensearch.xml")]
struct Description<'a> {
    base: &'a str,
}

/// `GET /opensearch.xml`: how to search here. Browsers want whole addresses, which it has where the service knows its own.
pub(super) async fn describe(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let tag = app.tag(&app.publication());
    unchanged(&request, &tag, Keep::Shortly).unwrap_or_else(|| {
        let text = Description { base: base(&app) }.render().unwrap_or_default();
        let mut answer = HttpResponse::Ok();
        answer.insert_header(header::ETag(tag)).insert_header(Keep::Shortly.header());
        answer.content_type("application/opensearchdescription+xml; charset=utf-8").body(text)
    })
}

/// The address of the service, empty where it does not know it.
fn base(app: &App) -> &str {
    app.settings.base_url.as_ref().map_or("", |base| base.as_str())
}

/// `GET /suggest?q=`: completions as `OpenSearch` has them: what was typed, the words, what each is, where each is found.
pub(super) async fn suggest(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let publication = app.publication();
    let typed: String = form_urlencoded::parse(request.query_string().as_bytes())
        .find(|(name, _)| name == "q")
        .map(|(_, value)| value.chars().take(LONGEST).collect())
        .unwrap_or_default();
    let lang = Lang::of(&request);
    let body = serde_json::to_vec(&completions((&typed, lang), base(&app), &publication)).unwrap_or_default();
    let mut answer = HttpResponse::Ok();
    answer.insert_header(Keep::Nowhere.header()).content_type("application/x-suggestions+json; charset=utf-8");
    lang.marked(answer.body(body))
}

fn completions(
    (typed, lang): (&str, Lang),
    base: &str,
    publication: &Publication,
) -> (String, Vec<String>, Vec<String>, Vec<String>) {
    let found = publication.index().suggest(typed, MOST);
    let about = |place: usize| {
        let pair = publication.entry_at(place).headline();
        pair.map_or_else(String::new, |pair| lang.sentence(&pair.sentence).to_owned())
    };
    let page = |place: usize| {
        let label = &publication.entry_at(place).term.label;
        format!("{base}/?{}", Serializer::new(String::new()).append_pair("q", label).finish())
    };
    (
        typed.to_owned(),
        found.iter().map(|completion| completion.text.clone()).collect(),
        found.iter().map(|completion| about(completion.place)).collect(),
        found.iter().map(|completion| page(completion.place)).collect(),
    )
}
