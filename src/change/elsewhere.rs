// SPDX-License-Identifier: EUPL-1.2
//! What changed beside the terms: domains, facets, models, actors, sources, places and word lists, by name.

use crate::language::Lexicon;
use crate::model::{Glossary, Place};

/// What changed in a part of the glossary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// The part.
    pub part: Part,
    /// What is new.
    pub added: Vec<String>,
    /// What is gone.
    pub removed: Vec<String>,
    /// What says something else.
    pub changed: Vec<String>,
}

/// A part of a glossary beside its terms, with its names in Dutch and English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The key.
    pub key: &'static str,
    /// The Dutch name.
    pub dutch: &'static str,
    /// The English name.
    pub english: &'static str,
}

const fn part(key: &'static str, dutch: &'static str, english: &'static str) -> Part {
    Part { key, dutch, english }
}

const ABOUT: Part = part("about", "de woordenlijst zelf", "the glossary itself");
const DOMAINS: Part = part("domains", "domeinen", "domains");
const FACETS: Part = part("facets", "onderdelen", "facets");
const MODELS: Part = part("models", "fasenmodellen", "phase models");
const ACTORS: Part = part("actors", "organisaties en rollen", "organisations and roles");
const SOURCES: Part = part("sources", "bronnen", "sources");
const LEGAL: Part = part("legal_frames", "wetten en afspraken", "laws and agreements");
const PLACES: Part = part("places", "plaatsen", "places");
const WORDS: Part = part("lexicon", "woordenlijsten voor het vergelijken", "word lists for comparing");

/// What changed beside the terms.
pub(super) fn changes(base: (&Glossary, &Lexicon), head: (&Glossary, &Lexicon)) -> Vec<Elsewhere> {
    let ((was, old_words), (is, new_words)) = (base, head);
    let itself = |place: &Place| Place { terms: Vec::new(), ..place.clone() };
    let places = |glossary: &Glossary| glossary.places.iter().map(itself).collect::<Vec<_>>();
    let parts = [
        whole(ABOUT, &was.about, &is.about),
        of(DOMAINS, &was.domains, &is.domains, |domain| domain.id.to_string()),
        of(FACETS, &was.facets, &is.facets, |facet| facet.id.to_string()),
        of(MODELS, &was.models, &is.models, |model| model.id.to_string()),
        of(ACTORS, &was.actors, &is.actors, |actor| actor.id.to_string()),
        of(SOURCES, &was.sources, &is.sources, |source| source.id.to_string()),
        of(LEGAL, &was.legal_frames, &is.legal_frames, |frame| frame.id.to_string()),
        of(PLACES, &places(was), &places(is), |place| place.id.to_string()),
        whole(WORDS, old_words, new_words),
    ];
    parts.into_iter().flatten().collect()
}

/// A part that has no things of its own.
fn whole<T: PartialEq>(part: Part, before: &T, after: &T) -> Option<Elsewhere> {
    let unnamed = || Elsewhere { part, added: Vec::new(), removed: Vec::new(), changed: Vec::new() };
    (before != after).then(unnamed)
}

/// What changed in a list of things that are known by an identifier.
fn of<T: PartialEq>(part: Part, before: &[T], after: &[T], id: fn(&T) -> String) -> Option<Elsewhere> {
    if before == after {
        return None;
    }
    let find = |list: &[T], wanted: &T| list.iter().position(|thing| id(thing) == id(wanted));
    let ids = |list: &[T], is_told: &dyn Fn(&T) -> bool| list.iter().filter(|thing| is_told(thing)).map(id).collect();
    Some(Elsewhere {
        part,
        added: ids(after, &|thing| find(before, thing).is_none()),
        removed: ids(before, &|thing| find(after, thing).is_none()),
        changed: ids(after, &|thing| find(before, thing).is_some_and(|place| before[place] != *thing)),
    })
}
