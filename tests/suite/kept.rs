// SPDX-License-Identifier: EUPL-1.2
//! A revision that is kept beside its index: read instead of made, and believed only when every byte is what was written.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use serde_json::json;
use taalbrug::http::Settings;
use taalbrug::publication::{Places, Publication, Shelf};
use taalbrug::search::Opening;

use crate::http::{BASE, GOOD};
use crate::support::{Folder, Service, publication, real_glossary};

/// Addresses beside those of the API.
const PAGES: &[&str] = &[
    "/",
    "/?q=gemeld&taal=en",
    "/terms/melding",
    "/terms/melding?place=voorbeeldstad",
    "/terms/signaal",
    "/differences",
    "/compare",
    "/translate?q=melding",
    "/embed/terms/melding",
    "/card/melding",
];

/// Questions that ask something of every part that is kept.
const ASKED: &[&str] = &[
    "/search?q=gemeld",
    "/search?q=opgeschaalde%20melding&sort=divergence",
    "/search?q=wie%20beslist%20of%20iemand%20in%20de%20aanpak%20komt",
    "/search?q=meldign&domain=safety",
    "/search?q=sgnaal",
    "/search?q=veiligheidscasus",
    "/suggest?q=m",
    "/suggest?q=overleg",
    "/terms?perPage=200",
    "/terms/melding",
    "/terms/melding?place=voorbeeldstad",
    "/terms/signaal",
    "/divergences?perPage=500",
    "/divergences?perPage=500&place=voorbeeldstad",
    "/matrix",
    "/translations?q=melding&from=social&to=safety",
    "/translations?q=overleg&from=safety&to=social",
    "/forms",
    "/readings?writer=social&reader=safety",
    "/places",
];

fn built(glossary: &Path, index: &Path) -> Publication {
    let places = Places { glossary: glossary.to_owned(), index: Some(index.to_owned()), model: None };
    Publication::build(&places).unwrap_or_else(|error| panic!("{error}"))
}

fn service(publication: Publication) -> Service {
    Service::of(Arc::new(Shelf::new(publication)), Settings::default())
}

/// What a service answers to everything: status, entity tag and body of each.
fn answers(service: &Service) -> Vec<(String, u16, String, String)> {
    let asked = ASKED.iter().map(|path| format!("{BASE}{path}"));
    let good = GOOD.iter().filter(|path| !path.starts_with("/health")).map(|path| format!("{BASE}{path}"));
    let paths = asked.chain(good).chain(PAGES.iter().map(|&path| path.to_owned()));
    let mut all: Vec<_> = paths
        .map(|path| {
            let reply = service.get(&path);
            (path, reply.status.as_u16(), reply.header("etag").to_owned(), reply.text())
        })
        .collect();
    let texts =
        json!({"text": "De melding is opgeschaald na een signaal en casusoverleg.", "from": "social", "to": "safety"});
    let reply = service.post(&format!("{BASE}/annotations"), &texts);
    all.push(("annotations".to_owned(), reply.status.as_u16(), String::new(), reply.text()));
    let texts = json!({"a": "Een melding is een bericht.", "b": "Een melding is geen bericht."});
    let reply = service.post(&format!("{BASE}/compare"), &texts);
    all.push(("compare".to_owned(), reply.status.as_u16(), String::new(), reply.text()));
    all
}

#[test]
fn what_is_kept_answers_as_what_is_made_to_the_byte() {
    let small = Folder::base();
    for glossary in [small.path(), &real_glossary()] {
        let root = Folder::empty();
        let made = built(glossary, root.path());
        let kept = built(glossary, root.path());
        assert_eq!((&made.opening, &kept.opening), (&Opening::Built, &Opening::Opened));
        assert_eq!((&made.glossary, &made.lexicon), (&kept.glossary, &kept.lexicon));
        let fresh = answers(&service(publication(glossary)));
        assert!(fresh.iter().filter(|(_, status, ..)| *status == 200).count() > 30, "{fresh:#?}");
        for (made, kept) in fresh.iter().zip(answers(&service(kept))) {
            assert!(*made == kept, "{}: {made:?}\n{kept:?}", made.0);
        }
    }
}

