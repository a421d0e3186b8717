// SPDX-License-Identifier: EUPL-1.2
//! What experts type: phrases, what to leave out, and fields; and that ordinary questions are none of these.

use proptest::prelude::*;
use serde_json::{Value, json};
use taalbrug::model::Keyed;
use taalbrug::publication::Publication;
use taalbrug::search::{Caution, FACETS, FIELD_NAMES, Found, Query, Understood};

use crate::support::{Folder, Service, printed, publication, real_glossary, run};

const SEARCH: &str = "/api/v1/search";

/// Requests that the OpenAPI document is held against.
pub const ASKED: &[(&str, &str)] = &[
    ("/search", ""),
    ("/search?q=gemeld", ""),
    ("/search?q=xqzvbnw", ""),
    ("/search?q=reggie&page=9", ""),
    ("/search?page=0", ""),
    ("/search?q=%22signaal+melding%22+-politie", ""),
    ("/search?q=zorg+domein:maan", ""),
    ("/search?differ=safety,social", ""),
];

fn find(publication: &Publication, typed: &str) -> Found {
    let understood = publication.understand(typed);
    let reasons: Vec<&str> = understood.mistakes.iter().map(|mistake| mistake.reason.dutch.as_str()).collect();
    assert!(reasons.is_empty(), "{typed}: {reasons:?}");
    let query = Query { take: 100, ..Query::of(&understood) };
    publication.index().search(&query).expect("a search")
}

/// The terms that a question finds, by id.
fn ids(publication: &Publication, typed: &str) -> Vec<String> {
    let mut ids: Vec<String> =
        find(publication, typed).hits.iter().map(|hit| publication.entry_at(hit.place).term.id.to_string()).collect();
    ids.sort();
    ids
}

fn codes(understood: &Understood) -> Vec<&'static str> {
    understood.notices.iter().map(|notice| notice.caution.key()).collect()
}

/// What the service answers to a question; the question stands in a body, so that it needs no escapes.
fn ask(service: &Service, q: &str) -> Value {
    let reply = service.post(SEARCH, &json!({ "q": q, "perPage": 100 }));
    assert_eq!(reply.status, 200, "{q}: {}", reply.text());
    reply.json()
}

/// A glossary in which it is known what stands next to what.
fn written() -> Publication {
    let folder = Folder::base();
    folder.edit(
        "terms/signaal.toml",
        "Waarneming waarover een professional nog nadenkt.",
        "De informatie wordt gedeeld met ouders, zorg en veiligheid.",
    );
    folder.edit(
        "terms/signaal.toml",
        "Informatie over een persoon die wordt gewogen.",
        "Delen van informatie over veiligheid en zorg.",
    );
    folder.edit("terms/signaal.toml", "label = \"signaal\"", "label = \"informatie delen\"");
    publication(folder.path())
}

#[test]
fn a_phrase_finds_its_words_next_to_each_other_in_any_form() {
    let publication = written();
    for (typed, found) in [
        ("\"informatie delen\"", true),
        ("“Informatie gedeeld”", true),
        ("„informatie delen”", true),
        ("«informatie delen»", true),
        ("\"delen informatie\"", false),
        ("\"informatie over veiligheid\"", true),
        ("\"over informatie\"", false),
        ("\"ouders zorg en veiligheid\"", true),
        ("\"en veiligheid\"", true),
        ("\"en zorg\"", true),
        ("\"zorg veiligheid\"", false),
        ("\"wordt gedeeld\" ouders", true),
        ("\"informatie delen\" \"zorg en\"", true),
        ("\"informatie delen\" \"en informatie\"", false),
    ] {
        assert_eq!(ids(&publication, typed).contains(&"signaal".to_owned()), found, "{typed}");
    }
}

