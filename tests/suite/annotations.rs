// SPDX-License-Identifier: EUPL-1.2
//! The text check: which terms stand in a text, and where.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use taalbrug::publication::Publication;

use crate::support::{Service, publication, real_glossary};

/// The address of the text check.
pub const ANNOTATIONS: &str = "/api/v1/annotations";

/// The most bytes of a text.
const LONGEST: usize = 102_400;

/// The publication of the project's glossary, made once.
fn real() -> &'static Publication {
    static REAL: LazyLock<Publication> = LazyLock::new(|| publication(&real_glossary()));
    &REAL
}

fn sent(text: &str) -> Value {
    json!({ "text": text, "writer": "social", "reader": "safety" })
}

/// What a service says of a text from the social to the safety domain.
pub fn checked(service: &Service, text: &str) -> Value {
    let reply = service.post(ANNOTATIONS, &sent(text));
    assert_eq!(reply.status, 200, "{text}: {}", reply.text());
    reply.json()
}

/// The pieces of a text in which terms stand: what is written, the term, and in what way.
fn found(publication: &Publication, text: &str) -> Vec<String> {
    let mentions = publication.mentions(text).into_iter();
    let shown = |mention: taalbrug::annotation::Mention| {
        let how = taalbrug::model::Keyed::key(mention.how);
        format!("{} {} {how}", &text[mention.range], publication.glossary.terms[mention.term].id)
    };
    mentions.map(shown).collect()
}

fn text_of(answer: &Value) -> String {
    let segments = answer["segments"].as_array().expect("segments");
    segments.iter().map(|segment| segment["text"].as_str().expect("a text")).collect()
}

/// The word with this label in an answer.
pub fn word<'a>(answer: &'a Value, label: &str) -> &'a Value {
    let words = answer["words"].as_array().expect("words");
    words.iter().find(|word| word["label"] == label).unwrap_or_else(|| panic!("no {label}: {answer}"))
}

#[test]
fn terms_are_found_as_written_inflected_in_compounds_and_in_phrases() {
    let publication = real();
    for (text, expected) in [
        ("De melding is gedaan.", &["melding melding exact"][..]),
        ("Er is gemeld, hij meldt het.", &["gemeld melding form", "meldt melding form"]),
        ("Signalen en een signaaltje", &["Signalen signaal exact", "signaaltje signaal form"]),
        ("onze interventies", &["interventies interventie form"]),
        ("cliënten en CLIENT", &["cliënten client form", "CLIENT client exact"]),
        ("de reïntegratie", &["reïntegratie re-integratie exact"]),
        ("de signaalbespreking", &["signaalbespreking signaal compound"]),
        ("een meldplicht", &["meldplicht melding compound"]),
        ("een veiligheidscasus", &["veiligheidscasus casus compound"]),
        ("de PGA-tafel", &["PGA-tafel persoonsgerichte-aanpak compound"]),
        ("de casus-tafel", &["casus-tafel casus compound"]),
        ("Informatie delen mag.", &["Informatie delen informatie-delen exact"]),
        ("Er is informatie gedeeld.", &["informatie gedeeld informatie-delen form"]),
        ("Zij deelt informatie.", &["deelt informatie informatie-delen form"]),
        ("Zij deelden geen gegevens.", &["deelden geen gegevens informatie-delen form"]),
        ("om informatie te delen", &["informatie te delen informatie-delen form"]),
        ("We schalen op.", &["schalen op opschalen form"]),
        ("Er is opgeschaald.", &["opgeschaald opschalen form"]),
        ("het Zorg- en\nveiligheidshuis", &["Zorg- en\nveiligheidshuis zorg-en-veiligheidshuis exact"]),
        ("zorg- en welzijnswerk", &["zorg zorg compound"]),
        ("de regierol", &["regierol regie exact"]),
        ("een Nietpluisgevoel", &["Nietpluisgevoel signaal exact"]),
        ("De AF en de PGA's", &["AF aandachtsfunctionaris exact", "PGA's persoonsgerichte-aanpak form"]),
    ] {
        assert_eq!(found(publication, text), expected, "{text}");
    }
}

