// SPDX-License-Identifier: EUPL-1.2
//! The past on pages, in the feed and on a day: what changed, a term as it was, and clear answers where it cannot be shown.

use std::collections::BTreeSet;

use taalbrug::http::Settings;
use taalbrug::publication::Past;

use crate::repo::{CONTRARY, Repo, TERM, service_with, with_changes};
use crate::support::{Folder, Service};

#[test]
fn the_page_of_changes_tells_what_changed_and_whether_domains_come_closer() {
    let service = with_changes().service();
    let dutch = service.get("/changes").text();
    for part in [
        "Wat is er gewijzigd?",
        "Komen domeinen dichter bij elkaar?",
        "Sociaal domein – Veiligheidsdomein",
        "<time datetime=\"2026-05-01\">",
        "Gewijzigd: melding",
        "Weggehaald: signaal",
        "Hier begint deze geschiedenis.",
        "<polyline points=",
    ] {
        assert!(dutch.contains(part), "{part} is not in {dutch}");
    }
    assert!(!dutch.contains("style="), "no style in the page");
    let english = service.get("/changes?lang=en").text();
    for part in ["What has changed?", "Do domains come closer?", "Changed: melding", "Withdrawn: signaal"] {
        assert!(english.contains(part), "{part} is not in {english}");
    }
    assert_eq!(service.get("/changes?since=gisteren").status, 400);
    assert!(service.get("/changes?since=2026-07-01").text().contains("In deze tijd wijzigde er niets."));
}

#[test]
fn a_revision_has_a_page_of_its_own() {
    let service = with_changes().service();
    let all = service.json("/api/v1/changes");
    let commit = all["changes"][1]["commit"].as_str().expect("a commit");
    let page = service.get(&format!("/changes/{commit}")).text();
    assert!(page.contains("Wat er wijzigde op 2026-05-01") && page.contains("melding"), "{page}");
    assert_eq!(service.get("/changes/0000000000").status, 404);
}

#[test]
fn a_term_tells_its_own_history() {
    let service = with_changes().service();
    let page = service.get("/terms/melding").text();
    let (_, history) = page.split_once("Wat is er aan dit woord gewijzigd?").expect("the section");
    for part in ["2026-05-01", "gewijzigd", "De tekst onder het oordeel", "stond er al toen deze geschiedenis begon"] {
        assert!(history.contains(part), "{part} is not in {history}");
    }
    let own = service.json("/api/v1/terms/melding/changes");
    assert_eq!((&own["total"], &own["changes"][0]["date"]), (&1.into(), &"2026-05-01".into()));
    assert_eq!(service.json("/api/v1/terms/signaal/changes")["changes"][0]["change"]["fate"], "withdrawn");
    assert_eq!(service.get("/api/v1/terms/nergens/changes").status, 404);
}

#[test]
fn a_term_is_shown_as_it_was_on_a_day_and_says_that_it_is_old() {
    let service = with_changes().service();
    for (day, text) in
        [("2026-03-01", CONTRARY.1), ("2026-04-30", CONTRARY.1), ("2026-05-01", CONTRARY.2), ("2026-11-22", CONTRARY.2)]
    {
        let term = service.json(&format!("/api/v1/terms/melding?on={day}"));
        assert_eq!((&term["concepts"][0]["definition"], &term["past"]["on"]), (&text.into(), &day.into()));
        assert_eq!(term["past"]["now"], "/api/v1/terms/melding");
        let page = service.get(&format!("/terms/melding?on={day}")).text();
        assert!(page.contains("Dit is oud.") && page.contains("href=\"/terms/melding\""), "{page}");
    }
    assert_eq!(service.json("/api/v1/terms/melding")["past"], serde_json::Value::Null);
    let english = service.get("/terms/melding?on=2026-04-30&lang=en").text();
    assert!(english.contains("This is old.") && english.contains("To the word of now"), "{english}");
    assert!(service.get("/terms/melding?on=").text().contains("Wat bedoelt elk domein?"), "an empty day is none");
}

