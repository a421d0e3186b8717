// SPDX-License-Identifier: EUPL-1.2
//! Telling others of a new revision: signed so that anyone with the secret can check it, again when it fails, and never in the way of
//! what is served.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use taalbrug::http::Settings;
use taalbrug::publication::{Places, Shelf, refresh};
use taalbrug::webhook::{Hook, Keys, MESSAGE_TYPE, Pace, watch};

use crate::receiver::{Answer, Receiver, hmac_sha256, signature};
use crate::support::{Folder, Server, Service, publication, root, taalbrug};

const BASE: &str = "https://taal.voorbeeld.example";
const SECRET: &str = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

/// What a file of the small glossary says, and what it may say instead.
const WORDS: [&str; 3] = ["english = \"signal\"", "english = \"observation\"", "english = \"sign\""];

/// A shelf whose news is told.
struct Told {
    folder: Folder,
    shelf: Arc<Shelf>,
    places: Places,
    words: usize,
}

impl Told {
    /// Tells receivers, at a pace.
    fn to(receivers: &[&Receiver], pace: &Pace) -> Self {
        let folder = Folder::base();
        let places = Places { glossary: folder.path().to_owned(), index: None, model: None };
        let shelf = Arc::new(Shelf::new(publication(folder.path())));
        let addresses: Vec<String> = receivers.iter().map(|receiver| receiver.url()).collect();
        let hooks = Hook::all(&addresses.join(" "), SECRET).expect("addresses and a secret");
        watch(&shelf, hooks, BASE, pace).expect("threads");
        Self { folder, shelf, places, words: 0 }
    }

    /// Lets a new revision serve, and gives its name.
    fn renew(&mut self) -> String {
        let (old, new) = (WORDS[self.words % WORDS.len()], WORDS[(self.words + 1) % WORDS.len()]);
        self.folder.edit("terms/signaal.toml", old, new);
        self.words += 1;
        refresh(&self.shelf, &self.places);
        self.shelf.current().revision.clone()
    }
}

/// Fast, with these waits in milliseconds.
fn pace(limit: u64, waits: &[u64]) -> Pace {
    let waits = waits.iter().map(|&wait| Duration::from_millis(wait)).collect();
    Pace { look: Duration::from_millis(5), limit: Duration::from_millis(limit), waits }
}

const PATIENT: u64 = 60_000;

#[test]
fn a_new_revision_is_told_with_a_signature_that_anyone_with_the_secret_can_compute() {
    let receiver = Receiver::start(Vec::new());
    let mut told = Told::to(&[&receiver], &pace(PATIENT, &[]));
    let first = told.shelf.current().revision.clone();
    let second = told.renew();
    let got = receiver.next();
    assert_eq!((got.line.as_str(), got.header("content-type")), ("POST /pad?x=1 HTTP/1.1", "application/json"));
    let (id, seconds) = (got.header("webhook-id"), got.header("webhook-timestamp"));
    assert!(!id.is_empty() && !id.contains('.') && seconds.parse::<i64>().is_ok_and(|seconds| seconds > 0));
    assert_eq!(got.header("webhook-signature"), signature(SECRET, &format!("{id}.{seconds}.{}", got.body)));
    let body: Value = serde_json::from_str(&got.body).expect("JSON");
    assert_eq!((&body["type"], &body["data"]["revision"]), (&MESSAGE_TYPE.into(), &second.clone().into()));
    assert_eq!(body["data"]["previous"], first, "what served at the start was not told");
    assert_eq!(
        (&body["data"]["terms"], &body["data"]["concepts"], &body["data"]["pairs"]),
        (&3.into(), &6.into(), &5.into())
    );
    for (key, path) in [("changes", "/changes"), ("feed", "/feed.atom"), ("jsonFeed", "/feed.json")] {
        assert_eq!(body["data"][key], format!("{BASE}{path}"));
    }
    assert!(body["timestamp"].as_str().is_some_and(|time| time.ends_with('Z') && time.len() == 20), "{body}");
    told.renew();
    let after: Value = serde_json::from_str(&receiver.next().body).expect("JSON");
    assert_eq!(after["data"]["previous"], second);
}

#[test]
fn what_fails_is_told_again_under_the_same_name_and_no_redirect_is_followed() {
    let elsewhere = Receiver::start(Vec::new());
    let moved = Answer::Status(302, format!("Location: {}\r\n", elsewhere.url()));
    let answers = vec![Answer::status(500), moved, Answer::status(404), Answer::Cut, Answer::status(204)];
    let receiver = Receiver::start(answers);
    let mut told = Told::to(&[&receiver], &pace(PATIENT, &[1; 10]));
    told.renew();
    let attempts: Vec<_> = (0..5).map(|_| receiver.next()).collect();
    for attempt in &attempts[1..] {
        assert_eq!(attempt.header("webhook-id"), attempts[0].header("webhook-id"));
        assert_eq!(attempt.body, attempts[0].body);
        let text = format!("{}.{}.{}", attempt.header("webhook-id"), attempt.header("webhook-timestamp"), attempt.body);
        assert_eq!(
            attempt.header("webhook-signature"),
            signature(SECRET, &text),
            "each attempt is signed for its time"
        );
    }
    let second = told.renew();
    assert!(receiver.next().body.contains(&second), "what was taken is not told again");
    assert!(elsewhere.nothing_yet(), "nothing is told where nobody asked");
}

#[test]
fn a_receiver_that_does_not_answer_is_left_after_the_time_limit_and_told_again() {
    let receiver = Receiver::start(vec![Answer::Silence, Answer::status(200)]);
    let mut told = Told::to(&[&receiver], &pace(100, &[1]));
    told.renew();
    let [first, second] = [receiver.next(), receiver.next()];
    assert_eq!(first.header("webhook-id"), second.header("webhook-id"));
}

