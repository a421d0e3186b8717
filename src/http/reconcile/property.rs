// SPDX-License-Identifier: EUPL-1.2
//! What is known of a meaning, property by property: to narrow a match by, and to fetch for what was matched. A table.

use serde::Serialize;

use crate::divergence::Pair;
use crate::http::card::basis_in_words;
use crate::http::lang::Lang;
use crate::http::reconcile::entity::{Entity, Kind};
use crate::language::fold;
use crate::model::{Degree, Keyed, Relation};
use crate::publication::Publication;

/// A property of meanings.
pub(super) struct Property {
    /// Its identifier.
    pub id: &'static str,
    /// Its Dutch name.
    pub name: &'static str,
    /// What it holds, in Dutch and English.
    pub about: &'static str,
    values: fn(Entity<'_>, &Publication) -> Vec<PropertyValue>,
}

/// A value of a property.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum PropertyValue {
    /// A text.
    Text {
        #[serde(rename = "str")]
        text: String,
        /// What the glossary calls it, where that is something else.
        #[serde(skip)]
        key: Option<String>,
    },
    /// A whole number.
    Number {
        #[serde(rename = "int")]
        number: u8,
    },
    /// Another meaning.
    Meaning { id: String, name: String },
}

/// The property by which a domain can be given beside a type.
pub(super) const DOMAIN: &str = "domain";

/// Every property, in the order in which they are offered.
pub(super) const PROPERTIES: &[Property] = &[
    Property {
        id: "definition",
        name: "Definitie",
        about: "De precieze omschrijving. (The exact definition.)",
        values: |entity, _| text(&entity.concept.definition),
    },
    Property {
        id: "explanation",
        name: "Uitleg",
        about: "De betekenis in gewone taal. (The meaning in plain Dutch.)",
        values: |entity, _| text(&entity.concept.explanation),
    },
    Property {
        id: "label",
        name: "Woord",
        about: "Het woord zelf, zonder domein. (The word itself, without the domain.)",
        values: |entity, _| text(&entity.entry.term.label),
    },
    Property {
        id: "altLabel",
        name: "Andere woorden",
        about: "Andere woorden hiervoor die dit domein gebruikt. (Other words for it that this domain uses.)",
        values: other_words,
    },
    Property {
        id: "english",
        name: "Engels",
        about: "Het Engelse woord. (The English word.)",
        values: |entity, _| entity.entry.term.english.as_deref().map(text).unwrap_or_default(),
    },
    Property {
        id: DOMAIN,
        name: "Domein",
        about: "Het domein dat dit ermee bedoelt. (The domain that means this by it.)",
        values: |entity, _| entity.types().iter().take(1).map(of_kind).collect(),
    },
    Property {
        id: "degree",
        name: "Verschil (0 tot 3)",
        about: "Hoe zwaar het verschil met het andere domein weegt, van 0 tot 3; leeg als dat onduidelijk is. (How much the difference with the other domain matters, 0 to 3; empty where unclear.)",
        values: degree,
    },
    Property {
        id: "relation",
        name: "Verhouding",
        about: "Hoe deze betekenis zich verhoudt tot die van het andere domein. (How this meaning relates to that of the other domain.)",
        values: relation,
    },
    Property {
        id: "difference",
        name: "Verschil in één zin",
        about: "Waar de betekenissen uit elkaar lopen, en van wie dat komt. (Where the meanings part, in one sentence.)",
        values: |entity, _| entity.pair().map(|pair| text(&pair.sentence.dutch)).unwrap_or_default(),
    },
    Property {
        id: "basis",
        name: "Wie zegt dat",
        about: "Of de redactie dat verschil zag of het programma. (Whether editors said so or the program computed it.)",
        values: |entity, _| entity.pair().map(said_by).unwrap_or_default(),
    },
    Property {
        id: "otherMeanings",
        name: "Andere betekenissen",
        about: "Wat anderen met hetzelfde woord bedoelen. (What others mean by the same word.)",
        values: other_meanings,
    },
    Property {
        id: "questions",
        name: "Vraag elkaar",
        about: "Wat de twee domeinen elkaar kunnen vragen. (What the two domains can ask each other.)",
        values: questions,
    },
    Property {
        id: "phase",
        name: "Fase",
        about: "In welke fase het woord een rol speelt. (The phase in which the word plays a part.)",
        values: phases,
    },
    Property {
        id: "status",
        name: "Status",
        about: "Hoe ver deze betekenis is: concept, bevestigd of vervallen. (How far this meaning has come.)",
        values: |entity, _| keyed(entity.concept.status),
    },
    Property {
        id: "kind",
        name: "Soort",
        about: "Uit de wet, uit beleid, een werkdefinitie of spreektaal. (Law, policy, working definition or jargon.)",
        values: |entity, _| keyed(entity.concept.kind),
    },
    Property {
        id: "owner",
        name: "Van wie",
        about: "Van welke organisatie of rol deze betekenis is. (Whose meaning it is.)",
        values: owners,
    },
    Property {
        id: "source",
        name: "Bron",
        about: "Waar de betekenis op rust. (What the meaning rests on.)",
        values: sources,
    },
    Property {
        id: "uri",
        name: "Adres (URI)",
        about: "De naam van de betekenis in linked data. (The name of the meaning in linked data.)",
        values: |entity, _| text(&entity.uri()),
    },
];

