// SPDX-License-Identifier: EUPL-1.2
//! `taalbrug owners`: the file by which a forge asks the editors of a domain to look at a change.

mod asked;
mod forge;

use std::process::ExitCode;

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::cli::owners::asked::Asked;
use crate::cli::owners::forge::{FORGES, Forge, with_block};
use crate::cli::terminal::say;
use crate::cli::{Common, FOUND_FAULTS, could_not_run, mention, tell};
use crate::diagnostic::Severity;
use crate::language::in_words;
use crate::model::{Domain, Glossary};
use crate::source;

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Options {
    /// Voor welke forge (for which forge)
    #[arg(long, alias = "format", env = "TAALBRUG_FORGE", value_name = "FORGE", default_value = "github", hide_env = true, value_parser = forges())]
    forge: String,
    /// Schrijf niets; zeg alleen of het bestand klopt (write nothing; only tell whether the file is right)
    #[arg(long, conflicts_with = "print")]
    check: bool,
    /// Toon de regels in plaats van ze te schrijven (show the rules instead of writing them)
    #[arg(long)]
    print: bool,
}

fn forges() -> PossibleValuesParser {
    FORGES.iter().map(|forge| forge.key).collect::<Vec<_>>().into()
}

/// Exit code 0: the file is as it should be. 1: it is not and `--check` was asked, or a domain has no editors. 2: it cannot be
/// read or written.
pub(super) fn run(common: &Common, options: &Options) -> ExitCode {
    let (content, found) = match source::load(&common.glossary) {
        Ok(loaded) => loaded,
        Err(error) => return could_not_run(&error.to_string()),
    };
    if found.iter().any(|finding| finding.severity == Severity::Error) {
        tell("de woordenlijst heeft fouten. Herstel die eerst, met taalbrug check.");
        return ExitCode::from(FOUND_FAULTS);
    }
    let asked = Asked::of(&content.glossary);
    if asked.domains.is_empty() {
        tell(&format!("{} Er is dus niets te schrijven.", nobody(&asked.without, &content.glossary)));
        return ExitCode::from(FOUND_FAULTS);
    }
    let Some(forge) = FORGES.iter().find(|forge| forge.key == options.forge) else {
        return could_not_run("deze forge is niet bekend.");
    };
    let right = match write(forge, &asked, common, options) {
        Ok(right) => right,
        Err(why) => return could_not_run(&why),
    };
    if !asked.without.is_empty() {
        mention(&nobody(&asked.without, &content.glossary));
    }
    if right && asked.without.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(FOUND_FAULTS) }
}

/// Writes, shows or checks the file; gives whether it is right now.
fn write(forge: &Forge, asked: &Asked<'_>, common: &Common, options: &Options) -> Result<bool, String> {
    let root = source::repository_of(&common.glossary).map_err(|error| error.to_string())?;
    let block = forge.block(asked, &root.folder);
    if options.print {
        say(block.trim_end());
        return Ok(true);
    }
    let mut found = None;
    for place in forge.places {
        if let Some(text) = source::text_of(&root.path.join(place)).map_err(|error| error.to_string())? {
            found = Some((*place, text));
            break;
        }
    }
    let (place, text) = found.unwrap_or((forge.places[0], String::new()));
    let path = root.path.join(place);
    let new = with_block(&text, &block);
    if new == text {
        say(&format!("{place} klopt."));
    } else if options.check {
        let mend = format!("taalbrug owners --forge {}", forge.key);
        say(&format!("{place} klopt niet met de domeinen. Voer dit uit: {mend}"));
        return Ok(false);
    } else {
        source::write(&path, &new).map_err(|error| error.to_string())?;
        say(&format!("{place} is geschreven."));
    }
    Ok(true)
}

/// Says which domains have nobody who is asked, and how to mend that.
fn nobody(without: &[&Domain], glossary: &Glossary) -> String {
    let names: Vec<&str> = without.iter().map(|domain| domain.phrase.as_str()).collect();
    let names = in_words(&names, "en");
    let example = without.first().or(glossary.domains.first().as_ref()).map_or("safety", |domain| domain.id.as_str());
    format!(
        "Voor {names} is nog geen redactie genoemd: een wijziging wordt daar aan niemand gevraagd. Noem in glossary.toml bij het \
         domein de teams van uw forge, zoals: editors = [\"@organisatie/redactie-{example}\"]. \
         (No editors are named for these domains.)"
    )
}