#[test]
fn the_newest_revision_wins_over_one_that_waits() {
    let hour = 3_600_000;
    let receiver = Receiver::start(vec![Answer::status(500)]);
    let mut told = Told::to(&[&receiver], &pace(PATIENT, &[hour]));
    let second = told.renew();
    assert!(receiver.next().body.contains(&second));
    let third = told.renew();
    let got: Value = serde_json::from_str(&receiver.next().body).expect("JSON");
    assert_eq!((&got["data"]["revision"], &got["data"]["previous"]), (&third.into(), &second.into()));
}

#[test]
fn a_receiver_that_asks_to_wait_is_left_alone() {
    let receiver = Receiver::start(vec![Answer::Status(429, "Retry-After: 3600\r\n".to_owned())]);
    let mut told = Told::to(&[&receiver], &pace(PATIENT, &[0, 0, 0]));
    let second = told.renew();
    assert!(receiver.next().body.contains(&second));
    let third = told.renew();
    assert!(receiver.next().body.contains(&format!("\"revision\":\"{third}\"")), "it was not asked again before");
}

#[test]
fn after_the_last_wait_it_is_given_up_and_the_next_revision_is_told() {
    let receiver = Receiver::start(vec![Answer::status(500), Answer::status(503)]);
    let mut told = Told::to(&[&receiver], &pace(PATIENT, &[1]));
    let second = told.renew();
    assert!(receiver.next().body.contains(&second) && receiver.next().body.contains(&second));
    let third = told.renew();
    assert!(receiver.next().body.contains(&format!("\"revision\":\"{third}\"")));
}

#[test]
fn a_receiver_that_is_gone_is_told_nothing_more() {
    let (gone, other) = (Receiver::start(vec![Answer::status(410)]), Receiver::start(Vec::new()));
    let mut told = Told::to(&[&gone, &other], &pace(PATIENT, &[1]));
    told.renew();
    gone.next();
    other.next();
    told.renew();
    other.next();
    assert!(gone.nothing_yet());
}

#[test]
fn a_slow_receiver_holds_up_no_request_no_new_revision_and_no_other_receiver() {
    let (slow, other) = (Receiver::start(vec![Answer::Silence]), Receiver::start(Vec::new()));
    let mut told = Told::to(&[&slow, &other], &pace(PATIENT, &[]));
    let service = Service::of(Arc::clone(&told.shelf), Settings::default());
    told.renew();
    slow.next();
    // From here on the slow one holds its connection, and answers nothing.
    other.next();
    assert_eq!(service.json("/api/v1/terms/signaal")["english"], "observation");
    let third = told.renew();
    assert_eq!(service.json("/api/v1/terms/signaal")["english"], "sign");
    assert!(other.next().body.contains(&third) && slow.nothing_yet());
}

#[test]
fn the_program_tells_what_it_picks_up_and_its_log_tells_neither_secret_nor_path() {
    let (folder, index) = (Folder::base(), Folder::empty());
    let (receiver, refusing) = (Receiver::start(Vec::new()), Receiver::start(vec![Answer::status(500)]));
    index.write("geheim", format!("{SECRET}\n"));
    let place = |path: &Path| path.display().to_string();
    let addresses = format!("{} {}", receiver.url(), refusing.url());
    let mut command =
        taalbrug(&["serve", "--glossary", &place(folder.path()), "--index", &place(&index.path().join("index"))]);
    command.args(["--base-url", BASE, "--log", "trace", "--webhook-urls", &addresses]);
    command.args(["--webhook-secret-file", &place(&index.path().join("geheim"))]);
    let no_proxy = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
    for name in no_proxy {
        command.env_remove(name);
    }
    let server = Server::start(&mut command);
    folder.edit("terms/signaal.toml", WORDS[0], WORDS[1]);
    let got = receiver.next();
    refusing.next();
    let text = format!("{}.{}.{}", got.header("webhook-id"), got.header("webhook-timestamp"), got.body);
    assert_eq!(got.header("webhook-signature"), signature(SECRET, &text));
    let (_, serving) = server.get("/api/v1/search?q=signaal");
    let body: Value = serde_json::from_str(&got.body).expect("JSON");
    assert!(serving.contains(body["data"]["revision"].as_str().expect("a revision")), "{serving}");
    let told = server.everything_it_said();
    assert!(told.contains("the new revision is told") && told.contains("127.0.0.1"), "{told}");
    for hidden in ["whsec", "MDEyMzQ1", "/pad", "x=1", "v1,"] {
        assert!(!told.contains(hidden), "{hidden}: {told}");
    }
}

#[test]
fn the_worked_example_in_the_docs_is_right() {
    let text = std::fs::read_to_string(root().join("docs/webhook.md")).expect("the page");
    let value = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")));
        line.unwrap_or_else(|| panic!("the page has no {name}")).to_owned()
    };
    let (id, seconds, secret) = (value("webhook-id"), value("webhook-timestamp"), value("secret"));
    let body = text.lines().find(|line| line.starts_with("{\"type\":")).expect("a body");
    let told: Value = serde_json::from_str(body).expect("JSON");
    assert_eq!(told["type"], MESSAGE_TYPE);
    assert_eq!(value("webhook-signature"), signature(&secret, &format!("{id}.{seconds}.{body}")));
    let keys = Keys::parse(&secret).expect("a secret");
    assert_eq!(value("webhook-signature"), keys.sign(&id, seconds.parse().expect("seconds"), body));
}

#[test]
fn the_computation_that_signatures_are_held_against_is_that_of_the_standard() {
    // RFC 4231, test case 2.
    let code = hmac_sha256(b"Jefe", b"what do ya want for nothing?");
    let hex = code.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    assert_eq!(hex, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}
