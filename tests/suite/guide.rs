// SPDX-License-Identifier: EUPL-1.2
//! The editors' guide keeps its word: every key has a good and a bad example, the good ones pass `check`, and the bad ones give the
//! finding that stands with them.
//!
//! In the guide, a block that begins with ```` ```toml bestand PATH ```` is a whole file, or what is added to a list of the glossary. A
//! block that begins with ```` ```toml voorbeeld PLACE ```` has examples: `# goed` before each that passes, `# fout: CODE` before each
//! that does not. A reader sees the same lines.

use std::collections::{BTreeMap, BTreeSet};

use taalbrug::check;
use taalbrug::source::{File, Files, formatted, from_files, schema_of};

use crate::support::{TODAY, real_glossary, root};

/// Where examples of a place stand: the file of the guide, and the last heading of that name or the first.
const PLACES: &[(&str, &str, &str)] = &[
    ("woord", "terms/huisbezoek.toml", ""),
    ("betekenis", "terms/huisbezoek.toml", "[[concepts]]"),
    ("facetten", "terms/huisbezoek.toml", "[concepts.facets]"),
    ("waarden", "terms/huisbezoek.toml", "[concepts.values]"),
    ("oordeel", "terms/huisbezoek.toml", "[[verdicts]]"),
    ("ander-woord", "terms/gezinsgesprek.toml", ""),
    ("plaats", "local/voorbeeldstad/place.toml", ""),
    ("plaatselijk", "local/voorbeeldstad/terms/huisbezoek.toml", ""),
    ("afspraak", "local/voorbeeldstad/terms/huisbezoek.toml", "[[agreements]]"),
    ("bron", "sources.toml", "[[sources]]"),
    ("organisatie", "actors.toml", "[[actors]]"),
];

/// The tables whose keys the guide explains: a kind of file, the way down in its schema, and the places with their examples.
const TABLES: &[(&str, &[&str], &[&str])] = &[
    ("term", &[], &["woord", "ander-woord"]),
    ("term", &["alt_labels"], &["woord"]),
    ("term", &["concepts"], &["betekenis", "facetten", "waarden"]),
    ("term", &["concepts", "values"], &["waarden"]),
    ("term", &["concepts", "values", "age"], &["waarden"]),
    ("term", &["verdicts"], &["oordeel"]),
    ("term", &["verdicts", "signed"], &["oordeel"]),
    ("place", &[], &["plaats"]),
    ("place", &["parties"], &["plaats"]),
    ("local-term", &[], &["plaatselijk", "afspraak"]),
    ("local-term", &["agreements"], &["afspraak"]),
    ("sources", &["sources"], &["bron"]),
    ("actors", &["actors"], &["organisatie"]),
];

/// Blocks that stand as a whole under a heading of their own name; their examples are those of the place beside them.
const BLOCKS: &[(&str, &str)] = &[("facets", "facetten"), ("values", "waarden"), ("agreements", "afspraak")];

fn guide() -> String {
    std::fs::read_to_string(root().join("glossary/README.md")).expect("the editors' guide")
}

/// The blocks of the guide that begin so: what follows on that line, and their text.
fn blocks(guide: &str, kind: &str) -> Vec<(String, String)> {
    let begin = format!("\n```toml {kind} ");
    let block = |part: &str| {
        let (name, rest) = part.split_once('\n').expect("a line");
        (name.trim().to_owned(), format!("{}\n", rest.split("\n```").next().expect("an end")))
    };
    guide.split(&begin).skip(1).map(block).collect()
}

/// A few words of the glossary, and the files of the guide; without the word lists, which no example needs.
struct Base(BTreeMap<String, String>);

