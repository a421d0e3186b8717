// SPDX-License-Identifier: EUPL-1.2
//! Requests in, views out: the JSON API, the pages, what intranets put in theirs, health. The only floor that names actix-web.
//!
//! Everything is read-only. A request takes one publication from the shelf at its start and looks at nothing else.
//! What people type is in no log.

mod answer;
mod api;
mod assets;
mod assistants;
mod body;
mod card;
mod config;
mod crawlers;
mod embed;
mod feed;
mod health;
mod lang;
mod linked;
mod metrics;
mod pages;
mod paging;
mod params;
mod past;
mod preview;
mod problem;
mod reader;
mod reconcile;
mod security_txt;
mod server;
mod sign;
mod told;
mod watched;

pub use self::api::openapi_document;
pub use self::assistants::Assistants;
pub use self::config::{BaseUrl, Contact, FrameAncestors, SecurityContact, Settings, Template, Unfit};
pub use self::embed::MODULE;
pub use self::preview::{SavedFile, preview};
pub use self::problem::PROBLEMS;
pub use self::server::{BindError, Serving, bind, serve};
pub use self::watched::watched;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{HeaderName, HeaderValue, X_FRAME_OPTIONS};
use actix_web::middleware::Next;
use actix_web::{Error, Handler, HttpRequest, HttpResponse, Resource, Responder, guard, web};
use jiff::Timestamp;

use crate::http::lang::{Lang, Spoken};
use crate::model::Date;
use crate::publication::{Past, Publication, Shelf, dutch_today};

/// The version of the API, by semantic versioning; its first number stands in the base path.
pub const API_VERSION: &str = "1.0.0";

/// Where the API lives.
pub const API_BASE: &str = "/api/v1";

/// What every handler needs.
pub struct App {
    /// The publication that serves.
    pub shelf: Arc<Shelf>,
    /// How the service presents itself.
    pub settings: Settings,
    /// What day it is, for what lapses.
    today: fn() -> Date,
    /// Stands in every entity tag, so that another program or other settings are another representation.
    seed: String,
    /// The folder of indexes, where there is one.
    index: Option<PathBuf>,
    /// What was asked.
    metrics: metrics::Metrics,
    started: Timestamp,
    /// Whether the program was told to stop.
    stopping: AtomicBool,
    /// The description of the API, which asks for its own examples.
    described: answer::KeptAnswer,
}

impl App {
    /// What handlers need, over a shelf.
    #[must_use]
    pub fn new(shelf: Arc<Shelf>, settings: Settings) -> Self {
        let seed = seed(env!("TAALBRUG_BUILD"), &settings);
        let (metrics, started, stopping) = (metrics::Metrics::default(), Timestamp::now(), AtomicBool::new(false));
        let described = answer::KeptAnswer::default();
        Self { shelf, settings, today: dutch_today, seed, index: None, metrics, started, stopping, described }
    }

    /// The same with the folder of its indexes, whose size is told.
    #[must_use]
    pub fn with_index(self, index: PathBuf) -> Self {
        Self { index: Some(index), ..self }
    }

    /// The same with another clock.
    #[must_use]
    pub fn with_clock(self, today: fn() -> Date) -> Self {
        Self { today, ..self }
    }

    /// Says that the program was told to stop: health tells it, and answers end their connections.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
    }

    fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }

    /// The same over one publication and one past, which stay.
    fn over(&self, publication: Arc<Publication>, past: Arc<Past>) -> web::Data<Self> {
        let own = Self::new(Arc::new(Shelf::holding(publication, past)), self.settings.clone());
        web::Data::new(own.with_clock(self.today))
    }

    fn publication(&self) -> Arc<Publication> {
        self.shelf.current()
    }

    /// What is known of the past. Asked once at the start of a request that tells of it.
    fn past(&self) -> Arc<Past> {
        self.shelf.past()
    }
}

/// What answers depend on beside the publication: the program, by the mark of its build, and the settings.
fn seed(build: &str, settings: &Settings) -> String {
    answer::digest(format!("{build} {settings:?}").as_bytes())
}

