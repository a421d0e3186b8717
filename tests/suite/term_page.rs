// SPDX-License-Identifier: EUPL-1.2
//! The table view: two people from two domains see what each means, what they share, where it parts and what to ask.

use std::sync::Arc;

use taalbrug::http::{Contact, Settings, Template};
use taalbrug::model::Date;
use taalbrug::publication::Shelf;

use crate::support::{Folder, Service, publication};

/// The small glossary, served with these settings.
fn with(settings: Settings) -> Service {
    Service::of(Arc::new(Shelf::new(publication(Folder::base().path()))), settings)
}

/// The part of a page between two texts.
fn between<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let rest = html.split_once(start).map_or("", |(_, rest)| rest);
    rest.split(end).next().unwrap_or_default()
}

#[test]
fn what_people_act_on_comes_first() {
    let html = Service::real().get("/terms/signaal").text();
    let parts = [
        "class=\"sentence\"",
        "id=\"delen\"",
        "id=\"betekenissen\"",
        "id=\"vragen\"",
        "id=\"verschil\"",
        "id=\"fasen\"",
    ];
    let places: Vec<Option<usize>> = parts.iter().map(|part| html.find(part)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
    let order = ["Drempel</th>", "Informatie delen</th>", "Wat er dan gebeurt</th>", "Wie is aan zet</th>"];
    let places: Vec<Option<usize>> = order.iter().map(|row| html.find(row)).collect();
    assert!(places.is_sorted(), "what differs most comes first: {places:?}");
}

#[test]
fn the_address_chooses_the_sides_so_that_a_link_shows_what_its_sender_saw() {
    let service = Service::base();
    for address in
        ["between=social-zorg,safety", "between=social-zorg&between=safety", "between=+safety+,,social-zorg,safety"]
    {
        let html = service.get(&format!("/terms/melding?{address}")).text();
        assert!(html.contains("Sociaal domein (zorg om een kind) en Veiligheidsdomein"), "{address}: {html}");
        assert!(html.contains("Je geeft door dat je je zorgen maakt"), "{address}: {html}");
        assert!(!html.contains("Iemand vraagt om hulp") && !html.contains("iets heel anders"), "{address}: {html}");
    }
    let html = service.get("/terms/melding?between=social,safety").text();
    assert!(html.contains("iets heel anders") && html.contains("Je geeft door dat je je zorgen maakt"), "{html}");
    let html = service.get("/terms/melding?between=social/social,social-zorg").text();
    assert!(html.contains("Sociaal domein (hulpvraag) en Sociaal domein (zorg om een kind)"), "{html}");
    assert!(!html.contains("Veiligheidsdomein</h3>"), "{html}");
}

#[test]
fn three_sides_are_three_columns_with_every_pair_between_them() {
    let html = Service::base().get("/terms/melding?between=social/social,social-zorg,safety").text();
    assert_eq!(html.matches("<div class=\"side\">").count(), 3, "{html}");
    assert_eq!(html.matches("<details class=\"pair").count(), 2, "one pair stands for them, the others follow: {html}");
    assert_eq!(html.matches("\" open><summary><span class=\"sign\"").count(), 2, "{html}");
}

#[test]
fn a_domain_that_takes_a_meaning_over_sits_at_the_table_with_it() {
    let service = Service::base();
    let html = service.get("/terms/melding?between=police,social").text();
    assert!(html.contains("<h3>Politie</h3>") && html.contains("Overgenomen van Veiligheidsdomein"), "{html}");
    assert!(html.contains("iets heel anders"), "{html}");
    let html = service.get("/terms/melding?between=police,safety").text();
    assert!(html.contains("dezelfde tekst") && !html.contains("id=\"verschil\""), "{html}");
}

#[test]
fn what_cannot_be_put_side_by_side_is_said_and_everything_is_shown() {
    let service = Service::base();
    for (address, said) in [
        ("between=maan,safety", "Dit kennen wij hier niet: ‘maan’."),
        ("between=%3Cb%3E,safety", "Dit kennen wij hier niet: ‘&#60;b&#62;’."),
        ("between=social", "Kies er twee of drie"),
        ("between=social,safety,police,social-zorg", "hoogstens drie"),
    ] {
        let reply = service.get(&format!("/terms/melding?{address}"));
        let html = reply.text();
        assert!(reply.status == 400 && html.contains(said), "{address}: {html}");
        assert!(html.contains("Iemand vraagt om hulp") && html.contains("iets heel anders"), "{address}: {html}");
    }
    assert_eq!(service.get("/terms/melding?between=").status, 200);
}

#[test]
fn a_choice_is_offered_where_there_is_one_and_keeps_the_place_and_the_language() {
    let service = Service::base();
    assert!(!service.get("/terms/signaal").text().contains("name=\"between\""), "two sides leave no choice");
    let html = service.get("/terms/melding?between=social-zorg,safety&place=voorbeeldstad&lang=en").text();
    let form = between(&html, "<details class=\"choice\">", "</details>");
    for part in [
        "name=\"between\" value=\"social/social\">",
        "name=\"between\" value=\"social-zorg\" checked>",
        "name=\"between\" value=\"safety\" checked>",
        "name=\"place\" value=\"voorbeeldstad\"",
        "name=\"lang\" value=\"en\"",
    ] {
        assert!(form.contains(part), "{part}: {form}");
    }
    assert!(html.contains("<a href=\"/terms/melding?place=voorbeeldstad&#38;lang=en\">Show all</a>"), "{html}");
    let places = between(&html, "<section class=\"places\"", "</section>");
    assert!(places.contains("name=\"between\" value=\"social-zorg,safety\""), "{places}");
}

#[test]
fn where_editors_wrote_no_questions_those_of_what_may_differ_are_proposed() {
    let folder = Folder::base();
    folder.edit("terms/melding.toml", "questions = [\"Vraagt iemand hulp voor zichzelf?\"]\n", "");
    folder.edit("glossary.toml", "english = \"who acts\"", "english = \"who acts\"\nquestion = \"Wie doet het?\"");
    let html = Service::over(folder.path()).get("/terms/melding").text();
    let ask = between(&html, "<section class=\"ask\"", "</section>");
    assert!(
        ask.contains("<li>Wie doet het?</li>") && ask.contains("De redactie schreef hier nog geen vragen."),
        "{html}"
    );
    let html = Service::base().get("/terms/melding").text();
    let ask = between(&html, "<section class=\"ask\"", "</section>");
    assert!(ask.contains("Vraagt iemand hulp voor zichzelf?") && !ask.contains("nog geen vragen"), "{ask}");
}

#[test]
fn a_meaning_shows_its_cases_its_review_and_whom_to_ask() {
    let folder = Folder::base();
    let more =
        "status = \"confirmed\"\nreviewed_on = 2026-01-15\nexamples = [\"een brief\"]\ncontact = \"redacteur jeugd\"";
    folder.edit("terms/melding.toml", "Een klacht over een buurman.", "een <b>klacht</b>");
    folder.edit("terms/melding.toml", "status = \"confirmed\"\nreviewed_on = 2026-01-15", more);
    let html = Service::over(folder.path()).get("/terms/melding").text();
    for part in [
        "Wel:</span> een brief",
        "een &#60;b&#62;klacht",
        "nagekeken op 2026-01-15",
        "redacteur jeugd",
        "nog niet nagekeken",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
}

#[test]
fn a_change_is_proposed_on_the_forge_else_to_the_team_else_in_the_file() {
    let edit = Template::edit("https://forge.example/_edit/main/glossary/terms/{term}.toml").ok();
    let contact = Contact::parse("Team <Taal>", "team@voorbeeld.example", "https://voorbeeld.example").ok();
    let part = |service: &Service, address: &str| {
        let html = service.get(address).text();
        between(&html, "id=\"wijzigen\"", "</section>").to_owned()
    };
    let both = with(Settings { edit, contact: contact.clone(), ..Settings::default() });
    let html = part(&both, "/terms/signaal");
    assert!(html.contains("<a href=\"https://forge.example/_edit/main/glossary/terms/signaal.toml\" rel=\"noreferrer\">Stel een wijziging voor</a>"), "{html}");
    assert!(!html.contains("team@"), "{html}");
    let html = part(&with(Settings { contact, ..Settings::default() }), "/terms/signaal");
    assert!(html.contains("Team &#60;Taal&#62;") && html.contains("mailto:team@voorbeeld.example"), "{html}");
    let html = part(&with(Settings::default()), "/terms/signaal?lang=en");
    assert!(html.contains("Propose a change") && html.contains("glossary/terms/signaal.toml"), "{html}");
}

#[test]
fn the_card_says_which_revision_and_day_it_is_of_and_where_it_stands() {
    let shelf = Arc::new(Shelf::new(publication(Folder::base().path())));
    let on = |day: fn() -> Date| {
        Service::with_clock(Arc::clone(&shelf), Settings::default(), day).get("/terms/melding?between=social,safety")
    };
    let (first, second) = (on(|| Date { year: 2026, month: 2, day: 1 }), on(|| Date { year: 2026, month: 2, day: 2 }));
    let origin = format!("versie {} · 2026-02-01 · ", shelf.current().revision);
    let html = first.text();
    assert!(html.contains(&origin) && html.contains("/terms/melding?between=social,safety</p>"), "{html}");
    assert_ne!(first.header("etag"), second.header("etag"), "a page that tells the day has a tag of that day");
}
