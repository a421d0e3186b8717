// SPDX-License-Identifier: EUPL-1.2
//! The house keeps its own rules: floors never look up, a big crate is named by one floor, files and functions stay
//! small. Reads the sources as text; rustfmt keeps them in the shape that this reading rests on.

use std::fs;
use std::path::{Path, PathBuf};

/// The first line of every file of code (SPDX). In two parts, for tools would read it here as well.
const LICENCE: &str = concat!("// SPDX-License-", "Identifier: EUPL-1.2\n");

/// The most lines of a file, tests not counted.
const LONGEST_FILE: usize = 400;

/// The most lines of a function.
const LONGEST_FUNCTION: usize = 60;

/// The most parameters of a function, `self` not counted.
const MOST_PARAMETERS: usize = 4;

/// Crates and the one floor that names each.
const ONE_FLOOR: &[(&str, &str)] = &[
    ("actix_web", "http"),
    ("annotate_snippets", "diagnostic"),
    ("anstream", "cli"),
    ("anstyle", "cli"),
    ("arc_swap", "publication"),
    ("askama", "http"),
    ("base64", "webhook"),
    ("clap", "cli"),
    ("crc32fast", "kept"),
    ("csv", "exchange"),
    ("form_urlencoded", "http"),
    ("hmac", "webhook"),
    ("postcard", "kept"),
    ("rustls", "webhook"),
    ("rustls_native_certs", "webhook"),
    ("safetensors", "embedding"),
    ("linkify", "annotation"),
    ("oxjsonld", "exchange"),
    ("oxrdf", "exchange"),
    ("oxttl", "exchange"),
    ("schemars", "http"),
    ("strsim", "language"),
    ("tantivy", "search"),
    ("tokenizers", "embedding"),
    ("toml", "source"),
    ("toml_edit", "source"),
    ("unicode_normalization", "language"),
    ("ureq", "webhook"),
    ("walkdir", "source"),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The floors, from the ground up, as `src/lib.rs` lists them.
pub fn floors() -> Vec<String> {
    let text = fs::read_to_string(root().join("src/lib.rs")).expect("src/lib.rs");
    text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).map(str::to_owned).collect()
}

/// Every Rust file under a folder, with its path and text.
fn sources(folder: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of sources").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|extension| extension == "rs") {
                files.push((shown(&entry), fs::read_to_string(&entry).expect("a source file")));
            }
        }
    }
    files.sort();
    files
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).expect("a path in the project").to_string_lossy().into_owned()
}

/// The floor a file lies on: its folder under `src`, or its own name.
fn floor_of(path: &str) -> Option<String> {
    let rest = path.strip_prefix("src/")?;
    Some(rest.split(['/', '.']).next()?.to_owned())
}

/// The text before the tests of a file.
fn without_tests(text: &str) -> &str {
    text.split_once("\n#[cfg(test)]\nmod tests {")
        .or_else(|| text.split_once("\n#[cfg(test)]\npub(super) mod tests {"))
        .map_or(text, |parts| parts.0)
}

#[test]
fn no_floor_looks_up() {
    let floors = floors();
    assert!(floors.len() > 8, "{floors:?}");
    let height = |name: &str| floors.iter().position(|floor| floor == name);
    let mut steps = Vec::new();
    for (path, text) in sources("src") {
        let Some(own) = floor_of(&path).and_then(|floor| height(&floor)) else { continue };
        for (number, line) in text.lines().enumerate() {
            for rest in line.split("crate::").skip(1) {
                let named: String =
                    rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
                if height(&named).is_some_and(|named| named > own) {
                    steps.push(format!("{path}:{}: {named}", number + 1));
                }
            }
        }
    }
    assert!(steps.is_empty(), "steps upward:\n{}", steps.join("\n"));
}

/// The reading above sees `crate::floor`; a path written in another way would pass it by.
#[test]
fn other_modules_are_named_from_the_crate_and_one_by_one() {
    let mut strays = Vec::new();
    for (path, text) in sources("src") {
        let hidden = |line: &&str| line.contains("crate::{") || line.contains("super::");
        strays.extend(without_tests(&text).lines().filter(hidden).map(|line| format!("{path}: {}", line.trim())));
    }
    assert!(strays.is_empty(), "{}", strays.join("\n"));
}

#[test]
fn a_big_crate_is_named_by_one_floor() {
    let mut strays = Vec::new();
    for (path, text) in sources("src") {
        let floor = floor_of(&path).unwrap_or_default();
        for (name, home) in ONE_FLOOR {
            let named =
                text.lines().any(|line| line.contains(&format!("{name}::")) && !line.trim_start().starts_with("//"));
            if named && floor != *home {
                strays.push(format!("{path} names {name}, which belongs to {home}"));
            }
        }
    }
    assert!(strays.is_empty(), "{}", strays.join("\n"));
}

