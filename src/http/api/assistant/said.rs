// SPDX-License-Identifier: EUPL-1.2
//! The answers as a text to read, in plain Dutch: the same as the data, each domain under a heading of its own.

use std::fmt::Write as _;

use crate::annotation::Difference;
use crate::http::api::assistant::views::{
    CheckAnswer, CompareAnswer, Heading, SearchAnswer, SpokenDifference, SpokenMeaning, SpokenSide, SpokenTerm,
    SpokenWord, TermAnswer,
};
use crate::http::api::views::{SourceView, SuggestionView};
use crate::model::Keyed;

pub(super) fn search(answer: &SearchAnswer<'_>) -> String {
    let mut text = beginning(&answer.heading);
    for term in &answer.terms {
        one_term(&mut text, term);
    }
    suggested(&mut text, &answer.suggestions);
    ended(text, &answer.heading)
}

pub(super) fn term(answer: &TermAnswer<'_>) -> String {
    let mut text = beginning(&answer.heading);
    if let Some(term) = &answer.term {
        one_term(&mut text, term);
    }
    for agreement in &answer.agreements {
        line(&mut text, &format!("Afspraak: {}", agreement.in_words()));
    }
    suggested(&mut text, &answer.suggestions);
    ended(text, &answer.heading)
}

pub(super) fn compare(answer: &CompareAnswer<'_>) -> String {
    let mut text = beginning(&answer.heading);
    for side in &answer.sides {
        one_side(&mut text, side);
    }
    for difference in &answer.differences {
        one_difference(&mut text, difference);
    }
    if let Some(page) = &answer.page {
        line(&mut text, &format!("Lees verder: {page}"));
    }
    suggested(&mut text, &answer.suggestions);
    ended(text, &answer.heading)
}

pub(super) fn check(answer: &CheckAnswer<'_>) -> String {
    let mut text = beginning(&answer.heading);
    for word in &answer.words {
        one_word(&mut text, word);
    }
    ended(text, &answer.heading)
}

fn beginning(heading: &Heading<'_>) -> String {
    format!("{}\n", heading.message)
}

fn ended(mut text: String, heading: &Heading<'_>) -> String {
    let _ = write!(
        text,
        "\nLet op: {}\nVersie {} van de woordenlijst, {}.",
        heading.caution, heading.revision, heading.licence
    );
    text
}

fn line(text: &mut String, said: &str) {
    let _ = writeln!(text, "{said}");
}

fn one_term(text: &mut String, term: &SpokenTerm<'_>) {
    let english = term.english.map(|word| format!(" (Engels: {word})")).unwrap_or_default();
    let place = term.place.map(|place| format!(", met de afspraken van {place}")).unwrap_or_default();
    line(text, &format!("\n# {}{english}{place}", term.label));
    if let Some(withdrawn) = &term.withdrawn {
        line(text, withdrawn.message());
    }
    for side in &term.sides {
        one_side(text, side);
    }
    for difference in &term.differences {
        one_difference(text, difference);
    }
    line(text, &format!("Lees verder: {}", term.page));
}

fn one_side(text: &mut String, side: &SpokenSide<'_>) {
    let from = side.from.map(|from| format!(" (overgenomen van {from})")).unwrap_or_default();
    line(text, &format!("\n## {}{from}", side.domain_label));
    if let Some(unknown) = side.unknown {
        line(text, unknown);
    }
    for meaning in &side.meanings {
        one_meaning(text, meaning);
    }
}

fn one_meaning(text: &mut String, meaning: &SpokenMeaning<'_>) {
    let concept = meaning.concept;
    let name = concept.label.as_ref().map(|label| format!("{label}: ")).unwrap_or_default();
    line(text, &format!("- {name}{}", concept.explanation));
    if !concept.definition.is_empty() {
        line(text, &format!("  Precies: {}", concept.definition));
    }
    let place = meaning.place.map(|place| format!(" Geldt in {place}.")).unwrap_or_default();
    line(text, &format!("  Status: {}.{place} Bron: {}.", meaning.status_text, sources_in_words(&meaning.sources)));
}

fn one_difference(text: &mut String, difference: &SpokenDifference<'_>) {
    let [first, second] = &difference.sides;
    line(text, &format!("\nVerschil tussen {first} en {second}: {}", difference.pair.sentence.dutch));
    let why = difference.pair.ruling.as_ref().map(|ruling| ruling.why.as_str()).filter(|why| !why.is_empty());
    if let Some(why) = why.filter(|why| !difference.pair.sentence.dutch.contains(why)) {
        line(text, why);
    }
    line(text, &format!("Wie zegt dit: {}.", difference.status_text));
    if !difference.sources.is_empty() {
        line(text, &format!("Bron: {}.", sources_in_words(&difference.sources)));
    }
    if let Some(misunderstanding) = difference.misunderstanding {
        line(text, &format!("Wat er mis kan gaan: {misunderstanding}"));
    }
    for question in difference.questions {
        line(text, &format!("Vraag elkaar: {question}"));
    }
}

fn one_word(text: &mut String, word: &SpokenWord<'_>) {
    let reading = &word.said.word.reading;
    line(text, &format!("\n# {} ({} keer): {}", word.label, word.count, reading.difference.dutch()));
    line(text, &reading.sentence.dutch);
    line(text, &format!("Wie zegt dit: {}.", word.status_text()));
    if reading.difference == Difference::Same {
        return;
    }
    for (whose, side) in [("De schrijver", &word.writer), ("De lezer", &word.reader)] {
        line(text, &format!("\n{whose}:"));
        one_side(text, side);
    }
    line(text, &format!("Lees verder: {}", word.page));
}

fn sources_in_words(sources: &[SourceView<'_>]) -> String {
    if sources.is_empty() {
        return "geen".to_owned();
    }
    sources.iter().map(SourceView::in_words).collect::<Vec<_>>().join("; ")
}

fn suggested(text: &mut String, suggestions: &[SuggestionView<'_>]) {
    if !suggestions.is_empty() {
        let words: Vec<&str> = suggestions.iter().map(SuggestionView::label).collect();
        line(text, &format!("Bedoelt u misschien: {}?", words.join(", ")));
    }
}
