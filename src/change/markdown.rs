// SPDX-License-Identifier: EUPL-1.2
//! A change as Markdown, for a comment under a proposal: what needs attention first, then word by word.

use std::fmt::Write;

use crate::change::meaning::{FacetChange, Fate, MeaningChange, TextChange};
use crate::change::{Changes, KeyChange, Standing, TermChange, TermFate};
use crate::divergence::{Marked, Segment};
use crate::model::Keyed;

/// With this line the report begins, so that a pipeline finds its own comment and renews it.
pub const MARKER: &str = "<!-- taalbrug diff -->";

/// The most bytes of a report: forges refuse a comment of 65,536.
const LONGEST: usize = 60_000;

/// The report as Markdown, Dutch with the core in English; of a very large change the beginning, which says so.
#[must_use]
pub fn markdown(changes: &Changes) -> String {
    bounded(whole(changes))
}

/// The lines that fit, with how to see the others.
fn bounded(report: String) -> String {
    if report.len() <= LONGEST {
        return report;
    }
    let fitting = &report[..report.floor_char_boundary(LONGEST)];
    let end = fitting.rfind("\n\n").or_else(|| fitting.rfind('\n')).unwrap_or(fitting.len());
    format!(
        "{}\n\n*Dit verslag is te lang voor één bericht. De rest staat in het voorbeeld, op de bladzijde index.html. \
         (The rest stands in the preview.)*\n",
        &report[..end]
    )
}

fn whole(changes: &Changes) -> String {
    let mut out = format!("{MARKER}\n## Wat deze wijziging betekent\n\n");
    if changes.is_empty() {
        out.push_str("De betekenissen blijven gelijk. *(No change in meaning.)*\n");
        return out;
    }
    attention(&mut out, changes);
    for term in &changes.terms {
        self::term(&mut out, term);
    }
    elsewhere(&mut out, changes);
    out
}

/// What a reviewer must see first: effects and missing signatures.
fn attention(out: &mut String, changes: &Changes) {
    let effects: Vec<_> = changes.terms.iter().flat_map(|term| &term.effects).collect();
    if !effects.is_empty() {
        out.push_str("### Gevolg voor de verschillen tussen domeinen\n\n");
        for effect in effects {
            let (dutch, english) = (safe(&effect.sentence.dutch), safe(&effect.sentence.english));
            let _ = writeln!(out, "- **{}**: {dutch} *({english})*", effect.kind.dutch());
        }
        out.push('\n');
    }
    let asks: Vec<_> = changes.terms.iter().flat_map(|term| term.asks.iter().map(move |ask| (term, ask))).collect();
    if !asks.is_empty() {
        out.push_str("### Wie moet akkoord gaan?\n\n| domein | waarmee | stand |\n|---|---|---|\n");
        for (term, ask) in asks {
            let must = matches!(ask.standing, Standing::Missing | Standing::Review);
            let sign = if must { "❗ " } else { "" };
            let about = format!("‘{}’: {}", term.label, ask.about.dutch);
            let _ =
                writeln!(out, "| {} | {} | {sign}{} |", safe(ask.domain.as_str()), safe(&about), ask.standing.dutch());
        }
        out.push('\n');
    }
}

fn term(out: &mut String, term: &TermChange) {
    if term.fate == TermFate::Affected {
        return;
    }
    let was = match &term.fate {
        TermFate::Renamed(from) => format!(" (was `{}`)", from.as_str()),
        _ => String::new(),
    };
    let _ = writeln!(out, "### {} – {}{was}\n", safe(&term.label), term.fate.words().1);
    keys(out, &term.keys);
    for meaning in &term.meanings {
        self::meaning(out, meaning);
    }
    for verdict in &term.verdicts {
        let [a, b] = &verdict.between;
        let _ =
            writeln!(out, "**Oordeel over {} en {}: {}**\n", safe(a.as_str()), safe(b.as_str()), verdict.fate.dutch());
        keys(out, &verdict.keys);
    }
}

fn meaning(out: &mut String, meaning: &MeaningChange) {
    let _ = writeln!(out, "**{}: {}**\n", safe(&meaning.name.0), meaning.fate.dutch());
    if !meaning.inherited_by.is_empty() && meaning.fate != Fate::Removed {
        let heirs: Vec<&str> = meaning.inherited_by.iter().map(|(dutch, _)| dutch.as_str()).collect();
        let _ = writeln!(out, "Dit geldt ook voor: {}.\n", safe(&heirs.join(", ")));
    }
    if let Some(TextChange { before, after, reading }) = &meaning.definition {
        let _ = writeln!(out, "Omschrijving: *{}*\n\n| was | wordt |\n|---|---|", reading.dutch());
        let _ = writeln!(out, "| {} | {} |\n", marked(before), marked(after));
    }
    if !meaning.facets.is_empty() {
        out.push_str("| onderdeel | was | wordt |\n|---|---|---|\n");
        for FacetChange { name, before, after, .. } in &meaning.facets {
            let _ = writeln!(out, "| {} | {} | {} |", safe(&name.0), cell(before), cell(after));
        }
        out.push('\n');
    }
    keys(out, &meaning.keys);
}

fn keys(out: &mut String, keys: &[KeyChange]) {
    if keys.is_empty() {
        return;
    }
    out.push_str("| ook gewijzigd | was | wordt |\n|---|---|---|\n");
    for KeyChange { name, before, after, .. } in keys {
        let _ = writeln!(out, "| {} | {} | {} |", name.0, cell(before), cell(after));
    }
    out.push('\n');
}

fn elsewhere(out: &mut String, changes: &Changes) {
    if changes.elsewhere.is_empty() {
        return;
    }
    out.push_str("### Buiten de woorden\n\n");
    for part in &changes.elsewhere {
        let lists = [("nieuw", &part.added), ("weg", &part.removed), ("gewijzigd", &part.changed)];
        let told = lists.iter().filter(|(_, names)| !names.is_empty());
        let told: Vec<String> = told.map(|(word, names)| format!("{word}: {}", safe(&names.join(", ")))).collect();
        let told = if told.is_empty() { "gewijzigd".to_owned() } else { told.join("; ") };
        let _ = writeln!(out, "- {}: {told}", part.part.dutch);
    }
}

fn cell(text: &str) -> String {
    if text.is_empty() { "–".to_owned() } else { safe(text) }
}

/// A text with what is only there in bold, and a contradiction with its number.
fn marked(marked: &Marked) -> String {
    let piece = |segment: Segment<'_>| {
        let text = safe(segment.text);
        let number = segment.number.map_or_else(String::new, |number| format!("<sup>{number}</sup>"));
        if segment.mark.is_some() { format!("<b>{text}</b>{number}") } else { text }
    };
    marked.segments().map(piece).collect()
}

/// Text of the glossary as text: no mark-up, no mention, no table border, no line break.
fn safe(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\r' | '\t' => safe.push(' '),
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '@' => safe.push_str("&#64;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '!' | '~' => {
                safe.push('\\');
                safe.push(letter);
            }
            letter if letter.is_control() => {}
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, bounded};

    #[test]
    fn a_report_that_no_forge_takes_ends_after_a_whole_block_and_says_so() {
        let short = "a\n\nb\n".to_owned();
        assert_eq!(bounded(short.clone()), short);
        let block = format!("{}é\n\n", "woord ".repeat(50));
        let long = bounded(block.repeat(400));
        let (kept, told) = long.split_once("*Dit verslag is te lang").expect("a note");
        assert!(kept.ends_with("é\n\n") && kept.len() > LONGEST / 2 && long.len() < 65_536 && !told.is_empty());
    }
}
