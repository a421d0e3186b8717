// SPDX-License-Identifier: EUPL-1.2
//! Cards: a term in short, as intranets show it.

use serde_json::{Value, json};

use crate::support::{Folder, Service};

/// Requests for one card, for the test of the schemas.
pub const ASKED: &[(&str, &str)] = &[
    ("/terms/melding/card", ""),
    ("/terms/signaal/card?reader=safety", ""),
    ("/terms/signaal/card?between=police,safety&lang=en", ""),
    ("/terms/melding/card?place=voorbeeldstad&reader=police", ""),
    ("/terms/nergens/card", ""),
    ("/terms/melding/card?reader=maan", ""),
];

fn card(service: &Service, rest: &str) -> Value {
    service.json(&format!("/api/v1/terms/{rest}"))
}

fn domains(card: &Value) -> Vec<&str> {
    card["sides"].as_array().expect("sides").iter().filter_map(|side| side["domain"].as_str()).collect()
}

#[test]
fn a_card_says_the_difference_who_says_so_both_meanings_and_what_to_ask() {
    let card = card(&Service::real(), "signaal/card");
    assert!(card["sentence"].as_str().is_some_and(|text| text.starts_with("Let op: bij ‘signaal’ botsen")), "{card}");
    assert_eq!(card["basisText"], "oordeel van de redactie (concept)");
    assert_eq!(
        (&card["sign"], &card["tone"], &card["relationText"]),
        (&json!("≠"), &json!("degree-3"), &json!("Botst"))
    );
    assert_eq!(domains(&card), ["social", "safety"]);
    assert!(card["sides"].as_array().expect("sides").iter().all(|side| side["meanings"][0]["text"].is_string()));
    assert_eq!(card["questions"].as_array().map(Vec::len), Some(2));
    assert_eq!(card["path"], "/terms/signaal");
}

#[test]
fn what_nobody_judged_is_said_to_be_computed() {
    let folder = Folder::base();
    folder.edit("terms/signaal.toml", "Waarneming", "Een waarneming");
    let card = card(&Service::over(folder.path()), "signaal/card");
    assert_eq!((&card["basis"], &card["basisText"]), (&json!("computed"), &json!("berekend, nog niet beoordeeld")));
    assert_eq!(card["questions"], json!([]));
}

#[test]
fn the_reader_comes_first_also_a_part_of_a_domain() {
    let service = Service::base();
    for (rest, expected) in [
        ("melding/card", ["social", "safety"]),
        ("melding/card?reader=safety", ["safety", "social"]),
        ("melding/card?reader=police", ["police", "social"]),
        ("melding/card?between=social,police", ["social", "police"]),
        ("melding/card?between=social,police&reader=police", ["police", "social"]),
        ("melding/card?between=social,police&reader=safety", ["social", "police"]),
    ] {
        let card = card(&service, rest);
        assert_eq!(domains(&card), expected, "{rest}");
        let owns: Vec<&Value> = card["sides"].as_array().expect("sides").iter().map(|side| &side["own"]).collect();
        let is_first = rest.contains(&format!("reader={}", expected[0]));
        assert_eq!(owns, [&json!(is_first), &json!(false)], "{rest}");
    }
    let card = card(&service, "melding/card?reader=police");
    assert_eq!(card["sides"][0]["origin"], "Overgenomen van Veiligheidsdomein");
}

#[test]
fn where_both_have_one_text_or_one_has_none_the_card_says_so() {
    let service = Service::base();
    let same = card(&service, "melding/card?between=police,safety");
    assert_eq!(same["relation"], "same");
    assert!(same["sentence"].as_str().is_some_and(|text| text.contains("op dezelfde manier")), "{same}");
    let alone = card(&Service::real(), "keukentafelgesprek/card?reader=safety");
    assert_eq!((&alone["relation"], &alone["tone"]), (&json!("one_sided"), &json!("one-sided")));
    assert_eq!(alone["sides"][0]["meanings"], json!([]));
    assert_eq!(alone["sides"][0]["absence"], "Dit domein gebruikt het woord niet. Leg het dus uit.");
}

#[test]
fn a_place_and_english_stand_in_the_card_and_in_its_way_on() {
    let card = card(&Service::base(), "melding/card?place=voorbeeldstad&lang=en&reader=social");
    assert_eq!((&card["place"], &card["lang"]), (&json!("Voorbeeldstad"), &json!("en")));
    assert_eq!(card["path"], "/terms/melding?place=voorbeeldstad&lang=en");
    assert_eq!(card["sides"][0]["label"], "Social domain");
    assert_eq!(card["sides"][1]["origin"], "Agreed in Voorbeeldstad");
    assert_eq!(card["basisText"], "judgement of the editors (draft)");
    assert!(card["questions"].to_string().contains("Keken we hier al samen naar?"), "{card}");
}

#[test]
fn the_list_holds_the_card_of_every_term() {
    let service = Service::base();
    let list = service.json("/api/v1/cards?reader=police&perPage=500");
    let cards = list["cards"].as_array().expect("cards");
    assert_eq!(list["total"], cards.len());
    for one in cards {
        let term = one["term"].as_str().expect("a term");
        assert_eq!(*one, card(&service, &format!("{term}/card?reader=police")), "{term}");
    }
    let page = service.get("/api/v1/cards?perPage=1&page=2");
    assert!(page.header("link").contains("/api/v1/cards?perPage=1&page=3"), "{}", page.header("link"));
}

#[test]
fn two_domains_are_asked_for_or_none() {
    let service = Service::base();
    for between in ["social", "social,social", "social,safety,police"] {
        let reply = service.get(&format!("/api/v1/terms/melding/card?between={between}"));
        assert_eq!(reply.status, 400, "{between}");
        assert_eq!(reply.json()["errors"][0]["name"], "between");
    }
}

#[test]
fn suggestions_by_body_are_those_of_the_address_and_are_kept_nowhere() {
    let service = Service::real();
    let reply = service.post("/api/v1/suggest", &json!({ "q": "mel" }));
    assert_eq!(reply.json(), service.json("/api/v1/suggest?q=mel"));
    assert_eq!(reply.header("cache-control"), "no-store");
    assert_eq!(service.post("/api/v1/suggest", &json!({})).status, 400);
}
