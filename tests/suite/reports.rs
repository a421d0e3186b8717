// SPDX-License-Identifier: EUPL-1.2
//! The report of `check` in every form, and the handbook of the rules.

use std::fs;

use serde_json::Value;

use crate::support::{Folder, printed, root, run, taalbrug};

/// The report of a folder in a form.
fn report(folder: &Folder, format: &str) -> String {
    printed(&run(&["check", "--format", format, "--glossary", &folder.path().display().to_string()]))
}

/// A folder with an error, a warning and a hint, in two files.
fn faulty() -> Folder {
    let folder = Folder::base();
    folder.edit("terms/melding.toml", "degree = 3", "degree = 1");
    folder.edit("terms/melding.toml", "questions = [\"Vraagt iemand hulp voor zichzelf?\"]\n", "");
    folder.edit("terms/melding.toml", "related = [\"signaal\"", "related = [\"signal\"");
    folder.edit("terms/signaal.toml", "owner = \"politie\"", "owner = \"pollitie\"");
    folder
}

fn json(folder: &Folder, format: &str) -> Value {
    serde_json::from_str(&report(folder, format)).unwrap_or_else(|error| panic!("{format}: {error}"))
}

/// The fingerprints of a GitLab report, by rule.
fn fingerprints(folder: &Folder) -> Vec<(String, String)> {
    let text = |issue: &Value, key: &str| issue[key].as_str().expect("text").to_owned();
    let report = json(folder, "gitlab");
    let issues = report.as_array().expect("a list").iter();
    issues.map(|issue| (text(issue, "check_name"), text(issue, "fingerprint"))).collect()
}

#[test]
fn gitlab_knows_a_finding_again_when_lines_and_rows_move() {
    let folder = faulty();
    let before = fingerprints(&folder);
    assert_eq!(before.len(), 3, "{before:?}");
    folder.edit("terms/melding.toml", "label = \"melding\"", "# Een opmerking.\n\nlabel = \"melding\"");
    folder.edit("terms/signaal.toml", "[[concepts]]\ndomain = \"social\"", "[[concepts]]\nid = \"social-new\"\ndomain = \"social\"\nlabel = \"nieuw\"\ndefinition = \"Een bericht van een buurman.\"\nexplanation = \"Een bericht.\"\nkind = \"working\"\nowner = \"school\"\nsources = [\"CONCEPT\"]\nstatus = \"draft\"\n\n[[concepts]]\nlabel = \"oud\"\ndomain = \"social\"");
    let after = fingerprints(&folder);
    assert_eq!(before, after);
    let mut distinct: Vec<_> = before.iter().map(|(_, fingerprint)| fingerprint).collect();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), before.len());
}

#[test]
fn gitlab_gets_path_line_and_severity() {
    let folder = faulty();
    let report = json(&folder, "gitlab");
    let issue = report.as_array().expect("a list").iter().find(|issue| issue["check_name"] == "G102").expect("G102");
    assert_eq!(issue["severity"], "major");
    assert!(issue["location"]["path"].as_str().is_some_and(|path| path.ends_with("/terms/signaal.toml")), "{issue}");
    assert_eq!(issue["location"]["lines"]["begin"], 19);
    assert!(issue["description"].as_str().is_some_and(|text| text.contains("Bedoelt u ‘politie’?")), "{issue}");
}

#[test]
fn sarif_names_the_rule_of_each_result() {
    let log = json(&faulty(), "sarif");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 3);
    for result in results {
        let rule = &run["tool"]["driver"]["rules"]
            [usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("small")];
        assert_eq!(rule["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        assert!(place["region"]["startLine"].as_u64().is_some_and(|line| line > 0), "{result}");
        assert!(!place["artifactLocation"]["uri"].as_str().expect("a path").contains(' '));
    }
}

#[test]
fn github_gets_the_ten_gravest_and_the_log_and_the_summary_get_all() {
    let folder = faulty();
    for number in 0..12 {
        let text = format!("label = \"woord{number}\"\nrelated = [\"signal\"]\n");
        folder.write(&format!("terms/woord{number}.toml"), text);
    }
    folder.write("summary.md", "Eerder.\n");
    let summary = folder.path().join("summary.md");
    let path = folder.path().display().to_string();
    let output = taalbrug(&["check", "--format", "github", "--glossary", &path])
        .env("GITHUB_STEP_SUMMARY", &summary)
        .output()
        .expect("the program runs");
    let text = printed(&output);
    let commands: Vec<&str> = text.lines().filter(|line| line.starts_with("::")).collect();
    assert_eq!(commands.len(), 10, "{text}");
    assert!(commands.iter().all(|line| line.starts_with("::error ")), "{text}");
    let summary = fs::read_to_string(&summary).expect("the summary");
    assert!(summary.starts_with("Eerder.\n## Controle"), "{summary}");
    for number in 0..12 {
        for told in [&text, &summary] {
            assert!(
                told.contains(&format!("terms/woord{number}.toml"))
                    || told.contains(&format!("terms/woord{number}.toml&#58;")),
                "{told}"
            );
        }
    }
    assert!(summary.find("fout G").expect("an error") < summary.find("tip G").expect("a hint"), "the gravest first");
    assert!(text.contains("tip G125") && summary.contains("tip G125"), "{text}");
}

#[test]
fn nothing_in_a_finding_is_a_mark_in_the_summary() {
    let folder = Folder::base();
    folder.edit("terms/signaal.toml", "kind = \"working\"", "kind = \"<b>|**x**\"");
    let text = report(&folder, "markdown");
    assert!(text.contains("&lt;b&gt;&#124;&#42;&#42;x") && !text.contains("<b>"), "{text}");
}

#[test]
fn the_handbook_in_docs_is_the_one_of_the_rules() {
    let path = root().join("docs/rules.md");
    let made = taalbrug::check::handbook();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &made).expect("the handbook");
    }
    let stored = fs::read_to_string(&path).unwrap_or_default();
    assert!(stored == made, "docs/rules.md is not up to date: taalbrug explain > docs/rules.md");
    assert_eq!(printed(&run(&["explain"])), made);
}

#[test]
fn a_rule_is_explained_by_its_code() {
    let output = run(&["explain", "g115"]);
    let text = printed(&output);
    assert!(output.status.success(), "{text}");
    for part in ["De graad past bij de relatie.", "degree = 1", "degree = 3", "The degree fits the relation."] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    let output = run(&["explain", "G15"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(printed(&output).contains("er is geen regel ‘G15’. Bedoelt u"), "{}", printed(&output));
}
