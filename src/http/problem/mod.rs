// SPDX-License-Identifier: EUPL-1.2
//! What a caller can meet: every problem is of a kind from a table and becomes `application/problem+json` (RFC 9457), with
//! all faults of the request at once, in the language of who asks. Each kind has a page that explains it.

mod kinds;

pub use self::kinds::{Kind, PROBLEMS};

use std::fmt;
use std::ops::Range;

use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse, ResponseError};
use serde::Serialize;

use crate::divergence::Sentence;
use crate::http::lang::{Lang, Spoken};
use crate::http::problem::kinds::{
    INTERNAL, INVALID_INPUT, MEDIA_TYPE, METHOD, NO_HISTORY, NOT_ACCEPTABLE, NOT_YET, TOO_LARGE, UNKNOWN_PATH,
    UNKNOWN_TERM, WITHDRAWN_TERM,
};

/// The most faults that are told of one request: a small question gets no huge answer.
const MOST_FAULTS: usize = 100;

/// A problem that a caller met.
pub(super) struct Problem {
    kind: &'static Kind,
    detail: Sentence,
    faults: Vec<Fault>,
    header: Option<(&'static str, &'static str)>,
}

/// One thing that is wrong with a request.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// The parameter, or the place in the body as a JSON pointer.
    pub name: String,
    /// What is wrong, and how to mend it.
    pub reason: Sentence,
    /// Where in a text it is wrong, in Unicode code points, where that can be said.
    pub place: Option<Range<usize>>,
}

impl Fault {
    pub fn new(name: impl Into<String>, dutch: impl Into<String>, english: impl Into<String>) -> Self {
        Self { name: name.into(), reason: Sentence::new(dutch, english), place: None }
    }

    /// The same, at a place in the text that was given.
    pub fn at(self, place: &Range<usize>) -> Self {
        Self { place: Some(place.clone()), ..self }
    }
}

#[derive(Serialize)]
struct Body<'a> {
    #[serde(rename = "type")]
    kind: String,
    title: &'a str,
    status: u16,
    detail: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FaultView<'a>>,
}

#[derive(Serialize)]
struct FaultView<'a> {
    name: &'a str,
    reason: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<usize>,
}

impl Problem {
    fn new(kind: &'static Kind, dutch: impl Into<String>, english: impl Into<String>) -> Self {
        Self { kind, detail: Sentence::new(dutch, english), faults: Vec::new(), header: None }
    }

    /// A problem of which no more is to be said than what its kind says.
    fn plain(kind: &'static Kind) -> Self {
        Self::new(kind, kind.mend[0], kind.mend[1])
    }

    pub fn invalid_input(mut faults: Vec<Fault>) -> Self {
        let detail = match faults.as_slice() {
            [fault] => fault.reason.clone(),
            many if many.len() > MOST_FAULTS => {
                let count = many.len();
                Sentence::new(
                    format!("Er kloppen {count} gegevens niet. Bij errors staan de eerste {MOST_FAULTS}."),
                    format!("There are {count} faults. The list errors holds the first {MOST_FAULTS}."),
                )
            }
            many => Sentence::new(
                format!("Er kloppen {} gegevens niet. Bij errors staat welke.", many.len()),
                format!("There are {} faults. The list errors says which.", many.len()),
            ),
        };
        faults.truncate(MOST_FAULTS);
        Self { kind: &INVALID_INPUT, detail, faults, header: None }
    }

    /// One thing that is wrong.
    pub fn fault(name: &str, dutch: impl Into<String>, english: impl Into<String>) -> Self {
        Self::invalid_input(vec![Fault::new(name, dutch, english)])
    }

    /// The same, in a field of a form or an address.
    pub fn in_field(mut self, field: &str) -> Self {
        for fault in &mut self.faults {
            fault.name.insert_str(0, field);
        }
        self
    }

    pub fn unknown_term() -> Self {
        Self::plain(&UNKNOWN_TERM)
    }

    /// A term that is gone from the glossary, with the last day on which it stood there and what it is called now.
    pub fn withdrawn_term(last: &str, later: Option<&str>) -> Self {
        let [dutch, english] = later.map_or_else(<[String; 2]>::default, |later| {
            [format!(" Hij heet nu {later}."), format!(" It is called {later} now.")]
        });
        Self::new(
            &WITHDRAWN_TERM,
            format!(
                "Deze term is weggehaald uit de woordenlijst.{dutch} Zoals hij op {last} was, krijgt u hem met on={last}."
            ),
            format!(
                "This term was taken out of the glossary.{english} As it was on {last}, you get it with on={last}."
            ),
        )
    }

    /// No history, or none of the day that was asked for: why.
    pub fn no_history(why: &Sentence) -> Self {
        Self::new(
            &NO_HISTORY,
            format!("{} Zonder on krijgt u de term van nu.", why.dutch),
            format!("{} Without on you get the term of now.", why.english),
        )
    }

    /// A history that is still being read.
    pub fn not_yet() -> Self {
        Self { header: Some(("Retry-After", "5")), ..Self::plain(&NOT_YET) }
    }

