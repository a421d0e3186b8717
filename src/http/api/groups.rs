// SPDX-License-Identifier: EUPL-1.2
//! How the operations are grouped in the description, and an example of each body that can be sent.

use serde_json::{Value, json};

/// A group of operations: its name in both languages, and the first parts of their paths.
struct Group {
    dutch: &'static str,
    english: &'static str,
    starts: &'static [&'static str],
}

/// The groups; what no row names belongs to the last.
const GROUPS: &[Group] = &[
    Group { dutch: "Zoeken", english: "Search", starts: &["search", "suggest"] },
    Group { dutch: "Woorden", english: "Words", starts: &["terms", "translations", "cards"] },
    Group { dutch: "Verschillen", english: "Differences", starts: &["divergences", "compare"] },
    Group { dutch: "Geschiedenis", english: "History", starts: &["changes"] },
    Group { dutch: "Teksten nakijken", english: "Checking texts", starts: &["annotations", "forms", "readings"] },
    Group { dutch: "Inhoud en beschrijving", english: "Content and description", starts: &[] },
];

/// Examples of bodies, by the name of their schema.
const EXAMPLES: &[(&str, &str)] = &[
    ("SearchRequest", r#"{"q": "melding", "domain": ["social", "safety"]}"#),
    ("SuggestRequest", r#"{"q": "mel"}"#),
    ("LookupRequest", r#"{"words": ["melding", "gemeld", "signalen"]}"#),
    (
        "CompareRequest",
        r#"{"term": "overleg", "a": {"definition": "De partner moet delen."}, "b": {"definition": "De partner mag delen."}}"#,
    ),
    ("AnnotationRequest", r#"{"text": "Wij hebben een signaal gemeld.", "writer": "social", "reader": "safety"}"#),
];

/// The name of the group of an operation, by its path.
pub(super) fn group_of(path: &str) -> &'static str {
    let start = path.split('/').nth(1).unwrap_or_default();
    let own = GROUPS.iter().find(|group| group.starts.contains(&start)).or_else(|| GROUPS.last());
    own.map_or("", |group| group.dutch)
}

/// The groups as tags.
pub(super) fn tags() -> Value {
    let tag =
        |group: &Group| json!({ "name": group.dutch, "description": format!("{}. {}", group.dutch, group.english) });
    GROUPS.iter().map(tag).collect()
}

/// An example of a body, by the name of its schema.
pub(super) fn example_of(schema: &str) -> Option<Value> {
    let text = EXAMPLES.iter().find(|(name, _)| *name == schema)?.1;
    serde_json::from_str(text).ok()
}
