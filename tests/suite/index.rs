// SPDX-License-Identifier: EUPL-1.2
//! Index folders: built once, opened after that, built again when anything about them is odd.

use std::fs;

use taalbrug::publication::{Places, Publication};
use taalbrug::search::{Opening, Query};

use crate::support::Folder;

/// The term that comes first for a question.
fn first(publication: &Publication, text: &str) -> Option<String> {
    let query = Query { text: text.to_owned(), take: 1, ..Query::default() };
    let found = publication.index().search(&query).expect("a search");
    found.hits.first().map(|hit| publication.entry_at(hit.place).term.id.to_string())
}

fn build(folder: &Folder, index: &std::path::Path) -> Publication {
    let places = Places { glossary: folder.path().to_owned(), index: Some(index.to_owned()), model: None };
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

#[test]
fn an_index_of_other_content_is_not_taken_for_this_one() {
    let (folder, other, root) = (Folder::base(), Folder::base(), Folder::empty());
    other.edit("terms/signaal.toml", "label = \"signaal\"", "label = \"teken\"");
    let (one, two) = (build(&folder, root.path()).revision, build(&other, &root.path().join("ander")).revision);
    fs::remove_dir_all(root.path().join(&one)).expect("removed");
    fs::rename(root.path().join("ander").join(two), root.path().join(&one)).expect("moved");
    let again = build(&folder, root.path());
    assert_eq!(again.opening, Opening::Built);
    assert_eq!(first(&again, "signaal").as_deref(), Some("signaal"));
}

#[test]
fn what_happens_to_the_files_of_an_index_does_not_touch_what_serves() {
    let (folder, root) = (Folder::base(), Folder::empty());
    let home = root.path().join(build(&folder, root.path()).revision);
    let opened = build(&folder, root.path());
    assert_eq!(opened.opening, Opening::Opened);
    for (_, file) in files(&home) {
        fs::write(file, "").expect("emptied");
    }
    assert_eq!(first(&opened, "gemeld").as_deref(), Some("melding"));
}

#[test]
fn a_file_in_the_place_of_an_index_folder_gives_way() {
    let (folder, root) = (Folder::base(), Folder::empty());
    let home = root.path().join(build(&folder, root.path()).revision);
    fs::remove_dir_all(&home).expect("removed");
    fs::write(&home, "in the way").expect("written");
    assert_eq!(build(&folder, root.path()).opening, Opening::Built);
    assert_eq!(build(&folder, root.path()).opening, Opening::Opened);
}

#[test]
fn programs_that_build_one_index_at_once_all_have_it() {
    let (folder, root) = (Folder::base(), Folder::empty());
    let openings: Vec<Opening> = std::thread::scope(|scope| {
        let builders: Vec<_> = (0..6).map(|_| scope.spawn(|| build(&folder, root.path()).opening)).collect();
        builders.into_iter().map(|builder| builder.join().expect("a builder")).collect()
    });
    assert!(openings.iter().all(|opening| !matches!(opening, Opening::InMemory(_))), "{openings:?}");
    assert_eq!(build(&folder, root.path()).opening, Opening::Opened);
}
