// SPDX-License-Identifier: EUPL-1.2
//! A model of word vectors beside the comparison, in the real program: it helps where words do not tell, overrules
//! nothing, and every answer says that it was used.

use std::collections::BTreeSet;
use std::fs;
use std::process::Output;

use serde_json::{Value, json};

use crate::support::{Folder, Server, Service, printed, taalbrug};
use crate::tiny_model::{self, NAME, argument};

/// Two definitions in wholly other words about one theme.
const PARAPHRASE: [&str; 2] = ["Praten over zorgen bij een gezin.", "Gesprek over problemen rond een huishouden."];

/// Two definitions about two themes.
const APART: [&str; 2] = ["Praten over zorgen bij een gezin.", "Straf voor diefstal van een winkel."];

/// The real program with the real glossary, and with this model if any.
fn server(model: Option<&Folder>, index: &Folder) -> Server {
    let mut command = taalbrug(&["serve", "--index", &argument(index.path())]);
    Server::start(command.args(options(model)))
}

fn options(model: Option<&Folder>) -> Vec<String> {
    model.map_or_else(Vec::new, |folder| vec!["--model".to_owned(), argument(folder.path())])
}

/// The answer to a comparison of two sides.
fn compared(server: &Server, a: &Value, b: &Value) -> Value {
    let body = json!({ "term": "casus", "a": a, "b": b }).to_string();
    let head = "POST /api/v1/compare HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close";
    let request = format!("{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    let (status, text) = server.send(&request).expect("an answer");
    assert_eq!(status, 200, "{text}");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn texts(server: &Server, [a, b]: [&str; 2]) -> Value {
    compared(server, &json!({ "definition": a }), &json!({ "definition": b }))
}

fn similarity(answer: &Value) -> f64 {
    answer["model"]["similarity"].as_f64().unwrap_or_else(|| panic!("no figure: {answer}"))
}

#[test]
fn a_paraphrase_is_a_nuance_and_another_theme_another_concept_and_the_sentence_names_the_model() {
    let (model, index) = (tiny_model::calibrated(), Folder::empty());
    let server = server(Some(&model), &index);
    assert!(
        server.welcome.contains("Taalmodel (model)   proefmodel (same_from 0.95, other_below 0.1)"),
        "{}",
        server.welcome
    );
    for (pair, relation, degree, part) in [
        (PARAPHRASE, "nuance", 1, "Volgens het taalmodel ‘proefmodel’ lijken de omschrijvingen van ‘casus’ bij"),
        (APART, "homonym", 3, "Let op: volgens het taalmodel ‘proefmodel’ bedoelen"),
    ] {
        let answer = texts(&server, pair);
        assert_eq!((&answer["relation"], &answer["degree"]), (&json!(relation), &json!(degree)), "{answer}");
        assert_eq!(answer["confidence"], "medium");
        assert_eq!((&answer["model"]["name"], &answer["model"]["decided"]), (&json!(NAME), &json!(true)));
        let sentence = answer["sentence"].as_str().unwrap_or_default();
        assert!(
            sentence.starts_with(part) && sentence.ends_with("Dit is berekend en nog niet beoordeeld."),
            "{sentence}"
        );
        assert!(!sentence.contains("bedoelen hetzelfde"), "{sentence}");
        let english = answer["sentenceEnglish"].as_str().unwrap_or_default();
        assert!(english.contains("language model ‘proefmodel’"), "{english}");
        let sum: f64 =
            answer["explanation"].as_array().expect("shares").iter().filter_map(|share| share["share"].as_f64()).sum();
        assert!((sum - answer["score"].as_f64().expect("a score")).abs() < 0.001, "{answer}");
        let turned = texts(&server, [pair[1], pair[0]]);
        assert_eq!((&turned["relation"], &turned["model"]), (&answer["relation"], &answer["model"]));
    }
}

#[test]
fn without_thresholds_the_figure_is_shown_and_asserts_nothing() {
    let (model, index) = (tiny_model::folder(), Folder::empty());
    let server = server(Some(&model), &index);
    assert!(server.welcome.contains("proefmodel (zonder drempels: beslist niets)"), "{}", server.welcome);
    for (pair, figure) in [(PARAPHRASE, 1.0), (APART, 0.0)] {
        let answer = texts(&server, pair);
        assert_eq!((&answer["relation"], &answer["model"]["decided"]), (&json!("unclear"), &json!(false)), "{answer}");
        assert!((similarity(&answer) - figure).abs() < 0.01, "{answer}");
    }
}

#[test]
fn without_a_model_the_answer_says_that_there_was_none() {
    let index = Folder::empty();
    let server = server(None, &index);
    assert!(!server.welcome.contains("Taalmodel"), "{}", server.welcome);
    let answer = texts(&server, PARAPHRASE);
    assert_eq!((&answer["relation"], &answer["model"]), (&json!("unclear"), &Value::Null), "{answer}");
}

/// Servers without a model, and with one that speaks wherever it may.
fn without_and_with_a_talkative_model() -> [Server; 2] {
    let (model, index) = (tiny_model::folder(), Folder::empty());
    model.write("taalbrug.toml", "same_from = -1\n");
    [server(None, &index), server(Some(&model), &index)]
}

#[test]
fn words_that_tell_are_never_overruled_however_near_the_texts_are() {
    let [without, with] = without_and_with_a_talkative_model();
    for pair in [
        // A flip in one sentence.
        ["De partner moet gegevens delen.", "De partner mag gegevens delen."],
        // Flips between other words.
        ["Praten met ouders mag niet.", "Praten met ouders moet, ook over zorgen."],
        // A denial, another duty, another party and a consent that no aligned word shows.
        ["Praten over zorgen, niet met ouders.", "Gesprek over problemen met hulp."],
        ["De partner moet hulp aan een gezin.", "Steun voor het huishouden."],
        ["Gesprek van school over zorgen.", "Praten met politie over problemen."],
        ["Gesprek met toestemming van ouders.", "Praten over zorgen van een gezin."],
        // The same words turned around, and all but one the same.
        ["De partner praten de ouders over hulp.", "De ouders praten de partner over hulp."],
        ["Hulp na straf van de rechter voor diefstal.", "Hulp na boete van de rechter voor diefstal."],
        // Equal texts, and a text that says that the word is not used.
        ["Hulp aan een gezin.", "Hulp aan een gezin."],
        ["Hulp aan een gezin.", "Dit woord gebruiken we niet."],
    ] {
        let (plain, answer) = (texts(&without, pair), texts(&with, pair));
        for key in ["relation", "score", "confidence", "sentence", "flips", "segmentsA", "explanation"] {
            assert_eq!(answer[key], plain[key], "{pair:?}: {answer}");
        }
        assert_ne!(answer["model"]["decided"], true, "{pair:?}: {answer}");
    }
    assert_eq!(texts(&with, ["De partner moet delen.", "De partner mag delen."])["relation"], "conflict");
    assert_eq!(texts(&with, PARAPHRASE)["relation"], "nuance", "elsewhere it does decide");
}

#[test]
fn controlled_values_and_facets_that_part_are_never_overruled() {
    let [without, with] = without_and_with_a_talkative_model();
    let [a, b] = PARAPHRASE;
    for (key, of_a, of_b, decided) in [
        ("values", json!({ "coercion": "voluntary" }), json!({ "coercion": "must" }), false),
        ("values", json!({ "within": "P7D" }), json!({ "within": "P14D" }), false),
        ("values", json!({ "roles": ["school"] }), json!({ "roles": ["police"] }), false),
        ("facets", json!({ "goal": "hulp geven" }), json!({ "goal": "straf opleggen" }), false),
        ("values", json!({ "coercion": "must" }), json!({ "coercion": "must" }), true),
        ("facets", json!({ "goal": "hulp geven" }), json!({}), true),
    ] {
        let sides = [json!({ "definition": a, key: of_a }), json!({ "definition": b, key: of_b })];
        let [plain, answer] = [&without, &with].map(|server| compared(server, &sides[0], &sides[1]));
        let relation = if decided { &json!("nuance") } else { &plain["relation"] };
        assert_eq!(&answer["relation"], relation, "{sides:?}: {answer}");
        assert_eq!(answer["model"]["decided"], decided, "{sides:?}: {answer}");
    }
}

#[test]
fn another_model_is_another_revision_with_an_index_of_its_own() {
    let (calibrated, plain, index) = (tiny_model::calibrated(), tiny_model::folder(), Folder::empty());
    let mut revisions = BTreeSet::new();
    for (model, count) in [(None, 1), (Some(&calibrated), 2), (Some(&plain), 3), (Some(&calibrated), 3)] {
        let output = in_terminal(&["index", "--index", &argument(index.path())], model);
        assert!(output.status.success(), "{}", printed(&output));
        let entries = fs::read_dir(index.path()).expect("indexes").map(|entry| entry.expect("an index"));
        revisions.extend(entries.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name()));
        assert_eq!(revisions.len(), count, "{revisions:?}");
    }
}

#[test]
fn another_model_is_another_entity_tag() {
    let (glossary, calibrated, plain) = (Folder::base(), tiny_model::calibrated(), tiny_model::folder());
    let services = [Service::over(glossary.path()), Service::with_model(glossary.path(), calibrated.path())];
    let plain = Service::with_model(glossary.path(), plain.path());
    for path in ["/api/v1/terms", "/terms/melding", "/"] {
        let mut tags: Vec<String> =
            services.iter().chain([&plain]).map(|service| service.get(path).header("ETag").to_owned()).collect();
        tags.sort();
        tags.dedup();
        assert_eq!(tags.len(), 3, "{path}: {tags:?}");
    }
}

/// A glossary with one more term, both of whose definitions the little model knows.
fn glossary_with(definitions: [&str; 2]) -> Folder {
    let glossary = Folder::base();
    glossary.write("terms/gezinsgesprek.toml", term(definitions));
    glossary
}

fn term([a, b]: [&str; 2]) -> String {
    let concept = |domain: &str, definition: &str| {
        format!(
            "[[concepts]]\ndomain = \"{domain}\"\ndefinition = \"{definition}\"\nexplanation = \"{definition}\"\n\
             kind = \"working\"\nowner = \"school\"\nsources = [\"BRON-A\"]\nstatus = \"draft\"\n\n"
        )
    };
    format!("label = \"gezinsgesprek\"\n\n{}{}", concept("social", a), concept("safety", b))
}

#[test]
fn an_edit_keeps_the_model_that_was_read_at_the_start() {
    let (model, glossary, index) = (tiny_model::calibrated(), glossary_with(PARAPHRASE), Folder::empty());
    let arguments = ["serve", "--glossary", &argument(glossary.path()), "--index", &argument(index.path())];
    let server = Server::start(taalbrug(&arguments).args(options(Some(&model))));
    let (_, page) = server.get("/terms/gezinsgesprek");
    assert!(page.contains("Het taalmodel ‘proefmodel’ geeft deze teksten een gelijkenis van 1,00"), "{page}");
    assert!(page.contains("Dat gaf hier de doorslag."), "{page}");
    fs::remove_dir_all(model.path()).expect("the model goes");
    fs::create_dir(model.path()).expect("its folder stays");
    glossary.write("terms/gezinsgesprek.toml", term(APART));
    let page = server.wait_for("/terms/gezinsgesprek", |page| page.contains("iets heel anders"));
    assert!(page.contains("volgens het taalmodel ‘proefmodel’ bedoelen"), "{page}");
    let (_, api) = server.get("/api/v1/terms/gezinsgesprek/divergences");
    let answer: Value = serde_json::from_str(&api).expect("JSON");
    assert_eq!(answer["pairs"][0]["model"], json!({ "name": NAME, "similarity": 0.0002, "decided": true }));
}

fn in_terminal(arguments: &[&str], model: Option<&Folder>) -> Output {
    taalbrug(arguments).args(options(model)).output().expect("the program runs")
}

#[test]
fn the_commands_tell_of_the_model_too() {
    let (model, glossary, lines) = (tiny_model::calibrated(), glossary_with(PARAPHRASE), Folder::empty());
    let base = argument(glossary.path());
    let told = printed(&in_terminal(&["compare", "gezinsgesprek", "--glossary", &base], Some(&model)));
    assert!(told.contains("Volgens het taalmodel ‘proefmodel’") && told.contains("gelijkenis van 1,00"), "{told}");
    let pair = |id: &str, [a, b]: [&str; 2]| json!({ "id": id, "a_text": a, "b_text": b }).to_string();
    lines.write("paren.jsonl", [pair("1", PARAPHRASE), pair("2", APART), pair("3", ["Boete.", ""])].join("\n"));
    let file = argument(&lines.path().join("paren.jsonl"));
    let answers = |model| {
        let output = in_terminal(&["compare", "--pairs", &file], model);
        let text = printed(&output);
        let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
        lines.into_iter().map(|line| json!([line["relation"], line["model"]])).collect::<Vec<_>>()
    };
    let by = |similarity: f64| json!({ "name": NAME, "similarity": similarity, "decided": true });
    assert_eq!(
        answers(Some(&model)),
        [json!(["nuance", by(1.0)]), json!(["homonym", by(0.0002)]), json!(["one_sided", null])]
    );
    assert_eq!(answers(None), [json!(["unclear", null]), json!(["unclear", null]), json!(["one_sided", null])]);
}

#[test]
fn what_is_wrong_with_a_glossary_does_not_hang_on_a_model() {
    let (model, glossary) = (tiny_model::folder(), glossary_with(PARAPHRASE));
    model.write("taalbrug.toml", "same_from = -1\n");
    let verdict = "[[verdicts]]\nbetween = [\"social\", \"safety\"]\nrelation = \"conflict\"\ndegree = 3\nwhy = \"W.\"\nstatus = \"draft\"\n";
    glossary.write("terms/gezinsgesprek.toml", format!("{}{verdict}", term(PARAPHRASE)));
    let base = argument(glossary.path());
    let check = |model| printed(&in_terminal(&["check", "--glossary", &base], model));
    assert_eq!(check(Some(&model)), check(None));
    assert!(!check(None).contains("G132"), "{}", check(None));
    let told = printed(&in_terminal(&["compare", "gezinsgesprek", "--glossary", &base], Some(&model)));
    assert!(told.contains("gelijkenis van 1,00") && told.contains("Dat cijfer beslist hier niets."), "{told}");
}
