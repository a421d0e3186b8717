// SPDX-License-Identifier: EUPL-1.2
//! `taalbrug import`: words from a spreadsheet or another glossary, as a proposal.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::cli::terminal::{ERROR, HEADING, QUIET, say, styled};
use crate::cli::{Common, FOUND_FAULTS, could_not_run, mention};
use crate::diagnostic::{Format, Severity, Tally, render};
use crate::exchange::{Choices, ENDINGS, Fate, Form, Losses, Plan, Planned, StatusChoice, plan, read};
use crate::model::{DomainId, Glossary};
use crate::publication::today;
use crate::source::{self, Difference, OnClash, Outcome, read_outside};

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Options {
    /// Het bestand: .csv, .ttl (SKOS in Turtle) of .jsonld (the file)
    #[arg(value_name = "BESTAND")]
    file: PathBuf,
    /// Schrijf niets; zeg wat er zou gebeuren (write nothing; say what would happen)
    #[arg(long)]
    plan: bool,
    /// Het domein van betekenissen waarvan het bestand het niet zegt (the domain of meanings for which the file does not say it)
    #[arg(long, env = "TAALBRUG_DOMAIN", value_name = "DOMEIN", hide_env = true)]
    domain: Option<String>,
    /// Vervang ook teksten die er al staan (replace texts that stand there already)
    #[arg(long)]
    overwrite: bool,
    /// Neem over wat het bestand zegt van bevestigen en tekenen; alleen voor een bestand uit deze woordenlijst zelf (take over confirmations and signatures; only for a file from this glossary itself)
    #[arg(long)]
    keep_status: bool,
}

/// Exit code 0: everything is taken over, or was there already. 1: something clashes, or what is imported has errors.
/// 2: the file or the glossary cannot be read, or nothing could be written.
pub(super) fn run(common: &Common, options: &Options) -> ExitCode {
    let (content, found) = match source::load(&common.glossary) {
        Ok(loaded) => loaded,
        Err(error) => return could_not_run(&error.to_string()),
    };
    let offer = choices(options, &content.glossary).and_then(|choices| {
        let form = form_of(options)?;
        let text = read_outside(&options.file).map_err(|error| error.to_string())?;
        read(form, &text, &content.glossary, &choices)
            .map_err(|refusal| format!("{}: {refusal}", options.file.display()))
    });
    let offer = match offer {
        Ok(offer) => offer,
        Err(why) => return could_not_run(&why),
    };
    let on_clash = if options.overwrite { OnClash::Replace } else { OnClash::Keep };
    let plan = plan((&content, &found), offer, on_clash, today());
    print(&plan);
    tell_findings(common, &plan);
    lost(&plan.losses);
    if options.plan {
        say("Er is niets geschreven. Zonder --plan gebeurt dit echt.");
    } else if let Err(why) = write(common, &plan) {
        return could_not_run(&why);
    }
    let errors = Tally::of(&plan.findings).errors;
    if errors > 0 || plan.clashes().next().is_some() { ExitCode::from(FOUND_FAULTS) } else { ExitCode::SUCCESS }
}

fn choices(options: &Options, glossary: &Glossary) -> Result<Choices, String> {
    let domain = match &options.domain {
        None => None,
        Some(name) => match DomainId::parse(name).filter(|id| glossary.domain(id).is_some()) {
            Some(id) => Some(id),
            None => {
                let all: Vec<&str> = glossary.domains.iter().map(|domain| domain.id.as_str()).collect();
                return Err(format!("‘{name}’ is geen domein. Kies uit: {}.", all.join(", ")));
            }
        },
    };
    let status = if options.keep_status { StatusChoice::AsGiven } else { StatusChoice::Draft };
    let name = options.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Choices { domain, status, name })
}

