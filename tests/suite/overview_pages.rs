// SPDX-License-Identifier: EUPL-1.2
//! The pages that give an overview: what holds for all of them, the differences with the matrix, and the agenda.

use actix_web::test::TestRequest;

use crate::pages::has_only_our_scripts;
use crate::support::{Folder, Service};

/// Every page, each in a state of its own, over the glossary of the project.
const PAGES: &[&str] = &[
    "/differences",
    "/differences?degree=3&domain=social&phase=gielen/primary&basis=editors",
    "/differences?degree=unclear",
    "/differences?page=99",
    "/agenda",
    "/agenda?term=signaal,melding&minutes=10",
    "/phases",
    "/domains",
    "/domains/social",
    "/domains/safety?page=2",
    "/actors/police",
    "/actors/nctv",
];

/// The text from the first of two marks to the second.
pub fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = html.split_once(from).unwrap_or_else(|| panic!("no {from} in {html}"));
    rest.split(to).next().unwrap_or_default()
}

/// The small glossary with so many more words of which two domains say something.
fn with_words(count: usize) -> Folder {
    let folder = Folder::base();
    let text = std::fs::read_to_string(folder.path().join("terms/signaal.toml")).expect("a term");
    for number in 0..count {
        let text = text.replace("\"signaal\"", &format!("\"woord{number:02}\""));
        folder.write(&format!("terms/woord{number:02}.toml"), text);
    }
    folder
}

#[test]
fn overview_pages_answer_in_both_languages_with_a_tag_and_a_strict_policy() {
    let service = Service::real();
    for path in PAGES {
        for (code, other) in [("nl", "?lang=nl"), ("en", "?lang=en")] {
            let address =
                if path.contains('?') { path.to_string() + &other.replace('?', "&") } else { path.to_string() + other };
            let reply = service.get(&address);
            assert_eq!(reply.status, 200, "{address}");
            let kept = TestRequest::get().uri(&address).insert_header(("If-None-Match", reply.header("etag")));
            assert_eq!(service.ask(kept).status, 304, "{address}");
            assert!(reply.header("content-security-policy").contains("default-src 'none'"), "{address}");
            let html = reply.text();
            assert!(html.contains(&format!("<html lang=\"{code}\">")), "{address}");
            assert_eq!(html.matches("<h1").count(), 1, "{address}");
            assert!(
                has_only_our_scripts(&html) && !html.contains("style=\"") && !html.contains("onclick"),
                "{address}"
            );
        }
    }
}

#[test]
fn an_english_page_has_no_dutch_of_our_own_and_stays_english() {
    let service = Service::real();
    let dutch_of_ours = [
        "Kies",
        "Geen ",
        "Woord",
        "woorden",
        "gemiddeld",
        "botsing",
        "Bron",
        "Nog niet",
        "nog niet",
        "Onderdeel",
        "bladzijde",
        "oordeel",
        "Wie ",
        "Fase<",
        "Stap",
        "berekend",
        "Vraag",
        "minuten",
        "betekenis",
    ];
    for path in PAGES {
        let html = service.get(&format!("{path}{}lang=en", if path.contains('?') { '&' } else { '?' })).text();
        let main = between(&html, "<main", "</main>");
        let ours = without_dutch_of_the_glossary(main);
        for word in dutch_of_ours {
            assert!(!ours.contains(word), "{path}: {word} in {ours}");
        }
        let links = main.match_indices("href=\"/").map(|(at, _)| between(&main[at..], "href=\"", "\""));
        for link in links {
            assert!(link.contains("lang=en"), "{path}: {link}");
        }
    }
}

/// A page without what is marked as Dutch, without badge sentences that quote it, and without its tags.
fn without_dutch_of_the_glossary(html: &str) -> String {
    let mut text = String::new();
    for (place, part) in html.split("<span lang=\"nl\">").enumerate() {
        text.push_str(if place == 0 { part } else { part.split_once("</span>").map_or("", |(_, rest)| rest) });
    }
    let mut ours = String::new();
    for part in text.split('<') {
        ours.push('<');
        ours.push_str(part.split_once('>').map_or(part, |(_, rest)| rest));
    }
    ours
}