    pub fn not_acceptable() -> Self {
        Self::plain(&NOT_ACCEPTABLE)
    }

    /// An address below which nothing has this name.
    pub fn no_such_path() -> Self {
        Self::plain(&UNKNOWN_PATH)
    }

    /// What is there only where the service knows its own address.
    pub fn no_base_url() -> Self {
        Self::new(
            &UNKNOWN_PATH,
            "Dit is hier niet ingesteld: de dienst kent haar eigen adres niet. Vraag de beheerder om --base-url.",
            "This is not set up here: the service does not know its own address. Ask its operator for --base-url.",
        )
    }

    /// None of the forms that there are is wanted.
    pub fn other_forms(forms: &[&str]) -> Self {
        let forms = forms.join(", ");
        let other = Self::new(
            &NOT_ACCEPTABLE,
            format!("Dit adres geeft {forms}. Vraag om een daarvan, of laat Accept weg."),
            format!("This address gives {forms}. Ask for one of these, or leave Accept out."),
        );
        Self { header: Some(("Vary", "Accept")), ..other }
    }

    pub fn too_large(most: usize) -> Self {
        Self::new(
            &TOO_LARGE,
            format!("De vraag mag hoogstens {most} bytes zijn."),
            format!("The request may be at most {most} bytes."),
        )
    }

    /// More questions than are answered at once.
    pub fn too_many(count: usize, most: usize) -> Self {
        Self::new(
            &TOO_LARGE,
            format!("Stuur hoogstens {most} vragen in één keer. Dit zijn er {count}."),
            format!("Send at most {most} questions at once. These are {count}."),
        )
    }

    /// A text of more bytes than are read at once.
    pub fn long_text(bytes: usize, most: usize) -> Self {
        Self::new(
            &TOO_LARGE,
            format!(
                "De tekst mag hoogstens {most} bytes zijn, en heeft er {bytes}. Knip de tekst in stukken en stuur ze na elkaar."
            ),
            format!(
                "The text may be at most {most} bytes, and has {bytes}. Cut it in pieces and send them one by one."
            ),
        )
    }

    pub fn media_type() -> Self {
        Self::plain(&MEDIA_TYPE)
    }

    /// A body that is no HTML form, where only a form is taken.
    pub fn form_only() -> Self {
        Self::new(
            &MEDIA_TYPE,
            "Stuur de vraag als application/x-www-form-urlencoded, in UTF-8 en niet ingepakt.",
            "Send the request as application/x-www-form-urlencoded, in UTF-8 and not packed.",
        )
    }

    /// A body under a Content-Encoding.
    pub fn packed() -> Self {
        let packed = Self::new(
            &MEDIA_TYPE,
            "Stuur de vraag zoals zij is: niet ingepakt, zonder Content-Encoding.",
            "Send the request as it is: not packed, without Content-Encoding.",
        );
        Self { header: Some(("Accept-Encoding", "identity")), ..packed }
    }

    pub fn charset() -> Self {
        Self::new(
            &MEDIA_TYPE,
            "Stuur de vraag als UTF-8: laat charset weg, of schrijf charset=utf-8.",
            "Send the request as UTF-8: leave charset out, or write charset=utf-8.",
        )
    }

    pub fn internal() -> Self {
        Self::plain(&INTERNAL)
    }

    pub fn method_not_allowed(method: &Method, allowed: &'static str) -> Self {
        let dutch = format!("{method} kan op dit adres niet. Wel kan: {allowed}.");
        let english = format!("This address does not know {method}. It knows {allowed}.");
        Self { header: Some(("Allow", allowed)), ..Self::new(&METHOD, dutch, english) }
    }

    /// The status, what happened, and the faults: for who tells it in another form.
    pub fn told(&self) -> (u16, &Sentence, &[Fault]) {
        (self.kind.status, &self.detail, &self.faults)
    }

    /// What it says in a language, as JSON.
    pub fn body(&self, lang: Lang) -> Vec<u8> {
        let body = Body {
            kind: self.kind.page(),
            title: lang.say(self.kind.title, self.kind.english),
            status: self.kind.status,
            detail: lang.sentence(&self.detail),
            errors: self.faults.iter().map(|fault| fault.view(lang)).collect(),
        };
        serde_json::to_vec(&body).unwrap_or_default()
    }
}

impl Fault {
    fn view(&self, lang: Lang) -> FaultView<'_> {
        let place = self.place.as_ref();
        FaultView {
            name: &self.name,
            reason: lang.sentence(&self.reason),
            start: place.map(|place| place.start),
            end: place.map(|place| place.end),
        }
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
        let mut answer = HttpResponse::build(self.status_code());
        if let Some(header) = self.header {
            answer.insert_header(header);
        }
        let mut answer = answer.content_type("application/problem+json").body(self.body(Lang::Dutch));
        answer.extensions_mut().insert(Spoken { english: self.body(Lang::English) });
        answer
    }
}

impl From<Problem> for HttpResponse {
    fn from(problem: Problem) -> Self {
        problem.error_response()
    }
}
