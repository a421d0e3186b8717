// SPDX-License-Identifier: EUPL-1.2
//! The pages about the service itself: what it is, how accessible, how programs ask, and what stands where nothing is.

use std::sync::Arc;

use taalbrug::http::{Contact, Settings};
use taalbrug::publication::Shelf;

use crate::support::{Folder, Service, publication};

fn with_contact() -> Service {
    let contact = Contact::parse("Team <Woorden>", "team@voorbeeld.example", "https://voorbeeld.example/taal").ok();
    let shelf = Arc::new(Shelf::new(publication(Folder::base().path())));
    Service::of(shelf, Settings { contact, ..Settings::default() })
}

#[test]
fn contact_is_what_was_configured_and_else_said_to_be_absent() {
    let (bare, configured) = (Service::base(), with_contact());
    for path in ["/about", "/accessibility", "/api"] {
        assert!(bare.get(path).text().contains("Contact: niet ingesteld."), "{path}");
        assert!(bare.get(&format!("{path}?lang=en")).text().contains("Contact: not configured."), "{path}");
        let html = configured.get(path).text();
        assert!(!html.contains("niet ingesteld") && !html.contains("<Woorden>"), "{path}");
        for part in ["href=\"mailto:team@voorbeeld.example\"", "href=\"https://voorbeeld.example/taal\""] {
            assert!(html.contains(part), "{path}: {part}");
        }
    }
}

#[test]
fn the_page_about_the_service_counts_what_the_glossary_holds() {
    let service = Service::real();
    let html = service.get("/about").text();
    let number = |what: &str| -> usize {
        let row = html.split(&format!("<th scope=\"row\">{what}</th>")).nth(1).expect("a row");
        let shown = row.split("</td>").next().and_then(|cell| cell.rsplit('>').next()).expect("a cell");
        shown.trim().parse().expect("a number")
    };
    assert_eq!(service.json("/api/v1/terms")["total"], number("Woorden"));
    assert_eq!(number("waarvan concept") + number("waarvan bevestigd"), number("Betekenissen"));
    let pairs = service.json("/api/v1/divergences?basis=editors");
    let judged = number("Oordelen van de redactie: concept") + number("Oordelen van de redactie: bevestigd");
    assert!(pairs["total"].as_u64().is_some_and(|total| total >= judged as u64) && judged > 50, "{judged}");
    for part in ["Vier lessen uit de verkenning", "CC-BY-4.0", "EUPL-1.2", "href=\"/terms/regie\""] {
        assert!(html.contains(part), "{part}");
    }
}

#[test]
fn the_statement_says_what_was_not_done_and_claims_no_official_status() {
    let service = Service::base();
    let html = service.get("/accessibility").text();
    for part in [
        "geen onderzoek gedaan door een onafhankelijke partij",
        "geen officiële status",
        "niet met een echte schermlezer",
    ] {
        assert!(html.contains(part), "{part}");
    }
    assert!(!html.contains("voldoet volledig"));
}

#[test]
fn every_operation_parameter_and_schema_of_the_description_can_be_read_on_a_page() {
    let service = Service::base();
    let document = service.json("/api/v1/openapi.json");
    let html = service.get("/api").text();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for (method, operation) in methods.as_object().expect("methods") {
            let id = operation["operationId"].as_str().expect("a name");
            assert_eq!(html.matches(&format!("<h3 id=\"{id}\">")).count(), 1, "{method} {path}");
            for param in operation["parameters"].as_array().into_iter().flatten() {
                let shared = param["$ref"].as_str().and_then(|place| document.pointer(place.trim_start_matches('#')));
                let param = shared.unwrap_or(param);
                assert!(html.contains(&format!("<code>{}</code>", param["name"].as_str().expect("a name"))), "{id}");
            }
        }
    }
    for name in document["components"]["schemas"].as_object().expect("schemas").keys() {
        assert_eq!(html.matches(&format!("id=\"vorm-{name}\"")).count(), 1, "{name}");
    }
    let links = html.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap_or_default());
    for link in links {
        assert!(html.contains(&format!("id=\"{link}\"")), "#{link} leads nowhere");
    }
    let english = service.get("/api?lang=en").text();
    assert!(english.contains("Search terms.") && !english.contains("Zoek termen."));
}

#[test]
fn the_examples_on_the_page_are_requests_that_are_answered() {
    let service = Service::base();
    let html = service.get("/api").text();
    let examples: Vec<String> = html
        .split("<code>curl -s ")
        .skip(1)
        .map(|rest| {
            rest.split("</code>")
                .next()
                .unwrap_or_default()
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&#38;", "&")
        })
        .collect();
    assert!(examples.len() > 15, "{}", examples.len());
    for example in examples {
        let quoted: Vec<&str> = example.split('\'').collect();
        let path = quoted[1].strip_prefix("https://taalbrug.example").expect("an address");
        let reply = match quoted.len() {
            3 => service.get(path),
            _ => service.post(path, &serde_json::from_str(quoted[5]).expect("JSON")),
        };
        assert_eq!(reply.status, 200, "{example}: {}", reply.text());
    }
}

#[test]
fn an_address_that_does_not_exist_becomes_a_search() {
    let service = Service::real();
    for (path, parts) in [
        ("/woorden/meldingen", ["value=\"meldingen\"", "href=\"/terms/melding\"", "Deze bladzijde bestaat niet"]),
        (
            "/terms/geen-signaal?lang=en",
            ["value=\"geen signaal\"", "href=\"/terms/signaal?lang=en\"", "name=\"lang\" value=\"en\""],
        ),
        ("/%3Cscript%3E", ["value=\"script\"", "role=\"search\"", "Zoek een woord"]),
    ] {
        let reply = service.get(path);
        assert_eq!(reply.status, 404, "{path}");
        assert!(!reply.header("content-security-policy").is_empty(), "{path}");
        let html = reply.text();
        for part in parts {
            assert!(html.contains(part), "{path}: {part}");
        }
        assert!(!html.contains("<details class=\"help\""), "{path}");
    }
    assert!(!service.get("/xqzvbnw").text().contains("Bedoelde u"));
}
