// SPDX-License-Identifier: EUPL-1.2
//! `diff --pages`: the pages of the changed words as the service would show them, in a folder that opens by itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::support::{Folder, Service, printed, run};

const TERM: &str = "terms/melding.toml";
const OLD: &str = "Verzoek van een inwoner om ondersteuning.";
const NEW: &str = "Verzoek van een inwoner om directe ondersteuning.";

/// The preview of a change: what `diff` said, its exit code, and the files.
fn preview(base: &Folder, head: &Folder) -> (String, i32, BTreeMap<String, String>) {
    let pages = tempfile::tempdir().expect("a temporary folder");
    let kept = pages.path().join("voorbeeld");
    let path = |path: &Path| path.to_str().expect("a path").to_owned();
    let output = run(&["diff", &path(base.path()), &path(head.path()), "--pages", &path(&kept)]);
    let files = fs::read_dir(&kept).into_iter().flatten().map(|entry| {
        let entry = entry.expect("a file");
        let text = fs::read_to_string(entry.path()).expect("text");
        (entry.file_name().to_string_lossy().into_owned(), text)
    });
    (printed(&output), output.status.code().expect("an exit code"), files.collect())
}

fn changed() -> (String, i32, BTreeMap<String, String>) {
    let (base, head) = (Folder::base(), Folder::base());
    head.edit(TERM, OLD, NEW);
    preview(&base, &head)
}

/// The addresses of links and of what is loaded.
fn addresses(html: &str) -> Vec<&str> {
    let parts = [" href=\"", " src=\"", " action=\""].into_iter().flat_map(|name| html.split(name).skip(1));
    parts.filter_map(|part| part.split('"').next()).collect()
}

#[test]
fn a_preview_holds_the_words_that_change_and_a_page_that_tells_what_it_means() {
    let (said, code, files) = changed();
    assert_eq!(code, 1, "the signatures are missing, also where pages are asked for: {said}");
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(names, ["index.html", "some.css", "taalbrug.css", "taalbrug.svg", "woord-melding.html"]);
    let index = &files["index.html"];
    for part in [
        "Wat deze wijziging betekent",
        "handtekening ontbreekt",
        "href=\"woord-melding.html\"",
        "Oordeel opnieuw bekijken",
    ] {
        assert!(index.contains(part), "{part} is not in {index}");
    }
    assert!(index.contains("directe") && index.contains("class=\"only\""), "marks of what is only there: {index}");
}

#[test]
fn a_preview_needs_nothing_but_its_own_files_and_says_that_it_is_one() {
    let (_, _, files) = changed();
    for (name, text) in files.iter().filter(|(_, text)| text.starts_with("<!doctype html>")) {
        assert!(text.contains("<strong>Voorbeeld, niet vastgesteld.</strong>"), "{name}");
        assert!(!text.contains("<script") && !text.contains("<form"), "{name}: {text}");
        for address in addresses(text) {
            let (file, spot) = address.split_once('#').unwrap_or((address, ""));
            let target = if file.is_empty() { Some(text) } else { files.get(file) };
            let elsewhere = address.starts_with("https://") || address.starts_with("http://");
            assert!(elsewhere || target.is_some(), "{name} leads to {address}");
            let id = format!("id=\"{spot}\"");
            assert!(elsewhere || spot.is_empty() || target.is_some_and(|text| text.contains(&id)), "{name}: {address}");
        }
    }
}

/// The part of a page between its heading and its end, without links.
fn article(html: &str) -> String {
    let inner = html.split_once("<article").and_then(|(_, rest)| rest.split_once("</article>")).expect("an article").0;
    let mut text = String::new();
    for (number, part) in inner.split(" href=\"").enumerate() {
        text.push_str(if number == 0 { part } else { part.split_once('"').expect("an end").1 });
    }
    text
}

#[test]
fn a_page_of_a_preview_is_the_page_that_the_service_shows() {
    let (base, head) = (Folder::base(), Folder::base());
    fs::remove_dir_all(base.path().join("local")).expect("places");
    fs::remove_dir_all(head.path().join("local")).expect("places");
    head.edit(TERM, OLD, NEW);
    let (_, _, files) = preview(&base, &head);
    let shown = Service::over(head.path()).get("/terms/melding").text();
    let (shown, kept) = (article(&shown), article(&files["woord-melding.html"]));
    let lines = |text: &str| {
        let is_choice = |line: &&str| !line.contains("<input") && !line.contains("<form");
        text.lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .filter(is_choice)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let shown: Vec<String> = lines(&shown);
    let missing: Vec<String> = lines(&kept).into_iter().filter(|line| !shown.contains(line)).collect();
    assert!(missing.is_empty(), "lines that the service does not write: {missing:#?}");
    assert!(kept.contains("directe"), "{kept}");
}

#[test]
fn a_word_of_a_place_has_a_page_as_it_becomes_there_and_one_that_is_gone_has_none() {
    let (base, head) = (Folder::base(), Folder::base());
    let local = "local/voorbeeldstad/terms/melding.toml";
    let text = fs::read_to_string(head.path().join(local)).expect("the words of a place");
    let definition =
        text.split("definition = \"").nth(1).and_then(|rest| rest.split('"').next()).expect("a definition");
    head.edit(local, definition, "Bericht aan het overleg.");
    fs::remove_file(head.path().join("terms/signaal.toml")).expect("a removed word");
    let (said, _, files) = preview(&base, &head);
    assert!(files.contains_key("woord-melding--voorbeeldstad.html"), "{said} {:?}", files.keys());
    assert!(files["woord-melding--voorbeeldstad.html"].contains("Bericht aan het overleg."));
    assert!(!files.contains_key("woord-signaal.html") && files["index.html"].contains("signaal</span>: weggehaald"));
}

#[test]
fn of_a_glossary_with_errors_there_are_no_pages() {
    let (base, head) = (Folder::base(), Folder::base());
    head.edit(TERM, "owner = [\"politie\"]", "owner = [\"bestaat-niet\"]");
    let (said, code, files) = preview(&base, &head);
    assert!(code == 1 && files.is_empty() && said.contains("er zijn geen bladzijden te maken"), "{said}");
}

#[test]
fn the_service_itself_shows_no_preview() {
    let reply = Service::base().get("/changed");
    assert_eq!(reply.status, 404);
    assert!(!reply.text().contains("Voorbeeld, niet vastgesteld"));
}
