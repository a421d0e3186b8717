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
}

/// Exit code 0 when the service answers that it is alive, 1 when it does not: what a container engine reads as
/// healthy and unhealthy.
pub(super) fn run(options: &Options) -> ExitCode {
    let why = match ask(&options.listen) {
        Ok(answer) if answer.starts_with("HTTP/1.1 200") => return ExitCode::SUCCESS,
        Ok(_) => format!("de dienst op {} werkt niet", options.listen),
        Err(error) => format!("de dienst op {} antwoordt niet: {}", options.listen, reason(&error)),
    };
    tell(&why);
    ExitCode::from(FOUND_FAULTS)
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
