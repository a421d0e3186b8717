// SPDX-License-Identifier: EUPL-1.2
//! `taalbrug health`: asks a running service whether it works; for images without a shell.

use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream, ToSocketAddrs};
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;

use crate::cli::{FOUND_FAULTS, tell};
use crate::diagnostic::reason;

/// How long to wait for an answer.
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Options {
    /// Adres waarop de dienst luistert (the address the service listens on)
    #[arg(long, env = "TAALBRUG_LISTEN", value_name = "ADRES", default_value = "127.0.0.1:8080", hide_env = true)]
    listen: String,
    /// Adres voor beheer, als de dienst dat heeft: dan wordt daar gevraagd (the address for operators, where the service has one)
    #[arg(long, env = "TAALBRUG_OPERATOR_LISTEN", value_name = "ADRES", hide_env = true)]
    operator_listen: Option<String>,
}

/// Exit code 0 when the service answers that it is alive, 1 when it does not: what a container engine reads as
/// healthy and unhealthy.
pub(super) fn run(options: &Options) -> ExitCode {
    let apart = options.operator_listen.as_deref().map(str::trim).filter(|address| !address.is_empty());
    let listen = apart.unwrap_or(&options.listen);
    let why = match ask(listen) {
        Ok(answer) if is_well(&answer) => return ExitCode::SUCCESS,
        Ok(_) => format!("de dienst op {listen} werkt niet"),
        Err(error) => format!("de dienst op {listen} antwoordt niet: {}", reason(&error)),
    };
    tell(&why);
    ExitCode::from(FOUND_FAULTS)
}

/// Whether Taalbrug itself answers there.
pub(super) fn serves(listen: &str) -> bool {
    ask(listen).is_ok_and(|answer| is_well(&answer) && answer.to_ascii_lowercase().contains("api-version: "))
}

fn is_well(answer: &str) -> bool {
    answer.starts_with("HTTP/1.1 200")
}

fn ask(listen: &str) -> std::io::Result<String> {
    let address = reachable(listen.to_socket_addrs()?.next().ok_or(std::io::ErrorKind::AddrNotAvailable)?);
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(stream, "GET /health/live HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.take(4096).read_to_string(&mut answer)?;
    Ok(answer)
}

/// A service that listens on every address is asked on this machine's own.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => address.set_ip(Ipv4Addr::LOCALHOST.into()),
        IpAddr::V6(ip) if ip.is_unspecified() => address.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    address
}

#[cfg(test)]
mod tests {
    use super::reachable;

    #[test]
    fn a_service_on_every_address_is_asked_here() {
        for (listens, asked) in
            [("0.0.0.0:8080", "127.0.0.1:8080"), ("[::]:8080", "[::1]:8080"), ("10.0.0.7:80", "10.0.0.7:80")]
        {
            assert_eq!(reachable(listens.parse().expect("an address")).to_string(), asked);
        }
    }
}
