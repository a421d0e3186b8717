//! The term that a command is about, found by its word or id.

use std::process::ExitCode;

use clap::Args;

use crate::cli::{Common, could_not_run};
use crate::language::{fold, nearest};
use crate::publication::{Entry, Publication};

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Named {
    /// De term: het woord of zijn id (the term: its word or id)
    #[arg(value_name = "TERM")]
    term: String,
}

impl Named {
    /// Prints the term with `print`; tells which term is near when there is none of this name.
    pub fn print(&self, common: &Common, print: impl Fn(Entry<'_>, &Publication)) -> ExitCode {
        let publication = match common.publication(None) {
            Ok(publication) => publication,
            Err(code) => return code,
        };
        let Some(entry) = self.find(&publication) else { return self.unknown(&publication) };
        print(entry, &publication);
        ExitCode::SUCCESS
    }

    fn find<'a>(&self, publication: &'a Publication) -> Option<Entry<'a>> {
        let wanted = fold(self.term.trim());
        publication.entries().find(|entry| entry.term.id.as_str() == self.term || fold(&entry.term.label) == wanted)
    }

    fn unknown(&self, publication: &Publication) -> ExitCode {
        let near = nearest(&self.term, publication.glossary.terms.iter().map(|term| term.id.as_str()));
        let mend = near.map_or_else(String::new, |near| format!(" Bedoelt u ‘{near}’?"));
        could_not_run(&format!("‘{}’ staat niet in de woordenlijst.{mend}", self.term))
    }
}
