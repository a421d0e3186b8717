// SPDX-License-Identifier: EUPL-1.2
//! What happened to each word: whether it is new, gone or renamed, what changed in it, what that does, who must agree.

use crate::change::Revision;
use crate::change::effect::{Effect, effects};
use crate::change::keys::{self, KeyChange, OF_TERM, OF_VERDICT};
use crate::change::meaning::{self, Layer, MeaningChange};
use crate::change::signature::{self, Ask};
use crate::divergence::Pair;
use crate::model::{Agreement, ConceptId, Keyed, LocalTerm, Place, PlaceId, Term, TermId, Verdict};

/// A word that is not what it was, or that feels the effect of what changed elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct TermChange {
    /// Its identifier; of one that is gone the former one.
    pub id: TermId,
    /// The word.
    pub label: String,
    /// What happened to it.
    pub fate: TermFate,
    /// What changed in what is told of the word itself.
    pub keys: Vec<KeyChange>,
    /// What happened to its meanings, also to those of places.
    pub meanings: Vec<MeaningChange>,
    /// The places that now say something else of it.
    pub places: Vec<PlaceId>,
    /// What happened to its verdicts: between which meanings, and what changed; empty for one that is new or gone.
    pub verdicts: Vec<VerdictChange>,
    /// What this does to the differences, what needs attention first.
    pub effects: Vec<Effect>,
    /// Who must agree.
    pub asks: Vec<Ask>,
}

/// What happened to a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TermFate {
    /// It is new.
    Added,
    /// It is gone.
    Withdrawn,
    /// It had this identifier.
    Renamed(TermId),
    /// Something in it changed.
    Changed,
    /// Nothing in it changed; changes elsewhere have an effect on it.
    Affected,
}

impl TermFate {
    /// The key in JSON, and the Dutch and English words.
    #[must_use]
    pub fn words(&self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Added => FATES[0],
            Self::Withdrawn => FATES[1],
            Self::Renamed(_) => FATES[2],
            Self::Changed => FATES[3],
            Self::Affected => FATES[4],
        }
    }

    /// The Dutch and English words of a key; of an unknown one nothing.
    #[must_use]
    pub fn words_of(key: &str) -> (&'static str, &'static str) {
        FATES.iter().find(|fate| fate.0 == key).map_or(("", ""), |fate| (fate.1, fate.2))
    }
}

/// The key of each fate, and its Dutch and English words.
const FATES: [(&str, &str, &str); 5] = [
    ("added", "nieuw", "new"),
    ("withdrawn", "weggehaald", "withdrawn"),
    ("renamed", "hernoemd", "renamed"),
    ("changed", "gewijzigd", "changed"),
    ("affected", "geraakt door een andere wijziging", "affected by another change"),
];

/// What happened to a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictChange {
    /// The two meanings it is about.
    pub between: [ConceptId; 2],
    /// The place whose verdict it is; nothing where it holds everywhere.
    pub place: Option<PlaceId>,
    /// What happened to it as a whole: new, removed or changed.
    pub fate: meaning::Fate,
    /// What changed in it.
    pub keys: Vec<KeyChange>,
}

/// What happened to the terms, in the order of their ids; last those that only feel the effect.
pub(super) fn changes(base: Revision<'_>, head: Revision<'_>) -> Vec<TermChange> {
    let gone = |term: &&Term| head.glossary.term(&term.id).is_none();
    let mut withdrawn: Vec<&Term> = base.glossary.terms.iter().filter(gone).collect();
    let mut changes = Vec::new();
    for term in &head.glossary.terms {
        let was = match base.glossary.term(&term.id) {
            Some(was) => Some(was),
            None => withdrawn.iter().position(|was| is_renamed(was, term)).map(|place| withdrawn.remove(place)),
        };
        let fate = match was {
            None => TermFate::Added,
            Some(was) if was.id != term.id => TermFate::Renamed(was.id.clone()),
            Some(_) => TermFate::Changed,
        };
        changes.extend(change(was.map(|was| (base, was)), Some((head, term)), fate));
    }
    changes.extend(withdrawn.into_iter().filter_map(|was| change(Some((base, was)), None, TermFate::Withdrawn)));
    changes.sort_by(|x, y| {
        let affected = |change: &TermChange| change.fate == TermFate::Affected;
        affected(x).cmp(&affected(y)).then_with(|| x.id.cmp(&y.id))
    });
    changes
}

/// Whether a term that is gone lives on under another id: the same word, or a meaning of the same text.
fn is_renamed(was: &Term, term: &Term) -> bool {
    let has_text = |text: &str| term.concepts.iter().any(|concept| concept.definition == text);
    was.label == term.label || was.concepts.iter().any(|concept| has_text(&concept.definition))
}

/// What a place agreed; the texts are filled in.
const AGREEMENTS: KeyChange = KeyChange {
    key: "agreements",
    name: ("afspraken van een plaats", "agreements of a place"),
    before: String::new(),
    after: String::new(),
};

/// A term in a revision.
type Stand<'a> = (Revision<'a>, &'a Term);