#[test]
fn a_day_that_cannot_be_shown_gets_a_clear_answer() {
    let service = with_changes().service();
    for (query, status, told) in [
        ("on=2026-13-01", 400, "geen dag"),
        ("on=1+mei", 400, "geen dag"),
        ("on=2999-01-01", 400, "moet nog komen"),
        ("on=2026-02-28", 404, "begint op 2026-03-01"),
    ] {
        let page = service.get(&format!("/terms/melding?{query}"));
        assert_eq!((page.status.as_u16(), page.text().contains(told)), (status, true), "{query}: {}", page.text());
        let answer = service.get(&format!("/api/v1/terms/melding?{query}"));
        assert_eq!(answer.status.as_u16(), status, "{query}: {}", answer.text());
    }
    let both = service.get("/api/v1/terms/melding?on=morgen&x=1&place=nergens");
    assert_eq!(both.json()["errors"].as_array().map(Vec::len), Some(3), "{}", both.text());
    let both = service.get("/api/v1/terms/melding?on=2026-04-30&place=voorbeeldstad");
    assert_eq!(both.status, 400);
    let strange = service.get("/terms/nergens?on=2026-04-30");
    assert_eq!(
        (strange.status.as_u16(), strange.text().contains("stond dit woord niet in de woordenlijst")),
        (404, true)
    );
}

#[test]
fn a_word_that_is_gone_says_so_and_can_be_seen_as_it_was() {
    let service = with_changes().service();
    let page = service.get("/terms/signaal");
    assert_eq!(page.status, 410);
    assert!(page.text().contains("Dit woord is weggehaald") && page.text().contains("/terms/signaal?on=2026-05-01"));
    let problem = service.get("/api/v1/terms/signaal");
    assert_eq!(problem.status, 410);
    assert!(problem.json()["detail"].as_str().is_some_and(|text| text.contains("on=2026-05-01")), "{}", problem.text());
    for (path, status) in [("/id/signaal", 303), ("/doc/signaal", 410), ("/id/nergens", 404), ("/doc/nergens", 404)] {
        assert_eq!(service.get(path).status, status, "{path}");
    }
    let then = service.json("/api/v1/terms/signaal?on=2026-05-01");
    assert_eq!((&then["label"], &then["past"]["now"]), (&"signaal".into(), &serde_json::Value::Null));
    assert!(service.get("/terms/signaal?on=2026-05-01").text().contains("staat niet meer in de woordenlijst"));
    let later = service.get("/terms/signaal?on=2026-06-01");
    assert_eq!((later.status.as_u16(), later.text().contains("stond dit woord niet")), (404, true));
}

#[test]
fn a_word_that_was_renamed_keeps_its_history() {
    let repo = Repo::base();
    repo.change("2026-04-01", CONTRARY);
    repo.git(&["mv", TERM, "glossary/terms/zorgmelding.toml"]);
    repo.git(&[
        "mv",
        "glossary/local/voorbeeldstad/terms/melding.toml",
        "glossary/local/voorbeeldstad/terms/zorgmelding.toml",
    ]);
    repo.commit("2026-05-01");
    let service = repo.service();
    let own = service.json("/api/v1/terms/zorgmelding/changes");
    let dates: Vec<_> =
        own["changes"].as_array().expect("changes").iter().map(|change| change["date"].clone()).collect();
    assert_eq!(dates, ["2026-05-01", "2026-04-01"], "{own}");
    let former = service.get("/api/v1/terms/melding");
    assert_eq!(former.status, 410);
    assert!(former.json()["detail"].as_str().is_some_and(|text| text.contains("Hij heet nu zorgmelding.")));
    assert!(service.get("/doc/melding").text().contains("<a href=\"/terms/zorgmelding\">"));
    let then = service.json("/api/v1/terms/zorgmelding?on=2026-03-15");
    assert_eq!((&then["id"], &then["concepts"][0]["definition"]), (&"melding".into(), &CONTRARY.1.into()));
}

/// What stands between the tags of this name, in order.
fn within<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    text.split(&open).skip(1).filter_map(|rest| rest.split(&close).next()).collect()
}

/// Whether every tag is closed in order.
fn is_well_formed(text: &str) -> bool {
    let mut open = Vec::new();
    for tag in text.split('<').skip(1).filter_map(|part| part.split('>').next()) {
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        match tag {
            _ if tag.starts_with('?') || tag.ends_with('/') => {}
            _ if tag.starts_with('/') => {
                if open.pop() != Some(name) {
                    return false;
                }
            }
            _ => open.push(name),
        }
    }
    open.is_empty()
}

