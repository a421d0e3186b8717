// SPDX-License-Identifier: EUPL-1.2
//! The options of a load run.

use std::path::PathBuf;
use std::time::Duration;

use crate::seconds;

/// How it is used.
pub const USE: &str =
    "use: benches/run [SIZE…] [--seconds 2] [--rounds 3] [--queries 2000] [--seed 1] [--program FILE]";

/// What is measured, and how long.
pub struct Options {
    /// Numbers of terms.
    pub sizes: Vec<usize>,
    /// How long a turn is.
    pub length: Duration,
    pub rounds: usize,
    pub queries: usize,
    pub seed: u64,
    /// The program that is measured.
    pub program: PathBuf,
    /// The program that it is compared with.
    pub plain: PathBuf,
    /// The word lists.
    pub lexicon: PathBuf,
    /// Where generated glossaries and indexes are kept.
    pub folder: PathBuf,
}

impl Options {
    /// Reads arguments; programs are those of a release build.
    pub fn read(arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let beside = std::env::current_exe().ok().and_then(|own| own.parent().map(PathBuf::from)).unwrap_or_default();
        let mut options = Self {
            sizes: Vec::new(),
            length: Duration::from_secs(2),
            rounds: 3,
            queries: 2000,
            seed: 1,
            program: beside.join("taalbrug"),
            plain: beside.join("plain"),
            lexicon: PathBuf::from("glossary/lexicon"),
            folder: PathBuf::from("target/benches"),
        };
        let mut arguments = arguments;
        while let Some(argument) = arguments.next() {
            if let Ok(size) = argument.parse() {
                options.sizes.push(size);
                continue;
            }
            let value = arguments.next().unwrap_or_default();
            options.set(&argument, &value).ok_or_else(|| format!("this is no option: {argument} {value}"))?;
        }
        if options.sizes.is_empty() {
            options.sizes = vec![1000, 10_000];
        }
        Ok(options)
    }

    fn set(&mut self, name: &str, value: &str) -> Option<()> {
        match name {
            "--seconds" => self.length = seconds(value)?,
            "--rounds" => self.rounds = value.parse().ok().filter(|rounds| *rounds > 0)?,
            "--queries" => self.queries = value.parse().ok().filter(|queries| *queries > 0)?,
            "--seed" => self.seed = value.parse().ok()?,
            "--program" => self.program = PathBuf::from(value),
            _ => return None,
        }
        Some(())
    }
}
