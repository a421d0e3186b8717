// SPDX-License-Identifier: EUPL-1.2
//! A small server that is told of new revisions, for tests: it remembers what came and answers as it was asked to. And what a receiver
//! computes by itself.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver as Channel, Sender, channel};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// How a request is answered.
pub enum Answer {
    /// With a status, and more headers.
    Status(u16, String),
    /// Not at all, while the connection stays.
    Silence,
    /// Not at all: the connection is cut.
    Cut,
}

impl Answer {
    /// With a status alone.
    pub fn status(status: u16) -> Self {
        Self::Status(status, String::new())
    }
}

/// What came.
pub struct Got {
    pub line: String,
    headers: Vec<(String, String)>,
    pub body: String,
}

impl Got {
    /// A header, empty when absent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }
}

/// A server that is told.
pub struct Receiver {
    port: u16,
    came: Channel<Got>,
}

impl Receiver {
    /// Answers in this order, and then with 200.
    pub fn start(answers: Vec<Answer>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("its address").port();
        let (tell, came) = channel();
        std::thread::spawn(move || serve(&listener, answers, &tell));
        Self { port, came }
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/pad?x=1", self.port)
    }

    /// What comes next.
    pub fn next(&self) -> Got {
        self.came.recv_timeout(Duration::from_secs(30)).expect("a message")
    }

    /// Whether nothing came that was not looked at.
    pub fn nothing_yet(&self) -> bool {
        self.came.try_recv().is_err()
    }
}

fn serve(listener: &TcpListener, answers: Vec<Answer>, tell: &Sender<Got>) {
    let (mut answers, mut held) = (answers.into_iter(), Vec::new());
    for stream in listener.incoming() {
        let mut stream = stream.expect("a connection");
        let Some(got) = read(&stream) else { continue };
        // The one who asks may be gone already.
        let _ = tell.send(got);
        match answers.next().unwrap_or(Answer::status(200)) {
            Answer::Silence => held.push(stream),
            Answer::Cut => drop(stream),
            Answer::Status(status, headers) => {
                let answer = format!("HTTP/1.1 {status} X\r\n{headers}Content-Length: 0\r\nConnection: close\r\n\r\n");
                let _ = stream.write_all(answer.as_bytes());
            }
        }
    }
}

fn read(stream: &TcpStream) -> Option<Got> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut headers = Vec::new();
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        let Some((name, value)) = header.trim_end().split_once(':') else { break };
        headers.push((name.to_lowercase(), value.trim().to_owned()));
    }
    let mut got = Got { line: line.trim_end().to_owned(), headers, body: String::new() };
    let mut body = vec![0; got.header("content-length").parse().ok()?];
    reader.read_exact(&mut body).ok()?;
    got.body = String::from_utf8(body).ok()?;
    Some(got)
}

/// HMAC-SHA256 as RFC 2104 writes it down.
pub fn hmac_sha256(key: &[u8], text: &[u8]) -> [u8; 32] {
    assert!(key.len() <= 64, "longer keys are hashed first, and none here is");
    let padded = |mark: u8| -> [u8; 64] { std::array::from_fn(|place| key.get(place).copied().unwrap_or(0) ^ mark) };
    let inner = Sha256::new().chain_update(padded(0x36)).chain_update(text).finalize();
    Sha256::new().chain_update(padded(0x5c)).chain_update(inner).finalize().into()
}

/// What a receiver expects as the signature of a text.
pub fn signature(secret: &str, text: &str) -> String {
    let key = STANDARD.decode(secret.strip_prefix("whsec_").expect("the mark of a secret")).expect("base64");
    format!("v1,{}", STANDARD.encode(hmac_sha256(&key, text.as_bytes())))
}
