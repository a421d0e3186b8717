// SPDX-License-Identifier: EUPL-1.2
//! `taalbrug doctor` and `taalbrug config`: what is wrong with an installation is told with how to mend it, and each setting with where it
//! came from.

use std::net::TcpListener;
use std::process::Output;

use crate::repo::Repo;
use crate::support::{Folder, Server, printed, taalbrug, taalbrug_without_rights};

/// What is told of a folder, with these options beside a good installation.
fn examined(folder: &Folder, options: &[&str]) -> Output {
    let index = Folder::empty();
    let mut command = taalbrug(&["doctor"]);
    for (name, place) in [("--glossary", folder.path()), ("--index", index.path())] {
        if !options.contains(&name) {
            command.arg(name).arg(place);
        }
    }
    command.args(options).output().expect("the program runs")
}

/// The options of a sound service.
const SOUND: &[&str] = &[
    "--base-url=https://taal.voorbeeld.example",
    "--contact-name=Team",
    "--contact-email=team@voorbeeld.example",
    "--contact-url=https://voorbeeld.example",
    "--security-contact=mailto:veilig@voorbeeld.example",
];

#[test]
fn a_sound_installation_has_nothing_wrong_and_nothing_to_note() {
    let repo = Repo::base();
    let (glossary, index) = (repo.glossary().display().to_string(), Folder::empty());
    let index = index.path().display().to_string();
    let soon = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(24 * 200);
    let command = || {
        let mut command = taalbrug(&["doctor", "--glossary", &glossary, "--index", &index]);
        command.args(SOUND).arg(format!("--security-expires={soon:.0}"));
        command.output().expect("the program runs")
    };
    let text = printed(&command());
    assert!(text.contains("index: ontbrak of paste niet, en is nu gemaakt"), "{text}");
    let again = command();
    let text = printed(&again);
    assert_eq!(again.status.code(), Some(0), "{text}");
    assert!(text.contains("0 fout, 0 let op") && text.contains("is heel en te schrijven"), "{text}");
}

#[test]
fn each_thing_that_is_wrong_is_told_with_how_to_mend_it() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let taken = taken.local_addr().expect("its address").to_string();
    let faulty = Folder::base();
    faulty.edit("terms/signaal.toml", "domain = \"safety\"", "domain = \"safty\"");
    let file = Folder::empty();
    file.write("bezet", "a file where the folder should be");
    let no_folder = file.path().join("bezet").display().to_string();
    let sound = Folder::base();
    for (folder, options, parts) in [
        (&faulty, &[][..], &["fout    woordenlijst", "taalbrug check"][..]),
        (&sound, &["--glossary", "bestaat-niet"], &["fout    woordenlijst", "bestaat-niet", "--glossary"]),
        (&sound, &["--index", &no_folder], &["fout    index", &no_folder, "--index"]),
        (&sound, &["--model", "bestaat-niet"], &["fout    taalmodel", "bestaat-niet", "--model"]),
        (&sound, &["--listen", &taken], &["fout    adressen", &taken, "al in gebruik"]),
        (
            &sound,
            &["--listen", "127.0.0.1:9", "--operator-listen", "127.0.0.1:9"],
            &["fout    adressen", "een andere poort"],
        ),
        (&sound, &["--base-url", "b.example"], &["fout    instellingen", "--base-url"]),
        (&sound, &["--contact-name", "Team"], &["fout    instellingen", "Vul ze allemaal in"]),
    ] {
        let output = examined(folder, options);
        let text = printed(&output);
        assert_eq!(output.status.code(), Some(1), "{options:?}: {text}");
        for part in parts {
            assert!(text.contains(part), "{options:?}: {part} is not in\n{text}");
        }
    }
}

