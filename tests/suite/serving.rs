// SPDX-License-Identifier: EUPL-1.2
//! The real program: it stays up, picks up edits, stops in order, and says what is wrong when it cannot start.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use crate::support::{Folder, Server, printed, run, taalbrug, taalbrug_without_rights};

fn serve(folder: &Folder, index: &Folder) -> Server {
    let (glossary, index) = (folder.path().display().to_string(), index.path().display().to_string());
    Server::start(&mut taalbrug(&["serve", "--glossary", &glossary, "--index", &index]))
}

#[test]
fn it_says_where_to_look_and_what_it_serves() {
    let (folder, index) = (Folder::base(), Folder::empty());
    let server = serve(&folder, &index);
    assert!(server.welcome.contains("3 termen, 6 betekenissen, 5 paren"), "{}", server.welcome);
    let (status, body) = server.get("/api/v1/search?q=gemeld");
    assert!(status == 200 && body.contains("\"term\":\"melding\""), "{body}");
}

#[test]
fn an_edit_is_picked_up_and_a_broken_one_leaves_the_last_good_revision() {
    let (folder, index) = (Folder::base(), Folder::empty());
    let server = serve(&folder, &index);
    folder.edit("terms/signaal.toml", "english = \"signal\"", "english = \"observation\"");
    let body = server.wait_for("/api/v1/terms/signaal", |body| body.contains("observation"));
    assert!(body.contains("\"english\":\"observation\""), "{body}");

    folder.edit("terms/signaal.toml", "domain = \"safety\"", "domain = \"safty\"");
    let health = server.wait_for("/health/ready", |body| body.contains("\"warn\""));
    assert!(
        health.contains("G101") && health.contains("terms/signaal.toml") && health.contains("\"line\":"),
        "{health}"
    );
    assert!(server.get("/api/v1/terms/signaal").1.contains("observation"), "the last good revision serves");
    assert_eq!(server.get("/health/ready").0, 200);

    folder.edit("terms/signaal.toml", "domain = \"safty\"", "domain = \"safety\"");
    let health = server.wait_for("/health/ready", |body| body.contains("\"pass\""));
    assert!(health.contains("\"pass\"") && !health.contains("trouble"), "{health}");

    std::fs::remove_file(folder.path().join("terms/signaal.toml")).expect("a file to remove");
    folder.edit("terms/melding.toml", "related = [\"signaal\", \"aangifte\"]", "related = [\"aangifte\"]");
    folder.edit("terms/melding.toml", "sources = [\"BRON-A\"]", "sources = [\"BRON-A\", \"CONCEPT\"]");
    server.wait_for("/health/ready", |body| body.contains("\"terms\":2"));
    assert_eq!(server.get("/api/v1/terms/signaal").0, 404);
}

#[test]
fn what_a_place_agrees_is_picked_up_and_a_broken_agreement_leaves_the_last_good_revision() {
    let (folder, index) = (Folder::base(), Folder::empty());
    let server = serve(&folder, &index);
    let path = "/api/v1/terms/signaal?place=voorbeeldstad";
    let agreement = "[[agreements]]\ntext = \"Bij ons is een signaal altijd met naam.\"\nparties = [\"school\"]\nagreed_on = 2026-01-15\nvalid_until = 2126-01-15\n";
    folder.write("local/voorbeeldstad/terms/signaal.toml", agreement);
    let body = server.wait_for(path, |body| body.contains("altijd met naam"));
    assert!(body.contains("\"agreedOn\":\"2026-01-15\""), "{body}");
    folder.write("local/voorbeeldstad/terms/signaal.toml", agreement.replace("school", "schol"));
    let health = server.wait_for("/health/ready", |body| body.contains("\"warn\""));
    assert!(health.contains("G102") && health.contains("local/voorbeeldstad/terms/signaal.toml"), "{health}");
    assert!(server.get(path).1.contains("altijd met naam"), "the last good revision serves");
}

#[test]
fn a_hangup_makes_it_look_at_once() {
    let (folder, index) = (Folder::base(), Folder::empty());
    let server = serve(&folder, &index);
    folder.edit("terms/signaal.toml", "english = \"signal\"", "english = \"observation\"");
    server.signal("HUP");
    let body = server.wait_for("/api/v1/terms/signaal", |body| body.contains("observation"));
    assert!(body.contains("observation"), "{body}");
}

#[test]
fn it_finishes_what_is_running_when_it_is_told_to_stop() {
    let (folder, index) = (Folder::base(), Folder::empty());
    let server = serve(&folder, &index);
    let mut stream = TcpStream::connect(&server.address).expect("a connection");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("patience");
    let body = r#"{"q":"melding"}"#;
    write!(
        stream,
        "POST /api/v1/search HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{}",
        body.len(),
        &body[..5]
    )
    .expect("half a request");
    std::thread::sleep(Duration::from_millis(300));
    server.signal("TERM");
    std::thread::sleep(Duration::from_millis(300));
    stream.write_all(&body.as_bytes()[5..]).expect("the rest");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("\"term\":\"melding\""), "{answer}");
    let (code, errors) = server.stopped();
    assert_eq!(code, Some(0), "{errors}");
}

