// SPDX-License-Identifier: EUPL-1.2
//! The commands. Every option also works as an environment variable and as a key of the configuration file: the
//! command line wins over the environment, the environment over the file.

mod arguments;
mod check;
mod compare;
mod config;
mod diff;
mod doctor;
mod explain;
mod export;
mod fmt;
mod form;
mod health;
mod history;
mod import;
mod index;
mod log;
mod named;
mod new;
mod operators;
mod options;
mod owners;
mod pairs;
mod schema;
mod search;
mod serve;
mod show;
mod terminal;

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ArgAction, Args, Parser, Subcommand};

use crate::diagnostic::{self, Format};
use crate::publication::{BuildError, Places, Publication};

/// The command could not do its work.
const COULD_NOT_RUN: u8 = 2;

/// The command did its work and found something wrong.
const FOUND_FAULTS: u8 = 1;

/// The program.
#[derive(Parser)]
#[command(
    name = "taalbrug",
    version,
    about = "Eén woord, twee domeinen: zie waar betekenissen uit elkaar lopen. (One word, two domains: see where meanings part.)",
    subcommand_help_heading = "Opdrachten (commands)",
    subcommand_value_name = "OPDRACHT",
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    next_help_heading = "Keuzes (options)",
    after_help = "Elke keuze werkt ook als TAALBRUG_<KEUZE> in de omgeving en als sleutel in het bestand van --config.\n(Every option also works as TAALBRUG_<OPTION> in the environment and as a key of the --config file.)"
)]
struct Cli {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

/// Options of every command.
#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
struct Common {
    /// Map met de woordenlijst (the glossary folder)
    #[arg(
        long,
        global = true,
        env = "TAALBRUG_GLOSSARY",
        value_name = "MAP",
        default_value = "glossary",
        hide_env = true
    )]
    glossary: PathBuf,
    /// Map met een taalmodel (model2vec) dat meekijkt waar woorden niets zeggen (the folder of a model for where words do not tell)
    #[arg(long, global = true, env = "TAALBRUG_MODEL", value_name = "MAP", hide_env = true)]
    model: Option<PathBuf>,
    /// Bestand met instellingen (a configuration file, TOML)
    #[arg(long, global = true, env = "TAALBRUG_CONFIG", value_name = "BESTAND", hide_env = true)]
    config: Option<PathBuf>,
    /// Toon deze hulp (print help)
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// Toon de versie (print version)
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Subcommand)]
enum Command {
    /// Start de dienst: bladzijden en API (serve the pages and the API)
    Serve(Box<serve::Options>),
    /// Controleer de woordenlijst: 0 goed, 1 fouten, 2 niet gelukt (check the glossary; exit 0 clean, 1 findings, 2 could not run)
    Check(check::Options),
    /// Leg een regel van de controle uit (explain a rule of the check)
    Explain(explain::Options),
    /// Maak een bestand voor een nieuw woord (make a file for a new word)
    New(new::Options),
    /// Toon welke sleutels een bestand heeft, als JSON Schema (show the keys of a file, as JSON Schema)
    Schema(schema::Options),
    /// Maak een formulier waarmee mensen woorden bewerken (make a form in which people edit words)
    Form(form::Options),
    /// Zet alle bestanden in één opmaak (bring all files into one layout)
    Fmt(fmt::Options),
    /// Maak de zoekindex vooraf (build the search index beforehand)
    Index(index::Options),
    /// Zoek een woord (search for words)
    Search(search::Options),
    /// Toon een term met zijn betekenissen (show a term with its meanings)
    Show(named::NamedHere),
    /// Toon waar de betekenissen van een term uit elkaar lopen (show where the meanings of a term part)
    Compare(compare::Options),
    /// Zeg wat een wijziging betekent, voor wie haar beoordeelt (say what a change means, for the review)
    Diff(diff::Options),
    /// Schrijf CODEOWNERS: wie een wijziging bekijkt, per domein (write CODEOWNERS: who looks at a change, by domain)
    Owners(owners::Options),
    /// Geef de woordenlijst in een vorm die anderen lezen, zoals een rekenblad (give the glossary in a form that others read)
    Export(export::Options),
    /// Neem woorden over uit een rekenblad of een andere begrippenlijst, als voorstel (take over words from a spreadsheet or another glossary, as a proposal)
    Import(import::Options),
    /// Toon wat er per versie wijzigde, of schrijf het op voor waar git niet is (show what changed per revision, or write it down)
    History(history::Options),
    /// Toon de instellingen van de dienst en waar elk vandaan komt (show the settings of the service and where each came from)
    Config(Box<serve::Options>),
    /// Onderzoek of de dienst hier kan draaien, en zeg wat er mis is: 0 goed, 1 mis (examine whether the service can run here)
    Doctor(Box<serve::Options>),
    /// Vraag een draaiende dienst of hij werkt (ask a running service whether it works)
    Health(health::Options),
}

