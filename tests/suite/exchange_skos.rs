// SPDX-License-Identifier: EUPL-1.2
//! SKOS in the flavour of NL-SBB comes in as drafts; what is hostile or cannot be held is told.

use std::path::Path;

use taalbrug::diagnostic::Severity;
use taalbrug::exchange::{Choices, Fate, Form, Offer, Refusal, plan, read};
use taalbrug::model::{DomainId, Relation, Term};
use taalbrug::source::{Content, OnClash, load};

use crate::support::{Folder, TODAY};

const TURTLE: &str = r#"
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix : <https://voorbeeld.example/id/> .

:sociaal a skos:ConceptScheme ; dct:title "Sociaal domein"@nl .
:veilig a skos:ConceptScheme ; dct:title "Veiligheidsdomein"@nl ; dct:publisher [ foaf:name "Voorbeelddienst" ] .
:lijst a skos:Collection ; rdfs:label "Alles"@nl .

:hulpvraag a skos:Concept ; skos:inScheme :sociaal ;
  skos:prefLabel "Hulpvraag"@nl, "request for help"@en ; skos:altLabel "vraag"@nl ; skos:hiddenLabel "hulp vraag"@nl ;
  skos:definition "Vraag van iemand om <b>hulp</b>."@nl, "Question."@en ; rdfs:comment "Iemand vraagt hulp."@nl ;
  skos:scopeNote "Ook per brief."@nl ; skos:example "Een brief."@nl ; skos:notation "H1" ;
  dct:source [ dct:title "Handreiking" ; foaf:page <https://voorbeeld.example/h> ] ;
  skos:related :brief, <https://elders.example/x> ; skos:broadMatch :hulpvraag2 ; skos:closeMatch <https://elders.example/y> .

:hulpvraag2 a skos:Concept ; skos:inScheme :veilig ; skos:prefLabel "hulpvraag"@nl ; skos:definition "Verzoek om bijstand."@nl .
:brief a skos:Concept ; skos:inScheme :sociaal ; skos:prefLabel "Brief"@nl ; skos:definition "Tekst op papier."@nl .
:leeg a skos:Concept ; skos:inScheme :sociaal ; skos:prefLabel "Leeg"@nl .
"#;

const JSONLD: &str = r#"{
  "@context": {"skos": "http://www.w3.org/2004/02/skos/core#", "dct": "http://purl.org/dc/terms/", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "foaf": "http://xmlns.com/foaf/0.1/", "v": "https://voorbeeld.example/id/"},
  "@graph": [
    {"@id": "v:sociaal", "@type": "skos:ConceptScheme", "dct:title": {"@value": "Sociaal domein", "@language": "nl"}},
    {"@id": "v:brief", "@type": "skos:Concept", "skos:inScheme": {"@id": "v:sociaal"},
      "skos:prefLabel": {"@value": "Brief", "@language": "nl"}, "skos:definition": {"@value": "Tekst op papier.", "@language": "nl"}}
  ]
}"#;

fn base() -> Content {
    load(Folder::base().path()).expect("a folder").0
}

fn offer(form: Form, text: &str) -> Result<Offer, Refusal> {
    read(form, text, &base().glossary, &Choices { name: "lijst.ttl".to_owned(), ..Choices::default() })
}

fn term<'o>(offer: &'o Offer, id: &str) -> &'o Term {
    let found = offer.terms.iter().find(|offered| offered.term.id.as_str() == id);
    &found.unwrap_or_else(|| panic!("{id} is not in {:?}", offer.terms)).term
}

#[test]
fn a_scheme_is_a_domain_and_concepts_of_one_word_come_together() {
    let offer = offer(Form::Turtle, TURTLE).expect("Turtle");
    let word = term(&offer, "hulpvraag");
    assert_eq!((word.label.as_str(), word.english.as_deref()), ("Hulpvraag", Some("request for help")));
    assert_eq!(
        (word.alt_labels[0].text.as_str(), word.hidden_labels.as_slice()),
        ("vraag", &["hulp vraag".to_owned()][..])
    );
    assert_eq!(word.related, ["brief"]);
    let [social, safety] = word.concepts.as_slice() else { panic!("{:?}", word.concepts) };
    assert_eq!((social.domain.as_str(), safety.domain.as_str()), ("social", "safety"));
    assert_eq!(
        (social.definition.as_str(), social.explanation.as_str()),
        ("Vraag van iemand om hulp .", "Iemand vraagt hulp.")
    );
    assert_eq!(
        (social.note.as_deref(), social.examples.as_slice()),
        (Some("Ook per brief."), &["Een brief.".to_owned()][..])
    );
    assert_eq!(safety.explanation, safety.definition);
    let verdict = &word.verdicts[0];
    assert_eq!((verdict.between[0].as_str(), verdict.relation), ("social", Relation::Narrower));
}

