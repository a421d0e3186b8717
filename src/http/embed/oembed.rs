// SPDX-License-Identifier: EUPL-1.2
//! `/oembed` (oEmbed 1.0): what a site needs to turn a pasted address of a term into its card in a frame.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use form_urlencoded::Serializer;
use serde::Serialize;

use crate::http::App;
use crate::http::answer::{Keep, json, unchanged};
use crate::http::problem::Problem;
use crate::model::{PlaceId, Term, TermId};
use crate::publication::Publication;

/// How wide and high a frame is where nobody asks for less, in pixels.
const LARGEST: [u32; 2] = [640, 520];

/// An answer of oEmbed.
#[derive(Serialize)]
struct Embedding<'a> {
    version: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    provider_name: &'static str,
    provider_url: &'a str,
    title: String,
    html: String,
    width: u32,
    height: u32,
}

/// A quote with a link for who shows no frames, and the frame.
#[derive(Template)]
#[template(path = "embed-oembed.html")]
struct Snippet<'a> {
    label: &'a str,
    page: &'a str,
    frame: &'a str,
    title: &'a str,
    width: u32,
    height: u32,
}

/// `GET /oembed?url=`: only for addresses of this service, which must know its own.
pub(super) async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let given: BTreeMap<String, String> =
        form_urlencoded::parse(request.query_string().as_bytes()).into_owned().collect();
    let Some(base) = &app.settings.base_url else {
        return Ok(not_offered(
            "oEmbed is hier niet ingesteld: de dienst kent haar eigen adres niet. Vraag de beheerder om --base-url.\n\
             oEmbed is not set up here: the service does not know its own address. Ask for --base-url.\n",
        ));
    };
    if given.get("format").is_some_and(|format| format != "json") {
        return Ok(not_offered("oEmbed is er hier alleen als JSON. oEmbed is only offered as JSON.\n"));
    }
    let size = [bound(&given, "maxwidth", LARGEST[0])?, bound(&given, "maxheight", LARGEST[1])?];
    let url = given.get("url").ok_or_else(|| {
        Problem::fault("url", "Dit gegeven is nodig: het adres van een term.", "This is needed: the address of a term.")
    })?;
    let (term, query) = term_at(url, base.as_str(), &publication).ok_or_else(Problem::unknown_term)?;
    let tag = app.tag(&publication);
    let fresh = || Ok(json(&tag, Keep::Shortly, &embedding(term, &query, base.as_str(), size)?));
    unchanged(&request, &tag, Keep::Shortly).map_or_else(fresh, Ok)
}

fn not_offered(text: &'static str) -> HttpResponse {
    HttpResponse::NotImplemented().content_type("text/plain; charset=utf-8").body(text)
}

/// The smaller of what is asked and our own.
fn bound(given: &BTreeMap<String, String>, name: &str, own: u32) -> Result<u32, Problem> {
    let Some(asked) = given.get(name) else { return Ok(own) };
    let asked = asked.parse().ok().filter(|&asked: &u32| asked > 0);
    let wrong =
        || Problem::fault(name, "Dit hoort een getal te zijn, in pixels.", "This should be a number, in pixels.");
    asked.map(|asked| asked.min(own)).ok_or_else(wrong)
}

/// The term that an address of this service is the page of, with what the page for frames is asked for.
fn term_at<'a>(url: &str, base: &str, publication: &'a Publication) -> Option<(&'a Term, String)> {
    let path = url.strip_prefix(base)?.strip_prefix("/terms/")?;
    let path = path.split('#').next().unwrap_or_default();
    let (id, query) = path.split_once('?').unwrap_or((path, ""));
    let term = TermId::parse(id).and_then(|id| publication.glossary.term(&id))?;
    let mut kept = Serializer::new(String::new());
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let known = match name.as_ref() {
            "place" => PlaceId::parse(&value).and_then(|id| publication.glossary.place(&id)).is_some(),
            "lang" => matches!(value.as_ref(), "nl" | "en"),
            _ => false,
        };
        if known {
            kept.append_pair(&name, &value);
        }
    }
    Some((term, kept.finish()))
}

fn embedding<'a>(term: &Term, query: &str, base: &'a str, [width, height]: [u32; 2]) -> Result<Embedding<'a>, Problem> {
    let query = if query.is_empty() { String::new() } else { format!("?{query}") };
    let (dutch, english) = ("wat elk domein ermee bedoelt", "what each domain means by it");
    let said = if query.contains("lang=en") { english } else { dutch };
    let (id, title) = (term.id.as_str(), format!("‘{}’: {said}", term.label));
    let snippet = Snippet {
        label: &term.label,
        page: &format!("{base}/terms/{id}{query}"),
        frame: &format!("{base}/embed/terms/{id}{query}"),
        title: &title,
        width,
        height,
    };
    let html = snippet.render().map_err(|_| Problem::internal())?;
    Ok(Embedding {
        version: "1.0",
        kind: "rich",
        provider_name: "Taalbrug",
        provider_url: base,
        title,
        html,
        width,
        height,
    })
}
