// SPDX-License-Identifier: EUPL-1.2
//! The mark of a build: it changes when the program does, and with nothing else.

use std::path::Path;

use crate::support::{Folder, root};

#[path = "../../build/mark.rs"]
mod mark;

fn mark_of(folder: &Path) -> String {
    mark::digest(folder).expect("a folder with sources")
}

fn sources() -> Folder {
    let folder = Folder::empty();
    for (path, text) in [
        ("Cargo.toml", "a"),
        ("Cargo.lock", "b"),
        ("src/main.rs", "c"),
        ("src/http/assets/x.css", "d"),
        ("templates/home.html", "e"),
    ] {
        folder.write(path, text);
    }
    folder
}

#[test]
fn a_build_has_the_mark_of_what_it_was_made_of() {
    assert_eq!(mark_of(&root()), env!("TAALBRUG_BUILD"));
}

#[test]
fn the_mark_changes_with_any_part_of_the_program_and_with_nothing_else() {
    assert!(mark::PARTS.iter().all(|part| root().join(part).exists()), "{:?}", mark::PARTS);
    let known = mark_of(sources().path());
    assert_eq!(mark_of(sources().path()), known, "another place and another time");
    for path in
        ["Cargo.toml", "Cargo.lock", "src/main.rs", "src/http/assets/x.css", "templates/home.html", "src/new.rs"]
    {
        let folder = sources();
        folder.write(path, "other");
        assert_ne!(mark_of(folder.path()), known, "{path}");
    }
    let folder = sources();
    folder.write("README.md", "other");
    folder.write("glossary/glossary.toml", "other");
    assert_eq!(mark_of(folder.path()), known);
}