#[test]
fn every_crate_that_one_floor_names_is_still_used() {
    let all: String = sources("src").into_iter().map(|(_, text)| text).collect();
    let unused: Vec<_> = ONE_FLOOR.iter().filter(|(name, _)| !all.contains(&format!("{name}::"))).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn files_open_with_what_they_are_for_and_stay_small() {
    let mut faults = Vec::new();
    for (path, text) in ["src", "tests", "build", "benches"].into_iter().flat_map(sources) {
        let Some(said) = text.strip_prefix(LICENCE) else {
            faults.push(format!("{path} does not open with its licence: {}", LICENCE.trim()));
            continue;
        };
        if !said.starts_with("//! ") {
            faults.push(format!("{path} does not say what it is for"));
        }
        let lines = without_tests(said).lines().count();
        if lines > LONGEST_FILE {
            faults.push(format!("{path} has {lines} lines"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn functions_stay_small_and_take_few_parameters() {
    let mut faults = Vec::new();
    for (path, text) in sources("src").into_iter().chain(sources("tests")) {
        for function in functions(&text) {
            if function.lines > LONGEST_FUNCTION {
                faults.push(format!("{path}:{} has {} lines", function.at, function.lines));
            }
            if function.parameters.len() > MOST_PARAMETERS {
                faults.push(format!("{path}:{} takes {} parameters", function.at, function.parameters.len()));
            }
            if path.starts_with("src/") && function.parameters.iter().any(|kind| kind == "bool") {
                faults.push(format!("{path}:{} takes a bool", function.at));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A function: the line it begins at, how many it has, and the types of its parameters.
struct Function {
    at: usize,
    lines: usize,
    parameters: Vec<String>,
}

/// The functions of a file. rustfmt closes a function at the indentation at which it opened.
fn functions(text: &str) -> Vec<Function> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let indent = &line[..line.len() - code.len()];
        let start = ["fn ", "pub fn ", "async fn ", "pub async fn ", "const fn ", "pub const fn "];
        let visible = code.strip_prefix("pub(").and_then(|rest| rest.split_once(") ")).map_or(code, |(_, rest)| rest);
        if !start.iter().any(|start| visible.starts_with(start)) {
            continue;
        }
        let end = lines[number..].iter().position(|line| *line == format!("{indent}}}") || line.ends_with(" {}"));
        let length = if code.ends_with('}') { 1 } else { end.map_or(1, |end| end + 1) };
        let signature = lines[number..(number + length).min(lines.len())].join(" ");
        found.push(Function { at: number + 1, lines: length, parameters: parameters(&signature) });
    }
    found
}

/// The types of the parameters in a signature, `self` not counted.
fn parameters(signature: &str) -> Vec<String> {
    let name_end = signature.find("fn ").map_or(0, |place| place + 3);
    let Some(open) = after_generics(&signature[name_end..]).map(|place| place + name_end) else { return Vec::new() };
    let (mut depth, mut parameters, mut current) = (0, Vec::new(), String::new());
    for letter in signature[open..].chars() {
        match letter {
            '(' | '[' | '<' | '{' => depth += 1,
            ')' | ']' | '>' | '}' => depth -= 1,
            ',' if depth == 1 => parameters.push(std::mem::take(&mut current)),
            _ => {}
        }
        if depth == 0 {
            break;
        }
        current.push(letter);
    }
    parameters.push(current);
    let kinds = parameters.iter().filter_map(|text| text.rsplit_once(": ").map(|(_, kind)| kind.trim().to_owned()));
    kinds.collect()
}

/// The place of the parenthesis that opens the parameters, after any generics.
fn after_generics(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (place, letter) in text.char_indices() {
        match letter {
            '<' => depth += 1,
            '>' => depth -= 1,
            '(' if depth == 0 => return Some(place),
            _ => {}
        }
    }
    None
}

#[test]
fn the_readings_of_this_file_see_what_they_should() {
    let text = "fn one(a: &str, b: Vec<(u8, u8)>, yes: bool) -> u8 {\n    1\n}\n\nimpl X {\n    pub(super) fn two(&self) {\n        2;\n        3;\n    }\n}\n";
    let found = functions(text);
    assert_eq!(found.len(), 2);
    assert_eq!((found[0].lines, found[0].parameters.len()), (3, 3));
    assert!(found[0].parameters.contains(&"bool".to_owned()), "{:?}", found[0].parameters);
    assert_eq!((found[1].at, found[1].lines), (6, 4));
    assert_eq!(floor_of("src/http/api/mod.rs").as_deref(), Some("http"));
}

#[test]
fn the_map_names_every_floor_in_order() {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let rows: Vec<&str> = map.lines().filter(|line| line.starts_with("| ")).collect();
    let places: Vec<Option<usize>> =
        floors().iter().map(|floor| rows.iter().position(|row| row.contains(&format!("`{floor}`")))).collect();
    assert!(places.iter().all(Option::is_some), "{places:?}");
    assert!(places.windows(2).all(|pair| pair[0] > pair[1]), "the map lists the floors from the roof down: {places:?}");
}
