// SPDX-License-Identifier: EUPL-1.2
//! Words that are not typed as they stand in a name: compounds, verbs in two parts, slips, and whole sentences.

use proptest::prelude::*;
use taalbrug::model::Keyed;
use taalbrug::publication::Publication;
use taalbrug::search::{Found, How, Query};

use crate::support::{Folder, publication, real_glossary};

fn find(publication: &Publication, text: &str) -> Found {
    publication.index().search(&Query { text: text.to_owned(), take: 100, ..Query::default() }).expect("a search")
}

fn first(publication: &Publication, text: &str) -> Option<String> {
    find(publication, text).hits.first().map(|hit| publication.entry_at(hit.place).term.id.to_string())
}

/// Of the first hit its term, and the first reason: how, where and which word.
fn reason(publication: &Publication, text: &str) -> (String, &'static str, &'static str, String) {
    let found = find(publication, text);
    let hit = found.hits.first().unwrap_or_else(|| panic!("{text} finds nothing"));
    let reason = &hit.matched[0];
    let term = publication.entry_at(hit.place).term.id.to_string();
    (term, reason.how.key(), reason.field.key(), reason.form.clone())
}

#[test]
fn a_compound_finds_the_name_that_is_a_part_of_it_and_says_so() {
    let publication = publication(&real_glossary());
    for (typed, term, part) in [
        ("dreigingsanalyse", "dreiging", "dreiging"),
        ("zorgplan", "zorg", "zorg"),
        ("wijknetwerk", "netwerk", "netwerk"),
        ("veiligheidscasus", "casus", "casus"),
        ("schoolzorgteam", "zorgteam", "zorgteam"),
        ("opschalingsniveau", "opschalen", "opschalen"),
        ("re-integratietraject", "re-integratie", "re-integratie"),
        ("zelfcontrole", "toezicht", "zelfcontrole"),
    ] {
        let (found, how, _, form) = reason(&publication, typed);
        assert_eq!((found.as_str(), how, form.as_str()), (term, "part", part), "{typed}");
    }
}

#[test]
fn a_word_finds_the_compounds_with_it_behind_names_that_are_it() {
    let publication = publication(&real_glossary());
    for (typed, term, form) in [
        ("functionaris", "aandachtsfunctionaris", "aandachtsfunctionaris"),
        ("tafelgesprek", "keukentafelgesprek", "keukentafelgesprek"),
        ("verlegenheid", "handelingsverlegenheid", "handelingsverlegenheid"),
        ("teams", "zorgteam", "zorgteam"),
    ] {
        let found = reason(&publication, typed);
        assert_eq!(found, (term.to_owned(), "compound", "label", form.to_owned()), "{typed}");
    }
    let order: Vec<How> = find(&publication, "casus").hits.iter().map(|hit| hit.matched[0].how).collect();
    assert_eq!(order[0], How::Exact);
    assert!(order.contains(&How::Compound) || order.contains(&How::Prefix), "{order:?}");
}

#[test]
fn a_name_is_not_taken_apart_when_it_is_typed_whole() {
    let publication = publication(&real_glossary());
    assert_eq!(find(&publication, "keukentafelgesprek").total, 1);
    for typed in ["zorgplicht", "casusoverleg", "dreigingsniveau"] {
        let hits = find(&publication, typed).hits;
        assert!(hits.iter().flat_map(|hit| &hit.matched).all(|reason| reason.how != How::Part), "{typed}");
    }
}

#[test]
fn everyday_words_of_the_word_list_take_compounds_apart() {
    let folder = Folder::base();
    assert_eq!(first(&publication(folder.path()), "signaaltuin"), Some("signaal".to_owned()), "six letters are enough");
    assert_eq!(first(&publication(folder.path()), "zorgtuin"), None);
    folder.edit("terms/signaal.toml", "label = \"signaal\"", "label = \"zorg\"");
    assert_eq!(first(&publication(folder.path()), "zorgtuin"), None);
    folder.write("lexicon/compounds.toml", "words = [\"tuin\"]\n");
    assert_eq!(first(&publication(folder.path()), "zorgtuin"), Some("signaal".to_owned()));
}

