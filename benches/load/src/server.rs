// SPDX-License-Identifier: EUPL-1.2
//! A server that is measured: started on chosen cores, asked until it answers, looked at in `/proc`.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::http::{Connection, request};

/// Clock ticks in a second, of every Linux that we know.
const TICKS: f64 = 100.0;

/// How long a start may take.
const PATIENCE: Duration = Duration::from_mins(30);

/// Where a server may run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Cores {
    /// On all.
    All,
    /// On the first, away from the driver.
    First,
}

/// A running server.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
    /// What the start cost until the first answer.
    pub start: Cost,
}

/// Time by the clock and of processors, in seconds.
#[derive(Clone, Copy, Default)]
pub struct Cost {
    pub wall: f64,
    pub cpu: f64,
}

/// Whether programs can be kept on a core: there is more than one, and a command for it.
pub fn can_pin() -> bool {
    let several = std::thread::available_parallelism().is_ok_and(|cores| cores.get() > 1);
    several && Command::new("taskset").arg("--version").stdout(Stdio::null()).status().is_ok_and(|done| done.success())
}

/// Keeps this program, and what it starts from now on, off the first core.
pub fn move_away() {
    let own = std::process::id().to_string();
    // Where it cannot be done the figures carry more noise, and no more than that.
    let _ = Command::new("taskset").args(["-acp", "1", &own]).stdout(Stdio::null()).status();
}

impl Server {
    /// Starts a program with arguments, in which `{address}` is its address, and waits for its first answer on a path.
    pub fn start(program: &Path, arguments: &[&str], cores: Option<Cores>, path: &str) -> io::Result<Self> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let mut command = match cores {
            None => Command::new(program),
            Some(cores) => {
                let mut command = Command::new("taskset");
                command.args(["-c", if cores == Cores::First { "0" } else { "0-1023" }]).arg(program);
                command
            }
        };
        command.args(arguments.iter().map(|argument| argument.replace("{address}", &address.to_string())));
        let began = Instant::now();
        let child = command.env("TAALBRUG_LOG", "warn").stdout(Stdio::null()).spawn()?;
        let mut server = Self { child, address, start: Cost::default() };
        server.wait_for(path)?;
        server.start = Cost { wall: began.elapsed().as_secs_f64(), cpu: server.cpu() };
        Ok(server)
    }

    fn wait_for(&mut self, path: &str) -> io::Result<()> {
        let began = Instant::now();
        loop {
            let asked = Connection::open(self.address).and_then(|mut open| open.ask(&request(path)).map(|_| ()));
            match asked {
                Ok(()) => return Ok(()),
                Err(error) if error.kind() != io::ErrorKind::ConnectionRefused => return Err(error),
                Err(_) => {}
            }
            if let Some(status) = self.child.try_wait()? {
                return Err(io::Error::other(format!("the server stopped: {status}")));
            }
            if began.elapsed() > PATIENCE {
                return Err(io::ErrorKind::TimedOut.into());
            }
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Processor time so far, user and system, in seconds.
    pub fn cpu(&self) -> f64 {
        let text = self.proc("stat");
        let after_name = text.rsplit_once(") ").map_or("", |parts| parts.1);
        let fields: Vec<f64> = after_name.split(' ').map(|field| field.parse().unwrap_or(0.0)).collect();
        // Fields 14 and 15 of the whole line.
        fields.get(11..13).map_or(0.0, |ticks| ticks.iter().sum::<f64>() / TICKS)
    }

    /// The most memory that it had, in MB.
    pub fn peak_memory(&self) -> f64 {
        let text = self.proc("status");
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        kilobytes.unwrap_or(0.0) / 1024.0
    }

    fn proc(&self, file: &str) -> String {
        std::fs::read_to_string(format!("/proc/{}/{file}", self.child.id())).unwrap_or_default()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
