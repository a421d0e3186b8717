// SPDX-License-Identifier: EUPL-1.2
//! The glossary for translators: TBX-Basic (ISO 30042:2019) in the style that most programs read (DCA). An entry for each meaning.

use std::fmt::Write as _;

use crate::exchange::Losses;
use crate::model::{Concept, Glossary, Keyed, SourceId, Term};

/// How a file begins.
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// A loss in Dutch and in English, and whether a term meets it.
type Lost = (&'static str, &'static str, fn(&Term) -> bool);

/// What TBX-Basic has no place for.
const LOST: &[Lost] = &[
    (
        "zoekwoorden, fasen, ruimere, smallere en verwante woorden",
        "search words, phases, wider, narrower and related words",
        |term| {
            let lists = [&term.hidden_labels, &term.broader, &term.narrower, &term.related];
            !term.phases.is_empty() || lists.iter().any(|list| !list.is_empty())
        },
    ),
    ("wat in de plaats kwam van een vervallen woord", "what came in the place of a withdrawn word", |term| {
        !term.replaced_by.is_empty()
    }),
    ("facetten en vaste waarden", "facets and fixed values", |term| {
        term.concepts
            .iter()
            .any(|concept| !concept.facets.is_empty() || concept.values != crate::model::Values::default())
    }),
    ("voorbeelden en tegenvoorbeelden", "examples and counter-examples", |term| {
        term.concepts.iter().any(|concept| !concept.examples.is_empty() || !concept.counter_examples.is_empty())
    }),
    (
        "van oordelen alleen de verhouding en de reden; niet de graad, vragen en handtekeningen",
        "of verdicts only the relation and the reason; not the degree, questions and signatures",
        |term| !term.verdicts.is_empty(),
    ),
    ("wie iets bedoelt, en van wie de bron is", "whose meaning it is, and who published the source", |term| {
        !term.concepts.is_empty()
    }),
    ("woorden zonder betekenis", "words without a meaning", |term| term.concepts.is_empty()),
];

/// A glossary as TBX-Basic, and what that cannot say.
#[must_use]
pub fn write_tbx(glossary: &Glossary) -> (String, Losses) {
    let mut losses = Losses::default();
    for term in &glossary.terms {
        for (dutch, english, _) in LOST.iter().filter(|(.., is_lost)| is_lost(term)) {
            losses.tell((dutch, english), term.id.as_str());
        }
    }
    for place in &glossary.places {
        losses.tell(
            ("wat plaatsen zelf afspraken staat er niet in", "what places agreed themselves is not in it"),
            place.id.as_str(),
        );
    }
    let language = escaped(&glossary.about.language);
    let mut text = format!(
        "{HEAD}<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"{language}\" xmlns=\"urn:iso:std:iso:30042:ed-2\">\n<tbxHeader>\n<fileDesc>\n<titleStmt><title>{}</title></titleStmt>\n<sourceDesc><p>{} ({})</p></sourceDesc>\n</fileDesc>\n</tbxHeader>\n<text>\n<body>\n",
        escaped(&glossary.about.title),
        escaped(&glossary.about.base_uri),
        escaped(&glossary.about.licence),
    );
    for term in &glossary.terms {
        for concept in &term.concepts {
            entry(&mut text, (term, concept), glossary);
        }
    }
    text.push_str("</body>\n</text>\n</tbx>\n");
    (text, losses)
}

/// The name of an entry in the file.
fn name(term: &Term, concept: &crate::model::ConceptId) -> String {
    format!("c-{}.{concept}", term.id)
}

fn entry(text: &mut String, (term, concept): (&Term, &Concept), glossary: &Glossary) {
    let _ = writeln!(text, "<conceptEntry id=\"{}\">", name(term, &concept.id));
    let domain = escaped(glossary.domain_label(&concept.domain));
    let _ = writeln!(text, "<descrip type=\"subjectField\">{domain}</descrip>");
    for verdict in term.verdicts.iter().filter(|verdict| verdict.between.contains(&concept.id)) {
        let [first, second] = &verdict.between;
        let (other, relation) =
            if first == &concept.id { (second, verdict.relation) } else { (first, verdict.relation.mirrored()) };
        if term.concept(other).is_some() {
            let said = escaped(&format!("{}: {}", relation.dutch(), verdict.why));
            let _ = writeln!(text, "<ref type=\"crossReference\" target=\"{}\">{said}</ref>", name(term, other));
        }
    }
    let _ =
        writeln!(text, "<note>{}</note>", escaped(&format!("{} · {}", concept.kind.dutch(), concept.status.dutch())));
    dutch(text, (term, concept), glossary);
    if let Some(word) = &term.english {
        let _ = writeln!(text, "<langSec xml:lang=\"en\">");
        word_section(text, (word, standing(concept, Rank::First)), term.english_note.as_deref());
        text.push_str("</langSec>\n");
    }
    text.push_str("</conceptEntry>\n");
}

/// What the entry says in the language of the glossary.
fn dutch(text: &mut String, (term, concept): (&Term, &Concept), glossary: &Glossary) {
    let _ = writeln!(text, "<langSec xml:lang=\"{}\">", escaped(&glossary.about.language));
    let definition = if concept.definition.is_empty() { &concept.explanation } else { &concept.definition };
    let _ = write!(text, "<descripGrp><descrip type=\"definition\">{}</descrip>", escaped(definition));
    for source in &concept.sources {
        let _ = write!(text, "<admin type=\"source\">{}</admin>", escaped(&title(source, glossary)));
    }
    text.push_str("</descripGrp>\n");
    let notes = [Some(&concept.explanation), concept.note.as_ref(), term.note.as_ref()];
    for note in notes.into_iter().flatten() {
        let _ = writeln!(text, "<note>{}</note>", escaped(note));
    }
    word_section(text, (&term.label, standing(concept, Rank::First)), concept.label.as_deref());
    for label in &term.alt_labels {
        if label.domain.as_ref().is_none_or(|domain| domain == &concept.domain) {
            word_section(text, (&label.text, standing(concept, Rank::Other)), None);
        }
    }
    text.push_str("</langSec>\n");
}

/// Whether a word is the one to use, or another for it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rank {
    First,
    Other,
}

fn standing(concept: &Concept, rank: Rank) -> &'static str {
    match rank {
        _ if concept.is_retired() => "supersededTerm-admn-sts",
        Rank::First => "preferredTerm-admn-sts",
        Rank::Other => "admittedTerm-admn-sts",
    }
}

fn word_section(text: &mut String, (word, standing): (&str, &str), note: Option<&str>) {
    let _ = write!(
        text,
        "<termSec><term>{}</term><termNote type=\"administrativeStatus\">{standing}</termNote>",
        escaped(word)
    );
    if let Some(note) = note {
        let _ = write!(text, "<note>{}</note>", escaped(note));
    }
    text.push_str("</termSec>\n");
}

fn title(source: &SourceId, glossary: &Glossary) -> String {
    glossary.source(source).map_or_else(|| source.to_string(), |source| source.title.clone())
}

/// A text for XML: its marks as entities, without what XML cannot hold.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' | '\t' => safe.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            other if other.is_control() => {}
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn marks_of_xml_are_entities_and_controls_go() {
        assert_eq!(escaped("a < b & \"c\" > d\u{7}\u{0}\n"), "a &lt; b &amp; &quot;c&quot; &gt; d\n");
    }
}
