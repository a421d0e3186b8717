// SPDX-License-Identifier: EUPL-1.2
//! `taalbrug new`: a file for a new term, with everything that can stand in it.

use std::process::ExitCode;

use clap::Args;

use crate::cli::terminal::say;
use crate::cli::{Common, could_not_run};
use crate::language::{fold, slug};
use crate::model::{Glossary, SourceKind, Term, TermId};
use crate::source::{self, Content, Start, skeleton};

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Options {
    /// Het nieuwe woord (the new word)
    #[arg(value_name = "TERM")]
    term: String,
}

/// Exit code 0: the file is made. 2: there is such a term already, the word cannot be one, or the file cannot be written.
pub(super) fn run(common: &Common, options: &Options) -> ExitCode {
    let content = match source::load(&common.glossary) {
        Ok((content, _)) => content,
        Err(error) => return could_not_run(&error.to_string()),
    };
    let label = options.term.split_whitespace().collect::<Vec<_>>().join(" ");
    let id = match fit(&label, &content) {
        Ok(id) => id,
        Err(why) => return could_not_run(&why),
    };
    let path = common.glossary.join("terms").join(format!("{id}.toml"));
    if let Err(error) = source::write(&path, &skeleton(&label, &starts(&content.glossary))) {
        return could_not_run(&error.to_string());
    }
    say(&format!("{} staat klaar.", path.display()));
    say("Vul in wat met VUL IN begint. ‘taalbrug check’ zegt wat er nog moet.");
    ExitCode::SUCCESS
}

/// The id of a new term with this label, or why there can be none.
fn fit(label: &str, content: &Content) -> Result<TermId, String> {
    let name = slug(label);
    let odd = label.chars().find(|letter| !letter.is_alphanumeric() && !" -’'&().".contains(*letter));
    let id = TermId::parse(&name).filter(|_| odd.is_none());
    let Some(id) = id else {
        let why = odd.map_or_else(String::new, |odd| format!(" Het teken ‘{odd}’ kan er niet in."));
        return Err(format!(
            "‘{label}’ kan geen woord van de lijst zijn.{why} Typ het woord zelf, zoals: taalbrug new signaal"
        ));
    };
    let folded = |text: &str| fold(&text.split_whitespace().collect::<String>());
    let same = |term: &&Term| term.names().any(|name| folded(name) == folded(label));
    let known = content.glossary.terms.iter().find(same);
    match known {
        Some(term) => {
            Err(format!("‘{label}’ staat al in de woordenlijst, in terms/{}.toml. Verbeter dat bestand.", term.id))
        }
        None if content.files.text(&format!("terms/{id}.toml")).is_some() => {
            Err(format!("het bestand terms/{id}.toml bestaat al. Verbeter dat bestand, of kies een ander woord."))
        }
        None => Ok(id),
    }
}

/// A start for each domain that is no part of another: owned by the editors, with the source of a draft.
fn starts(glossary: &Glossary) -> Vec<Start> {
    let editors = glossary.actors.iter().find(|actor| actor.id.as_str() == "editors");
    let draft = glossary.sources.iter().find(|source| source.kind == SourceKind::Draft).or(glossary.sources.first());
    let whole = glossary.domains.iter().filter(|domain| domain.parent.is_none());
    let start = |domain: &crate::model::Domain| {
        let of_domain = glossary.actors.iter().find(|actor| actor.domains.contains(&domain.id));
        Start {
            domain: domain.id.to_string(),
            name: domain.phrase.clone(),
            owner: editors.or(of_domain).map_or_else(|| "editors".to_owned(), |actor| actor.id.to_string()),
            source: draft.map_or_else(|| "CONCEPT".to_owned(), |source| source.id.to_string()),
        }
    };
    whole.map(start).collect()
}
