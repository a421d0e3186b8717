//! What one domain means by a word: its meanings, whose words they are, and what they rest on.

use crate::divergence::Segment;
use crate::language::in_words;
use crate::model::{Concept, Domain, DomainId, Facet, Glossary, Keyed, Source, SourceKind, Status, Term};
use crate::publication::Entry;

/// A domain with its meanings of the word.
pub(super) struct SidePart<'a> {
    pub domain: &'a str,
    pub concepts: Vec<ConceptPart<'a>>,
    /// What to say where the domain has no meaning for the word today.
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
    /// What the meaning says of each facet, where no pair shows that.
    pub facets: Vec<(&'a str, &'a str)>,
    pub note: Option<&'a str>,
    pub origin: String,
    pub kind: &'static str,
    pub status: &'static str,
    pub retired: bool,
    pub reviewed_on: Option<String>,
    pub sources: Vec<&'a str>,
}

/// A side per domain at the root of the tree; in each what is in use first.
pub(super) fn sides<'a>(
    entry: Entry<'a>,
    glossary: &'a Glossary,
    mut marked: impl FnMut(&[Segment]) -> String,
) -> Vec<SidePart<'a>> {
    let concepts = entry.concepts();
    let side = |domain: &'a Domain| {
        let own = || concepts.iter().copied().filter(|concept| glossary.belongs_to(&concept.domain, &domain.id));
        let in_use = own().filter(|concept| !concept.is_retired());
        let retired = own().filter(|concept| concept.is_retired());
        let facets = |concept| if concepts.len() == 1 { facets(concept, glossary) } else { Vec::new() };
        let part = |concept| ConceptPart {
            facets: facets(concept),
            whose: whose(concept, domain, entry, glossary),
            ..concept_part(concept, marked(&entry.segments_of(concept)), glossary)
        };
        SidePart {
            domain: &domain.label,
            concepts: in_use.chain(retired).map(part).collect(),
            absence: own().all(Concept::is_retired).then(|| absence(entry.term, domain)),
            heirs: heirs(domain, entry, glossary),
        }
    };
    glossary.root_domains().map(side).collect()
}

/// Where or for whom a meaning holds: in one place, not in this one, or for a part of the domain.
fn whose(concept: &Concept, root: &Domain, entry: Entry<'_>, glossary: &Glossary) -> Option<String> {
    let part = (concept.domain != root.id).then(|| glossary.domain_label(&concept.domain));
    let here = entry.here.map(|here| here.place.label.as_str());
    match (here, part) {
        (Some(here), part) if concept.place.is_some() => {
            Some(part.map_or_else(|| format!("Afspraak in {here}"), |part| format!("{part}: afspraak in {here}")))
        }
        (Some(here), _) if entry.local().is_some_and(|local| local.replaces(concept)) => {
            Some(format!("Geldt niet in {here}: daar is iets anders afgesproken"))
        }
        (_, part) => part.map(|part| format!("Betekenis van {part}")),
    }
}

/// The parts of a domain that have no meaning of their own, with the domain whose meaning they take over.
fn heirs<'a>(root: &'a Domain, entry: Entry<'a>, glossary: &'a Glossary) -> Vec<String> {
    let below = glossary.domains.iter().filter(|domain| glossary.belongs_to(&domain.id, &root.id));
    let inherited = below.filter_map(|domain| entry.meant_by(&domain.id)).filter(|meant| meant.domain != meant.from);
    let mut lines: Vec<(&DomainId, Vec<&str>)> = Vec::new();
    for meant in inherited {
        let name = glossary.domain_label(meant.domain);
        match lines.iter_mut().find(|(from, _)| *from == meant.from) {
            Some((_, names)) => names.push(name),
            None => lines.push((meant.from, vec![name])),
        }
    }
    let line = |(from, names): (&DomainId, Vec<&str>)| {
        format!("Ook voor {}: overgenomen van {}.", in_words(&names, "en"), glossary.domain_label(from))
    };
    lines.into_iter().map(line).collect()
}

fn absence(term: &Term, domain: &Domain) -> &'static str {
    if term.unused_by.contains(&domain.id) {
        "Dit domein gebruikt het woord niet. Leg het dus uit."
    } else {
        "Wat dit domein er nu mee bedoelt, staat hier nog niet. Vraag het na."
    }
}

fn concept_part<'a>(concept: &'a Concept, definition: String, glossary: &'a Glossary) -> ConceptPart<'a> {
    ConceptPart {
        whose: None,
        label: concept.label.as_deref(),
        explanation: &concept.explanation,
        definition,
        facets: Vec::new(),
        note: concept.note.as_deref(),
        origin: origin(concept, glossary),
        kind: concept.kind.dutch(),
        status: concept.status.dutch(),
        retired: concept.is_retired(),
        reviewed_on: concept.reviewed_on.map(|date| date.to_string()),
        sources: concept.sources.iter().map(AsRef::as_ref).collect(),
    }
}

fn facets<'a>(concept: &'a Concept, glossary: &'a Glossary) -> Vec<(&'a str, &'a str)> {
    let phrase = |facet: &'a Facet| Some((facet.label.as_str(), concept.facets.get(&facet.id)?.as_str()));
    glossary.facets.iter().filter_map(phrase).collect()
}

/// Whose words these are. Until its domain confirms a text, it is ours, after what others published; nothing is put
/// in anyone's name.
fn origin(concept: &Concept, glossary: &Glossary) -> String {
    let sources: Vec<&Source> = concept.sources.iter().filter_map(|id| glossary.source(id)).collect();
    if concept.status == Status::Confirmed {
        let owner = |id| glossary.actor(id).map(|actor| actor.label.as_str());
        return format!("Van {}", in_words(&concept.owners.iter().filter_map(owner).collect::<Vec<_>>(), "en"));
    }
    if sources.iter().all(|source| source.kind == SourceKind::Draft) {
        return "Eigen tekst van de redactie, nog zonder bron".to_owned();
    }
    let mut publishers: Vec<&str> = sources.iter().map(|source| source.publisher.as_str()).collect();
    publishers.dedup();
    format!("Opgesteld door de redactie, naar {}", in_words(&publishers, "en"))
}
