// SPDX-License-Identifier: EUPL-1.2
//! The term that a command is about, found by its word or id.

use std::process::ExitCode;

use clap::Args;

use crate::cli::{Common, could_not_run};
use crate::language::{Token, nearest, words_of};
use crate::model::{Place, Term, TermId};
use crate::publication::{Entry, Publication};

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Named {
    /// De term: het woord of zijn id (the term: its word or id)
    #[arg(value_name = "TERM")]
    term: String,
}

/// The place that a command is about, if any.
#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Here {
    /// Toon de term zoals die in deze plaats geldt (show the term as it stands in this place)
    #[arg(long, env = "TAALBRUG_PLACE", value_name = "PLAATS", hide_env = true)]
    place: Option<String>,
}

impl Here {
    /// The place that was asked for, or why it cannot be.
    fn find<'a>(&self, publication: &'a Publication) -> Result<Option<&'a Place>, String> {
        let Some(name) = self.place.as_deref().map(str::trim).filter(|name| !name.is_empty()) else { return Ok(None) };
        let places = &publication.glossary.places;
        let known: Vec<&str> = places.iter().map(|place| place.id.as_str()).collect();
        let mend = match known.as_slice() {
            [] => "Er is nog geen plaats met eigen afspraken.".to_owned(),
            known => format!("Kies uit: {}.", known.join(", ")),
        };
        let found = places.iter().find(|place| place.id.as_str() == name);
        found.map(Some).ok_or_else(|| format!("‘{name}’ is geen bekende plaats. {mend}"))
    }
}

/// A term, as it stands in a place or everywhere.
#[derive(Args)]
pub(super) struct NamedHere {
    #[command(flatten)]
    pub named: Named,
    #[command(flatten)]
    pub here: Here,
}

impl Named {
    /// Prints the term with `print`; tells which term is near when there is none of this name.
    pub fn print(&self, here: &Here, common: &Common, print: impl Fn(Entry<'_>, &Publication)) -> ExitCode {
        let publication = match common.publication(None) {
            Ok(publication) => publication,
            Err(code) => return code,
        };
        let Some(entry) = self.find(&publication) else { return self.unknown(&publication) };
        match here.find(&publication) {
            Ok(place) => print(publication.in_place(entry, place), &publication),
            Err(why) => return could_not_run(&why),
        }
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
