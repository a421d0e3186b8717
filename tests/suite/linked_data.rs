// SPDX-License-Identifier: EUPL-1.2
//! The glossary as linked data: the same statements in both forms, and the same glossary again.

use proptest::prelude::*;
use taalbrug::exchange::{Choices, Form, OWN, Output, StatusChoice, own_vocabulary, plan, read, write};
use taalbrug::model::{Glossary, Status, Term};
use taalbrug::source::{Content, OnClash, load};

use crate::any_terms::{glossary_of, terms};
use crate::support::{Folder, TODAY, real_glossary};

fn choices(status: StatusChoice) -> Choices {
    Choices { status, name: "uit.ttl".to_owned(), ..Choices::default() }
}

/// The terms of a glossary after they went out and came in again.
fn through(output: Output, form: Form, (full, empty): (&Glossary, &Content)) -> Vec<Term> {
    let (text, _) = write(output, full).expect("an address");
    let offer = read(form, &text, &empty.glossary, &choices(StatusChoice::AsGiven)).expect("our own statements");
    assert!(offer.losses.is_empty(), "{:?}", offer.losses);
    plan((empty, &[]), offer, OnClash::Keep, TODAY).content.glossary.terms
}

/// Terms without what the statements say to lose: the order of other words of different domains.
fn held(terms: &[Term]) -> Vec<Term> {
    let mut terms = terms.to_vec();
    for term in &mut terms {
        term.alt_labels.sort_by(|one, other| one.domain.cmp(&other.domain));
    }
    terms
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn what_goes_out_as_statements_comes_back_the_same(terms in terms()) {
        // A glossary without a meaning holds no concept, so there is nothing to read.
        prop_assume!(terms.iter().any(|term| !term.concepts.is_empty()));
        let (full, empty) = (glossary_of(&terms), glossary_of(&[]));
        for (output, form) in [(Output::Turtle, Form::Turtle), (Output::JsonLd, Form::JsonLd)] {
            prop_assert_eq!(held(&through(output, form, (&full.glossary, &empty))), held(&full.glossary.terms));
        }
    }
}

#[test]
fn the_real_glossary_comes_back_the_same_in_both_forms() {
    let folder = Folder::empty();
    let full = load(&real_glossary()).expect("the glossary").0;
    for file in full.files.all().iter().filter(|file| !file.path.starts_with("terms/")) {
        folder.write(&file.path, &file.text);
    }
    let empty = load(folder.path()).expect("a folder").0;
    for (output, form) in [(Output::Turtle, Form::Turtle), (Output::JsonLd, Form::JsonLd)] {
        assert!(held(&through(output, form, (&full.glossary, &empty))) == held(&full.glossary.terms), "{output:?}");
    }
}

