// SPDX-License-Identifier: EUPL-1.2
//! The fields that can be named in a question: the filters by another name, in English and in Dutch.

use crate::divergence::Sentence;
use crate::language::{fold, nearest};
use crate::model::Glossary;
use crate::search::facet::{FACETS, Facet, Known, Shape};

/// The fewest letters that stand for the one value that begins with them.
const SHORTEST_BEGINNING: usize = 3;

/// What a filter is called in a question.
#[derive(Debug)]
pub struct FieldName {
    /// The key of the filter in [`FACETS`], which is its English name.
    pub facet: &'static str,
    /// Its Dutch name.
    pub dutch: &'static str,
}

/// Every field.
pub const FIELD_NAMES: &[FieldName] = &[
    FieldName { facet: "domain", dutch: "domein" },
    FieldName { facet: "phase", dutch: "fase" },
    FieldName { facet: "relation", dutch: "relatie" },
    FieldName { facet: "degree", dutch: "graad" },
    FieldName { facet: "differ", dutch: "verschilt" },
    FieldName { facet: "status", dutch: "status" },
];

/// The filter that a name stands for, capitals or not.
pub(super) fn facet_named(name: &str) -> Option<&'static Facet> {
    let is_it = |row: &&FieldName| [row.facet, row.dutch].iter().any(|known| known.eq_ignore_ascii_case(name));
    let key = FIELD_NAMES.iter().find(is_it)?.facet;
    FACETS.iter().find(|facet| facet.key == key)
}

/// The values that stand behind a field, or what is wrong with them.
pub(super) fn values_of(facet: &Facet, parts: &[String], glossary: &Glossary) -> Result<Vec<String>, Sentence> {
    match facet.shape {
        Shape::One => {
            let known = facet.known(glossary);
            let found: Result<Vec<String>, Sentence> = parts.iter().map(|part| value_of(part, &known)).collect();
            found.and_then(|found| if found.is_empty() { Err(choice_of(&known)) } else { Ok(found) })
        }
        Shape::Pair => {
            let known = FACETS.iter().find(|facet| facet.key == "domain").map(|facet| facet.known(glossary));
            let known = known.unwrap_or_default();
            let found: Vec<String> = parts.iter().map(|part| value_of(part, &known)).collect::<Result<_, _>>()?;
            facet.value(&found.join(","), glossary).map(|pair| vec![pair]).ok_or_else(|| {
                let choice = choice_of(&known);
                Sentence::new(
                    format!("Noem hier twee verschillende domeinen met een komma ertussen. {}", choice.dutch),
                    format!("Name two different domains here with a comma between them. {}", choice.english),
                )
            })
        }
    }
}

/// The value that is meant: by its key, by its Dutch name, or as the only one that begins so.
fn value_of(typed: &str, known: &[Known]) -> Result<String, Sentence> {
    let folded = fold(typed.trim());
    let names = |value: &Known| [fold(&value.key), fold(&value.label)];
    let own = |value: &&Known| names(value).contains(&folded) || value.key.rsplit('/').next() == Some(&folded);
    let begins = |value: &&Known| {
        folded.chars().count() >= SHORTEST_BEGINNING && names(value).iter().any(|name| name.starts_with(&folded))
    };
    let exactly: Vec<&Known> = known.iter().filter(own).collect();
    let found = if exactly.is_empty() { known.iter().filter(begins).collect() } else { exactly };
    match found.as_slice() {
        [one] => Ok(one.key.clone()),
        [] if folded.is_empty() => {
            let choice = choice_of(known);
            Err(Sentence::new(
                format!("Hier ontbreekt een waarde. {}", choice.dutch),
                format!("A value is missing here. {}", choice.english),
            ))
        }
        [] => {
            let names = known.iter().flat_map(|known| [known.key.as_str(), known.label.as_str()]);
            let [near, nearby] = nearest(typed, names).map_or_else(Default::default, |near| {
                [format!("Bedoelt u ‘{near}’? "), format!("Do you mean ‘{near}’? ")]
            });
            let choice = choice_of(known);
            Err(Sentence::new(
                format!("Deze waarde is onbekend. {near}{}", choice.dutch),
                format!("This value is unknown. {nearby}{}", choice.english),
            ))
        }
        many => {
            let keys = many.iter().map(|known| known.key.as_str()).collect::<Vec<_>>().join(", ");
            Err(Sentence::new(
                format!("Deze waarde kan meer betekenen. Kies uit: {keys}."),
                format!("This value can mean more than one thing. Choose from: {keys}."),
            ))
        }
    }
}

fn choice_of(known: &[Known]) -> Sentence {
    let keys = known.iter().map(|known| known.key.as_str()).collect::<Vec<_>>().join(", ");
    match known {
        [] => Sentence::new("Er zijn hiervoor nog geen waarden.", "There are no values for this yet."),
        _ => Sentence::new(format!("Kies uit: {keys}."), format!("Choose from: {keys}.")),
    }
}
