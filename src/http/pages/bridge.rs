// SPDX-License-Identifier: EUPL-1.2
//! The word of the other domain: for a word that only one domain uses, what the others have for it.

use crate::http::lang::Lang;
use crate::model::{Domain, TermId};
use crate::publication::Publication;
use crate::translation::{Row, Translated};

/// The most words that are told of one domain.
const MOST: usize = 3;

/// What another domain has for a word.
pub(super) struct BridgePart<'a> {
    /// Whose word it is, and for whom it is asked, in a sentence.
    pub heading: String,
    pub words: Vec<OtherWord<'a>>,
    /// What to know and to ask where the word itself has nothing that fits there.
    pub message: Option<String>,
}

/// A word of the other domain.
pub(super) struct OtherWord<'a> {
    pub id: &'a str,
    pub label: &'a str,
    /// How well it fits, and what that rests on.
    pub fit: &'static str,
    pub ground: &'static str,
}

/// What each other domain has for what was typed, where that is a known word of one domain alone.
pub(super) fn bridges<'a>(typed: &str, publication: &'a Publication, lang: Lang) -> Vec<BridgePart<'a>> {
    let Some(from) = only_user(typed, publication) else { return Vec::new() };
    let others = publication.glossary.root_domains().filter(|other| other.id != from.id);
    let bridge = |to: &'a Domain| {
        let translated = publication.translate(typed, from, to).inspect_err(|error| {
            tracing::error!("the index cannot be read: {error}");
        });
        Some(part(&translated.ok()?, typed, [from, to], lang))
    };
    others.filter_map(bridge).collect()
}

/// The domain that alone uses a word: as another word for a term, or as the only one that gives the term a meaning.
fn only_user<'a>(typed: &str, publication: &'a Publication) -> Option<&'a Domain> {
    let (glossary, known) = (&publication.glossary, publication.look_up(typed)?);
    if let Some(owner) = known.name.and_then(|name| name.domain) {
        return glossary.root_domains().find(|root| glossary.belongs_to(owner, &root.id));
    }
    let mut speaking = glossary.root_domains().filter(|root| !glossary.meanings_today(known.term, &root.id).is_empty());
    speaking.next().filter(|_| speaking.next().is_none())
}

fn part<'a>(translated: &Translated<'a>, typed: &str, [from, to]: [&Domain; 2], lang: Lang) -> BridgePart<'a> {
    let mut words: Vec<OtherWord<'a>> = Vec::new();
    let known: Vec<&TermId> = translated.words.iter().map(|asked| &asked.known.term.id).collect();
    let worth_telling = |row: &&Row<'a>| row.fit.fits() || !known.contains(&&row.term.id);
    for row in translated.rows.iter().filter(worth_telling) {
        if words.len() < MOST && words.iter().all(|word| word.id != row.term.id.as_str()) {
            words.push(OtherWord {
                id: row.term.id.as_str(),
                label: row.label,
                fit: lang.of_key(row.fit),
                ground: lang.of_key(row.ground),
            });
        }
    }
    let typed = typed.trim();
    BridgePart {
        heading: lang.say(
            format!("‘{typed}’ is hier een woord van {}. Wat zegt {}?", from.phrase, to.phrase),
            format!("‘{typed}’ is a word of the {} here. What does the {} say?", from.english, to.english),
        ),
        words,
        message: translated.message.as_ref().map(|message| lang.sentence(message).to_owned()),
    }
}
