// SPDX-License-Identifier: EUPL-1.2
//! The glossary as statements: a scheme for each domain, a concept for each meaning, and what SKOS cannot say in our own vocabulary.

use std::collections::BTreeSet;

use oxrdf::vocab::xsd;
use oxrdf::{Literal, NamedNode, Term as Object, Triple};

use crate::exchange::skos::names::Names;
use crate::exchange::skos::vocabulary as v;
use crate::exchange::{Losses, Refusal};
use crate::model::{Concept, Domain, Glossary, Keyed, Relation, Source, SourceId, Term, Verdict};

/// Statements about a glossary, and what they cannot say.
pub(super) struct Writer<'g> {
    pub(super) glossary: &'g Glossary,
    pub(super) names: Names,
    language: String,
    /// In the order in which they are written: all of one thing together.
    pub triples: Vec<Triple>,
    pub losses: Losses,
    /// Sources that were cited.
    cited: BTreeSet<SourceId>,
    /// Concepts that have one above them in their scheme.
    lower: BTreeSet<String>,
}

impl<'g> Writer<'g> {
    pub fn new(glossary: &'g Glossary) -> Result<Self, Refusal> {
        let names = Names::checked(glossary)?;
        let language = &glossary.about.language;
        let is_tag = Literal::new_language_tagged_literal("x", language).is_ok();
        let language = if is_tag { language.to_lowercase() } else { "nl".to_owned() };
        let (triples, losses, cited) = (Vec::new(), Losses::default(), BTreeSet::new());
        let mut writer = Self { glossary, names, language, triples, losses, cited, lower: BTreeSet::new() };
        writer.lower = writer.lower_concepts();
        Ok(writer)
    }

    /// Everything: schemes, terms with their concepts and verdicts, and the sources they cite.
    pub fn whole(&mut self) {
        for domain in &self.glossary.domains {
            self.scheme(domain);
        }
        for term in &self.glossary.terms {
            self.term(term);
        }
        self.models();
        self.cited_sources();
        for term in &self.glossary.terms {
            let domains: BTreeSet<_> = term.alt_labels.iter().map(|label| &label.domain).collect();
            if domains.len() > 1 {
                self.losses.tell(ORDER, term.id.as_str());
            }
        }
        let elsewhere = (
            "organisaties, wetten, facetten en woordenlijsten staan er niet in",
            "actors, laws, facets and word lists are not in it",
        );
        self.losses.tell(elsewhere, "");
        for place in &self.glossary.places {
            self.losses.tell(
                ("wat plaatsen zelf afspraken staat er niet in", "what places agreed themselves is not in it"),
                place.id.as_str(),
            );
        }
    }

    /// One term, with the schemes and the sources that it names.
    pub fn one(&mut self, term: &Term) {
        for domain in &self.glossary.domains {
            if term.concepts_of(&domain.id).next().is_some() {
                self.scheme(domain);
            }
        }
        self.term(term);
        self.beside(term);
        self.cited_sources();
    }

    pub(super) fn say(&mut self, subject: &NamedNode, predicate: &str, object: impl Into<Object>) {
        self.triples.push(Triple::new(subject.clone(), NamedNode::new_unchecked(predicate), object));
    }

    /// The same with a property of our own.
    pub(super) fn say_own(&mut self, subject: &NamedNode, name: &str, object: impl Into<Object>) {
        let predicate = self.names.own(name);
        self.triples.push(Triple::new(subject.clone(), predicate, object));
    }

    /// A text in the language of the glossary.
    pub(super) fn text(&self, text: &str) -> Literal {
        Literal::new_language_tagged_literal_unchecked(text, &self.language)
    }

    fn scheme(&mut self, domain: &Domain) {
        let scheme = self.names.scheme(&domain.id);
        self.say(&scheme, v::TYPE, NamedNode::new_unchecked(v::SCHEME));
        self.say(&scheme, v::TITLES[0], self.text(&domain.label));
        self.say(&scheme, v::TITLES[0], english(&domain.english));
        if let Some(about) = &domain.about {
            self.say(&scheme, v::COMMENT, self.text(about));
        }
        self.say(&scheme, v::RIGHTS, Literal::new_simple_literal(&self.glossary.about.licence));
    }

