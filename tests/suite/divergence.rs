// SPDX-License-Identifier: EUPL-1.2
//! Laws of the comparison, and the pairs of a term.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;
use taalbrug::divergence::{
    Basis, Carrier, Comparison, Confidence, FacetState, Mark, Marked, Meaning, Segment, Weights, Yardstick, compare,
    headline, pairs_of,
};
use taalbrug::language::Lexicon;
use taalbrug::model::{Consent, Glossary, Relation, TermId, Values};
use taalbrug::publication::Publication;
use taalbrug::source::load;

use crate::support::{Folder, publication, real_glossary};

/// The word lists of the project, read once.
fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> =
        LazyLock::new(|| load(&real_glossary()).expect("the glossary of the project").0.lexicon);
    &LEXICON
}

fn texts(a: &str, b: &str, lexicon: &Lexicon) -> Comparison {
    let (none, values) = (BTreeMap::new(), Values::default());
    let side = |definition| Meaning { definition, facets: &none, values: &values };
    compare(
        &side(a),
        &side(b),
        "",
        &Yardstick { lexicon, weights: &Weights::default(), glossary: &Glossary::default(), embedder: None },
    )
}

fn joined(marked: &Marked) -> String {
    marked.segments().map(|segment| segment.text).collect()
}

/// Sentences as definitions have them, and any other text.
fn any_text() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "de",
        "school",
        "moet",
        "mag",
        "niet",
        "geen",
        "gegevens",
        "delen",
        "vrijwillig",
        "verplicht",
        "openbaar",
        "geheim",
        "voordat",
        "onveilig",
        "veilig",
        "overleg",
        "burgemeester,",
        "cliënt.",
        "hoeft",
        "risico’s",
        "30",
        "dagen;",
    ]);
    let sentence = prop::collection::vec(words, 0..24).prop_map(|words| words.join(" "));
    prop_oneof![4 => sentence, 1 => "\\PC{0,80}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn segments_join_to_the_text_byte_for_byte(a in any_text(), b in any_text()) {
        let found = texts(&a, &b, lexicon());
        prop_assert_eq!(joined(&found.segments_a), a);
        prop_assert_eq!(joined(&found.segments_b), b);
    }

    #[test]
    fn the_order_of_the_sides_only_turns_the_relation_around(a in any_text(), b in any_text()) {
        let lexicon = lexicon();
        let (one, other) = (texts(&a, &b, lexicon), texts(&b, &a, lexicon));
        prop_assert_eq!(one.relation, other.relation.mirrored());
        prop_assert!((one.similarity - other.similarity).abs() < 1e-9);
    }

    #[test]
    fn a_text_against_itself_is_the_same_and_unmarked(a in any_text()) {
        prop_assume!(!a.trim().is_empty());
        let found = texts(&a, &a, lexicon());
        prop_assert_eq!(found.relation, Relation::Same);
        prop_assert!(found.flips.is_empty());
        prop_assert!(found.segments_a.segments().all(|segment| segment.mark.is_none()));
    }

    #[test]
    fn a_flip_has_its_number_on_both_sides(a in any_text(), b in any_text()) {
        let found = texts(&a, &b, lexicon());
        for flip in &found.flips {
            for text in [&found.segments_a, &found.segments_b] {
                let is_it = |segment: Segment<'_>| segment.number == Some(flip.number) && segment.has(Mark::Flip);
                prop_assert!(text.segments().any(is_it), "{:?} in {:?}", flip, text);
            }
        }
    }

    #[test]
    fn the_same_question_gets_the_same_answer(a in any_text(), b in any_text()) {
        let first = texts(&a, &b, lexicon());
        let others: Vec<Comparison> = std::thread::scope(|scope| {
            let runs: Vec<_> = (0..3).map(|_| scope.spawn(|| texts(&a, &b, lexicon()))).collect();
            runs.into_iter().map(|run| run.join().expect("a comparison")).collect()
        });
        prop_assert!(others.iter().all(|other| *other == first));
    }

    #[test]
    fn a_negation_in_one_of_two_equal_texts_never_lowers_the_score(a in any_text(), at in 0_usize..24) {
        let mut words: Vec<&str> = a.split(' ').collect();
        words.insert(at.min(words.len()), "niet");
        let (equal, denied) = (texts(&a, &a, lexicon()), texts(&a, &words.join(" "), lexicon()));
        prop_assert!(denied.score() >= equal.score());
        prop_assert!(denied.relation != Relation::Same);
    }
}

