// SPDX-License-Identifier: EUPL-1.2
//! A git repository with a small glossary in it, for the tests of what changed when.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use taalbrug::diagnostic::BASE;
use taalbrug::http::{BaseUrl, Settings};
use taalbrug::publication::{Past, Places, Shelf};

use crate::support::{Folder, Service, TODAY, publication};

/// A file of the small glossary, in the folder `glossary` of a repository.
pub const TERM: &str = "glossary/terms/melding.toml";

/// Who commits: a name, an address and a subject that stand nowhere else.
pub const COMMITTER: [&str; 3] =
    ["Xaviera Zonderlingen", "xaviera@geheim.example", "Verzoek van wethouder Zonderlingen"];

/// A repository that goes when the test ends.
pub struct Repo {
    pub folder: Folder,
}

impl Repo {
    /// A repository with the small glossary in `glossary`, committed on the first of March 2026.
    pub fn base() -> Self {
        let repo = Self::empty();
        for (path, text) in BASE {
            repo.folder.write(&format!("glossary/{path}"), text);
        }
        repo.commit("2026-03-01");
        repo
    }

    /// A repository without a commit.
    pub fn empty() -> Self {
        let repo = Self { folder: Folder::empty() };
        repo.git(&["init", "-q", "-b", "main"]);
        repo
    }

    /// Where the glossary is.
    pub fn glossary(&self) -> PathBuf {
        self.folder.path().join("glossary")
    }

    /// Runs git in it.
    pub fn git(&self, arguments: &[&str]) -> String {
        git(self.folder.path(), "2026-01-01", arguments)
    }

    /// Commits everything at noon of a day.
    pub fn commit(&self, day: &str) {
        git(self.folder.path(), day, &["add", "-A"]);
        git(self.folder.path(), day, &["commit", "-q", "-m", COMMITTER[2]]);
    }

    /// Replaces text in a file and commits that.
    pub fn change(&self, day: &str, (file, old, new): (&str, &str, &str)) {
        self.folder.edit(file, old, new);
        self.commit(day);
    }

    /// A shelf with the glossary and its past.
    pub fn shelf(&self) -> Arc<Shelf> {
        shelf_with(&self.glossary(), past(&self.glossary()))
    }

    /// The service over the glossary with its past.
    pub fn service(&self) -> Service {
        service(&self.glossary())
    }
}

/// Runs git in a folder, on a day.
pub fn git(folder: &Path, day: &str, arguments: &[&str]) -> String {
    let [name, mail, _] = COMMITTER;
    let noon = format!("{day}T12:00:00+01:00");
    let done = Command::new("git")
        .args(["-c", &format!("user.name={name}"), "-c", &format!("user.email={mail}")])
        .args(arguments)
        .envs([("GIT_COMMITTER_DATE", &noon), ("GIT_AUTHOR_DATE", &noon)])
        .current_dir(folder)
        .output()
        .expect("git");
    assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8_lossy(&done.stdout).trim_end().to_owned()
}

/// What is known of the past of a glossary folder.
pub fn past(glossary: &Path) -> Past {
    Past::of(&Places { glossary: glossary.to_owned(), index: None, model: None })
}

/// The service over a glossary folder with its past, which knows its own address.
pub fn service(glossary: &Path) -> Service {
    service_with(glossary, past(glossary))
}

/// A shelf with a glossary folder and its past.
fn shelf_with(glossary: &Path, past: Past) -> Arc<Shelf> {
    let shelf = Arc::new(Shelf::new(publication(glossary)));
    shelf.remember(past);
    shelf
}

/// The same with what is known of the past.
pub fn service_with(glossary: &Path, past: Past) -> Service {
    let shelf = shelf_with(glossary, past);
    let settings = Settings { base_url: BaseUrl::parse("https://taal.voorbeeld.example").ok(), ..Settings::default() };
    Service::with_clock(shelf, settings, || TODAY)
}

/// A repository with a changed text on the first of May and a word that is gone in June.
pub fn with_changes() -> Repo {
    let repo = Repo::base();
    repo.change("2026-05-01", CONTRARY);
    std::fs::remove_file(repo.glossary().join("terms/signaal.toml")).expect("a removed file");
    repo.commit("2026-06-01");
    repo
}

/// A change in content.
pub const CONTRARY: (&str, &str, &str) =
    (TERM, "Verzoek van een inwoner om ondersteuning.", "Verzoek van een inwoner zonder ondersteuning.");
