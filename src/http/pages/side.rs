// SPDX-License-Identifier: EUPL-1.2
//! What one side means by a word: its meanings, whose words they are, and what they rest on.

use crate::divergence::Segments;
use crate::http::pages::subject::Subject;
use crate::http::pages::table::Table;
use crate::model::{Concept, DomainId, Facet, Meant, Source, SourceKind, Status};
use crate::publication::segments_beside;

/// A side with its meanings of the word.
pub(super) struct SidePart<'a> {
    pub domain: String,
    pub concepts: Vec<ConceptPart<'a>>,
    /// What to say where the side has no meaning for the word today.
    pub absence: Option<&'static str>,
    /// Which of its parts take a meaning over, each line a sentence.
    pub heirs: Vec<String>,
}

/// A meaning.
pub(super) struct ConceptPart<'a> {
    /// Where or for whom it holds, where that is not everywhere and for the whole domain.
    pub whose: Option<String>,
    pub label: Option<&'a str>,
    pub explanation: &'a str,
    /// The definition with its marks, as HTML.
    pub definition: String,
    pub examples: &'a [String],
    pub counter_examples: &'a [String],
    /// What the meaning says of each facet, where no pair shows that.
    pub facets: Vec<(String, &'a str)>,
    pub note: Option<&'a str>,
    /// Whose words these are, and the names that go with that.
    pub origin: (&'static str, String),
    pub kind: &'static str,
    pub status: &'static str,
    pub retired: bool,
    pub reviewed_on: Option<String>,
    /// Whom to ask: a role or an address.
    pub contact: Option<&'a str>,
    pub sources: Vec<&'a str>,
    /// Whether others stand for the word, so that a card on paper can do without it.
    pub beside: bool,
}

/// A part per side at the table; in each what stands for the word first, then what is in use.
pub(super) fn sides<'a>(
    table: &Table<'a>,
    subject: Subject<'a>,
    mut marked: impl FnMut(Segments<'a>) -> String,
) -> Vec<SidePart<'a>> {
    let is_alone = table.entry.concepts().len() == 1;
    let side = |meant: &Meant<'a>| {
        let mut concepts = meant.concepts.clone();
        concepts.sort_by_key(|concept| (concept.is_retired(), !table.leads(concept)));
        let part = |&concept: &&'a Concept| ConceptPart {
            facets: if is_alone { facets(concept, subject) } else { Vec::new() },
            whose: whose(concept, meant, subject),
            beside: table.headline.is_some() && !table.leads(concept),
            ..concept_part(concept, marked(segments_beside(concept, table.headline)), subject)
        };
        SidePart {
            domain: subject.domain(meant.domain),
            concepts: concepts.iter().map(part).collect(),
            absence: concepts.iter().all(|concept| concept.is_retired()).then(|| absence(meant.domain, subject)),
            heirs: heirs(meant.domain, subject),
        }
    };
    table.sides.iter().map(side).collect()
}

/// Where or for whom a meaning holds: taken over, in one place, not in this one, or for a part of the domain.
fn whose(concept: &Concept, meant: &Meant<'_>, subject: Subject<'_>) -> Option<String> {
    let Subject { entry, lang, .. } = subject;
    let part = (&concept.domain != meant.domain).then(|| subject.domain(&concept.domain));
    let here = entry.here.map(|here| here.place.label.as_str());
    match (here, part) {
        (Some(here), part) if concept.place.is_some() => {
            let agreed = lang.say("afspraak in", "agreement in");
            Some(part.map_or_else(
                || format!("{} {here}", lang.say("Afspraak in", "Agreement in")),
                |part| format!("{part}: {agreed} {here}"),
            ))
        }
        (Some(here), _) if entry.local().is_some_and(|local| local.replaces(concept)) => Some(lang.say(
            format!("Geldt niet in {here}: daar is iets anders afgesproken"),
            format!("Does not hold in {here}: something else was agreed there"),
        )),
        (_, Some(part)) if meant.domain != meant.from => {
            Some(format!("{} {part}", lang.say("Overgenomen van", "Taken over from")))
        }
        (_, part) => part.map(|part| format!("{} {part}", lang.say("Betekenis van", "Meaning of"))),
    }
}