#[test]
fn one_word_in_quotes_is_that_word_and_no_form_of_it() {
    let publication = publication(&real_glossary());
    assert!(ids(&publication, "meldingen").len() > ids(&publication, "\"meldingen\"").len());
    assert_eq!(ids(&publication, "\"medling\""), [""; 0], "no typing error is mended");
    assert!(ids(&publication, "\"Cliënt\"").contains(&"client".to_owned()), "marks and capitals are no matter");
    assert!(ids(&publication, "\"regie\"").contains(&"regie".to_owned()));
    let function_word = ids(&publication, "\"tenzij\"");
    assert!(function_word.iter().all(|id| ids(&publication, "").contains(id)));
}

#[test]
fn a_phrase_of_function_words_beside_a_word_finds_it_wherever_it_stands() {
    let publication = written();
    assert_eq!(ids(&publication, "\"en\" xqzvbnw"), ids(&publication, "\"en\""));
    assert!(ids(&publication, "\"en\"").contains(&"signaal".to_owned()));
}

#[test]
fn what_has_a_hyphen_before_it_is_left_out_in_any_form() {
    let publication = publication(&real_glossary());
    let all = ids(&publication, "zorg");
    let without = ids(&publication, "zorg -politie");
    let with = ids(&publication, "zorg \"politie\"");
    assert!(!without.is_empty() && without.len() < all.len());
    assert!(without.iter().all(|id| all.contains(id) && !with.contains(id)));
    let melding = ids(&publication, "-meldingen zorg");
    assert!(!melding.contains(&"melding".to_owned()), "a form leaves all forms out: {melding:?}");
    let apart = ids(&publication, "zorg -\"zorg en veiligheid\"");
    assert!(apart.len() <= all.len() && apart.contains(&"zorg".to_owned()));
}

#[test]
fn fields_are_the_filters_by_id_name_or_unmistakable_beginning() {
    let service = Service::real();
    for (typed, address) in [
        ("domain:safety", "domain=safety"),
        ("domein:veiligheid", "domain=safety"),
        ("Domein:\"Sociaal domein\"", "domain=social"),
        ("phase:gielen/primary", "phase=gielen/primary"),
        ("fase:primair", "phase=gielen/primary"),
        ("fase:primary", "phase=gielen/primary"),
        ("relation:conflict", "relation=conflict"),
        ("relatie:botst,homonym", "relation=conflict,homonym"),
        ("graad:2,3", "degree=2,3"),
        ("graad:botsing", "degree=3"),
        ("status:draft", "status=draft"),
        ("(graad:3)", "degree=3"),
        ("melding graad:3.", "q=melding&degree=3"),
    ] {
        let (typed_answer, filtered) = (ask(&service, typed), service.json(&format!("{SEARCH}?{address}&perPage=100")));
        let terms = |answer: &Value| -> Vec<String> {
            let hits = answer["hits"].as_array().expect("hits");
            hits.iter().map(|hit| hit["term"].as_str().unwrap_or_default().to_owned()).collect()
        };
        assert_eq!(terms(&typed_answer), terms(&filtered), "{typed}");
        assert_eq!(typed_answer["query"], typed);
    }
    let total = |typed: &str| ask(&service, typed)["total"].as_u64().expect("a number");
    assert_eq!(total("domein:sociaal") + total("-domein:sociaal"), total(""));
    assert_eq!(total("-domein:sociaal -domein:veiligheid"), 0, "each term has a meaning in one of the two");
    let both = total("domein:sociaal domein:veiligheid");
    assert_eq!(total("domein:sociaal") + total("domein:veiligheid") - both, total("domein:sociaal,veiligheid"));
    let reply = service.post(SEARCH, &json!({ "q": "domein:sociaal", "domain": "safety" })).json();
    assert_eq!(reply["total"], both, "filters combine");
}

#[test]
fn every_filter_can_be_typed() {
    for facet in FACETS {
        assert!(FIELD_NAMES.iter().any(|field| field.facet == facet.key), "{}", facet.key);
    }
    for field in FIELD_NAMES {
        assert!(FACETS.iter().any(|facet| facet.key == field.facet), "{}", field.facet);
    }
}