    fn term(&mut self, term: &Term) {
        self.word(term);
        for concept in &term.concepts {
            self.concept(term, concept);
        }
        for verdict in &term.verdicts {
            self.verdict(term, verdict);
        }
    }

    /// What is said of the word itself.
    fn word(&mut self, term: &Term) {
        let node = self.names.term(&term.id);
        self.say(&node, v::TYPE, self.names.own("Term"));
        self.say(&node, v::RDFS_LABEL, self.text(&term.label));
        if let Some(word) = &term.english {
            self.say(&node, v::RDFS_LABEL, english(word));
        }
        for label in &term.alt_labels {
            let name = label.domain.as_ref().map_or("alternative".to_owned(), |domain| format!("alternative-{domain}"));
            self.say_own(&node, &name, self.text(&label.text));
        }
        self.texts(&node, "hidden", &term.hidden_labels);
        if let Some(note) = &term.english_note {
            self.say_own(&node, "englishNote", self.text(note));
        }
        for phase in &term.phases {
            self.say_own(&node, "phase", Literal::new_simple_literal(phase.to_string()));
        }
        self.texts(&node, "broader", &term.broader);
        self.texts(&node, "narrower", &term.narrower);
        self.texts(&node, "related", &term.related);
        for domain in &term.unused_by {
            self.say_own(&node, "unusedBy", self.names.scheme(domain));
        }
        for other in &term.replaced_by {
            self.say(&node, v::REPLACED_BY, self.names.term(other));
        }
        if term.is_withdrawn() {
            self.say(&node, v::DEPRECATED, Literal::from(true));
        }
        if let Some(note) = &term.note {
            self.say(&node, v::NOTES[0], self.text(note));
        }
        self.sources(&node, &term.sources);
    }

    fn texts(&mut self, node: &NamedNode, name: &str, texts: &[String]) {
        for text in texts {
            self.say_own(node, name, self.text(text));
        }
    }

    pub(super) fn sources(&mut self, node: &NamedNode, sources: &[SourceId]) {
        for source in sources {
            self.cited.insert(source.clone());
            self.say(node, v::SOURCES[0], self.names.source(source));
        }
    }

    fn concept(&mut self, term: &Term, concept: &Concept) {
        let node = self.names.concept(&term.id, &concept.id);
        self.say(&node, v::TYPE, NamedNode::new_unchecked(v::CONCEPT));
        self.say(&node, v::IN_SCHEME, self.names.scheme(&concept.domain));
        if !self.lower.contains(node.as_str()) {
            self.say(&node, v::TOP_CONCEPT_OF, self.names.scheme(&concept.domain));
        }
        self.say_own(&node, "term", self.names.term(&term.id));
        self.labels(&node, term, concept);
        self.say(&node, v::DEFINITION, self.text(concept.described()));
        if concept.definition.is_empty() {
            self.say_own(&node, "definitionMissing", Literal::from(true));
        }
        self.say(&node, v::COMMENT, self.text(&concept.explanation));
        if let Some(note) = &concept.note {
            self.say(&node, v::NOTES[0], self.text(note));
        }
        for example in &concept.examples {
            self.say(&node, v::EXAMPLE, self.text(example));
        }
        self.texts(&node, "counterExample", &concept.counter_examples);
        self.sources(&node, &concept.sources);
        self.standing(&node, concept);
        self.values(&node, concept);
        self.relations(&node, term, concept);
        if concept.is_retired() {
            self.withdrawn(&node, term, concept);
        }
    }

    /// That a meaning no longer holds, and what its domain means by the words that came in the place of a withdrawn one.
    fn withdrawn(&mut self, node: &NamedNode, term: &Term, concept: &Concept) {
        self.say(node, v::DEPRECATED, Literal::from(true));
        let later = term.replaced_by.iter().filter(|_| term.is_withdrawn()).filter_map(|id| self.glossary.term(id));
        let later: Vec<NamedNode> = later
            .flat_map(|other| other.concepts_of(&concept.domain).map(move |own| (other, own)))
            .filter(|(_, own)| !own.is_retired())
            .map(|(other, own)| self.names.concept(&other.id, &own.id))
            .collect();
        for other in later {
            self.say(node, v::REPLACED_BY, other);
        }
    }

