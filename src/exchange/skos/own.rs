// SPDX-License-Identifier: EUPL-1.2
//! Our own vocabulary: what SKOS cannot say. One row for each class and property; `/ns` publishes the table.

use oxrdf::vocab::{rdf, rdfs};
use oxrdf::{Literal, NamedNode, Triple};

use crate::exchange::Refusal;
use crate::exchange::skos::names::Names;
use crate::exchange::skos::print;
use crate::model::Glossary;

/// The vocabulary as Turtle.
///
/// # Errors
/// When the glossary has no address under which things can be named.
pub fn own_vocabulary(glossary: &Glossary) -> Result<String, Refusal> {
    let names = Names::checked(glossary)?;
    let mut triples = Vec::new();
    for own in OWN {
        let node = names.own(own.name);
        let kind = if own.kind == OwnKind::Class { rdfs::CLASS } else { rdf::PROPERTY };
        triples.push(Triple::new(node.clone(), rdf::TYPE.into_owned(), kind.into_owned()));
        let namespace = NamedNode::new_unchecked(names.namespace().trim_end_matches('#'));
        triples.push(Triple::new(node.clone(), rdfs::IS_DEFINED_BY.into_owned(), namespace));
        for (text, language) in [(own.dutch, "nl"), (own.english, "en")] {
            let text = Literal::new_language_tagged_literal_unchecked(text, language);
            triples.push(Triple::new(node.clone(), rdfs::COMMENT.into_owned(), text));
        }
    }
    Ok(print::turtle(&triples, &names))
}

/// A class or property.
#[derive(Debug)]
pub struct OwnName {
    /// The name in the namespace.
    pub name: &'static str,
    /// What sort of name it is.
    pub kind: OwnKind,
    /// What it means, in Dutch.
    pub dutch: &'static str,
    /// What it means, in English.
    pub english: &'static str,
}

/// What sort of name it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnKind {
    /// A sort of thing.
    Class,
    /// Points at a thing.
    Link,
    /// Holds a text, number or day.
    Value,
    /// The beginning of names that end in the key of a facet or a domain.
    Family,
}

