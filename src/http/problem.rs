// SPDX-License-Identifier: EUPL-1.2
//! What a caller can meet: every problem is a row of a table and becomes `application/problem+json` (RFC 9457), with
//! all faults of the request at once. Each has a page that explains it.

use std::fmt;
use std::ops::Range;

use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse, ResponseError};
use serde::Serialize;

/// A kind of problem.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its name in addresses.
    pub slug: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// The Dutch title.
    pub title: &'static str,
    /// The English title.
    pub english: &'static str,
    /// What to do about it, in Dutch.
    pub about: &'static str,
}

impl Kind {
    /// The address of the page that explains it.
    #[must_use]
    pub fn page(&self) -> String {
        format!("/problems/{}", self.slug)
    }
}

/// Every kind of problem.
pub const PROBLEMS: &[Kind] = &[
    INVALID_INPUT,
    UNKNOWN_PATH,
    UNKNOWN_TERM,
    NO_HISTORY,
    NOT_YET,
    METHOD,
    NOT_ACCEPTABLE,
    TOO_LARGE,
    MEDIA_TYPE,
    INTERNAL,
];

const INVALID_INPUT: Kind = Kind {
    slug: "invalid-input",
    status: 400,
    title: "De vraag klopt niet",
    english: "Invalid input",
    about: "Een of meer gegevens in de vraag zijn onbekend of verkeerd geschreven. Bij errors staat per gegeven wat er mis is.",
};

const UNKNOWN_PATH: Kind = Kind {
    slug: "unknown-path",
    status: 404,
    title: "Dit adres bestaat niet",
    english: "Unknown path",
    about: "Controleer het adres. Een adres eindigt nooit op een schuine streep.",
};

const UNKNOWN_TERM: Kind = Kind {
    slug: "unknown-term",
    status: 404,
    title: "Deze term staat niet in de woordenlijst",
    english: "Unknown term",
    about: "Zoek de term met /api/v1/search. De naam in het adres is de id, met kleine letters en streepjes.",
};

const NO_HISTORY: Kind = Kind {
    slug: "no-history",
    status: 404,
    title: "Van deze dag is er geen geschiedenis",
    english: "No history of this day",
    about: "Kijk bij /api/v1/changes of er een geschiedenis is en hoe ver die teruggaat. Zonder on krijgt u de term van nu.",
};

const NOT_YET: Kind = Kind {
    slug: "history-not-read-yet",
    status: 503,
    title: "De geschiedenis wordt nog gelezen",
    english: "The history is still being read",
    about: "Vraag het zo nog eens. Hoe lang u wacht, staat bij Retry-After, in seconden.",
};

const METHOD: Kind = Kind {
    slug: "method-not-allowed",
    status: 405,
    title: "Dit kan op dit adres niet",
    english: "Method not allowed",
    about: "De woordenlijst is alleen te lezen. Bij Allow staat welke methoden dit adres kent.",
};

const NOT_ACCEPTABLE: Kind = Kind {
    slug: "not-acceptable",
    status: 406,
    title: "Deze vorm is er niet",
    english: "Not acceptable",
    about: "De API geeft application/json. Vraag daarom, of laat Accept weg. Een adres onder /doc/ noemt zelf welke vormen het heeft.",
};

const TOO_LARGE: Kind = Kind {
    slug: "too-large",
    status: 413,
    title: "De vraag is te groot",
    english: "Content too large",
    about: "Stuur minder tekst in één keer.",
};

const MEDIA_TYPE: Kind = Kind {
    slug: "unsupported-media-type",
    status: 415,
    title: "Deze vorm van vraag kennen wij niet",
    english: "Unsupported media type",
    about: "Stuur de vraag als application/json, in UTF-8 en niet ingepakt.",
};

const INTERNAL: Kind = Kind {
    slug: "internal-error",
    status: 500,
    title: "Er ging bij ons iets mis",
    english: "Internal error",
    about: "Probeer het later nog eens. Blijft het misgaan, meld het dan aan de beheerder.",
};

/// The most faults that are told of one request: a small question gets no huge answer.
const MOST_FAULTS: usize = 100;

/// A problem that a caller met.
pub(super) struct Problem {
    kind: &'static Kind,
    detail: String,
    faults: Vec<Fault>,
    header: Option<(&'static str, &'static str)>,
}

/// One thing that is wrong with a request.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub(super) struct Fault {
    /// The parameter, or the place in the body as a JSON pointer.
    pub name: String,
    /// What is wrong, and how to mend it.
    pub reason: String,
    /// Where in a text it is wrong, in Unicode code points, where that can be said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    /// Where that ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
}

impl Fault {
    pub fn new(name: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { name: name.into(), reason: reason.into(), start: None, end: None }
    }

    /// The same, at a place in the text that was given.
    pub fn at(self, place: &Range<usize>) -> Self {
        Self { start: Some(place.start), end: Some(place.end), ..self }
    }
}

#[derive(Serialize)]
struct Body<'a> {
    #[serde(rename = "type")]
    kind: String,
    title: &'a str,
    status: u16,
    detail: &'a str,
    #[serde(skip_serializing_if = "<[Fault]>::is_empty")]
    errors: &'a [Fault],
}

impl Problem {
    fn new(kind: &'static Kind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into(), faults: Vec::new(), header: None }
    }

    pub fn invalid_input(mut faults: Vec<Fault>) -> Self {
        let detail = match faults.as_slice() {
            [fault] => fault.reason.clone(),
            many if many.len() > MOST_FAULTS => {
                format!("Er kloppen {} gegevens niet. Bij errors staan de eerste {MOST_FAULTS}.", many.len())
            }
            many => format!("Er kloppen {} gegevens niet. Bij errors staat welke.", many.len()),
        };
        faults.truncate(MOST_FAULTS);
        Self { faults, ..Self::new(&INVALID_INPUT, detail) }
    }

