// SPDX-License-Identifier: EUPL-1.2
//! The text check: how the writer and the reader of a text read each word in it.

use serde_json::{Value, json};

use crate::annotations::{ANNOTATIONS, checked, word};
use crate::support::{Folder, Service};

/// Requests for how all words are read.
pub const ASKED: &[(&str, &str)] = &[
    ("/readings?writer=social&reader=safety&perPage=500", ""),
    ("/readings?writer=police&reader=social&page=9", ""),
    ("/readings?writer=social", ""),
];

#[test]
fn what_the_two_read_differently_comes_with_sentence_question_and_safer_wording() {
    let service = Service::real();
    let answer = checked(&service, "Het signaal.");
    let signal = word(&answer, "signaal");
    let reading = &signal["reading"];
    let term = service.json("/api/v1/terms/signaal");
    let pair = &term["pairs"][0];
    for key in ["relation", "degree", "basis", "confidence", "sentence"] {
        assert_eq!(reading[key], pair[key], "{key}");
    }
    assert_eq!(reading["difference"], "different");
    assert_eq!(reading["questions"], pair["verdict"]["questions"]);
    assert_eq!(reading["misunderstanding"], pair["verdict"]["misunderstanding"]);
    let explanation = |domain: &str| {
        let concepts = term["concepts"].as_array().expect("concepts").iter();
        concepts.filter(|concept| concept["domain"] == domain).map(|concept| concept["explanation"].clone()).next()
    };
    assert_eq!(Some(signal["writer"][0]["explanation"].clone()), explanation("social"));
    assert_eq!(Some(signal["reader"][0]["explanation"].clone()), explanation("safety"));
    let wording = signal["wordings"][0]["text"].as_str().expect("a wording");
    let own = explanation("social").expect("a concept");
    assert_eq!(wording, format!("Met ‘signaal’ bedoelen wij het volgende. {}", own.as_str().expect("a text")));
    let turned = json!({ "text": "Het signaal.", "writer": "safety", "reader": "social" });
    let turned = service.post(ANNOTATIONS, &turned).json();
    let wording = turned["words"][0]["wordings"][0]["text"].as_str().expect("a wording").to_owned();
    assert!(wording.ends_with(explanation("safety").expect("a concept").as_str().expect("a text")), "{wording}");
}

/// A small term with these lines beside its label, and this of it in the answer.
fn read(lines: &str, text: &str, sides: [&str; 2]) -> Value {
    let folder = Folder::base();
    folder.write("terms/proef.toml", format!("label = \"proef\"\n{lines}"));
    let body = json!({ "text": text, "writer": sides[0], "reader": sides[1] });
    let reply = Service::over(folder.path()).post(ANNOTATIONS, &body);
    assert_eq!(reply.status, 200, "{}", reply.text());
    reply.json()["words"][0].clone()
}

fn concept(domain: &str, definition: &str) -> String {
    format!(
        "\n[[concepts]]\ndomain = \"{domain}\"\ndefinition = \"{definition}\"\nexplanation = \"{definition}\"\n\
         kind = \"working\"\nowner = \"school\"\nsources = [\"CONCEPT\"]\nstatus = \"draft\"\n"
    )
}

#[test]
fn a_word_with_one_meaning_for_both_needs_no_other_wording() {
    let lines = concept("safety", "Een toets vooraf.");
    for (sides, sentence) in [
        (["safety", "safety"], "Binnen het veiligheidsdomein heeft ‘proef’ hier één betekenis."),
        (["police", "safety"], "De politie en het veiligheidsdomein lezen ‘proef’ hier op dezelfde manier."),
    ] {
        let word = read(&lines, "De proef.", sides);
        assert_eq!((&word["reading"]["difference"], &word["reading"]["degree"]), (&json!("same"), &json!(0)));
        assert_eq!((&word["reading"]["sentence"], &word["wordings"]), (&json!(sentence), &json!([])));
        assert_eq!(word["writer"][0]["domain"], "safety", "a part has the meanings of the whole when it has none");
    }
}

#[test]
fn a_word_that_one_side_has_no_meaning_for_is_told_to_be_so() {
    let lines = format!("unused_by = [\"safety\"]\n{}", concept("social", "Een toets vooraf."));
    for sides in [["social", "safety"], ["social", "police"], ["safety", "social"]] {
        let word = read(&lines, "De proef.", sides);
        let reading = &word["reading"];
        assert_eq!((&reading["difference"], &reading["relation"]), (&json!("one_sided"), &json!("one_sided")));
        assert_eq!((&reading["degree"], &reading["basis"]), (&json!(2), &json!("editors")));
        assert!(reading["sentence"].as_str().is_some_and(|text| text.contains("Alleen het sociaal domein gebruikt")));
        let meanings = |side: &str| word[side].as_array().map(Vec::len);
        let expected = if sides[0] == "social" { (Some(1), Some(0)) } else { (Some(0), Some(1)) };
        assert_eq!((meanings("writer"), meanings("reader")), expected, "{sides:?}");
        assert_eq!(word["wordings"].as_array().map(Vec::len), meanings("writer"), "words are those of the writer");
    }
}