impl Base {
    fn of(guide: &str) -> Self {
        let mut files = BTreeMap::new();
        for entry in
            ["glossary.toml", "actors.toml", "sources.toml", "legal.toml", "terms/signaal.toml", "terms/melding.toml"]
        {
            files.insert(entry.to_owned(), std::fs::read_to_string(real_glossary().join(entry)).expect("a file"));
        }
        for (path, text) in blocks(guide, "bestand") {
            let known = files.entry(path).or_default();
            if !known.is_empty() {
                known.push('\n');
            }
            known.push_str(&text);
        }
        Self(files)
    }

    /// What `check` finds in a file, with another text in its place, by code.
    fn found(&self, path: &str, text: &str) -> Vec<(String, String)> {
        let file = |(own, known): (&String, &String)| File {
            path: own.clone(),
            text: if own == path { text.to_owned() } else { known.clone() },
        };
        let (content, found) = from_files(Files::new(self.0.iter().map(file).collect()), Vec::new());
        let findings = check::run(&content, found, TODAY).into_iter().filter(|finding| finding.place.file == path);
        let mut codes: Vec<_> = findings.map(|finding| (finding.code.to_owned(), finding.message)).collect();
        codes.sort();
        codes
    }
}

/// The name of the key that a line begins with.
fn key_of(line: &str) -> Option<&str> {
    let name = line.split_once('=')?.0.trim();
    (!line.starts_with([' ', '#', '[']) && name.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'_'))
        .then_some(name)
}

/// The text with an example in it: its keys take the place of those under the heading, a table that of the last of its name where
/// it is good, and the end where it is not.
fn with(text: &str, heading: &str, example: &Example) -> String {
    let lines: Vec<&str> = text.lines().collect();
    if let Some(table) = example.text.lines().next().filter(|line| line.starts_with('[')) {
        let last = lines.iter().rposition(|line| *line == table).filter(|_| example.is_good());
        let kept = lines.iter().take(last.unwrap_or(lines.len()));
        return kept.copied().chain([""]).chain(example.text.lines()).collect::<Vec<_>>().join("\n") + "\n";
    }
    let is_list = ["[[sources]]", "[[actors]]"].contains(&heading);
    let at = |line: &&str| *line == heading;
    let start = if is_list { lines.iter().rposition(at) } else { lines.iter().position(at) };
    let start = if heading.is_empty() { 0 } else { start.unwrap_or_else(|| panic!("no {heading}")) + 1 };
    let end = lines[start..].iter().position(|line| line.starts_with('[')).map_or(lines.len(), |length| start + length);
    let own: BTreeSet<&str> = example.text.lines().filter_map(key_of).collect();
    let (mut kept, mut leaving) = (Vec::new(), false);
    for line in &lines[start..end] {
        leaving = match key_of(line) {
            Some(key) => own.contains(key),
            None => leaving && !line.is_empty(),
        };
        if !leaving {
            kept.push(*line);
        }
    }
    let parts = [&lines[..start], &example.text.lines().collect::<Vec<_>>(), &kept, &lines[end..]];
    parts.concat().join("\n") + "\n"
}

/// An example of the guide.
struct Example {
    place: String,
    /// The code of the finding; none of a good one.
    code: Option<String>,
    text: String,
}

impl Example {
    fn is_good(&self) -> bool {
        self.code.is_none()
    }

    /// The keys in it, also those between braces.
    fn keys(&self) -> BTreeSet<String> {
        let names =
            self.text.split(['\n', '{', ',']).filter_map(|part| part.split_once('=')).map(|(name, _)| name.trim());
        let sound =
            |name: &&str| !name.is_empty() && name.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'_');
        let tables = self.text.lines().filter(|line| line.starts_with('[')).map(|line| line.trim_matches(['[', ']']));
        names.filter(sound).chain(tables).map(str::to_owned).collect()
    }
}

