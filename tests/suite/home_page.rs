// SPDX-License-Identifier: EUPL-1.2
//! The search page: all words in short, the word of the other domain, and what helps on where nothing is found.

use std::sync::Arc;

use taalbrug::http::{Contact, Settings, Template};
use taalbrug::publication::Shelf;

use crate::support::{Folder, Service, publication, real_glossary};

#[test]
fn the_start_page_lists_every_word_in_short_under_its_letter_with_a_sign_in_words() {
    let service = Service::real();
    let html = service.get("/").text();
    let terms = service.json("/api/v1/terms?perPage=500");
    for term in terms["terms"].as_array().expect("terms") {
        let id = term["id"].as_str().expect("an id");
        assert!(html.contains(&format!("<a href=\"/terms/{id}\">")), "{id}");
    }
    assert!(
        html.contains("<h3>M</h3>") && html.contains("Alle 79 woorden") && !html.contains("class=\"card\""),
        "{html}"
    );
    let (_, signal) = html.split_once("<a href=\"/terms/signaal\">signaal</a>").expect("the word");
    let signal = signal.split("</li>").next().unwrap_or_default();
    assert!(signal.contains("aria-hidden=\"true\">≠</span>") && signal.contains(": Botst</span>"), "{signal}");
    let (_, key) = html.split_once("aria-label=\"Wat de tekens betekenen\"").expect("what signs mean");
    assert!(
        key.split("</ul>").next().is_some_and(|key| key.contains("botsing") && key.contains("één domein")),
        "{key}"
    );
}

#[test]
fn the_first_page_stays_light_with_all_that_it_loads() {
    let service = Service::real();
    let parts = ["/", "/assets/taalbrug.css", "/assets/taalbrug.svg", "/assets/search.js"];
    let bytes: usize = parts.iter().map(|path| service.get(path).body.len()).sum();
    assert!(bytes < 60_000, "{bytes} bytes");
}

#[test]
fn a_long_list_of_words_comes_in_pages() {
    let folder = Folder::base();
    let text = std::fs::read_to_string(folder.path().join("terms/signaal.toml")).expect("a term");
    for number in 0..150 {
        folder.write(
            &format!("terms/woord-{number:03}.toml"),
            text.replace("\"signaal\"", &format!("\"woord {number:03}\"")),
        );
    }
    let service = Service::over(folder.path());
    let (first, second) = (service.get("/").text(), service.get("/?page=2").text());
    assert!(
        first.contains("Alle 153 woorden") && first.contains("/terms/woord-000") && !first.contains("/terms/woord-149")
    );
    assert!(second.contains("/terms/woord-149") && first.contains("aria-label=\"Bladzijde 2\""), "{second}");
}

#[test]
fn a_word_of_one_domain_comes_with_what_the_other_says() {
    let service = Service::real();
    let html = service.get("/?q=niet-pluisgevoel").text();
    assert!(html.contains("is hier een woord van het sociaal domein. Wat zegt het veiligheidsdomein?"), "{html}");
    assert!(html.contains("Vraag het veiligheidsdomein: welk woord gebruikt u hiervoor?"), "{html}");
    let html = service.get("/?q=niet-pluisgevoel&lang=en").text();
    assert!(html.contains("is a word of the social domain here. What does the safety domain say?"), "{html}");
    assert!(!service.get("/?q=melding").text().contains("class=\"bridge\""), "both domains use it");
}

#[test]
fn a_word_that_is_not_there_can_be_proposed_and_goes_nowhere_before_that() {
    let with = |settings: Settings| Service::of(Arc::new(Shelf::new(publication(Folder::base().path()))), settings);
    let propose = Template::propose("https://forge.example/new?title={word}").ok();
    let contact = Contact::parse("Team", "team@voorbeeld.example", "https://voorbeeld.example").ok();
    let html =
        with(Settings { propose, contact: contact.clone(), ..Settings::default() }).get("/?q=xq+%22%26zv").text();
    assert!(html.contains("href=\"https://forge.example/new?title=xq%20%22%26zv\" rel=\"noreferrer\""), "{html}");
    let html = with(Settings { contact, ..Settings::default() }).get("/?q=xqzvbnw").text();
    assert!(html.contains("mailto:team@voorbeeld.example\">") && !html.contains("forge.example"), "{html}");
    let service = with(Settings::default());
    let html = service.get("/?q=xqzvbnw").text();
    assert!(
        html.contains("Stel het voor aan de redactie") && html.contains("welk woord het hiervoor gebruikt"),
        "{html}"
    );
    for found in ["/", "/?q=melding", "/?q=melding&degree=0"] {
        assert!(!service.get(found).text().contains("class=\"propose\""), "{found}");
    }
}

#[test]
fn links_from_an_english_page_stay_english() {
    let service = Service::over(&real_glossary());
    for address in [
        "/?lang=en",
        "/?q=regie&lang=en",
        "/?q=reggiee&lang=en",
        "/?q=een&domain=social&lang=en",
        "/terms/melding?lang=en",
    ] {
        let html = service.get(address).text();
        let links = html.split("href=\"/").skip(1).filter_map(|rest| rest.split('"').next());
        let own = links
            .filter(|link| !["assets/", "api/", "opensearch.xml", "feed."].iter().any(|file| link.starts_with(file)));
        let strange: Vec<&str> = own.filter(|link| !link.contains("lang=en")).collect();
        assert_eq!(strange.len(), 3, "only the three to the other language leave it: {address} {strange:?}");
        let forms = html.matches("<form").count();
        assert_eq!(html.matches("name=\"lang\" value=\"en\"").count(), forms, "{address}");
    }
}
