// SPDX-License-Identifier: EUPL-1.2
//! My word, your word: what of another domain fits a word, how well, and what is said where nothing does.

use serde_json::{Value, json};

use crate::support::{Folder, Service};

/// Requests that are held against the OpenAPI document.
pub const ASKED: &[(&str, &str)] = &[
    ("/translations?q=melding&from=safety&to=social", ""),
    ("/translations?q=zorgmelding&from=safety&to=social", ""),
    ("/translations?q=meldng&from=social&to=safety", ""),
    ("/translations?q=keukentafelgesprek&from=safety&to=social", ""),
    ("/translations?q=keukentafelgesprek&from=social&to=safety", ""),
    ("/translations?q=melding", ""),
];

fn translate(service: &Service, word: &str, [from, to]: [&str; 2]) -> Value {
    let word: String = form_urlencoded::byte_serialize(word.as_bytes()).collect();
    service.json(&format!("/api/v1/translations?q={word}&from={from}&to={to}"))
}

fn rows(answer: &Value) -> &Vec<Value> {
    answer["translations"].as_array().expect("translations")
}

/// The row with this concept of this term.
fn row<'a>(answer: &'a Value, term: &str, concept: &str) -> &'a Value {
    let is_it = |row: &&Value| row["term"] == term && row["meaning"]["concept"] == concept;
    rows(answer).iter().find(is_it).unwrap_or_else(|| panic!("no {term} {concept} in {answer}"))
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

fn concept(domain: &str, definition: &str) -> String {
    format!(
        "\n[[concepts]]\ndomain = \"{domain}\"\ndefinition = \"{definition}\"\nexplanation = \"{definition}\"\n\
         kind = \"working\"\nowner = \"school\"\nsources = [\"CONCEPT\"]\nstatus = \"draft\"\n"
    )
}

fn verdict(relation: &str, degree: u8) -> String {
    format!(
        "\n[[verdicts]]\nbetween = [\"social\", \"safety\"]\nrelation = \"{relation}\"\ndegree = {degree}\n\
         why = \"Zo is het.\"\nmisunderstanding = \"Zij halen het door elkaar.\"\n\
         questions = [\"Wat bedoelt u?\"]\nstatus = \"draft\"\n"
    )
}

/// The small glossary with terms of these names and lines.
fn with(terms: &[(&str, &str)]) -> Service {
    let folder = Folder::base();
    for (name, lines) in terms {
        folder.write(&format!("terms/{name}.toml"), format!("label = \"{name}\"\n{lines}"));
    }
    Service::over(folder.path())
}

fn both(more: &str) -> String {
    concept("social", "Een toets vooraf.") + &concept("safety", "Het blussen van branden in de wijk.") + more
}

#[test]
fn a_word_of_one_domain_finds_the_word_and_the_concept_of_the_other() {
    let service = Service::real();
    let answer = translate(&service, "handelingsperspectief", ["safety", "social"]);
    let first = &rows(&answer)[0];
    let term = service.json("/api/v1/terms/perspectief");
    let pairs = term["pairs"].as_array().expect("pairs");
    let pair = pairs.iter().find(|pair| pair["relation"] == "nuance").expect("a judged pair");
    assert_eq!(
        (text(first, "term"), text(first, "label"), text(first, "termLabel")),
        ("perspectief", "toekomstperspectief", "perspectief")
    );
    assert_eq!((text(first, "fit"), text(first, "via"), text(first, "basis")), ("close", "word", "editors"));
    for key in ["degree", "confidence", "sentence"] {
        assert_eq!(first[key], pair[key], "{key}");
    }
    let social = &term["concepts"][0];
    assert_eq!(first["meaning"]["explanation"], social["explanation"]);
    assert_eq!((&answer["message"], &answer["suggestions"]), (&Value::Null, &json!([])));
    assert_eq!(answer["words"][0]["name"], "handelingsperspectief");
}

#[test]
fn a_word_is_known_in_any_form_and_by_its_id() {
    let service = Service::real();
    for (typed, term, how) in [
        ("gewogen", "weging", "form"),
        ("Weegoverleg", "weging", "exact"),
        ("signalen", "signaal", "exact"),
        ("informatie gedeeld", "informatie-delen", "form"),
        ("PGA", "persoonsgerichte-aanpak", "exact"),
        ("veilig-thuis", "veilig-thuis", "exact"),
    ] {
        let answer = translate(&service, typed, ["safety", "social"]);
        let own = (text(&answer["words"][0], "term"), text(&answer["words"][0], "how"));
        assert_eq!(own, (term, how), "{typed}");
        assert!(rows(&answer).iter().any(|row| row["term"] == term), "{typed}: {answer}");
    }
}

