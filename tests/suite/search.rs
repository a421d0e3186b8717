//! What people type, and the term that should come first; filters, reasons, and the index on disk.

use std::fs;

use taalbrug::model::Keyed;
use taalbrug::publication::{Places, Publication};
use taalbrug::search::{FACETS, Filter, Found, Opening, Query};

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
    let found = find(&publication, "reggiee xqzvbnw");
    assert!(!found.near.is_empty() || !found.hits.is_empty());
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

#[test]
fn suggestions_begin_at_any_word_and_name_each_term_once() {
    let publication = publication(&real_glossary());
    let texts = |typed: &str| {
        let found = publication.index().suggest(typed, 10);
        found.into_iter().map(|completion| completion.text).collect::<Vec<_>>()
    };
    assert_eq!(texts("m")[0].chars().next(), Some('m'));
    assert_eq!(texts("meld")[0], "melding");
    assert!(texts("aanpak").iter().any(|text| text == "lokale aanpak"), "{:?}", texts("aanpak"));
    assert!(texts("").is_empty());
}

fn build(folder: &Folder, index: &std::path::Path) -> Publication {
    let places = Places { glossary: folder.path().to_owned(), index: Some(index.to_owned()) };
    Publication::build(&places).unwrap_or_else(|error| panic!("{error}"))
}

/// The folders under an index root.
fn folders(index: &std::path::Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(index)
        .expect("the index root")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn an_index_is_built_once_opened_after_that_and_old_ones_go() {
    let (folder, root) = (Folder::base(), Folder::empty());
    let first = build(&folder, root.path());
    assert_eq!(first.opening, Opening::Built);
    assert_eq!(build(&folder, root.path()).opening, Opening::Opened);
    folder.edit("terms/signaal.toml", "label = \"signaal\"", "label = \"teken\"");
    let second = build(&folder, root.path());
    assert_ne!(second.revision, first.revision);
    assert_eq!(folders(root.path()), std::slice::from_ref(&second.revision));
    assert_eq!(self::first(&second, "teken").as_deref(), Some("signaal"));
    assert_eq!(self::first(&first, "signaal").as_deref(), Some("signaal"), "whoever has the old one keeps it");
}

/// The files of an index, by the end of their names; the rest of a name changes with every building.
fn files(home: &std::path::Path) -> Vec<(String, std::path::PathBuf)> {
    let ending = |path: &std::path::Path| path.to_string_lossy().rsplit(['.', '/']).next().unwrap_or("").to_owned();
    let paths = fs::read_dir(home).expect("the index").map(|entry| entry.expect("an entry").path());
    paths.map(|path| (ending(&path), path)).collect()
}

#[test]
fn a_damaged_index_is_built_again() {
    let (folder, root) = (Folder::base(), Folder::empty());
    let home = root.path().join(build(&folder, root.path()).revision);
    let endings: Vec<String> =
        files(&home).into_iter().map(|(ending, _)| ending).filter(|ending| ending != "lock").collect();
    assert!(endings.len() > 5, "{endings:?}");
    for ending in endings {
        for damage in [
            |_: &[u8]| Vec::new(),
            |bytes: &[u8]| bytes[..bytes.len() / 2].to_vec(),
            |bytes: &[u8]| bytes.iter().map(|byte| !byte).collect(),
        ] {
            let (_, file) = files(&home).into_iter().find(|(other, _)| *other == ending).expect("the file");
            fs::write(&file, damage(&fs::read(&file).expect("an index file"))).expect("damage");
            let again = build(&folder, root.path());
            assert_eq!(again.opening, Opening::Built, "{}", file.display());
            assert_eq!(first(&again, "gemeld").as_deref(), Some("melding"));
        }
    }
}

#[test]
fn without_a_place_to_write_the_index_lives_in_memory_and_says_why() {
    let (folder, root) = (Folder::base(), Folder::empty());
    root.write("bezet", "a file where the folder should be");
    let publication = build(&folder, &root.path().join("bezet"));
    assert!(matches!(&publication.opening, Opening::InMemory(why) if !why.is_empty()));
    assert_eq!(first(&publication, "gemeld").as_deref(), Some("melding"));
}