    /// One thing that is wrong.
    pub fn fault(name: &str, reason: &str) -> Self {
        Self::invalid_input(vec![Fault::new(name, reason)])
    }

    /// The same, in a field of a form or an address.
    pub fn in_field(mut self, field: &str) -> Self {
        for fault in &mut self.faults {
            fault.name.insert_str(0, field);
        }
        self
    }

    pub fn unknown_term() -> Self {
        Self::new(&UNKNOWN_TERM, UNKNOWN_TERM.about)
    }

    /// A term that is gone from the glossary.
    pub fn withdrawn_term(last: &str) -> Self {
        let detail = format!(
            "Deze term is weggehaald uit de woordenlijst. Zoals hij op {last} was, krijgt u hem met on={last}."
        );
        Self::new(&UNKNOWN_TERM, detail)
    }

    /// No history, or none of the day that was asked for: why.
    pub fn no_history(why: &str) -> Self {
        Self::new(&NO_HISTORY, format!("{why} Zonder on krijgt u de term van nu."))
    }

    /// A history that is still being read.
    pub fn not_yet() -> Self {
        Self { header: Some(("Retry-After", "5")), ..Self::new(&NOT_YET, NOT_YET.about) }
    }

    pub fn not_acceptable() -> Self {
        Self::new(&NOT_ACCEPTABLE, NOT_ACCEPTABLE.about)
    }

    /// An address below which nothing has this name.
    pub fn no_such_path() -> Self {
        Self::new(&UNKNOWN_PATH, UNKNOWN_PATH.about)
    }

    /// What is there only where the service knows its own address.
    pub fn no_base_url() -> Self {
        let detail =
            "Dit is hier niet ingesteld: de dienst kent haar eigen adres niet. Vraag de beheerder om --base-url.";
        Self::new(&UNKNOWN_PATH, detail)
    }

    /// None of the forms that there are is wanted.
    pub fn other_forms(forms: &[&str]) -> Self {
        let detail = format!("Dit adres geeft {}. Vraag om een daarvan, of laat Accept weg.", forms.join(", "));
        Self::new(&NOT_ACCEPTABLE, detail)
    }

    pub fn too_large(most: usize) -> Self {
        Self::new(&TOO_LARGE, format!("De vraag mag hoogstens {most} bytes zijn."))
    }

    /// More questions than are answered at once.
    pub fn too_many(count: usize, most: usize) -> Self {
        let detail = format!("Stuur hoogstens {most} vragen in één keer. Dit zijn er {count}.");
        Self::new(&TOO_LARGE, detail)
    }

    /// A text of more bytes than are read at once.
    pub fn long_text(bytes: usize, most: usize) -> Self {
        let detail = format!(
            "De tekst mag hoogstens {most} bytes zijn, en heeft er {bytes}. Knip de tekst in stukken en stuur ze na elkaar."
        );
        Self::new(&TOO_LARGE, detail)
    }

    pub fn media_type() -> Self {
        Self::new(&MEDIA_TYPE, MEDIA_TYPE.about)
    }

    /// A body that is no HTML form, where only a form is taken.
    pub fn form_only() -> Self {
        let detail = "Stuur de vraag als application/x-www-form-urlencoded, in UTF-8 en niet ingepakt.";
        Self::new(&MEDIA_TYPE, detail)
    }

    /// A body under a Content-Encoding.
    pub fn packed() -> Self {
        let detail = "Stuur de vraag zoals zij is: niet ingepakt, zonder Content-Encoding.";
        Self { header: Some(("Accept-Encoding", "identity")), ..Self::new(&MEDIA_TYPE, detail) }
    }

    pub fn charset() -> Self {
        Self::new(&MEDIA_TYPE, "Stuur de vraag als UTF-8: laat charset weg, of schrijf charset=utf-8.")
    }

    pub fn internal() -> Self {
        Self::new(&INTERNAL, INTERNAL.about)
    }

    pub fn method_not_allowed(method: &Method, allowed: &'static str) -> Self {
        let detail = format!("{method} kan op dit adres niet. Wel kan: {allowed}.");
        Self { header: Some(("Allow", allowed)), ..Self::new(&METHOD, detail) }
    }

    /// The status, what happened, and the faults: for who tells it in another form.
    pub fn told(&self) -> (u16, String, &[Fault]) {
        (self.kind.status, self.detail.clone(), &self.faults)
    }

    /// The kind with this name.
    pub fn kind_named(slug: &str) -> Option<&'static Kind> {
        PROBLEMS.iter().find(|kind| kind.slug == slug)
    }
}

/// The answer to an unknown path under the API.
pub(super) async fn unknown_path(request: HttpRequest) -> HttpResponse {
    if request.method() == Method::OPTIONS {
        return crate::http::other_method(&request, "GET, HEAD, OPTIONS");
    }
    Problem::no_such_path().into()
}

/// Only the kind: the rest may repeat what was typed, and this is what logs show.
impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.kind.english)
    }
}

impl fmt::Debug for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Problem({})", self.kind.slug)
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.kind.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        let body = Body {
            kind: self.kind.page(),
            title: self.kind.title,
            status: self.kind.status,
            detail: &self.detail,
            errors: &self.faults,
        };
        let mut answer = HttpResponse::build(self.status_code());
        answer.insert_header(("Content-Language", "nl"));
        if let Some(header) = self.header {
            answer.insert_header(header);
        }
        answer.content_type("application/problem+json").body(serde_json::to_vec(&body).unwrap_or_default())
    }
}

impl From<Problem> for HttpResponse {
    fn from(problem: Problem) -> Self {
        problem.error_response()
    }
}
