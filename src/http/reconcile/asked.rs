// SPDX-License-Identifier: EUPL-1.2
//! What is asked: a batch of queries, or properties of meanings. Everything that is wrong with it is told at once, and of what is
//! asked nothing is kept.

use serde_json::Value;

use crate::http::problem::Problem;
use crate::http::reader::{Place, Reader};
use crate::http::reconcile::property::{PROPERTIES, Property};
use crate::language::fold;
use crate::model::Domain;
use crate::publication::Publication;

/// The most queries of one batch.
pub(super) const MOST_QUERIES: usize = 100;

/// The most candidates for one query.
pub(super) const MOST_CANDIDATES: usize = 50;

/// The candidates for one query that does not say how many it wants.
const USUAL_CANDIDATES: usize = 10;

/// The longest text to match, in characters.
const LONGEST: usize = 500;

/// The most types, properties and values of a property that one query may name.
const MOST_NAMED: usize = 50;

/// The most meanings of which properties are asked at once.
const MOST_MEANINGS: usize = 500;

/// The longest identifier that is read, in characters.
const LONGEST_ID: usize = 300;

/// A query with the key under which it is answered.
pub(super) type Keyed<'a> = (&'a str, Question<'a>);

/// What one query asks.
pub(super) struct Question<'a> {
    /// The text to match; empty where only properties are given.
    pub text: &'a str,
    /// The domains whose meanings are wanted; empty for every domain.
    pub types: Vec<&'a Domain>,
    /// Whether one of them is enough.
    pub strictness: Strictness,
    /// The most candidates.
    pub limit: usize,
    /// What a meaning must be like.
    pub demands: Vec<Demand>,
}

/// How types hold together. That all must fit is asked for; everything else means that any may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strictness {
    Any,
    All,
}

/// A property that must have one of some values.
pub(super) struct Demand {
    pub property: &'static Property,
    /// The values, folded.
    pub wanted: Vec<String>,
}

/// What is asked to be fetched.
pub(super) struct Fetch<'a> {
    /// Identifiers of meanings, as they were given.
    pub ids: Vec<&'a str>,
    pub properties: Vec<&'static Property>,
}

/// Reads a batch of queries.
pub(super) fn queries<'a>(body: &'a Value, publication: &'a Publication) -> Result<Vec<Keyed<'a>>, Problem> {
    let count = body.as_object().map_or(0, serde_json::Map::len);
    if count > MOST_QUERIES {
        return Err(Problem::too_many(count, MOST_QUERIES));
    }
    Reader::read(body, publication, |reader, place| {
        let Some(members) = place.value.as_object() else {
            reader.fault(
                &place.pointer,
                "Dit hoort een JSON-object te zijn: elke vraag onder een eigen naam.",
                "This should be a JSON object: each question under a name of its own.",
            );
            return None;
        };
        let read = members.iter().filter_map(|(key, value)| {
            let place = Place { value, pointer: place.pointer_to(key) };
            Some((key.as_str(), question(reader, &place)?))
        });
        Some(read.collect())
    })
    .map_err(Problem::invalid_input)
}

fn question<'a>(reader: &mut Reader<'a>, place: &Place<'a>) -> Option<Question<'a>> {
    reader.object(place, &["query", "type", "type_strict", "limit", "properties"])?;
    let text = place.member("query").and_then(|text| reader.text(&text, LONGEST)).unwrap_or_default().trim();
    let demands = place.member("properties").map(|list| demands(reader, &list)).unwrap_or_default();
    if text.is_empty() && demands.is_empty() {
        reader.fault(
            place.pointer_to("query"),
            "Vul hier in wat u zoekt, of noem bij properties wat moet kloppen.",
            "Say here what you look for, or in properties what must hold.",
        );
    }
    let strictness = place.member("type_strict").and_then(|word| reader.one_of(&word, &["any", "should", "all"]));
    Some(Question {
        text,
        types: place.member("type").map(|types| domains(reader, &types)).unwrap_or_default(),
        strictness: if strictness == Some("all") { Strictness::All } else { Strictness::Any },
        limit: place.member("limit").map_or(USUAL_CANDIDATES, |limit| count(reader, &limit)),
        demands,
    })
}

/// One domain or a list of them; a blank one says nothing.
fn domains<'a>(reader: &mut Reader<'a>, place: &Place<'a>) -> Vec<&'a Domain> {
    let places = match place.value {
        Value::Array(_) => reader.items(place, MOST_NAMED),
        value => vec![Place { value, pointer: place.pointer.clone() }],
    };
    let said = places.into_iter().filter(|place| place.value.as_str() != Some(""));
    said.filter_map(|place| reader.domain(&place)).collect()
}

