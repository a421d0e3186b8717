// SPDX-License-Identifier: EUPL-1.2
//! Loads the service and its comparison points over HTTP, side by side in one run. Use it by `benches/run`.

mod folder;
mod glossary;
mod http;
mod options;
mod quality;
mod report;
mod server;
mod turns;

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use folder::{Folder, Logged};
use glossary::KINDS;
use http::{encoded, request};
use options::Options;
use report::Measured;
use server::{Cores, Cost, Server};
use turns::{Figures, Target, median, rounds};

/// The bare route, the completions and the searches of both services.
const LIVE: &str = "/health/live";
const SUGGEST: &str = "/api/v1/suggest?q=";
const SEARCH: &str = "/api/v1/search?perPage=10&q=";
const PLAIN_SEARCH: &str = "/search?q=";

/// How many connections ask at once.
pub const CONNECTIONS: [usize; 3] = [1, 8, 64];

/// At how many connections kinds of queries are told apart.
const FEW: usize = 8;

/// The longest beginning that is completed, in letters.
const LONGEST_TYPED: usize = 6;

/// How often a start from a built index is measured.
const STARTS: usize = 3;

fn main() -> ExitCode {
    let options = match Options::read(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(wrong) => {
            eprintln!("{wrong}\n{}", options::USE);
            return ExitCode::from(2);
        }
    };
    let pinned = server::can_pin();
    if pinned {
        server::move_away();
    }
    report::introduce(&options, pinned);
    for &size in &options.sizes {
        match measure(size, &options, pinned) {
            Ok(measured) => report::print(&measured),
            Err(error) => {
                eprintln!("{size} terms: {error}");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}

/// A service that is measured: how it is started, and on what path it is asked.
struct Service {
    program: PathBuf,
    arguments: Vec<String>,
    index: PathBuf,
    search: &'static str,
}

impl Service {
    fn start(&self, cores: Option<Cores>) -> io::Result<Server> {
        let arguments: Vec<&str> = self.arguments.iter().map(String::as_str).collect();
        Server::start(&self.program, &arguments, cores, &format!("{}a", self.search))
    }

    /// What a start costs without an index, with the memory it took; and with one.
    fn starts(&self, cores: Option<Cores>) -> io::Result<Starts> {
        let _ = std::fs::remove_dir_all(&self.index);
        let building = self.start(cores)?;
        let (build, build_memory) = (building.start, building.peak_memory());
        drop(building);
        let costs = (0..STARTS).map(|_| Ok(self.start(cores)?.start)).collect::<io::Result<Vec<Cost>>>()?;
        let of = |figure: fn(&Cost) -> f64| median(costs.iter().map(figure));
        Ok(Starts { build, build_memory, open: Cost { wall: of(|cost| cost.wall), cpu: of(|cost| cost.cpu) } })
    }
}

/// What starts cost.
pub struct Starts {
    /// From the files to the first answer.
    pub build: Cost,
    /// In MB.
    pub build_memory: f64,
    /// From a built index to the first answer.
    pub open: Cost,
}

fn services(folder: &Folder, options: &Options) -> [Service; 2] {
    let text = |path: &Path| path.display().to_string();
    let home = folder.glossary.parent().unwrap_or(&folder.glossary);
    let (own, plain) = (home.join("index"), home.join("index-plain"));
    let glossary = text(&folder.glossary);
    let words = ["serve", "--glossary", &glossary, "--index", &text(&own), "--listen", "{address}"].map(str::to_owned);
    [
        Service { program: options.program.clone(), arguments: words.to_vec(), index: own, search: SEARCH },
        Service {
            program: options.plain.clone(),
            arguments: vec![glossary, text(&plain), "{address}".to_owned()],
            index: plain,
            search: PLAIN_SEARCH,
        },
    ]
}

fn measure(size: usize, options: &Options, pinned: bool) -> io::Result<Measured> {
    let folder = Folder::make(&options.folder, &options.lexicon, (size, options.seed), options.queries)?;
    let services = services(&folder, options);
    let (all, first) = (pinned.then_some(Cores::All), pinned.then_some(Cores::First));
    let starts = [services[0].starts(all)?, services[1].starts(all)?];
    let [own, plain] = [services[0].start(first)?, services[1].start(first)?];
    let kinds: Vec<&str> = KINDS.iter().map(|kind| kind.0).collect();
    let tallies = [
        quality::judge(&own, SEARCH, &folder.log, &kinds)?,
        quality::judge(&plain, PLAIN_SEARCH, &folder.log, &kinds)?,
    ];
    let rounds_of = (options.rounds, options.length);
    let searches = |path: &str, log: &mut dyn Iterator<Item = &Logged>| -> Vec<Vec<u8>> {
        log.map(|logged| request(&format!("{path}{}", encoded(&logged.q)))).collect()
    };
    let targets = [
        Target::new("taalbrug", &own, searches(SEARCH, &mut folder.log.iter())),
        Target::new("plain", &plain, searches(PLAIN_SEARCH, &mut folder.log.iter())),
        Target::new("suggest", &own, completions(&folder.log)),
        Target::new("bare", &own, vec![request(LIVE)]),
    ];
    for target in &targets {
        target.turn(FEW, options.length)?;
    }
    let turns = CONNECTIONS.map(|count| rounds(&targets, count, rounds_of));
    let turns = turns.into_iter().collect::<io::Result<Vec<Vec<Vec<Figures>>>>>()?;
    let short = (options.rounds, options.length / 2);
    let by_kind = kinds.iter().map(|kind| {
        let of_kind = |path| searches(path, &mut folder.log.iter().filter(|logged| logged.kind == *kind));
        let pair =
            [Target::new("taalbrug", &own, of_kind(SEARCH)), Target::new("plain", &plain, of_kind(PLAIN_SEARCH))];
        if pair[0].requests.is_empty() { Ok(vec![Vec::new(); 2]) } else { rounds(&pair, FEW, short) }
    });
    let by_kind = by_kind.collect::<io::Result<Vec<Vec<Vec<Figures>>>>>()?;
    let memory = [own.peak_memory(), plain.peak_memory()];
    let names = targets.iter().map(|target| target.name).collect();
    Ok(Measured { size, names, turns, kinds, tallies, by_kind, starts, memory })
}

/// Requests for completions: the names that are looked for, as they are being typed.
fn completions(log: &[Logged]) -> Vec<Vec<u8>> {
    let names = log.iter().filter(|logged| ["exact", "prefix"].contains(&logged.kind.as_str()));
    let typed = names.enumerate().map(|(number, logged)| {
        logged.q.chars().take(1 + number % LONGEST_TYPED).collect::<String>().trim_end().to_owned()
    });
    typed.map(|typed| request(&format!("{SUGGEST}{}", encoded(&typed)))).collect()
}

/// How long a turn is, of seconds as they are typed.
fn seconds(text: &str) -> Option<Duration> {
    text.parse().ok().filter(|seconds| (0.05..600.0).contains(seconds)).map(Duration::from_secs_f64)
}
