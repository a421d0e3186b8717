// SPDX-License-Identifier: EUPL-1.2
//! What one place agreed, on top of what holds everywhere; and what a domain takes over from the one above it.

use std::sync::Arc;

use serde_json::{Value, json};
use taalbrug::http::Settings;
use taalbrug::model::Date;
use taalbrug::publication::Shelf;

use crate::support::{Folder, Service, printed, publication, run};

const BASE: &str = "/api/v1";
const LOCAL: &str = "local/voorbeeldstad/terms/melding.toml";

/// The pairs of a question about ‘melding’: the concepts of both sides.
fn sides(answer: &Value) -> Vec<String> {
    let name = |side: &Value| side["concept"].as_str().unwrap_or("-").to_owned();
    let pairs = answer["pairs"].as_array().expect("pairs");
    pairs.iter().map(|pair| format!("{} {}", name(&pair["a"]), name(&pair["b"]))).collect()
}

fn between(service: &Service, query: &str) -> Value {
    service.json(&format!("{BASE}/terms/melding/divergences?between={query}"))
}

/// A meaning of the police, which is a part of the safety domain.
const OF_POLICE: &str = "\n[[concepts]]\ndomain = \"police\"\ndefinition = \"Aantekening van een agent.\"\nexplanation = \"Een agent schrijft iets op.\"\nkind = \"working\"\nowner = \"politie\"\nsources = [\"BRON-B\"]\nstatus = \"draft\"\n\n[[verdicts]]\n";

#[test]
fn a_domain_without_a_meaning_of_its_own_means_what_the_one_above_it_means() {
    let folder = Folder::base();
    let unit = "\n[[domains]]\nid = \"unit\"\nlabel = \"Team\"\nphrase = \"het team\"\nenglish = \"unit\"\nparent = \"police\"\n\n[[facets]]\nid = \"goal\"";
    folder.edit("glossary.toml", "\n[[facets]]\nid = \"goal\"", unit);
    let service = Service::over(folder.path());
    let own = between(&service, "social,safety");
    for heir in ["police", "unit"] {
        let found = between(&service, &format!("social,{heir}"));
        assert_eq!(sides(&found), ["social safety", "social-zorg safety"], "{heir}");
        let side =
            json!({ "domain": heir, "concept": "safety", "origin": "inherited", "from": "safety", "place": null });
        assert_eq!(found["pairs"][0]["b"], side);
        assert_eq!(found["pairs"][0]["a"]["origin"], "own");
        for key in ["relation", "score", "sentence", "fingerprint", "segmentsB"] {
            assert_eq!(found["pairs"][0][key], own["pairs"][0][key], "it is the pair of the meaning it comes from");
        }
        let meant =
            json!({ "domain": heir, "origin": "inherited", "from": "safety", "place": null, "concepts": ["safety"] });
        assert_eq!(found["between"][1], meant);
    }
    assert_eq!(own["pairs"][0]["b"]["origin"], "own");
    let alike = between(&service, "police,unit");
    assert_eq!(
        (&alike["shared"], &alike["pairs"]),
        (&json!(["safety"]), &json!([])),
        "one text is not compared with itself"
    );
}

#[test]
fn a_meaning_of_its_own_takes_the_place_of_what_a_domain_inherits() {
    let folder = Folder::base();
    folder.edit("terms/melding.toml", "\n[[verdicts]]\n", OF_POLICE);
    let service = Service::over(folder.path());
    let found = between(&service, "social,police");
    assert_eq!(sides(&found), ["social police", "social-zorg police"]);
    assert_eq!(
        (&found["pairs"][0]["b"]["origin"], &found["pairs"][0]["b"]["domain"]),
        (&json!("own"), &json!("police"))
    );
    assert_eq!(sides(&between(&service, "safety,police")), ["safety police"]);
    let here = between(&service, "social,police&place=voorbeeldstad");
    assert_eq!(
        sides(&here),
        ["social police", "social-zorg police"],
        "what a place agreed for the domain above is further away"
    );
}

#[test]
fn a_domain_that_does_not_use_a_word_inherits_nothing() {
    let folder = Folder::base();
    folder.edit("terms/signaal.toml", "english = ", "unused_by = [\"police\"]\nenglish = ");
    let service = Service::over(folder.path());
    let found = service.json(&format!("{BASE}/terms/signaal/divergences?between=social,police"));
    assert_eq!((&found["between"][1]["concepts"], &found["between"][1]["origin"]), (&json!([]), &Value::Null));
    assert_eq!(found["pairs"], json!([]));
    let silent = service.json(&format!("{BASE}/terms/keukentafelgesprek/divergences?between=social,police"));
    assert_eq!(sides(&silent), ["social -"], "the silence of a domain is that of its parts");
}