fn count(reader: &mut Reader<'_>, place: &Place<'_>) -> usize {
    let count = place.value.as_u64().filter(|&count| count > 0).and_then(|count| usize::try_from(count).ok());
    count.map_or_else(
        || {
            reader.fault(
                &place.pointer,
                "Dit hoort een heel getal boven 0 te zijn.",
                "This should be a whole number above 0.",
            );
            USUAL_CANDIDATES
        },
        |count| count.min(MOST_CANDIDATES),
    )
}

fn demands(reader: &mut Reader<'_>, place: &Place<'_>) -> Vec<Demand> {
    reader.items(place, MOST_NAMED).iter().filter_map(|item| demand(reader, item)).collect()
}

fn demand(reader: &mut Reader<'_>, place: &Place<'_>) -> Option<Demand> {
    reader.object(place, &["pid", "v"])?;
    let Some(name) = place.member("pid") else {
        reader.fault(place.pointer_to("pid"), "Noem hier de eigenschap.", "Name the property here.");
        return None;
    };
    let property = property(reader, &name)?;
    let Some(value) = place.member("v") else {
        reader.fault(
            place.pointer_to("v"),
            "Noem hier de waarde van de eigenschap.",
            "Give the value of the property here.",
        );
        return None;
    };
    let places = match value.value {
        Value::Array(_) => reader.items(&value, MOST_NAMED),
        _ => vec![value],
    };
    let wanted: Vec<String> = places.iter().filter_map(|place| wanted(reader, place)).collect();
    (!wanted.is_empty()).then_some(Demand { property, wanted })
}

/// A value to hold against those of a meaning, folded; a blank one asks for nothing.
fn wanted(reader: &mut Reader<'_>, place: &Place<'_>) -> Option<String> {
    let text = match place.value {
        Value::Object(_) => {
            let id = place.member("id");
            if id.is_none() {
                reader.fault(
                    place.pointer_to("id"),
                    "Noem hier wat bedoeld wordt, met zijn id.",
                    "Name here what is meant, by its id.",
                );
            }
            reader.text(&id?, LONGEST)?.to_owned()
        }
        Value::Number(number) => number.to_string(),
        Value::Bool(truth) => truth.to_string(),
        _ => reader.text(place, LONGEST)?.to_owned(),
    };
    Some(fold(text.trim())).filter(|text| !text.is_empty())
}

fn property(reader: &mut Reader<'_>, place: &Place<'_>) -> Option<&'static Property> {
    let known: Vec<&str> = PROPERTIES.iter().map(|property| property.id).collect();
    reader.one_of(place, &known).and_then(Property::with_id)
}

/// Reads what is to be fetched.
pub(super) fn fetch<'a>(body: &'a Value, publication: &'a Publication) -> Result<Fetch<'a>, Problem> {
    Reader::read(body, publication, |reader, place| {
        reader.object(place, &["ids", "properties"])?;
        let mut lists = [("ids", MOST_MEANINGS), ("properties", MOST_NAMED)].map(|(name, most)| {
            let list = place.member(name);
            if list.is_none() {
                reader.fault(place.pointer_to(name), "Dit gegeven is nodig: een lijst.", "This is needed: a list.");
            }
            list.map(|list| reader.items(&list, most)).unwrap_or_default()
        });
        let ids = std::mem::take(&mut lists[0]);
        let ids = ids.iter().filter_map(|id| reader.text(id, LONGEST_ID)).collect();
        let properties = lists[1].iter().filter_map(|item| {
            reader.object(item, &["id", "settings"])?;
            let Some(id) = item.member("id") else {
                reader.fault(item.pointer_to("id"), "Noem hier de eigenschap.", "Name the property here.");
                return None;
            };
            property(reader, &id)
        });
        Some(Fetch { ids, properties: properties.collect() })
    })
    .map_err(Problem::invalid_input)
}

/// What stands in the fields of a request: one of these, or neither.
pub(super) enum Fields {
    Queries(String),
    Extend(String),
    Neither,
}

impl Fields {
    /// Finds the field that says what is asked. What systems hang on an address beside it is passed by.
    pub fn of(fields: impl IntoIterator<Item = (String, String)>) -> Result<Self, Problem> {
        let mut found = Self::Neither;
        for (name, value) in fields {
            let read = match name.as_str() {
                "queries" => Self::Queries(value),
                "extend" => Self::Extend(value),
                "query" => {
                    return Err(Problem::fault(
                        "query",
                        "Losse vragen zijn van versie 0.1. Stuur queries, met elke vraag onder een eigen naam.",
                        "Single questions are of version 0.1. Send queries, each question under a name of its own.",
                    ));
                }
                _ => continue,
            };
            if !matches!(found, Self::Neither) {
                return Err(Problem::fault(
                    &name,
                    "Stuur één keer queries of één keer extend, en niet beide.",
                    "Send queries once or extend once, and not both.",
                ));
            }
            found = read;
        }
        Ok(found)
    }
}
