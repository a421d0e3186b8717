//! Bodies: what a caller sends, held against its type, its size and its form, before anybody reads what it says.

use std::fmt;

use actix_web::http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderName};
use actix_web::{HttpRequest, web};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::{Map, Value};

use crate::http::problem::{Fault, Problem};

/// The most double keys that are told of one body.
const MOST_DOUBLES: usize = 20;

/// Reads a JSON body of at most so many bytes.
pub(super) async fn json_body(request: &HttpRequest, payload: web::Payload, most: usize) -> Result<Value, Problem> {
    check_form(request)?;
    let bytes = payload.to_bytes_limited(most).await.map_err(|_| Problem::too_large(most))?;
    let bytes = bytes.map_err(|_| faulty(vec![Fault::new("", "De vraag is niet heel aangekomen.")]))?;
    parse(&bytes)
}

/// Refuses a body that is no JSON, that is packed, or that is written in another character set than UTF-8.
fn check_form(request: &HttpRequest) -> Result<(), Problem> {
    let header = |name: HeaderName| request.headers().get(name).map_or(Ok(""), |value| value.to_str().map_err(drop));
    let encoding = header(CONTENT_ENCODING).map_err(|()| Problem::packed())?;
    if !encoding.is_empty() && !encoding.eq_ignore_ascii_case("identity") {
        return Err(Problem::packed());
    }
    let kind = header(CONTENT_TYPE).map_err(|()| Problem::media_type())?;
    let mut parts = kind.split(';').map(str::trim);
    if !parts.next().unwrap_or("").eq_ignore_ascii_case("application/json") {
        return Err(Problem::media_type());
    }
    let charset = parts.filter_map(|part| part.split_once('=')).find(|(name, _)| name.eq_ignore_ascii_case("charset"));
    match charset {
        Some((_, name)) if !name.trim_matches('"').eq_ignore_ascii_case("utf-8") => Err(Problem::charset()),
        _ => Ok(()),
    }
}

/// Reads JSON in which no object names a key twice: which of the two holds would be a guess.
fn parse(bytes: &[u8]) -> Result<Value, Problem> {
    let read: Read = serde_json::from_slice(bytes).map_err(|error| {
        let reason = format!("Dit is geen geldige JSON: kijk bij regel {}, teken {}.", error.line(), error.column());
        faulty(vec![Fault::new("", reason)])
    })?;
    let mut doubles = Vec::new();
    let value = read.settle("", &mut doubles);
    if doubles.is_empty() { Ok(value) } else { Err(faulty(doubles)) }
}

fn faulty(faults: Vec<Fault>) -> Problem {
    Problem::invalid_input(faults)
}

/// The place of a member in a body: a JSON pointer (RFC 6901).
pub(super) fn member_of(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// A value as it was written, with every member of its objects.
#[derive(Deserialize)]
#[serde(untagged)]
enum Read {
    Object(Members),
    List(Vec<Read>),
    One(Value),
}

impl Read {
    /// The value, unless an object in it names a key twice: that is noted with its place.
    fn settle(self, pointer: &str, doubles: &mut Vec<Fault>) -> Value {
        match self {
            Self::One(value) => value,
            Self::List(items) => {
                let settle = |(number, item): (usize, Self)| item.settle(&format!("{pointer}/{number}"), doubles);
                Value::Array(items.into_iter().enumerate().map(settle).collect())
            }
            Self::Object(Members(members)) => {
                let mut object = Map::new();
                for (name, value) in members {
                    let place = member_of(pointer, &name);
                    let value = value.settle(&place, doubles);
                    if object.insert(name, value).is_some() && doubles.len() < MOST_DOUBLES {
                        doubles.push(Fault::new(place, "Dit gegeven staat er twee keer. Haal er een weg."));
                    }
                }
                Value::Object(object)
            }
        }
    }
}

/// The members of an object, in order, also those whose key stands there twice.
struct Members(Vec<(String, Read)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_map(OfMembers)
    }
}

struct OfMembers;

impl<'de> Visitor<'de> for OfMembers {
    type Value = Members;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Members, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = access.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
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
