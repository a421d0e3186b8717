// SPDX-License-Identifier: EUPL-1.2
//! The files of a generated glossary that are not terms.

use std::fmt::Write as _;

/// How many sources there are at most.
const MOST_SOURCES: usize = 20;

const GLOSSARY: &str = r#"title = "Gemaakte woordenlijst"
description = "Teksten zonder betekenis, om te meten."
language = "nl"
licence = "CC-BY-4.0"
base_uri = "https://gemaakt.example"

[[domains]]
id = "social"
label = "Sociaal domein"
phrase = "het sociaal domein"
english = "social domain"

[[domains]]
id = "safety"
label = "Veiligheidsdomein"
phrase = "het veiligheidsdomein"
english = "safety domain"

[[facets]]
id = "goal"
label = "Doel"
english = "goal"

[[facets]]
id = "threshold"
label = "Drempel"
english = "threshold"

[[facets]]
id = "actor"
label = "Wie is aan zet"
english = "who acts"

[[models]]
id = "fasen"
label = "Fasen"
english = "phases"
about = "Drie fasen."

[[models.phases]]
id = "vroeg"
label = "Vroeg"
english = "early"

[[models.phases]]
id = "midden"
label = "Midden"
english = "middle"

[[models.phases]]
id = "laat"
label = "Laat"
english = "late"
"#;

const ACTORS: &str = r#"[[actors]]
id = "school"
label = "School"
domains = ["social"]
kind = "organisation"

[[actors]]
id = "politie"
label = "Politie"
domains = ["safety"]
kind = "organisation"
"#;

const LEGAL: &str = r#"[[legal_frames]]
id = "wet"
label = "Wet"
about = "Regelt iets."
status = "in_force"
"#;

/// These files, by path, of a glossary of so many terms.
pub fn fixed(size: usize) -> [(&'static str, String); 4] {
    let sources = (0..size.min(MOST_SOURCES)).fold(String::new(), |mut text, number| {
        let id = source(number);
        let _ = writeln!(text, "[[sources]]\nid = \"{id}\"\ntitle = \"Bron {number}\"\npublisher = \"School\"");
        text.push_str("actor = \"school\"\nkind = \"page\"\n\n");
        text
    });
    [
        ("glossary.toml", GLOSSARY.to_owned()),
        ("actors.toml", ACTORS.to_owned()),
        ("legal.toml", LEGAL.to_owned()),
        ("sources.toml", sources),
    ]
}

/// The source of the term with this number: each is used.
pub fn source(number: usize) -> String {
    format!("BRON-{}", number % MOST_SOURCES)
}