#[test]
fn a_mistake_is_told_with_its_place_and_what_there_is() {
    let service = Service::real();
    let domains = "Kies uit: social, safety.";
    for (typed, start, reason) in [
        ("domein:maan", 0, format!("Bij teken 1: Deze waarde is onbekend. {domains}")),
        ("é melding domein:socal", 10, format!("Bij teken 11: Deze waarde is onbekend. Bedoelt u ‘social’? {domains}")),
        ("melding -domein:,", 8, format!("Bij teken 9: {domains}")),
        ("graad:4", 0, "Bij teken 1: Deze waarde is onbekend. Kies uit: 0, 1, 2, 3.".to_owned()),
        ("-melding", 0, "Bij teken 1: Hier staat alleen wat u niet zoekt. Noem ook een woord dat u wel zoekt.".to_owned()),
        (
            "fase:fase",
            0,
            "Bij teken 1: Deze waarde kan meer betekenen. Kies uit: nctv/prevention, nctv/person-centred, nctv/detention."
                .to_owned(),
        ),
    ] {
        let reply = service.post(SEARCH, &json!({ "q": typed }));
        assert_eq!(reply.status, 400, "{typed}: {}", reply.text());
        let fault = &reply.json()["errors"][0];
        assert_eq!((&fault["name"], &fault["start"], &fault["reason"]), (&json!("/q"), &json!(start), &json!(reason)));
        let encoded = form_urlencoded::byte_serialize(typed.as_bytes()).collect::<String>();
        let reply = service.get(&format!("{SEARCH}?q={encoded}&x=1"));
        assert_eq!(reply.json()["errors"].as_array().map(Vec::len), Some(2), "all faults at once: {}", reply.text());
        let html = service.get(&format!("/?q={encoded}")).text();
        assert!(html.contains("Daarom is dit als gewone tekst gelezen.") && html.contains("class=\"remark\""), "{html}");
    }
    let output = run(&["search", "melding domein:maan"]);
    assert_eq!(output.status.code(), Some(2), "{}", printed(&output));
    assert!(printed(&output).contains("bij teken 9 van uw vraag: Deze waarde"), "{}", printed(&output));
}

#[test]
fn what_is_understood_otherwise_than_it_may_be_meant_is_said() {
    let publication = publication(&real_glossary());
    for (typed, text, notices) in [
        ("\"informatie delen", "\"informatie delen", &["unclosed_quote"][..]),
        ("zorg domein: veiligheid", "zorg domein: veiligheid", &["field_without_value"]),
        ("fase:", "fase:", &["field_without_value"]),
        ("zorg AND veiligheid", "zorg AND veiligheid", &["operator_word"]),
        ("zorg -de veiligheid", "zorg -de veiligheid", &["nothing_to_leave_out"]),
        ("zorg -jeugd", "zorg       ", &["left_out"]),
    ] {
        let understood = publication.understand(typed);
        assert_eq!((understood.text.as_str(), codes(&understood).as_slice()), (text, notices), "{typed}");
    }
    let service = Service::real();
    let answer = ask(&service, "zorg -jeugd");
    assert_eq!((&answer["notices"][0]["start"], &answer["notices"][0]["end"]), (&json!(5), &json!(11)));
    for &(caution, ..) in Caution::ALL {
        assert!(!caution.dutch().is_empty() && !caution.english().is_empty());
    }
}

#[test]
fn a_phrase_that_stands_nowhere_says_so_and_offers_what_is_there_without_quotes() {
    let service = Service::real();
    let answer = ask(&service, "\"delen melding regie\"");
    assert_eq!((&answer["total"], &answer["notices"][0]["code"]), (&json!(0), &json!("phrase_not_found")));
    assert!(!answer["suggestions"].as_array().expect("suggestions").is_empty(), "{answer}");
    let html = service.get("/?q=%22delen+melding+regie%22&domain=social").text();
    let way_on = "<a href=\"/?q=delen+melding+regie&#38;domain=social\">Zoek zonder aanhalingstekens</a>";
    assert!(html.contains(way_on), "{html}");
    let nothing = ask(&service, "\"xqzvbnw xqzvbnw\"");
    assert_eq!((&nothing["total"], &nothing["notices"]), (&json!(0), &json!([])));
    assert_eq!(ask(&service, "\"delen melding regie\" domein:sociaal")["notices"][0]["code"], "phrase_not_found");
}