#[test]
fn what_could_be_better_is_noted_and_is_nothing_wrong() {
    let sound = Folder::base();
    for (options, part) in [
        (&[][..], "geen security.txt"),
        (&[], "er is geen geschiedenis"),
        (&["--base-url", "http://taal.voorbeeld.example"], "begint met http"),
        (&["--security-contact=mailto:a@b.example", "--security-expires=2999-01-01T00:00:00Z"], "RFC 9116"),
    ] {
        let output = examined(&sound, options);
        let text = printed(&output);
        assert!(
            output.status.code() == Some(0) && text.contains("let op") && text.contains(part),
            "{options:?}: {text}"
        );
    }
}

#[test]
fn a_variable_that_is_no_setting_is_noted_with_the_one_that_it_is_near() {
    let (folder, index) = (Folder::base(), Folder::empty());
    let mut command = taalbrug(&["doctor"]);
    command.arg("--glossary").arg(folder.path()).arg("--index").arg(index.path());
    let output = command.env("TAALBRUG_BASE_ULR", "https://taal.voorbeeld.example").output().expect("the program runs");
    let text = printed(&output);
    assert!(!text.contains("TAALBRUG_BUILD"), "{text}");
    assert!(text.contains("TAALBRUG_BASE_ULR") && text.contains("Bedoelt u ‘TAALBRUG_BASE_URL’?"), "{text}");
}

#[test]
fn an_index_that_may_only_be_read_is_noted_and_a_running_service_is_known() {
    let (folder, index) = (Folder::base(), Folder::empty());
    let (glossary, place) = (folder.path().display().to_string(), index.path().display().to_string());
    let server = Server::start(&mut taalbrug(&["serve", "--glossary", &glossary, "--index", &place]));
    let doctor = ["doctor", "--glossary", &glossary, "--index", &place, "--listen", &server.address];
    let output = taalbrug_without_rights(&doctor).output().expect("the program runs");
    let text = printed(&output);
    assert!(output.status.code() == Some(0) && text.contains("draait Taalbrug"), "{text}");
    assert!(text.contains("alleen te lezen"), "{text}");
}

#[test]
fn each_setting_is_told_with_where_it_came_from_and_the_answer_is_a_file_again() {
    let folder = Folder::empty();
    folder.write("taalbrug.toml", "# ons\nlog = \"warn\"\nbase_url = \"https://taal.voorbeeld.example\"\ndrain = 5\n");
    let file = folder.path().join("taalbrug.toml").display().to_string();
    let told = |config: &str| {
        let mut command = taalbrug(&["config", "--config", config, "--drain", "7"]);
        command.env("TAALBRUG_CONTACT_NAME", "Team").env_remove("TAALBRUG_LISTEN");
        let output = command.output().expect("the program runs");
        assert_eq!(output.status.code(), Some(0), "{}", printed(&output));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let text = told(&file);
    let line = |name: &str| {
        let lines: Vec<&str> =
            text.lines().filter(|line| line.trim_start_matches("# ").starts_with(&format!("{name} ="))).collect();
        assert_eq!(lines.len(), 1, "{name} in\n{text}");
        lines[0]
            .split_once("  # ")
            .map(|(setting, origin)| (setting.trim_end().to_owned(), origin.to_owned()))
            .expect("an origin")
    };
    for (name, setting, origin) in [
        ("drain", "drain = \"7\"", "opdrachtregel (command line)".to_owned()),
        ("contact-name", "contact-name = \"Team\"", "omgeving (environment): TAALBRUG_CONTACT_NAME".to_owned()),
        ("log", "log = \"warn\"", format!("bestand (file): {file}:2")),
        ("base-url", "base-url = \"https://taal.voorbeeld.example\"", format!("bestand (file): {file}:3")),
        ("listen", "listen = \"127.0.0.1:8080\"", "standaard (default)".to_owned()),
        ("edit-url", "# edit-url =", "niet ingesteld (not set)".to_owned()),
    ] {
        assert_eq!(line(name), (setting.to_owned(), origin));
    }
    folder.write("again.toml", &text);
    let again = told(&folder.path().join("again.toml").display().to_string());
    let settings = |text: &str| -> Vec<String> {
        let own = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split("  # ").next());
        own.map(|line| line.trim_end().to_owned()).collect()
    };
    assert_eq!(settings(&again), settings(&text));
}
