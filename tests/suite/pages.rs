// SPDX-License-Identifier: EUPL-1.2
//! The pages as people and their browsers meet them.

use actix_web::test::TestRequest;

use crate::support::{Folder, Service, real_glossary};

#[test]
fn pages_answer_with_html_a_tag_and_a_strict_policy() {
    let service = Service::real();
    for path in [
        "/",
        "/?q=melding",
        "/?degree=3&domain=social",
        "/?page=3",
        "/terms/melding",
        "/terms/grip",
        "/terms/terrorisme",
    ] {
        let reply = service.get(path);
        assert_eq!(reply.status, 200, "{path}");
        assert!(reply.header("content-type").starts_with("text/html"), "{path}");
        assert!(reply.header("etag").starts_with('"'), "{path}");
        let policy = reply.header("content-security-policy");
        for part in ["default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        let html = reply.text();
        assert!(html.contains("<html lang=\"nl\">") && html.contains("<h1"), "{path}");
        assert!(has_only_our_scripts(&html) && !html.contains("style=") && !html.contains("onclick"), "{path}");
    }
}

/// Whether every script of a page is a file of our own, or a block of data that no browser runs.
pub fn has_only_our_scripts(html: &str) -> bool {
    let ours = [" type=\"module\" src=\"/assets/", " type=\"application/ld+json\">{\"@context\":"];
    html.split("<script").skip(1).all(|script| ours.iter().any(|start| script.starts_with(start)))
}

#[test]
fn a_page_that_a_browser_kept_stays_as_it_was() {
    let service = Service::base();
    for path in ["/", "/terms/melding"] {
        let whole = service.get(path);
        let kept = TestRequest::get().uri(path).insert_header(("If-None-Match", whole.header("etag")));
        let again = service.ask(kept);
        assert!(again.status == 304 && again.body.is_empty(), "{path}");
        for name in ["etag", "cache-control", "content-security-policy"] {
            assert_eq!(again.header(name), whole.header(name), "{path}");
        }
    }
}

#[test]
fn a_term_page_shows_the_difference_the_meanings_and_the_questions() {
    let html = Service::real().get("/terms/signaal").text();
    for part in [
        "Let op: bij ‘signaal’ botsen",
        "Oordeel van de redactie. Dit is een concept",
        "Sociaal domein",
        "Veiligheidsdomein",
        "Vraag elkaar",
        "Wie hoort er iets terug?",
        "scope=\"row\">Drempel</th>",
        "id=\"bron-ESS-WID\"",
    ] {
        assert!(html.contains(part), "{part}");
    }
}

/// The page of ‘signaal’ with these two definitions, compared with the signal words of the project.
fn page_of_two(social: &str, safety: &str) -> String {
    let folder = Folder::base();
    let signals = std::fs::read(real_glossary().join("lexicon/signals.toml")).expect("the signal words");
    folder.write("lexicon/signals.toml", signals);
    folder.edit("terms/signaal.toml", "Waarneming waarover een professional nog nadenkt.", social);
    folder.edit("terms/signaal.toml", "Informatie over een persoon die wordt gewogen.", safety);
    Service::over(folder.path()).get("/terms/signaal").text()
}

#[test]
fn marks_are_decided_for_both_sides_of_a_pair_and_explained() {
    let html = page_of_two("De partner deelt gegevens met de school.", "De partner deelt gegevens met de politie.");
    assert_eq!(html.matches("[alleen hier: ").count(), 2, "{html}");
    assert!(html.contains("staat alleen in deze tekst") && !html.contains("geheel anders verwoord"), "{html}");
    let html = page_of_two(
        "De partner deelt gegevens altijd.",
        "De partner deelt gegevens nadat burgemeester, politie en justitie gezamenlijk schriftelijk hebben ingestemd.",
    );
    assert!(!html.contains("[alleen hier: ") && !html.contains("class=\"legend\""), "{html}");
    assert!(html.contains("De precieze omschrijvingen zijn geheel anders verwoord."), "{html}");
    let html = page_of_two("De partner moet gegevens delen.", "De partner mag gegevens delen.");
    assert_eq!(html.matches("[tegenstelling 1: ").count(), 2, "{html}");
    assert!(html.contains("het woord met hetzelfde nummer") && !html.contains("alleen in deze tekst"), "{html}");
}

#[test]
fn a_facet_of_one_side_is_not_shown_as_compared() {
    let folder = Folder::base();
    folder.edit("terms/melding.toml", "goal = \"een beeld krijgen\"\n", "");
    let html = Service::over(folder.path()).get("/terms/melding").text();
    let (_, rows) = html.split_once("<tbody").expect("a table");
    let (_, goal) = rows.split_once("scope=\"row\">Doel</th>").expect("the goal");
    let goal = goal.split("</tr>").next().unwrap_or_default();
    assert!(goal.contains("Alleen bij Sociaal domein") && goal.contains("nog niet beschreven"), "{goal}");
    assert!(goal.contains("Volgens de redactie: botsing. De andere tekst ontbreekt nog."), "{goal}");
    assert!(!goal.contains('≠'), "{goal}");
    assert!(rows.find("Wie is aan zet</th>") < rows.find("Doel</th>"), "what can be compared comes first");
}

#[test]
fn every_cell_says_whose_it_is_and_every_head_what_it_heads() {
    let html = Service::base().get("/terms/melding").text();
    assert!(html.contains("scope=\"col\">Sociaal domein (hulpvraag)</th>"), "{html}");
    assert!(
        html.contains("<span class=\"cell-label\">Sociaal domein: </span><span lang=\"nl\">ondersteuning krijgen"),
        "{html}"
    );
    assert_eq!(html.matches("<th").count(), html.matches(" scope=\"").count() + html.matches("<thead").count());
}

#[test]
fn a_badge_says_how_far_its_statement_has_come() {
    let service = Service::real();
    let html = service.get("/?q=keukentafelgesprek").text();
    assert!(
        html.contains("<strong>Eén domein</strong> <span class=\"basis\">oordeel van de redactie, concept"),
        "{html}"
    );
    let html = Service::base().get("/?q=melding").text();
    assert!(html.contains("oordeel van de redactie, bevestigd door beide domeinen"), "{html}");
    let folder = Folder::base();
    folder.edit("terms/signaal.toml", "Waarneming", "Een waarneming");
    let html = Service::over(folder.path()).get("/?q=signaal").text();
    assert!(html.contains("<span class=\"basis\">berekend, nog niet beoordeeld</span>"), "{html}");
}

#[test]
fn a_word_of_one_meaning_shows_what_that_meaning_says_of_each_facet() {
    let service = Service::real();
    let html = service.get("/terms/keukentafelgesprek").text();
    assert!(html.contains("<dt>Grondslag</dt><dd lang=\"nl\">de Wmo</dd>"), "{html}");
    assert!(!service.get("/terms/signaal").text().contains("<dl class=\"facets\">"), "a table shows them there");
}

#[test]
fn a_pair_that_is_the_same_has_a_heading_of_its_own() {
    let html = Service::real().get("/terms/terrorisme").text();
    assert!(html.contains(">Waarin komen ze overeen?</h2>") && !html.contains("loopt het uit elkaar?"), "{html}");
}

#[test]
fn what_is_retired_is_not_shown_as_current() {
    let folder = Folder::base();
    let lapsed = |status: &str| format!("sources = [\"BRON-B\"]\nstatus = \"{status}\"");
    folder.edit("terms/melding.toml", &lapsed("draft"), &lapsed("retired"));
    let service = Service::over(folder.path());
    let html = service.get("/terms/melding").text();
    let (_, notice) = html.split_once("<section class=\"notice").expect("a notice");
    let notice = notice.split("</section>").next().unwrap_or_default();
    assert!(notice.contains("staat hier nog niet") && !html.contains("id=\"verschil\""), "{html}");
    assert!(html.contains("<strong class=\"status\">Vervallen</strong>"), "{html}");
    assert!(html.contains("Sociaal domein (hulpvraag) en Veiligheidsdomein: Vervallen</summary>"), "{html}");
    assert!(html.contains("Wat dit domein er nu mee bedoelt"), "{html}");
    for stale in ["bedoelen met ‘melding’ iets heel anders", "Vraagt iemand hulp voor zichzelf?"] {
        assert!(!html.contains(stale), "{stale}: {html}");
    }
    let html = service.get("/?q=melding").text();
    assert!(html.contains("<strong class=\"status\">vervallen</strong>") && !html.contains("Ander begrip<"), "{html}");
}

#[test]
fn every_page_of_a_term_can_be_made() {
    let service = Service::real();
    let list = service.json("/api/v1/terms?perPage=500");
    for term in list["terms"].as_array().expect("terms") {
        let id = term["id"].as_str().expect("an id");
        assert_eq!(service.get(&format!("/terms/{id}")).status, 200, "{id}");
        assert_eq!(service.get(&format!("/api/v1/terms/{id}")).status, 200, "{id}");
    }
}

#[test]
fn a_search_page_says_what_was_found_and_why_and_helps_on() {
    let service = Service::real();
    let html = service.get("/?q=gemeld").text();
    assert!(html.contains("gevonden voor ‘gemeld’") && html.contains("een vorm van dit woord"), "{html}");
    let html = service.get("/?q=reggiee").text();
    assert!(html.contains("href=\"/terms/regie\""));
    let html = service.get("/?q=xqzvbnw").text();
    assert!(html.contains("Niets gevonden voor ‘xqzvbnw’"));
}

#[test]
fn a_chosen_filter_stays_in_sight_and_can_be_taken_back() {
    let service = Service::real();
    let html = service.get("/?q=signaal&degree=3&domain=social").text();
    assert!(html.contains("value=\"3\" checked") && html.contains("value=\"social\" checked"), "{html}");
    assert!(html.contains("Uw keuze: ") && html.contains("<a href=\"/?q=signaal\">Wis keuze</a>"), "{html}");
    assert!(!service.get("/?q=signaal").text().contains("Wis keuze"));
    let html = service.get("/?q=keukentafelgesprek&degree=3").text();
    let box_and_count = "value=\"3\" checked> Botsing <span class=\"count\">0</span>";
    assert!(html.contains(box_and_count), "{html}");
}

#[test]
fn an_address_is_read_as_far_as_it_makes_sense() {
    let service = Service::base();
    let html = service.get("/?q=+melding+%26+meer&domain=social,safety&domain=social&phase=&page=x&vreemd=1").text();
    assert!(html.contains("gevonden voor ‘melding &#38; meer’ bij deze keuze"), "{html}");
    let (_, chosen) = html.split_once("Uw keuze: ").expect("a choice");
    let chosen = chosen.split("</p>").next().unwrap_or_default();
    assert_eq!(chosen.matches("<span class=\"chip\">").count(), 2, "each choice once: {chosen}");
    assert!(html.contains("<a href=\"/?q=melding+%26+meer\">Wis keuze</a>"), "{html}");
    assert!(service.get("/?degree=3").text().contains("<a href=\"/\">Wis keuze</a>"));
}

#[test]
fn filters_that_leave_nothing_say_what_there_is_without_them() {
    let service = Service::real();
    let html = service.get("/?q=keukentafelgesprek&degree=3").text();
    assert!(html.contains("Niets gevonden voor ‘keukentafelgesprek’ bij deze keuze"), "{html}");
    assert!(html.contains("<a href=\"/?q=keukentafelgesprek\">1 resultaat zonder filters</a>"), "{html}");
    assert!(!html.contains("Bedoelde u"), "{html}");
    let html = service.get("/?domain=bestaat-niet").text();
    assert!(html.contains("resultaten zonder filters") && html.contains("<a href=\"/\">"), "{html}");
    let html = service.get("/?q=xqzvbnw&degree=3").text();
    assert!(!html.contains("zonder filters") && html.contains("Wis keuze"), "{html}");
}

#[test]
fn filters_are_shown_only_where_there_is_something_to_choose() {
    let service = Service::base();
    assert!(service.get("/").text().contains("<aside class=\"filters\""));
    let html = service.get("/?q=xqzvbnw").text();
    assert!(!html.contains("<aside") && !html.contains("#kies-smaller"), "{html}");
}

#[test]
fn a_page_beyond_the_last_offers_the_last() {
    let service = Service::real();
    let html = service.get("/?q=een&domain=social&page=999").text();
    let (_, rest) = html.split_once("Deze bladzijde is er niet. Ga naar <a href=\"").expect("a way on");
    let address = rest.split('"').next().unwrap_or_default().replace("&#38;", "&");
    let last = service.get(&address).text();
    assert!(address.contains("domain=social") && last.contains("<li class=\"card\">"), "{address}");
    assert!(!last.contains("Deze bladzijde is er niet"));
    let html = service.get("/?domain=social&page=999").text();
    assert!(html.matches("aria-label=\"Bladzijde ").count() > 3, "the pages before the last are linked too: {html}");
}

#[test]
fn an_unknown_page_helps_on() {
    let service = Service::real();
    for path in ["/terms/meldng", "/nergens", "/terms/melding/"] {
        let reply = service.get(path);
        assert_eq!(reply.status, 404, "{path}");
        assert!(reply.header("content-type").starts_with("text/html"), "{path}");
    }
    assert!(service.get("/terms/meldng").text().contains("href=\"/terms/melding\""));
}

#[test]
fn hostile_content_and_hostile_questions_are_shown_as_text() {
    let folder = Folder::base();
    let evil = "<script>alert(1)</script>\\\" onload=x";
    folder.edit("terms/signaal.toml", "Iets wat je ziet", &format!("{evil} Iets wat je ziet"));
    folder.edit("terms/signaal.toml", "Waarneming waarover", &format!("{evil} waarover"));
    folder.edit("terms/signaal.toml", "label = \"signaal\"", &format!("label = \"signaal {evil}\""));
    let service = Service::over(folder.path());
    for path in ["/terms/signaal", "/", "/?q=signaal", "/?q=%3Cscript%3Ealert(1)%3C/script%3E%22onload=x"] {
        let html = service.get(path).text();
        assert!(has_only_our_scripts(&html) && !html.contains("\" onload"), "{path}: {html}");
    }
}

#[test]
fn assets_are_our_own_and_carry_a_tag() {
    let service = Service::base();
    let style = service.get("/assets/taalbrug.css");
    assert!(style.status == 200 && style.header("content-type").starts_with("text/css"));
    assert!(!style.text().contains("http"), "nothing is loaded from elsewhere");
    assert_eq!(service.get("/assets/taalbrug.svg").header("content-type"), "image/svg+xml");
    let script = service.get("/assets/search.js");
    assert!(script.status == 200 && script.header("content-type").starts_with("text/javascript"));
}

/// What is read on what, and the contrast that WCAG 2.2 asks: 4.5 for text, 3 for what shows where one is.
const COLOURS: &[(&str, &str, f64)] = &[
    ("ink", "paper", 4.5),
    ("ink", "hit", 4.5),
    ("ink", "shade", 4.5),
    ("quiet", "paper", 4.5),
    ("quiet", "shade", 4.5),
    ("quiet", "clash-paper", 4.5),
    ("quiet", "large-paper", 4.5),
    ("quiet", "small-paper", 4.5),
    ("quiet", "none-paper", 4.5),
    ("brand", "paper", 4.5),
    ("link", "paper", 4.5),
    ("link", "shade", 4.5),
    ("clash", "paper", 4.5),
    ("clash", "clash-paper", 4.5),
    ("large", "paper", 4.5),
    ("large", "large-paper", 4.5),
    ("small", "paper", 4.5),
    ("small", "small-paper", 4.5),
    ("none", "paper", 4.5),
    ("none", "none-paper", 4.5),
    ("focus", "paper", 3.0),
    ("focus", "shade", 3.0),
];

/// The relative luminance of a colour like `#0b5394`.
fn luminance(colour: &str) -> f64 {
    let channel = |place: usize| {
        let value = u8::from_str_radix(&colour[place..place + 2], 16).expect("a hexadecimal colour");
        let share = f64::from(value) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

#[test]
fn colours_have_contrast_by_day_and_by_night() {
    let style = Service::base().get("/assets/taalbrug.css").text();
    let (day, rest) = style.split_once("@media (prefers-color-scheme: dark)").expect("a style for the night");
    let night = rest.split("\n}\n").next().unwrap_or_default();
    let value = |scheme: &str, name: &str| {
        let declared = format!("--{name}: #");
        scheme.split_once(&declared).map(|(_, rest)| format!("#{}", &rest[..6]))
    };
    for (name, scheme) in [("day", day), ("night", night)] {
        for (text, paper, least) in COLOURS {
            let [x, y] = [text, paper].map(|colour| luminance(&value(scheme, colour).expect(colour)));
            let contrast = (x.max(y) + 0.05) / (x.min(y) + 0.05);
            assert!(contrast >= *least, "{text} on {paper} by {name}: {contrast:.2}");
        }
    }
}
