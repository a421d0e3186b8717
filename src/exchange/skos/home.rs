// SPDX-License-Identifier: EUPL-1.2
//! What our own vocabulary says of things of this glossary, read back: so that what we wrote comes in as it went out.

use crate::exchange::register::Named;
use crate::exchange::skos::graph::{Graph, Object, is_english};
use crate::exchange::skos::names::Names;
use crate::exchange::skos::read::Reader;
use crate::exchange::skos::vocabulary as v;
use crate::exchange::{OfferedTerm, StatusChoice};
use crate::model::{
    Age, AltLabel, Concept, ConceptId, Date, Degree, DomainId, FacetId, Keyed, LegalId, PhaseRef, Signature, SourceId,
    Status, TermId, Values, Verdict, VerdictStatus, Within,
};
use crate::source::hours_of;

/// What our own properties say of one thing.
struct Said<'g> {
    graph: &'g Graph,
    names: &'g Names,
    node: &'g str,
}

impl<'g> Said<'g> {
    fn texts(&self, name: &str) -> Vec<String> {
        let predicate = self.names.own(name);
        self.graph.texts(self.node, predicate.as_str()).map(|(text, _)| text.to_owned()).collect()
    }

    fn text(&self, name: &str) -> Option<String> {
        self.texts(name).into_iter().next()
    }

    fn keyed<K: Keyed>(&self, name: &str) -> Option<K> {
        K::from_key(&self.text(name)?)
    }

    fn nodes(&self, name: &str) -> Vec<&'g str> {
        let predicate = self.names.own(name);
        let node = |object: &'g Object| if let Object::Node(node) = object { Some(node.as_str()) } else { None };
        self.graph.objects(self.node, predicate.as_str()).iter().filter_map(node).collect()
    }

    /// The names that begin so, by what follows, with their texts.
    fn family(&self, name: &str) -> Vec<(String, String)> {
        let start = self.names.own(name).into_string();
        let ends: Vec<&str> =
            self.graph.predicates(self.node).filter_map(|predicate| predicate.strip_prefix(start.as_str())).collect();
        ends.into_iter()
            .flat_map(|end| self.texts(&format!("{name}{end}")).into_iter().map(move |text| (end.to_owned(), text)))
            .collect()
    }
}

/// The terms of this glossary that a graph describes.
pub(super) fn terms(reader: &mut Reader<'_>) {
    let (graph, names) = (reader.graph, reader.names.clone());
    for node in graph.of_type(names.own("Term").as_str()) {
        let Some(id) = names.path(node).and_then(TermId::parse) else { continue };
        let own = |text: &(&str, &str)| !is_english(text.1);
        let label =
            graph.texts(node, v::RDFS_LABEL).find(own).map_or_else(|| id.to_string(), |(text, _)| text.to_owned());
        let place = reader.place_of(id, label);
        word(reader, place, &Said { graph, names: &names, node });
    }
}

/// What is said of the word itself.
fn word(reader: &mut Reader<'_>, place: usize, said: &Said<'_>) {
    let sources = documents(reader, said);
    let term = &mut reader.terms[place].term;
    let (graph, node) = (said.graph, said.node);
    term.english =
        graph.texts(node, v::RDFS_LABEL).find(|(_, language)| is_english(language)).map(|(text, _)| text.to_owned());
    let plain = said.texts("alternative").into_iter().map(|text| AltLabel { text, domain: None });
    let of_domains = said
        .family("alternative-")
        .into_iter()
        .map(|(domain, text)| AltLabel { text, domain: DomainId::parse(&domain) });
    term.alt_labels = plain.chain(of_domains).collect();
    term.hidden_labels = said.texts("hidden");
    term.english_note = said.text("englishNote");
    term.phases = said.texts("phase").iter().filter_map(|text| PhaseRef::parse(text)).collect();
    (term.broader, term.narrower, term.related) =
        (said.texts("broader"), said.texts("narrower"), said.texts("related"));
    term.unused_by = said.nodes("unusedBy").into_iter().filter_map(|node| said.names.domain(node)).collect();
    let later = graph.nodes(node, &[v::REPLACED_BY]);
    term.replaced_by = later.filter_map(|other| TermId::parse(said.names.path(other)?)).collect();
    term.note = graph.best_text(node, &[v::NOTES[0]]).map(str::to_owned);
    term.sources = sources;
}