#[test]
fn a_form_of_two_words_stands_for_both() {
    let service = with(&[("schorsen", &both("")), ("schorsing", &both(""))]);
    let terms = |typed: &str| -> Vec<String> {
        let answer = translate(&service, typed, ["social", "safety"]);
        answer["words"].as_array().expect("words").iter().map(|word| text(word, "term").to_owned()).collect()
    };
    assert_eq!(terms("schorsingen"), ["schorsen", "schorsing"]);
    assert_eq!(terms("schorsing"), ["schorsing"], "as it is written before another form");
}

#[test]
fn the_same_word_for_something_else_does_not_fit_and_comes_with_a_warning() {
    let answer = translate(&Service::base(), "melding", ["safety", "social"]);
    let clash = row(&answer, "melding", "social");
    assert_eq!((text(clash, "fit"), text(clash, "relation"), &clash["degree"]), ("none", "homonym", &json!(3)));
    let warning = &clash["warning"];
    assert_eq!((text(warning, "word"), &warning["degree"]), ("melding", &json!(3)));
    assert_eq!(
        text(warning, "sentence"),
        "Pas op: met ‘melding’ bedoelt het sociaal domein iets anders dan het veiligheidsdomein."
    );
    assert_eq!(text(warning, "misunderstanding"), "De een hoort een vraag om hulp, de ander een verdenking.");
    assert_eq!(warning["questions"], json!(["Vraagt iemand hulp voor zichzelf?"]));
    assert_eq!(answer["warnings"], json!([warning]));
    assert_eq!(rows(&answer).last(), Some(clash), "what does not fit comes last");
    let unclear = row(&answer, "melding", "social-zorg");
    assert_eq!((text(unclear, "fit"), &unclear["degree"]), ("unclear", &Value::Null));
    assert_eq!((text(unclear, "basis"), text(unclear, "confidence")), ("computed", "low"));
    assert_eq!(unclear["warning"], Value::Null, "of what is unclear nobody says that it clashes");
    let message = text(&answer, "message");
    assert!(message.contains("past niet bij uw woord, of dat is niet bekend"), "{message}");
    assert!(message.contains("Vraag het sociaal domein: welk woord gebruikt u hiervoor?"), "{message}");
    assert!(text(&answer, "messageEnglish").contains("Ask the social domain"), "{answer}");
}

#[test]
fn other_words_that_editors_noted_are_read_from_either_side_and_warn_for_their_own_word() {
    let service = with(&[
        ("proef", &("narrower = [\"keuring\"]\n".to_owned() + &both(&verdict("conflict", 3)))),
        ("keuring", &both(&verdict("homonym", 3))),
    ]);
    for (word, other, fit) in [("proef", "keuring", "narrower"), ("keuring", "proef", "broader")] {
        let answer = translate(&service, word, ["social", "safety"]);
        let noted = row(&answer, other, "safety");
        assert_eq!((text(noted, "fit"), text(noted, "via"), text(noted, "basis")), (fit, "mapping", "related"));
        assert_eq!((&noted["degree"], &noted["relation"]), (&Value::Null, &Value::Null), "nobody compared the two");
        assert!(text(noted, "sentence").contains("Of de betekenissen passen, is niet beoordeeld."), "{noted}");
        assert_eq!(noted["warning"]["word"], *other, "this word too means something else there");
        assert_eq!(answer["warnings"][0]["word"], *word, "at the top stands the word that was asked");
        assert!(text(&answer, "message").contains("Die betekenen niet vanzelf hetzelfde."), "{answer}");
    }
    assert_eq!(
        text(row(&translate(&Service::base(), "signaal", ["safety", "social"]), "melding", "social"), "fit"),
        "related"
    );
}

