// SPDX-License-Identifier: EUPL-1.2
//! Concepts as meanings of words. What a concept says and a glossary cannot hold is told by the name of the property.

use std::collections::BTreeMap;

use crate::check::plain_text;
use crate::exchange::offer::{caretaker, folded, id_of, labels_of};
use crate::exchange::register::{Named, Register, is_address};
use crate::exchange::skos::graph::{Graph, Object, is_dutch, is_english};
use crate::exchange::skos::names::Names;
use crate::exchange::skos::schemes::{Scheme, Schemes};
use crate::exchange::skos::vocabulary::{
    ALT_LABEL, CITATION, COLLECTION, COMMENT, CONCEPT, DEFINITION, EXAMPLE, HIDDEN_LABEL, IN_SCHEME, Kept, MATCHES,
    NOTES, PAGES, PREF_LABEL, PUBLISHERS, RELATIONS, SOURCES, TITLES, TOP_CONCEPT_OF, TYPE, Towards, short,
};
use crate::exchange::skos::{home, matches};
use crate::exchange::{Choices, Losses, Offer, OfferedTerm, Refusal, StatusChoice};
use crate::model::{AltLabel, Concept, ConceptId, Glossary, SourceId, TermId};

/// The most concepts that are read.
const MOST: usize = 20_000;

/// The longest text that is taken along, in bytes.
const LONGEST: usize = 20_000;

/// The most texts of one sort, and words of one list, that a concept gives.
pub(super) const MOST_OF_ONE: usize = 500;

/// Where a concept of the file came to stand.
pub(super) type Places = BTreeMap<String, (usize, ConceptId)>;

/// The work in hand.
pub(super) struct Reader<'g> {
    pub graph: &'g Graph,
    pub glossary: &'g Glossary,
    pub register: Register,
    /// The addresses of this glossary.
    pub names: Names,
    pub status: StatusChoice,
    pub losses: Losses,
    labels: BTreeMap<String, TermId>,
    pub terms: Vec<OfferedTerm>,
    places: BTreeMap<TermId, usize>,
    /// Concepts by their address.
    pub concepts: Places,
}

/// What a graph offers to a glossary.
pub(super) fn read(graph: &Graph, glossary: &Glossary, choices: &Choices) -> Result<Offer, Refusal> {
    let concepts = graph.of_type(CONCEPT);
    if concepts.is_empty() {
        return Err(Refusal("in dit bestand staat geen begrip (skos:Concept).".to_owned()));
    }
    if concepts.len() > MOST {
        return Err(Refusal(format!("het bestand is te groot: {MOST} begrippen is het meeste.")));
    }
    let mut register = Register::new(glossary);
    let schemes = Schemes::of(graph, glossary, choices, &mut register)?;
    let (losses, labels) = (Losses::default(), labels_of(glossary));
    let (terms, places) = (Vec::new(), BTreeMap::new());
    let (names, status, concepts_by_address) = (Names::of(glossary), choices.status, Places::new());
    let mut reader = Reader {
        graph,
        glossary,
        register,
        names,
        status,
        losses,
        labels,
        terms,
        places,
        concepts: concepts_by_address,
    };
    home::terms(&mut reader);
    for concept in &concepts {
        match schemes.of_concept(concept) {
            Some(scheme) if reader.is_own(concept) => drop(home::concept(&mut reader, concept, &scheme.domain)),
            Some(scheme) => reader.concept(concept, scheme),
            None => reader.losses.tell(NO_SCHEME, *concept),
        }
    }
    home::verdicts(&mut reader);
    let reader_names = reader.names.clone();
    for concept in concepts.iter().filter(|concept| reader_names.meaning(concept).is_none()) {
        reader.relations(concept);
        matches::matches(&mut reader, concept);
        reader.unknown(concept);
    }
    for collection in graph.of_type(COLLECTION) {
        reader.losses.tell(COLLECTIONS, graph.best_text(collection, &TITLES).unwrap_or(collection));
    }
    Ok(Offer { terms: reader.terms, sources: reader.register.added, losses: reader.losses })
}

