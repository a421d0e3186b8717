// SPDX-License-Identifier: EUPL-1.2
//! What happened to a meaning: reworded or changed in content, facet by facet, and who inherits it.

use std::collections::BTreeMap;

use crate::change::Revision;
use crate::change::keys::{self, KeyChange, OF_CONCEPT, compared};
use crate::divergence::{Marked, Meaning, compare};
use crate::model::{Concept, ConceptId, Domain, DomainId, Keyed, LocalTerm, PlaceId, Relation, Term, Values, Verdict};

/// A meaning that is not what it was.
#[derive(Debug, Clone, PartialEq)]
pub struct MeaningChange {
    /// The meaning.
    pub concept: ConceptId,
    /// Its domain.
    pub domain: DomainId,
    /// The one place where it holds; nothing where it holds everywhere.
    pub place: Option<PlaceId>,
    /// What it is called: its domain, and what tells it apart.
    pub name: (String, String),
    /// What happened to it.
    pub fate: Fate,
    /// Its definition, if that changed.
    pub definition: Option<TextChange>,
    /// Facets and controlled values that changed: the key, its names, what it said and what it says.
    pub facets: Vec<FacetChange>,
    /// What else changed.
    pub keys: Vec<KeyChange>,
    /// Domains without a meaning of their own, which mean this by the word, in Dutch and English.
    pub inherited_by: Vec<(String, String)>,
}

impl MeaningChange {
    /// Whether what it says changed, and not only what is told about it.
    #[must_use]
    pub fn is_of_content(&self) -> bool {
        self.fate != Fate::Changed || self.definition.is_some() || !self.facets.is_empty()
    }
}

/// What happened to a meaning as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is new.
    Added,
    /// It is gone from the file.
    Removed,
    /// Its domain no longer uses it.
    Retired,
    /// Its domain uses it again.
    Revived,
    /// It says something else, or something else is told about it.
    Changed,
}

impl Keyed for Fate {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Added, "added", "nieuw", "new"),
        (Self::Removed, "removed", "weggehaald", "removed"),
        (Self::Retired, "retired", "vervallen", "withdrawn"),
        (Self::Revived, "revived", "weer in gebruik", "in use again"),
        (Self::Changed, "changed", "gewijzigd", "changed"),
    ];
}

/// A definition before and after, each with what is only there marked.
#[derive(Debug, Clone, PartialEq)]
pub struct TextChange {
    /// The former text.
    pub before: Marked,
    /// The text of now.
    pub after: Marked,
    /// What the comparison makes of the two.
    pub reading: Reading,
}

/// What a comparison makes of a text and the one that stood there before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// They say the same.
    Reworded,
    /// They say nearly the same.
    Nuance,
    /// They say something else.
    Content,
    /// The words do not tell; a person must read both.
    Unclear,
}

impl Keyed for Reading {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Reworded, "reworded", "anders gezegd, zelfde inhoud", "reworded, same content"),
        (Self::Nuance, "nuance", "bijna dezelfde inhoud", "nearly the same content"),
        (Self::Content, "content", "andere inhoud", "changed in content"),
        (Self::Unclear, "unclear", "aan de woorden niet te zien: lees beide", "the words do not tell: read both"),
    ];
}

/// A facet or controlled value that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetChange {
    /// Its key.
    pub key: String,
    /// Its names in Dutch and English.
    pub name: (String, String),
    /// What it said.
    pub before: String,
    /// What it says now.
    pub after: String,
}

/// A term as it holds in one place, or everywhere.
#[derive(Clone, Copy)]
pub(super) struct Layer<'a> {
    pub revision: Revision<'a>,
    pub term: &'a Term,
    pub local: Option<(&'a PlaceId, &'a LocalTerm)>,
}

