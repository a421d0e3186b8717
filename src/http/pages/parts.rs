//! Parts that several pages show.

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
    pub words: String,
    pub sentence: &'a str,
    /// Who says so, in a sentence.
    pub basis: String,
    /// The same in a few words.
    pub short_basis: String,
}

impl<'a> Badge<'a> {
    pub fn new(pair: &'a Pair) -> Self {
        let (sign, class) = sign(pair.relation, pair.degree);
        let words = match pair.relation {
            Relation::Broader | Relation::Narrower => "Niet even ruim".to_owned(),
            relation => capital(relation.dutch()),
        };
        Self { sign, class, words, sentence: &pair.sentence.dutch, basis: basis(pair), short_basis: short_basis(pair) }
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
fn basis(pair: &Pair) -> String {
    match (&pair.ruling, pair.basis) {
        (Some(ruling), _) if ruling.status == VerdictStatus::Confirmed && ruling.signed_by_both => {
            "Oordeel van de redactie, bevestigd door beide domeinen.".to_owned()
        }
        (Some(_), _) => {
            "Oordeel van de redactie. Dit is een concept: de domeinen hebben het nog niet bevestigd.".to_owned()
        }
        (None, Basis::Editors) => "Dit zegt de redactie. De domeinen hebben het nog niet bevestigd.".to_owned(),
        (None, Basis::Computed) => format!("{}.", capital(Basis::Computed.dutch())),
    }
}

fn short_basis(pair: &Pair) -> String {
    match &pair.ruling {
        Some(ruling) => format!("{}, {}", pair.basis.dutch(), ruling.status.dutch()),
        None => pair.basis.dutch().to_owned(),
    }
}

/// Names with commas and "en" between them.
pub(super) fn in_words(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} en {last}", most.join(", ")),
    }
}