#[test]
fn a_fit_is_read_from_the_asking_domain() {
    for (relation, degree, there, back) in [
        ("same", 0, "exact", "exact"),
        ("nuance", 1, "close", "close"),
        ("broader", 2, "narrower", "broader"),
        ("narrower", 2, "broader", "narrower"),
        ("overlap", 2, "related", "related"),
        ("conflict", 3, "none", "none"),
    ] {
        let service = with(&[("proef", &both(&verdict(relation, degree)))]);
        for (sides, concept, fit) in [(["social", "safety"], "safety", there), (["safety", "social"], "social", back)] {
            let answer = translate(&service, "proefje", sides);
            let own = row(&answer, "proef", concept);
            assert_eq!((text(own, "fit"), &own["degree"]), (fit, &json!(degree)), "{relation} {sides:?}");
            assert_eq!(own["warning"].is_null(), degree < 2, "{relation}");
            assert_eq!(answer["message"].is_null(), fit != "none", "{relation}");
        }
    }
}

#[test]
fn a_domain_has_the_meanings_of_what_it_is_part_of_else_those_of_its_parts() {
    let service = Service::base();
    let inherited = row(&translate(&service, "signaal", ["social", "police"]), "signaal", "safety").clone();
    assert_eq!(inherited["meaning"]["domain"], "safety");
    let shared = row(&translate(&service, "signaal", ["police", "safety"]), "signaal", "safety").clone();
    assert_eq!((text(&shared, "fit"), text(&shared, "basis"), &shared["warning"]), ("exact", "editors", &Value::Null));
    let lines = concept("social", "Een toets vooraf.") + &concept("police", "Een rit met een auto.");
    let part = translate(&with(&[("proef", &lines)]), "proef", ["social", "safety"]);
    assert_eq!(row(&part, "proef", "police")["meaning"]["domain"], "police");
}

#[test]
fn where_one_side_has_no_meaning_that_is_said_and_nothing_is_made_up() {
    let service = Service::base();
    let there = translate(&service, "keukentafelgesprek", ["social", "safety"]);
    assert_eq!(rows(&there).len(), 0, "{there}");
    let message = text(&there, "message");
    assert!(message.starts_with("Alleen het sociaal domein gebruikt ‘keukentafelgesprek’."), "{message}");
    assert!(message.contains("“Een gesprek thuis over welke steun nodig is.”"), "{message}");
    let back = translate(&service, "keukentafelgesprek", ["safety", "social"]);
    let own = row(&back, "keukentafelgesprek", "social");
    assert_eq!((text(own, "fit"), text(own, "relation"), text(own, "basis")), ("unclear", "one_sided", "editors"));
    assert!(
        text(&back, "message")
            .starts_with("Wat het veiligheidsdomein met ‘keukentafelgesprek’ bedoelt, staat hier niet.")
    );
    let retired = concept("social", "Een toets vooraf.") + &concept("safety", "Een rit.").replace("draft", "retired");
    let answer = translate(&with(&[("proef", &retired)]), "proef", ["social", "safety"]);
    assert_eq!(answer["translations"], json!([]), "a retired meaning is none");
}

#[test]
fn a_word_of_another_domain_is_no_word_of_the_one_that_asks() {
    let service = Service::base();
    for sides in [["safety", "social"], ["police", "safety"]] {
        let answer = translate(&service, "zorgmeldingen", sides);
        assert_eq!((&answer["words"][0]["owner"], &answer["words"][0]["meanings"]), (&json!("social"), &json!([])));
        assert_eq!(answer["translations"], json!([]));
        assert!(text(&answer, "message").starts_with("‘zorgmelding’ is een woord van het sociaal domein en niet van"));
        assert_eq!(answer["suggestions"][0]["term"], "melding");
    }
    let own = translate(&service, "zorgmeldingen", ["social", "safety"]);
    assert_eq!((&own["words"][0]["owner"], rows(&own).len()), (&Value::Null, 3));
    let label = |sides| text(row(&translate(&service, "signaal", sides), "melding", "social"), "label").to_owned();
    assert_eq!(label(["safety", "social"]), "melding", "of two meanings nobody said which is a zorgmelding");
}

#[test]
fn typing_errors_phrases_and_compounds_are_suggestions_and_never_answers() {
    let service = Service::real();
    for (typed, meant) in [("wegign", "weging"), ("een melding doen", "melding"), ("veiligheidscasus", "casus")] {
        let answer = translate(&service, typed, ["social", "safety"]);
        assert_eq!(answer["words"], json!([]), "{typed}");
        assert_eq!((&answer["translations"], &answer["warnings"]), (&json!([]), &json!([])), "{typed}");
        assert_eq!(answer["suggestions"][0]["term"], meant, "{typed}: {answer}");
        assert!(text(&answer, "message").contains("staat niet in deze woordenlijst"), "{typed}");
    }
    let nothing = translate(&service, "xqzvbnw", ["social", "safety"]);
    assert_eq!((&nothing["suggestions"], nothing["message"].is_null()), (&json!([]), false));
}