/// Every name.
pub const OWN: &[OwnName] = &[
    class(
        "Term",
        "Een woord, met de betekenissen die domeinen eraan geven.",
        "A word, with the meanings that domains give it.",
    ),
    class("Verdict", "Wat de redactie van twee betekenissen zegt.", "What editors say of two meanings."),
    class("Model", "Een indeling van het werk in fasen.", "A division of the work into phases."),
    class("Phase", "Een fase van een model.", "A phase of a model."),
    class("PhaseRole", "Wat iemand in een fase doet.", "What someone does in a phase."),
    link("inModel", "Het model waar de fase bij hoort.", "The model that the phase belongs to."),
    link("inPhase", "De fase waarin iemand dit doet.", "The phase in which someone does this."),
    link("party", "Wie het doet: een organisatie, rol of groep, of een domein.", "Who does it: an actor or a domain."),
    value(
        "part",
        "Wat iemand doet: leads (trekt), takes_part (doet mee) of informed (krijgt bericht).",
        "What someone does: leads, takes_part or informed.",
    ),
    value("targetGroup", "Voor wie de fase is.", "Whom the phase is for."),
    link("term", "Het woord waarvan dit een betekenis is.", "The word of which this is a meaning."),
    link("owner", "Wiens betekenis dit is.", "Whose meaning it is."),
    link("role", "Wie er aan zet is.", "Who acts."),
    link(
        "unusedBy",
        "Een domein dat zegt het woord niet te gebruiken.",
        "A domain that says it does not use the word.",
    ),
    link("first", "De betekenis van waaruit het oordeel gelezen wordt.", "The meaning from which the verdict is read."),
    link("second", "De betekenis waarmee zij vergeleken is.", "The meaning it is compared with."),
    link("notSameAs", "Hetzelfde woord, een ander begrip.", "The same word, another concept."),
    link(
        "conflictsWith",
        "Hetzelfde onderwerp, met regels of verwachtingen die elkaar uitsluiten.",
        "The same subject, with rules or expectations that exclude each other.",
    ),
    value(
        "status",
        "Hoe ver de tekst is: draft, confirmed of retired.",
        "How far the text has come: draft, confirmed or retired.",
    ),
    value(
        "kind",
        "Waar de betekenis uit komt: law, policy, working of jargon.",
        "What sort of meaning it is: law, policy, working or jargon.",
    ),
    value(
        "name",
        "Een korte naam, als een domein meer betekenissen heeft.",
        "A short name, where a domain has several meanings.",
    ),
    value(
        "definitionMissing",
        "Er is geen definitie; wat er staat is de uitleg.",
        "There is no definition; what stands there is the explanation.",
    ),
    value("counterExample", "Een geval dat er niet onder valt.", "A case that does not fall under it."),
    value(
        "reviewedOn",
        "De dag waarop het domein er het laatst naar keek.",
        "The day on which its domain last looked at it.",
    ),
    value("contact", "Een rol of adres voor vragen.", "A role or address for questions."),
    value(
        "coercion",
        "Hoe vrij iemand is: voluntary, may, must of forbidden.",
        "How free people are: voluntary, may, must or forbidden.",
    ),
    value(
        "consent",
        "Of informatie met toestemming gedeeld wordt: with, without of sometimes.",
        "Whether information is shared with consent: with, without or sometimes.",
    ),
    value("within", "Binnen welke tijd, als duur van ISO 8601.", "Within what time, as an ISO 8601 duration."),
    value("ageFrom", "Vanaf welke leeftijd.", "From which age."),
    value("ageTo", "Tot en met welke leeftijd.", "Up to which age."),
    value(
        "legalBasis",
        "Het wettelijk kader, met zijn naam in de woordenlijst.",
        "The legal frame, by its name in the glossary.",
    ),
    value("alternative", "Een ander woord, voor alle domeinen.", "Another word, for all domains."),
    value(
        "hidden",
        "Een woord waarop men zoekt, dat nooit getoond wordt.",
        "A word that is searched for and never shown.",
    ),
    value("englishNote", "Waar u in het Engels op moet letten.", "What to beware of in English."),
    value(
        "phase",
        "Een fase waarin het woord speelt, als model/fase.",
        "A phase in which the word plays a part, as model/phase.",
    ),
    value(
        "broader",
        "Een ruimer woord: een naam in de woordenlijst, of het woord zelf.",
        "A wider word: a name in the glossary, or the word itself.",
    ),
    value("narrower", "Een smaller woord.", "A narrower word."),
    value("related", "Een verwant woord.", "A related word."),
    value(
        "relation",
        "Hoe de eerste betekenis zich verhoudt tot de tweede.",
        "How the first meaning relates to the second.",
    ),
    value(
        "degree",
        "Hoe groot het verschil is: 0 gelijk, 1 nuance, 2 wezenlijk, 3 botsend.",
        "How much it matters: 0 same, 1 nuance, 2 substantial, 3 conflicting.",
    ),
    value("why", "Het verschil in één zin.", "The difference in one sentence."),
    value("misunderstanding", "Wat er misgaat als niemand het merkt.", "What goes wrong when nobody notices."),
    value("question", "Wat de twee elkaar kunnen vragen.", "What the two can ask each other."),
    value("signed", "Wie tekende: domein, dag en rol.", "Who signed: domain, day and role."),
    value(
        "appliesTo",
        "De vingerafdruk van de teksten die beoordeeld zijn.",
        "The fingerprint of the texts that were judged.",
    ),
    family(
        "facet-",
        "Wat een betekenis zegt over één facet, zoals facet-threshold.",
        "What a meaning says of one facet, such as facet-threshold.",
    ),
    family(
        "degree-",
        "Hoe groot het verschil is op één facet, zoals degree-threshold.",
        "How much one facet differs, such as degree-threshold.",
    ),
    family(
        "alternative-",
        "Een ander woord van één domein, zoals alternative-social.",
        "Another word of one domain, such as alternative-social.",
    ),
];

const fn class(name: &'static str, dutch: &'static str, english: &'static str) -> OwnName {
    OwnName { name, kind: OwnKind::Class, dutch, english }
}

const fn link(name: &'static str, dutch: &'static str, english: &'static str) -> OwnName {
    OwnName { name, kind: OwnKind::Link, dutch, english }
}

const fn value(name: &'static str, dutch: &'static str, english: &'static str) -> OwnName {
    OwnName { name, kind: OwnKind::Value, dutch, english }
}

const fn family(name: &'static str, dutch: &'static str, english: &'static str) -> OwnName {
    OwnName { name, kind: OwnKind::Family, dutch, english }
}