/// Pairs that read alike and are not: what a comparison must say of them, and what it must never say.
#[test]
fn what_words_alone_do_not_tell_stays_unclear() {
    let lexicon = lexicon();
    for (a, b) in [
        ("Overleg met de ouder.", "Overleg over de ouder."),
        ("Bescherming tegen de school.", "Bescherming uit de school."),
        ("Alle partners delen gegevens.", "Een partner deelt gegevens."),
        ("De school meldt de zorg.", "De school moet de zorg melden."),
        ("De school mag gegevens delen.", "De school mag gegevens delen, maar hoeft dat niet."),
        ("Meedoen aan hulp is vrijwillig.", "Meedoen aan hulp is niet verplicht."),
        ("Te laat melden van zorg.", "Te vroeg melden van zorg."),
        ("Een ongeval op straat.", "Een geval op straat."),
        ("Een onveilige situatie.", "De veiligheid in een situatie."),
        ("Gegevens bewaren moet.", "Gegevens vernietigen mag niet."),
        ("Delen van gegevens, niet bewaren.", "Delen van gegevens niet, bewaren."),
        ("De wet weegt zwaar.", "De weg weet zwaar."),
        ("De school doet steeds aangifte.", "De school doet aangifte."),
        ("!!!", "???"),
    ] {
        let found = texts(a, b, lexicon);
        assert_eq!((found.relation, found.confidence), (Relation::Unclear, Confidence::Low), "{a} | {b}");
    }
}

#[test]
fn one_sentence_that_contradicts_itself_in_one_place_clashes() {
    let lexicon = lexicon();
    for (a, b, of_a, of_b) in [
        ("De school moet gegevens delen.", "De school mag gegevens delen.", "moet", "mag"),
        ("De school mag gegevens delen.", "De school mag gegevens niet delen.", "mag", "mag niet"),
        ("Hulp delen met ouders.", "Hulp niet delen met ouders.", "delen", "niet delen"),
        ("Meedoen aan hulp is vrijwillig.", "Meedoen aan hulp is verplicht.", "vrijwillig", "verplicht"),
        ("Overleg voor de weging.", "Overleg na de weging.", "voor weging", "na weging"),
        ("De school meldt.", "De politie meldt.", "school", "politie"),
        ("De school informeert de politie.", "De politie informeert de school.", "school", "politie"),
        (
            "Antwoord binnen een week na de melding.",
            "Antwoord binnen drie dagen na de melding.",
            "binnen een week",
            "binnen drie dagen",
        ),
        (
            "Delen met toestemming van de ouder.",
            "Delen zonder toestemming van de ouder.",
            "met toestemming",
            "zonder toestemming",
        ),
        ("De school doet altijd aangifte.", "De school doet nooit aangifte.", "altijd", "nooit"),
        (
            "De groep is niet jonger dan 16 jaar.",
            "De groep is niet ouder dan 16 jaar.",
            "niet jonger dan 16 jaar",
            "niet ouder dan 16 jaar",
        ),
        ("Een veilige plek voor een kind.", "Een onveilige plek voor een kind.", "veilige", "onveilige"),
    ] {
        let found = texts(a, b, lexicon);
        assert_eq!((found.relation, found.confidence), (Relation::Conflict, Confidence::High), "{a} | {b}");
        assert_eq!((found.flips[0].a.as_str(), found.flips[0].b.as_str()), (of_a, of_b));
    }
}

#[test]
fn the_same_sentence_turned_passive_or_in_synonyms_is_nearly_the_same() {
    let lexicon = lexicon();
    for (a, b) in [
        ("De school informeert de politie.", "De politie wordt door de school geïnformeerd."),
        ("De gemeente beslist binnen twee weken.", "Binnen veertien dagen beslist de gemeente."),
        ("Een bijeenkomst met partners over een gezin.", "Een overleg met partners over een gezin."),
        ("Alleen delen met toestemming.", "Niet delen zonder toestemming."),
        ("Delen mag uitsluitend als de ouder het weet.", "Delen mag alleen indien de ouder het weet."),
    ] {
        assert_eq!(texts(a, b, lexicon).relation, Relation::Nuance, "{a} | {b}");
    }
}

