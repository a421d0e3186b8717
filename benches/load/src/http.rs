// SPDX-License-Identifier: EUPL-1.2
//! A connection that asks and reads, over a bare socket: the driver must not be what is measured.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_mins(30);

/// A kept connection.
pub struct Connection {
    stream: TcpStream,
    bytes: Vec<u8>,
}

/// The bytes of a request.
pub fn request(path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").into_bytes()
}

/// Letters, digits and spaces as they stand in an address.
pub fn encoded(typed: &str) -> String {
    typed.replace(' ', "%20")
}

impl Connection {
    /// Connects.
    pub fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self { stream, bytes: vec![0; 64 * 1024] })
    }

    /// Sends a request and reads the whole answer; gives its body, and an error when it is not good.
    pub fn ask(&mut self, request: &[u8]) -> io::Result<&[u8]> {
        self.stream.write_all(request)?;
        let (mut filled, mut whole) = (0, None);
        let body = loop {
            if filled == self.bytes.len() {
                self.bytes.resize(filled * 2, 0);
            }
            match self.stream.read(&mut self.bytes[filled..])? {
                0 => return Err(io::ErrorKind::UnexpectedEof.into()),
                read => filled += read,
            }
            if whole.is_none() {
                whole = body_of(&self.bytes[..filled])?;
            }
            if let Some((body, end)) = whole
                && filled >= end
            {
                break body..end;
            }
        };
        Ok(&self.bytes[body])
    }
}

/// Where the body of an answer begins and ends, once its head is whole.
fn body_of(bytes: &[u8]) -> io::Result<Option<(usize, usize)>> {
    let Some(head) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { return Ok(None) };
    let text = String::from_utf8_lossy(&bytes[..head]).to_ascii_lowercase();
    if !text.starts_with("http/1.1 200") {
        return Err(io::Error::other(format!("not a good answer: {text}")));
    }
    let length = text.lines().find_map(|line| line.strip_prefix("content-length: ")?.trim().parse::<usize>().ok());
    let length = length.ok_or_else(|| io::Error::other(format!("an answer of unknown length: {text}")))?;
    Ok(Some((head + 4, head + 4 + length)))
}
