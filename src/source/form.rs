// SPDX-License-Identifier: EUPL-1.2
//! A term file as a form of a content editor (Sveltia CMS): its fields, and what stands behind them in the file. Made from
//! the same shape that files are read against; what can be chosen comes from the glossary.

use serde_json::{Map, Value, json};

use crate::model::{Coercion, Consent, Facet, Glossary, Keyed, Kind, Relation, Status, VerdictStatus};
use crate::source::schema::pattern;
use crate::source::shape::{Form, Holds, Key, Need, Shape, TERM};

/// What a key is called in the form.
const LABELS: &[(&str, &str)] = &[
    ("label", "Woord"),
    ("alt_labels", "Andere woorden"),
    ("hidden_labels", "Zoekwoorden"),
    ("english", "Engels"),
    ("english_note", "Let op in het Engels"),
    ("phases", "Fasen"),
    ("broader", "Ruimere woorden"),
    ("narrower", "Smallere woorden"),
    ("related", "Verwante woorden"),
    ("unused_by", "Niet gebruikt door"),
    ("replaced_by", "Vervangen door"),
    ("note", "Achtergrond"),
    ("sources", "Bronnen"),
    ("concepts", "Betekenissen"),
    ("verdicts", "Oordelen"),
    ("domain", "Domein"),
    ("id", "Id"),
    ("definition", "Omschrijving"),
    ("explanation", "Uitleg in gewone taal"),
    ("examples", "Voorbeelden"),
    ("counter_examples", "Tegenvoorbeelden"),
    ("kind", "Waar de betekenis uit komt"),
    ("owner", "Van wie"),
    ("status", "Stand"),
    ("reviewed_on", "Laatst bekeken op"),
    ("contact", "Contact"),
    ("facets", "Facetten"),
    ("values", "Vaste waarden"),
    ("roles", "Wie aan zet is"),
    ("coercion", "Hoe vrij iemand is"),
    ("consent", "Toestemming"),
    ("within", "Binnen welke tijd"),
    ("age", "Leeftijd"),
    ("legal_basis", "Wetten en afspraken"),
    ("from", "Vanaf"),
    ("to", "Tot en met"),
    ("between", "Tussen welke betekenissen"),
    ("relation", "Relatie"),
    ("degree", "Graad"),
    ("why", "Het verschil in één zin"),
    ("misunderstanding", "Wat er misgaat"),
    ("questions", "Vragen aan elkaar"),
    ("signed", "Handtekeningen"),
    ("applies_to", "Vingerafdruk"),
    ("by", "Door wie"),
    ("on", "Op welke dag"),
];

/// The same for a key that is something else in one table: the table, the key, and its name there.
const ELSEWHERE: &[(&str, &str, &str)] = &[("een betekenis", "label", "Korte naam")];

/// The field that carries the comments of a file; the form does not show it.
const COMMENTS: &str = "comments";

/// Texts that take more than a line to write.
const LONG: &[&str] = &[
    "definition",
    "explanation",
    "note",
    "english_note",
    "why",
    "misunderstanding",
    "examples",
    "counter_examples",
    "questions",
];

/// How an item of a list shows while it is closed.
const SUMMARIES: &[(&str, &str)] = &[
    ("alt_labels", "{{fields.label}}"),
    ("concepts", "{{fields.domain}} {{fields.label}}"),
    ("verdicts", "{{fields.relation}}: {{fields.why}}"),
    ("signed", "{{fields.domain}}: {{fields.by}}"),
];

/// The fields of a term: one for each key, and a hidden one for the comments of the file.
#[must_use]
pub fn form_fields(glossary: &Glossary) -> Value {
    let hidden = json!({ "name": COMMENTS, "widget": "hidden", "required": false });
    fields(&TERM, glossary).into_iter().chain([hidden]).collect()
}

/// What each key of a term holds, where a form and a file write it in different ways: `date`, `one-or-more` (a text or a
/// list), `mixed` (texts and tables in one list), `plain`, or the keys of a table.
#[must_use]
pub fn form_kinds() -> Value {
    kinds(&TERM)
}

fn kinds(shape: &Shape) -> Value {
    let kind = |key: &Key| match &key.holds {
        Holds::Date => json!("date"),
        Holds::OneOrMore(_) => json!("one-or-more"),
        Holds::FormedOrTables(..) => json!("mixed"),
        Holds::Table(inner) | Holds::Tables(inner) => kinds(inner),
        _ => json!("plain"),
    };
    Value::Object(shape.keys.iter().map(|key| (key.name.to_owned(), kind(key))).collect())
}

fn fields(shape: &Shape, glossary: &Glossary) -> Vec<Value> {
    let field = |key: &Key| {
        let mut field = field(key, glossary);
        let other = ELSEWHERE.iter().find(|(table, name, _)| *table == shape.name && *name == key.name);
        if let Some((_, _, label)) = other {
            field["label"] = json!(label);
        }
        field
    };
    shape.keys.iter().map(field).collect()
}

/// A key as a field: its name for people, what it is for, whether it must be there, and how it is filled in.
fn field(key: &Key, glossary: &Glossary) -> Value {
    let mut field = named(key.name, key.about);
    field.insert("required".to_owned(), json!(key.need == Need::Must));
    if let Value::Object(how) = filled_in(key, glossary) {
        field.extend(how);
    }
    Value::Object(field)
}

fn named(name: &str, about: &str) -> Map<String, Value> {
    let label = LABELS.iter().find(|(key, _)| *key == name).map_or(name, |(_, label)| label);
    let parts = [("name", name), ("label", label), ("hint", about)];
    parts.into_iter().map(|(part, text)| (part.to_owned(), json!(text))).collect()
}