/// The headers of every answer: the API's version, open reading from other sites, and the rules that keep a browser
/// from doing more with an answer than show it. Pages widen the policy to their own style sheet.
const COMMON_HEADERS: [(&str, &str); 9] = [
    ("api-version", API_VERSION),
    ("access-control-allow-origin", "*"),
    ("access-control-expose-headers", answer::EXPOSED_HEADERS),
    ("cache-control", "no-store"),
    ("content-security-policy", "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
    ("x-frame-options", "DENY"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-resource-policy", "cross-origin"),
];

/// Stands beside an answer that other sites may show in a frame, as far as its policy lets them.
struct MayBeFramed;

/// Puts the common headers on an answer that does not have them, and says what is said in the language of the reader; for
/// `actix_web::middleware::from_fn`.
pub async fn common_headers(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let mut answer = in_its_language(next.call(request).await?.map_into_boxed_body());
    let framed = answer.response().extensions().contains::<MayBeFramed>();
    let headers = answer.headers_mut();
    for (name, value) in COMMON_HEADERS {
        let name = HeaderName::from_static(name);
        let stays_away = framed && name == X_FRAME_OPTIONS;
        if !stays_away && !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    Ok(answer)
}

/// The answer in the language of the reader, where it can be said in both.
fn in_its_language(mut answer: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    let Some(spoken) = answer.response_mut().extensions_mut().remove::<Spoken>() else { return answer };
    let lang = Lang::of(answer.request());
    let mut answer = match lang {
        Lang::English => answer.map_body(|_, _| BoxBody::new(spoken.english)),
        Lang::Dutch | Lang::AskedDutch => answer,
    };
    lang.mark(answer.headers_mut());
    answer
}

/// Every route, for the server and for tests alike.
pub fn routes(config: &mut web::ServiceConfig) {
    config.configure(operator_routes).configure(public_routes);
}

/// What is for operators alone, where it has an address of its own.
fn operator_routes(config: &mut web::ServiceConfig) {
    config.configure(health::routes).configure(metrics::routes);
}

/// What is for everyone.
fn public_routes(config: &mut web::ServiceConfig) {
    config.service(web::scope(API_BASE).configure(api::routes).default_service(web::to(problem::unknown_path)));
    config
        .configure(assets::routes)
        .configure(security_txt::routes)
        .configure(assistants::routes)
        .configure(crawlers::routes)
        .configure(embed::routes)
        .configure(feed::routes)
        .configure(linked::routes)
        .configure(reconcile::routes)
        .configure(pages::routes);
    config.default_service(web::to(pages::not_found));
}

/// A resource that is read: GET and HEAD; another method is told which ones there are.
fn readable<F, Args>(path: &str, handler: F) -> Resource
where
    F: Handler<Args>,
    Args: actix_web::FromRequest + 'static,
    F::Output: Responder + 'static,
{
    let reading = guard::Any(guard::Get()).or(guard::Head());
    web::resource(path)
        .route(web::route().guard(reading).to(handler))
        .default_service(web::to(|request: HttpRequest| async move { other_method(&request, "GET, HEAD, OPTIONS") }))
}

/// A resource that is read and also takes a body.
fn readable_and_postable<F, FArgs, G, GArgs>(path: &str, get: F, post: G) -> Resource
where
    F: Handler<FArgs>,
    FArgs: actix_web::FromRequest + 'static,
    F::Output: Responder + 'static,
    G: Handler<GArgs>,
    GArgs: actix_web::FromRequest + 'static,
    G::Output: Responder + 'static,
{
    let reading = guard::Any(guard::Get()).or(guard::Head());
    web::resource(path).route(web::route().guard(reading).to(get)).route(web::post().to(post)).default_service(web::to(
        |request: HttpRequest| async move { other_method(&request, "GET, HEAD, POST, OPTIONS") },
    ))
}

/// A resource that takes a body and changes nothing.
fn postable<F, Args>(path: &str, handler: F) -> Resource
where
    F: Handler<Args>,
    Args: actix_web::FromRequest + 'static,
    F::Output: Responder + 'static,
{
    web::resource(path)
        .route(web::post().to(handler))
        .default_service(web::to(|request: HttpRequest| async move { other_method(&request, "POST, OPTIONS") }))
}

/// The answer to OPTIONS, with what a browser asks before it reads from another site; any other method is refused.
fn other_method(request: &HttpRequest, allowed: &'static str) -> HttpResponse {
    if request.method() != Method::OPTIONS {
        return problem::Problem::method_not_allowed(request.method(), allowed).into();
    }
    HttpResponse::NoContent()
        .insert_header(("Allow", allowed))
        .insert_header(("Access-Control-Allow-Methods", "GET, HEAD, POST"))
        .insert_header(("Access-Control-Allow-Headers", "If-None-Match, Content-Type, Accept"))
        .insert_header(("Access-Control-Max-Age", "86400"))
        .finish()
}

#[cfg(test)]
mod tests {
    use super::{Contact, Settings, seed};

    #[test]
    fn another_program_and_other_settings_have_other_tags() {
        let contact = Contact::parse("Team", "team@voorbeeld.example", "https://voorbeeld.example").ok();
        let other = Settings { contact, ..Settings::default() };
        assert_eq!(seed("1", &other), seed("1", &other));
        assert_ne!(seed("1", &other), seed("2", &other));
        assert_ne!(seed("1", &other), seed("1", &Settings::default()));
    }
}
