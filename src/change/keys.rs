// SPDX-License-Identifier: EUPL-1.2
//! What a table of a glossary says beside what is compared, key by key, as text that people can lay side by side.

use crate::model::{Age, AltLabel, Concept, FacetId, Glossary, Keyed, Signature, Term, Verdict};

/// A key whose content changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyChange {
    /// The key as it is written in the file.
    pub key: &'static str,
    /// What it is called in Dutch and in English.
    pub name: (&'static str, &'static str),
    /// What it said; empty when it said nothing.
    pub before: String,
    /// What it says now.
    pub after: String,
}

/// A key with its names and how its content reads.
pub(super) struct Key<T> {
    written: &'static str,
    name: (&'static str, &'static str),
    text: fn(&T) -> String,
}

const fn key<T>(key: &'static str, name: (&'static str, &'static str), text: fn(&T) -> String) -> Key<T> {
    Key { written: key, name, text }
}

/// The keys of a list whose content differs between two.
pub(super) fn changed<T>(keys: &[Key<T>], before: &T, after: &T) -> Vec<KeyChange> {
    let change = |key: &Key<T>| {
        let (before, after) = ((key.text)(before), (key.text)(after));
        (before != after).then_some(KeyChange { key: key.written, name: key.name, before, after })
    };
    keys.iter().filter_map(change).collect()
}

/// What a term says of itself.
pub(super) const OF_TERM: &[Key<Term>] = &[
    key("label", ("het woord", "the word"), |term| term.label.clone()),
    key("alt_labels", ("andere woorden", "other words"), |term| joined(term.alt_labels.iter().map(other_word))),
    key("hidden_labels", ("zoekwoorden", "search words"), |term| term.hidden_labels.join("; ")),
    key("english", ("Engels", "English"), |term| term.english.clone().unwrap_or_default()),
    key("english_note", ("opmerking bij het Engels", "note on the English"), |term| {
        term.english_note.clone().unwrap_or_default()
    }),
    key("phases", ("fasen", "phases"), |term| {
        joined(term.phases.iter().map(|phase| format!("{}/{}", phase.model, phase.phase)))
    }),
    key("broader", ("ruimere woorden", "broader words"), |term| term.broader.join("; ")),
    key("narrower", ("smallere woorden", "narrower words"), |term| term.narrower.join("; ")),
    key("related", ("verwante woorden", "related words"), |term| term.related.join("; ")),
    key("unused_by", ("niet gebruikt door", "not used by"), |term| joined(&term.unused_by)),
    key("replaced_by", ("vervangen door", "replaced by"), |term| joined(&term.replaced_by)),
    key("note", ("opmerking", "note"), |term| term.note.clone().unwrap_or_default()),
    key("sources", ("bronnen", "sources"), |term| joined(&term.sources)),
];

/// What a meaning says beside its definition, facets and controlled values.
pub(super) const OF_CONCEPT: &[Key<Concept>] = &[
    key("domain", ("domein", "domain"), |concept| concept.domain.to_string()),
    key("label", ("naam", "name"), |concept| concept.label.clone().unwrap_or_default()),
    key("explanation", ("uitleg", "explanation"), |concept| concept.explanation.clone()),
    key("note", ("opmerking", "note"), |concept| concept.note.clone().unwrap_or_default()),
    key("examples", ("voorbeelden", "examples"), |concept| concept.examples.join("; ")),
    key("counter_examples", ("tegenvoorbeelden", "counter-examples"), |concept| concept.counter_examples.join("; ")),
    key("kind", ("soort", "kind"), |concept| concept.kind.dutch().to_owned()),
    key("owner", ("van wie", "owners"), |concept| joined(&concept.owners)),
    key("sources", ("bronnen", "sources"), |concept| joined(&concept.sources)),
    key("status", ("status", "status"), |concept| concept.status.dutch().to_owned()),
    key("reviewed_on", ("nagekeken op", "reviewed on"), |concept| {
        concept.reviewed_on.map(|date| date.to_string()).unwrap_or_default()
    }),
    key("contact", ("contact", "contact"), |concept| concept.contact.clone().unwrap_or_default()),
];

/// What a verdict says.
pub(super) const OF_VERDICT: &[Key<Verdict>] = &[
    key("relation", ("verhouding", "relation"), |verdict| verdict.relation.dutch().to_owned()),
    key("degree", ("graad", "degree"), |verdict| format!("{} ({})", verdict.degree, verdict.degree.dutch())),
    key("why", ("waarom", "why"), |verdict| verdict.why.clone()),
    key("misunderstanding", ("misverstand", "misunderstanding"), |verdict| {
        verdict.misunderstanding.clone().unwrap_or_default()
    }),
    key("questions", ("vragen", "questions"), |verdict| verdict.questions.join(" ")),
    key("facets", ("onderdelen", "facets"), |verdict| {
        joined(verdict.facets.iter().map(|(facet, degree)| format!("{facet}: {degree}")))
    }),
    key("sources", ("bronnen", "sources"), |verdict| joined(&verdict.sources)),
    key("status", ("status", "status"), |verdict| verdict.status.dutch().to_owned()),
    key("signed", ("getekend", "signed"), |verdict| {
        let signature = |by: &Signature| format!("{}: {}, {}", by.domain, by.by, by.on);
        joined(verdict.signed.iter().map(signature))
    }),
    key("applies_to", ("vingerafdruk", "fingerprint"), |verdict| verdict.applies_to.clone().unwrap_or_default()),
];

/// The keys of a verdict that say what the editors judge, and not how far that has come.
pub(super) const JUDGEMENT: [&str; 6] = ["relation", "degree", "why", "misunderstanding", "questions", "facets"];

/// The controlled values of a meaning and its facets, each with a name and what it says.
pub(super) fn compared(concept: &Concept, glossary: &Glossary) -> Vec<(String, (String, String), String)> {
    let facet = |(id, phrase): (&FacetId, &String)| {
        let names = glossary.facet(id).map(|facet| (facet.label.clone(), facet.english.clone()));
        (id.to_string(), names.unwrap_or_else(|| (id.to_string(), id.to_string())), phrase.clone())
    };
    let values = &concept.values;
    let of_values: [(&str, (&str, &str), String); 6] = [
        ("roles", ("rollen", "roles"), joined(&values.roles)),
        ("coercion", ("dwang", "coercion"), values.coercion.map_or("", Keyed::dutch).to_owned()),
        ("consent", ("toestemming", "consent"), values.consent.map_or("", Keyed::dutch).to_owned()),
        ("within", ("binnen", "within"), values.within.as_ref().map(|within| within.text.clone()).unwrap_or_default()),
        ("age", ("leeftijd", "age"), values.age.map(ages).unwrap_or_default()),
        ("legal_basis", ("grondslag", "legal basis"), joined(&values.legal_basis)),
    ];
    let own = |(key, (dutch, english), text): (&str, (&str, &str), String)| {
        (format!("values.{key}"), (dutch.to_owned(), english.to_owned()), text)
    };
    let filled = of_values.into_iter().filter(|(_, _, text)| !text.is_empty()).map(own);
    concept.facets.iter().map(facet).chain(filled).collect()
}

fn ages(age: Age) -> String {
    let years = |year: Option<u8>| year.map_or_else(String::new, |year| year.to_string());
    format!("{}–{}", years(age.from), years(age.to))
}

fn other_word(label: &AltLabel) -> String {
    match &label.domain {
        Some(domain) => format!("{} ({domain})", label.text),
        None => label.text.clone(),
    }
}

fn joined<T: ToString>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().map(|item| item.to_string()).collect::<Vec<_>>().join("; ")
}
