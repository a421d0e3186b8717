// SPDX-License-Identifier: EUPL-1.2
//! The two sides of a question about one term: domains, with what they mean by the word wherever they have it from, or
//! single meanings.

use crate::divergence::Pair;
use crate::http::problem::Problem;
use crate::model::Meant;
use crate::publication::Entry;

/// What lies between two sides.
pub(super) struct Between<'a> {
    /// What each side means by the word.
    pub sides: [Meant<'a>; 2],
    /// The pairs between them.
    pub pairs: Vec<&'a Pair>,
}

impl<'a> Between<'a> {
    /// What lies between the two that are named, with a comma between them; nothing when none are. A name is that of a
    /// domain before it is that of a meaning, unless nothing lies between them then.
    pub fn read(text: &str, entry: Entry<'a>) -> Result<Option<Self>, Problem> {
        if text.is_empty() {
            return Ok(None);
        }
        let names: Vec<&str> = text.split(',').map(str::trim).collect();
        let [first, second] = names.as_slice() else { return Err(unknown(entry)) };
        let (first, second) = (entry.named(first), entry.named(second));
        let all = first.iter().flat_map(|a| second.iter().map(|b| [a.clone(), b.clone()]));
        let found: Vec<Self> = all.map(|sides| Self { pairs: entry.pairs_between(sides.each_ref()), sides }).collect();
        let best = found.iter().position(|between| !between.pairs.is_empty()).unwrap_or(0);
        found.into_iter().nth(best).map(Some).ok_or_else(|| unknown(entry))
    }

    /// The meanings that both sides have, so that there is nothing to compare.
    pub fn shared(&self) -> Vec<&'a str> {
        let [a, b] = &self.sides;
        a.concepts.iter().filter(|concept| b.holds(&concept.id)).map(|concept| concept.id.as_str()).collect()
    }
}

fn unknown(entry: Entry<'_>) -> Problem {
    let own: Vec<&str> = entry.concepts().iter().map(|concept| concept.id.as_str()).collect();
    let own = own.join(", ");
    Problem::fault(
        "between",
        format!("Noem twee domeinen of betekenissen, zoals social,safety. Deze term kent: {own}."),
        format!("Name two domains or concepts, such as social,safety. This term knows: {own}."),
    )
}