#[test]
fn the_longest_name_wins_and_names_never_overlap() {
    let publication = real();
    for (text, expected) in [
        ("eigen regie", &["eigen regie regie exact"][..]),
        ("De lokale aanpak", &["lokale aanpak lokale-aanpak exact"]),
        (
            "persoonsgerichte aanpak radicalisering",
            &["persoonsgerichte aanpak persoonsgerichte-aanpak exact", "radicalisering radicalisering exact"],
        ),
        ("Raad voor de Kinderbescherming", &["Raad voor de Kinderbescherming raad-voor-de-kinderbescherming exact"]),
        ("informatie. Delen doen we niet", &[]),
        ("informatie\n\ndelen", &[]),
    ] {
        assert_eq!(found(publication, text), expected, "{text}");
    }
}

#[test]
fn words_that_only_look_like_a_term_are_left_alone() {
    let publication = real();
    for text in [
        "De termijn is verstreken en hij zakte voor zijn examen.",
        "Dat maakt het af, wij houden er grip op.",
        "zorgvuldig en zorgzaam, een volksbeweging, een vermelding, onze afweging, duidelijk",
        "Wij zijn van mening dat dit onder ons blijft.",
        "Ga weg, het is op en over, dat geldt voor allen tegen wie het is.",
    ] {
        assert_eq!(found(publication, text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn function_words_are_never_a_term() {
    let publication = real();
    let text = "aan al als bij dat de deze die dit doen door een eigen en er geen het hij hun ik in is je kan maar me mee \
                men met mij na naar niet nog nu of om onder ons onze ook op over per te tegen ten ter toch toe tot uit van \
                veel via voor waar was wat we weer wel wie wij wil worden zal ze zelf zich zij zijn zo zonder zullen";
    assert_eq!(found(publication, text), Vec::<String>::new());
    let title = text.split(' ').map(|word| word[..1].to_uppercase() + &word[1..] + ".").collect::<Vec<_>>().join(" ");
    assert_eq!(found(publication, &title), Vec::<String>::new());
}

#[test]
fn links_addresses_and_code_are_passed_by() {
    let publication = real();
    for text in [
        "Zie https://voorbeeld.example/zorg/melding?q=casus en www.signaal.example/regie.",
        "Mail zorg.melding@casus.example.",
        "Draai `zorg melding` en ``casus ` regie``.",
        "Zo:\n```\nmelding van zorg\n\ncasus\n```\n",
        "Zo:\n```\nmelding zonder einde",
    ] {
        assert_eq!(found(publication, text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(
        found(publication, "Risico`s en foto`s: een melding.Zorg"),
        ["Risico risico exact", "melding melding exact", "Zorg zorg exact"]
    );
}

#[test]
fn an_answer_tells_place_name_and_word_of_every_mention() {
    let service = Service::real();
    let text = "😀 Onze signalen, een signaal en jeugdzorg.";
    let answer = checked(&service, text);
    assert_eq!(text_of(&answer), text);
    let marked: Vec<&Value> = answer["segments"]
        .as_array()
        .expect("segments")
        .iter()
        .filter(|segment| segment.get("term").is_some())
        .collect();
    assert_eq!(
        marked[0],
        &json!({
            "text": "signalen", "start": 7, "end": 15, "term": "signaal", "form": "signalen", "field": "altLabel",
            "how": "exact", "confidence": "high", "ref": 1
        })
    );
    assert_eq!((&marked[2]["how"], &marked[2]["confidence"]), (&json!("compound"), &json!("low")));
    let points: Vec<char> = text.chars().collect();
    for segment in &marked {
        let place = |key: &str| usize::try_from(segment[key].as_u64().expect("a number")).expect("a place");
        let written: String = points[place("start")..place("end")].iter().collect();
        assert_eq!(segment["text"], written);
        let number = place("ref");
        assert_eq!(answer["words"][number - 1]["number"], number);
        assert_eq!(answer["words"][number - 1]["term"], segment["term"]);
    }
    assert_eq!((&word(&answer, "signaal")["count"], &word(&answer, "zorg")["count"]), (&json!(2), &json!(1)));
    assert_eq!(answer["words"][1]["label"], "zorg", "what is sure comes before what is a guess");
}

#[test]
fn everything_that_is_wrong_with_a_request_is_told_with_place_and_remedy() {
    let service = Service::base();
    let empty = "Deze tekst is leeg. Stuur de tekst om na te kijken.";
    let choose = "Kies uit: social, safety, police.";
    let writer = format!("Dit gegeven is nodig: het domein van wie schrijft. {choose}");
    let reader = format!("Dit gegeven is nodig: het domein van wie leest. {choose}");
    for (body, faults) in [
        (sent(""), &[("/text", empty)][..]),
        (sent(" \n\t"), &[("/text", empty)]),
        (json!({ "text": 1, "writer": "social", "reader": "safety" }), &[("/text", "Dit hoort een tekst te zijn.")]),
        (
            json!({ "text": "x", "writer": "socail", "reader": "safety" }),
            &[("/writer", "Deze waarde is onbekend. Bedoelt u ‘social’?")],
        ),
        (json!({ "text": "x" }), &[("/writer", writer.as_str()), ("/reader", reader.as_str())]),
        (
            json!({}),
            &[("/text", "Dit gegeven is nodig: de tekst om na te kijken."), ("/writer", &writer), ("/reader", &reader)],
        ),
        (
            json!({ "text": "x", "writer": "social", "reader": "safety", "writers": 1 }),
            &[("/writers", "Dit gegeven is hier onbekend. Bedoelt u ‘writer’?")],
        ),
        (json!([]), &[("", "Dit hoort een JSON-object te zijn.")]),
    ] {
        let reply = service.post(ANNOTATIONS, &body);
        assert_eq!(reply.status, 400, "{body}: {}", reply.text());
        let expected: Vec<Value> =
            faults.iter().map(|(name, reason)| json!({ "name": name, "reason": reason })).collect();
        assert_eq!(reply.json()["errors"], json!(expected), "{body}");
    }
}

#[test]
fn a_hundred_kilobytes_are_read_and_more_are_refused_with_the_limit() {
    let service = Service::real();
    let sentence = "De melding over zorg kwam binnen; wij wegen het signaal.\n";
    let longest: String = sentence.chars().cycle().take(LONGEST).collect();
    let answer = checked(&service, &longest);
    assert_eq!(text_of(&answer), longest);
    assert!(word(&answer, "melding")["count"].as_u64() > Some(1_000));
    for body in [sent(&(longest.clone() + "x")), json!({ "text": longest + "x" })] {
        let reply = service.post(ANNOTATIONS, &body);
        assert_eq!(reply.status, 413);
        let detail = "De tekst mag hoogstens 102400 bytes zijn, en heeft er 102401. Knip de tekst in stukken en stuur ze na elkaar.";
        assert_eq!(reply.json()["detail"], detail);
    }
    let escaped = sent(&"\u{1}".repeat(LONGEST));
    assert_eq!(service.post(ANNOTATIONS, &escaped).status, 200, "however a byte is written");
    let reply = service.post(ANNOTATIONS, &sent(&"\u{1}".repeat(2 * LONGEST)));
    assert_eq!((reply.status.as_u16(), &reply.json()["type"]), (413, &json!("/problems/too-large")));
}

/// Pieces of texts: names, their forms, and what a careless or hostile hand types.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(
            &[
                "melding",
                "Signalen",
                "informatie",
                "te",
                "delen",
                "deelt",
                "zorg-",
                " en ",
                "Veiligheidshuis",
                "AF",
                "GRIP",
                "PGA’s",
                "jeugdzorg",
                "cliënt",
                "re-integratie",
                "`",
                "```",
                "\n",
                "\n\n",
                " ",
                ". ",
                "https://x.nl/",
                "www.",
                "a@b.nl",
                "e\u{301}",
                "\u{ad}",
                "\u{200d}",
                "ﬁ",
                "İ",
                "ß",
                "😀",
                "\u{0}",
                "\u{202e}",
                "-",
                "’s",
            ][..]
        )
        .prop_map(str::to_owned),
        "\\PC{0,6}",
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn mentions_of_any_text_lie_in_it_in_order_on_whole_characters(text in any_text()) {
        let mut last = 0;
        for mention in real().mentions(&text) {
            prop_assert!(mention.range.start >= last && mention.range.end > mention.range.start, "{:?}", mention);
            prop_assert!(text.get(mention.range.clone()).is_some());
            last = mention.range.end;
        }
    }
}

#[test]
fn segments_join_to_any_text_byte_for_byte() {
    let service = Service::real();
    let joined = |text: String| {
        prop_assume!(!text.trim().is_empty());
        prop_assert_eq!(text_of(&checked(&service, &text)), text);
        Ok(())
    };
    TestRunner::new(ProptestConfig::with_cases(60)).run(&any_text(), joined).unwrap_or_else(|error| panic!("{error}"));
}
