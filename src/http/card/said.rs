// SPDX-License-Identifier: EUPL-1.2
//! A pair in a few words, in two languages: the relation, who says so, and what is shared.

use std::borrow::Cow;

use crate::divergence::{Basis, Pair};
use crate::http::lang::Lang;
use crate::language::capital;
use crate::model::Relation;

/// The relation in a word or two; broader and narrower without saying from which side one looks.
pub(super) fn relation(relation: Relation, pair: Option<&Pair>, lang: Lang) -> Cow<'static, str> {
    let words = match relation {
        Relation::Broader | Relation::Narrower => lang.say("niet even ruim", "not equally broad"),
        relation => lang.of_key(relation),
    };
    let words = capital(words);
    match pair {
        Some(pair) if pair.is_outdated() => format!("{words} ({})", lang.say("verouderd", "outdated")).into(),
        _ => words.into(),
    }
}

/// Who says so, and how far that has come.
pub(in crate::http) fn basis(pair: Option<&Pair>, lang: Lang) -> Cow<'static, str> {
    let Some(pair) = pair else { return lang.say("nog niet beoordeeld", "not judged yet").into() };
    let words = lang.of_key(pair.basis);
    match pair.standing() {
        Some(_) if pair.is_outdated() => format!("{words} ({})", lang.say("verouderd", "outdated")).into(),
        Some(status) => format!("{words} ({})", lang.of_key(status)).into(),
        None => words.into(),
    }
}

/// What both sides share, as far as their words tell.
pub(super) fn shared(pair: &Pair, lang: Lang) -> Cow<'static, str> {
    if !pair.shared.is_empty() {
        return pair.shared.iter().map(|words| format!("‘{words}’")).collect::<Vec<_>>().join(", ").into();
    }
    match pair.relation {
        Relation::OneSided => "".into(),
        Relation::Same if pair.basis == Basis::Editors && !pair.is_outdated() => {
            lang.say("Ze zeggen hetzelfde in andere woorden.", "They say the same in other words.").into()
        }
        _ => lang
            .say(
                "Aan de woorden is geen gedeelde kern te zien. Zoek die samen.",
                "The words show no shared core. Look for it together.",
            )
            .into(),
    }
}
