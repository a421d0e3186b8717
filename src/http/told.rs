// SPDX-License-Identifier: EUPL-1.2
//! What changed, in the words of `taalbrug diff` and in one of two languages: for the pages and the feed alike.

use crate::change::{EffectKind, Fate, KeyReport, MeaningReport, Reading, Report, TermFate, TermReport, VerdictReport};
use crate::divergence::{Mark, Segment};
use crate::http::lang::Lang;
use crate::language::capital;
use crate::model::Keyed;

/// The most words that a headline names of each kind.
const MOST_NAMED: usize = 5;

/// Something that changed in a term.
pub(super) struct Line<'a> {
    /// What it is about.
    pub title: String,
    /// What happened to it.
    pub said: String,
    /// What it said and what it says now, in the words of the glossary; nothing where only is told that it changed.
    pub change: Option<[Said<'a>; 2]>,
}

/// A text of the glossary, before or after.
pub(super) enum Said<'a> {
    /// Nothing stood there.
    Nothing,
    /// A text.
    Text(String),
    /// A text with what is only there marked.
    Marked(Vec<Segment<'a>>),
}

/// What happened to a term as a whole.
pub(super) fn fate(term: &TermReport, lang: Lang) -> String {
    let (dutch, english) = TermFate::words_of(&term.fate);
    let was = term.was.as_ref().map_or_else(String::new, |was| format!(" (was ‘{was}’)"));
    format!("{}{was}", lang.say(dutch, english))
}

/// What a change does to the differences, a sentence each, what needs attention first.
pub(super) fn effects(term: &TermReport, lang: Lang) -> Vec<String> {
    let effect = |effect: &crate::change::EffectReport| {
        let kind = EffectKind::from_key(&effect.kind).map_or("", |kind| lang.of_key(kind));
        format!("{}: {}", capital(kind), lang.say(&effect.sentence, &effect.sentence_english))
    };
    term.effects.iter().map(effect).collect()
}

/// Everything that changed in a term.
pub(super) fn lines(term: &TermReport, lang: Lang) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = term.keys.iter().map(|change| of_key("", change, lang)).collect();
    lines.extend(term.places.iter().map(|place| of_place(place, lang)));
    lines.extend(term.meanings.iter().flat_map(|meaning| of_meaning(meaning, lang)));
    lines.extend(term.verdicts.iter().flat_map(|verdict| of_verdict(verdict, lang)));
    lines
}

fn of_place(place: &str, lang: Lang) -> Line<'static> {
    let title = format!("{} {place}", lang.say("Wat geldt in", "What holds in"));
    Line { title, said: lang.of_key(Fate::Changed).to_owned(), change: None }
}

fn of_meaning(meaning: &MeaningReport, lang: Lang) -> Vec<Line<'_>> {
    let name = capital(lang.say(&meaning.name, &meaning.name_english));
    let mut lines = Vec::new();
    let fate = Fate::from_key(&meaning.fate);
    if let Some(fate) = fate.filter(|fate| *fate != Fate::Changed) {
        lines.push(Line { title: name.clone(), said: lang.of_key(fate).to_owned(), change: None });
    }
    if let Some(text) = &meaning.definition {
        lines.push(Line {
            title: format!("{name}, {}", lang.say("omschrijving", "definition")),
            said: Reading::from_key(&text.reading).map_or("", |reading| lang.of_key(reading)).to_owned(),
            change: Some([&text.before, &text.after].map(|pieces| Said::Marked(pieces.iter().map(segment).collect()))),
        });
    }
    if !meaning.inherited_by.is_empty() {
        let said = format!("{} {}", lang.say("geldt ook voor", "also holds for"), meaning.inherited_by.join(", "));
        lines.push(Line { title: name.clone(), said, change: None });
    }
    lines.extend(meaning.facets.iter().chain(&meaning.keys).map(|change| of_key(&name, change, lang)));
    lines
}

fn segment(piece: &crate::change::PieceReport) -> Segment<'_> {
    let mark = piece.marks.iter().find_map(|mark| Mark::from_key(mark));
    Segment { text: &piece.text, is_hit: false, mark, number: piece.number }
}

