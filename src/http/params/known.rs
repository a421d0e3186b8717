// SPDX-License-Identifier: EUPL-1.2
//! The values that a parameter may have: those that the glossary knows, and those of closed lists.

use crate::http::lang::Lang;
use crate::model::{Keyed, Model};
use crate::publication::Publication;

/// The codes of the languages in which we speak.
pub(in crate::http) fn languages(_: &Publication) -> Vec<String> {
    Lang::ALL.iter().map(|row| row.1.to_owned()).collect()
}

/// The identifiers of all places.
pub(in crate::http) fn places(publication: &Publication) -> Vec<String> {
    publication.glossary.places.iter().map(|place| place.id.to_string()).collect()
}

/// The identifiers of all domains.
pub(in crate::http) fn domains(publication: &Publication) -> Vec<String> {
    publication.glossary.domains.iter().map(|domain| domain.id.to_string()).collect()
}

/// Every two domains, in either order.
pub(in crate::http) fn pairs(publication: &Publication) -> Vec<String> {
    let domains = domains(publication);
    let with_others = |first: &String| {
        let others = domains.iter().filter(|other| *other != first);
        others.map(|other| format!("{first},{other}")).collect::<Vec<_>>()
    };
    domains.iter().flat_map(with_others).collect()
}

/// Every phase as model/phase.
pub(in crate::http) fn phases(publication: &Publication) -> Vec<String> {
    let of_model =
        |model: &Model| model.phases.iter().map(|phase| format!("{}/{}", model.id, phase.id)).collect::<Vec<_>>();
    publication.glossary.models.iter().flat_map(of_model).collect()
}

/// The keys of a closed list.
pub(in crate::http) fn keys<K: Keyed>(_: &Publication) -> Vec<String> {
    K::ALL.iter().map(|row| row.1.to_owned()).collect()
}