#[test]
fn words_that_definitions_share_are_a_guess_that_says_so_and_only_where_the_word_does_not_fit() {
    let shared = "Het afleggen van een huisbezoek bij een gezin met schulden.";
    let near = "Een huisbezoek aan een gezin met hoge schulden.";
    let proef = |verdict: &str| concept("social", shared) + &concept("safety", "Het blussen van branden.") + verdict;
    let asked = |verdict: &str| {
        let service = with(&[("proef", &proef(verdict)), ("keuring", &concept("safety", near))]);
        translate(&service, "proef", ["social", "safety"])
    };
    let answer = asked(&verdict("homonym", 3));
    let guess = row(&answer, "keuring", "safety");
    assert_eq!((text(guess, "fit"), text(guess, "via"), text(guess, "basis")), ("unclear", "meaning", "meaning"));
    assert_eq!((text(guess, "confidence"), &guess["degree"]), ("low", &Value::Null));
    assert_eq!(guess["shared"], json!(["huisbezoek", "gezin", "schulden"]));
    assert!(text(guess, "sentence").contains("Dit is berekend en nog niet beoordeeld."), "{guess}");
    assert!(rows(&asked(&verdict("nuance", 1))).iter().all(|row| row["via"] == "word"));
}

#[test]
fn every_fault_is_told_with_its_remedy() {
    let service = Service::base();
    let needed = "Dit gegeven is nodig. Kies uit: social, safety, police.";
    let unknown = "Deze waarde is onbekend. Kies uit: social, safety, police.";
    let equal = "Dit is hetzelfde domein als bij from. Kies een ander domein.";
    for (query, faults) in [
        ("q=signaal&from=social", json!([{ "name": "to", "reason": needed }])),
        ("q=signaal&to=social&from=maan", json!([{ "name": "from", "reason": unknown }])),
        ("q=signaal&to=social&from=social", json!([{ "name": "to", "reason": equal }])),
        (
            "q=+&from=&to=maan",
            json!([
                { "name": "q", "reason": "Dit gegeven is nodig, bijvoorbeeld q=signaal." },
                { "name": "from", "reason": needed },
                { "name": "to", "reason": unknown },
            ]),
        ),
    ] {
        let reply = service.get(&format!("/api/v1/translations?{query}"));
        assert_eq!((reply.status.as_u16(), &reply.json()["errors"]), (400, &faults), "{query}");
    }
}

/// The places of fits, the best first; what covers more, less or a part counts alike.
fn rank(row: &Value) -> usize {
    let ranks: &[&[&str]] = &[&["exact"], &["close"], &["broader", "narrower", "related"], &["unclear"], &["none"]];
    ranks.iter().position(|fits| fits.contains(&text(row, "fit"))).expect("a known fit")
}

#[test]
fn of_every_word_of_the_glossary_the_best_comes_first_and_nothing_is_silent() {
    let service = Service::real();
    let terms = service.json("/api/v1/terms?perPage=500");
    for term in terms["terms"].as_array().expect("terms") {
        for [from, to] in [["social", "safety"], ["safety", "social"]] {
            let answer = translate(&service, text(term, "label"), [from, to]);
            let rows = rows(&answer);
            assert!(rows.is_sorted_by_key(rank), "{answer}");
            let fits = rows.iter().any(|row| row["via"] == "word" && rank(row) < 3);
            assert_eq!(answer["message"].is_null(), fits, "{answer}");
            assert!(rows.iter().all(|row| row["meaning"]["domain"] == to && !text(row, "sentence").is_empty()));
            let guesses = rows.iter().filter(|row| row["via"] == "meaning");
            assert!(guesses.into_iter().all(|row| row["confidence"] == "low" && row["fit"] == "unclear"));
            let own_clash = |row: &&Value| row["fit"] == "none";
            assert!(rows.iter().filter(own_clash).all(|row| row["warning"]["degree"] == 3), "{answer}");
        }
    }
}
