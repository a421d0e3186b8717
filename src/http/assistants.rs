// SPDX-License-Identifier: EUPL-1.2
//! `/mcp`: how assistants come in (Model Context Protocol, streamable HTTP without sessions), and which may. What they ask is
//! answered in `api/assistant`; here stand the method, the origin, the version and the size.
//!
//! Programs send no `Origin`; browsers always do, and then it must be ours or one that the settings name, so that no page can use
//! a service on an intranet behind the back of who reads it. Nothing that is sent is kept or logged.

use actix_web::http::header::{self, HeaderMap, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse, web};

use crate::http::answer::Keep;
use crate::http::api::{Answer, Desk, LARGEST, PROTOCOLS, accepts_json, answer, foreign, refusal};
use crate::http::body::json_body;
use crate::http::config::{BaseUrl, Settings, sites};
use crate::http::problem::Problem;
use crate::http::{App, Unfit};

/// Whether assistants may ask, and from which sites beside our own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Assistants {
    /// There is no such address.
    Off,
    /// Programs may, and pages of these sites.
    On(Vec<String>),
}

impl Default for Assistants {
    fn default() -> Self {
        Self::On(Vec::new())
    }
}

impl Assistants {
    /// Assistants that may ask, also from pages of these sites, with spaces between them.
    ///
    /// # Errors
    /// When one is no site.
    pub fn from_sites(text: &str) -> Result<Self, Unfit> {
        sites(text).map(Self::On).ok_or(Unfit::McpOrigins)
    }
}

/// What a browser may send along from another site.
const ALLOWED_HEADERS: &str = "Accept, Content-Type, MCP-Protocol-Version, Mcp-Session-Id";

/// The header with which a client says what version it speaks.
const VERSION: &str = "mcp-protocol-version";

pub(super) fn routes(config: &mut web::ServiceConfig) {
    config.service(web::resource("/mcp").default_service(web::to(show)));
}

async fn show(request: HttpRequest, payload: web::Payload, app: web::Data<App>) -> HttpResponse {
    let Assistants::On(sites) = &app.settings.assistants else { return Problem::no_such_path().into() };
    let origin = request.headers().get(header::ORIGIN).cloned();
    if origin.as_ref().is_some_and(|origin| !is_ours(origin, sites, &app.settings)) {
        return refused(foreign());
    }
    let mut answer = match *request.method() {
        Method::POST => taken(&request, payload, &app).await.unwrap_or_else(|problem| refused(refusal(&problem))),
        Method::OPTIONS => HttpResponse::NoContent()
            .insert_header(("Allow", "POST, OPTIONS"))
            .insert_header(("Access-Control-Allow-Methods", "POST"))
            .insert_header(("Access-Control-Allow-Headers", ALLOWED_HEADERS))
            .insert_header(("Access-Control-Max-Age", "86400"))
            .finish(),
        _ => Problem::method_not_allowed(request.method(), "POST, OPTIONS").into(),
    };
    for_origin(answer.headers_mut(), origin);
    answer
}

/// Whether an origin is the service itself or a site that the settings name.
fn is_ours(origin: &HeaderValue, sites: &[String], settings: &Settings) -> bool {
    let own = settings.base_url.iter().map(BaseUrl::as_str);
    own.chain(sites.iter().map(String::as_str)).any(|site| origin.as_bytes().eq_ignore_ascii_case(site.as_bytes()))
}

/// Only the site that asks may read the answer.
fn for_origin(headers: &mut HeaderMap, origin: Option<HeaderValue>) {
    if let Some(origin) = origin {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.insert(header::VARY, HeaderValue::from_static("Origin"));
    }
}

/// A message, answered beside the threads that serve.
async fn taken(request: &HttpRequest, payload: web::Payload, app: &web::Data<App>) -> Result<HttpResponse, Problem> {
    if !accepts_json(request) {
        return Err(Problem::not_acceptable());
    }
    let version = request.headers().get(VERSION).map(HeaderValue::as_bytes);
    if version.is_some_and(|version| !PROTOCOLS.iter().any(|known| known.as_bytes() == version)) {
        let known = PROTOCOLS.join(", ");
        return Err(Problem::fault(
            "MCP-Protocol-Version",
            format!("Deze versie spreken wij niet. Wel: {known}."),
            format!("This version is not spoken here. These are: {known}."),
        ));
    }
    let (publication, app) = (app.publication(), app.clone());
    let body = json_body(request, payload, LARGEST, &publication).await?;
    let worked = web::block(move || {
        let base = app.settings.base_url.as_ref().map(BaseUrl::as_str);
        answer(&body, Desk { publication: &publication, base, today: (app.today)() })
    });
    Ok(match worked.await.map_err(|_| Problem::internal())? {
        Answer::Nothing => HttpResponse::Accepted().insert_header(Keep::Nowhere.header()).finish(),
        Answer::Said(message) => HttpResponse::Ok().insert_header(Keep::Nowhere.header()).json(message),
        Answer::Refused(message) => HttpResponse::BadRequest().insert_header(Keep::Nowhere.header()).json(message),
    })
}

/// What was wrong before anything was read, in the words of the protocol.
fn refused((status, message): (u16, serde_json::Value)) -> HttpResponse {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    HttpResponse::build(status).insert_header(Keep::Nowhere.header()).json(message)
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderValue;

    use super::{Assistants, is_ours};
    use crate::http::{BaseUrl, Settings, Unfit};

    #[test]
    fn an_origin_is_ours_or_one_that_the_settings_name_and_nothing_that_merely_resembles_it() {
        let base_url = BaseUrl::parse("https://taalbrug.example").ok();
        let settings = Settings { base_url, ..Settings::default() };
        let sites = ["https://intranet.example".to_owned()];
        for (origin, ours) in [
            ("https://taalbrug.example", true),
            ("HTTPS://Taalbrug.example", true),
            ("https://intranet.example", true),
            ("http://taalbrug.example", false),
            ("https://taalbrug.example:8443", false),
            ("https://taalbrug.example.evil.example", false),
            ("https://evil.example", false),
            ("null", false),
            ("", false),
        ] {
            assert_eq!(is_ours(&HeaderValue::from_static(origin), &sites, &settings), ours, "{origin}");
        }
        assert!(!is_ours(&HeaderValue::from_static("http://127.0.0.1:8080"), &[], &Settings::default()));
    }

    #[test]
    fn sites_are_named_one_by_one() {
        let sites = |text| Assistants::from_sites(text);
        assert_eq!(sites(""), Ok(Assistants::default()));
        assert_eq!(
            sites("https://a.example  http://b.example:1"),
            Ok(Assistants::On(vec!["https://a.example".to_owned(), "http://b.example:1".to_owned()]))
        );
        for bad in ["*", "https://*.a.example", "https://a.example/pad", "a.example", "null"] {
            assert_eq!(sites(bad), Err(Unfit::McpOrigins), "{bad}");
        }
    }
}