/// The parts of a domain that have no meaning of their own, with the domain whose meaning they take over.
fn heirs(root: &DomainId, subject: Subject<'_>) -> Vec<String> {
    let Subject { entry, glossary, lang } = subject;
    let below = glossary.domains.iter().filter(|domain| glossary.belongs_to(&domain.id, root));
    let inherited = below.filter_map(|domain| entry.meant_by(&domain.id)).filter(|meant| meant.domain != meant.from);
    let mut lines: Vec<(&DomainId, Vec<String>)> = Vec::new();
    for meant in inherited {
        let name = subject.domain(meant.domain);
        match lines.iter_mut().find(|(from, _)| *from == meant.from) {
            Some((_, names)) => names.push(name),
            None => lines.push((meant.from, vec![name])),
        }
    }
    let line = |(from, names): (&DomainId, Vec<String>)| {
        let (names, from) = (subject.row(&names), subject.domain(from));
        lang.say(
            format!("Ook voor {names}: overgenomen van {from}."),
            format!("Also for {names}: taken over from {from}."),
        )
    };
    lines.into_iter().map(line).collect()
}

fn absence(domain: &DomainId, subject: Subject<'_>) -> &'static str {
    if subject.entry.term.unused_by.contains(domain) {
        subject.lang.say(
            "Dit domein gebruikt het woord niet. Leg het dus uit.",
            "This domain does not use the word, so explain it.",
        )
    } else {
        subject.lang.say(
            "Wat dit domein er nu mee bedoelt, staat hier nog niet. Vraag het na.",
            "What this domain means by it now is not described here yet. Ask.",
        )
    }
}

fn concept_part<'a>(concept: &'a Concept, definition: String, subject: Subject<'a>) -> ConceptPart<'a> {
    let lang = subject.lang;
    ConceptPart {
        whose: None,
        label: concept.label.as_deref(),
        explanation: &concept.explanation,
        definition,
        examples: &concept.examples,
        counter_examples: &concept.counter_examples,
        facets: Vec::new(),
        note: concept.note.as_deref(),
        origin: origin(concept, subject),
        kind: lang.of_key(concept.kind),
        status: lang.of_key(concept.status),
        retired: concept.is_retired(),
        reviewed_on: concept.reviewed_on.map(|date| date.to_string()),
        contact: concept.contact.as_deref(),
        sources: concept.sources.iter().map(AsRef::as_ref).collect(),
        beside: false,
    }
}

fn facets<'a>(concept: &'a Concept, subject: Subject<'a>) -> Vec<(String, &'a str)> {
    let name = |facet: &Facet| subject.lang.say(facet.label.clone(), crate::language::capital(&facet.english));
    let phrase = |facet: &'a Facet| Some((name(facet), concept.facets.get(&facet.id)?.as_str()));
    subject.glossary.facets.iter().filter_map(phrase).collect()
}

/// Whose words these are, and the names that go with that. Until its domain confirms a text, it is ours, after what others
/// published; nothing is put in anyone's name.
fn origin(concept: &Concept, subject: Subject<'_>) -> (&'static str, String) {
    let Subject { glossary, lang, .. } = subject;
    let sources: Vec<&Source> = concept.sources.iter().filter_map(|id| glossary.source(id)).collect();
    if concept.status == Status::Confirmed {
        let owner = |id| glossary.actor(id).map(|actor| actor.label.as_str());
        let owners: Vec<&str> = concept.owners.iter().filter_map(owner).collect();
        return (lang.say("Van", "By"), subject.row(&owners));
    }
    if sources.iter().all(|source| source.kind == SourceKind::Draft) {
        let own = ("Eigen tekst van de redactie, nog zonder bron", "Text of the editors, without a source yet");
        return (lang.say(own.0, own.1), String::new());
    }
    let mut publishers: Vec<&str> = sources.iter().map(|source| source.publisher.as_str()).collect();
    publishers.dedup();
    (lang.say("Opgesteld door de redactie, naar", "Written by the editors, after"), subject.row(&publishers))
}
