// SPDX-License-Identifier: EUPL-1.2
//! The form for editors says what files may hold: each key is a field of its kind, and what can be chosen is what the
//! glossary knows.

use std::fs;

use serde_json::{Map, Value, json};
use taalbrug::source::{form_fields, form_kinds, load, schema_of};

use crate::support::{Folder, printed, real_glossary, run};

/// What a value must be, of the schema; lists of them, and one or a list of them, are what stands in them.
fn held(schema: &Value) -> &Value {
    let inner = schema.get("items").or_else(|| schema["anyOf"].as_array()?.iter().find(|one| one["type"] == "object"));
    inner.map_or(schema, held)
}

/// Holds the fields of a table against its schema.
fn agree(fields: &Value, kinds: &Value, schema: &Value) {
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    let properties = schema["properties"].as_object().expect("keys");
    let own: Vec<&Value> = fields.as_array().expect("fields").iter().filter(|one| one["widget"] != "hidden").collect();
    let names: Vec<&str> = own.iter().filter_map(|field| field["name"].as_str()).collect();
    assert_eq!(names, properties.keys().collect::<Vec<_>>());
    assert_eq!(kinds.as_object().map(Map::len), Some(names.len()));
    for field in own {
        let name = field["name"].as_str().expect("a name");
        let (schema, kind) = (&properties[name], &kinds[name]);
        assert!(field["label"].as_str().is_some_and(|label| label != name), "{name} has no Dutch name");
        let about = schema["description"].as_str().expect("an explanation");
        assert!(field["hint"].as_str().is_some_and(|hint| hint.starts_with(about)), "{name}: {field}");
        assert_eq!(field["required"], required.contains(&json!(name)), "{name}");
        let inner = held(schema);
        if let Some(words) = inner.get("enum") {
            let values: Vec<&Value> =
                field["options"].as_array().expect("options").iter().map(|one| &one["value"]).collect();
            assert_eq!(json!(values), *words, "{name}");
        }
        if inner["type"] == "integer" {
            let bounds = (&field["min"], &field["max"]);
            assert_eq!(bounds, (&inner["minimum"], &inner["maximum"]), "{name}");
        }
        assert_eq!(inner["format"] == "date", kind == "date", "{name}");
        assert_eq!(inner["format"] == "date", field["widget"] == "datetime", "{name}");
        if inner.get("properties").is_some() {
            let kinds = if kind == "mixed" { &mixed(inner) } else { kind };
            agree(&field["fields"], kinds, inner);
        }
    }
}

/// The kinds of a table that stands beside texts in one list: all plain.
fn mixed(schema: &Value) -> Value {
    schema["properties"].as_object().expect("keys").keys().map(|key| (key.clone(), json!("plain"))).collect()
}

#[test]
fn every_key_of_a_term_is_a_field_of_its_kind_with_dutch_words() {
    let (content, _) = load(&real_glossary()).expect("the glossary");
    let schema = schema_of("term").expect("the schema of a term");
    agree(&form_fields(&content.glossary), &form_kinds(), &schema);
}

/// A field of a list of fields.
fn field<'f>(fields: &'f Value, name: &str) -> &'f Value {
    fields.as_array().expect("fields").iter().find(|field| field["name"] == name).expect("a field")
}

#[test]
fn what_must_be_there_is_asked_and_what_can_be_chosen_is_what_the_glossary_knows() {
    let folder = Folder::base();
    let (content, _) = load(folder.path()).expect("a glossary");
    let fields = form_fields(&content.glossary);
    let concept = &field(&fields, "concepts")["fields"];
    for (name, must) in [("domain", true), ("explanation", true), ("owner", true), ("note", false), ("facets", false)] {
        assert_eq!(field(concept, name)["required"], must, "{name}");
    }
    let values = |field: &Value| -> Vec<String> {
        let options = field["options"].as_array().expect("options").iter();
        options.filter_map(|option| option["value"].as_str().map(str::to_owned)).collect()
    };
    let ids = |texts: Vec<&str>| texts.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let glossary = &content.glossary;
    assert_eq!(values(field(concept, "domain")), ids(glossary.domains.iter().map(|one| one.id.as_str()).collect()));
    assert_eq!(values(field(concept, "owner")), ids(glossary.actors.iter().map(|one| one.id.as_str()).collect()));
    assert_eq!(values(field(concept, "sources")), ids(glossary.sources.iter().map(|one| one.id.as_str()).collect()));
    let facets = field(concept, "facets")["fields"].as_array().expect("facets");
    assert_eq!(facets.len(), glossary.facets.len());
}

#[test]
fn the_command_makes_a_folder_that_names_where_proposals_go() {
    let folder = Folder::base();
    let (glossary, form) = (folder.path().display().to_string(), Folder::empty());
    let into = form.path().join("formulier").display().to_string();
    let output = run(&["form", &into, "--glossary", &glossary, "--backend", "gitlab", "--repo", "groep/taal"]);
    assert_eq!(output.status.code(), Some(0), "{}", printed(&output));
    let config = fs::read_to_string(form.path().join("formulier/config.json")).expect("a configuration");
    let config: Value = serde_json::from_str(&config).expect("JSON");
    assert_eq!(config["backend"], json!({ "name": "gitlab", "repo": "groep/taal", "branch": "main" }));
    assert_eq!(config["publish_mode"], "editorial_workflow");
    assert_eq!(config["collections"][0]["folder"], "glossary/terms");
    let page = fs::read_to_string(form.path().join("formulier/index.html")).expect("a page");
    assert!(!page.contains("http"), "nothing comes from elsewhere");
    for name in ["form.js", "format.js", "by-hand.js", "fonts.css", "kinds.json"] {
        assert!(form.path().join("formulier").join(name).is_file(), "{name}");
    }
    let output = run(&["form", &into, "--glossary", &glossary, "--backend", "github"]);
    assert!(output.status.code() == Some(2) && printed(&output).contains("--repo"), "{}", printed(&output));
    folder.edit("terms/signaal.toml", "english = \"signal\"", "english = \"signal");
    let output = run(&["form", &into, "--glossary", &glossary]);
    assert!(output.status.code() == Some(1) && printed(&output).contains("G005"), "{}", printed(&output));
}