type Said = (&'static str, &'static str);
const NO_SCHEME: Said = (
    "een begrip zonder begrippenkader is overgeslagen; kies het domein met --domain",
    "a concept without a scheme was left out; choose the domain with --domain",
);
const NO_LABEL: Said = (
    "een begrip zonder voorkeursterm, of waarvan geen bestandsnaam te maken is, is overgeslagen",
    "a concept without a preferred label, or whose label makes no file name, was left out",
);
const SAME_NAME: Said = (
    "dit woord krijgt dezelfde bestandsnaam als een ander woord in het bestand, en is overgeslagen",
    "this word gets the same file name as another in the file, and was left out",
);
const SEVERAL: Said = (
    "het domein heeft meer betekenissen van dit woord; niet bekend is welke dit is, dus het is overgeslagen",
    "the domain has several meanings of this word; it is not known which one this is, so it was left out",
);
const SECOND: Said = (
    "het bestand heeft meer begrippen met dit woord; elk werd een eigen betekenis",
    "the file has several concepts with this word; each became a meaning of its own",
);
const NO_TEXT: Said = (
    "een begrip zonder definitie en zonder uitleg is overgeslagen",
    "a concept without definition and explanation was left out",
);
const NO_EXPLANATION: Said = (
    "zonder uitleg in gewone taal staat de definitie er twee keer; schrijf de uitleg zelf",
    "without an explanation in plain language the definition is there twice; write the explanation yourself",
);
const LANGUAGE: Said = ("een tekst in een andere taal is overgeslagen", "a text in another language was left out");
const NOT_DUTCH: Said = (
    "er is geen Nederlandse tekst; die van een andere taal is gebruikt",
    "there is no Dutch text; one of another language was used",
);
const MORE: Said = (
    "er zijn meer teksten waar één past; de andere staan bij de toelichting",
    "there are more texts where one fits; the others are in the note",
);
const TOO_LONG: Said = ("een tekst is te lang en is overgeslagen", "a text is too long and was left out");
const WEB_PAGE: Said = (
    "resten van een webpagina in een tekst, zoals links, zijn weggehaald",
    "leftovers of a web page in a text, such as links, were taken out",
);
const TOO_MANY: Said = (
    "een begrip heeft meer dan 500 teksten van één soort; de eerste 500 tellen",
    "a concept has more than 500 texts of one sort; the first 500 count",
);
const OUTSIDE: Said = (
    "een verwijzing naar een begrip dat niet in het bestand staat is overgeslagen",
    "a reference to a concept that is not in the file was left out",
);
const SORT: Said = (
    "de soort van een hiërarchie (generiek, deel, voorbeeld) is niet bewaard",
    "the sort of a hierarchy (generic, partitive, instantial) is not kept",
);
const COLLECTIONS: Said =
    ("een verzameling (skos:Collection) heeft hier geen plaats", "a collection (skos:Collection) has no place here");

