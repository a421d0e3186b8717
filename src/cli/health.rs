//! `taalbrug health`: asks a running service whether it works; for images without a shell.

use std::io::{Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;

use crate::cli::could_not_run;

/// How long to wait for an answer.
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Options {
    /// Adres van de dienst (the address of the service)
    #[arg(long, env = "TAALBRUG_ADDRESS", value_name = "ADRES", default_value = "127.0.0.1:8080", hide_env = true)]
    address: String,
}

/// Exit code 0 when the service answers that it is alive, 2 when it does not.
pub(super) fn run(options: &Options) -> ExitCode {
    match ask(&options.address) {
        Ok(answer) if answer.starts_with("HTTP/1.1 200") => ExitCode::SUCCESS,
        Ok(_) => could_not_run(&format!("de dienst op {} werkt niet", options.address)),
        Err(error) => could_not_run(&format!("de dienst op {} antwoordt niet: {error}", options.address)),
    }
}

fn ask(address: &str) -> std::io::Result<String> {
    let place = address.to_socket_addrs()?.next().ok_or(std::io::ErrorKind::AddrNotAvailable)?;
    let mut stream = TcpStream::connect_timeout(&place, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(stream, "GET /health/live HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.take(4096).read_to_string(&mut answer)?;
    Ok(answer)
}