#[test]
fn words_that_part_stand_worst_first_each_once_with_who_says_so() {
    let service = Service::real();
    let html = service.get("/differences").text();
    let list = between(&html, "<ol class=\"hits\">", "</ol>");
    assert_eq!(list.matches("<li class=\"card\">").count(), 20);
    let api = service.json("/api/v1/divergences?perPage=100");
    let worst = api["divergences"][0]["term"].as_str().expect("a term");
    assert!(list.find(&format!("/terms/{worst}\"")).is_some(), "{worst} stands on the first page");
    let signs: Vec<&str> =
        list.match_indices("class=\"verdict ").map(|(at, _)| between(&list[at..], "verdict ", "\"")).collect();
    let rank = |sign: &str| ["degree-3", "degree-2", "one-sided", "degree-1"].iter().position(|known| *known == sign);
    assert!(signs.windows(2).all(|pair| rank(pair[0]).map(|r| r.min(1)) <= rank(pair[1])), "{signs:?}");
    assert_eq!(list.matches("oordeel van de redactie").count(), 20, "each says who says so");
    for (at, _) in list.match_indices("<h3><a href=\"") {
        let link = between(&list[at..], "href=\"", "\"");
        assert_eq!(list.matches(&format!("<h3><a href=\"{link}\"")).count(), 1, "{link} stands once");
    }
}

#[test]
fn words_that_do_not_part_are_shown_only_when_they_are_asked_for() {
    let service = Service::real();
    let all: Vec<String> = (1..=4).map(|page| service.get(&format!("/differences?page={page}")).text()).collect();
    assert!(!all.concat().contains("href=\"/terms/terrorisme\""));
    assert!(service.get("/differences?degree=0").text().contains("href=\"/terms/terrorisme\""));
    let html = Service::base().get("/differences").text();
    assert!(!html.contains("href=\"/terms/signaal\""), "{html}");
    let html = Service::base().get("/differences?degree=unclear").text();
    assert!(html.contains("href=\"/terms/signaal\"") && html.contains("berekend, nog niet beoordeeld"), "{html}");
}

#[test]
fn filters_hold_stay_in_sight_and_can_be_taken_back() {
    let service = Service::real();
    let html = service.get("/differences?degree=3&phase=pga/report&term=signaal").text();
    assert!(html.contains("<h2 id=\"gevonden\">2 woorden bij deze keuze</h2>"), "{html}");
    assert!(html.contains("href=\"/terms/melding\"") && html.contains("value=\"pga/report\" checked"), "{html}");
    assert!(html.contains("<details open><summary>Stappen van de persoonsgerichte aanpak"), "{html}");
    assert!(html.contains("<a href=\"/differences?term=signaal\">Wis keuze</a>"), "{html}");
    let html = Service::base().get("/differences?domain=police").text();
    assert!(html.contains("href=\"/terms/melding\""), "the police take over what safety means: {html}");
    let html = Service::base().get("/differences?basis=derived").text();
    assert!(html.contains("Geen woorden bij deze keuze") && html.contains("bekijk alle woorden"), "{html}");
}

#[test]
fn what_is_unknown_is_told_kindly_and_kept_nowhere() {
    let service = Service::base();
    let reply = service.get("/differences?phase=fasen/ooit&domain=%3Cb%3E&term=bestaat-niet");
    let html = reply.text();
    assert!(reply.status == 200 && reply.header("cache-control") == "no-store");
    assert!(html.contains("‘fasen/ooit’ (Fase)") && html.contains("‘&#60;b&#62;’ (Domein)"), "{html}");
    assert!(html.contains("‘bestaat-niet’") && html.contains("href=\"/terms/melding\""), "{html}");
    let html = service.get("/differences?page=9").text();
    assert!(html.contains("Deze bladzijde is er niet"), "{html}");
}

