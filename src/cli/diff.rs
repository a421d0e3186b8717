// SPDX-License-Identifier: EUPL-1.2
//! `taalbrug diff`: what a change means, for whoever reviews it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::change::{Changes, MARKER, MeaningChange, Report, Revision, Standing, TermChange, TermFate, markdown};
use crate::cli::terminal::{ERROR, HEADING, QUIET, marked, say, styled};
use crate::cli::{Common, FOUND_FAULTS, could_not_run, mention, tell};
use crate::diagnostic::{Finding, Format, Severity, render};
use crate::divergence::Compared;
use crate::http::preview;
use crate::model::Keyed;
use crate::publication::Publication;
use crate::source::{self, Content};

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Options {
    /// Waarmee vergeleken wordt: een revisie van git of een map (what to compare with: a git revision or a folder)
    #[arg(value_name = "BASIS")]
    base: String,
    /// Wat vergeleken wordt; zonder dit de map van --glossary (what is compared; without it the glossary folder)
    #[arg(value_name = "NIEUW")]
    head: Option<String>,
    /// Vorm van het verslag (the form of the report)
    #[arg(long, env = "TAALBRUG_FORMAT", value_name = "VORM", default_value = "human", hide_env = true, value_parser = formats())]
    format: String,
    /// Maak ook bladzijden van de gewijzigde woorden, in deze map (also make pages of the changed words, in this folder)
    #[arg(long, env = "TAALBRUG_PAGES", value_name = "MAP", hide_env = true)]
    pages: Option<PathBuf>,
}

/// How a report is shown.
type Show = fn(&Changes);

/// The forms of the report.
const FORMATS: [(&str, Show); 3] = [
    ("human", print),
    ("markdown", |changes| say(markdown(changes).trim_end())),
    ("json", |changes| say(&serde_json::to_string(&Report::new(changes)).unwrap_or_default())),
];

fn formats() -> PossibleValuesParser {
    FORMATS.iter().map(|(name, _)| *name).collect::<Vec<_>>().into()
}

/// Exit code 0: nobody needs to sign. 1: a needed signature is missing, or one of the two has errors. 2: one of the two
/// cannot be read.
pub(super) fn run(common: &Common, options: &Options) -> ExitCode {
    let head = options.head.clone().unwrap_or_else(|| common.glossary.display().to_string());
    let sides = (|| Ok((sound(&options.base, common, &options.format)?, sound(&head, common, &options.format)?)))();
    let ((base, _), (head, found)) = match sides {
        Ok(sides) => sides,
        Err(code) => return code,
    };
    let changes = between(&base, &head);
    if let Some((_, show)) = FORMATS.iter().find(|(name, _)| *name == options.format) {
        show(&changes);
    }
    let missing = changes.missing().count();
    if missing > 0 && options.format == "markdown" {
        mention(&format!("Handtekeningen die ontbreken: {missing}. Zie het verslag. (Signatures are missing.)"));
    }
    let code = if missing > 0 { ExitCode::from(FOUND_FAULTS) } else { ExitCode::SUCCESS };
    match &options.pages {
        Some(folder) => keep_pages(folder, (head, found), changes).map_or_else(|fault| fault, |()| code),
        None => code,
    }
}

/// The revision of this name, with what was found while reading; the exit code where it cannot be read or has errors.
fn sound(name: &str, common: &Common, format: &str) -> Result<(Content, Vec<Finding>), ExitCode> {
    let (content, found) =
        source::load_revision(name, &common.glossary).map_err(|error| could_not_run(&error.to_string()))?;
    let errors: Vec<Finding> = found.iter().filter(|finding| finding.severity == Severity::Error).cloned().collect();
    if errors.is_empty() {
        return Ok((content, found));
    }
    tell(&format!("‘{name}’ heeft fouten. Herstel die eerst, met taalbrug check."));
    refuse(&errors, &content, (name, format));
    Err(ExitCode::from(FOUND_FAULTS))
}

/// Says which errors stand in the way, in a comment of a forge as in a terminal.
fn refuse(errors: &[Finding], content: &Content, (name, format): (&str, &str)) {
    let form = if format == "markdown" { Format::Markdown } else { Format::Human };
    if form == Format::Markdown {
        say(MARKER);
    }
    say(render(form, errors, name, &|path| content.files.text(path)).trim_end());
}