#[test]
fn all_pairs_of_a_domain_take_in_those_it_inherits() {
    let service = Service::base();
    let list = service.json(&format!("{BASE}/divergences?domain=police,social"));
    let inherited: Vec<&Value> =
        list["divergences"].as_array().expect("pairs").iter().filter(|pair| pair["b"]["domain"] == "police").collect();
    assert_eq!(inherited.len(), 3, "{list}");
    assert!(inherited.iter().all(|pair| pair["b"]["origin"] == "inherited" && pair["b"]["from"] == "safety"));
}

#[test]
fn places_are_listed_with_how_much_they_agreed() {
    let folder = Folder::base();
    folder.edit("local/voorbeeldstad/place.toml", "note =", "parties = [\"school\", { role = \"wijkteam\" }]\nnote =");
    let list = Service::over(folder.path()).json(&format!("{BASE}/places"));
    let parties = json!([{ "actor": "school", "label": "School" }, { "actor": null, "label": "wijkteam" }]);
    let note = "Deze plaats bestaat niet. Zij dient als voorbeeld.";
    assert_eq!(
        list["places"],
        json!([{ "id": "voorbeeldstad", "label": "Voorbeeldstad", "note": note, "parties": parties, "terms": 1 }])
    );
}

#[test]
fn a_meaning_of_a_place_stands_in_front_of_that_of_its_domain() {
    let service = Service::base();
    let term = service.json(&format!("{BASE}/terms/melding?place=voorbeeldstad"));
    let concepts = term["concepts"].as_array().expect("concepts");
    let seen: Vec<_> = concepts.iter().map(|one| (one["id"].as_str(), one["origin"].as_str())).collect();
    let wanted = [("social", "own"), ("social-zorg", "own"), ("safety-voorbeeldstad", "local"), ("safety", "own")];
    assert_eq!(seen, wanted.map(|(id, origin)| (Some(id), Some(origin))));
    assert_eq!(
        (&concepts[2]["place"], &concepts[3]["replacedBy"]),
        (&json!("voorbeeldstad"), &json!(["safety-voorbeeldstad"]))
    );
    assert_eq!((&term["place"], &term["divergence"]["relation"]), (&json!("voorbeeldstad"), &json!("overlap")));
    let all = [
        "social safety-voorbeeldstad",
        "social-zorg safety-voorbeeldstad",
        "safety-voorbeeldstad safety",
        "social social-zorg",
    ];
    assert_eq!(sides(&term), all);
    let found = between(&service, "social,police&place=voorbeeldstad");
    assert_eq!(sides(&found), all[..2]);
    let side = json!({ "domain": "police", "concept": "safety-voorbeeldstad", "origin": "inherited", "from": "safety", "place": "voorbeeldstad" });
    assert_eq!(found["pairs"][0]["b"], side);
    assert_eq!(between(&service, "social,safety&place=voorbeeldstad")["pairs"][0]["b"]["origin"], "local");
    assert_eq!(sides(&between(&service, "safety,safety-voorbeeldstad&place=voorbeeldstad")), [all[2]]);
    assert!(
        found["pairs"][0]["sentence"].as_str().is_some_and(|text| text.contains("veiligheidsdomein in Voorbeeldstad"))
    );
    let reply = service.get(&format!("{BASE}/terms/melding/divergences?between=social,safety-voorbeeldstad"));
    assert_eq!(reply.status, 400, "outside the place the meaning is not there: {}", reply.text());
}

#[test]
fn what_a_place_adds_changes_nothing_outside_it() {
    let folder = Folder::base();
    let (with, without) = (Service::over(folder.path()), {
        std::fs::remove_dir_all(folder.path().join("local")).expect("places to remove");
        Service::over(folder.path())
    });
    for path in ["/terms/melding", "/divergences", "/search?q=melding"] {
        let [mut with, mut without] = [&with, &without].map(|service| service.json(&format!("{BASE}{path}")));
        for answer in [&mut with, &mut without] {
            answer["revision"] = Value::Null;
            answer["places"] = Value::Null;
        }
        assert_eq!(with, without, "{path}");
    }
}

#[test]
fn all_pairs_and_their_table_are_counted_as_they_stand_in_a_place() {
    let service = Service::base();
    let [everywhere, here] =
        ["", "&place=voorbeeldstad"].map(|place| service.json(&format!("{BASE}/divergences?perPage=500{place}")));
    assert_eq!((&everywhere["total"], &here["total"], &here["place"]), (&json!(5), &json!(6), &json!("voorbeeldstad")));
    assert_eq!(everywhere["matrix"][0]["perDegree"], json!([0, 0, 1, 1]));
    assert_eq!(here["matrix"][0]["perDegree"], json!([0, 0, 2, 0]));
}

