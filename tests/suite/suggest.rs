// SPDX-License-Identifier: EUPL-1.2
//! What is suggested as someone types.

use taalbrug::publication::Publication;

use crate::support::{publication, real_glossary};

fn suggested(publication: &Publication, typed: &str) -> Vec<String> {
    publication.index().suggest(typed, 10).into_iter().map(|completion| completion.text).collect()
}

#[test]
fn suggestions_begin_at_any_word_and_name_each_term_once() {
    let publication = publication(&real_glossary());
    let texts = |typed: &str| suggested(&publication, typed);
    assert_eq!(texts("m")[0].chars().next(), Some('m'));
    assert!(texts("aanpak").iter().any(|text| text == "lokale aanpak"), "{:?}", texts("aanpak"));
    assert!(texts("").is_empty() && texts("?!").is_empty() && texts("xqzvbnw").is_empty());
    let places: Vec<usize> = publication.index().suggest("r", 10).iter().map(|completion| completion.place).collect();
    let mut once = places.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), places.len());
}

#[test]
fn suggestions_cut_what_is_typed_into_words_as_a_search_does() {
    let publication = publication(&real_glossary());
    for (typed, name) in [
        ("meld", "melding"),
        ("Melding?", "melding"),
        ("mel.", "melding"),
        ("lokale aan", "lokale aanpak"),
        ("de lokale aan", "lokale aanpak"),
        ("wat betekent sig", "signaal"),
        ("what is a repo", "report"),
        ("veiligth", "Veilig Thuis"),
        ("zorg- en v", "Zorg- en Veiligheidshuis"),
        ("zorg-en-v", "Zorg- en Veiligheidshuis"),
        ("re-in", "re-integratie"),
        ("meldingen", "melding"),
        ("medling", "melding"),
    ] {
        assert_eq!(suggested(&publication, typed).first().map(String::as_str), Some(name), "{typed}");
    }
}

#[test]
fn a_name_that_begins_with_it_is_suggested_before_one_with_a_later_word_that_does() {
    let publication = publication(&real_glossary());
    let found = suggested(&publication, "de");
    assert_eq!(found[0], "deradicalisering");
    let at = |name: &str| found.iter().position(|text| text == name).unwrap_or_else(|| panic!("{name}: {found:?}"));
    assert!(at("designated officer") < at("Raad voor de Kinderbescherming"));
    assert!(at("designated officer") < at("informatie delen"));
}

#[test]
fn a_compound_is_suggested_from_each_of_its_parts_on_after_names_that_begin_so() {
    let publication = publication(&real_glossary());
    for (typed, name) in [
        ("overleg", "casusoverleg"),
        ("overl", "casusoverleg"),
        ("tafelg", "keukentafelgesprek"),
        ("plicht", "zorgplicht"),
        ("niveau", "dreigingsniveau"),
        ("figuur", "sleutelfiguur"),
    ] {
        let found = suggested(&publication, typed);
        assert!(found.iter().any(|text| text == name), "{typed}: {found:?}");
    }
    let found = suggested(&publication, "overl");
    assert_eq!(found[0], "overlast", "{found:?}");
}

#[test]
fn what_nothing_goes_on_from_is_asked_back() {
    let publication = publication(&real_glossary());
    for (typed, near) in
        [("reggiee", &["regie"][..]), ("drank", &["drang"]), ("melding", &[]), ("xqzvbnw", &[]), ("", &[])]
    {
        let index = publication.index();
        let meant = if index.suggest(typed, 10).is_empty() { index.did_you_mean(typed) } else { Vec::new() };
        let ids: Vec<&str> = meant.iter().map(|&place| publication.entry_at(place).term.id.as_str()).collect();
        assert_eq!(ids, near, "{typed}");
    }
}

#[test]
fn every_beginning_of_a_name_suggests_something() {
    let publication = publication(&real_glossary());
    for term in &publication.glossary.terms {
        for end in term.label.char_indices().map(|(start, letter)| start + letter.len_utf8()) {
            let typed = &term.label[..end];
            assert!(!publication.index().suggest(typed, 10).is_empty(), "{typed}");
        }
    }
}