/// What happened to a term that is in one of the revisions or in both; nothing where nothing did.
fn change(base: Option<Stand<'_>>, head: Option<Stand<'_>>, fate: TermFate) -> Option<TermChange> {
    let (revision, term) = head.or(base)?;
    let mut change = TermChange {
        id: term.id.clone(),
        label: term.label.clone(),
        fate,
        keys: base.zip(head).map(|((_, was), (_, is))| keys::changed(OF_TERM, was, is)).unwrap_or_default(),
        meanings: Vec::new(),
        places: Vec::new(),
        verdicts: Vec::new(),
        effects: Vec::new(),
        asks: Vec::new(),
    };
    for place in places(base, head) {
        let [before, after] = [base, head].map(|stand| layer(stand?, place.as_ref()));
        let meanings = meaning::changes(before, after);
        let verdicts = verdicts(before, after);
        let [agreed, agree] = [before, after].map(|layer| layer.map(agreements).unwrap_or_default());
        let agreements = (agreed != agree).then_some(KeyChange { before: agreed, after: agree, ..AGREEMENTS });
        change.places.extend(place.filter(|_| !meanings.is_empty() || !verdicts.is_empty() || agreements.is_some()));
        change.keys.extend(agreements);
        change.asks.extend(signature::asks(before, after, &meanings));
        change.meanings.extend(meanings);
        change.verdicts.extend(verdicts);
        let [was, is] = [before, after].map(|layer| layer.map(|layer| pairs_of(&layer)).unwrap_or_default());
        change.effects.extend(effects(&was, &is, (term, revision)));
    }
    let untouched = change.keys.is_empty() && change.meanings.is_empty() && change.verdicts.is_empty();
    match change.fate {
        TermFate::Changed if untouched && change.effects.is_empty() => None,
        TermFate::Changed if untouched => Some(TermChange { fate: TermFate::Affected, ..change }),
        _ => Some(change),
    }
}

/// Everywhere, and then each place that says something of the term, by its id.
fn places(base: Option<Stand<'_>>, head: Option<Stand<'_>>) -> Vec<Option<PlaceId>> {
    let of_stand = |(revision, term): Stand<'_>| {
        revision.glossary.places_of(&term.id).map(|place| place.id.clone()).collect::<Vec<_>>()
    };
    let mut places: Vec<PlaceId> = base.into_iter().chain(head).flat_map(of_stand).collect();
    places.sort();
    places.dedup();
    std::iter::once(None).chain(places.into_iter().map(Some)).collect()
}

/// A term as it stands everywhere, or what one place says of it.
fn layer<'a>((revision, term): Stand<'a>, place: Option<&PlaceId>) -> Option<Layer<'a>> {
    let of_place = |place: &'a Place| Some((&place.id, place.term(&term.id)?));
    let local: Option<(&PlaceId, &LocalTerm)> = match place {
        None => None,
        Some(id) => Some(revision.glossary.place(id).and_then(of_place)?),
    };
    Some(Layer { revision, term, local })
}

/// What a place agreed about a term, as text.
fn agreements(layer: Layer<'_>) -> String {
    let glossary = layer.revision.glossary;
    let Some((place, local)) = layer.local.and_then(|(id, local)| Some((glossary.place(id)?, local))) else {
        return String::new();
    };
    let one = |agreement: &Agreement| {
        let parties: Vec<&str> =
            place.partners(agreement).iter().map(|partner| glossary.partner_label(partner)).collect();
        let Agreement { text, agreed_on, valid_until, status, .. } = agreement;
        let sources: Vec<&str> = agreement.sources.iter().map(AsRef::as_ref).collect();
        let known =
            [parties.join(", "), format!("{agreed_on} – {valid_until}"), status.dutch().to_owned(), sources.join(", ")];
        let known: Vec<String> = known.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{}: {text} ({})", place.label, known.join("; "))
    };
    local.agreements.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// The pairs that belong to a layer.
fn pairs_of<'a>(layer: &Layer<'a>) -> Vec<&'a Pair> {
    let compared = layer.revision.compared;
    let pairs = match layer.local {
        Some((place, _)) => compared.local.get(place).and_then(|terms| terms.get(&layer.term.id)),
        None => {
            let place = layer.revision.glossary.terms.binary_search_by(|term| term.id.cmp(&layer.term.id));
            place.ok().and_then(|place| compared.pairs.get(place))
        }
    };
    pairs.into_iter().flatten().collect()
}

fn verdicts(base: Option<Layer<'_>>, head: Option<Layer<'_>>) -> Vec<VerdictChange> {
    let (before, after) = (base.map_or(&[][..], |base| base.verdicts()), head.map_or(&[][..], |head| head.verdicts()));
    let place = head.or(base).and_then(|layer| layer.local).map(|(place, _)| place.clone());
    let told = |between: &[ConceptId; 2], fate, keys| VerdictChange {
        between: between.clone(),
        place: place.clone(),
        fate,
        keys,
    };
    let is_about = |x: &Verdict, y: &Verdict| x.is_about(&y.between[0], &y.between[1]);
    let mut changes = Vec::new();
    for verdict in after {
        match before.iter().find(|was| is_about(was, verdict)) {
            None => changes.push(told(&verdict.between, meaning::Fate::Added, Vec::new())),
            Some(was) if was != verdict => {
                let keys = keys::changed(OF_VERDICT, was, verdict);
                changes.push(told(&verdict.between, meaning::Fate::Changed, keys));
            }
            Some(_) => {}
        }
    }
    for verdict in before.iter().filter(|was| !after.iter().any(|verdict| is_about(was, verdict))) {
        changes.push(told(&verdict.between, meaning::Fate::Removed, Vec::new()));
    }
    changes
}
