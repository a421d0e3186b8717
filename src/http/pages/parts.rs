//! Parts that several pages show.

use std::borrow::Cow;

use crate::divergence::{Basis, Pair};
use crate::language::capital;
use crate::model::{Degree, Keyed, Relation, VerdictStatus};
use crate::publication::Publication;

/// What stands on every page.
pub(super) struct Frame<'a> {
    pub caveat: Option<&'a str>,
    pub licence: &'a str,
    pub revision: &'a str,
}

impl<'a> Frame<'a> {
    pub fn new(publication: &'a Publication) -> Self {
        let about = &publication.glossary.about;
        Self { caveat: about.caveat.as_deref(), licence: &about.licence, revision: &publication.revision }
    }
}

/// A link to a term.
pub(super) struct Link<'a> {
    pub id: &'a str,
    pub label: &'a str,
}

impl<'a> Link<'a> {
    pub fn to(publication: &'a Publication, place: usize) -> Self {
        let term = publication.entry_at(place).term;
        Self { id: term.id.as_str(), label: &term.label }
    }
}

/// How two meanings relate: a sign, words, a sentence, and who says so.
pub(super) struct Badge<'a> {
    pub sign: &'static str,
    pub class: &'static str,
    pub words: Cow<'static, str>,
    pub sentence: &'a str,
    /// Who says so, in a sentence.
    pub basis: Cow<'static, str>,
    /// The same in a few words.
    pub short_basis: Cow<'static, str>,
    /// What the texts of now say by themselves, where they changed after they were judged.
    pub fresh: Option<&'a str>,
}

impl<'a> Badge<'a> {
    const RETIRED: Self = Self {
        sign: "×",
        class: "retired",
        words: Cow::Borrowed("Vervallen"),
        sentence: "Een van deze betekenissen is vervallen. Wat hier staat, geldt niet meer.",
        basis: Cow::Borrowed("Kijk bij elk domein wat het nu bedoelt."),
        short_basis: Cow::Borrowed("geldt niet meer"),
        fresh: None,
    };

    /// Says of a pair that is no longer in use only that.
    pub fn new(pair: &'a Pair) -> Self {
        if pair.retired {
            return Self::RETIRED;
        }
        let (sign, class) = sign(pair.relation, pair.degree);
        Self {
            sign,
            class,
            words: words(pair),
            sentence: &pair.sentence.dutch,
            basis: basis(pair),
            short_basis: short_basis(pair),
            fresh: pair.is_outdated().then_some(&pair.computed.sentence.dutch),
        }
    }
}

/// The relation in words, and whether it still counts or only follows from others.
fn words(pair: &Pair) -> Cow<'static, str> {
    let words = match pair.relation {
        Relation::Broader | Relation::Narrower => "Niet even ruim".to_owned(),
        relation => capital(relation.dutch()),
    };
    match pair.basis {
        _ if pair.is_outdated() => format!("{words} (verouderd)").into(),
        Basis::Derived => format!("{words} (afgeleid)").into(),
        _ => words.into(),
    }
}

/// A sign that tells without colour, and the name of the style.
fn sign(relation: Relation, degree: Option<Degree>) -> (&'static str, &'static str) {
    match (relation, degree) {
        (Relation::OneSided, _) => ("◐", "one-sided"),
        (_, Some(Degree::Conflicting)) => ("≠", "degree-3"),
        (_, Some(Degree::Substantial)) => ("±", "degree-2"),
        (_, Some(Degree::Nuance)) => ("≈", "degree-1"),
        (_, Some(Degree::Same)) => ("=", "degree-0"),
        (_, None) => ("?", "unclear"),
    }
}

/// Who says so, and how far that has come.
fn basis(pair: &Pair) -> Cow<'static, str> {
    match (pair.basis, pair.standing()) {
        _ if pair.is_outdated() => {
            "Verouderd oordeel van de redactie: over de nieuwe omschrijvingen oordeelde nog niemand.".into()
        }
        (Basis::Derived, Some(VerdictStatus::Confirmed)) => {
            "Afgeleid uit oordelen van de redactie, die de domeinen hebben bevestigd.".into()
        }
        (Basis::Derived, Some(VerdictStatus::Draft)) => {
            "Afgeleid uit oordelen van de redactie. Die zijn een concept: de domeinen hebben ze nog niet bevestigd."
                .into()
        }
        (_, Some(VerdictStatus::Confirmed)) => "Oordeel van de redactie, bevestigd door beide domeinen.".into(),
        (_, Some(VerdictStatus::Draft)) => {
            "Oordeel van de redactie. Dit is een concept: de domeinen hebben het nog niet bevestigd.".into()
        }
        (_, None) => format!("{}.", capital(pair.basis.dutch())).into(),
    }
}

/// The same in a few words.
fn short_basis(pair: &Pair) -> Cow<'static, str> {
    match pair.standing() {
        Some(_) if pair.is_outdated() => format!("{}, verouderd", pair.basis.dutch()).into(),
        Some(status) => format!("{}, {}", pair.basis.dutch(), status.dutch()).into(),
        None => pair.basis.dutch().into(),
    }
}
