// SPDX-License-Identifier: EUPL-1.2
//! Hostile and broken input: it ends in a clear message with a place, never in a panic or a hang.

use std::os::unix::fs::{PermissionsExt, symlink};

use proptest::prelude::*;
use taalbrug::check;
use taalbrug::diagnostic::{BASE, Finding, Severity};
use taalbrug::source::{File, Files, from_files, load};

use crate::support::{Folder, TODAY, printed, run, taalbrug, taalbrug_without_rights};

fn check_folder(folder: &Folder) -> Vec<Finding> {
    let (content, found) = load(folder.path()).expect("a folder that can be read");
    check::run(&content, found, TODAY)
}

fn codes(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn one_run_tells_all_faults_of_all_files_with_their_places() {
    let folder = Folder::base();
    folder.edit("terms/signaal.toml", "english = ", "engels = ");
    folder.edit("terms/signaal.toml", "sources = [\"CONCEPT\"]", "sources = [\"CONCEPTS\"]");
    folder.edit("terms/melding.toml", "degree = 3", "degree = \"drie\"");
    folder.edit("actors.toml", "kind = \"organisation\"", "kind = \"organisatie\"");
    let path = folder.path().display().to_string();
    let output = run(&["check", "--glossary", &path]);
    let text = printed(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    for part in [
        "actors.toml:5:8",
        "fout[G009]",
        "Bedoelt u ‘organisation’?",
        "terms/melding.toml:62:10",
        "‘degree’ hoort een heel getal te zijn, en hier staat tekst",
        "terms/signaal.toml:2:1",
        "bij een term hoort geen sleutel ‘engels’",
        "terms/signaal.toml:11:12",
        "‘CONCEPTS’ staat niet in sources.toml",
        "Bedoelt u ‘CONCEPT’?",
        "4 fouten, 0 waarschuwingen, 0 tips.",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

#[test]
fn the_three_exit_codes_of_check() {
    let folder = Folder::base();
    let path = folder.path().display().to_string();
    assert_eq!(run(&["check", "--glossary", &path]).status.code(), Some(0));
    folder.edit("terms/melding.toml", "degree = 3", "degree = 2");
    assert_eq!(run(&["check", "--glossary", &path]).status.code(), Some(1));
    let missing = run(&["check", "--glossary", "bestaat-niet"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(printed(&missing).contains("bestaat-niet (bestaat niet)"), "{}", printed(&missing));
}

#[test]
fn reports_for_a_forge_and_for_programs_have_the_same_places() {
    let folder = Folder::base();
    folder.edit("terms/melding.toml", "degree = 3", "degree = 2");
    let path = folder.path().display().to_string();
    let github = printed(&run(&["check", "--glossary", &path, "--format", "github"]));
    assert!(
        github.starts_with(&format!("::error file={path}/terms/melding.toml,line=62,col=10,title=G115::")),
        "{github}"
    );
    let json = run(&["check", "--glossary", &path, "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!((&report["errors"], &report["findings"][0]["line"]), (&1.into(), &62.into()));
}

#[test]
fn ten_megabytes_of_brackets_are_refused_and_one_is_read() {
    let folder = Folder::base();
    folder.write("terms/groot.toml", "[".repeat(10_000_000));
    folder.write("terms/haken.toml", "[".repeat(999_000));
    folder.write("terms/lijst.toml", format!("label = {}", "[".repeat(900_000)));
    folder.write("terms/blok.toml", "a={b=".repeat(190_000));
    let findings = check_folder(&folder);
    assert!(findings.len() < 100, "{}", findings.len());
    assert!(codes(&findings).contains(&"G004") && codes(&findings).contains(&"G005"));
}

#[test]
fn broken_text_is_told_by_line() {
    let folder = Folder::base();
    folder.write("terms/kapot.toml", b"label = \"x\"\nenglish = \"\xff\xfe\"\n");
    folder.write("terms/nul.toml", b"\0\0\0");
    let findings = check_folder(&folder);
    let broken = findings.iter().find(|finding| finding.code == "G003").expect("a finding about UTF-8");
    assert!(broken.message.contains("regel 2"), "{}", broken.message);
}

#[test]
fn a_loop_of_links_and_a_link_to_nowhere_are_told() {
    let folder = Folder::base();
    symlink(folder.path(), folder.path().join("terms/kring")).expect("a link");
    symlink("/nergens/te/vinden.toml", folder.path().join("terms/weg.toml")).expect("a link");
    let findings = check_folder(&folder);
    assert!(codes(&findings).contains(&"G002"), "{findings:#?}");
    assert!(codes(&findings).contains(&"G001"), "{findings:#?}");
}

#[test]
fn a_pipe_in_the_folder_does_not_make_reading_wait() {
    let folder = Folder::base();
    let pipe = folder.path().join("terms/pijp.toml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo");
    assert!(made.success());
    let findings = check_folder(&folder);
    assert!(findings.iter().any(|finding| finding.code == "G001" && finding.place.file == "terms/pijp.toml"));
}

#[test]
fn a_folder_without_rights_is_told() {
    let folder = Folder::base();
    let terms = folder.path().join("terms");
    std::fs::set_permissions(&terms, std::fs::Permissions::from_mode(0o000)).expect("rights");
    let path = folder.path().display().to_string();
    let output = taalbrug_without_rights(&["check", "--glossary", &path]).output().expect("the program runs");
    std::fs::set_permissions(&terms, std::fs::Permissions::from_mode(0o755)).expect("rights");
    let text = printed(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(text.contains("geen rechten") && text.contains("terms"), "{text}");
}

#[test]
fn a_hundred_thousand_files_end_in_a_report() {
    let folder = Folder::base();
    std::fs::create_dir_all(folder.path().join("terms")).expect("a folder");
    for number in 0..100_000 {
        std::fs::write(folder.path().join(format!("terms/t{number}.toml")), "label = 1\n").expect("a file");
    }
    let path = folder.path().display().to_string();
    let output = taalbrug(&["check", "--glossary", &path, "--format", "json"]).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["errors"], 100_000);
}

#[test]
fn a_glossary_without_its_files_says_which() {
    let folder = Folder::empty();
    assert_eq!(codes(&check_folder(&folder)), ["G012"; 4]);
}

#[test]
fn text_that_could_steer_a_terminal_is_shown_without_its_controls() {
    let folder = Folder::base();
    folder.edit("terms/signaal.toml", "label = \"signaal\"", "label = \"signaal\"\n\"\\u001b[31m\\u202eboos\" = 1");
    let path = folder.path().display().to_string();
    let text = printed(&run(&["check", "--glossary", &path, "--format", "github"]));
    assert!(!text.contains('\u{202e}') && !text.contains('\u{1b}'), "{text:?}");
}

fn with_term(text: String) -> Vec<Finding> {
    let mut files: Vec<File> =
        BASE.iter().map(|(path, text)| File { path: (*path).to_owned(), text: (*text).to_owned() }).collect();
    files.push(File { path: "terms/vreemd.toml".to_owned(), text });
    let (content, found) = from_files(Files::new(files), Vec::new());
    check::run(&content, found, TODAY)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,200}") {
        with_term(text);
    }

    #[test]
    fn any_cut_and_any_swapped_line_of_a_good_file_is_read_without_a_panic(cut in 0usize..2500, line in 0usize..80) {
        let good = BASE.iter().find(|(path, _)| path.ends_with("melding.toml")).expect("the term").1;
        let at = (0..=cut.min(good.len())).rev().find(|&at| good.is_char_boundary(at)).unwrap_or(0);
        with_term(good[..at].to_owned());
        let mut lines: Vec<&str> = good.lines().collect();
        let place = line % lines.len();
        lines.swap(place, 0);
        let text = lines.join("\n");
        let findings = with_term(text.clone());
        let is_told = findings.iter().any(|finding| finding.place.file == "terms/vreemd.toml" && finding.severity == Severity::Error);
        prop_assert!(is_told || toml::de::DeTable::parse(&text).is_ok(), "{text}");
        prop_assert!(findings.iter().all(|finding| !finding.message.is_empty()));
    }
}

#[test]
fn a_broken_list_is_told_once_and_not_at_every_mention() {
    let folder = Folder::base();
    folder.write("actors.toml", b"\xff\xfe");
    assert_eq!(codes(&check_folder(&folder)), ["G003"]);
    let folder = Folder::base();
    folder.edit("terms/melding.toml", "kind = \"policy\"", "kind = \"beleid\"");
    assert_eq!(codes(&check_folder(&folder)), ["G009"]);
}

#[test]
fn many_faults_in_one_file_are_each_told_with_their_place() {
    let folder = Folder::base();
    let rows = 3000;
    let row = |number: usize| {
        format!(
            "\n[[verdicts]]\nbetween = [\"social\", \"nergens{number}\"]\nrelation = \"overlap\"\ndegree = 2\nwhy = \"W.\"\n"
        )
    };
    let text = std::fs::read_to_string(folder.path().join("terms/signaal.toml")).expect("a file")
        + &(0..rows).map(row).collect::<String>();
    folder.write("terms/signaal.toml", &text);
    let output = run(&["check", "--format", "json", "--glossary", &folder.path().display().to_string()]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let lines: std::collections::BTreeSet<u64> = report["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .filter_map(|finding| finding["line"].as_u64())
        .collect();
    assert!(lines.len() >= rows, "{} lines", lines.len());
}

#[test]
fn files_of_the_kernel_do_not_make_reading_wait() {
    let folder = Folder::base();
    for (name, target) in [("a", "/proc/kmsg"), ("b", "/proc/self/pagemap"), ("c", "/dev/zero")] {
        symlink(target, folder.path().join(format!("terms/{name}.toml"))).expect("a link");
    }
    let findings = check_folder(&folder);
    for name in ["a", "b", "c"] {
        let file = format!("terms/{name}.toml");
        assert!(findings.iter().any(|finding| finding.place.file == file), "{file}: {findings:#?}");
    }
    let output = run(&["check", "--config", "/dev/zero"]);
    assert!(
        output.status.code() == Some(2) && printed(&output).contains("geen gewoon bestand"),
        "{}",
        printed(&output)
    );
}

#[test]
fn a_name_that_does_not_end_as_it_should_is_told() {
    let folder = Folder::base();
    for name in [
        "terms/aangifte.toml.txt",
        "terms/AANGIFTE.TOML",
        "terms/zorg.tml",
        "terms/~$melding.toml",
        "terms/oud.toml.bak",
    ] {
        folder.write(name, "label = \"aangifte\"\n");
    }
    let findings = check_folder(&folder);
    let told: Vec<&str> =
        findings.iter().filter(|finding| finding.code == "G010").map(|finding| finding.place.file.as_str()).collect();
    assert_eq!(told, ["terms/AANGIFTE.TOML", "terms/aangifte.toml.txt", "terms/zorg.tml"]);
}

#[test]
fn verdicts_that_cannot_all_be_true_are_told() {
    let folder = Folder::base();
    let same = |a: &str, b: &str| {
        format!(
            "\n[[verdicts]]\nbetween = [\"{a}\", \"{b}\"]\nrelation = \"same\"\ndegree = 0\nwhy = \"W.\"\nstatus = \"draft\"\n"
        )
    };
    let text = std::fs::read_to_string(folder.path().join("terms/melding.toml")).expect("a file");
    folder.write("terms/melding.toml", format!("{text}{}", same("social", "social-zorg")));
    assert!(!codes(&check_folder(&folder)).contains(&"G134"));
    folder.write(
        "terms/melding.toml",
        format!("{text}{}{}", same("social", "social-zorg"), same("safety", "social-zorg")),
    );
    assert!(codes(&check_folder(&folder)).contains(&"G134"));
}
