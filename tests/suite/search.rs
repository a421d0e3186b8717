// SPDX-License-Identifier: EUPL-1.2
//! What people type, and the term that should come first; filters, reasons, and the index on disk.

use taalbrug::model::Keyed;
use taalbrug::publication::Publication;
use taalbrug::search::{FACETS, Filter, Found, How, Query, SearchField};

use crate::support::{Folder, publication, real_glossary};

fn find(publication: &Publication, text: &str) -> Found {
    publication.index().search(&Query { text: text.to_owned(), take: 10, ..Query::default() }).expect("a search")
}

fn first(publication: &Publication, text: &str) -> Option<String> {
    find(publication, text).hits.first().map(|hit| publication.entry_at(hit.place).term.id.to_string())
}

#[test]
fn the_term_that_should_come_first_comes_first() {
    let publication = publication(&real_glossary());
    for (typed, term) in [
        ("melding", "melding"),
        ("gemeld", "melding"),
        ("meldingen", "melding"),
        ("Melding?", "melding"),
        ("medling", "melding"),
        ("report", "melding"),
        ("MELDEN", "melding"),
        ("cliënt", "client"),
        ("client", "client"),
        ("clienten", "client"),
        ("reintegratie", "re-integratie"),
        ("re-integratie", "re-integratie"),
        ("radikalisering", "radicalisering"),
        ("radicaliseert", "radicalisering"),
        ("geradicaliseerd", "radicalisering"),
        ("opgeschaald", "opschalen"),
        ("PGA", "persoonsgerichte-aanpak"),
        ("zvh", "zorg-en-veiligheidshuis"),
        ("zorg- en veiligheidshuis", "zorg-en-veiligheidshuis"),
        ("veilighied", "veiligheid"),
        ("urgent", "urgentie"),
        ("casusove", "casusoverleg"),
        ("threat", "dreiging"),
        ("wie beslist of iemand in de persoonsgerichte aanpak komt", "weging"),
        ("“regie”", "regie"),
    ] {
        assert_eq!(first(&publication, typed).as_deref(), Some(term), "{typed}");
    }
}

fn ids(publication: &Publication, found: &Found) -> Vec<String> {
    found.hits.iter().map(|hit| publication.entry_at(hit.place).term.id.to_string()).collect()
}

#[test]
fn a_name_keeps_its_place_when_more_words_are_typed() {
    let publication = publication(&real_glossary());
    for (typed, terms) in [
        ("signaal politie", &["signaal"][..]),
        ("wat betekent zorg", &["zorg"]),
        ("wie doet de melding bij de politie", &["melding"]),
        ("verschil tussen signaal en melding", &["melding", "signaal"]),
        ("wanneer moet ik melden bij veilig thuis", &["veilig-thuis", "melding"]),
        ("lokale aanpak radicalisering", &["lokale-aanpak", "radicalisering"]),
        ("mag ik informatie delen zonder toestemming", &["informatie-delen"]),
        ("signaal xqzvbnw", &["signaal"]),
        ("what is a threat", &["dreiging"]),
        ("bevel van de burgemeester", &["openbareordebevel"]),
    ] {
        assert_eq!(ids(&publication, &find(&publication, typed))[..terms.len()], *terms, "{typed}");
    }
    for term in &publication.glossary.terms {
        let asked = format!("wat bedoelt de politie op school met {}?", term.label);
        let found = ids(&publication, &find(&publication, &asked));
        assert_eq!(found.first(), Some(&term.id.to_string()), "{asked}");
    }
}

#[test]
fn a_description_finds_the_term_whose_text_holds_all_of_it_and_still_the_names_in_it() {
    let publication = publication(&real_glossary());
    let found = find(&publication, "wie beslist of iemand in de persoonsgerichte aanpak komt");
    assert_eq!(ids(&publication, &found)[..2], ["weging", "persoonsgerichte-aanpak"]);
}

#[test]
fn a_whole_name_comes_before_names_that_hold_the_word() {
    let publication = publication(&real_glossary());
    for term in &publication.glossary.terms {
        for typed in [term.label.clone(), format!("de {}", term.label), format!("{}?", term.label.to_uppercase())] {
            assert_eq!(first(&publication, &typed).as_deref(), Some(term.id.as_str()), "{typed}");
        }
    }
}