fn of_verdict(verdict: &VerdictReport, lang: Lang) -> Vec<Line<'_>> {
    let between = verdict.between.join(lang.say(" en ", " and "));
    let name = format!("{} {between}", lang.say("Oordeel over", "Verdict on"));
    let fate = Fate::from_key(&verdict.fate).map_or("", |fate| lang.of_key(fate));
    let whole = Line { title: name.clone(), said: fate.to_owned(), change: None };
    let keys = verdict.keys.iter().map(|change| of_key(&name, change, lang));
    if verdict.keys.is_empty() { vec![whole] } else { keys.collect() }
}

fn of_key<'a>(name: &str, change: &'a KeyReport, lang: Lang) -> Line<'a> {
    let label = lang.say(&change.label, &change.label_english);
    let title = if name.is_empty() { capital(label) } else { format!("{name}, {}", lower(label)) };
    let said = |text: &str| if text.is_empty() { Said::Nothing } else { Said::Text(text.to_owned()) };
    let is_told = !(change.before.is_empty() && change.after.is_empty());
    Line {
        title,
        said: lang.of_key(Fate::Changed).to_owned(),
        change: is_told.then(|| [said(&change.before), said(&change.after)]),
    }
}

/// The name of a facet inside a sentence.
fn lower(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A revision in one line: which words are new, gone, renamed and changed; of no word, what else changed.
pub(super) fn headline(report: &Report, lang: Lang) -> String {
    let group = |key: &str| {
        let names: Vec<&str> =
            report.terms.iter().filter(|term| term.fate == key).map(|term| term.label.as_str()).collect();
        let (dutch, english) = TermFate::words_of(key);
        let left = names.len().saturating_sub(MOST_NAMED);
        let more = match left {
            0 => String::new(),
            left => lang.say(format!(" en nog {left}"), format!(" and {left} more")),
        };
        let first = names.iter().take(MOST_NAMED).copied().collect::<Vec<_>>().join(", ");
        (!names.is_empty()).then(|| format!("{}: {first}{more}", capital(lang.say(dutch, english))))
    };
    let groups: Vec<String> = ["added", "withdrawn", "renamed", "changed"].into_iter().filter_map(group).collect();
    if !groups.is_empty() {
        return groups.join(". ");
    }
    let parts: Vec<&str> =
        report.elsewhere.iter().map(|part| lang.say(part.label.as_str(), part.label_english.as_str())).collect();
    match parts.as_slice() {
        [] => group("affected").unwrap_or_else(|| lang.say("Het begin", "The beginning").to_owned()),
        parts => format!("{}: {}", lang.say("Buiten de woorden", "Beside the words"), parts.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::headline;
    use crate::change::{PartReport, Report, TermReport};
    use crate::http::lang::Lang;

    fn term(label: &str, fate: &str) -> TermReport {
        TermReport {
            id: label.to_owned(),
            label: label.to_owned(),
            fate: fate.to_owned(),
            was: None,
            keys: Vec::new(),
            places: Vec::new(),
            meanings: Vec::new(),
            verdicts: Vec::new(),
            effects: Vec::new(),
            asks: Vec::new(),
        }
    }

    #[test]
    fn a_headline_names_words_by_what_happened_to_them_and_says_how_many_more() {
        let mut terms = vec![term("nieuw", "added"), term("geraakt", "affected")];
        terms.extend(["a", "b", "c", "d", "e", "f", "g"].map(|label| term(label, "changed")));
        let report = Report { terms, ..Report::default() };
        assert_eq!(headline(&report, Lang::Dutch), "Nieuw: nieuw. Gewijzigd: a, b, c, d, e en nog 2");
        assert_eq!(headline(&report, Lang::English), "New: nieuw. Changed: a, b, c, d, e and 2 more");
    }

    #[test]
    fn without_words_a_headline_says_what_else_changed_or_that_it_is_the_beginning() {
        let part = PartReport {
            part: "actors".to_owned(),
            label: "organisaties".to_owned(),
            label_english: "organisations".to_owned(),
            added: Vec::new(),
            removed: Vec::new(),
            changed: Vec::new(),
        };
        let report = Report { elsewhere: vec![part], ..Report::default() };
        assert_eq!(headline(&report, Lang::English), "Beside the words: organisations");
        assert_eq!(headline(&Report::default(), Lang::Dutch), "Het begin");
    }
}
