// SPDX-License-Identifier: EUPL-1.2
//! Bodies: what a caller sends, held against its type, its size and its form, before anybody reads what it says.

use std::cell::RefCell;
use std::fmt;

use actix_web::http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderName};
use actix_web::{HttpRequest, HttpResponse, web};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::http::App;
use crate::http::answer::written_json_once;
use crate::http::params::Input;
use crate::http::problem::{Fault, Problem};
use crate::publication::Publication;

/// The longest text to check, in bytes of UTF-8.
pub(super) const LONGEST_TEXT: usize = 102_400;

/// The most double keys that are told of one body.
const MOST_DOUBLES: usize = 20;

/// What a route is given that answers a body.
pub(super) type Asked = (HttpRequest, web::Payload, web::Data<App>);

/// Answers a JSON body of at most so many bytes. The work is done beside the threads that answer, which go on; its answer is
/// kept nowhere.
pub(super) async fn answered_beside(
    (request, payload, app): Asked,
    most: usize,
    work: fn(&Value, &Publication) -> Result<Vec<u8>, Problem>,
) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let body = json_body(&request, payload, most, &publication).await?;
    let written = web::block(move || work(&body, &publication)).await.map_err(|_| Problem::internal())??;
    Ok(written_json_once(written))
}

/// Reads a JSON body of at most so many bytes. Beside it an address asks for nothing but a language.
pub(super) async fn json_body(
    request: &HttpRequest,
    payload: web::Payload,
    most: usize,
    publication: &Publication,
) -> Result<Value, Problem> {
    Input::of_query(request, &[], publication)?;
    check_form(request, "application/json", Problem::media_type)?;
    parse(&bytes_of(payload, most).await?)
}

/// Reads the fields of an HTML form of at most so many bytes.
pub(super) async fn form_fields(
    request: &HttpRequest,
    payload: web::Payload,
    most: usize,
) -> Result<Vec<(String, String)>, Problem> {
    check_form(request, "application/x-www-form-urlencoded", Problem::form_only)?;
    Ok(form_urlencoded::parse(&bytes_of(payload, most).await?).into_owned().collect())
}

async fn bytes_of(payload: web::Payload, most: usize) -> Result<web::Bytes, Problem> {
    let bytes = payload.to_bytes_limited(most).await.map_err(|_| Problem::too_large(most))?;
    bytes.map_err(|_| {
        faulty(vec![Fault::new("", "De vraag is niet heel aangekomen.", "The request did not arrive whole.")])
    })
}

/// Refuses a body that is of another media type, that is packed, or that is written in another character set than UTF-8.
fn check_form(request: &HttpRequest, wanted: &str, otherwise: fn() -> Problem) -> Result<(), Problem> {
    let header = |name: HeaderName| request.headers().get(name).map_or(Ok(""), |value| value.to_str().map_err(drop));
    let encoding = header(CONTENT_ENCODING).map_err(|()| Problem::packed())?;
    if !encoding.is_empty() && !encoding.eq_ignore_ascii_case("identity") {
        return Err(Problem::packed());
    }
    let kind = header(CONTENT_TYPE).map_err(|()| Problem::media_type())?;
    let mut parts = kind.split(';').map(str::trim);
    if !parts.next().unwrap_or("").eq_ignore_ascii_case(wanted) {
        return Err(otherwise());
    }
    let charset = parts.filter_map(|part| part.split_once('=')).find(|(name, _)| name.eq_ignore_ascii_case("charset"));
    match charset {
        Some((_, name)) if !name.trim_matches('"').eq_ignore_ascii_case("utf-8") => Err(Problem::charset()),
        _ => Ok(()),
    }
}

/// Reads JSON in which no object names a key twice: which of the two holds would be a guess.
pub(super) fn parse(bytes: &[u8]) -> Result<Value, Problem> {
    let doubles = RefCell::new(Vec::new());
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = Place { above: None, step: "", doubles: &doubles }.deserialize(&mut reader);
    let value = value.and_then(|value| reader.end().map(|()| value)).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        faulty(vec![Fault::new(
            "",
            format!("Dit is geen geldige JSON: kijk bij regel {line}, teken {column}."),
            format!("This is no valid JSON: look at line {line}, character {column}."),
        )])
    })?;
    let doubles = doubles.into_inner();
    if doubles.is_empty() { Ok(value) } else { Err(faulty(doubles)) }
}

fn faulty(faults: Vec<Fault>) -> Problem {
    Problem::invalid_input(faults)
}

/// The place of a member in a body: a JSON pointer (RFC 6901).
pub(super) fn member_of(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// A place in a body while it is read: reads the value there, once and without a copy, and notes double keys.
struct Place<'a> {
    above: Option<&'a Place<'a>>,
    step: &'a str,
    doubles: &'a RefCell<Vec<Fault>>,
}

impl Place<'_> {
    fn below<'a>(&'a self, step: &'a str) -> Place<'a> {
        Place { above: Some(self), step, doubles: self.doubles }
    }

    fn pointer(&self) -> String {
        self.above.map_or_else(String::new, |above| member_of(&above.pointer(), self.step))
    }

    fn note_double(&self) {
        let mut doubles = self.doubles.borrow_mut();
        if doubles.len() < MOST_DOUBLES {
            doubles.push(Fault::new(
                self.pointer(),
                "Dit gegeven staat er twee keer. Haal er een weg.",
                "This stands here twice. Take one away.",
            ));
        }
    }
}

impl<'de> DeserializeSeed<'de> for Place<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        reader.deserialize_any(self)
    }
}

macro_rules! take_as_it_is {
    ($($visit:ident: $kind:ty,)*) => {
        $(fn $visit<E>(self, value: $kind) -> Result<Value, E> {
            Ok(Value::from(value))
        })*
    };
}

impl<'de> Visitor<'de> for Place<'_> {
    type Value = Value;

    take_as_it_is! { visit_bool: bool, visit_u64: u64, visit_i64: i64, visit_f64: f64, visit_str: &str, }

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self.below(&list.len().to_string()))? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            if object.contains_key(&name) {
                self.below(&name).note_double();
            }
            let value = members.next_value_seed(self.below(&name))?;
            object.insert(name, value);
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::parse;

    #[test]
    fn what_is_read_is_what_stands_there() {
        let text = r#"{"a": [1, -2, 2.5, true, null, "é\n", {"b": {}}], "c": ""}"#;
        let read = parse(text.as_bytes()).expect("sound JSON");
        assert_eq!(read, json!({ "a": [1, -2, 2.5, true, null, "é\n", { "b": {} }], "c": "" }));
        assert_eq!(parse(b"3").expect("a number"), Value::from(3));
    }

    #[test]
    fn a_key_twice_and_broken_json_are_refused() {
        for text in
            [r#"{"a":1,"a":1}"#, r#"{"a":[{"b":1,"b":2}]}"#, r#"{"\u0061":1,"a":1}"#, "{} {}", "{", "", "\"\\x\""]
        {
            assert!(parse(text.as_bytes()).is_err(), "{text}");
        }
    }

    #[test]
    fn a_body_that_nests_without_end_is_refused() {
        assert!(parse("[".repeat(10_000).as_bytes()).is_err());
    }
}
