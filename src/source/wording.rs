// SPDX-License-Identifier: EUPL-1.2
//! What a key wants and what a value is, in plain Dutch.

use toml::de::DeValue;

use crate::source::shape::{Form, Holds};

/// How a day is written.
pub(super) const DATE: &str = "Schrijf jaar-maand-dag, zoals 2026-11-21, zonder aanhalingstekens.";

/// What a key wants, in plain Dutch.
pub(super) fn wanted(holds: &Holds) -> &'static str {
    match holds {
        Holds::Text | Holds::Formed(_) | Holds::Word(_) => "tekst",
        Holds::OneOrMore(_) => "een tekst of een lijst",
        Holds::TwoOf(_) => "een lijst van twee",
        Holds::Texts | Holds::FormedList(_) | Holds::FormedOrTables(..) => "een lijst",
        Holds::TextLists | Holds::TextGroups | Holds::TextPairs => "een lijst van lijsten",
        Holds::Number(..) => "een heel getal",
        Holds::Date => "een dag",
        Holds::Table(_) | Holds::TextMap(_) | Holds::NumberMap(..) => "een blok met sleutels",
        Holds::Tables(_) => "een lijst van blokken",
    }
}

/// What a value is, in plain Dutch.
pub(super) fn kind_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "tekst",
        DeValue::Integer(_) => "een getal",
        DeValue::Float(_) => "een getal met een punt",
        DeValue::Boolean(_) => "waar of onwaar",
        DeValue::Datetime(_) => "een dag",
        DeValue::Array(_) => "een lijst",
        DeValue::Table(_) => "een blok met sleutels",
    }
}

/// How a key of this kind is written.
pub(super) fn example_of(holds: &Holds, name: &str, found: &DeValue<'_>) -> String {
    match holds {
        Holds::Text if found.is_integer() || found.is_float() || found.is_datetime() => {
            "Zet er dubbele aanhalingstekens om.".to_owned()
        }
        Holds::Word(words) => format!("Schrijf tussen dubbele aanhalingstekens één van: {}.", words().join(", ")),
        Holds::Formed(form) if *form != Form::Any => format!("{} Zet er dubbele aanhalingstekens om.", form.in_words()),
        Holds::Text | Holds::Formed(_) => format!("Schrijf: {name} = \"tekst\"."),
        Holds::Texts | Holds::FormedList(_) | Holds::OneOrMore(_) | Holds::TwoOf(_) | Holds::FormedOrTables(..) => {
            format!("Schrijf: {name} = [\"een\", \"twee\"].")
        }
        Holds::TextLists | Holds::TextGroups | Holds::TextPairs => {
            format!("Schrijf: {name} = [[\"een\", \"twee\"], [\"drie\", \"vier\"]].")
        }
        Holds::Number(scale) => scale.in_words(),
        Holds::Date => DATE.to_owned(),
        Holds::Table(_) | Holds::TextMap(_) | Holds::NumberMap(..) if holds_tables(found) => {
            format!("Haal bij de kop ‘{name}’ aan elke kant één haak weg.")
        }
        Holds::Table(shape) => {
            let keys: Vec<String> = shape.keys.iter().map(|key| format!("{} = …", key.name)).collect();
            format!("Schrijf: {name} = {{ {} }}, met wat u weet.", keys.join(", "))
        }
        Holds::TextMap(_) | Holds::NumberMap(..) => {
            format!("Schrijf: {name} = {{ sleutel = … }}, of een kop met daaronder de sleutels.")
        }
        Holds::Tables(_) => format!("Schrijf voor elk een kop [[{name}]] met daaronder de sleutels."),
    }
}

/// Whether a value is a list of tables, as a heading in double brackets makes.
fn holds_tables(value: &DeValue<'_>) -> bool {
    value.as_array().is_some_and(|items| !items.is_empty() && items.iter().all(|item| item.get_ref().is_table()))
}

/// A text, cut off where it is long.
pub(super) fn shortened(text: &str) -> String {
    if text.chars().count() <= 40 { text.to_owned() } else { text.chars().take(39).chain(['…']).collect() }
}
