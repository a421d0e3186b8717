// SPDX-License-Identifier: EUPL-1.2
//! The pages of phases, domains and actors: who does what, what they mean by their words, and whom to ask.

use std::sync::Arc;

use taalbrug::http::{Contact, Settings};
use taalbrug::publication::Shelf;

use crate::overview_pages::between;
use crate::support::{Folder, Service, publication};

#[test]
fn phases_tell_who_does_what_and_what_is_a_draft() {
    let html = Service::real().get("/phases").text();
    for part in [
        "<h2 id=\"model-gielen\">Preventieclassificatiemodel</h2>",
        "scope=\"col\">Secundaire preventie</th>",
        "scope=\"row\">Trekt</th>",
        "<a href=\"/domains/safety\">Veiligheidsdomein</a> <span class=\"status\">concept</span>",
        "Ons voorstel, zonder bron. Nog te toetsen.",
        "Zonder bron.",
        "<a href=\"/actors/mayor\">",
        "<a class=\"code\" href=\"#bron-EBW\">EBW</a>",
        "id=\"bron-EBW\"",
        "href=\"/differences?phase=gielen%2Fprimary\"",
        "Bevestigd zijn nu 0 van de",
    ] {
        assert!(html.contains(part), "{part}");
    }
    let tables = html.matches("<table").count();
    assert_eq!((html.matches("<caption").count(), html.matches("scope=\"row\"").count() > tables), (tables, true));
}

#[test]
fn a_word_that_reaches_further_in_one_model_than_in_another_is_marked() {
    let html = Service::real().get("/phases").text();
    let (_, table) = html.split_once("class=\"reach\"").expect("the table of words");
    let row = |id: &str| between(between(table, &format!("href=\"/terms/{id}\""), "</table>"), "", "</tr>").to_owned();
    let preventie = row("preventie");
    assert!(preventie.contains("alle 3 fasen") && preventie.contains("Fase 1: preventie"), "{preventie}");
    assert!(preventie.contains("reikt niet overal even ver"), "{preventie}");
    assert!(!row("lokale-aanpak").contains("reikt niet overal even ver"), "it spans both of its models");
    let (_, moving) = table.split_once("<ul class=\"word-list\">").expect("words of one model");
    assert!(moving.contains("href=\"/terms/regie\"") && !moving.contains("href=\"/terms/preventie\""), "{moving}");
}

#[test]
fn a_glossary_without_models_says_so() {
    let folder = Folder::base();
    let text = std::fs::read_to_string(folder.path().join("glossary.toml")).expect("the glossary");
    let (before, _) = text.split_once("[[models]]").expect("the models");
    folder.write("glossary.toml", before);
    folder.edit("terms/melding.toml", "phases = [\"fasen/vroeg\"]\n", "");
    let html = Service::over(folder.path()).get("/phases").text();
    assert!(html.contains("Er staan nog geen modellen"), "{html}");
}

#[test]
fn a_domain_shows_its_words_what_it_inherits_and_what_it_does_not_use() {
    let service = Service::base();
    let html = service.get("/domains/safety").text();
    let row = between(&html, "href=\"/terms/melding\"", "</tr>");
    assert!(row.contains("De politie krijgt een signaal binnen.") && row.contains("met Sociaal domein"), "{row}");
    assert!(row.contains("Ander begrip") && row.contains("bevestigd door beide domeinen"), "{row}");
    let unused = between(&html, "<h2 id=\"niet\">", "</section>");
    assert!(unused.contains("href=\"/terms/keukentafelgesprek\""), "{unused}");
    assert!(html.contains("<a href=\"/domains/police\">Politie</a>") && html.contains("<a href=\"/actors/politie\">"));
    let html = service.get("/domains/police").text();
    assert!(html.contains("overgenomen van Veiligheidsdomein") && html.contains("href=\"/domains/safety\""), "{html}");
    let html = service.get("/domains").text();
    assert!(html.contains("Onderdeel van Veiligheidsdomein") && html.contains("href=\"/domains/social\""), "{html}");
}

#[test]
fn whom_to_ask_is_a_role_or_said_to_be_unknown_with_how_to_tell() {
    let folder = Folder::base();
    let html = Service::over(folder.path()).get("/domains/social").text();
    assert!(html.contains("Nog niet bekend.") && html.contains("<code>contact</code>"), "{html}");
    let contact = Contact::parse("Team Taal", "team@voorbeeld.example", "https://voorbeeld.example").ok();
    let shelf = Arc::new(Shelf::new(publication(folder.path())));
    let html = Service::of(shelf, Settings { contact, ..Settings::default() }).get("/actors/school").text();
    assert!(html.contains("<a href=\"mailto:team@voorbeeld.example\">Team Taal</a>"), "{html}");
    folder.edit(
        "terms/melding.toml",
        "reviewed_on = 2026-01-15",
        "reviewed_on = 2026-01-15\ncontact = \"redacteur jeugd\"",
    );
    let service = Service::over(folder.path());
    for path in ["/domains/social", "/actors/school"] {
        let html = service.get(path).text();
        assert!(html.contains("<li>redacteur jeugd <span class=\"aside\">(1 betekenis)"), "{path}: {html}");
    }
    assert!(service.get("/domains/safety").text().contains("Nog niet bekend."));
}

#[test]
fn an_actor_shows_what_it_is_its_meanings_and_its_parts() {
    let service = Service::base();
    let html = service.get("/actors/school").text();
    for part in [
        "<span class=\"chip\">Organisatie</span>",
        "href=\"/domains/social\"",
        "Iemand vraagt om hulp.",
        "bevestigd",
        "hulpvraag",
        "href=\"/phases#model-fasen\"",
        "Trekt <span class=\"status\">concept</span>",
        "Zonder bron.",
        "id=\"bron-BRON-A\"",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    let html = Service::real().get("/actors/platform-jep").text();
    assert!(html.contains("Bestaat niet meer.") && html.contains("href=\"/actors/ess\""), "{html}");
}

#[test]
fn what_is_no_longer_in_use_is_not_shown_as_meaning() {
    let folder = Folder::base();
    folder.edit(
        "terms/melding.toml",
        "sources = [\"BRON-B\"]\nstatus = \"draft\"",
        "sources = [\"BRON-B\"]\nstatus = \"retired\"",
    );
    let service = Service::over(folder.path());
    assert!(!service.get("/actors/politie").text().contains("De politie krijgt een signaal binnen."));
    let html = service.get("/domains/safety").text();
    assert!(between(&html, "<h2 id=\"stil\">", "</section>").contains("href=\"/terms/melding\""), "{html}");
}

#[test]
fn an_unknown_domain_or_actor_gets_the_page_that_helps() {
    let service = Service::real();
    for path in ["/domains/meldng", "/actors/meldng", "/domains/Sociaal%20domein", "/actors/"] {
        let reply = service.get(path);
        assert!(reply.status == 404 && reply.header("content-type").starts_with("text/html"), "{path}");
    }
    assert!(service.get("/actors/meldng").text().contains("href=\"/terms/melding\""));
}
