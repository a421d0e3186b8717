// SPDX-License-Identifier: EUPL-1.2
//! A link to a term leads somewhere.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::check::texts::texts;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::language::nearest;
use crate::model::TermId;
use crate::source::Spot;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G172",
        severity: Severity::Warning,
        asks: "Een link naar een term in deze woordenlijst komt uit.",
        why: "Wie op de link klikt, vindt anders niets.",
        english: Said {
            asks: "A link to a term of this glossary leads somewhere.",
            why: "Otherwise whoever follows the link finds nothing.",
        },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "explanation = \"Informatie over iemand. De politie weegt die.\"",
            bad: "explanation = \"Informatie over iemand. Zie /terms/meldin.\"",
        }),
    },
    run,
};

/// What stands before the id of a term in an address or the name of a file.
const BEFORE: &str = "terms/";

fn run(sheet: &mut Sheet<'_>) {
    let glossary = &sheet.content.glossary;
    let own = glossary.about.base_uri.trim_end_matches('/');
    let mut linked = texts(sheet.content);
    for (number, source) in glossary.sources.iter().enumerate() {
        let spot = Spot::file("sources.toml").key("sources").row(number).key("urls");
        let ours = source.urls.iter().filter(|url| !own.is_empty() && url.starts_with(own));
        linked.extend(ours.map(|url| (url.as_str(), spot.clone().word(url))));
    }
    let known = |id: &str| TermId::parse(id).is_some_and(|id| glossary.term(&id).is_some());
    for (text, spot) in linked {
        for id in ids(text).filter(|id| !known(id) && !sheet.content.may_hold(&format!("terms/{id}.toml"), id)) {
            let near = nearest(id, glossary.terms.iter().map(|term| term.id.as_str()));
            let mend = near.map_or_else(|| "Haal de link weg.".to_owned(), |near| format!("Bedoelt u ‘{near}’?"));
            sheet.blame(&CHECK.rule, &spot, format!("de link naar ‘{id}’ komt nergens uit"), mend);
        }
    }
}

/// The ids of the terms that a text links to.
fn ids(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(BEFORE).filter_map(move |(place, _)| {
        let before = text[..place].chars().next_back();
        let rest = &text[place + BEFORE.len()..];
        let end = rest.find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-')).unwrap_or(rest.len());
        (before.is_none_or(|letter| !letter.is_alphanumeric()) && end > 0).then_some(rest[..end].trim_end_matches('-'))
    })
}
