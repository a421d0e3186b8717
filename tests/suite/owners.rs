// SPDX-License-Identifier: EUPL-1.2
//! `owners`: a change to a meaning asks the editors of its domain, a verdict asks both, in the words of each forge.

use std::fs;
use std::process::Command;

use crate::support::{Folder, printed, run};

const BEGIN: &str = "# taalbrug: begin";

/// A repository with the small glossary in `woorden/`, in which both domains have teams; `keten` is a word of the safety
/// domain alone.
fn repository() -> Folder {
    let folder = Folder::empty();
    for (path, text) in taalbrug::diagnostic::BASE {
        folder.write(&format!("woorden/{path}"), text);
    }
    let init = Command::new("git").args(["init", "-q"]).current_dir(folder.path()).status();
    assert!(init.is_ok_and(|status| status.success()), "git init");
    folder.edit(
        "woorden/glossary.toml",
        "english = \"social domain\"",
        "english = \"social domain\"\neditors = [\"@voorbeeld/jeugd\", \"@voorbeeld/zorg\"]",
    );
    folder.edit(
        "woorden/glossary.toml",
        "english = \"safety domain\"",
        "english = \"safety domain\"\neditors = [\"@voorbeeld/veiligheid\"]",
    );
    folder.write(
        "woorden/terms/keten.toml",
        "label = \"keten\"\n\n[[concepts]]\ndomain = \"police\"\ndefinition = \"Rij van stappen in een onderzoek.\"\nexplanation = \"Stap na stap.\"\nkind = \"working\"\nowner = \"police\"\nsources = [\"CONCEPT\"]\nstatus = \"draft\"\n",
    );
    folder
}

/// What `owners` says for a forge, and its exit code.
fn owners(folder: &Folder, more: &[&str]) -> (String, i32) {
    let glossary = folder.path().join("woorden").display().to_string();
    let output = run(&[&["owners", "--glossary", &glossary], more].concat());
    (printed(&output), output.status.code().expect("an exit code"))
}

fn lines<'t>(text: &'t str, part: &str) -> Vec<&'t str> {
    text.lines().filter(|line| line.contains(part)).collect()
}

#[test]
fn on_github_a_file_names_the_teams_of_every_domain_in_it() {
    let (text, code) = owners(&repository(), &["--print"]);
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("\n/woorden/ @voorbeeld/jeugd @voorbeeld/zorg @voorbeeld/veiligheid\n"), "{text}");
    assert_eq!(lines(&text, "keten"), ["/woorden/terms/keten.toml @voorbeeld/veiligheid"], "police is part of safety");
    assert!(lines(&text, "melding").is_empty(), "a file of both domains needs no line of its own: {text}");
    assert!(text.contains("\n/.github/ @voorbeeld/jeugd"), "{text}");
}

#[test]
fn on_gitlab_each_domain_has_a_section_that_must_agree_and_leaves_out_what_is_of_others() {
    let (text, _) = owners(&repository(), &["--print", "--forge", "gitlab"]);
    let (social, safety) = text.split_once("[Veiligheidsdomein] @voorbeeld/veiligheid").expect("a section of safety");
    assert!(social.contains("[Sociaal domein] @voorbeeld/jeugd @voorbeeld/zorg\n/woorden/\n"), "{text}");
    assert!(social.contains("\n!/woorden/terms/keten.toml\n") && !safety.contains("keten"), "{text}");
}

#[test]
fn on_forgejo_each_file_is_a_regular_expression_for_each_of_its_domains() {
    let (text, _) = owners(&repository(), &["--print", "--forge", "forgejo"]);
    assert_eq!(lines(&text, "keten"), ["woorden/terms/keten[.]toml @voorbeeld/veiligheid"]);
    assert_eq!(
        lines(&text, "melding"),
        [
            "woorden/terms/melding[.]toml @voorbeeld/jeugd @voorbeeld/zorg",
            "woorden/local/voorbeeldstad/terms/melding[.]toml @voorbeeld/jeugd @voorbeeld/zorg",
            "woorden/terms/melding[.]toml @voorbeeld/veiligheid",
            "woorden/local/voorbeeldstad/terms/melding[.]toml @voorbeeld/veiligheid",
        ]
    );
}

#[test]
fn the_file_is_written_beside_what_others_wrote_and_checked_against_the_domains() {
    let folder = repository();
    assert_eq!(owners(&folder, &["--check"]).1, 1, "there is no file yet");
    folder.write("CODEOWNERS", "*.rs @voorbeeld/bouwers\n");
    let (text, code) = owners(&folder, &[]);
    assert_eq!((text.as_str(), code), ("CODEOWNERS is geschreven.\n", 0));
    let written = fs::read_to_string(folder.path().join("CODEOWNERS")).expect("the file");
    assert!(written.starts_with("*.rs @voorbeeld/bouwers\n\n") && written.contains(BEGIN), "{written}");
    assert_eq!(owners(&folder, &["--check"]), ("CODEOWNERS klopt.\n".to_owned(), 0));
    folder.edit("woorden/terms/keten.toml", "label = \"keten\"", "label = \"keten\"\nunused_by = [\"social\"]");
    let (text, code) = owners(&folder, &["--check"]);
    assert!(text.contains("klopt niet met de domeinen. Voer dit uit: taalbrug owners --forge github"), "{text}");
    assert_eq!(code, 1, "social says that it does not use the word, and is asked from now on");
    assert_eq!(fs::read_to_string(folder.path().join("CODEOWNERS")).expect("the file"), written);
}

#[test]
fn a_domain_without_editors_is_named_with_what_to_do() {
    let folder = repository();
    folder.edit("woorden/glossary.toml", "editors = [\"@voorbeeld/veiligheid\"]", "");
    let (text, code) = owners(&folder, &["--print"]);
    assert_eq!(code, 1);
    assert!(text.contains("Voor het veiligheidsdomein en de politie is nog geen redactie genoemd"), "{text}");
    assert!(text.contains("# Nog niemand voor: Veiligheidsdomein (safety)."), "{text}");
    folder.edit("woorden/glossary.toml", "editors = [\"@voorbeeld/jeugd\", \"@voorbeeld/zorg\"]", "");
    let (text, code) = owners(&folder, &[]);
    assert!(text.contains("Er is dus niets te schrijven.") && code == 1, "{text}");
    assert!(!folder.path().join(".github").exists());
}

#[test]
fn a_team_is_written_as_a_forge_names_it() {
    let folder = repository();
    for bad in ["jan", "@", "@org/", "@org/a b", "@org//a", "jan@voorbeeld.example"] {
        let edited = repository();
        edited.edit("woorden/glossary.toml", "@voorbeeld/veiligheid", bad);
        let glossary = edited.path().join("woorden").display().to_string();
        let told = printed(&run(&["check", "--glossary", &glossary]));
        assert!(told.contains("Schrijf een team van uw forge, met @ ervoor"), "{bad}: {told}");
    }
    let (text, code) = owners(&folder, &["--forge", "bitbucket"]);
    assert!(code == 2 && text.contains("Kies uit: github, gitlab, forgejo."), "{text}");
}

#[test]
fn outside_a_repository_there_is_nothing_to_own() {
    let folder = repository();
    fs::remove_dir_all(folder.path().join(".git")).expect("the repository");
    let (text, code) = owners(&folder, &[]);
    assert!(code == 2 && text.contains("staat niet in een git-map"), "{text}");
}