#[test]
fn a_verb_is_found_when_its_parts_stand_apart_or_join() {
    let publication = publication(&real_glossary());
    for (typed, term) in [
        ("we schalen op", "opschalen"),
        ("hij schaalde het gisteren op", "opschalen"),
        ("op te schalen", "opschalen"),
        ("teruggekoppeld", "informatie-delen"),
        ("koppelt terug", "informatie-delen"),
        ("vroeggesignaleerde", "vroegsignalering"),
        ("ondermijnd", "ondermijning"),
        ("kwetsbaarste", "kwetsbaar"),
        ("dreiginkje", "dreiging"),
        ("activisten", "activisme"),
        ("beroeps geheimen", "beroepsgeheim"),
    ] {
        assert_eq!(first(&publication, typed).as_deref(), Some(term), "{typed}");
    }
}

#[test]
fn what_is_being_typed_is_not_read_as_a_form_of_something_shorter() {
    let publication = publication(&real_glossary());
    for (typed, term) in [
        ("affe", "affectieve-professionaliteit"),
        ("veilig t", "veilig-thuis"),
        ("zorgte", "zorgteam"),
        ("zorg- e", "zorg-en-veiligheidshuis"),
    ] {
        assert_eq!(first(&publication, typed).as_deref(), Some(term), "{typed}");
    }
}

#[test]
fn a_slip_is_mended_and_another_word_is_only_asked_back() {
    let publication = publication(&real_glossary());
    for (typed, term) in [
        ("re-integartie", "re-integratie"),
        ("ijgenaarschap", "eigenaarschap"),
        ("zorg en veiligheidhuis", "zorg-en-veiligheidshuis"),
        ("kasus", "casus"),
        ("dreigimg", "dreiging"),
    ] {
        assert_eq!(first(&publication, typed).as_deref(), Some(term), "{typed}");
    }
    for typed in ["drank", "wagen", "meloen", "wat eten we vanavond", "lorem ipsum dolor sit amet", "griep"] {
        let hits = find(&publication, typed).hits;
        let named = hits.iter().flat_map(|hit| &hit.matched).find(|reason| reason.field.key() != "definition");
        assert!(named.is_none_or(|reason| reason.how != How::Typo), "{typed}: {named:?}");
    }
}

#[test]
fn a_sentence_finds_the_term_that_it_describes_before_the_names_in_it() {
    let publication = publication(&real_glossary());
    for (typed, term) in [
        ("wie beslist of iemand in de aanpak komt", "weging"),
        ("Wie beslist er eigenlijk, of iemand in “de aanpak” komt?!", "weging"),
        ("ik zoek het woord voor wie er nou beslist of iemand in de persoonsgerichte aanpak komt of niet", "weging"),
        ("hulp die eigenlijk vrijwillig is maar nee zeggen heeft wel gevolgen", "drang"),
        ("plek waar je jongeren tegenkomt zoals het plein of online", "vindplaats"),
    ] {
        assert_eq!(first(&publication, typed).as_deref(), Some(term), "{typed}");
    }
    let hits = find(&publication, "wie beslist of iemand in de persoonsgerichte aanpak komt").hits;
    let second = &hits[1].matched[0];
    assert_eq!((second.field.key(), second.form.as_str()), ("label", "persoonsgerichte aanpak"));
}

#[test]
fn english_that_only_explains_finds_its_term_as_a_text() {
    let publication = publication(&real_glossary());
    assert_eq!(reason(&publication, "coercion"), ("drang".into(), "exact", "englishNote", "coercion".into()));
    assert_eq!(first(&publication, "young people").as_deref(), Some("jongere"));
    let casting = find(&publication, "casting").hits;
    assert!(casting.is_empty(), "only plurals of English words are forms: {casting:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn whatever_is_typed_is_answered(typed in "[a-zëïÉß'’“ -]{0,60}|\\PC{0,40}|(op|te|casus|zorg|overleg|[a-z]{1,9}){1,9}") {
        thread_local! {
            static REAL: Publication = publication(&real_glossary());
        }
        REAL.with(|publication| {
            let found = find(publication, &typed);
            prop_assert!(found.hits.iter().all(|hit| !hit.matched.is_empty() || typed.trim().is_empty()), "{typed}");
            prop_assert!(publication.index().suggest(&typed, 10).len() <= 10);
            prop_assert!(publication.index().did_you_mean(&typed).len() <= 5);
            Ok(())
        })?;
    }
}
