// SPDX-License-Identifier: EUPL-1.2
//! A checked text as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use crate::annotation::{Checked, Counted, Mention, Name, Reading, Word};
use crate::divergence::Pair;
use crate::http::paging::Page;
use crate::model::{Concept, Degree, Domain, Glossary, Keyed};
use crate::publication::Publication;

/// The terms in a text, and how its writer and its reader read them.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::http::api) struct AnnotationResult<'a> {
    revision: &'a str,
    /// The domain of who writes.
    writer: &'a str,
    /// The domain of who reads.
    reader: &'a str,
    /// The text in pieces; joined they are the text, byte for byte.
    segments: Vec<TextSegmentView<'a>>,
    /// The words that were found, each once: those that surely stand there first, and of those the ones that matter most.
    words: Vec<CountedView<'a>>,
}

/// How a writer and a reader read every word of the glossary: a text can be checked with it and with /forms, without being
/// sent, and without telling which words stand in it. A word here is what /annotations says of it.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::http::api) struct ReadingList<'a> {
    revision: &'a str,
    /// The domain of who writes.
    writer: &'a str,
    /// The domain of who reads.
    reader: &'a str,
    /// How many terms there are.
    total: usize,
    page: usize,
    /// How many terms stand on a page; some have more words than one.
    per_page: usize,
    /// The words, by the id of their term; behind each term the names for it that only one domain uses.
    words: Vec<WordView<'a>>,
}

/// A piece of the text: only `text` where no term stands.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "TextSegment")]
struct TextSegmentView<'a> {
    text: &'a str,
    #[serde(flatten)]
    mention: Option<MentionView<'a>>,
}

/// A term in the text.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Mention")]
struct MentionView<'a> {
    /// Where it begins, in Unicode code points from the start of the text.
    start: usize,
    /// Where it ends.
    end: usize,
    /// The id of the term.
    term: &'a str,
    /// The name that stands here; of a search word what was written.
    form: &'a str,
    /// What name that is: label, altLabel or hiddenLabel.
    field: &'a str,
    /// In what way it stands here: exact, form or compound.
    how: &'a str,
    /// How sure it is that the text is about the term: low, medium or high. A compound is a guess.
    confidence: &'a str,
    /// The number of its word in `words`.
    #[serde(rename = "ref")]
    number: usize,
}

/// A word that stands in the text, and how it is read.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "CheckedWord")]
struct CountedView<'a> {
    /// The number that its segments carry as `ref`.
    number: usize,
    /// How often it stands in the text.
    count: usize,
    /// How sure it is that it stands there: low, medium or high.
    confidence: &'a str,
    #[serde(flatten)]
    word: WordView<'a>,
}

/// A word, and how it is read.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "ReadWord")]
struct WordView<'a> {
    /// The id of the term.
    term: &'a str,
    /// The term, or the word of one domain that stands here.
    label: &'a str,
    english: Option<&'a str>,
    /// The domain that uses the word, if only one does.
    domain: Option<&'a str>,
    /// How writer and reader read it.
    reading: ReadingView<'a>,
    /// What it means to the writer; empty where that domain has no meaning for it here.
    writer: Vec<MeaningView<'a>>,
    /// What it means to the reader.
    reader: Vec<MeaningView<'a>>,
    /// Words that say what the writer means, for each meaning of the writer; empty where both mean the same.
    wordings: Vec<WordingView<'a>>,
}

/// How two domains read a word.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Reading")]
pub(in crate::http::api) struct ReadingView<'a> {
    /// same, different, `one_sided` or unclear.
    difference: &'a str,
    /// The same in Dutch words.
    difference_text: &'a str,
    /// How the meanings relate, read from the writer's to the reader's.
    relation: &'a str,
    /// How much it matters, 0 to 3; null when unclear.
    degree: Option<u8>,
    /// Who says so: editors, or computed and then not judged by anybody.
    basis: &'a str,
    /// The basis in Dutch words.
    basis_text: &'a str,
    /// How far the verdict that it rests on has come: draft or confirmed, or outdated where the texts changed after it;
    /// null where there is none.
    status: Option<&'a str>,
    /// How good the evidence is: low, medium or high.
    confidence: &'a str,
    /// The difference in one Dutch sentence.
    sentence: &'a str,
    /// The difference in one English sentence.
    sentence_english: &'a str,
    /// The difference as the editors put it, in Dutch and without the names of the domains; null where they did not.
    why: Option<&'a str>,
    /// What goes wrong when nobody notices, where editors say so.
    misunderstanding: Option<&'a str>,
    /// What the two can ask each other, where editors say so.
    questions: &'a [String],
}

/// A meaning of a word.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Meaning")]
pub(in crate::http::api) struct MeaningView<'a> {
    /// The id of the concept.
    concept: &'a str,
    /// What tells this meaning apart from others of the same domain.
    label: Option<&'a str>,
    /// The domain whose meaning it is: that of the side, or one that it is part of or that is part of it.
    domain: &'a str,
    domain_label: &'a str,
    definition: &'a str,
    /// The same in plain language.
    explanation: &'a str,
    /// draft or confirmed.
    status: &'a str,
}

/// A safer wording.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Wording")]
pub(in crate::http::api) struct WordingView<'a> {
    /// The id of the concept that it explains.
    concept: &'a str,
    /// Dutch, to put beside the word.
    text: String,
}