#[test]
fn a_domain_without_a_meaning_of_its_own_has_that_of_its_part_and_a_retired_meaning_is_none() {
    let lines = concept("social", "Een toets vooraf.") + &concept("police", "Een rit met een nieuwe auto.");
    let word = read(&lines, "De proef.", ["safety", "social"]);
    assert_eq!((&word["writer"][0]["domain"], &word["reader"][0]["domain"]), (&json!("police"), &json!("social")));
    let retired = concept("social", "Een toets vooraf.").replace("draft", "retired");
    let word = read(&(retired + &concept("safety", "Een toets achteraf.")), "De proef.", ["social", "safety"]);
    assert_eq!((&word["reading"]["difference"], &word["writer"]), (&json!("one_sided"), &json!([])));
}

#[test]
fn a_pair_that_is_unclear_is_told_to_be_unclear() {
    let lines = concept("social", "Een toets vooraf.") + &concept("safety", "Het blussen van branden in de wijk.");
    let word = read(&lines, "De proef.", ["social", "safety"]);
    let reading = &word["reading"];
    assert_eq!(
        (&reading["difference"], &reading["degree"], &reading["basis"]),
        (&json!("unclear"), &Value::Null, &json!("computed"))
    );
    assert!(reading["sentence"].as_str().is_some_and(|text| text.contains("Vraag het na")), "{reading}");
    assert_eq!(word["wordings"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_relation_is_read_from_the_writer_to_the_reader() {
    let verdict = "\n[[verdicts]]\nbetween = [\"social\", \"safety\"]\nrelation = \"broader\"\ndegree = 2\n\
                   why = \"De een telt meer mee.\"\nstatus = \"draft\"\n";
    let lines = concept("social", "Een toets vooraf.") + &concept("safety", "Een toets achteraf.") + verdict;
    for (sides, relation) in [(["social", "safety"], "broader"), (["safety", "social"], "narrower")] {
        let word = read(&lines, "De proef.", sides);
        assert_eq!(word["reading"]["relation"], relation, "{sides:?}");
        assert_eq!(word["writer"][0]["domain"], sides[0]);
    }
}

#[test]
fn a_name_of_one_domain_belongs_to_that_domain() {
    let label = "alt_labels = [{ label = \"keuring\", domain = \"social\" }]\n";
    let lines = label.to_owned() + &concept("social", "Een toets vooraf.") + &concept("safety", "Een toets achteraf.");
    for (sides, advice, meanings) in [
        (["social", "safety"], "Leg het uit aan het veiligheidsdomein.", (1, 0)),
        (["police", "social"], "Vraag na of u er hetzelfde mee bedoelt.", (0, 1)),
        (["safety", "police"], "Leg het uit, of kies een ander woord.", (0, 0)),
    ] {
        let word = read(&lines, "De keuringen.", sides);
        let reading = &word["reading"];
        assert_eq!((&word["label"], &word["domain"]), (&json!("keuring"), &json!("social")));
        assert_eq!((&reading["difference"], &reading["basis"]), (&json!("one_sided"), &json!("editors")));
        assert_eq!(reading["sentence"], format!("‘keuring’ is een woord van het sociaal domein. {advice}"));
        let count = |side: &str| word[side].as_array().map_or(9, Vec::len);
        assert_eq!((count("writer"), count("reader")), meanings, "{sides:?}");
    }
    let word = read(&lines, "De keuringen.", ["social", "social"]);
    assert_eq!(word["reading"]["difference"], "same", "its own domain knows it");
}

/// Every word of the list of how two domains read them, by page.
fn listed(service: &Service, sides: &str) -> Vec<Value> {
    let first = service.json(&format!("/api/v1/readings?{sides}&perPage=7"));
    let pages = first["total"].as_u64().expect("a total").div_ceil(7);
    let page = |number: u64| service.json(&format!("/api/v1/readings?{sides}&perPage=7&page={number}"));
    (1..=pages).flat_map(|number| page(number)["words"].as_array().expect("words").clone()).collect()
}

#[test]
fn the_list_says_of_each_word_in_a_text_what_the_check_of_the_text_says() {
    let service = Service::real();
    let words = listed(&service, "writer=social&reader=safety");
    let labels = words.iter().map(|word| word["label"].as_str().expect("a label"));
    let text = labels.collect::<Vec<_>>().join(". ");
    let answer = checked(&service, &text);
    let found = answer["words"].as_array().expect("words");
    assert!(found.len() > 80, "{}", found.len());
    for word in found {
        let mut bare = word.clone();
        for key in ["number", "count", "confidence"] {
            bare.as_object_mut().expect("a word").remove(key);
        }
        assert!(words.contains(&bare), "{bare}");
    }
}

#[test]
fn the_list_holds_every_term_in_order_and_each_name_of_one_domain_behind_its_term() {
    let service = Service::real();
    let words = listed(&service, "writer=safety&reader=social");
    let terms: Vec<&str> = words.iter().map(|word| word["term"].as_str().expect("a term")).collect();
    assert!(terms.is_sorted());
    let heads = words.iter().filter(|word| word["domain"].is_null()).count();
    let forms = service.json("/api/v1/forms");
    let named = forms["forms"].as_array().expect("forms").iter().filter(|form| form.get("name").is_some());
    let mut count = 0;
    for form in named {
        let is_it = |word: &&Value| word["term"] == form["term"] && word["label"] == form["name"];
        let word = words.iter().find(is_it).unwrap_or_else(|| panic!("{form}"));
        assert_eq!(word["domain"], form["domain"], "{form}");
        count += 1;
    }
    assert_eq!(heads, service.json("/api/v1/terms")["total"]);
    assert!(count > 20 && heads < words.len(), "{count} forms of names that one domain uses");
}
