// SPDX-License-Identifier: EUPL-1.2
//! Relations between schemes as verdicts, where both concepts are meanings of one word.

use crate::exchange::skos::read::{MOST_OF_ONE, Reader};
use crate::exchange::skos::vocabulary::{MATCHES, short};
use crate::model::{Keyed, Relation, Verdict};

const TWO_WORDS: (&str, &str) = (
    "een relatie tussen betekenissen van twee verschillende woorden heeft hier geen plaats",
    "a relation between meanings of two different words has no place here",
);
const OUTSIDE: (&str, &str) = (
    "een relatie met een begrip dat niet in het bestand staat is overgeslagen",
    "a relation with a concept that is not in the file was left out",
);
const TWICE: (&str, &str) = (
    "over twee betekenissen zegt het bestand meer dan één relatie; de eerste telt",
    "of two meanings the file gives more than one relation; the first counts",
);
const REASON: (&str, &str) = (
    "van een relatie zegt het bestand niet waarom; schrijf zelf waarin de twee verschillen",
    "of a relation the file does not say why; write yourself in what the two differ",
);

/// Takes over the relations of a concept with concepts of other schemes.
pub(super) fn matches(reader: &mut Reader<'_>, node: &str) {
    let graph = reader.graph;
    let Some((place, id)) = reader.concepts.get(node).cloned() else { return };
    let label = reader.terms[place].term.label.clone();
    for (predicate, key) in MATCHES {
        for other in graph.nodes(node, &[predicate]).take(MOST_OF_ONE) {
            let told = format!("{label} ({} {other})", short(predicate));
            let Some((target, second)) = reader.concepts.get(other).cloned() else {
                reader.losses.tell(OUTSIDE, told);
                continue;
            };
            if target != place || second == id {
                reader.losses.tell(TWO_WORDS, told);
                continue;
            }
            let Some(relation) = Relation::from_key(key) else { continue };
            let Some(degree) = relation.degree() else { continue };
            let standing = reader.terms[place].term.verdict(&id, &second);
            if let Some(standing) = standing {
                let said = if standing.between[0] == id { standing.relation } else { standing.relation.mirrored() };
                if said != relation {
                    reader.losses.tell(TWICE, told);
                }
                continue;
            }
            reader.losses.tell(REASON, label.as_str());
            let why = format!("Zo staat het in het bestand dat is ingevoerd: {}.", short(predicate));
            let mut pair = [id.as_str(), second.as_str()];
            pair.sort_unstable();
            let offered = &mut reader.terms[place];
            offered.assumed.extend(["status", "why", "degree"].map(|key| format!("verdicts.{}.{key}", pair.join("+"))));
            let bare = Verdict::bare([id.clone(), second], relation, degree);
            offered.term.verdicts.push(Verdict { why, ..bare });
        }
    }
}
