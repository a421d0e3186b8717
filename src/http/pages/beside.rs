// SPDX-License-Identifier: EUPL-1.2
//! What stands beside the meanings of a term: its phases with who is to act, and related words.

use crate::http::pages::subject::Subject;
use crate::language::capital;
use crate::model::{Actor, Model, Party, Phase, PhaseRole, TermId};

/// A phase in which the word plays a part.
pub(super) struct PhasePart<'a> {
    pub label: String,
    pub model: &'a str,
    /// Where the model stands among the others.
    pub address: String,
    pub roles: Vec<RolePart<'a>>,
}

/// What someone does in a phase.
pub(super) struct RolePart<'a> {
    pub who: String,
    /// The page of the actor or the domain.
    pub address: String,
    pub part: &'static str,
    pub status: &'static str,
    pub note: Option<&'a str>,
}

/// Words of one kind.
pub(super) struct WordList<'a> {
    pub kind: &'static str,
    pub words: Vec<WordPart<'a>>,
}

/// A related word.
pub(super) struct WordPart<'a> {
    pub label: &'a str,
    /// The id, where it has a page of its own.
    pub term: Option<&'a str>,
}

pub(super) fn phases<'a>(subject: Subject<'a>) -> Vec<PhasePart<'a>> {
    let part = |(model, phase): (&'a Model, &'a Phase)| PhasePart {
        label: capital(subject.lang.say(&phase.label, &phase.english)),
        model: subject.lang.say(&model.label, &model.english),
        address: subject.lang.address(&format!("/phases#model-{}", model.id)),
        roles: model.roles.iter().filter(|role| role.phase == phase.id).map(|role| role_part(role, subject)).collect(),
    };
    subject.entry.term.phases.iter().filter_map(|name| subject.glossary.phase(name)).map(part).collect()
}

fn role_part<'a>(role: &'a PhaseRole, subject: Subject<'a>) -> RolePart<'a> {
    let lang = subject.lang;
    let name_of = |actor: &Actor| lang.say(&actor.label, actor.english.as_ref().unwrap_or(&actor.label)).clone();
    let (who, address) = match &role.party {
        Party::Domain(id) => (subject.domain(id), format!("/domains/{id}")),
        Party::Actor(id) => {
            (subject.glossary.actor(id).map_or_else(|| id.to_string(), name_of), format!("/actors/{id}"))
        }
    };
    RolePart {
        who,
        address: lang.address(&address),
        part: lang.of_key(role.part),
        status: lang.of_key(role.status),
        note: role.note.as_deref(),
    }
}

pub(super) fn words<'a>(subject: Subject<'a>) -> Vec<WordList<'a>> {
    let (term, lang) = (subject.entry.term, subject.lang);
    let lists = [
        (lang.say("Ruimer", "Broader"), &term.broader),
        (lang.say("Smaller", "Narrower"), &term.narrower),
        (lang.say("Verwant", "Related"), &term.related),
    ];
    let part = |word: &'a String| match TermId::parse(word).and_then(|id| subject.glossary.term(&id)) {
        Some(other) => WordPart { label: &other.label, term: Some(other.id.as_str()) },
        None => WordPart { label: word, term: None },
    };
    let filled = lists.into_iter().filter(|(_, words)| !words.is_empty());
    filled.map(|(kind, words)| WordList { kind, words: words.iter().map(part).collect() }).collect()
}