#[test]
fn the_matrix_counts_what_the_api_counts() {
    let service = Service::real();
    let html = service.get("/differences").text();
    let cell = between(&html, "<td role=\"cell\" class=\"meets", "</td>");
    let matrix = &service.json("/api/v1/divergences")["matrix"][0];
    assert!(cell.contains(&format!("<strong>{} paren</strong>", matrix["pairs"])), "{cell}");
    for (degree, words) in [(3, "botsing"), (2, "groot verschil"), (1, "klein verschil"), (0, "geen verschil")] {
        let count = &matrix["perDegree"][degree];
        assert!(cell.contains(&format!("<strong>{count}</strong> {words}")), "{words}: {cell}");
    }
    assert!(cell.contains("href=\"/differences?domain=social%2Csafety\""), "{cell}");
    assert!(
        html.contains("scope=\"row\">Sociaal domein</th>") && html.contains("scope=\"col\">Veiligheidsdomein</th>")
    );
}

#[test]
fn in_a_matrix_of_three_domains_each_two_stand_once() {
    let folder = Folder::base();
    let police = "[[concepts]]\ndomain = \"police\"\ndefinition = \"Bericht van een agent.\"\nexplanation = \"Een agent vertelt iets.\"\nkind = \"working\"\nowner = \"politie\"\nsources = [\"BRON-B\"]\nstatus = \"draft\"\n";
    let text = std::fs::read_to_string(folder.path().join("terms/signaal.toml")).expect("a term");
    folder.write("terms/signaal.toml", format!("{text}\n{police}"));
    let html = Service::over(folder.path()).get("/differences").text();
    let matrix = between(&html, "<table role=\"table\" class=\"matrix\"", "</table>");
    assert_eq!(matrix.matches("class=\"meets").count(), 3, "{matrix}");
    assert_eq!(matrix.matches("class=\"void\"").count(), 1, "{matrix}");
}

#[test]
fn long_lists_are_paged_and_what_was_picked_goes_along() {
    let service = Service::over(with_words(45).path());
    let html = service.get("/differences?degree=unclear&term=woord44,melding").text();
    assert_eq!(html.matches("<li class=\"card\">").count(), 20, "{html}");
    assert!(html.contains("<button class=\"number\" form=\"keuze\" name=\"page\" value=\"3\""), "{html}");
    assert!(html.contains("type=\"hidden\" name=\"term\" value=\"woord44\"") && html.contains("Gekozen: 2."), "{html}");
    let html = service.get("/differences?degree=unclear&term=woord44,melding&page=3").text();
    assert!(html.contains("value=\"woord44\" checked"), "{html}");
    let html = service.get("/domains/social").text();
    assert_eq!(html.matches("scope=\"row\">").count(), 25, "{html}");
    assert!(html.contains("href=\"/domains/social?page=2\""), "{html}");
    let html = service.get("/actors/school?page=2").text();
    assert!(html.contains("href=\"/actors/school?page=1\"") && html.contains("woord44"), "{html}");
}