#[test]
fn the_feed_is_atom_with_whole_addresses_and_identifiers_that_stay() {
    let repo = with_changes();
    let first = repo.service().get("/feed.atom");
    assert_eq!(first.header("content-type"), "application/atom+xml; charset=utf-8");
    let text = first.text();
    assert!(is_well_formed(&text), "{text}");
    let ids = within(&text, "id");
    assert_eq!((ids.len(), ids.iter().collect::<BTreeSet<_>>().len()), (4, 4), "{ids:?}");
    assert!(ids.iter().all(|id| id.starts_with("tag:")), "{ids:?}");
    assert_eq!(
        within(&text, "updated"),
        ["2026-06-01T11:00:00Z", "2026-06-01T11:00:00Z", "2026-05-01T11:00:00Z", "2026-03-01T11:00:00Z"]
    );
    assert_eq!(within(&text, "title").len(), 4);
    assert!(text.contains("Gewijzigd: melding / Changed: melding") && text.contains("<author><name>"), "{text}");
    let addresses: Vec<&str> = text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(addresses.iter().all(|address| address.starts_with("https://taal.voorbeeld.example/")), "{addresses:?}");
    repo.change("2026-07-01", (TERM, "Iemand vraagt om hulp.", "Iemand <vraagt> & hulp."));
    let later = repo.service().get("/feed.atom").text();
    assert!(is_well_formed(&later) && ids[1..].iter().all(|id| later.contains(id)), "{later}");
}

#[test]
fn the_json_feed_tells_what_the_atom_feed_tells() {
    let repo = with_changes();
    repo.change("2026-07-01", (TERM, "Iemand vraagt om hulp.", "Iemand <vraagt> & hulp."));
    let reply = repo.service().get("/feed.json");
    assert_eq!(reply.header("content-type"), "application/feed+json");
    let (told, atom) = (reply.json(), repo.service().get("/feed.atom").text());
    assert_eq!(told["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(told["feed_url"], "https://taal.voorbeeld.example/feed.json");
    assert_eq!(told["home_page_url"], "https://taal.voorbeeld.example/changes");
    let items = told["items"].as_array().expect("items");
    let of = |key: &str| items.iter().map(|item| item[key].as_str().unwrap_or_default()).collect::<Vec<_>>();
    assert_eq!(of("id"), within(&atom, "id")[1..], "the same revisions under the same names");
    assert_eq!(of("date_published"), within(&atom, "published"));
    assert_eq!(items[0]["tags"], serde_json::json!(["melding"]));
    for item in items {
        let (address, content) = (item["url"].as_str().expect("an address"), item["content_html"].as_str());
        let content = content.expect("a content");
        assert!(atom.contains(content) && atom.contains(address) && is_well_formed(content), "{content}");
    }
    let bare = Service::of(repo.shelf(), Settings::default()).get("/feed.json").json();
    assert_eq!((&bare["feed_url"], &bare["items"][0]["url"]), (&serde_json::Value::Null, &serde_json::Value::Null));
}

#[test]
fn while_the_history_is_read_every_place_says_so_and_says_to_ask_again() {
    let folder = Folder::base();
    let service = service_with(folder.path(), Past::Reading);
    let all = service.json("/api/v1/changes");
    assert_eq!((&all["history"]["state"], &all["changes"]), (&"reading".into(), &serde_json::Value::Null));
    for path in ["/changes", "/terms/melding"] {
        let page = service.get(path).text();
        assert!(page.contains("De geschiedenis wordt nog gelezen.") && !page.contains("Er is hier geen"), "{page}");
    }
    for path in ["/feed.atom", "/feed.json", "/api/v1/terms/melding?on=2026-05-01"] {
        let answer = service.get(path);
        assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (503, "5"), "{path}");
    }
    assert_eq!(service.get("/terms/melding?on=2026-05-01").status, 503);
}

#[test]
fn every_page_tells_where_the_feed_is() {
    let service = crate::support::Service::over(Folder::base().path());
    for path in ["/", "/terms/melding", "/about", "/changes"] {
        let page = service.get(path).text();
        assert!(page.contains("<link rel=\"alternate\" type=\"application/atom+xml\""), "{path}");
        assert!(page.contains("href=\"/changes\">Wijzigingen</a>"), "{path}");
    }
}