#[test]
fn what_a_concept_rests_on_is_named_as_the_file_names_it() {
    let offer = offer(Form::Turtle, TURTLE).expect("Turtle");
    let word = term(&offer, "hulpvraag");
    let source = |id: &str| offer.sources.iter().find(|source| source.id.as_str() == id).expect("a source");
    let codes = |place: usize| word.concepts[place].sources.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(codes(0), ["HANDREIKING", "SOCIAAL-DOMEIN"]);
    assert_eq!(source("HANDREIKING").urls, ["https://voorbeeld.example/h"]);
    assert_eq!(codes(1), ["VEILIGHEIDSDOMEIN"]);
    assert_eq!(source("VEILIGHEIDSDOMEIN").publisher, "Voorbeelddienst");
    assert_eq!(source("SOCIAAL-DOMEIN").publisher, "onbekende uitgever");
}

#[test]
fn what_a_glossary_cannot_hold_is_told() {
    let offer = offer(Form::Turtle, TURTLE).expect("Turtle");
    for (told, place) in [
        ("core#notation heeft hier geen plaats", "Hulpvraag"),
        ("tekst in een andere taal", "Hulpvraag (definition, en)"),
        ("resten van een webpagina", "Hulpvraag"),
        ("verwijzing naar een begrip dat niet in het bestand staat", "Hulpvraag (related https://elders.example/x)"),
        ("relatie met een begrip dat niet in het bestand staat", "Hulpvraag (closeMatch https://elders.example/y)"),
        ("zonder definitie en zonder uitleg", "Leeg"),
        ("zonder uitleg in gewone taal", "Brief"),
        ("zegt het bestand niet waarom", "Hulpvraag"),
        ("verzameling", "Alles"),
    ] {
        let found = offer.losses.all().find(|loss| loss.dutch.contains(told));
        assert!(
            found.is_some_and(|loss| loss.places.iter().any(|there| there == place)),
            "{told}: {:#?}",
            offer.losses
        );
    }
}

#[test]
fn a_proposal_from_linked_data_passes_the_check() {
    let content = base();
    let plan = plan((&content, &[]), offer(Form::Turtle, TURTLE).expect("Turtle"), OnClash::Keep, TODAY);
    let errors: Vec<_> = plan.findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert!(plan.files.iter().all(|file| file.fate == Fate::New || file.path == "sources.toml"));
}

#[test]
fn json_ld_says_the_same_as_turtle() {
    let (json, turtle) = (offer(Form::JsonLd, JSONLD).expect("JSON-LD"), offer(Form::Turtle, TURTLE).expect("Turtle"));
    assert_eq!(term(&json, "brief"), term(&turtle, "brief"));
}