/// Runs the command of these arguments; what goes wrong is told on standard error.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let (cli, settings) = match options::parse(arguments.into_iter().collect()) {
        Ok(parsed) => parsed,
        Err(options::Unusable::Arguments(error)) => {
            if let Some(wrong) = arguments::explain(&error) {
                return could_not_run(&wrong);
            }
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(COULD_NOT_RUN));
        }
        Err(options::Unusable::Config(error)) => return could_not_run(&error.to_string()),
    };
    let code = match cli.command {
        Command::Serve(options) => serve::run(&cli.common, &options),
        Command::Check(options) => check::run(&cli.common, &options),
        Command::Explain(options) => explain::run(&options),
        Command::New(options) => new::run(&cli.common, &options),
        Command::Schema(options) => schema::run(&options),
        Command::Form(options) => form::run(&cli.common, &options),
        Command::Fmt(options) => fmt::run(&cli.common, &options),
        Command::Index(options) => index::run(&cli.common, &options),
        Command::Search(options) => search::run(&cli.common, &options),
        Command::Show(options) => options.named.print(&options.here, &cli.common, show::print),
        Command::Compare(options) => compare::run(&cli.common, options),
        Command::Diff(options) => diff::run(&cli.common, &options),
        Command::Owners(options) => owners::run(&cli.common, &options),
        Command::Export(options) => export::run(&cli.common, &options),
        Command::Import(options) => import::run(&cli.common, &options),
        Command::History(options) => history::run(&cli.common, &options),
        Command::Config(_) => config::run(settings),
        Command::Doctor(options) => doctor::run(&cli.common, &options),
        Command::Health(options) => health::run(&options),
    };
    if terminal::wrote_all() { code } else { could_not_run("niet alles kon worden geschreven.") }
}

impl Common {
    /// Where a publication is made from, with its indexes in this folder.
    fn places(&self, index: Option<PathBuf>) -> Places {
        Places { glossary: self.glossary.clone(), index, model: self.model.clone() }
    }

    /// The publication of the glossary folder, or the exit code after telling why there is none.
    fn publication(&self, index: Option<PathBuf>) -> Result<Publication, ExitCode> {
        Publication::build(&self.places(index)).map_err(|error| match error {
            BuildError::Faulty { content, findings } => {
                let root = self.glossary.display().to_string();
                let report = diagnostic::render(Format::Human, &findings, &root, &|path| content.files.text(path));
                let _ = write!(anstream::stderr(), "{report}");
                ExitCode::from(FOUND_FAULTS)
            }
            other => could_not_run(&other.to_string()),
        })
    }
}

/// Tells why a command could not do its work.
fn could_not_run(why: &str) -> ExitCode {
    tell(why);
    ExitCode::from(COULD_NOT_RUN)
}

/// Tells on standard error what was done, apart from the answer.
fn mention(what: &str) {
    let _ = writeln!(anstream::stderr(), "{what}");
}

/// Tells on standard error what went wrong.
fn tell(why: &str) {
    let (red, plain) = (terminal::ERROR.render(), terminal::ERROR.render_reset());
    // Without standard error there is nobody to tell; the exit code still does.
    let _ = writeln!(anstream::stderr(), "{red}fout{plain}: {why}");
}