impl<'a> Layer<'a> {
    /// The meanings that stand in this layer itself.
    pub fn concepts(&self) -> &'a [Concept] {
        self.local.map_or(&self.term.concepts, |(_, local)| &local.concepts)
    }

    /// The verdicts that stand in this layer itself.
    pub fn verdicts(&self) -> &'a [Verdict] {
        self.local.map_or(&self.term.verdicts, |(_, local)| &local.verdicts)
    }

    /// A meaning of this layer, or one that holds everywhere.
    pub fn concept(&self, id: &ConceptId) -> Option<&'a Concept> {
        self.concepts().iter().chain(&self.term.concepts).find(|concept| &concept.id == id)
    }

    /// What a meaning is called in Dutch and in English: its domain, and what tells it apart.
    pub fn name(&self, concept: &Concept) -> (String, String) {
        let glossary = self.revision.glossary;
        let place = self.local.and_then(|(place, _)| glossary.place(place));
        let english = glossary.domain(&concept.domain).map_or(concept.domain.as_str(), |domain| &domain.english);
        let named = |domain: &str| {
            let name = self.term.side_name(domain, Some(&concept.id));
            place.map_or(name.clone(), |place| format!("{name} in {}", place.label))
        };
        (named(glossary.domain_label(&concept.domain)), named(english))
    }

    /// Domains without a meaning of their own that mean this one.
    fn heirs(&self, concept: &Concept) -> Vec<(String, String)> {
        let glossary = self.revision.glossary;
        let local = self.local.map(|(_, local)| local);
        let inherits = |domain: &&Domain| {
            let meant = glossary.meant_by(&domain.id, self.term, local);
            domain.id != concept.domain
                && meant.is_some_and(|meant| meant.concepts.iter().any(|other| std::ptr::eq(*other, concept)))
        };
        let heirs = glossary.domains.iter().filter(inherits);
        heirs.map(|domain| (domain.label.clone(), domain.english.clone())).collect()
    }
}

/// What happened to the meanings of a layer; either side may lack it.
pub(super) fn changes<'a>(base: Option<Layer<'a>>, head: Option<Layer<'a>>) -> Vec<MeaningChange> {
    let concepts = |layer: Option<Layer<'a>>| layer.map_or(&[][..], |layer| layer.concepts());
    let (before, after) = (concepts(base), concepts(head));
    let was = |id: &ConceptId| before.iter().find(|concept| &concept.id == id);
    let mut changes = Vec::new();
    if let Some(head) = head {
        changes.extend(after.iter().filter_map(|concept| change(was(&concept.id), concept, head)));
    }
    if let Some(base) = base {
        let is_gone = |concept: &&Concept| !after.iter().any(|other| other.id == concept.id);
        changes.extend(before.iter().filter(is_gone).map(|concept| whole(concept, Fate::Removed, base)));
    }
    changes
}

/// A meaning of which nothing but its being there or not is told.
fn whole(concept: &Concept, fate: Fate, layer: Layer<'_>) -> MeaningChange {
    MeaningChange {
        concept: concept.id.clone(),
        domain: concept.domain.clone(),
        place: layer.local.map(|(place, _)| place.clone()),
        name: layer.name(concept),
        fate,
        definition: None,
        facets: Vec::new(),
        keys: Vec::new(),
        inherited_by: layer.heirs(concept),
    }
}

/// What happened to a meaning that is there now, if anything.
fn change(before: Option<&Concept>, after: &Concept, head: Layer<'_>) -> Option<MeaningChange> {
    let Some(before) = before else { return Some(whole(after, Fate::Added, head)) };
    if before == after {
        return None;
    }
    let fate = match (before.is_retired(), after.is_retired()) {
        (false, true) => Fate::Retired,
        (true, false) => Fate::Revived,
        _ => Fate::Changed,
    };
    let definition = (before.definition != after.definition).then(|| text_change(before, after, head));
    let facets = facet_changes(before, after, head);
    let keys = keys::changed(OF_CONCEPT, before, after);
    Some(MeaningChange { definition, facets, keys, ..whole(after, fate, head) })
}

fn text_change(before: &Concept, after: &Concept, head: Layer<'_>) -> TextChange {
    let (none, values) = (BTreeMap::new(), Values::default());
    let side = |concept| Meaning { definition: concept, facets: &none, values: &values };
    let (old, new) = (side(before.definition.as_str()), side(after.definition.as_str()));
    let compared = compare(&old, &new, &head.term.label, &head.revision.yardstick());
    let reading = match compared.relation {
        Relation::Same => Reading::Reworded,
        Relation::Nuance => Reading::Nuance,
        Relation::Unclear => Reading::Unclear,
        _ => Reading::Content,
    };
    TextChange { before: compared.segments_a, after: compared.segments_b, reading }
}

fn facet_changes(before: &Concept, after: &Concept, head: Layer<'_>) -> Vec<FacetChange> {
    let (before, after) = (compared(before, head.revision.glossary), compared(after, head.revision.glossary));
    let said = |side: &[(String, (String, String), String)], key: &str| {
        side.iter().find(|(other, _, _)| other == key).map(|(_, _, text)| text.clone()).unwrap_or_default()
    };
    let mut changes: Vec<FacetChange> = Vec::new();
    for (key, name, _) in before.iter().chain(&after) {
        let (was, is) = (said(&before, key), said(&after, key));
        if was != is && !changes.iter().any(|change| &change.key == key) {
            changes.push(FacetChange { key: key.clone(), name: name.clone(), before: was, after: is });
        }
    }
    changes
}