#[test]
fn nothing_is_fetched_and_a_context_elsewhere_is_refused() {
    for context in [
        r#""https://elders.example/context.jsonld""#,
        r#"[{"skos": "http://www.w3.org/2004/02/skos/core#"}, "https://elders.example/context.jsonld"]"#,
        r#"{"@import": "https://elders.example/context.jsonld"}"#,
    ] {
        let text = format!(r#"{{"@context": {context}, "@graph": []}}"#);
        let refusal = offer(Form::JsonLd, &text).expect_err("a context elsewhere");
        assert!(
            refusal.0.contains(
                "verwijst naar een context op https://elders.example/context.jsonld. Die wordt niet opgehaald"
            ),
            "{refusal}"
        );
        let nested = format!(r#"{{"@graph": [{{"@context": {context}}}]}}"#);
        assert!(offer(Form::JsonLd, &nested).is_err());
    }
}

#[test]
fn a_scheme_of_no_known_domain_asks_which_it_is() {
    let text = TURTLE.replace("Veiligheidsdomein", "Ruimtevaart");
    let refusal = offer(Form::Turtle, &text).expect_err("an unknown scheme");
    assert!(
        refusal.0.contains("‘Ruimtevaart’") && refusal.0.contains("--domain, uit: social, safety, police"),
        "{refusal}"
    );
    let chosen = Choices { domain: DomainId::parse("police"), name: "lijst.ttl".to_owned(), ..Choices::default() };
    let offer = read(Form::Turtle, &text, &base().glossary, &chosen).expect("a chosen domain");
    assert_eq!(term(&offer, "hulpvraag").concepts[1].domain.as_str(), "police");
}

#[test]
fn a_text_cut_anywhere_or_nested_without_end_ends_in_an_answer() {
    for (form, text) in [(Form::Turtle, TURTLE), (Form::JsonLd, JSONLD)] {
        let cuts = (0..text.len()).step_by(7).filter(|&end| text.is_char_boundary(end));
        for end in cuts {
            let _ = offer(form, &text[..end]);
        }
    }
    for (open, form) in
        [("[", Form::JsonLd), (r#"{"a":"#, Form::JsonLd), ("[ <a:b> ", Form::Turtle), ("( ", Form::Turtle)]
    {
        let deep = open.repeat(100_000);
        assert!(offer(form, &deep).is_err());
        assert!(offer(form, &format!("<a:s> <a:p> {deep}")).is_err());
    }
    assert!(offer(Form::Turtle, "<a:b> <a:c> \"d\" .").is_err_and(|refusal| refusal.0.contains("geen begrip")));
    assert!(offer(Form::Turtle, "dit is geen turtle").is_err_and(|refusal| refusal.0.contains("regel 1")));
}

#[test]
fn a_file_that_says_one_thing_without_end_is_bounded() {
    let prefixes = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix dct: <http://purl.org/dc/terms/> . ";
    let start = "<a:s> a skos:ConceptScheme ; dct:title \"Politie\" . <a:c> a skos:Concept ; skos:inScheme <a:s> ; skos:prefLabel \"x\" ; skos:definition \"y\"";
    let many = |predicate: &str, object: fn(usize) -> String| {
        let objects: Vec<String> = (0..20_000).map(object).collect();
        format!("{prefixes}{start} ; {predicate} {} .", objects.join(", "))
    };
    for (predicate, object) in [
        ("skos:altLabel", (|number| format!("\"woord {number}\"")) as fn(usize) -> String),
        ("dct:source", |number| format!("<https://voorbeeld.example/{number}>")),
        ("skos:related", |_| "<a:c>".to_owned()),
        ("skos:exactMatch", |number| format!("<a:{number}>")),
    ] {
        let offer = offer(Form::Turtle, &many(predicate, object)).expect("Turtle");
        assert!(term(&offer, "x").alt_labels.len() <= 500, "{predicate}");
    }
}

/// A real list of 236 concepts, where the folder with data of others is at hand: it is no part of the project.
#[test]
fn a_real_list_comes_in_whole_and_a_second_time_changes_nothing() {
    let Some(folder) = std::env::var_os("TAALBRUG_DATA") else {
        eprintln!("TAALBRUG_DATA names no folder: the list netbeheer.ttl is not looked at");
        return;
    };
    let text =
        std::fs::read_to_string(Path::new(&folder).join("netbeheer.ttl")).expect("netbeheer.ttl in TAALBRUG_DATA");
    let glossary = Folder::base();
    let read_into = |content: &Content| {
        let chosen =
            Choices { domain: DomainId::parse("police"), name: "netbeheer.ttl".to_owned(), ..Choices::default() };
        let offer = read(Form::Turtle, &text, &content.glossary, &chosen).expect("Turtle");
        plan((content, &[]), offer, OnClash::Keep, TODAY)
    };
    let first = read_into(&load(glossary.path()).expect("a folder").0);
    assert_eq!(first.files.iter().filter(|file| file.fate == Fate::New).count(), 236);
    assert_eq!(first.clashes().count(), 0);
    for file in first.to_write() {
        glossary.write(&file.path, &file.text);
    }
    let second = read_into(&load(glossary.path()).expect("a folder").0);
    assert_eq!(second.to_write().count(), 0);
}
