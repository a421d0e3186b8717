//! The term that a command is about, found by its word or id.

use std::process::ExitCode;

use clap::Args;

use crate::cli::{Common, could_not_run};
use crate::language::{Token, nearest, words_of};
use crate::model::{Term, TermId};
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

    /// The term with this id; else the one with this name as written, and else in another form: *signalen*.
    fn find<'a>(&self, publication: &'a Publication) -> Option<Entry<'a>> {
        let by_id = TermId::parse(self.term.trim()).and_then(|id| publication.entry(&id));
        let by_name = |form: fn(&Token) -> &str| {
            let wanted = forms(&self.term, publication, form);
            let named = |name| forms(name, publication, form) == wanted;
            publication.entries().find(|entry| !wanted.is_empty() && entry.term.names().any(named))
        };
        by_id.or_else(|| by_name(|token| &token.folded)).or_else(|| by_name(|token| &token.normal))
    }

    fn unknown(&self, publication: &Publication) -> ExitCode {
        let near = nearest(&self.term, publication.glossary.terms.iter().flat_map(Term::names));
        let mend = near.map_or_else(String::new, |near| format!(" Bedoelt u ‘{near}’?"));
        could_not_run(&format!("‘{}’ staat niet in de woordenlijst.{mend}", self.term))
    }
}

fn forms(words: &str, publication: &Publication, form: fn(&Token) -> &str) -> Vec<String> {
    words_of(words, &publication.lexicon).iter().map(|token| form(token).to_owned()).collect()
}
