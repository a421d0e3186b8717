// SPDX-License-Identifier: EUPL-1.2
//! Looking up many words at once: what is known by a word, and nothing that only looks like it.

use serde_json::{Value, json};

use crate::support::{Folder, Service};

const LOOKUP: &str = "/api/v1/terms/lookup";

fn looked_up(service: &Service, words: &[&str]) -> Vec<Value> {
    let reply = service.post(LOOKUP, &json!({ "words": words }));
    assert_eq!(reply.status, 200, "{}", reply.text());
    reply.json()["words"].as_array().expect("words").clone()
}

#[test]
fn words_are_answered_in_order_by_id_name_or_form() {
    let service = Service::real();
    let asked = [
        ("signaal", "exact", "signaal", "label"),
        ("Signalen", "exact", "signaal", "altLabel"),
        ("signaaltjes", "form", "signaal", "label"),
        ("gemeld", "form", "melding", "label"),
        ("client", "exact", "client", "label"),
        ("veilig-thuis", "exact", "veilig-thuis", "id"),
        ("Zorg- en veiligheidshuis", "exact", "zorg-en-veiligheidshuis", "label"),
        ("informatie gedeeld", "form", "informatie-delen", "label"),
        ("PGA", "exact", "persoonsgerichte-aanpak", "altLabel"),
        ("af", "exact", "aandachtsfunctionaris", "altLabel"),
        (" melding. ", "exact", "melding", "label"),
        ("melding", "exact", "melding", "label"),
    ];
    let words: Vec<&str> = asked.iter().map(|row| row.0).collect();
    for (answer, (word, found, term, field)) in looked_up(&service, &words).iter().zip(asked) {
        let own = ["word", "found", "term", "field"].map(|key| answer[key].as_str().unwrap_or_default());
        assert_eq!(own, [word, found, term, field]);
        let whole = service.json(&format!("/api/v1/terms/{term}"));
        assert_eq!((&answer["label"], &answer["divergence"]), (&whole["label"], &whole["divergence"]), "{word}");
        assert_eq!(answer["suggestions"], json!([]), "{word}");
    }
    assert_eq!(looked_up(&service, &["niet-pluisgevoel"])[0]["domain"], "social");
}

#[test]
fn what_only_resembles_a_term_is_not_found_and_comes_with_suggestions() {
    let service = Service::real();
    for (word, near) in [("reggie", "regie"), ("medling", "melding"), ("triage", "weging"), ("meldi", "melding")] {
        let answer = &looked_up(&service, &[word])[0];
        assert_eq!(
            (&answer["found"], &answer["term"], &answer["divergence"]),
            (&json!("none"), &Value::Null, &Value::Null)
        );
        assert_eq!(answer["suggestions"][0]["term"], near, "{word}: {answer}");
    }
    for word in ["signaalbespreking", "het signaal", "eigen", "AVG", "avg", "xqzvbnw", "?!", "🙂"] {
        assert_eq!(looked_up(&service, &[word])[0]["found"], "none", "{word}");
    }
    assert_eq!(looked_up(&service, &["xqzvbnw"])[0]["suggestions"], json!([]));
}

#[test]
fn five_hundred_words_are_answered_and_more_are_refused() {
    let service = Service::base();
    let words: Vec<String> = (0..500).map(|number| format!("signaal{number}")).collect();
    let reply = service.post(LOOKUP, &json!({ "words": words }));
    assert_eq!(reply.json()["words"].as_array().map(Vec::len), Some(500), "{}", reply.text());
    assert_eq!(looked_up(&service, &[]), Vec::<Value>::new());
    let many = service.post(LOOKUP, &json!({ "words": vec!["signaal"; 501] }));
    assert_eq!(many.status, 400);
    assert_eq!(
        many.json()["errors"],
        json!([{ "name": "/words", "reason": "Deze lijst mag hoogstens 500 waarden hebben." }])
    );
}

#[test]
fn everything_that_is_wrong_with_a_request_is_told_with_place_and_remedy() {
    let service = Service::base();
    let needed = "Dit gegeven is nodig: een lijst van hoogstens 500 woorden of ids.";
    let long = "Deze tekst mag hoogstens 200 tekens hebben.";
    for (body, place, reason) in [
        (json!({}), "/words", needed),
        (json!({ "words": "signaal" }), "/words", "Dit hoort een lijst van teksten te zijn."),
        (json!({ "words": ["signaal", 1] }), "/words/1", "Dit hoort een tekst te zijn."),
        (json!({ "words": ["signaal", " "] }), "/words/1", "Dit woord is leeg. Vul het in of haal het weg."),
        (json!({ "words": ["x".repeat(201)] }), "/words/0", long),
        (json!({ "word": ["x"], "words": [] }), "/word", "Dit gegeven is hier onbekend. Bedoelt u ‘words’?"),
        (json!(["signaal"]), "", "Dit hoort een JSON-object te zijn."),
    ] {
        let reply = service.post(LOOKUP, &body);
        assert_eq!(reply.status, 400, "{body}");
        assert_eq!(reply.json()["errors"], json!([{ "name": place, "reason": reason }]), "{body}");
    }
    assert_eq!(service.post(LOOKUP, &json!({ "words": vec!["x".repeat(600); 500] })).status, 413);
}

#[test]
fn a_term_that_is_called_lookup_is_read_like_any_other() {
    let folder = Folder::base();
    let text = std::fs::read_to_string(folder.path().join("terms/signaal.toml")).expect("a term");
    folder.write("terms/lookup.toml", text.replace("label = \"signaal\"", "label = \"opzoeken\""));
    let service = Service::over(folder.path());
    assert_eq!(service.json("/api/v1/terms/lookup")["label"], "opzoeken");
    assert_eq!(service.get("/terms/lookup").status, 200);
    assert_eq!(looked_up(&service, &["opzoeken"])[0]["term"], "lookup");
    assert_eq!(Service::base().get(LOOKUP).status, 404, "without that term it is unknown");
}