impl Reader<'_> {
    fn concept(&mut self, node: &str, scheme: &Scheme) {
        let Some(label) = self.label(node) else { return self.losses.tell(NO_LABEL, node) };
        let mut definitions = self.dutch(node, DEFINITION);
        let mut explanations = self.dutch(node, COMMENT);
        if definitions.is_empty() && explanations.is_empty() {
            return self.losses.tell(NO_TEXT, label);
        }
        let Some(place) = self.place(&label, node) else { return };
        let known = self.glossary.term(&self.terms[place].term.id);
        let Some(id) = self.terms[place].free_id(&scheme.domain, known) else {
            return self.losses.tell(SEVERAL, label);
        };
        if self.terms[place].term.concepts_of(&scheme.domain).next().is_some() {
            self.losses.tell(SECOND, label.as_str());
        }
        let mut concept = Concept::bare(id.clone(), scheme.domain.clone());
        let mut notes: Vec<String> = NOTES.iter().flat_map(|note| self.dutch(node, note)).collect();
        let rest = |texts: &mut Vec<String>| if texts.is_empty() { Vec::new() } else { texts.split_off(1) };
        let others = [rest(&mut definitions), rest(&mut explanations)].concat();
        if !others.is_empty() {
            self.losses.tell(MORE, label.as_str());
            notes.extend(others);
        }
        concept.definition = definitions.pop().unwrap_or_default();
        concept.explanation = explanations.pop().unwrap_or_default();
        concept.note = Some(notes.join("\n\n")).filter(|note| !note.is_empty());
        concept.examples = self.dutch(node, EXAMPLE);
        concept.owners = caretaker(self.glossary, &scheme.domain);
        concept.sources = self.sources(node, scheme);
        if concept.explanation.is_empty() {
            concept.explanation.clone_from(&concept.definition);
            self.terms[place].assume(&id, "explanation");
            self.losses.tell(NO_EXPLANATION, label);
        }
        let (alternatives, hidden, english) =
            (self.dutch(node, ALT_LABEL), self.dutch(node, HIDDEN_LABEL), self.english(node));
        let offered = &mut self.terms[place];
        for key in ["kind", "owner", "status"] {
            offered.assume(&id, key);
        }
        let term = &mut offered.term;
        term.concepts.push(concept);
        for text in alternatives {
            let label = AltLabel { text, domain: None };
            if !term.alt_labels.contains(&label) && folded(&label.text) != folded(&term.label) {
                term.alt_labels.push(label);
            }
        }
        add_all(&mut term.hidden_labels, hidden);
        term.english = term.english.take().or(english);
        self.concepts.insert(node.to_owned(), (place, id));
    }

    /// The preferred label: the Dutch one, else one without a language, else any.
    fn label(&mut self, node: &str) -> Option<String> {
        let label = self.graph.best_text(node, &[PREF_LABEL])?.split_whitespace().collect::<Vec<_>>().join(" ");
        let has_dutch =
            self.graph.texts(node, PREF_LABEL).any(|(_, language)| is_dutch(language) || language.is_empty());
        if !has_dutch {
            self.losses.tell(NOT_DUTCH, label.as_str());
        }
        Some(label).filter(|label| !label.is_empty() && label.len() <= LONGEST)
    }

    /// Whether a concept is one of this glossary, by its address.
    fn is_own(&self, node: &str) -> bool {
        self.names.meaning(node).is_some()
    }

    /// The place of a term that is known by its id.
    pub fn place_named(&self, id: &TermId) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// The same; the term is made where it is new.
    pub fn place_of(&mut self, id: TermId, label: String) -> usize {
        self.place_named(&id).unwrap_or_else(|| {
            self.places.insert(id.clone(), self.terms.len());
            self.terms.push(OfferedTerm::new(id, label));
            self.terms.len() - 1
        })
    }

    /// The place of the term with this label, which is made where it is new.
    fn place(&mut self, label: &str, node: &str) -> Option<usize> {
        let Some(id) = id_of(label, &self.labels) else {
            self.losses.tell(NO_LABEL, node);
            return None;
        };
        if let Some(&place) = self.places.get(&id) {
            if folded(&self.terms[place].term.label) == folded(label) {
                return Some(place);
            }
            self.losses.tell(SAME_NAME, label);
            return None;
        }
        Some(self.place_of(id, label.to_owned()))
    }

    /// The English label, where the preferred one is Dutch.
    fn english(&self, node: &str) -> Option<String> {
        let mut texts = self.graph.texts(node, PREF_LABEL);
        let english = texts.find(|(_, language)| is_english(language)).map(|(text, _)| text.to_owned());
        english.filter(|text| Some(text.as_str()) != self.graph.best_text(node, &[PREF_LABEL]))
    }

    /// The texts under a name in Dutch or without a language; where there are none, those of another language.
    fn dutch(&mut self, node: &str, predicate: &str) -> Vec<String> {
        let graph = self.graph;
        let is_ours = |language: &str| is_dutch(language) || language.is_empty();
        let all: Vec<(&str, &str)> = graph.texts(node, predicate).collect();
        let has_ours = all.iter().any(|(_, language)| is_ours(language));
        let name = graph.best_text(node, &[PREF_LABEL]).unwrap_or(node);
        let (mut texts, mut first) = (Vec::new(), "");
        for (text, language) in all {
            let fits = if has_ours { is_ours(language) } else { first.is_empty() || first == language };
            if texts.len() >= MOST_OF_ONE {
                self.losses.tell(TOO_MANY, name);
                break;
            }
            if text.len() > LONGEST {
                self.losses.tell(TOO_LONG, name);
            } else if fits {
                first = language;
                let plain = plain_text(&text.replace("\r\n", "\n"));
                if plain != text {
                    self.losses.tell(WEB_PAGE, name);
                }
                texts.push(plain);
            } else {
                self.losses.tell(LANGUAGE, format!("{name} ({}, {language})", short(predicate)));
            }
        }
        if !has_ours && !texts.is_empty() {
            self.losses.tell(NOT_DUTCH, format!("{name} ({})", short(predicate)));
        }
        texts
    }

    /// The documents that a concept names, and last the scheme that it comes from.
    fn sources(&mut self, node: &str, scheme: &Scheme) -> Vec<SourceId> {
        let graph = self.graph;
        let mut codes = Vec::new();
        for object in SOURCES.iter().flat_map(|predicate| graph.objects(node, predicate)) {
            let code = match object {
                Object::Text { text, .. } => self.register.written(text),
                Object::Node(document) => self.register.code(document_of(graph, document)),
            };
            codes.extend(code);
        }
        codes.extend(scheme.source.clone());
        let mut seen = std::collections::BTreeSet::new();
        codes.retain(|code| seen.insert(code.clone()));
        if codes.is_empty() { vec![self.register.draft()] } else { codes }
    }

    /// Words that a concept points at within the file.
    fn relations(&mut self, node: &str) {
        let graph = self.graph;
        let Some((place, _)) = self.concepts.get(node).cloned() else { return };
        for (predicate, towards, kept) in RELATIONS {
            for other in graph.nodes(node, &[predicate]).take(MOST_OF_ONE) {
                let label = self.terms[place].term.label.clone();
                let Some(&(target, _)) = self.concepts.get(other) else {
                    self.losses.tell(OUTSIDE, format!("{label} ({} {other})", short(predicate)));
                    continue;
                };
                if kept == Kept::WithoutSort {
                    self.losses.tell(SORT, label);
                }
                let word = self.terms[target].term.id.to_string();
                let term = &mut self.terms[place].term;
                let list = match towards {
                    Towards::Broader => &mut term.broader,
                    Towards::Narrower => &mut term.narrower,
                    Towards::Related => &mut term.related,
                };
                if place != target {
                    add_all(list, vec![word]);
                }
            }
        }
    }

    /// Tells of every property that nothing here reads.
    fn unknown(&mut self, node: &str) {
        let Some((place, _)) = self.concepts.get(node) else { return };
        let is_read = |predicate: &str| {
            let plain =
                [TYPE, PREF_LABEL, ALT_LABEL, HIDDEN_LABEL, DEFINITION, COMMENT, EXAMPLE, IN_SCHEME, TOP_CONCEPT_OF];
            let listed = NOTES.iter().chain(&SOURCES);
            plain.contains(&predicate)
                || listed.into_iter().any(|name| *name == predicate)
                || RELATIONS.iter().any(|row| row.0 == predicate)
                || MATCHES.iter().any(|row| row.0 == predicate)
        };
        for predicate in self.graph.predicates(node).filter(|predicate| !is_read(predicate)) {
            let dutch = format!("de eigenschap {predicate} heeft hier geen plaats");
            let english = format!("the property {predicate} has no place here");
            self.losses.tell((&dutch, &english), self.terms[*place].term.label.as_str());
        }
    }
}

/// A document as a graph describes it; of one that it does not describe, its address.
pub(super) fn document_of(graph: &Graph, document: &str) -> Named {
    let pages = graph.nodes(document, &PAGES).map(str::to_owned);
    let written = PAGES.iter().flat_map(|page| graph.texts(document, page)).map(|(text, _)| text.to_owned());
    let mut urls: Vec<String> = pages.chain(written).filter(|page| is_address(page)).collect();
    let title = graph.best_text(document, &TITLES).unwrap_or_default().to_owned();
    if title.is_empty() && urls.is_empty() && is_address(document) {
        urls.push(document.to_owned());
    }
    let locator = graph.best_text(document, &[CITATION]).map(str::to_owned);
    let title = if title.is_empty() && urls.is_empty() {
        locator.clone().unwrap_or_else(|| short(document).to_owned())
    } else {
        title
    };
    let publisher = graph.best_text(document, &PUBLISHERS).map(str::to_owned);
    Named { title, publisher, urls, locator, kind: None }
}

fn add_all(list: &mut Vec<String>, texts: Vec<String>) {
    for text in texts {
        if !list.contains(&text) {
            list.push(text);
        }
    }
}