    fn labels(&mut self, node: &NamedNode, term: &Term, concept: &Concept) {
        self.say(node, v::PREF_LABEL, self.text(&term.label));
        if let Some(word) = &term.english {
            self.say(node, v::PREF_LABEL, english(word));
        }
        let fits = |domain: &Option<_>| domain.as_ref().is_none_or(|domain| domain == &concept.domain);
        let others: Vec<&str> =
            term.alt_labels.iter().filter(|label| fits(&label.domain)).map(|label| label.text.as_str()).collect();
        let mut seen = BTreeSet::from([term.label.as_str()]);
        for word in others.into_iter().filter(|word| seen.insert(word)).collect::<Vec<_>>() {
            self.say(node, v::ALT_LABEL, self.text(word));
        }
        for word in term.hidden_labels.iter().filter(|word| seen.insert(word)).collect::<Vec<_>>() {
            self.say(node, v::HIDDEN_LABEL, self.text(word));
        }
    }

    fn standing(&mut self, node: &NamedNode, concept: &Concept) {
        self.say_own(node, "status", Literal::new_simple_literal(concept.status.key()));
        self.say_own(node, "kind", Literal::new_simple_literal(concept.kind.key()));
        for owner in &concept.owners {
            self.say_own(node, "owner", self.names.actor(owner));
        }
        if let Some(name) = &concept.label {
            self.say_own(node, "name", self.text(name));
        }
        if let Some(day) = concept.reviewed_on {
            self.say_own(node, "reviewedOn", Literal::new_typed_literal(day.to_string(), xsd::DATE));
        }
        if let Some(contact) = &concept.contact {
            self.say_own(node, "contact", self.text(contact));
        }
    }

    fn values(&mut self, node: &NamedNode, concept: &Concept) {
        for (facet, phrase) in &concept.facets {
            self.say_own(node, &format!("facet-{facet}"), self.text(phrase));
        }
        let values = &concept.values;
        for role in &values.roles {
            self.say_own(node, "role", self.names.actor(role));
        }
        let plain = [
            ("coercion", values.coercion.map(Keyed::key)),
            ("consent", values.consent.map(Keyed::key)),
            ("within", values.within.as_ref().map(|within| within.text.as_str())),
        ];
        for (name, text) in plain.into_iter().filter_map(|(name, text)| Some((name, text?))) {
            self.say_own(node, name, Literal::new_simple_literal(text));
        }
        let ends = [("ageFrom", values.age.and_then(|age| age.from)), ("ageTo", values.age.and_then(|age| age.to))];
        for (name, years) in ends.into_iter().filter_map(|(name, years)| Some((name, years?))) {
            self.say_own(node, name, Literal::from(i64::from(years)));
        }
        if values.age.is_some_and(|age| age.from.is_none() && age.to.is_none()) {
            self.losses.tell(
                ("een leeftijd zonder begin en zonder einde", "an age without a beginning and without an end"),
                node.as_str(),
            );
        }
        for frame in &values.legal_basis {
            self.say_own(node, "legalBasis", Literal::new_simple_literal(frame.as_str()));
        }
    }

    /// Wider, narrower and related words, where they have a meaning in the same domain.
    fn relations(&mut self, node: &NamedNode, term: &Term, concept: &Concept) {
        let words = [&term.broader, &term.narrower, &term.related];
        let mut seen = BTreeSet::from([node.as_str().to_owned()]);
        for ((predicate, ..), words) in v::RELATIONS.into_iter().zip(words) {
            for other in self.concepts_here(words, concept) {
                if seen.insert(other.as_str().to_owned()) {
                    self.say(node, predicate, other);
                }
            }
        }
    }

    /// The concepts that words have in the domain of a concept.
    fn concepts_here(&self, words: &[String], concept: &Concept) -> Vec<NamedNode> {
        let terms =
            words.iter().filter_map(|word| crate::model::TermId::parse(word)).filter_map(|id| self.glossary.term(&id));
        terms
            .flat_map(|term| term.concepts_of(&concept.domain).map(|other| self.names.concept(&term.id, &other.id)))
            .collect()
    }

