// SPDX-License-Identifier: EUPL-1.2
//! What people type or send is in no log and no file: the real program at its most talkative, asked in every way with
//! a word that stands nowhere else.

use std::path::Path;

use crate::support::{Folder, Server, taalbrug};
use crate::tiny_model;

/// The word. Its forms begin with it, so that one that was folded or cut is seen as well.
const WORD: &str = "xqzvbgeheim";

/// What of it is looked for.
const TRACE: &str = "xqzvb";

/// Addresses with the word, and the status of their answers.
const ADDRESSES: &[(&str, u16)] = &[
    ("/api/v1/search?q=WORD", 200),
    ("/api/v1/search?q=WORD&page=3&degree=3", 200),
    ("/api/v1/suggest?q=WORD", 200),
    ("/suggest?q=WORD", 200),
    ("/embed/terms/WORD", 404),
    ("/embed/terms/melding?reader=WORD&WORD=WORD", 400),
    ("/oembed?url=WORD&maxwidth=WORD", 501),
    ("/api/v1/cards?reader=WORD", 400),
    ("/api/v1/translations?q=WORD&from=social&to=safety", 200),
    ("/api/v1/translations?q=WORD&from=WORD&to=WORD", 400),
    ("/?q=WORD", 200),
    ("/?domain=WORD&page=WORD", 200),
    ("/api/v1/search?WORD=1", 400),
    ("/api/v1/search?domain=WORD", 400),
    ("/api/v1/search?page=WORD", 400),
    ("/api/v1/terms/melding/divergences?between=WORD,safety", 400),
    ("/api/v1/terms/WORD", 404),
    ("/api/v1/terms/melding?on=WORD", 400),
    ("/api/v1/changes?since=WORD", 400),
    ("/api/v1/terms/WORD/changes", 404),
    ("/terms/melding?on=WORD", 400),
    ("/changes?since=WORD", 400),
    ("/changes/WORD", 404),
    ("/reconcile?queries=WORD", 400),
    ("/reconcile?queries=%7B%22WORD%22:%7B%22query%22:%22WORD%22%7D%7D", 200),
    ("/reconcile?extend=%7B%22ids%22:%5B%22WORD%22%5D,%22properties%22:%5B%5D%7D", 200),
    ("/reconcile/suggest/entity?prefix=WORD", 200),
    ("/reconcile/suggest/entity?type=WORD", 400),
    ("/reconcile/flyout/entity?id=WORD", 404),
    ("/reconcile/preview?id=WORD", 404),
    ("/id/melding%23WORD", 404),
    ("/api/v1/WORD", 404),
    ("/terms/WORD", 404),
    ("/problems/WORD", 404),
    ("/WORD", 404),
    ("/WORD<", 400),
];