#[test]
fn what_a_search_finds_is_shown_as_it_stands_in_a_place() {
    let service = Service::base();
    let hit = |query: &str| service.json(&format!("{BASE}/search?q=melding{query}"))["hits"][0].clone();
    let (everywhere, here) = (hit(""), hit("&place=voorbeeldstad"));
    let concepts = |hit: &Value| -> Vec<String> {
        let concepts = hit["concepts"].as_array().expect("concepts");
        concepts.iter().map(|concept| concept["id"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(concepts(&everywhere), ["social", "social-zorg", "safety"]);
    assert_eq!(concepts(&here), ["social", "social-zorg", "safety-voorbeeldstad"]);
    assert_eq!(here["concepts"][2]["place"], "voorbeeldstad");
    assert_eq!((&everywhere["divergence"]["degree"], &here["divergence"]["degree"]), (&json!(3), &json!(2)));
    assert_eq!((&everywhere["score"], &everywhere["matched"]), (&here["score"], &here["matched"]));
    let term = service.json(&format!("{BASE}/terms/melding?place=voorbeeldstad"));
    assert_eq!(here["divergence"], term["divergence"]);
    let answer = service.post(&format!("{BASE}/search"), &json!({ "q": "melding", "place": "voorbeeldstad" })).json();
    assert_eq!((&answer["hits"][0], &answer["place"]), (&here, &json!("voorbeeldstad")));
}

#[test]
fn a_place_that_says_nothing_of_a_word_answers_as_everywhere() {
    let service = Service::base();
    let [mut everywhere, here] =
        ["", "?place=voorbeeldstad"].map(|place| service.json(&format!("{BASE}/terms/signaal{place}")));
    assert_eq!(here["agreements"], json!([]));
    everywhere["place"] = json!("voorbeeldstad");
    assert_eq!(everywhere, here);
}

#[test]
fn an_unknown_place_is_answered_with_the_known_ones() {
    let reply = Service::base().get(&format!("{BASE}/terms/melding?place=elders"));
    let fault = json!([{ "name": "place", "reason": "Deze waarde is onbekend. Kies uit: voorbeeldstad." }]);
    assert_eq!((reply.status.as_u16(), &reply.json()["errors"]), (400, &fault));
    assert_eq!(
        Service::base().get(&format!("{BASE}/terms/melding?place=")).status,
        200,
        "nothing chosen is everywhere"
    );
}

const fn day(year: u16, month: u8, day: u8) -> Date {
    Date { year, month, day }
}

/// The small glossary with an agreement of one day, as it is served on a day.
fn on(today: fn() -> Date) -> Service {
    let folder = Folder::base();
    folder.edit(LOCAL, "valid_until = 2126-01-15", "valid_until = 2026-02-28");
    Service::with_clock(Arc::new(Shelf::new(publication(folder.path()))), Settings::default(), today)
}

#[test]
fn an_agreement_past_its_last_day_is_shown_as_lapsed_and_its_tag_changes_with_it() {
    let path = format!("{BASE}/terms/melding?place=voorbeeldstad");
    let days: [fn() -> Date; 4] = [|| day(2026, 2, 1), || day(2026, 2, 28), || day(2026, 3, 1), || day(2027, 1, 1)];
    let replies = days.map(|today| on(today).get(&path));
    let lapsed = replies.each_ref().map(|reply| reply.json()["agreements"][0]["lapsed"].as_bool());
    assert_eq!(lapsed, [Some(false), Some(false), Some(true), Some(true)]);
    let tags = replies.each_ref().map(|reply| reply.header("etag").to_owned());
    assert_eq!((&tags[0], &tags[2]), (&tags[1], &tags[3]));
    assert_ne!(tags[1], tags[2]);
    assert!(replies[0].body == replies[1].body && replies[2].body == replies[3].body);
    let everywhere = days.map(|today| on(today).get(&format!("{BASE}/terms/melding")).header("etag").to_owned());
    assert!(everywhere.iter().all(|tag| *tag == everywhere[0]), "what does not lapse keeps its tag");
}

#[test]
fn an_agreement_says_who_made_it_and_how_far_it_has_come() {
    let term = Service::base().json(&format!("{BASE}/terms/melding?place=voorbeeldstad"));
    let wanted = json!({
        "text": "In ons casusoverleg noemen we iets pas een melding als school en politie er samen naar keken.",
        "parties": [{ "actor": "politie", "label": "Politie" }, { "actor": null, "label": "voorzitter van het casusoverleg" }],
        "agreedOn": "2026-01-15", "validUntil": "2126-01-15", "lapsed": false, "status": "confirmed", "sources": ["CONCEPT"],
    });
    assert_eq!(term["agreements"], json!([wanted]));
    let sources = term["sources"].as_array().expect("sources");
    assert!(sources.iter().any(|source| source["id"] == "CONCEPT"), "what a place cites is shown too");
}

#[test]
fn the_revision_changes_with_what_a_place_agrees() {
    let folder = Folder::base();
    let before = publication(folder.path()).revision;
    folder.edit(LOCAL, "In ons casusoverleg", "In ons overleg");
    assert_ne!(publication(folder.path()).revision, before);
}

#[test]
fn the_page_of_a_word_shows_the_agreements_of_the_chosen_place_and_whose_words_they_are() {
    let service = on(|| day(2026, 2, 1));
    let everywhere = service.get("/terms/melding").text();
    for part in [
        "<option value=\"voorbeeldstad\">Voorbeeldstad</option>",
        "Afspraken per plaats",
        "Ook voor Politie: overgenomen van Veiligheidsdomein.",
    ] {
        assert!(everywhere.contains(part), "{part}: {everywhere}");
    }
    assert!(!everywhere.contains("In ons casusoverleg"), "{everywhere}");
    let here = service.get("/terms/melding?place=voorbeeldstad").text();
    for part in [
        "<option value=\"voorbeeldstad\" selected>Voorbeeldstad</option>",
        "Afspraken in Voorbeeldstad</h2>",
        "In ons casusoverleg noemen we iets pas een melding",
        "<strong>geldt tot en met 2026-02-28</strong> · afgesproken op 2026-01-15 door <span lang=\"nl\">Politie en voorzitter van het casusoverleg</span>",
        "<strong class=\"status\">Afspraak in Voorbeeldstad</strong>",
        "<strong class=\"status\">Geldt niet in Voorbeeldstad: daar is iets anders afgesproken</strong>",
        "Sociaal domein (hulpvraag) en Veiligheidsdomein in Voorbeeldstad",
        "bedoelen maar deels hetzelfde met ‘melding’",
    ] {
        assert!(here.contains(part), "{part}: {here}");
    }
    assert!(
        !here.contains("iets heel anders"),
        "the judgement of what holds everywhere is not about this place: {here}"
    );
    let later = on(|| day(2026, 3, 1)).get("/terms/melding?place=voorbeeldstad").text();
    assert!(later.contains("<strong>verlopen op 2026-02-28</strong>") && later.contains("agreement lapsed"), "{later}");
    let silent = service.get("/terms/signaal?place=voorbeeldstad").text();
    assert!(silent.contains("Over dit woord is in Voorbeeldstad niets afgesproken."), "{silent}");
    assert!(!service.get("/terms/signaal").text().contains("class=\"places\""), "no place, no choice");
}

#[test]
fn a_page_of_an_unknown_place_offers_the_known_ones() {
    let reply = Service::base().get("/terms/signaal?place=%3Cb%3Eelders");
    let html = reply.text();
    assert!(reply.status == 400 && html.contains("Deze plaats kennen wij niet.") && !html.contains("<b>"), "{html}");
    assert!(html.contains("<option value=\"voorbeeldstad\">") && html.contains("U ziet wat overal geldt."), "{html}");
    std::fs::metadata(crate::support::real_glossary().join("local")).expect_err("no real place has invented content");
    let html = Service::real().get("/terms/signaal?place=elders").text();
    assert!(html.contains("Er is nog geen plaats met eigen afspraken.") && !html.contains("<select"), "{html}");
}

#[test]
fn a_meaning_of_a_part_of_a_domain_says_whose_it_is() {
    let folder = Folder::base();
    folder.edit("terms/melding.toml", "\n[[verdicts]]\n", OF_POLICE);
    let html = Service::over(folder.path()).get("/terms/melding").text();
    assert!(html.contains("<strong class=\"status\">Betekenis van Politie</strong>"), "{html}");
    assert!(!html.contains("Ook voor"), "it inherits nothing: {html}");
}

#[test]
fn the_terminal_shows_a_place_too() {
    let folder = Folder::base();
    folder.edit(LOCAL, "valid_until = 2126-01-15", "valid_until = 2026-02-28");
    let glossary = folder.path().display().to_string();
    let told = |arguments: &[&str]| printed(&run(&[arguments, &["--glossary", &glossary]].concat()));
    let text = told(&["show", "melding", "--place", "voorbeeldstad"]);
    for part in [
        "Veiligheidsdomein in Voorbeeldstad",
        "Afspraak in Voorbeeldstad: In ons casusoverleg",
        "verlopen op 2026-02-28",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let text = told(&["compare", "melding", "--place", "voorbeeldstad"]);
    assert!(text.contains("Sociaal domein (hulpvraag) ↔ Veiligheidsdomein in Voorbeeldstad"), "{text}");
    assert!(!told(&["compare", "melding"]).contains("Voorbeeldstad"));
    let text = told(&["show", "melding", "--place", "voorbeelstad"]);
    assert!(text.contains("‘voorbeelstad’ is geen bekende plaats. Kies uit: voorbeeldstad."), "{text}");
}