#[test]
fn an_agenda_has_both_meanings_what_to_ask_and_room_to_write() {
    let html = Service::base().get("/agenda?term=melding&term=keukentafelgesprek,signaal&minutes=15").text();
    for part in [
        "1. <a href=\"/terms/melding\">",
        "oordeel van de redactie, bevestigd door beide domeinen",
        "Iemand vraagt om hulp.",
        "De politie krijgt een signaal binnen.",
        "Vraagt iemand hulp voor zichzelf?",
        "Wat spreken we af?",
        "gebruikt dit woord niet.",
        "berekend, nog niet beoordeeld",
        "Wanneer gebruikt u dit woord?",
        "45 minuten in totaal",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert_eq!(html.matches("<section class=\"item\"").count(), 3);
    assert!(html.contains("href=\"/differences?term=melding%2Ckeukentafelgesprek%2Csignaal\""), "{html}");
}

#[test]
fn questions_come_from_the_aspects_that_differ_where_editors_wrote_none() {
    let folder = Folder::base();
    folder.edit("glossary.toml", "english = \"goal\"", "english = \"goal\"\nquestion = \"Waarvoor is het?\"");
    for (text, goal) in [("die wordt gewogen.\"", "beoordelen"), ("nog nadenkt.\"", "begrijpen")] {
        let file = std::fs::read_to_string(folder.path().join("terms/signaal.toml")).expect("a term");
        let (before, after) = file.split_once(text).expect("the definition");
        let (rest, tail) = after.split_once("status = \"draft\"\n").expect("the status");
        let facets = format!("status = \"draft\"\n[concepts.facets]\ngoal = \"{goal}\"\n");
        folder.write("terms/signaal.toml", format!("{before}{text}{rest}{facets}{tail}"));
    }
    let html = Service::over(folder.path()).get("/agenda?term=signaal").text();
    assert!(html.contains("Waarvoor is het?"), "{html}");
}

#[test]
fn an_agenda_is_bounded_tells_what_it_does_not_know_and_helps_when_it_is_empty() {
    let service = Service::over(with_words(25).path());
    let words: Vec<String> = (0..25).map(|number| format!("woord{number:02}")).collect();
    let html = service.get(&format!("/agenda?term={},woord00", words.join(","))).text();
    assert_eq!(html.matches("<section class=\"item\"").count(), 20);
    assert!(html.contains("Niet op deze agenda: 5"), "{html}");
    let reply = service.get("/agenda?term=signaal,%3Cscript%3E&minutes=veel");
    assert!(reply.text().contains("‘&#60;script&#62;’") && reply.header("cache-control") == "no-store");
    assert!(!reply.text().contains("in totaal"));
    let html = service.get("/agenda").text();
    assert!(html.contains("Er staat nog niets op deze agenda") && html.contains("href=\"/differences\""), "{html}");
}

#[test]
fn hostile_content_is_shown_as_text_on_every_overview_page() {
    let folder = Folder::base();
    let evil = "<script>alert(1)</script>\\\" onload=x";
    folder.edit("glossary.toml", "label = \"Voorbeeldmodel\"", &format!("label = \"Voorbeeldmodel {evil}\""));
    folder.edit("glossary.toml", "label = \"Vroeg\"", &format!("label = \"Vroeg {evil}\""));
    folder.edit("glossary.toml", "about = \"Twee fasen.\"", &format!("about = \"Twee fasen. {evil}\""));
    folder.edit("glossary.toml", "label = \"Sociaal domein\"", &format!("label = \"Sociaal domein {evil}\""));
    folder.edit("glossary.toml", "english = \"social domain\"", &format!("english = \"social domain {evil}\""));
    folder.edit("actors.toml", "label = \"School\"", &format!("label = \"School {evil}\""));
    folder.edit("terms/melding.toml", "label = \"melding\"", &format!("label = \"melding {evil}\""));
    folder.edit("terms/melding.toml", "Iemand vraagt om hulp.", &format!("Iemand vraagt om hulp. {evil}"));
    folder.edit("terms/melding.toml", "Vraagt iemand hulp voor zichzelf?", &format!("Vraagt iemand hulp {evil}?"));
    folder.edit(
        "terms/melding.toml",
        "reviewed_on = 2026-01-15",
        &format!("reviewed_on = 2026-01-15\ncontact = \"rol {evil}\""),
    );
    let service = Service::over(folder.path());
    for path in ["/differences", "/agenda?term=melding", "/phases", "/domains", "/domains/social", "/actors/school"] {
        for lang in ["nl", "en"] {
            let html = service.get(&format!("{path}{}lang={lang}", if path.contains('?') { '&' } else { '?' })).text();
            assert!(has_only_our_scripts(&html) && !html.contains("\" onload"), "{path}: {html}");
            assert!(html.contains("&#60;script&#62;"), "{path} shows none of it");
        }
    }
}

#[test]
fn the_menu_and_the_foot_lead_to_the_overviews() {
    let service = Service::base();
    let html = service.get("/differences?degree=3").text();
    assert!(html.contains("<a href=\"/differences\" aria-current=\"page\">Verschillen</a>"), "{html}");
    assert!(html.contains("<a href=\"/phases\">Fasen</a>") && html.contains("<a href=\"/domains\">Domeinen</a>"));
}
