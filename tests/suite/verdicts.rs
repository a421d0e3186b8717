//! What becomes of a verdict: shown as outdated when its texts change.

use serde_json::Value;
use taalbrug::model::{Keyed, Relation};

use crate::support::{Folder, Service, printed, publication, run};

const BASE: &str = "/api/v1";

/// The small glossary with its verdict pinned to the texts that stand there, and `new` in place of one of them since.
fn pinned_and_changed(old: &str, new: &str) -> Folder {
    let folder = Folder::base();
    let publication = publication(folder.path());
    let (_, pair) = publication.pairs().find(|(_, pair)| pair.ruling.is_some()).expect("a judged pair");
    let pin = format!("relation = \"homonym\"\napplies_to = \"{}\"", pair.fingerprint.as_deref().expect("two texts"));
    folder.edit("terms/melding.toml", "relation = \"homonym\"", &pin);
    folder.edit("terms/melding.toml", old, new);
    folder
}

#[test]
fn an_outdated_verdict_stands_beside_what_the_texts_say_now() {
    let folder = pinned_and_changed("roles = [\"politie\"]", "coercion = \"must\"");
    let service = Service::over(folder.path());
    let term = service.json(&format!("{BASE}/terms/melding"));
    let pairs = service.json(&format!("{BASE}/terms/melding/divergences?between=social,safety"));
    for pair in [&term["pairs"][0], &pairs["pairs"][0]] {
        assert_eq!((&pair["relation"], &pair["basis"]), (&"homonym".into(), &"editors".into()));
        assert_eq!((&pair["verdict"]["outdated"], &pair["confidence"]), (&true.into(), &"low".into()));
        assert_eq!(pair["computed"]["relation"], "conflict", "{}", pair["computed"]);
        let sentence = |key: &str| pair["computed"][key].as_str().unwrap_or_default().to_owned();
        assert!(sentence("sentence").ends_with("Dit is berekend en nog niet beoordeeld."), "{pair}");
        assert!(sentence("sentenceEnglish").ends_with("This was computed and not judged yet."), "{pair}");
        let judged = |facet: &Value| !facet["judged"].is_null();
        assert!(!pair["facets"].as_array().expect("facets").iter().any(judged), "of other texts than these");
    }
    let html = service.get("/terms/melding").text();
    for part in [
        "<strong>Ander begrip (verouderd)</strong>",
        "Verouderd oordeel van de redactie",
        "<strong>De omschrijvingen van nu:</strong> Let op: bij ‘melding’ zegt",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert!(!html.contains("bevestigd door beide domeinen"), "{html}");
    assert!(service.get("/?q=melding").text().contains("oordeel van de redactie, verouderd"));
    let folder = folder.path().to_str().expect("a path");
    let told = printed(&run(&["compare", "melding", "--glossary", folder]));
    assert!(
        told.contains("oordeel van de redactie, verouderd") && told.contains("De omschrijvingen van nu:"),
        "{told}"
    );
}

#[test]
fn a_verdict_on_the_texts_that_stand_there_is_not_called_outdated() {
    let folder = pinned_and_changed("Iemand vraagt om hulp.", "Iemand wil hulp.");
    let service = Service::over(folder.path());
    let pair = &service.json(&format!("{BASE}/terms/melding"))["pairs"][0];
    assert_eq!((&pair["verdict"]["outdated"], &pair["facets"][0]["judged"]), (&false.into(), &3.into()));
    assert_eq!(pair["computed"]["relation"], Relation::Unclear.key());
    assert!(!service.get("/terms/melding").text().contains("verouderd"));
}
