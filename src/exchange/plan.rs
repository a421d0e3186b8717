// SPDX-License-Identifier: EUPL-1.2
//! An offer laid beside a glossary: which files would be new, what would be filled, what clashes, and what `check` would say.

use std::collections::BTreeSet;

use crate::check;
use crate::diagnostic::Finding;
use crate::exchange::offer::folded;
use crate::exchange::{Losses, Offer, OfferedTerm};
use crate::model::{Date, Source, Term};
use crate::source::{
    Content, Difference, File, Files, Offered, OnClash, Outcome, from_files, merged, sources_text, term_text,
};

/// The register of sources.
const SOURCES: &str = "sources.toml";

/// What an import would do.
#[derive(Debug)]
pub struct Plan {
    /// The files, in the order of what was offered; the register of sources last.
    pub files: Vec<Planned>,
    /// What could not be taken along, or had to be assumed.
    pub losses: Losses,
    /// What `check` says of the glossary afterwards that it did not say before.
    pub findings: Vec<Finding>,
    /// The glossary as it would be.
    pub content: Content,
}

/// A file of a plan.
#[derive(Debug)]
pub struct Planned {
    /// The path in the glossary folder.
    pub path: String,
    /// The whole text that it would hold.
    pub text: String,
    /// What would become of it.
    pub fate: Fate,
    /// Where the offer says something that the file did not say.
    pub differences: Vec<Difference>,
}

/// What would become of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It would be made.
    New,
    /// It is there and would change.
    Changed,
    /// It is there and stays as it is.
    Same,
}

impl Plan {
    /// What a file keeps, though something else was offered.
    pub fn clashes(&self) -> impl Iterator<Item = (&Planned, &Difference)> {
        let all = self.files.iter().flat_map(|file| file.differences.iter().map(move |difference| (file, difference)));
        all.filter(|(_, difference)| difference.outcome == Outcome::Kept)
    }

    /// The files that would be written.
    pub fn to_write(&self) -> impl Iterator<Item = &Planned> {
        self.files.iter().filter(|file| file.fate != Fate::Same)
    }
}

/// What would happen to a glossary, and to what was found while reading it, when an offer is taken over. `today` is the day
/// against which dates are held.
#[must_use]
pub fn plan((content, found): (&Content, &[Finding]), offer: Offer, on_clash: OnClash, today: Date) -> Plan {
    let Offer { terms, sources, mut losses } = offer;
    let mut files: Vec<Planned> = Vec::new();
    for offered in terms {
        match planned(content, offered, on_clash) {
            Ok(file) => files.push(file),
            Err(path) => losses.tell(UNFIT, path),
        }
    }
    files.extend(register(content, &files, sources));
    let after = from_files(after(content, &files), Vec::new());
    let before: BTreeSet<_> = check::run(content, found.to_vec(), today).into_iter().map(essence).collect();
    let findings = check::run(&after.0, after.1, today);
    let findings = findings.into_iter().filter(|finding| !before.contains(&essence(finding.clone()))).collect();
    Plan { files, losses, findings, content: after.0 }
}

const UNFIT: (&str, &str) = (
    "dit bestand heeft fouten; herstel die eerst met ‘taalbrug check’",
    "this file has faults; mend them first with ‘taalbrug check’",
);

/// What makes a finding the same finding, also when lines moved.
fn essence(finding: Finding) -> (&'static str, String, String) {
    (finding.code, finding.place.file, finding.message)
}

/// The file of a term, or its path where it cannot be laid beside the offer.
fn planned(content: &Content, mut offered: OfferedTerm, on_clash: OnClash) -> Result<Planned, String> {
    let path = format!("terms/{}.toml", offered.term.id);
    let Some(own) = content.files.text(&path) else {
        let text = term_text(&offered.term);
        return Ok(Planned { path, text, fate: Fate::New, differences: Vec::new() });
    };
    if let Some(known) = content.glossary.term(&offered.term.id) {
        follow(known, &mut offered);
    }
    let text = term_text(&offered.term);
    let outcome = merged(&path, own, &Offered { text: &text, assumed: &offered.assumed }, on_clash);
    let Some(outcome) = outcome else { return Err(path) };
    let fate = if outcome.text == own { Fate::Same } else { Fate::Changed };
    Ok(Planned { path, text: outcome.text, fate, differences: outcome.differences })
}

/// Says the same as the offer in the way in which the glossary says it: capitals of the word, and the order of a pair.
fn follow(known: &Term, offered: &mut OfferedTerm) {
    if folded(&known.label) == folded(&offered.term.label) {
        offered.term.label.clone_from(&known.label);
    }
    for verdict in &mut offered.term.verdicts {
        let [first, second] = &verdict.between;
        if known.verdict(first, second).is_some_and(|own| &own.between[0] == second) {
            verdict.between.reverse();
            verdict.relation = verdict.relation.mirrored();
        }
    }
}

/// The register with the sources that the files cite, where that adds any.
fn register(content: &Content, files: &[Planned], sources: Vec<Source>) -> Option<Planned> {
    let is_cited = |source: &Source| {
        let quoted = format!("\"{}\"", source.id);
        files.iter().any(|file| file.fate != Fate::Same && file.text.contains(&quoted))
    };
    let added: Vec<Source> = sources.into_iter().filter(is_cited).collect();
    if added.is_empty() {
        return None;
    }
    let own = content.files.text(SOURCES);
    let text = sources_text(&added);
    let text = own.map_or_else(|| text.clone(), |own| format!("{}\n\n{text}", own.trim_end()));
    let fate = if own.is_some() { Fate::Changed } else { Fate::New };
    let difference = |source: &Source| Difference {
        way: format!("sources.{}", source.id),
        own: String::new(),
        offered: source.title.clone(),
        outcome: Outcome::Filled,
    };
    Some(Planned { path: SOURCES.to_owned(), text, fate, differences: added.iter().map(difference).collect() })
}

/// The files of the glossary with those of a plan in their places.
fn after(content: &Content, files: &[Planned]) -> Files {
    let written: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let kept = content.files.all().iter().filter(|file| !written.contains(file.path.as_str())).cloned();
    let new = files.iter().map(|file| File { path: file.path.clone(), text: file.text.clone() });
    Files::new(kept.chain(new).collect())
}