#[test]
fn the_same_sentence_with_one_condition_more_is_narrower() {
    let (wide, narrow) = ("Hinder in een woning.", "Hinder in een woning, waarvoor al een waarschuwing is gegeven.");
    assert_eq!(texts(narrow, wide, lexicon()).relation, Relation::Narrower);
    assert_eq!(texts(wide, narrow, lexicon()).relation, Relation::Broader);
    let narrow = texts("De school deelt louter de naam.", "De school deelt de naam.", lexicon());
    assert_eq!(narrow.relation, Relation::Narrower);
    let other = "Hinder op straat, waarvoor al een waarschuwing is gegeven.";
    assert_eq!(texts(wide, other, lexicon()).relation, Relation::Unclear);
}

#[test]
fn a_text_that_says_the_word_is_not_used_stands_alone() {
    for b in ["", "Deze term komt in onze stukken niet voor.", "Dat woord gebruiken wij niet."] {
        assert_eq!(texts("Een gesprek met een gezin.", b, lexicon()).relation, Relation::OneSided, "{b}");
    }
}

#[test]
fn controlled_values_without_a_phrase_have_rows_of_their_own() {
    let (content, _) = load(&real_glossary()).expect("the glossary of the project");
    let actor = content.glossary.actors[0].clone();
    let none = BTreeMap::new();
    let a =
        Values { roles: vec![actor.id.clone(), actor.id.clone()], consent: Some(Consent::With), ..Values::default() };
    let b = Values { roles: vec![actor.id], consent: Some(Consent::Without), ..Values::default() };
    let side = |values| Meaning { definition: "Overleg tussen partners.", facets: &none, values };
    let weights = Weights::default();
    let yardstick =
        Yardstick { lexicon: &content.lexicon, weights: &weights, glossary: &content.glossary, embedder: None };
    let found = compare(&side(&a), &side(&b), "overleg", &yardstick);
    let row = |key: &str| found.facets.iter().find(|facet| facet.key == key).expect("a row");
    assert_eq!((row("actor").difference, row("actor").state), (Some(0.0), FacetState::Same));
    assert_eq!(row("actor").a.as_deref().map(|name| name.contains(&actor.label)), Some(true));
    assert_eq!((row("information").state, row("information").carrier), (FacetState::Different, Carrier::Value));
    assert_eq!(found.relation, Relation::Conflict);
}

fn pairs(publication: &Publication, id: &str) -> Vec<taalbrug::divergence::Pair> {
    let id = TermId::parse(id).expect("a term id");
    publication.entry(&id).expect("the term").pairs.to_vec()
}

#[test]
fn a_verdict_gives_relation_degree_and_sentence_and_says_who_signed() {
    let publication = publication(Folder::base().path());
    let pairs = pairs(&publication, "melding");
    let pair = headline(&pairs).expect("a headline");
    assert_eq!((pair.relation, pair.basis, pair.confidence), (Relation::Homonym, Basis::Editors, Confidence::High));
    assert_eq!(pair.degree.map(taalbrug::model::Degree::number), Some(3));
    assert!(
        pair.sentence.dutch.ends_with("Een hulpvraag tegenover een signaal over een ander."),
        "{}",
        pair.sentence.dutch
    );
    assert!(pair.sentence.dutch.contains("het sociaal domein (hulpvraag)"), "{}", pair.sentence.dutch);
    let ruling = pair.ruling.as_ref().expect("a ruling");
    assert!(ruling.signed_by_both && ruling.signed.len() == 2);
    assert_eq!(pair.facets[0].key, "goal");
    assert_eq!(pair.computed.relation, Relation::Unclear);
}

#[test]
fn a_pair_without_a_verdict_says_that_it_was_computed() {
    let publication = publication(Folder::base().path());
    for pair in pairs(&publication, "signaal") {
        assert_eq!((pair.basis, pair.relation), (Basis::Computed, Relation::Unclear));
        assert!(pair.sentence.dutch.contains("berekend en nog niet beoordeeld"), "{}", pair.sentence.dutch);
        assert!(pair.sentence.english.contains("computed and not judged"), "{}", pair.sentence.english);
    }
}

#[test]
fn every_two_concepts_make_a_pair_and_those_across_domains_come_first() {
    let publication = publication(Folder::base().path());
    let pairs = pairs(&publication, "melding");
    let between: Vec<String> = pairs
        .iter()
        .map(|pair| format!("{}-{}", pair.a.concept.as_ref().expect("a"), pair.b.concept.as_ref().expect("b")))
        .collect();
    assert_eq!(between, ["social-safety", "social-zorg-safety", "social-social-zorg"]);
}