/// A concept of this glossary, where the address says that it is one.
pub(super) fn concept(reader: &mut Reader<'_>, node: &str, domain: &DomainId) -> Option<()> {
    let (graph, names) = (reader.graph, reader.names.clone());
    let (term, id) = names.meaning(node)?;
    let label = graph.best_text(node, &[v::PREF_LABEL])?.to_owned();
    let said = Said { graph, names: &names, node };
    let place = reader.place_of(term, label);
    let mut concept = Concept::bare(id.clone(), domain.clone());
    let first = |predicate: &str| graph.best_text(node, &[predicate]).map(str::to_owned);
    concept.explanation = first(v::COMMENT).or_else(|| first(v::DEFINITION))?;
    if said.text("definitionMissing").is_none() {
        concept.definition = first(v::DEFINITION).unwrap_or_default();
    }
    concept.note = first(v::NOTES[0]);
    concept.examples = graph.texts(node, v::EXAMPLE).map(|(text, _)| text.to_owned()).collect();
    concept.counter_examples = said.texts("counterExample");
    concept.label = said.text("name");
    concept.contact = said.text("contact");
    concept.reviewed_on = said.text("reviewedOn").and_then(|text| day(&text));
    concept.sources = documents(reader, &said);
    concept.facets =
        said.family("facet-").into_iter().filter_map(|(facet, text)| Some((FacetId::parse(&facet)?, text))).collect();
    concept.values = values(&said);
    standing(reader, place, &mut concept, &said);
    reader.concepts.insert(node.to_owned(), (place, id));
    reader.terms[place].term.concepts.push(concept);
    Some(())
}

/// Whose it is, what sort it is, and how far it has come.
fn standing(reader: &mut Reader<'_>, place: usize, concept: &mut Concept, said: &Said<'_>) {
    let offered = &mut reader.terms[place];
    concept.owners = said.nodes("owner").into_iter().filter_map(|node| said.names.actor_of(node)).collect();
    if concept.owners.is_empty() {
        concept.owners = crate::exchange::offer::caretaker(reader.glossary, &concept.domain);
        offered.assume(&concept.id, "owner");
    }
    match said.keyed("kind") {
        Some(kind) => concept.kind = kind,
        None => offered.assume(&concept.id, "kind"),
    }
    let given = said.keyed::<Status>("status").unwrap_or(Status::Draft);
    let as_given = reader.status == StatusChoice::AsGiven;
    concept.status = if as_given || given != Status::Confirmed { given } else { Status::Draft };
    if !as_given {
        offered.assume(&concept.id, "status");
        if given == Status::Confirmed {
            let label = offered.term.label.clone();
            reader.losses.tell(CONFIRMED, label);
        }
    }
}

const CONFIRMED: (&str, &str) = (
    "een bevestigde betekenis komt binnen als concept; haar domein moet haar hier bevestigen",
    "a confirmed meaning comes in as a draft; its domain must confirm it here",
);
const SIGNED: (&str, &str) = (
    "handtekeningen worden niet overgenomen; de domeinen tekenen hier",
    "signatures are not taken over; the domains sign here",
);

