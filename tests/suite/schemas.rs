// SPDX-License-Identifier: EUPL-1.2
//! What a file may hold is said once: schemas, the page of the format, the configuration of the linter and new files all
//! come from the tables that files are read against.

use std::fs;

use serde_json::Value;
use taalbrug::check;
use taalbrug::source::{format_page, formatted, kinds_of_files, load, schema_of};

use crate::support::{Folder, TODAY, printed, root, run};

/// Whether a file of the project holds this text; writes it where that is asked for.
fn holds(path: &str, made: &str) {
    let file = root().join(path);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(&file, made).expect("a file");
    }
    let stored = fs::read_to_string(&file).unwrap_or_default();
    assert!(stored == made, "{path} is not what the tables of files say; UPDATE_GOLDEN=1 cargo test writes it");
}

#[test]
fn the_schemas_and_the_page_of_the_format_are_made_from_the_tables_of_the_reader() {
    for (kind, _) in kinds_of_files() {
        let made = printed(&run(&["schema", kind]));
        assert_eq!(serde_json::from_str::<Value>(&made).ok(), schema_of(kind), "{kind}");
        holds(&format!("schema/{kind}.schema.json"), &made);
    }
    let stored = fs::read_dir(root().join("schema")).expect("the schemas").count();
    assert_eq!(stored, kinds_of_files().len(), "a schema of a kind that is no more");
    assert_eq!(printed(&run(&["schema"])), format_page());
    holds("docs/format.md", &format_page());
}

#[test]
fn the_linter_knows_the_schema_of_each_kind_of_file() {
    let config = fs::read_to_string(root().join("tombi.toml")).expect("tombi.toml");
    for (kind, path) in kinds_of_files() {
        let row = format!("path = \"schema/{kind}.schema.json\"\ninclude = [\"glossary/{path}\"]");
        assert!(config.contains(&row), "tombi.toml lacks {row}");
    }
}

/// The keys of a schema and of the schemas in it.
fn keys<'s>(schema: &'s Value, found: &mut Vec<&'s str>) {
    match schema {
        Value::Object(members) => {
            for (name, value) in members {
                if let (true, Some(properties)) = (name == "properties", value.as_object()) {
                    for (key, inner) in properties {
                        assert!(
                            inner["description"].as_str().is_some_and(|text| text.ends_with('.')),
                            "{key} has no explanation"
                        );
                        found.push(key);
                    }
                }
                keys(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

#[test]
fn a_schema_has_the_keys_that_the_reader_takes_and_the_guide_explains() {
    let schema = schema_of("term").expect("the schema of a term");
    let mut found = Vec::new();
    keys(&schema, &mut found);
    found.sort_unstable();
    found.dedup();
    assert_eq!(found, taalbrug::source::keys_of_terms());
    let page = format_page();
    for kind in kinds_of_files() {
        let schema = schema_of(kind.0).expect("a schema");
        let mut found = Vec::new();
        keys(&schema, &mut found);
        assert!(found.iter().all(|key| page.contains(&format!("| `{key}` |"))), "{found:?}");
    }
}

#[test]
fn a_new_term_is_whole_and_laid_out_and_not_taken_for_finished() {
    let folder = Folder::base();
    let path = folder.path().display().to_string();
    let output = run(&["new", "Crisis dienst", "--glossary", &path]);
    assert_eq!(output.status.code(), Some(0), "{}", printed(&output));
    let text = fs::read_to_string(folder.path().join("terms/crisis-dienst.toml")).expect("the new file");
    assert_eq!(formatted("terms/crisis-dienst.toml", &text).as_ref(), Some(&text));
    for key in taalbrug::source::keys_of_terms() {
        assert!(
            text.contains(&format!("{key} = "))
                || text.contains(&format!("[{key}]"))
                || text.contains(&format!(".{key}]")),
            "{key}"
        );
    }
    let (content, found) = load(folder.path()).expect("a folder");
    assert_eq!(found, [], "a new file can be read");
    let told = check::run(&content, found, TODAY);
    assert_eq!(told.len(), text.matches("\"VUL IN").count(), "{told:#?}");
    assert!(told.iter().all(|finding| finding.code == "G160"), "{told:#?}");
    let words = [
        "dienst voor crisis",
        "eerste opvang thuis",
        "acute hulp na een melding",
        "een ploeg van agenten",
        "bewaking op straat",
    ];
    let mut filled = text;
    for words in words {
        let (before, rest) = filled.split_once("\"VUL IN").expect("a placeholder");
        let (_, after) = rest.split_once('"').expect("its end");
        filled = format!("{before}\"{words}\"{after}");
    }
    folder.write("terms/crisis-dienst.toml", filled);
    let (content, found) = load(folder.path()).expect("a folder");
    assert!(check::run(&content, found, TODAY).iter().all(|finding| finding.code != "G160"));
}

#[test]
fn a_word_that_is_there_or_cannot_be_one_is_refused_kindly() {
    let folder = Folder::base();
    let path = folder.path().display().to_string();
    folder.write("terms/half-werk.toml", "label = ");
    for (word, told) in [
        ("Signaal", "‘Signaal’ staat al in de woordenlijst, in terms/signaal.toml."),
        ("zorgmelding", "in terms/melding.toml"),
        ("half werk", "het bestand terms/half-werk.toml bestaat al"),
        ("a/../b", "Het teken ‘/’ kan er niet in."),
        ("  ", "kan geen woord van de lijst zijn"),
        ("日本", "kan geen woord van de lijst zijn"),
    ] {
        let output = run(&["new", word, "--glossary", &path]);
        assert_eq!(output.status.code(), Some(2), "{word}");
        assert!(printed(&output).contains(told), "{told} is not in {}", printed(&output));
    }
}