fn filled_in(key: &Key, glossary: &Glossary) -> Value {
    let widget = if LONG.contains(&key.name) { "text" } else { "string" };
    let list = |field: Value| json!({ "widget": "list", "field": field, "collapsed": false });
    let item = |form: Form| {
        let mut item = named("item", "");
        item.remove("hint");
        item.insert("label".to_owned(), json!("Tekst"));
        if let Value::Object(how) = text(form, widget) {
            item.extend(how);
        }
        Value::Object(item)
    };
    let needed = u8::from(key.need == Need::Must);
    match &key.holds {
        Holds::Text => text(Form::Any, widget),
        Holds::Formed(form) => choices(key.name, glossary)
            .map_or_else(|| text(*form, widget), |options| json!({ "widget": "select", "options": options })),
        Holds::FormedList(form) | Holds::OneOrMore(form) => match choices(key.name, glossary) {
            Some(options) => json!({ "widget": "select", "multiple": true, "min": needed, "options": options }),
            None => list(item(*form)),
        },
        Holds::TwoOf(form) => {
            json!({ "widget": "list", "field": item(*form), "collapsed": false, "min": 2, "max": 2 })
        }
        Holds::Word(words) => {
            let option = |word: &&str| json!({ "label": dutch(word), "value": word });
            json!({ "widget": "select", "options": words().iter().map(option).collect::<Vec<_>>() })
        }
        Holds::Number(scale) => {
            let hint = format!("{} {}", key.about, scale.in_words().replace(", zonder aanhalingstekens", ""));
            json!({ "widget": "number", "value_type": "int", "min": scale.from, "max": scale.to, "step": 1, "hint": hint })
        }
        Holds::Date => {
            json!({ "widget": "datetime", "format": "YYYY-MM-DD", "date_format": "YYYY-MM-DD", "time_format": false })
        }
        Holds::Table(inner) => json!({ "widget": "object", "collapsed": true, "fields": fields(inner, glossary) }),
        Holds::Tables(inner) | Holds::FormedOrTables(_, inner) => {
            let mut how = json!({ "widget": "list", "collapsed": true, "fields": fields(inner, glossary) });
            if let Some((_, summary)) = SUMMARIES.iter().find(|(name, _)| *name == key.name) {
                how["summary"] = json!(summary);
            }
            how
        }
        Holds::TextMap(_) => facets(glossary, &json!({ "widget": "string" })),
        Holds::NumberMap(_, scale) => {
            let number =
                json!({ "widget": "number", "value_type": "int", "min": scale.from, "max": scale.to, "step": 1 });
            facets(glossary, &number)
        }
        Holds::Texts | Holds::TextLists | Holds::TextGroups | Holds::TextPairs => list(item(Form::Any)),
    }
}

/// A text of a form.
fn text(form: Form, widget: &str) -> Value {
    match pattern(form) {
        Some(pattern) => json!({ "widget": widget, "pattern": [pattern, form.in_words()] }),
        None => json!({ "widget": widget }),
    }
}

/// A field for each facet of the glossary.
fn facets(glossary: &Glossary, how: &Value) -> Value {
    let field = |facet: &Facet| {
        let mut field = named(facet.id.as_str(), facet.question.as_deref().unwrap_or_default());
        field.insert("label".to_owned(), json!(facet.label));
        field.insert("required".to_owned(), json!(false));
        field.extend(how.as_object().cloned().unwrap_or_default());
        Value::Object(field)
    };
    let fields: Vec<Value> = glossary.facets.iter().map(field).collect();
    json!({ "widget": "object", "collapsed": true, "fields": fields })
}

/// What can be chosen for a key that names something of the glossary; nothing where any text may stand.
fn choices(name: &str, glossary: &Glossary) -> Option<Value> {
    let choice = |id: &str, label: &str| json!({ "label": format!("{label} ({id})"), "value": id });
    let choices: Vec<Value> = match name {
        "domain" | "unused_by" => {
            glossary.domains.iter().map(|domain| choice(domain.id.as_str(), &domain.label)).collect()
        }
        "owner" | "roles" => glossary.actors.iter().map(|actor| choice(actor.id.as_str(), &actor.label)).collect(),
        "sources" => glossary.sources.iter().map(|source| choice(source.id.as_str(), &source.title)).collect(),
        "legal_basis" => glossary.legal_frames.iter().map(|law| choice(law.id.as_str(), &law.label)).collect(),
        "phases" => {
            let of_model = |model: &crate::model::Model| {
                let phase = |phase: &crate::model::Phase| {
                    choice(&format!("{}/{}", model.id, phase.id), &format!("{}: {}", model.label, phase.label))
                };
                model.phases.iter().map(phase).collect::<Vec<_>>()
            };
            glossary.models.iter().flat_map(of_model).collect()
        }
        _ => return None,
    };
    Some(json!(choices))
}

/// The Dutch words of a value of a closed list.
fn dutch(word: &str) -> &str {
    fn of<K: Keyed>(word: &str) -> Option<&'static str> {
        K::from_key(word).map(Keyed::dutch)
    }
    let lists = [of::<Kind>, of::<Status>, of::<VerdictStatus>, of::<Relation>, of::<Coercion>, of::<Consent>];
    lists.iter().find_map(|of| of(word)).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::LABELS;
    use crate::source::keys_of_terms;

    #[test]
    fn every_key_of_a_term_has_a_name_in_the_form_and_every_name_a_key() {
        let mut named: Vec<&str> = LABELS.iter().map(|(key, _)| *key).collect();
        named.sort_unstable();
        assert_eq!(named, keys_of_terms());
    }
}