fn values(said: &Said<'_>) -> Values {
    let years = |name: &str| said.text(name).and_then(|text| text.parse().ok()).filter(|&years| years <= Age::OLDEST);
    let (from, to) = (years("ageFrom"), years("ageTo"));
    Values {
        roles: said.nodes("role").into_iter().filter_map(|node| said.names.actor_of(node)).collect(),
        coercion: said.keyed("coercion"),
        consent: said.keyed("consent"),
        within: said.text("within").and_then(|text| hours_of(&text).map(|hours| Within { text, hours })),
        age: (from.is_some() || to.is_some()).then_some(Age { from, to }),
        legal_basis: said.texts("legalBasis").iter().filter_map(|text| LegalId::parse(text)).collect(),
    }
}

/// The verdicts of this glossary that a graph describes.
pub(super) fn verdicts(reader: &mut Reader<'_>) {
    let (graph, names) = (reader.graph, reader.names.clone());
    for node in graph.of_type(names.own("Verdict").as_str()) {
        let said = Said { graph, names: &names, node };
        let sources = documents(reader, &said);
        let as_given = reader.status == StatusChoice::AsGiven;
        let Some((term, mut verdict)) = verdict(&said, sources) else { continue };
        let Some(place) = reader.place_named(&term) else { continue };
        let offered = &mut reader.terms[place];
        if !as_given {
            draft(offered, &mut verdict);
            if !said.texts("signed").is_empty() {
                let label = offered.term.label.clone();
                reader.losses.tell(SIGNED, label);
            }
        }
        let term = &mut reader.terms[place].term;
        if term.verdict(&verdict.between[0], &verdict.between[1]).is_none() {
            term.verdicts.push(verdict);
        }
    }
}

/// Takes away what only this glossary can give.
fn draft(offered: &mut OfferedTerm, verdict: &mut Verdict) {
    verdict.status = VerdictStatus::Draft;
    verdict.signed.clear();
    let mut pair = verdict.between.each_ref().map(ConceptId::as_str);
    pair.sort_unstable();
    offered.assumed.push(format!("verdicts.{}.status", pair.join("+")));
}

fn verdict(said: &Said<'_>, sources: Vec<SourceId>) -> Option<(TermId, Verdict)> {
    let end = |name: &str| said.names.meaning(said.nodes(name).first()?);
    let ((term, first), (other, second)) = (end("first")?, end("second")?);
    if term != other {
        return None;
    }
    let degree = |text: &str| Degree::from_number(text.parse().ok()?);
    let facet = |(facet, text): (String, String)| Some((FacetId::parse(&facet)?, degree(&text)?));
    let verdict = Verdict {
        between: [first, second],
        relation: said.keyed("relation")?,
        degree: degree(&said.text("degree")?)?,
        why: said.text("why")?,
        misunderstanding: said.text("misunderstanding"),
        questions: said.texts("question"),
        facets: said.family("degree-").into_iter().filter_map(facet).collect(),
        sources,
        status: said.keyed("status").unwrap_or(VerdictStatus::Draft),
        signed: said.texts("signed").iter().filter_map(|text| signature(text)).collect(),
        applies_to: said.text("appliesTo"),
    };
    Some((term, verdict))
}

fn signature(text: &str) -> Option<Signature> {
    let mut words = text.splitn(3, ' ');
    let (domain, on) = (DomainId::parse(words.next()?)?, day(words.next()?)?);
    Some(Signature { domain, by: words.next()?.to_owned(), on })
}

/// The sources that one of our own things cites, by their codes; others as the graph describes them.
fn documents(reader: &mut Reader<'_>, said: &Said<'_>) -> Vec<SourceId> {
    let nodes: Vec<&str> = said.graph.nodes(said.node, &[v::SOURCES[0]]).collect();
    let code = |node: &str, reader: &mut Reader<'_>| {
        let named: Named = crate::exchange::skos::read::document_of(said.graph, node);
        match said.names.source_of(node) {
            Some(id) => Some(reader.register.under(id, named)),
            None => reader.register.code(named),
        }
    };
    nodes.into_iter().filter_map(|node| code(node, reader)).collect()
}

fn day(text: &str) -> Option<Date> {
    crate::exchange::day::day_of(text)
}