    /// Concepts that say a wider one themselves, or of which a wider one says that they are narrower.
    fn lower_concepts(&self) -> BTreeSet<String> {
        let mut lower = BTreeSet::new();
        for term in &self.glossary.terms {
            for concept in &term.concepts {
                let node = self.names.concept(&term.id, &concept.id);
                if self.concepts_here(&term.broader, concept).iter().any(|other| other != &node) {
                    lower.insert(node.into_string());
                }
                lower.extend(self.concepts_here(&term.narrower, concept).into_iter().map(NamedNode::into_string));
            }
        }
        lower
    }

    fn verdict(&mut self, term: &Term, verdict: &Verdict) {
        let [first, second] = verdict.between.each_ref().map(|id| self.names.concept(&term.id, id));
        let domains = verdict.between.each_ref().map(|id| term.concept(id).map(|concept| &concept.domain));
        if let [Some(one), Some(other)] = domains {
            if one != other
                && let Some(predicate) = mapping(verdict.relation)
            {
                self.say(&first, predicate, second.clone());
            }
            let own = [(Relation::Conflict, "conflictsWith"), (Relation::Homonym, "notSameAs")];
            for (_, name) in own.into_iter().filter(|(relation, _)| *relation == verdict.relation) {
                self.say_own(&first, name, second.clone());
            }
        }
        let node = self.names.verdict(&term.id, verdict);
        self.say(&node, v::TYPE, self.names.own("Verdict"));
        self.say_own(&node, "term", self.names.term(&term.id));
        self.say_own(&node, "first", first);
        self.say_own(&node, "second", second);
        self.say_own(&node, "relation", Literal::new_simple_literal(verdict.relation.key()));
        self.say_own(&node, "degree", Literal::from(i64::from(verdict.degree.number())));
        self.say_own(&node, "why", self.text(&verdict.why));
        if let Some(text) = &verdict.misunderstanding {
            self.say_own(&node, "misunderstanding", self.text(text));
        }
        self.texts(&node, "question", &verdict.questions);
        for (facet, degree) in &verdict.facets {
            self.say_own(&node, &format!("degree-{facet}"), Literal::from(i64::from(degree.number())));
        }
        self.sources(&node, &verdict.sources);
        self.say_own(&node, "status", Literal::new_simple_literal(verdict.status.key()));
        for signed in &verdict.signed {
            let text = format!("{} {} {}", signed.domain, signed.on, signed.by);
            self.say_own(&node, "signed", Literal::new_simple_literal(text));
        }
        if let Some(mark) = &verdict.applies_to {
            self.say_own(&node, "appliesTo", Literal::new_simple_literal(mark));
        }
    }

    fn cited_sources(&mut self) {
        for id in std::mem::take(&mut self.cited) {
            if let Some(source) = self.glossary.source(&id) {
                self.source(source);
            }
        }
    }

    fn source(&mut self, source: &Source) {
        let node = self.names.source(&source.id);
        self.say(&node, v::TYPE, NamedNode::new_unchecked(v::DOCUMENT));
        self.say(&node, v::TITLES[0], self.text(&source.title));
        self.say(&node, v::PUBLISHERS[0], self.text(&source.publisher));
        for url in &source.urls {
            match NamedNode::new(url) {
                Ok(page) => self.say(&node, v::PAGES[0], page),
                Err(_) => self.losses.tell(
                    ("een webadres van een bron is geen geldig adres", "a web address of a source is no valid address"),
                    source.id.as_str(),
                ),
            }
        }
        if let Some(locator) = &source.locator {
            self.say(&node, v::CITATION, Literal::new_simple_literal(locator));
        }
    }
}

const ORDER: (&str, &str) =
    ("de volgorde van andere woorden van verschillende domeinen", "the order of other words of different domains");

/// What SKOS calls a relation, read from the first concept to the second; nothing for what it cannot say.
fn mapping(relation: Relation) -> Option<&'static str> {
    v::MATCHES.iter().find(|(_, key)| *key == relation.key()).map(|row| row.0)
}

/// A text in English.
pub(super) fn english(text: &str) -> Literal {
    Literal::new_language_tagged_literal_unchecked(text, "en")
}
