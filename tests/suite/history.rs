// SPDX-License-Identifier: EUPL-1.2
//! What changed when: out of git or out of a file, told as `diff` tells it, with no name of anyone; and said openly where it
//! is not known.

use std::fmt::Write as _;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use serde_json::Value;
use taalbrug::publication::Past;
use taalbrug::source::{Cut, MOST_REVISIONS, NoLog, read_log};

use crate::repo::{COMMITTER, CONTRARY, Repo, TERM, git, past, service, with_changes};
use crate::support::{Folder, Server, Service, printed, real_glossary, run, taalbrug};

const CHANGES: &str = "/api/v1/changes";

fn changes(value: &Value) -> &Vec<Value> {
    value["changes"].as_array().expect("changes")
}

fn dates(value: &Value) -> Vec<&str> {
    changes(value).iter().filter_map(|change| change["date"].as_str()).collect()
}

#[test]
fn revisions_are_told_latest_first_in_the_words_of_diff() {
    let repo = with_changes();
    let all = repo.service().json(CHANGES);
    assert_eq!(dates(&all), ["2026-06-01", "2026-05-01", "2026-03-01"]);
    assert_eq!(
        (&all["total"], &all["history"]["state"], &all["history"]["current"]),
        (&3.into(), &"here".into(), &true.into())
    );
    let base = repo.glossary();
    let diff = run(&["diff", "HEAD~2", "HEAD~1", "--format", "json", "--glossary", base.to_str().expect("a path")]);
    let diff: Value = serde_json::from_str(&String::from_utf8_lossy(&diff.stdout)).expect("JSON");
    let told = &changes(&all)[1]["terms"][0];
    for key in ["id", "fate"] {
        assert_eq!(told[key], diff["terms"][0][key]);
    }
    let sentences = |term: &Value| {
        let effects = term["effects"].as_array().expect("effects").iter();
        effects.map(|effect| effect["sentence"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(sentences(told), sentences(&diff["terms"][0]));
    assert_eq!(
        told["meanings"][0]["definition"]["before"],
        diff["terms"][0]["meanings"][0]["definition"]["before"].clone().without_nulls()
    );
    assert_eq!(
        (&changes(&all)[0]["terms"][0]["fate"], &changes(&all)[2]["first"]),
        (&"withdrawn".into(), &true.into())
    );
    assert_eq!(changes(&all)[2]["terms"], Value::Array(Vec::new()), "the first is laid beside nothing");
}

/// JSON without members that are null or empty lists.
trait WithoutNulls {
    fn without_nulls(self) -> Self;
}

impl WithoutNulls for Value {
    fn without_nulls(self) -> Self {
        match self {
            Self::Array(items) => Self::Array(items.into_iter().map(Self::without_nulls).collect()),
            Self::Object(members) => {
                let said = |value: &Value| !value.is_null() && value.as_array().is_none_or(|items| !items.is_empty());
                let members = members.into_iter().filter(|(_, value)| said(value));
                Self::Object(members.map(|(name, value)| (name, value.without_nulls())).collect())
            }
            other => other,
        }
    }
}

#[test]
fn since_and_pages_choose_among_revisions_and_a_day_that_is_none_is_refused() {
    let service = with_changes().service();
    assert_eq!(dates(&service.json(&format!("{CHANGES}?since=2026-05-01"))), ["2026-06-01", "2026-05-01"]);
    assert_eq!(dates(&service.json(&format!("{CHANGES}?since=2026-07-01"))), Vec::<&str>::new());
    let second = service.get(&format!("{CHANGES}?perPage=1&page=2"));
    assert_eq!(dates(&second.json()), ["2026-05-01"]);
    assert!(second.header("link").contains("page=3") && second.header("total-count") == "3");
    let refused = service.get(&format!("{CHANGES}?since=1-5-2026&page=0&x=1"));
    assert_eq!((refused.status.as_u16(), refused.json()["errors"].as_array().map(Vec::len)), (400, Some(3)));
}

#[test]
fn counts_tell_revision_by_revision_how_far_domains_lie_apart() {
    let all = with_changes().service().json(CHANGES);
    let counts = |place: usize| &changes(&all)[place]["counts"];
    assert_eq!((&counts(2)["terms"], &counts(0)["terms"]), (&3.into(), &2.into()));
    let between = &counts(0)["between"][0];
    assert_eq!(between["domains"], serde_json::json!(["social", "safety"]));
    let sum =
        |figures: &Value| figures["perDegree"].as_array().into_iter().flatten().filter_map(Value::as_u64).sum::<u64>();
    assert_eq!(between["pairs"].as_u64(), Some(sum(between) + between["unclear"].as_u64().unwrap_or(0)));
    assert!(between["mean"].as_f64().is_some_and(|mean| (0.0..=3.0).contains(&mean)));
}

#[test]
fn nobody_is_named_anywhere() {
    let repo = with_changes();
    let service = repo.service();
    let file = run(&["history", "--write", "--glossary", repo.glossary().to_str().expect("a path")]);
    assert_eq!(file.status.code(), Some(0), "{}", printed(&file));
    let mut texts = vec![std::fs::read_to_string(repo.glossary().join("history.jsonl")).expect("the file")];
    for path in [CHANGES, "/api/v1/terms/melding/changes", "/changes", "/terms/melding", "/feed.atom", "/feed.json"] {
        texts.push(service.get(path).text());
    }
    for text in texts {
        assert!(COMMITTER.iter().all(|name| !text.contains(name)), "{text}");
    }
}

#[test]
fn an_address_that_is_gone_is_not_told_again() {
    let repo = Repo::base();
    let kind = "kind = \"law\"\n";
    repo.change("2026-04-01", (TERM, kind, "kind = \"law\"\ncontact = \"vorige@voorbeeld.example\"\n"));
    repo.change("2026-05-01", (TERM, "vorige@voorbeeld.example", "nieuwe@voorbeeld.example"));
    let service = repo.service();
    for path in
        [CHANGES, "/changes", "/terms/melding", "/terms/melding?on=2026-04-15", "/api/v1/terms/melding?on=2026-04-15"]
    {
        let text = service.get(path).text();
        assert!(!text.contains("vorige@voorbeeld.example"), "{path}");
    }
    let all = service.json(CHANGES);
    assert_eq!(changes(&all)[0]["terms"][0]["meanings"][0]["keys"][0]["key"], "contact");
}

#[test]
fn a_history_file_tells_the_same_where_git_is_not() {
    let repo = with_changes();
    let elsewhere = Folder::empty();
    run(&["history", "--write", "--glossary", repo.glossary().to_str().expect("a path")]);
    let copied = Command::new("cp").arg("-r").arg(repo.glossary()).arg(elsewhere.path()).status();
    assert!(copied.is_ok_and(|status| status.success()));
    let folder = elsewhere.path().join("glossary");
    let [one, other] = [repo.service(), service(&folder)].map(|service| service.json(CHANGES));
    assert_eq!(one, other);
    std::fs::write(folder.join("history.jsonl"), "{}").expect("a written file");
    let none = service(&folder).json(CHANGES);
    assert_eq!((&none["history"]["state"], &none["changes"]), (&"none".into(), &Value::Null));
    assert!(none["history"]["message"].as_str().is_some_and(|text| text.contains("niet te lezen")), "{none}");
}

#[test]
fn without_git_and_without_a_file_every_place_says_that_there_is_no_history() {
    let folder = Folder::base();
    let service = service(folder.path());
    for path in [CHANGES, "/api/v1/terms/melding/changes"] {
        let answer = service.json(path);
        assert_eq!((&answer["history"]["state"], &answer["changes"]), (&"none".into(), &Value::Null), "{path}");
        assert!(answer["history"]["message"].as_str().is_some_and(|text| text.contains("zonder git")), "{answer}");
    }
    for path in ["/changes", "/terms/melding"] {
        let page = service.get(path);
        assert_eq!(page.status, 200);
        assert!(
            page.text().contains("Er is hier geen geschiedenis.")
                && page.text().contains("niet dat er niets is gewijzigd")
        );
    }
    let feed = service.get("/feed.atom");
    assert_eq!((feed.status.as_u16(), feed.text().contains("There is no history here.")), (404, true));
    let on = service.get("/api/v1/terms/melding?on=2026-05-01");
    assert_eq!((on.status.as_u16(), &on.json()["type"]), (404, &"/problems/no-history".into()));
    let on = service.get("/terms/melding?on=2026-05-01");
    assert_eq!((on.status.as_u16(), on.text().contains("Er is hier geen geschiedenis.")), (404, true));
}

#[test]
fn a_shallow_clone_says_where_it_is_cut_off() {
    let repo = with_changes();
    let clone = Folder::empty();
    let from = format!("file://{}", repo.folder.path().display());
    git(clone.path(), "2026-01-01", &["clone", "-q", "--depth", "2", &from, "kopie"]);
    let all = service(&clone.path().join("kopie/glossary")).json(CHANGES);
    assert_eq!((dates(&all), &all["history"]["cut"]), (vec!["2026-06-01", "2026-05-01"], &"shallow".into()));
    assert!(all["history"]["message"].as_str().is_some_and(|text| text.contains("alleen de laatste versies")), "{all}");
    assert_eq!(changes(&all)[1]["first"], true);
}

#[test]
fn a_glossary_that_moved_is_followed_and_one_that_came_later_begins_then() {
    let repo = Repo::empty();
    repo.folder.write("LEESMIJ", "Nog geen woordenlijst.");
    repo.commit("2026-01-15");
    for (path, text) in taalbrug::diagnostic::BASE {
        repo.folder.write(&format!("oud/woorden/{path}"), text);
    }
    repo.commit("2026-02-01");
    repo.change("2026-03-01", ("oud/woorden/terms/melding.toml", CONTRARY.1, CONTRARY.2));
    repo.git(&["mv", "oud/woorden", "glossary"]);
    repo.commit("2026-04-01");
    repo.change("2026-05-01", (TERM, CONTRARY.2, CONTRARY.1));
    let all = repo.service().json(CHANGES);
    assert_eq!(dates(&all), ["2026-05-01", "2026-03-01", "2026-02-01"]);
    assert_eq!((&all["history"]["unchanged"], &all["history"]["cut"]), (&1.into(), &Value::Null));
}

#[test]
fn revisions_that_cannot_be_read_or_change_nothing_are_counted() {
    let repo = Repo::base();
    repo.change("2026-03-02", (TERM, "label = \"melding\"", "label = melding"));
    repo.change("2026-03-03", (TERM, "label = melding", "label = \"melding\""));
    repo.change("2026-03-04", (TERM, "label = \"melding\"", "# een opmerking\nlabel = \"melding\""));
    repo.folder.write("glossary/README.md", "Niets voor een programma.");
    repo.commit("2026-03-05");
    repo.change("2026-03-06", CONTRARY);
    let all = repo.service().json(CHANGES);
    assert_eq!(dates(&all), ["2026-03-06", "2026-03-01"]);
    assert_eq!((&all["history"]["unreadable"], &all["history"]["unchanged"]), (&1.into(), &2.into()));
    let page = repo.service().get("/changes").text();
    assert!(
        page.contains("Niet te lezen als woordenlijst") && page.contains("Zonder gevolg voor de betekenis"),
        "{page}"
    );
}

#[test]
fn a_merge_is_one_revision_along_the_first_parent() {
    let repo = Repo::base();
    repo.git(&["checkout", "-q", "-b", "zijtak"]);
    repo.change("2026-03-10", CONTRARY);
    repo.change("2026-03-11", (TERM, "Iemand vraagt om hulp.", "Iemand vraagt hulp."));
    repo.git(&["checkout", "-q", "main"]);
    git(repo.folder.path(), "2026-03-20", &["merge", "-q", "--no-ff", "-m", COMMITTER[2], "zijtak"]);
    let all = repo.service().json(CHANGES);
    assert_eq!(dates(&all), ["2026-03-20", "2026-03-01"]);
    assert_eq!(changes(&all)[0]["terms"][0]["meanings"][0]["keys"][0]["key"], "explanation");
}

#[test]
fn what_serves_and_is_not_committed_is_said_to_be_missing() {
    let repo = Repo::base();
    repo.folder.edit(TERM, CONTRARY.1, CONTRARY.2);
    let service = repo.service();
    assert_eq!(service.json(CHANGES)["history"]["current"], false);
    assert!(service.get("/changes").text().contains("wijzigingen die nog niet in de geschiedenis staan"));
}

#[test]
fn of_thousands_of_revisions_the_latest_are_read_and_that_is_said() {
    let repo = Repo::base();
    let mut stream = String::from("reset refs/heads/main\nfrom refs/heads/main^0\n\n");
    for number in 0..MOST_REVISIONS + 100 {
        let text = format!("# {number}\nlabel = \"woord\"\n");
        let _ = write!(
            stream,
            "commit refs/heads/main\ncommitter A <a@b.example> {} +0000\ndata 1\nx\nM 100644 inline glossary/terms/woord.toml\ndata {}\n{text}\n",
            1_780_000_000 + number,
            text.len()
        );
    }
    repo.folder.write("stroom", stream);
    let import = std::fs::File::open(repo.folder.path().join("stroom")).expect("the stream");
    let done =
        Command::new("git").arg("fast-import").arg("--quiet").stdin(import).current_dir(repo.folder.path()).output();
    assert!(done.as_ref().is_ok_and(|done| done.status.success()), "{done:?}");
    let log = read_log(&repo.glossary()).expect("a log");
    assert_eq!((log.commits.len(), log.cut), (MOST_REVISIONS, Some(Cut::Bound)));
    let first: Vec<&str> = log.commits[0].files.iter().map(|(path, _)| path.as_str()).collect();
    assert!(first.contains(&"glossary.toml") && first.contains(&"terms/woord.toml"), "{first:?}");
}

/// A folder with a program `git` that says something and fails; without words there is no such program.
fn git_that_says(words: &str) -> Folder {
    let folder = Folder::empty();
    if !words.is_empty() {
        folder.write("git", format!("#!/bin/sh\necho \"{words}\" >&2\nexit 128\n"));
        let rights = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(folder.path().join("git"), rights).expect("rights");
    }
    folder
}

#[test]
fn git_that_is_not_there_or_refuses_is_told_with_a_way_on() {
    let repo = Repo::base();
    for (words, told) in [
        ("", "het programma git is er niet"),
        ("fatal: detected dubious ownership in repository at '/srv'", "safe.directory"),
        ("fatal: not a git repository", "ligt niet in een werkmap van git"),
        ("fatal: iets anders", "git gaf geen antwoord: iets anders"),
    ] {
        let folder = git_that_says(words);
        let glossary = repo.glossary();
        let output = taalbrug(&["history", "--glossary", glossary.to_str().expect("a path")])
            .env("PATH", folder.path())
            .output()
            .expect("the program runs");
        assert_eq!(output.status.code(), Some(2), "{words}");
        assert!(printed(&output).contains(told), "{words}: {}", printed(&output));
    }
    let empty = Repo::empty();
    empty.folder.write("glossary/glossary.toml", "");
    assert_eq!(read_log(&empty.glossary()), Err(NoLog::NoRevisions));
}

#[test]
fn the_surroundings_of_the_caller_change_nothing() {
    let repo = with_changes();
    let (glossary, other) = (repo.glossary(), Repo::base());
    let command = || taalbrug(&["history", "--glossary", glossary.to_str().expect("a path")]);
    let plain = printed(&command().output().expect("the program runs"));
    assert!(plain.contains("2026-05-01") && plain.contains("melding – gewijzigd"), "{plain}");
    let odd = command()
        .env("GIT_DIR", other.folder.path().join(".git"))
        .env("GIT_WORK_TREE", other.folder.path())
        .env("GIT_CONFIG_COUNT", "1")
        .env("GIT_CONFIG_KEY_0", "log.showSignature")
        .env("GIT_CONFIG_VALUE_0", "true")
        .output();
    assert_eq!(printed(&odd.expect("the program runs")), plain);
}

#[test]
fn a_commit_is_picked_up_while_serving_and_what_was_worked_out_is_kept_beside_the_index() {
    let repo = Repo::base();
    let index = Folder::empty();
    let (glossary, kept) = (repo.glossary(), index.path().join("history-outcomes.txt"));
    let server = Server::start(
        taalbrug(&["serve", "--glossary", glossary.to_str().expect("a path")]).arg("--index").arg(index.path()),
    );
    let first = server.wait_for(CHANGES, |body| body.contains("\"state\":\"here\""));
    assert!(first.contains("2026-03-01") && !first.contains("2026-05-01"), "{first}");
    repo.change("2026-05-01", CONTRARY);
    let second = server.wait_for(CHANGES, |body| body.contains("2026-05-01") && body.contains("\"current\":true"));
    assert!(second.contains("\"current\":true"), "{second}");
    repo.folder.write("glossary/README.md", "Iets anders.");
    let text = std::fs::read_to_string(kept).expect("what is kept");
    assert_eq!(text.lines().count(), 3, "a line about the program, and one per revision: {text}");
}

#[test]
fn the_history_of_this_project_can_be_read_or_says_why_not() {
    match past(&real_glossary()) {
        Past::Here(history) => assert!(!history.revisions.is_empty()),
        Past::Nothing(why) => assert!(!why.words().0.is_empty()),
        Past::Reading => panic!("it was read here and now"),
    }
    assert_eq!(Service::real().json(CHANGES)["history"]["state"], "none", "nobody looked");
}
