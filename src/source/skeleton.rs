// SPDX-License-Identifier: EUPL-1.2
//! A new term file: every key with what it is for, what must be filled in as placeholder text, and the rest as comments.
//! Made from the shapes, so that a new key is in it too.

use std::fmt::Write as _;

use crate::source::format::formatted;
use crate::source::shape::{Holds, Key, Shape, TERM};

/// With this a text begins that is still to be written; a rule finds it.
pub const PLACEHOLDER: &str = "VUL IN";

/// What a new meaning begins with.
#[derive(Debug)]
pub struct Start {
    /// The domain.
    pub domain: String,
    /// Its name for people.
    pub name: String,
    /// Who owns the meaning for now, and the source of a draft.
    pub owner: String,
    /// See `owner`.
    pub source: String,
}

/// The text of a new term file for this word, with a meaning for each start. It can be read; what it lacks is found by
/// `check`.
#[must_use]
pub fn skeleton(label: &str, starts: &[Start]) -> String {
    let quoted = toml_edit::Value::from(label).to_string();
    let mut text = "# Vul in wat met VUL IN begint. Regels met # ervoor zijn uitleg, of sleutels die u mag gebruiken: haal dan # weg.\n\
                    # Wat u niet weet, laat u weg. Verzin niets. ‘taalbrug check’ zegt wat er nog moet.\n\n"
        .to_owned();
    let given = |key: &Key| (key.name == "label").then(|| quoted.clone());
    keys(&TERM, &mut text, &given, &["english"]);
    for start in starts {
        meaning(start, &mut text);
    }
    if starts.len() > 1 {
        verdict(starts, &mut text);
    }
    formatted("terms/new.toml", &text).unwrap_or(text)
}

fn meaning(start: &Start, text: &mut String) {
    let Start { domain, name, owner, source } = start;
    let _ = write!(
        text,
        "\n# Wat {name} met dit woord bedoelt. Gebruikt {name} het woord niet? Haal deze betekenis weg, en noem {domain} bij unused_by.\n[[concepts]]\n"
    );
    let given = |key: &Key| match key.name {
        "domain" => Some(format!("\"{domain}\"")),
        "owner" => Some(format!("\"{owner}\"")),
        "sources" => Some(format!("[\"{source}\"]")),
        "kind" => Some("\"working\"".to_owned()),
        "status" => Some("\"draft\"".to_owned()),
        _ => None,
    };
    let Some(shape) = inner(&TERM, "concepts") else { return };
    keys(shape, text, &given, &["definition", "explanation"]);
    text.push_str("\n# Per facet een kort zinsdeel. Noem alleen wat een bron zegt.\n[concepts.facets]\n# goal = \"…\"\n# threshold = \"…\"\n");
    text.push_str("\n# Vaste waarden. Noem alleen wat u zeker weet.\n[concepts.values]\n");
    if let Some(shape) = inner(shape, "values") {
        keys(shape, text, &|_| None, &[]);
    }
}

/// A verdict on the first two meanings, as comments: it comes when both are written.
fn verdict(starts: &[Start], text: &mut String) {
    let Some(shape) = inner(&TERM, "verdicts") else { return };
    text.push_str("\n# Staan beide betekenissen er, en weet u hoe zij verschillen? Haal dan # weg bij de regels met een isgelijkteken.\n");
    text.push_str("# Weet u het niet, geef dan geen oordeel.\n# [[verdicts]]\n");
    for key in shape.keys {
        let value = match key.name {
            "between" => format!("[\"{}\", \"{}\"]", starts[0].domain, starts[1].domain),
            "status" => "\"draft\"".to_owned(),
            _ => sample(&key.holds),
        };
        let _ = write!(text, "# {}\n# {} = {value}\n", key.about, key.name);
    }
}

/// The keys of a shape: given ones, placeholders for those to write, and the others as comments.
fn keys(shape: &Shape, text: &mut String, given: &dyn Fn(&Key) -> Option<String>, written: &[&str]) {
    for key in shape.keys.iter().filter(|key| !key.holds.has_heading()) {
        let Key { name, about, .. } = key;
        let _ = match given(key) {
            Some(value) => writeln!(text, "# {about}\n{name} = {value}"),
            None if written.contains(name) => writeln!(text, "# {about}\n{name} = \"{PLACEHOLDER}: {}\"", hint(about)),
            None => writeln!(text, "# {about}\n# {name} = {}", sample(&key.holds)),
        };
    }
}

/// The first sentence of what a key is for, as a hint.
fn hint(about: &str) -> String {
    let first = about.split(['.', ',']).next().unwrap_or(about);
    let mut letters = first.chars();
    letters.next().map_or_else(String::new, |letter| letter.to_lowercase().chain(letters).collect())
}

/// How a value of this kind is written.
fn sample(holds: &Holds) -> String {
    match holds {
        Holds::Word(words) => format!("\"{}\"", words().first().unwrap_or(&"")),
        Holds::Number(scale) => scale.to.min(18).to_string(),
        Holds::Date => "2026-01-15".to_owned(),
        Holds::TextMap(_) => "{ goal = \"…\" }".to_owned(),
        Holds::NumberMap(_, scale) => format!("{{ goal = {} }}", scale.to),
        Holds::Text | Holds::Formed(_) | Holds::OneOrMore(_) => "\"…\"".to_owned(),
        Holds::Table(shape) | Holds::Tables(shape) => {
            let keys: Vec<String> =
                shape.keys.iter().map(|key| format!("{} = {}", key.name, sample(&key.holds))).collect();
            let block = format!("{{ {} }}", keys.join(", "));
            if matches!(holds, Holds::Tables(_)) { format!("[{block}]") } else { block }
        }
        _ => "[\"…\"]".to_owned(),
    }
}

fn inner(shape: &Shape, name: &str) -> Option<&'static Shape> {
    shape.keys.iter().find(|key| key.name == name).and_then(|key| match key.holds {
        Holds::Table(inner) | Holds::Tables(inner) => Some(inner),
        _ => None,
    })
}