#[test]
fn a_word_of_one_domain_says_whether_the_other_does_not_use_it_or_was_not_asked() {
    let folder = Folder::base();
    let pair = &pairs(&publication(folder.path()), "keukentafelgesprek")[0];
    assert_eq!((pair.relation, pair.basis), (Relation::OneSided, Basis::Editors));
    assert!(pair.sentence.dutch.starts_with("Alleen het sociaal domein gebruikt ‘keukentafelgesprek’."));
    folder.edit("terms/keukentafelgesprek.toml", "unused_by = [\"safety\"]\n", "");
    let pair = &pairs(&publication(folder.path()), "keukentafelgesprek")[0];
    assert_eq!((pair.basis, pair.score), (Basis::Computed, None));
    assert!(pair.sentence.dutch.contains("staat hier nog niet"), "{}", pair.sentence.dutch);
}

#[test]
fn a_verdict_may_name_its_sides_in_either_order() {
    let folder = Folder::base();
    folder.edit("terms/melding.toml", "between = [\"social\", \"safety\"]", "between = [\"safety\", \"social\"]");
    folder.edit("terms/melding.toml", "relation = \"homonym\"\ndegree = 3", "relation = \"broader\"\ndegree = 2");
    let pairs = pairs(&publication(folder.path()), "melding");
    let pair = headline(&pairs).expect("a headline");
    assert_eq!(pair.a.domain.as_str(), "safety");
    assert!(
        pair.sentence.dutch.starts_with("Let op: het veiligheidsdomein gebruikt ‘melding’ ruimer"),
        "{}",
        pair.sentence.dutch
    );
}

#[test]
fn shares_add_up_to_the_score_for_every_pair_of_the_glossary() {
    let (content, _) = load(&real_glossary()).expect("the glossary of the project");
    let weights = Weights::default();
    let yardstick =
        Yardstick { lexicon: &content.lexicon, weights: &weights, glossary: &content.glossary, embedder: None };
    for term in &content.glossary.terms {
        for pair in pairs_of(term, &yardstick) {
            let sum: f64 = pair.explanation.iter().map(|share| share.share).sum();
            assert!((sum - pair.score.unwrap_or(0.0)).abs() < 0.001, "{}: {:?}", term.id, pair.explanation);
            assert!(pair.facets.iter().all(|facet| facet.state != FacetState::OneSide || facet.difference.is_none()));
        }
    }
}

#[test]
fn a_pair_that_is_no_longer_in_use_stands_for_a_term_only_where_there_is_no_other() {
    let folder = Folder::base();
    let safety = |status: &str| format!("sources = [\"BRON-B\"]\nstatus = \"{status}\"");
    folder.edit("terms/melding.toml", &safety("draft"), &safety("retired"));
    let publication = publication(folder.path());
    let entry = publication.entry(&TermId::parse("melding").expect("an id")).expect("the term");
    let retired: Vec<bool> = entry.pairs.iter().map(|pair| pair.retired).collect();
    assert_eq!(retired, [false, true, true, false], "two meanings in use, then the others, then who is silent");
    let headline = entry.headline().expect("a pair");
    assert!(headline.relation == Relation::OneSided && headline.b.concept.is_none(), "{headline:?}");
    let only: Vec<_> = entry.pairs.iter().filter(|pair| pair.retired).cloned().collect();
    assert!(self::headline(&only).is_some_and(|pair| pair.retired));
}

#[test]
fn a_verdict_is_outdated_when_its_texts_changed() {
    let folder = Folder::base();
    let fingerprint = |folder: &Folder| {
        let pairs = pairs(&publication(folder.path()), "melding");
        headline(&pairs).and_then(|pair| pair.fingerprint.clone()).expect("a fingerprint")
    };
    let pin = format!("relation = \"homonym\"\napplies_to = \"{}\"", fingerprint(&folder));
    folder.edit("terms/melding.toml", "relation = \"homonym\"", &pin);
    let found = pairs(&publication(folder.path()), "melding");
    assert!(headline(&found).and_then(|pair| pair.ruling.as_ref()).is_some_and(|ruling| !ruling.outdated));
    folder.edit("terms/melding.toml", "goal = \"ondersteuning krijgen\"", "goal = \"hulp krijgen\"");
    let found = pairs(&publication(folder.path()), "melding");
    let pair = headline(&found).expect("a headline");
    assert!(pair.ruling.as_ref().is_some_and(|ruling| ruling.outdated) && pair.confidence == Confidence::Low);
    assert!(
        pair.sentence.dutch.ends_with("Na dit oordeel zijn de omschrijvingen veranderd."),
        "{}",
        pair.sentence.dutch
    );
}