/// Bodies with the word, and the status of their answers.
const BODIES: &[(&str, &str, u16)] = &[
    ("/api/v1/search", r#"{"q":"WORD"}"#, 200),
    ("/api/v1/search", r#"{"WORD":1}"#, 400),
    ("/api/v1/suggest", r#"{"q":"WORD"}"#, 200),
    ("/api/v1/suggest", r#"{"q":["WORD","WORD"]}"#, 400),
    ("/api/v1/search", r#"{"WORD":1,"WORD":2}"#, 400),
    ("/api/v1/search", r#"{"q":WORD"#, 400),
    ("/api/v1/compare", r#"{"term":"WORD","a":{"definition":"WORD moet."},"b":{"definition":"WORD mag."}}"#, 200),
    ("/api/v1/compare", r#"{"a":{"definition":"x","facets":{"goal":"WORD"}},"b":{"definition":"WORD"}}"#, 200),
    ("/api/v1/compare", r#"{"a":{"definition":"!","values":{"roles":["WORD"]}},"b":{"WORD":"WORD"}}"#, 400),
    (
        "/api/v1/annotations",
        r#"{"text":"WORD melding `WORD` WORD@x.nl WORDzorg","writer":"social","reader":"safety"}"#,
        200,
    ),
    ("/api/v1/annotations", r#"{"text":"WORD","writer":"WORD","reader":"safety"}"#, 400),
    ("/api/v1/annotations", r#"{"text":"WORD","WORD":1,"writer":"social","reader":"safety"}"#, 400),
    ("/api/v1/annotations", r#"{"text":"WORD"#, 400),
    ("/api/v1/terms/lookup", r#"{"words":["WORD","WORDen","melding"]}"#, 200),
    ("/api/v1/terms/lookup", r#"{"words":"WORD"}"#, 400),
    ("/api/v1/terms", r#"{"q":"WORD"}"#, 405),
    (
        "/mcp",
        r#"{"jsonrpc":"2.0","id":"WORD","method":"tools/call","params":{"name":"term","arguments":{"term":"WORD"}}}"#,
        200,
    ),
    (
        "/mcp",
        r#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"check_text","arguments":{"text":"WORD melding","writer":"social","reader":"safety"}}}"#,
        200,
    ),
    (
        "/mcp",
        r#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"WORD","arguments":{"WORD":"WORD"}}}"#,
        200,
    ),
    ("/mcp", r#"{"jsonrpc":"2.0","id":1,"method":"WORD"}"#, 200),
    ("/mcp", r#"{"jsonrpc":"2.0","WORD"#, 400),
    ("/WORD", "WORD", 404),
];

/// Requests that are not as they should be, and the status of their answers.
const ODD: &[(&str, u16)] = &[
    ("WORD /api/v1/terms HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 405),
    ("GET /api/v1/terms HTTP/1.1\r\nHost: x\r\nX-Q: WORD\r\nAccept: WORD/x\r\nConnection: close\r\n\r\n", 406),
    ("GET /api/v1/terms HTTP/1.1\r\nHost: x\r\nIf-None-Match: WORD\r\nConnection: close\r\n\r\n", 200),
    ("GET /api/v1/terms HTTP/1.1\r\nHost: x\r\nX-Request-ID: WORD\r\nConnection: close\r\n\r\n", 200),
    ("POST /api/v1/search HTTP/1.1\r\nHost: x\r\nContent-Type: WORD\r\nConnection: close\r\n\r\n", 415),
    ("POST /api/v1/search HTTP/1.1\r\nHost: x\r\nContent-Length: WORD\r\nConnection: close\r\n\r\n", 400),
    ("POST /api/v1/search HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: WORD\r\nConnection: close\r\n\r\n", 400),
    (
        "POST /reconcile HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 37\r\nConnection: close\r\n\r\nqueries={\"a\":{\"query\":\"WORD\"}}",
        200,
    ),
    (
        "POST /reconcile HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 37\r\nConnection: close\r\n\r\nqueries={\"a\":{\"limit\":\"WORD\"}}",
        400,
    ),
    ("WORD\r\n\r\n", 400),
];

#[test]
fn nothing_that_was_typed_is_in_any_output_or_file() {
    for form in ["text", "json"] {
        hold_the_service_to_it(form);
    }
}

/// Asks a service, with its log in this form, in every way, and looks for the word in all that it said and wrote.
fn hold_the_service_to_it(form: &str) {
    let (glossary, index, temporary) = (Folder::base(), Folder::empty(), Folder::empty());
    let model = tiny_model::calibrated();
    let place = |folder: &Folder| folder.path().display().to_string();
    let arguments =
        ["serve", "--glossary", &place(&glossary), "--index", &place(&index), "--log", "trace", "--log-format", form];
    let mut command = taalbrug(&arguments);
    command.args(["--model", &place(&model)]);
    let server = Server::start(command.env("RUST_LOG", "trace").env("TMPDIR", place(&temporary)));
    let with_word = |text: &str| text.replace("WORD", WORD);
    for (address, status) in ADDRESSES {
        assert_eq!(server.get(&with_word(address)).0, *status, "{address}");
    }
    let odd = |request: &str| server.send(&with_word(request)).map_or(0, |(status, _)| status);
    for (path, body, status) in BODIES {
        let length = with_word(body).len();
        let head = format!("POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close");
        assert_eq!(odd(&format!("{head}\r\nContent-Length: {length}\r\n\r\n{body}")), *status, "{path} {body}");
    }
    for (request, status) in ODD {
        assert_eq!(odd(request), *status, "{request}");
    }
    let (_, metrics) = server.get("/metrics");
    assert!(metrics.contains("taalbrug_requests_total") && !metrics.to_lowercase().contains(TRACE), "{metrics}");
    let said = server.everything_it_said();
    assert!(
        said.contains("Taalbrug") && said.contains("starting service") && said.contains("answered"),
        "both streams are heard: {said}"
    );
    assert!(!said.to_lowercase().contains(TRACE), "{said}");
    for folder in [&glossary, &index, &temporary] {
        let files = files_of(folder.path());
        let telling = files.iter().find(|(_, bytes)| bytes.windows(TRACE.len()).any(|part| part == TRACE.as_bytes()));
        assert!(telling.is_none(), "{:?}", telling.map(|(name, _)| name));
    }
    assert!(files_of(index.path()).len() > 3, "the index was written");
}

/// Every file below a folder: its name and what it holds.
fn files_of(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            files.extend(files_of(&entry));
        } else {
            files.push((entry.display().to_string(), std::fs::read(&entry).expect("a file")));
        }
    }
    files
}