/// Writes the pages of the changed words.
fn keep_pages(folder: &Path, (head, found): (Content, Vec<Finding>), changes: Changes) -> Result<(), ExitCode> {
    let publication = Publication::of_content(head, found).map_err(|error| {
        tell("er zijn geen bladzijden te maken: de woordenlijst heeft fouten. Herstel die eerst, met taalbrug check.");
        mention(error.to_string().trim_end());
        ExitCode::from(FOUND_FAULTS)
    })?;
    let files = preview(publication, changes).ok_or_else(|| could_not_run("een bladzijde is niet te maken."))?;
    for file in &files {
        source::write(&folder.join(&file.name), &file.text).map_err(|error| could_not_run(&error.to_string()))?;
    }
    mention(&format!("De bladzijden staan in {}; begin bij index.html.", folder.display()));
    Ok(())
}

fn between(base: &Content, head: &Content) -> Changes {
    let compared = [base, head].map(|content| Compared::new(&content.glossary, &content.lexicon, None));
    Changes::between(revision(base, &compared[0]), revision(head, &compared[1]))
}

fn revision<'a>(content: &'a Content, compared: &'a Compared) -> Revision<'a> {
    Revision { glossary: &content.glossary, lexicon: &content.lexicon, compared }
}

fn print(changes: &Changes) {
    if changes.is_empty() {
        return say("De betekenissen blijven gelijk. (No change in meaning.)");
    }
    for term in &changes.terms {
        print_term(term);
    }
    for part in &changes.elsewhere {
        say(&styled(HEADING, &format!("Buiten de woorden: {}", part.part.dutch)));
        for (word, names) in [("nieuw", &part.added), ("weg", &part.removed), ("gewijzigd", &part.changed)] {
            if !names.is_empty() {
                say(&format!("  {word}: {}", names.join(", ")));
            }
        }
    }
    for (word, ask) in changes.missing() {
        say(&styled(ERROR, &format!("Handtekening ontbreekt: {} voor ‘{word}’, {}", ask.domain, ask.about.dutch)));
    }
}

fn print_term(term: &TermChange) {
    let was = match &term.fate {
        TermFate::Renamed(from) => format!(" (was {from})"),
        _ => String::new(),
    };
    say(&format!("{} {}", styled(HEADING, &term.label), styled(QUIET, &format!("– {}{was}", term.fate.words().1))));
    for effect in &term.effects {
        say(&format!("  {}: {}", styled(HEADING, effect.kind.dutch()), effect.sentence.dutch));
    }
    print_keys(&term.keys, "  ");
    for meaning in &term.meanings {
        print_meaning(meaning);
    }
    for verdict in &term.verdicts {
        let [a, b] = &verdict.between;
        say(&format!("  Oordeel over {a} en {b}: {}", verdict.fate.dutch()));
        print_keys(&verdict.keys, "    ");
    }
    for ask in term.asks.iter().filter(|ask| ask.standing != Standing::Missing) {
        say(&styled(QUIET, &format!("  Vraag {}: {} ({})", ask.domain, ask.about.dutch, ask.standing.dutch())));
    }
    say("");
}

fn print_meaning(meaning: &MeaningChange) {
    say(&format!("  {}: {}", styled(HEADING, &meaning.name.0), meaning.fate.dutch()));
    if let Some(text) = &meaning.definition {
        say(&format!("    omschrijving: {}", text.reading.dutch()));
        say(&format!("      was:   {}", marked(text.before.segments())));
        say(&format!("      wordt: {}", marked(text.after.segments())));
    }
    for facet in &meaning.facets {
        say(&format!("    {}: {} → {}", facet.name.0, told(&facet.before), told(&facet.after)));
    }
    print_keys(&meaning.keys, "    ");
    if !meaning.inherited_by.is_empty() {
        let heirs: Vec<&str> = meaning.inherited_by.iter().map(|(dutch, _)| dutch.as_str()).collect();
        say(&format!("    geldt ook voor: {}", heirs.join(", ")));
    }
}

fn print_keys(keys: &[crate::change::KeyChange], margin: &str) {
    for change in keys {
        say(&format!("{margin}{}: {} → {}", change.name.0, told(&change.before), told(&change.after)));
    }
}

fn told(text: &str) -> &str {
    if text.is_empty() { "–" } else { text }
}