impl Property {
    /// The property with this identifier.
    pub fn with_id(id: &str) -> Option<&'static Self> {
        PROPERTIES.iter().find(|property| property.id == id)
    }

    /// Whether a meaning has one of these values, each folded.
    pub fn is_any_of(&self, wanted: &[String], entity: Entity<'_>, publication: &Publication) -> bool {
        self.values(entity, publication).iter().any(|value| wanted.iter().any(|folded| value.is(folded)))
    }

    /// The values that a meaning has.
    pub fn values(&self, entity: Entity<'_>, publication: &Publication) -> Vec<PropertyValue> {
        (self.values)(entity, publication)
    }
}

impl PropertyValue {
    /// Whether this is what someone wrote, capitals and accents aside.
    fn is(&self, folded: &str) -> bool {
        match self {
            Self::Text { text, key } => fold(text) == folded || key.as_deref().is_some_and(|key| fold(key) == folded),
            Self::Number { number } => number.to_string() == folded,
            Self::Meaning { id, name } => fold(id) == folded || fold(name) == folded,
        }
    }
}

fn text(text: &str) -> Vec<PropertyValue> {
    let text = text.trim();
    if text.is_empty() { Vec::new() } else { vec![PropertyValue::Text { text: text.to_owned(), key: None }] }
}

fn named(text: &str, key: &str) -> PropertyValue {
    PropertyValue::Text { text: text.to_owned(), key: Some(key.to_owned()) }
}

fn keyed(value: impl Keyed) -> Vec<PropertyValue> {
    vec![named(value.dutch(), value.key())]
}

fn other_words(entity: Entity<'_>, _: &Publication) -> Vec<PropertyValue> {
    let labels = entity.entry.term.alt_labels.iter();
    let own = labels.filter(|label| label.domain.as_ref().is_none_or(|domain| entity.is_of(domain)));
    own.flat_map(|label| text(&label.text)).collect()
}

fn of_kind(kind: &Kind<'_>) -> PropertyValue {
    named(kind.name, kind.id)
}

fn degree(entity: Entity<'_>, _: &Publication) -> Vec<PropertyValue> {
    let degree = entity.pair().and_then(|pair| pair.degree).map(Degree::number);
    degree.map(|number| PropertyValue::Number { number }).into_iter().collect()
}

fn relation(entity: Entity<'_>, _: &Publication) -> Vec<PropertyValue> {
    let Some(pair) = entity.pair() else { return Vec::new() };
    keyed(if entity.is_side(&pair.a) { pair.relation } else { Relation::mirrored(pair.relation) })
}

fn other_meanings(entity: Entity<'_>, publication: &Publication) -> Vec<PropertyValue> {
    let others = Entity::in_use(entity.entry, publication).into_iter().filter(|other| !other.is(&entity));
    others.map(|other| PropertyValue::Meaning { id: other.id(), name: other.name() }).collect()
}

fn said_by(pair: &Pair) -> Vec<PropertyValue> {
    vec![named(&basis_in_words(Some(pair), Lang::Dutch), pair.basis.key())]
}

fn questions(entity: Entity<'_>, _: &Publication) -> Vec<PropertyValue> {
    let ruling = entity.pair().and_then(|pair| pair.ruling.as_ref());
    ruling.into_iter().flat_map(|ruling| &ruling.questions).flat_map(|question| text(question)).collect()
}

fn phases(entity: Entity<'_>, _: &Publication) -> Vec<PropertyValue> {
    let phases = entity.entry.term.phases.iter();
    let known = phases.filter_map(|name| Some((name, entity.glossary.phase(name)?)));
    known.map(|(name, (model, phase))| named(&format!("{}: {}", model.label, phase.label), &name.to_string())).collect()
}

fn owners(entity: Entity<'_>, _: &Publication) -> Vec<PropertyValue> {
    let actors = entity.concept.owners.iter().filter_map(|id| entity.glossary.actor(id));
    actors.map(|actor| named(&actor.label, actor.id.as_str())).collect()
}

fn sources(entity: Entity<'_>, _: &Publication) -> Vec<PropertyValue> {
    let sources = entity.concept.sources.iter().filter_map(|id| entity.glossary.source(id));
    sources.map(|source| named(&source.title, source.id.as_str())).collect()
}
