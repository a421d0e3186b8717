// SPDX-License-Identifier: EUPL-1.2
//! What to write instead of what is not known.

use std::collections::BTreeSet;

use crate::divergence::Sentence;
use crate::http::params::Param;
use crate::http::problem::Fault;
use crate::language::nearest;

/// A fault for every name that the table does not know, each once.
pub(in crate::http::params) fn unknown<'a>(
    names: impl Iterator<Item = &'a str>,
    known: impl Iterator<Item = &'static Param>,
) -> Vec<Fault> {
    let known: Vec<&str> = known.map(|param| param.name).collect();
    let strange: BTreeSet<&str> = names.filter(|name| !known.contains(name)).collect();
    let fault = |name: &str| {
        let mend = way_on(name, &known).unwrap_or_else(no_values);
        Fault::new(
            name,
            format!("Dit gegeven is hier onbekend. {}", mend.dutch),
            format!("This is unknown here. {}", mend.english),
        )
    };
    strange.into_iter().map(fault).collect()
}

/// What to write instead of an unknown word: the known one that comes near, else a choice of all.
pub(in crate::http) fn way_on(word: &str, known: &[impl AsRef<str>]) -> Option<Sentence> {
    known.first()?;
    Some(match nearest(word, known.iter().map(AsRef::as_ref)) {
        Some(near) => Sentence::new(format!("Bedoelt u ‘{near}’?"), format!("Do you mean ‘{near}’?")),
        None => choice_of(known),
    })
}

/// The known ones, to choose from.
pub(in crate::http::params) fn choice_of(known: &[impl AsRef<str>]) -> Sentence {
    let known = known.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ");
    Sentence::new(format!("Kies uit: {known}."), format!("Choose from: {known}."))
}

/// That there is nothing to choose from.
pub(in crate::http::params) fn no_values() -> Sentence {
    Sentence::new("Er zijn hiervoor nog geen waarden.", "There are no values for this yet.")
}

/// A value that is not known.
pub(in crate::http::params) fn unknown_value(name: &str, mend: &Sentence) -> Fault {
    let dutch = format!("Deze waarde is onbekend. {}", mend.dutch);
    Fault::new(name, dutch, format!("This value is unknown. {}", mend.english))
}
