// SPDX-License-Identifier: EUPL-1.2
//! What becomes of a verdict: outdated when its texts change, and handed on over meanings that are the same.

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

/// A verdict in a term file.
fn verdict(a: &str, b: &str, relation: Relation) -> String {
    let (key, degree) = (relation.key(), relation.degree().map_or("", Keyed::key));
    format!(
        "\n[[verdicts]]\nbetween = [\"{a}\", \"{b}\"]\nrelation = \"{key}\"\ndegree = {degree}\nwhy = \"W.\"\nmisunderstanding = \"M.\"\nquestions = [\"Q?\"]\nstatus = \"draft\"\n"
    )
}

/// The small glossary, where the editors say of ‘melding’ also this.
fn with_verdicts(verdicts: &[String]) -> Folder {
    let folder = Folder::base();
    let text = std::fs::read_to_string(folder.path().join("terms/melding.toml")).expect("the term");
    folder.write("terms/melding.toml", text + &verdicts.concat());
    folder
}

/// The pair of two meanings in an answer, in this order.
fn pair(service: &Service, a: &str, b: &str) -> Value {
    let answer = service.json(&format!("{BASE}/terms/melding/divergences"));
    let wanted = |pair: &&Value| pair["a"]["concept"] == a && pair["b"]["concept"] == b;
    answer["pairs"].as_array().expect("pairs").iter().find(wanted).expect("the pair").clone()
}

#[test]
fn what_follows_from_verdicts_is_shown_as_derived_and_from_which() {
    let folder = with_verdicts(&[verdict("social-zorg", "social", Relation::Same)]);
    let service = Service::over(folder.path());
    let found = pair(&service, "social-zorg", "safety");
    assert_eq!((&found["relation"], &found["degree"]), (&"homonym".into(), &3.into()));
    assert_eq!((&found["basis"], &found["confidence"]), (&"derived".into(), &"low".into()));
    assert_eq!(found["basisText"], "afgeleid uit oordelen van de redactie");
    assert_eq!(found["derivedFrom"], serde_json::json!([["social-zorg", "social"], ["social", "safety"]]));
    assert_eq!((&found["derivedStatus"], &found["verdict"]), (&"draft".into(), &Value::Null));
    assert_eq!(found["computed"]["relation"], "unclear");
    assert_eq!(
        found["sentence"],
        "Uit oordelen van de redactie volgt dat het sociaal domein (zorg om een kind) en het veiligheidsdomein iets heel anders bedoelen met ‘melding’. Want zij zegt over het sociaal domein (zorg om een kind) en het sociaal domein (hulpvraag) ‘hetzelfde’ en over het sociaal domein (hulpvraag) en het veiligheidsdomein ‘ander begrip’. Over dit paar zelf oordeelde zij niet."
    );
    assert_eq!(
        found["sentenceEnglish"],
        "From judgements of the editors it follows that the social domain (zorg om een kind) and the safety domain mean quite different things by ‘melding’. They say of the social domain (zorg om een kind) and the social domain (hulpvraag) ‘the same’ and of the social domain (hulpvraag) and the safety domain ‘another concept’. They did not judge this pair itself."
    );
    let shares: f64 =
        found["explanation"].as_array().expect("shares").iter().filter_map(|of| of["share"].as_f64()).sum();
    assert!((shares - found["score"].as_f64().expect("a score")).abs() < 0.001, "{found}");
    let judged = pair(&service, "social", "safety");
    assert_eq!((&judged["basis"], &judged["derivedFrom"]), (&"editors".into(), &Value::Null));
    let derived = service.json(&format!("{BASE}/divergences?basis=derived"));
    assert_eq!((&derived["total"], &derived["divergences"][0]["basis"]), (&1.into(), &"derived".into()));
    let html = service.get("/terms/melding").text();
    assert!(html.contains("Sociaal domein (zorg om een kind) en Veiligheidsdomein: Ander begrip (afgeleid)"), "{html}");
    assert!(html.contains("Afgeleid uit oordelen van de redactie. Die zijn een concept"), "{html}");
    let told = printed(&run(&["compare", "melding", "--glossary", folder.path().to_str().expect("a path")]));
    assert!(told.contains("afgeleid uit oordelen van de redactie, concept"), "{told}");
}

#[test]
fn a_derived_sameness_never_says_that_they_mean_the_same() {
    let folder = with_verdicts(&[verdict("social", "social-zorg", Relation::Same)]);
    folder.edit("terms/melding.toml", "relation = \"homonym\"\ndegree = 3", "relation = \"same\"\ndegree = 0");
    let service = Service::over(folder.path());
    let found = pair(&service, "social-zorg", "safety");
    assert_eq!((&found["relation"], &found["basis"]), (&"same".into(), &"derived".into()));
    let sentence = found["sentence"].as_str().expect("a sentence");
    assert!(sentence.starts_with("Uit oordelen van de redactie volgt dat"), "{sentence}");
    assert!(!sentence.contains("bedoelen hetzelfde"), "{sentence}");
    let html = service.get("/terms/melding").text();
    assert_eq!(html.matches("Ze zeggen hetzelfde in andere woorden.").count(), 2, "of the judged pairs alone: {html}");
}

#[test]
fn verdicts_that_do_not_go_with_the_texts_or_each_other_give_nothing_away() {
    let same = |a, b| verdict(a, b, Relation::Same);
    let folder = with_verdicts(&[same("safety", "social-zorg")]);
    folder.edit("terms/melding.toml", "between = [\"social\", \"safety\"]", "between = [\"social\", \"social-zorg\"]");
    folder.edit("terms/melding.toml", "relation = \"homonym\"\ndegree = 3", "relation = \"same\"\ndegree = 0");
    folder.edit("terms/melding.toml", "  { domain = \"safety\", by = \"redacteur politie\", on = 2026-01-16 },\n", "");
    folder.edit("terms/melding.toml", "roles = [\"politie\"]", "coercion = \"must\"");
    let found = pair(&Service::over(folder.path()), "social", "safety");
    assert_eq!((&found["relation"], &found["basis"]), (&"unclear".into(), &"computed".into()));
    assert_eq!((&found["computed"]["relation"], &found["derivedFrom"]), (&"conflict".into(), &Value::Null));
    let sentence = found["sentence"].as_str().expect("a sentence");
    assert!(
        sentence.contains("iets anders (‘hetzelfde’) dan uit hun omschrijvingen (‘botst’). Vraag het na."),
        "{sentence}"
    );
    let told = printed(&run(&["check", "--glossary", folder.path().to_str().expect("a path")]));
    assert!(
        told.contains("G132") && told.contains("uit oordelen volgt voor ‘social’ en ‘safety’ ‘hetzelfde’"),
        "{told}"
    );
    assert!(!told.contains("G133"), "one mistake is told once: {told}");
}
