//! A change as JSON, for other programs.

use serde_json::{Value, json};

use crate::change::term::VerdictChange;
use crate::change::{Ask, Changes, Effect, Elsewhere, KeyChange, MeaningChange, TermChange, TermFate};
use crate::divergence::{Marked, Segment, Side};
use crate::model::{ConceptId, Keyed, PlaceId};

/// The report: `{terms, elsewhere, missing}`; keys in camelCase, sentences in Dutch and English.
#[must_use]
pub fn json(changes: &Changes) -> Value {
    json!({
        "terms": changes.terms.iter().map(term).collect::<Vec<_>>(),
        "elsewhere": changes.elsewhere.iter().map(elsewhere).collect::<Vec<_>>(),
        "missing": changes.missing().count(),
    })
}

fn term(term: &TermChange) -> Value {
    let was = match &term.fate {
        TermFate::Renamed(from) => Some(from.as_str()),
        _ => None,
    };
    json!({
        "id": term.id.as_str(),
        "label": term.label,
        "fate": term.fate.words().0,
        "was": was,
        "keys": term.keys.iter().map(key).collect::<Vec<_>>(),
        "meanings": term.meanings.iter().map(meaning).collect::<Vec<_>>(),
        "verdicts": term.verdicts.iter().map(verdict).collect::<Vec<_>>(),
        "effects": term.effects.iter().map(effect).collect::<Vec<_>>(),
        "asks": term.asks.iter().map(ask).collect::<Vec<_>>(),
    })
}

fn meaning(meaning: &MeaningChange) -> Value {
    let definition = meaning.definition.as_ref().map(|text| {
        json!({ "reading": text.reading.key(), "before": segments(&text.before), "after": segments(&text.after) })
    });
    let facets = meaning.facets.iter().map(|facet| {
        json!({ "key": facet.key, "label": facet.name.0, "labelEnglish": facet.name.1, "before": facet.before, "after": facet.after })
    });
    json!({
        "concept": meaning.concept.as_str(),
        "domain": meaning.domain.as_str(),
        "place": meaning.place.as_ref().map(PlaceId::as_str),
        "name": meaning.name.0,
        "nameEnglish": meaning.name.1,
        "fate": meaning.fate.key(),
        "definition": definition,
        "facets": facets.collect::<Vec<_>>(),
        "keys": meaning.keys.iter().map(key).collect::<Vec<_>>(),
        "inheritedBy": meaning.inherited_by.iter().map(|(dutch, _)| dutch).collect::<Vec<_>>(),
    })
}

fn verdict(verdict: &VerdictChange) -> Value {
    json!({
        "between": verdict.between.iter().map(ConceptId::as_str).collect::<Vec<_>>(),
        "place": verdict.place.as_ref().map(PlaceId::as_str),
        "fate": verdict.fate.key(),
        "keys": verdict.keys.iter().map(key).collect::<Vec<_>>(),
    })
}

fn effect(effect: &Effect) -> Value {
    let side = |side: &Side| {
        json!({
            "domain": side.domain.as_str(),
            "concept": side.concept.as_ref().map(ConceptId::as_str),
            "place": side.place.as_ref().map(PlaceId::as_str),
        })
    };
    json!({
        "kind": effect.kind.key(),
        "between": effect.between.iter().map(side).collect::<Vec<_>>(),
        "facet": effect.facet,
        "sentence": effect.sentence.dutch,
        "sentenceEnglish": effect.sentence.english,
    })
}

fn ask(ask: &Ask) -> Value {
    json!({
        "domain": ask.domain.as_str(),
        "about": ask.about.dutch,
        "aboutEnglish": ask.about.english,
        "standing": ask.standing.key(),
    })
}

fn elsewhere(part: &Elsewhere) -> Value {
    json!({ "part": part.part.key, "added": part.added, "removed": part.removed, "changed": part.changed })
}

fn key(change: &KeyChange) -> Value {
    json!({ "key": change.key, "label": change.name.0, "labelEnglish": change.name.1, "before": change.before, "after": change.after })
}

fn segments(marked: &Marked) -> Vec<Value> {
    let piece = |segment: Segment<'_>| {
        let marks: Vec<&str> = segment.marks().map(Keyed::key).collect();
        json!({ "text": segment.text, "marks": marks, "ref": segment.number })
    };
    marked.segments().map(piece).collect()
}