#[test]
fn a_port_in_use_is_told() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = taken.local_addr().expect("its address").to_string();
    let output = run(&["serve", "--listen", &address]);
    assert_eq!(output.status.code(), Some(2));
    assert!(printed(&output).contains(&format!("het adres {address} is al in gebruik")), "{}", printed(&output));
    let output = run(&["serve", "--listen", "nergens"]);
    assert!(output.status.code() == Some(2) && printed(&output).contains("127.0.0.1:8080"), "{}", printed(&output));
}

#[test]
fn a_missing_or_faulty_glossary_is_told() {
    let output = run(&["serve", "--glossary", "bestaat-niet"]);
    assert!(output.status.code() == Some(2) && printed(&output).contains("bestaat-niet"), "{}", printed(&output));
    let folder = Folder::base();
    folder.edit("terms/signaal.toml", "domain = \"safety\"", "domain = \"safty\"");
    let output = run(&["serve", "--glossary", &folder.path().display().to_string()]);
    assert!(output.status.code() == Some(1) && printed(&output).contains("G101"), "{}", printed(&output));
}

#[test]
fn an_index_that_cannot_be_written_falls_back_to_memory_with_a_warning() {
    let (folder, index) = (Folder::base(), Folder::empty());
    index.write("bezet", "a file where the folder should be");
    let place = index.path().join("bezet").display().to_string();
    let glossary = folder.path().display().to_string();
    let server = Server::start(&mut taalbrug(&["serve", "--glossary", &glossary, "--index", &place]));
    let (_, body) = server.get("/api/v1/search?q=gemeld");
    assert!(body.contains("\"term\":\"melding\""), "{body}");
    server.signal("TERM");
    let (_, errors) = server.stopped();
    assert!(errors.contains("it lives in memory"), "{errors}");
}

#[test]
fn health_asks_a_running_service() {
    let (folder, index) = (Folder::base(), Folder::empty());
    let server = serve(&folder, &index);
    assert_eq!(run(&["health", "--listen", &server.address]).status.code(), Some(0));
    let address = server.address.clone();
    drop(server);
    assert_eq!(run(&["health", "--listen", &address]).status.code(), Some(1));
}

#[test]
fn an_index_folder_that_may_only_be_read_serves() {
    let (folder, index) = (Folder::base(), Folder::empty());
    let (glossary, place) = (folder.path().display().to_string(), index.path().display().to_string());
    assert_eq!(run(&["index", "--glossary", &glossary, "--index", &place]).status.code(), Some(0));
    let server = Server::start(&mut taalbrug_without_rights(&["serve", "--glossary", &glossary, "--index", &place]));
    assert!(server.welcome.contains("(geopend)"), "{}", server.welcome);
    assert!(server.get("/api/v1/search?q=gemeld").1.contains("\"term\":\"melding\""));
}

#[test]
fn an_index_root_without_rights_falls_back_to_memory() {
    let (folder, index) = (Folder::base(), Folder::empty());
    let (glossary, place) = (folder.path().display().to_string(), index.path().display().to_string());
    let mut command = taalbrug_without_rights(&["serve", "--glossary", &glossary, "--index", &place]);
    std::fs::set_permissions(index.path(), std::fs::Permissions::from_mode(0o555)).expect("rights");
    let server = Server::start(&mut command);
    assert!(server.welcome.contains("in het geheugen"), "{}", server.welcome);
}

#[test]
fn it_goes_on_when_its_log_cannot_be_written() {
    let (folder, index) = (Folder::base(), Folder::empty());
    let (glossary, place) = (folder.path().display().to_string(), index.path().display().to_string());
    let mut command = std::process::Command::new("sh");
    command.args(["-c", "exec \"$0\" \"$@\" 2> /dev/full", env!("CARGO_BIN_EXE_taalbrug")]);
    command.args(["serve", "--listen", "127.0.0.1:0", "--glossary", &glossary, "--index", &place]);
    let server = Server::start(&mut command);
    folder.edit("terms/signaal.toml", "domain = \"safety\"", "domain = \"safty\"");
    assert!(server.wait_for("/health/ready", |body| body.contains("\"warn\"")).contains("G101"));
    folder.edit("terms/signaal.toml", "domain = \"safty\"", "domain = \"safety\"");
    assert!(server.wait_for("/health/ready", |body| body.contains("\"pass\"")).contains("\"pass\""));
    server.signal("TERM");
    assert_eq!(server.stopped().0, Some(0));
}
