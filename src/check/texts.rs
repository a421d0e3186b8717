// SPDX-License-Identifier: EUPL-1.2
//! Every text that readers see of terms and places, with the spot where it stands. Rules about writing read all alike.

use crate::check::citations;
use crate::check::written::{local_terms, rows};
use crate::model::{Concept, Term, Verdict};
use crate::source::{Content, Spot};

/// A text with where it stands.
pub(super) type Text<'a> = (&'a str, Spot);

/// The texts of terms, meanings, verdicts, places and agreements, in the order of the files.
pub(super) fn texts(content: &Content) -> Vec<Text<'_>> {
    let glossary = &content.glossary;
    let mut found: Vec<Text<'_>> = Vec::new();
    for term in &glossary.terms {
        found.extend(of_term(term));
    }
    for (concept, spot) in citations::concepts(glossary) {
        found.extend(of_concept(concept, &spot));
    }
    for (verdict, spot) in citations::verdicts(glossary) {
        found.extend(of_verdict(verdict, &spot));
    }
    for place in &glossary.places {
        let spot = Spot::place(&place.id);
        found.push((&place.label, spot.clone().key("label")));
        found.extend(place.note.iter().map(|note| (note.as_str(), spot.clone().key("note"))));
    }
    for (place, local) in local_terms(glossary) {
        let list = Spot::local(&place.id, &local.term).key("agreements");
        found
            .extend(rows(&local.agreements, list).map(|(agreement, spot)| (agreement.text.as_str(), spot.key("text"))));
    }
    found.retain(|(text, _)| !text.is_empty());
    found
}

fn of_term(term: &Term) -> Vec<Text<'_>> {
    let file = Spot::term(&term.id);
    let mut found = vec![(term.label.as_str(), file.clone().key("label"))];
    let own = [("english", &term.english), ("english_note", &term.english_note), ("note", &term.note)];
    found.extend(own.into_iter().filter_map(|(key, text)| Some((text.as_deref()?, file.clone().key(key)))));
    for (number, label) in term.alt_labels.iter().enumerate() {
        found.push((&label.text, file.clone().key("alt_labels").row(number)));
    }
    let lists = [
        ("hidden_labels", &term.hidden_labels),
        ("broader", &term.broader),
        ("narrower", &term.narrower),
        ("related", &term.related),
    ];
    for (key, words) in lists {
        found.extend(of_list(words, &file.clone().key(key)));
    }
    found
}

/// The texts of a meaning.
pub(super) fn of_concept<'a>(concept: &'a Concept, spot: &Spot) -> Vec<Text<'a>> {
    let at = |key: &str| spot.clone().key(key);
    let mut found =
        vec![(concept.definition.as_str(), at("definition")), (concept.explanation.as_str(), at("explanation"))];
    let own = [("label", &concept.label), ("note", &concept.note), ("contact", &concept.contact)];
    found.extend(own.into_iter().filter_map(|(key, text)| Some((text.as_deref()?, at(key)))));
    found.extend(of_list(&concept.examples, &at("examples")));
    found.extend(of_list(&concept.counter_examples, &at("counter_examples")));
    found.extend(concept.facets.iter().map(|(facet, text)| (text.as_str(), at("facets").key(facet.as_str()))));
    found
}

fn of_verdict<'a>(verdict: &'a Verdict, spot: &Spot) -> Vec<Text<'a>> {
    let at = |key: &str| spot.clone().key(key);
    let mut found = vec![(verdict.why.as_str(), at("why"))];
    found.extend(verdict.misunderstanding.iter().map(|text| (text.as_str(), at("misunderstanding"))));
    found.extend(of_list(&verdict.questions, &at("questions")));
    found
}

fn of_list<'a>(texts: &'a [String], list: &Spot) -> Vec<Text<'a>> {
    texts.iter().map(|text| (text.as_str(), list.clone().word(text))).collect()
}
