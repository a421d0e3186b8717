// SPDX-License-Identifier: EUPL-1.2
//! The language of what is said: the address chooses, else the reader's browser, else it is Dutch; and every answer says so.

use actix_web::test::TestRequest;

use crate::support::{Reply, Service};

/// Addresses that say something in a language, with words of each.
const SPOKEN: &[(&str, &str, &str)] = &[
    ("/", "Verschillen", "Differences"),
    ("/?q=gemeld", "Verschillen", "Differences"),
    ("/differences", "Verschillen", "Differences"),
    ("/phases", "Fasen", "Phases"),
    ("/text-check", "Tekst nakijken", "Check a text"),
    ("/about", "Over", "About"),
    ("/accessibility", "Toegankelijkheid", "Accessibility"),
    ("/api", "Fouten", "Errors"),
    ("/domains/social", "Sociaal domein", "Social domain"),
    ("/terms/melding", "Verschillen", "Differences"),
    ("/doc/melding", "Verschillen", "Differences"),
    ("/changes", "Wijzigingen", "Changes"),
    ("/problems/too-large", "De vraag is te groot", "Content too large"),
    ("/nergens", "Verschillen", "Differences"),
    ("/embed/terms/melding", "Alles over", "All about"),
    ("/api/v1/terms/melding/card", "\"lang\":\"nl\"", "\"lang\":\"en\""),
    ("/api/v1/cards", "\"lang\":\"nl\"", "\"lang\":\"en\""),
    ("/api/v1/terms/nergens", "Deze term staat niet", "Unknown term"),
];

fn ask(service: &Service, address: &str, headers: &[(&'static str, &str)]) -> Reply {
    let request = TestRequest::get().uri(address);
    service.ask(headers.iter().fold(request, |request, header| request.insert_header(*header)))
}

fn with_lang(address: &str, lang: &str) -> String {
    format!("{address}{}lang={lang}", if address.contains('?') { '&' } else { '?' })
}

#[test]
fn the_address_chooses_before_the_browser_and_every_answer_says_its_language() {
    let service = Service::base();
    for (address, dutch, english) in SPOKEN {
        let said = |address: &str, accept: &str, lang: &str| {
            let headers = [("Accept-Language", accept)];
            let reply = ask(&service, address, if accept.is_empty() { &[] } else { &headers });
            let words = if lang == "en" { english } else { dutch };
            assert!(reply.text().contains(words), "{address} {accept}: {words}");
            assert_eq!(reply.header("content-language"), lang, "{address} {accept}");
            let varies = reply.headers.get_all("vary").any(|value| value == "Accept-Language");
            assert!(varies, "{address}: {:?}", reply.header("vary"));
            if reply.header("content-type").starts_with("text/html") && !address.starts_with("/embed/") {
                assert!(reply.text().contains(&format!("<html lang=\"{lang}\"")), "{address}");
            }
            reply
        };
        said(address, "", "nl");
        said(address, "de, nl;q=0.8, en;q=0.5", "nl");
        said(address, "en-GB, en;q=0.9, nl;q=0.5", "en");
        said(&with_lang(address, "en"), "nl", "en");
        said(&with_lang(address, "nl"), "en", "nl");
    }
}

#[test]
fn each_language_has_a_tag_of_its_own() {
    let service = Service::base();
    for path in ["/terms/melding", "/embed/terms/melding", "/api/v1/terms/melding/card", "/doc/melding"] {
        let tag = |accept: &str| ask(&service, path, &[("Accept-Language", accept)]).header("etag").to_owned();
        let (dutch, english) = (tag("nl"), tag("en"));
        assert_ne!(dutch, english, "{path}");
        for (accept, known, status) in
            [("en", &english, 304), ("nl", &dutch, 304), ("en", &dutch, 200), ("nl", &english, 200)]
        {
            let reply = ask(&service, path, &[("Accept-Language", accept), ("If-None-Match", known)]);
            assert_eq!(reply.status, status, "{path} {accept}");
            assert!(reply.headers.get_all("vary").any(|value| value == "Accept-Language"), "{path}");
        }
    }
}

#[test]
fn who_chooses_dutch_against_the_browser_stays_in_dutch() {
    let service = Service::base();
    let english = ask(&service, "/terms/melding", &[("Accept-Language", "en")]).text();
    assert!(english.contains("href=\"/terms/melding?lang=nl\""), "the way to Dutch asks for it");
    let html = ask(&service, "/terms/melding?lang=nl", &[("Accept-Language", "en")]).text();
    for part in ["href=\"/differences?lang=nl\"", "href=\"/terms/melding?lang=en\"", "name=\"lang\" value=\"nl\""] {
        assert!(html.contains(part), "{part}");
    }
    let card = ask(&service, "/embed/terms/melding?lang=nl", &[("Accept-Language", "en")]).text();
    assert!(card.contains("/terms/melding?lang=nl"), "{card}");
    // Where nothing speaks against Dutch, addresses stay bare.
    let plain = ask(&service, "/terms/melding?lang=nl", &[]).text();
    assert!(plain.contains("href=\"/differences\"") && !plain.contains("lang=nl\""));
}

#[test]
fn completions_in_a_browser_bar_speak_its_language() {
    let service = Service::base();
    let [dutch, english] = ["nl", "en"].map(|lang| ask(&service, "/suggest?q=meld", &[("Accept-Language", lang)]));
    assert_ne!(dutch.json()[2], english.json()[2]);
    assert_eq!((dutch.json()[1].clone(), english.header("content-language")), (english.json()[1].clone(), "en"));
}