fn examples(guide: &str) -> Vec<Example> {
    let mut examples = Vec::new();
    for (place, text) in blocks(guide, "voorbeeld") {
        for part in format!("\n{text}").split("\n# ").skip(1) {
            let (mark, text) = part.split_once('\n').expect("an example");
            let code =
                mark.strip_prefix("fout: ").map(|rest| rest.split([' ', ',']).next().unwrap_or_default().to_owned());
            assert!(
                code.is_some() || mark == "goed" || mark.starts_with("goed: "),
                "‘# {mark}’ is neither goed nor fout"
            );
            examples.push(Example { place: place.clone(), code, text: text.trim_end().to_owned() });
        }
    }
    examples
}

#[test]
fn good_examples_of_the_guide_pass_and_bad_ones_give_the_finding_that_stands_there() {
    let guide = guide();
    let base = Base::of(&guide);
    let (mut strays, mut known) = (Vec::new(), BTreeMap::new());
    for example in examples(&guide) {
        let (_, path, heading) =
            PLACES.iter().find(|row| row.0 == example.place).unwrap_or_else(|| panic!("no place {}", example.place));
        let before = known.entry(*path).or_insert_with(|| base.found(path, &base.0[*path]));
        let found = base.found(path, &with(&base.0[*path], heading, &example));
        let codes = |found: &[(String, String)]| found.iter().map(|(code, _)| code.clone()).collect::<Vec<_>>();
        let new: Vec<_> = found.iter().filter(|finding| !before.contains(finding)).collect();
        let holds = match &example.code {
            None => codes(&found) == codes(before),
            Some(code) => new.iter().any(|(own, _)| own == code),
        };
        if !holds {
            strays.push(format!("{} {:?}\n{}\n  gives {new:?}", example.place, example.code, example.text));
        }
    }
    assert!(strays.is_empty(), "{}", strays.join("\n\n"));
}

#[test]
fn every_key_has_a_good_and_a_bad_example_in_the_guide() {
    let examples = examples(&guide());
    let mut missing = Vec::new();
    for (kind, way, places) in TABLES {
        let schema = schema_of(kind).expect("a schema");
        let mut table = &schema;
        for name in *way {
            table = &table["properties"][name];
            let items = &table["items"];
            table = if items.is_object() { items } else { table };
            table = table["anyOf"].as_array().and_then(|forms| forms.last()).unwrap_or(table);
        }
        let keys = table["properties"].as_object().unwrap_or_else(|| panic!("{kind} {way:?} has no keys"));
        for key in keys.keys() {
            let block = BLOCKS.iter().find(|(name, _)| name == key).map(|(_, place)| *place);
            for good in [true, false] {
                let tells = |example: &&Example| {
                    example.is_good() == good
                        && (block == Some(example.place.as_str())
                            || places.contains(&example.place.as_str()) && example.keys().contains(key))
                };
                if !examples.iter().any(|example| tells(&example)) {
                    missing.push(format!("{kind} {way:?} {key}: {}", if good { "goed" } else { "fout" }));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_facet_has_a_good_and_a_bad_example_in_the_guide() {
    let guide = guide();
    let base = Base::of(&guide);
    let (content, _) = from_files(
        Files::new(base.0.iter().map(|(path, text)| File { path: path.clone(), text: text.clone() }).collect()),
        Vec::new(),
    );
    let examples = examples(&guide);
    for facet in &content.glossary.facets {
        for good in [true, false] {
            let tells = |example: &Example| {
                example.place == "facetten" && example.is_good() == good && example.keys().contains(facet.id.as_str())
            };
            assert!(examples.iter().any(tells), "{} has no example that is good: {good}", facet.id);
        }
    }
}

#[test]
fn whole_files_of_the_guide_are_sound_and_laid_out() {
    let guide = guide();
    let base = Base::of(&guide);
    for (path, text) in blocks(&guide, "bestand").iter().filter(|(path, _)| path.contains('/')) {
        assert_eq!(base.found(path, &base.0[path]), [], "{path}");
        assert_eq!(formatted(path, text).as_ref(), Some(text), "{path}");
    }
}