#[test]
fn ids_and_joined_parted_or_hyphenated_spellings_find_their_term() {
    let publication = publication(&real_glossary());
    for term in &publication.glossary.terms {
        let (id, parted) = (term.id.to_string(), term.id.as_str().replace('-', " "));
        for typed in [id.clone(), parted, term.label.replace([' ', '-'], ""), term.label.replace(' ', "-")] {
            assert_eq!(first(&publication, &typed), Some(id.clone()), "{typed}");
        }
    }
    for (typed, term) in [
        ("zorg en veiligheidshuis", "zorg-en-veiligheidshuis"),
        ("veiligthuis", "veilig-thuis"),
        ("re integratie", "re-integratie"),
        ("niet pluis gevoel", "signaal"),
        ("wij zij denken", "polarisatie"),
        ("casus-overleg", "casusoverleg"),
        ("signaal-politieoverleg", "signaal"),
        ("veiligtuis", "veilig-thuis"),
        ("lokalle aanpak", "lokale-aanpak"),
        ("de radicalisering", "radicalisering"),
        ("de radical", "radicalisering"),
        ("zelf regie", "zelfregie"),
        ("op schalen", "opschalen"),
    ] {
        assert_eq!(first(&publication, typed).as_deref(), Some(term), "{typed}");
    }
}

#[test]
fn everyday_forms_and_english_find_their_term() {
    let publication = publication(&real_glossary());
    for (typed, term) in [
        ("extremisten", "extremisme"),
        ("extremistische", "extremisme"),
        ("preventieve", "preventie"),
        ("gesignaleerd", "signaal"),
        ("signalering", "signaal"),
        ("klanten", "client"),
        ("terroristische", "terrorisme"),
        ("overlastgevende", "overlast"),
        ("ingrijpen", "interventie"),
        ("risicovolle", "risico"),
        ("what is a report", "melding"),
        ("notification", "melding"),
        ("concern", "zorg"),
        ("the resettlement", "re-integratie"),
        ("signal", "signaal"),
        ("duty of care", "zorgplicht"),
        ("burgermeester", "ambtsbericht"),
    ] {
        assert_eq!(first(&publication, typed).as_deref(), Some(term), "{typed}");
    }
}

#[test]
fn exact_comes_before_form_before_beginning_before_text() {
    let publication = publication(&real_glossary());
    let found = find(&publication, "casus");
    let order: Vec<String> =
        found.hits.iter().take(2).map(|hit| publication.entry_at(hit.place).term.id.to_string()).collect();
    assert_eq!(order, ["casus", "casusoverleg"]);
}

#[test]
fn every_hit_says_why_it_matched() {
    let publication = publication(&real_glossary());
    for (typed, field, how) in [
        ("melding", "label", "exact"),
        ("gemeld", "label", "form"),
        ("meldi", "label", "prefix"),
        ("medling", "label", "typo"),
        ("report", "english", "exact"),
        ("radikalisering", "hiddenLabel", "exact"),
    ] {
        let found = find(&publication, typed);
        let reason = &found.hits[0].matched[0];
        assert_eq!((reason.field.key(), reason.how.key()), (field, how), "{typed}");
    }
    for typed in ["melding", "jongere", "burgemeester beslist", "report"] {
        let found = find(&publication, typed);
        assert!(found.hits.iter().all(|hit| !hit.matched.is_empty()), "{typed}");
    }
}

#[test]
fn reasons_are_true_of_the_hit_and_a_name_comes_before_a_text() {
    let publication = publication(&real_glossary());
    for typed in [
        "wie doet de melding bij de politie",
        "medling politie",
        "lokale aan",
        "rad",
        "burgermeester regie",
        "de het een",
        "zorg en veiligheidshuis overleg",
        "re integratie",
        "wij zij",
        "polit",
        "what is a report",
    ] {
        let found = publication.index().search(&Query { text: typed.to_owned(), take: 100, ..Query::default() });
        let found = found.expect("a search");
        assert!(!found.hits.is_empty(), "{typed}");
        for hit in found.hits {
            let name = |field: SearchField| field < SearchField::Definition;
            let names: Vec<bool> = hit.matched.iter().map(|reason| name(reason.field)).collect();
            assert!(!names.is_empty() && names.is_sorted_by(|x, y| x >= y), "{typed}: {:?}", hit.matched);
        }
    }
    let matched = |typed: &str| find(&publication, typed).hits.swap_remove(0).matched;
    let reasons: Vec<_> = matched("radicalisring bij een jongere").into_iter().map(|reason| reason.how.key()).collect();
    assert_eq!(reasons, ["exact", "typo"]);
    let whole = matched("zorg en veiligheidshuis");
    assert_eq!((whole.len(), whole[0].form.as_str()), (1, "Zorg- en Veiligheidshuis"));
}