#[test]
fn a_list_that_was_cut_off_or_changed_anywhere_is_not_believed() {
    let (folder, root) = (Folder::base(), Folder::empty());
    let made = built(folder.path(), root.path());
    let (home, revision) = (root.path().join(&made.revision), made.revision.clone());
    let wanted = service(made).get(&format!("{BASE}/terms/melding?place=voorbeeldstad")).text();
    let names = fs::read_dir(&home).expect("the index").map(|entry| entry.expect("an entry").file_name());
    let lists: Vec<_> = names.filter(|name| name.to_string_lossy().starts_with("kept-")).collect();
    assert!(lists.len() >= 10, "{lists:?}");
    for list in lists {
        let file = home.join(&list);
        let whole = fs::read(&file).expect("a list");
        let middle = whole.len() / 2;
        let changed = |at: usize| {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x10;
            bytes
        };
        let damaged =
            [Vec::new(), whole[..middle].to_vec(), whole[..whole.len() - 1].to_vec(), changed(0), changed(middle)];
        for bytes in damaged {
            fs::write(&file, bytes).expect("damage");
            let again = built(folder.path(), root.path());
            assert_eq!((&again.opening, &again.revision), (&Opening::Built, &revision), "{list:?}");
            let told = service(again).get(&format!("{BASE}/terms/melding?place=voorbeeldstad")).text();
            assert_eq!(told, wanted);
        }
        fs::remove_file(&file).expect("removed");
        assert_eq!(built(folder.path(), root.path()).opening, Opening::Built, "{list:?}");
    }
    assert_eq!(built(folder.path(), root.path()).opening, Opening::Opened);
}

#[test]
fn what_another_program_kept_is_not_taken() {
    let (folder, root) = (Folder::base(), Folder::empty());
    let revision = built(folder.path(), root.path()).revision;
    let seal = root.path().join(&revision).join("taalbrug-seal");
    let own = fs::read_to_string(&seal).expect("a seal");
    for foreign in ["", "0123456789abcdef", &own.replacen(|_: char| true, "", 1), &own.replace(&revision, "0")] {
        fs::write(&seal, foreign).expect("a seal");
        assert_eq!(built(folder.path(), root.path()).opening, Opening::Built, "{foreign}");
        assert_eq!(fs::read_to_string(&seal).expect("a seal"), own);
    }
}

#[test]
fn lists_of_other_revisions_do_not_go_together() {
    let (folder, other, root) = (Folder::base(), Folder::base(), Folder::empty());
    fs::remove_file(other.path().join("terms/signaal.toml")).expect("a term less");
    other.edit("terms/melding.toml", "\"signaal\"", "\"teken\"");
    let one = built(folder.path(), root.path()).revision;
    let two = built(other.path(), &root.path().join("ander")).revision;
    for list in ["kept-terms", "kept-pairs", "kept-overviews", "kept-entries"] {
        fs::copy(root.path().join("ander").join(&two).join(list), root.path().join(&one).join(list)).expect("copied");
        assert_eq!(built(folder.path(), root.path()).opening, Opening::Built, "{list}");
    }
}

#[test]
fn a_file_that_cannot_be_read_refuses_the_glossary_though_the_rest_is_kept() {
    let (folder, root) = (Folder::base(), Folder::empty());
    let revision = built(folder.path(), root.path()).revision;
    folder.write("terms/kapot.toml", [0xff, 0xfe, 0x00]);
    let places = Places { glossary: folder.path().to_owned(), index: Some(root.path().to_owned()), model: None };
    let Err(refused) = Publication::build(&places) else { panic!("a file that is no text was overlooked") };
    assert!(refused.to_string().contains("kapot.toml"), "{refused}");
    fs::remove_file(folder.path().join("terms/kapot.toml")).expect("removed");
    let again = built(folder.path(), root.path());
    assert_eq!((again.opening, again.revision), (Opening::Opened, revision));
}