fn form_of(options: &Options) -> Result<Form, String> {
    let ending = options.file.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let known = ENDINGS.iter().find(|(known, _)| *known == ending).map(|row| row.1);
    known.ok_or_else(|| {
        let all: Vec<String> = ENDINGS.iter().map(|(ending, _)| format!(".{ending}")).collect();
        format!(
            "{}: aan de naam is niet te zien wat dit is. Een naam eindigt op {}.",
            options.file.display(),
            all.join(", ")
        )
    })
}

/// Every file with what happens in it.
fn print(plan: &Plan) {
    for file in &plan.files {
        let fate = match file.fate {
            Fate::New => "nieuw",
            Fate::Changed => "aangevuld",
            Fate::Same if file.differences.is_empty() => continue,
            Fate::Same => "blijft zoals het is",
        };
        say(&format!("{} {}", styled(HEADING, &file.path), styled(QUIET, &format!("– {fate}"))));
        file.differences.iter().for_each(print_difference);
    }
    let count = |fate: Fate| plan.files.iter().filter(|file| file.fate == fate).count();
    let (new, changed, same) = (count(Fate::New), count(Fate::Changed), count(Fate::Same));
    let clashes = plan.clashes().count();
    say(&format!(
        "{new} bestanden nieuw, {changed} aangevuld, {same} gelijk gebleven; {clashes} keer botst een tekst."
    ));
    if clashes > 0 {
        say(
            "Waar een tekst botst, blijft staan wat er stond. Met --overwrite komt de nieuwe tekst ervoor in de plaats.",
        );
    }
}

fn print_difference(difference: &Difference) {
    let Difference { way, own, offered, outcome } = difference;
    match outcome {
        Outcome::Filled => say(&format!("  {way}: erbij: {}", short(offered))),
        Outcome::Replaced => say(&format!("  {way}: was {}, wordt {}", short(own), short(offered))),
        Outcome::Kept if own.is_empty() => {
            say(&styled(ERROR, &format!("  {way}: niet aangevuld, want deze betekenis is bevestigd of vervallen")));
        }
        Outcome::Kept => {
            say(&styled(ERROR, &format!("  {way}: botst")));
            say(&format!("    er staat:  {}", short(own)));
            say(&format!("    het nieuwe: {}", short(offered)));
        }
    }
}

/// The beginning of a text, on one line.
fn short(text: &str) -> String {
    const ROOM: usize = 160;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= ROOM { line } else { format!("{}…", line.chars().take(ROOM).collect::<String>()) }
}

/// What could not be taken along, on standard error.
pub(super) fn lost(losses: &Losses) {
    if losses.is_empty() {
        return;
    }
    mention(&styled(HEADING, "Niet overgenomen, of aangenomen (not carried over, or assumed):"));
    for loss in losses.all() {
        let places = if loss.places.is_empty() { String::new() } else { format!(": {}", loss.where_in_words()) };
        let count = if loss.places.len() > 1 { format!(" ({}×)", loss.places.len()) } else { String::new() };
        mention(&format!("- {}{count}{places}", loss.dutch));
    }
}

/// What the check will say of it: errors whole, the rest counted.
fn tell_findings(common: &Common, plan: &Plan) {
    let errors: Vec<_> = plan.findings.iter().filter(|finding| finding.severity == Severity::Error).cloned().collect();
    if !errors.is_empty() {
        let root = common.glossary.display().to_string();
        let report = render(Format::Human, &errors, &root, &|path| plan.content.files.text(path));
        let _ = write!(anstream::stderr(), "{report}");
    }
    let Tally { errors, warnings, hints } = Tally::of(&plan.findings);
    say(&format!("‘taalbrug check’ zegt hierover: {errors} fouten, {warnings} waarschuwingen, {hints} tips."));
}

fn write(common: &Common, plan: &Plan) -> Result<(), String> {
    let mut written = 0;
    for Planned { path, text, .. } in plan.to_write() {
        source::write(&common.glossary.join(path), text).map_err(|error| error.to_string())?;
        written += 1;
    }
    say(&format!("{written} bestanden geschreven. Het is een voorstel: kijk het na, en voer ‘taalbrug check’ uit."));
    Ok(())
}