impl<'a> AnnotationResult<'a> {
    pub fn new(
        text: &'a str,
        [writer, reader]: [&'a Domain; 2],
        checked: &'a Checked<'a>,
        publication: &'a Publication,
    ) -> Self {
        Self {
            revision: &publication.revision,
            writer: writer.id.as_str(),
            reader: reader.id.as_str(),
            segments: segments(text, &checked.mentions, &publication.glossary),
            words: (1..)
                .zip(&checked.words)
                .map(|(number, found)| counted(number, found, &publication.glossary))
                .collect(),
        }
    }
}

impl<'a> ReadingList<'a> {
    pub fn new(
        page: &Page<'_>,
        [writer, reader]: [&'a Domain; 2],
        words: &'a [Word<'a>],
        publication: &'a Publication,
    ) -> Self {
        Self {
            revision: &publication.revision,
            writer: writer.id.as_str(),
            reader: reader.id.as_str(),
            total: page.total,
            page: page.number,
            per_page: page.size,
            words: words.iter().map(|word| word_view(word, &publication.glossary)).collect(),
        }
    }
}

/// Cuts a text at the places where terms stand, counting its code points once.
fn segments<'a>(text: &'a str, mentions: &[(Mention, usize)], glossary: &'a Glossary) -> Vec<TextSegmentView<'a>> {
    let plain = |text: &'a str| (!text.is_empty()).then_some(TextSegmentView { text, mention: None });
    let mut segments = Vec::new();
    let (mut byte, mut point) = (0, 0);
    for (mention, place) in mentions {
        let (before, written) = (&text[byte..mention.range.start], &text[mention.range.clone()]);
        let start = point + before.chars().count();
        let end = start + written.chars().count();
        segments.extend(plain(before));
        let mention = MentionView { start, end, number: place + 1, ..stands(mention, written, glossary) };
        segments.push(TextSegmentView { text: written, mention: Some(mention) });
        (byte, point) = (byte + before.len() + written.len(), end);
    }
    segments.extend(plain(&text[byte..]));
    segments
}

/// What stands at a place, of which the place itself is still to be told.
fn stands<'a>(mention: &Mention, written: &'a str, glossary: &'a Glossary) -> MentionView<'a> {
    let term = &glossary.terms[mention.term];
    let name = Name::at(term, mention.name);
    MentionView {
        start: 0,
        end: 0,
        term: term.id.as_str(),
        form: name.shown().unwrap_or(written),
        field: name.field.key(),
        how: mention.how.key(),
        confidence: mention.confidence.key(),
        number: 0,
    }
}

fn counted<'a>(number: usize, found: &'a Counted<'a>, glossary: &'a Glossary) -> CountedView<'a> {
    let word = word_view(&found.word, glossary);
    CountedView { number, count: found.count, confidence: found.confidence.key(), word }
}

fn word_view<'a>(word: &'a Word<'a>, glossary: &'a Glossary) -> WordView<'a> {
    let reading = &word.reading;
    let meaning = |concept: &&'a Concept| MeaningView::new(concept, glossary);
    WordView {
        term: word.term.id.as_str(),
        label: word.name.text,
        english: word.term.english.as_deref(),
        domain: word.name.domain.map(AsRef::as_ref),
        reading: ReadingView::new(reading),
        writer: reading.writer.iter().map(meaning).collect(),
        reader: reading.reader.iter().map(meaning).collect(),
        wordings: WordingView::all(word),
    }
}

impl<'a> ReadingView<'a> {
    pub fn new(reading: &'a Reading<'a>) -> Self {
        let ruling = reading.pair.and_then(|pair| pair.ruling.as_ref());
        Self {
            difference: reading.difference.key(),
            difference_text: reading.difference.dutch(),
            relation: reading.relation.key(),
            degree: reading.degree.map(Degree::number),
            basis: reading.basis.key(),
            basis_text: reading.basis.dutch(),
            status: reading.pair.and_then(standing),
            confidence: reading.confidence.key(),
            sentence: &reading.sentence.dutch,
            sentence_english: &reading.sentence.english,
            why: ruling.map(|ruling| ruling.why.as_str()).filter(|why| !why.is_empty()),
            misunderstanding: ruling.and_then(|ruling| ruling.misunderstanding.as_deref()),
            questions: ruling.map(|ruling| ruling.questions.as_slice()).unwrap_or_default(),
        }
    }
}

impl<'a> WordingView<'a> {
    /// A wording for each meaning of the writer.
    pub fn all(word: &'a Word<'a>) -> Vec<Self> {
        let wording = |(concept, text): (&'a Concept, String)| Self { concept: concept.id.as_str(), text };
        word.reading.wordings(word.term, word.name).into_iter().map(wording).collect()
    }
}

/// How far the verdict of a pair has come.
pub(in crate::http::api) fn standing(pair: &Pair) -> Option<&'static str> {
    let standing = pair.standing()?;
    Some(if pair.is_outdated() { "outdated" } else { standing.key() })
}

impl<'a> MeaningView<'a> {
    pub fn new(concept: &'a Concept, glossary: &'a Glossary) -> Self {
        Self {
            concept: concept.id.as_str(),
            label: concept.label.as_deref(),
            domain: concept.domain.as_str(),
            domain_label: glossary.domain_label(&concept.domain),
            definition: &concept.definition,
            explanation: &concept.explanation,
            status: concept.status.key(),
        }
    }
}
