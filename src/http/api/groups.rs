// SPDX-License-Identifier: EUPL-1.2
//! How the operations are grouped in the description.

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