/// Questions of people who do not know of any of this.
const ORDINARY: &[&str] = &[
    "re-integratie",
    "wij-zij denken",
    "signaal: wat is dat?",
    "https://voorbeeld.example/domein:8080/pad?x=-y",
    "om 12:30 - of later",
    "-",
    "- melding",
    "melding -",
    "opa's melding 's avonds",
    "‘melding’ en 'regie'",
    "zorg- en veiligheidshuis",
    "de zorg -tussendoor- is er",
    "scherm van 5\" breed",
    "12-18 jaar",
    "temperatuur -5",
    "melding --help",
    "melding (signaal)",
    "NOT AND OR",
    "\"?!\"",
    "\"\"",
    "subdomein:x",
    "jeugd/zorg",
    "status quo",
];

#[test]
fn ordinary_questions_are_understood_as_they_were_typed() {
    let publication = publication(&real_glossary());
    for typed in ORDINARY {
        let understood = publication.understand(typed);
        let is_plain = understood.text == *typed && understood.demands.is_empty() && understood.mistakes.is_empty();
        assert!(is_plain && codes(&understood).is_empty(), "{typed}: {:?} {}", codes(&understood), understood.text);
    }
}

#[test]
fn the_page_offers_tips_that_all_find_something() {
    let service = Service::real();
    let html = service.get("/").text();
    let (_, tips) = html.split_once("<summary>Zoektips</summary>").expect("tips");
    let tips = tips.split("</details>").next().unwrap_or_default();
    let addresses: Vec<String> = tips
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|link| link.replace("&#38;", "&"))
        .collect();
    assert!(addresses.len() >= 4, "{tips}");
    for address in addresses {
        let html = service.get(&address).text();
        assert!(html.contains("<li class=\"card\">") && !html.contains("als gewone tekst gelezen"), "{address}");
    }
}

/// Pieces that questions are made of, operators among them.
fn piece() -> impl Strategy<Value = String> {
    let known = [
        "melding",
        "-",
        "\"",
        "“",
        "”",
        ":",
        "domein:",
        "graad:",
        "fase",
        "-domein:",
        ",",
        "sociaal",
        "3",
        "verschilt:",
        " ",
        " ",
        "de",
        "NOT",
        "(",
        ")",
        "é",
        "🙂",
        "\u{301}",
        "İ",
        "wij-zij",
        "-\"",
    ];
    prop_oneof![4 => prop::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_question_is_understood_and_answered(pieces in prop::collection::vec(piece(), 0..20)) {
        let typed = pieces.concat();
        let publication = shared();
        let understood = publication.understand(&typed);
        let letters = typed.chars().count();
        let places = understood.notices.iter().map(|notice| &notice.place).chain(understood.mistakes.iter().map(|mistake| &mistake.place));
        for place in places {
            prop_assert!(place.start < place.end && place.end <= letters, "{typed}: {place:?}");
        }
        prop_assert_eq!(understood.text.len(), typed.len());
        let found = publication.index().search(&Query { take: 10, ..Query::of(&understood) });
        prop_assert!(found.is_ok_and(|found| found.hits.len() <= found.total));
    }

    #[test]
    fn a_question_without_operators_is_understood_as_before(words in prop::collection::vec("[a-zé0-9.,;?!'/-]{0,8}", 0..12)) {
        let typed: String = words.iter().map(|word| word.trim_start_matches('-')).collect::<Vec<_>>().join(" ");
        let understood = shared().understand(&typed);
        prop_assert!(understood.demands.is_empty() && understood.notices.is_empty() && understood.mistakes.is_empty());
        prop_assert_eq!(understood.text, typed);
    }
}

/// The small glossary, made once.
fn shared() -> &'static Publication {
    static SHARED: std::sync::OnceLock<Publication> = std::sync::OnceLock::new();
    SHARED.get_or_init(|| publication(Folder::base().path()))
}