#[test]
fn a_scheme_for_each_domain_a_concept_for_each_meaning_and_a_relation_for_what_skos_can_say() {
    let folder = Folder::base();
    let glossary = load(folder.path()).expect("a folder").0.glossary;
    let (text, losses) = write(Output::Turtle, &glossary).expect("an address");
    for part in [
        "<https://voorbeeld.example/id/domain/social> a skos:ConceptScheme",
        "<https://voorbeeld.example/id/signaal#safety> a skos:Concept",
        "skos:prefLabel \"signaal\"@nl , \"signal\"@en",
        "rdfs:comment \"Informatie over iemand. De politie weegt die.\"@nl",
        "dct:source <https://voorbeeld.example/id/source/BRON-B>",
        "<https://voorbeeld.example/id/source/BRON-B> a foaf:Document",
        "<https://voorbeeld.example/id/melding#social> tb:notSameAs <https://voorbeeld.example/id/melding#safety>",
        "<https://voorbeeld.example/id/model/fasen> a tb:Model",
        "<https://voorbeeld.example/id/model/fasen#vroeg> a tb:Phase",
        " a tb:PhaseRole ;\n\ttb:inPhase <https://voorbeeld.example/id/model/fasen#",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    assert!(losses.all().any(|loss| loss.places == ["voorbeeldstad"]));
}

#[test]
fn meanings_of_one_scheme_are_joined_by_no_mapping_and_a_top_concept_has_nothing_above_it() {
    let glossary = load(&real_glossary()).expect("the glossary").0.glossary;
    let (text, _) = write(Output::Turtle, &glossary).expect("an address");
    for block in text.split(" .\n").filter(|block| block.contains(" a skos:Concept ;")) {
        assert!(!(block.contains("skos:topConceptOf") && block.contains("skos:broader ")), "{block}");
        assert!(block.contains("skos:definition") && block.contains("skos:inScheme"), "{block}");
    }
    for line in text.split(" .\n").flat_map(|block| block.split(" ;\n")).filter(|line| line.contains("Match <")) {
        assert!(line.contains("/id/"), "{line}");
    }
    for term in &glossary.terms {
        for verdict in &term.verdicts {
            let domain = |id| term.concept(id).map(|concept| concept.domain.as_str());
            let [first, second] = &verdict.between;
            if domain(first) == domain(second) {
                let (from, to) = (
                    format!("/id/{}#{first}> ", term.id),
                    format!("Match <{}/id/{}#{second}>", glossary.about.base_uri, term.id),
                );
                let block = text.split(" .\n").find(|block| block.contains(&from) && block.contains(" a skos:Concept"));
                assert!(block.is_some_and(|block| !block.contains(&to)), "{} {first} {second}", term.id);
            }
        }
    }
}

#[test]
fn what_was_confirmed_elsewhere_comes_in_as_a_draft_unless_it_is_asked_for() {
    let folder = Folder::base();
    folder.edit("terms/signaal.toml", "status = \"draft\"", "status = \"confirmed\"\nreviewed_on = 2026-01-15");
    let full = load(folder.path()).expect("a folder").0;
    let (text, _) = write(Output::Turtle, &full.glossary).expect("an address");
    for (choice, status) in [(StatusChoice::Draft, Status::Draft), (StatusChoice::AsGiven, Status::Confirmed)] {
        let offer = read(Form::Turtle, &text, &full.glossary, &choices(choice)).expect("our own statements");
        let term = offer.terms.iter().find(|offered| offered.term.label == "signaal").expect("the term");
        assert_eq!(term.term.concepts[0].status, status);
        assert_eq!(
            offer.losses.all().any(|loss| loss.dutch.contains("komt binnen als concept")),
            choice == StatusChoice::Draft
        );
    }
}

#[test]
fn every_name_of_our_own_that_is_used_is_published_with_what_it_means() {
    let glossary = load(&real_glossary()).expect("the glossary").0.glossary;
    let (text, _) = write(Output::Turtle, &glossary).expect("an address");
    let published = own_vocabulary(&glossary).expect("an address");
    let names = text
        .split("tb:")
        .skip(1)
        .filter_map(|rest| rest.split(|letter: char| !(letter.is_alphanumeric() || "-_".contains(letter))).next());
    for name in names.filter(|name| !name.is_empty()) {
        let known = OWN.iter().any(|own| own.name == name || (own.name.ends_with('-') && name.starts_with(own.name)));
        assert!(known, "{name}");
    }
    for own in OWN {
        assert!(published.contains(own.dutch) && published.contains(own.english), "{}", own.name);
    }
}

/// What stands between two marks, wherever it stands.
fn between<'t>(text: &'t str, before: &'t str, after: &'t str) -> impl Iterator<Item = &'t str> {
    text.split(before).skip(1).filter_map(move |rest| rest.split(after).next())
}

/// The values that the rules of TBX-Basic permit, by element and type.
const PERMITTED: [(&str, &[&str]); 4] = [
    ("<descrip type=\"", &["subjectField", "definition"]),
    ("<admin type=\"", &["source"]),
    ("<ref type=\"", &["crossReference"]),
    ("<termNote type=\"", &["administrativeStatus"]),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn an_entry_for_translators_stands_for_each_meaning_in_the_elements_that_tbx_basic_permits(terms in terms()) {
        let (text, _) = write(Output::Tbx, &glossary_of(&terms).glossary).expect("a text");
        let ids: Vec<&str> = between(&text, "<conceptEntry id=\"", "\"").collect();
        prop_assert_eq!(ids.len(), terms.iter().map(|term| term.concepts.len()).sum::<usize>());
        for (place, id) in ids.iter().enumerate() {
            prop_assert!(!ids[..place].contains(id), "{}", id);
        }
        for target in between(&text, "target=\"", "\"") {
            prop_assert!(ids.contains(&target), "{}", target);
        }
        for (element, permitted) in PERMITTED {
            for kind in between(&text, element, "\"") {
                prop_assert!(permitted.contains(&kind), "{} {}", element, kind);
            }
        }
        for term in terms.iter().filter(|term| !term.concepts.is_empty()) {
            let label = term.label.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
            prop_assert!(text.contains(&format!("<term>{label}</term>")), "{}", label);
        }
    }
}