#[test]
fn a_typing_error_is_a_reason_only_for_a_word_that_nobody_knows() {
    let publication = publication(&real_glossary());
    for typed in
        ["weging", "dreiging", "delen", "onveilig thuis", "casus", "regie", "me", "an", "zo", "deradicalisering"]
    {
        let found = publication.index().search(&Query { text: typed.to_owned(), take: 100, ..Query::default() });
        for hit in found.expect("a search").hits {
            assert!(hit.matched.iter().all(|reason| reason.how != How::Typo), "{typed}: {:?}", hit.matched);
        }
    }
    let short = find(&publication, "me");
    assert!(short.hits.iter().flat_map(|hit| &hit.matched).all(|reason| reason.how != How::Prefix));
    let opposite = find(&publication, "onveiligen thuiss");
    let safe = opposite.hits.iter().flat_map(|hit| &hit.matched).any(|reason| reason.form == "Veilig");
    assert!(!safe, "an error never takes the opposite");
}

#[test]
fn a_hidden_label_is_found_and_never_shown() {
    let publication = publication(Folder::base().path());
    let found = find(&publication, "meldinkje");
    assert_eq!(found.hits[0].matched[0].form, "meldinkje");
    let found = find(&publication, "Meldinkj");
    assert_eq!(found.hits[0].matched[0].form, "Meldinkj");
    let completions = publication.index().suggest("meldink", 5);
    assert_eq!(completions[0].text, "melding");
}

#[test]
fn nonsense_finds_nothing_and_a_near_miss_is_helped_on() {
    let publication = publication(&real_glossary());
    let found = find(&publication, "xqzvbnw");
    assert!(found.hits.is_empty() && found.near.is_empty());
    for (typed, near) in [
        ("reggiee xqzvbnw", &["regie"][..]),
        ("hanidingsverlegenheid", &["handelingsverlegenheid"]),
        ("drank", &["drang"]),
        ("hond", &[]),
        ("fiets", &[]),
        ("demonstratie", &[]),
    ] {
        let found = find(&publication, typed);
        let ids: Vec<&str> = found.near.iter().map(|&place| publication.entry_at(place).term.id.as_str()).collect();
        assert!(found.hits.is_empty() && ids == near, "{typed}: {ids:?}");
    }
    let filters = vec![Filter { facet: "domain", values: vec!["maan".to_owned()] }];
    let query = Query { text: "melding".to_owned(), filters, take: 10, ..Query::default() };
    let found = publication.index().search(&query).expect("a search");
    assert!(found.hits.is_empty() && found.near.is_empty(), "other words are no help against a filter");
    for odd in ["", "   ", "?!", "'", "\"", "AND OR NOT", "a:b", "*", "\u{202e}", "de het een"] {
        find(&publication, odd);
    }
}

#[test]
fn filters_narrow_and_count_what_another_choice_would_give() {
    let publication = publication(&real_glossary());
    let all = find(&publication, "");
    assert_eq!(all.total, 79);
    let place = FACETS.iter().position(|facet| facet.key == "degree").expect("the filter");
    let count = |found: &Found, value: &str| {
        found.counts[place].iter().find(|count| count.value == value).map_or(0, |count| count.count)
    };
    let filter = Filter { facet: "degree", values: vec!["3".to_owned()] };
    let query = Query { filters: vec![filter], take: 100, ..Query::default() };
    let clashing = publication.index().search(&query).expect("a search");
    assert_eq!((clashing.total, count(&all, "3")), (16, 16));
    assert_eq!(count(&clashing, "1"), count(&all, "1"));
    let both = Filter { facet: "degree", values: vec!["3".to_owned(), "1".to_owned()] };
    let query = Query { filters: vec![both], take: 100, ..Query::default() };
    assert_eq!(publication.index().search(&query).expect("a search").total, 16 + 12);
    let nowhere = Filter { facet: "domain", values: vec!["maan".to_owned()] };
    let query = Query { filters: vec![nowhere], take: 100, ..Query::default() };
    assert_eq!(publication.index().search(&query).expect("a search").total, 0);
}

#[test]
fn a_domain_also_finds_the_words_of_the_domains_below_it() {
    let folder = Folder::base();
    folder.edit("terms/signaal.toml", "domain = \"safety\"", "domain = \"police\"");
    let publication = publication(folder.path());
    let filter = |value: &str| Query {
        filters: vec![Filter { facet: "domain", values: vec![value.to_owned()] }],
        take: 10,
        ..Query::default()
    };
    assert_eq!(publication.index().search(&filter("police")).expect("a search").total, 1);
    assert_eq!(publication.index().search(&filter("safety")).expect("a search").total, 2);
}
