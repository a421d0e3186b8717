// SPDX-License-Identifier: EUPL-1.2
//! What tools answer: the views of the API put together so that no meaning stands without its domain, its status and its sources, and no
//! difference without who says so.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use crate::annotation::{Counted, Mention};
use crate::divergence::Pair;
use crate::http::api::assistant::Desk;
use crate::http::api::views::{
    AgreementView, MeaningView, NoticeView, PairView, ReadingView, SourceView, SuggestionView, Summary, WithdrawnView,
    WordingView, standing,
};
use crate::http::card::{absence, basis_in_words};
use crate::http::lang::Lang;
use crate::model::{Concept, Domain, Glossary, Keyed, Meant, Origin, SourceId, Term};
use crate::publication::Entry;

/// What every answer begins with.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Heading<'a> {
    /// Whether anything is known of what was asked. Where it is false, say so and make nothing up.
    pub known: bool,
    /// What was found, in one or more Dutch sentences.
    pub message: String,
    /// What may and may not be done with the answer, in Dutch.
    pub caution: &'static str,
    /// The revision of the glossary.
    pub revision: &'a str,
    /// The licence of the texts, an SPDX identifier.
    pub licence: &'a str,
}

/// Words that were found.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct SearchAnswer<'a> {
    #[serde(flatten)]
    pub heading: Heading<'a>,
    /// How many words matched.
    pub total: usize,
    pub page: usize,
    pub per_page: usize,
    /// The words of this page, best first, each with its largest difference.
    pub terms: Vec<SpokenTerm<'a>>,
    /// Words that come near, where nothing matched.
    pub suggestions: Vec<SuggestionView<'a>>,
    /// What in the question was understood otherwise than it may be meant.
    pub notices: Vec<NoticeView>,
}

/// One word.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct TermAnswer<'a> {
    #[serde(flatten)]
    pub heading: Heading<'a>,
    /// The word; null where it is not known.
    pub term: Option<SpokenTerm<'a>>,
    /// What was agreed in the place that was asked for.
    pub agreements: Vec<AgreementView<'a>>,
    /// Words that come near, where it is not known.
    pub suggestions: Vec<SuggestionView<'a>>,
}

/// Two domains beside each other.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct CompareAnswer<'a> {
    #[serde(flatten)]
    pub heading: Heading<'a>,
    /// The id of the word; null where texts were given, or where it is not known.
    pub term: Option<&'a str>,
    /// Where people read about it.
    pub page: Option<String>,
    /// What each of the two means by it.
    pub sides: Vec<SpokenSide<'a>>,
    /// How the meanings of the two relate, in short.
    pub differences: Vec<SpokenDifference<'a>>,
    /// The same in full, as POST /compare has it.
    pub pairs: Vec<PairView<'a>>,
    /// Words that come near, where it is not known.
    pub suggestions: Vec<SuggestionView<'a>>,
}

/// A text that was checked.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct CheckAnswer<'a> {
    #[serde(flatten)]
    pub heading: Heading<'a>,
    /// The domain of who writes.
    pub writer: &'a str,
    /// The domain of who reads.
    pub reader: &'a str,
    /// The words of the glossary in the text: those that surely stand there first, and of those the ones that matter most.
    pub words: Vec<SpokenWord<'a>>,
}

/// A word with what every domain means by it.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct SpokenTerm<'a> {
    /// The id of the term.
    pub term: &'a str,
    pub label: &'a str,
    pub english: Option<&'a str>,
    /// Where people read about it.
    pub page: String,
    /// The place whose agreements are taken in.
    pub place: Option<&'a str>,
    /// That the word is withdrawn, and what came in its place; null where it holds.
    pub withdrawn: Option<WithdrawnView<'a>>,
    /// Every domain with a meaning, and every domain at the root that has none.
    pub sides: Vec<SpokenSide<'a>>,
    /// How the meanings relate, the largest differences between domains first.
    pub differences: Vec<SpokenDifference<'a>>,
}

/// A domain and what it means by a word.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct SpokenSide<'a> {
    pub domain: &'a str,
    /// Its Dutch name.
    pub domain_label: &'a str,
    /// Its meanings, each apart.
    pub meanings: Vec<SpokenMeaning<'a>>,
    /// What to say where nothing is known of this domain, in Dutch; null where something is.
    pub unknown: Option<&'static str>,
    /// The domain above it from which it takes its meaning over, where it does.
    pub from: Option<&'a str>,
}

/// A meaning, with how far it has come and what it rests on.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct SpokenMeaning<'a> {
    #[serde(flatten)]
    pub meaning: MeaningView<'a>,
    /// The status in Dutch words.
    pub status_text: &'static str,
    /// The place where it was agreed; null where it holds everywhere.
    pub place: Option<&'a str>,
    /// What it rests on; a source of the kind draft is our own wording.
    pub sources: Vec<SourceView<'a>>,
    #[serde(skip)]
    pub concept: &'a Concept,
}

/// How two meanings relate and who says so.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct SpokenDifference<'a> {
    #[serde(flatten)]
    pub summary: Summary<'a>,
    /// The two sides in Dutch words.
    pub sides: [String; 2],
    /// draft, confirmed or outdated; null where nobody judged it.
    pub status: Option<&'static str>,
    /// Who says so and how far that has come, in Dutch words.
    pub status_text: Cow<'static, str>,
    /// What goes wrong when nobody notices, where editors say so.
    pub misunderstanding: Option<&'a str>,
    /// What the two can ask each other, where editors say so.
    pub questions: &'a [String],
    /// What the judgement rests on; empty where nobody judged it.
    pub sources: Vec<SourceView<'a>>,
    #[serde(skip)]
    pub pair: &'a Pair,
}

/// A word in a text, and how writer and reader read it.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct SpokenWord<'a> {
    /// The id of the term.
    pub term: &'a str,
    /// The term, or the word of one domain that stands here.
    pub label: &'a str,
    pub english: Option<&'a str>,
    /// Where people read about it.
    pub page: String,
    /// How often it stands in the text.
    pub count: usize,
    /// How sure it is that it stands there: low, medium or high.
    pub confidence: &'a str,
    /// Where it stands: beginning and end, in Unicode code points from the start of the text.
    pub places: Vec<[usize; 2]>,
    pub reading: ReadingView<'a>,
    /// What it means to the writer.
    pub writer: SpokenSide<'a>,
    /// What it means to the reader.
    pub reader: SpokenSide<'a>,
    /// Words that say what the writer means.
    pub wordings: Vec<WordingView<'a>>,
    #[serde(skip)]
    pub said: &'a Counted<'a>,
}

/// The sources with these codes, in this order.
fn sources<'a>(ids: &[SourceId], glossary: &'a Glossary) -> Vec<SourceView<'a>> {
    ids.iter().filter_map(|id| glossary.source(id)).map(SourceView::new).collect()
}

impl<'a> SpokenTerm<'a> {
    /// A term with these of its pairs.
    pub fn new(entry: Entry<'a>, pairs: Vec<&'a Pair>, desk: Desk<'a>) -> Self {
        let term = entry.term;
        Self {
            term: term.id.as_str(),
            label: &term.label,
            english: term.english.as_deref(),
            page: desk.page(term),
            place: entry.here.map(|here| here.place.id.as_str()),
            withdrawn: WithdrawnView::of(term, &desk.publication.glossary),
            sides: SpokenSide::all(entry, &desk.publication.glossary),
            differences: pairs.into_iter().map(|pair| SpokenDifference::new(entry, pair, desk)).collect(),
        }
    }
}

impl<'a> SpokenSide<'a> {
    /// Every domain with a meaning of its own, and every domain at the root below which there is none.
    fn all(entry: Entry<'a>, glossary: &'a Glossary) -> Vec<Self> {
        let concepts = entry.concepts_here();
        let has_own = |domain: &Domain| concepts.iter().any(|concept| concept.domain == domain.id);
        let is_silent = |domain: &Domain| {
            domain.parent.is_none() && !concepts.iter().any(|own| glossary.belongs_to(&own.domain, &domain.id))
        };
        let wanted = glossary.domains.iter().filter(|domain| has_own(domain) || is_silent(domain));
        wanted.map(|domain| Self::meant(&entry.meant_or_nothing(&domain.id), domain, (entry, glossary))).collect()
    }

    /// What a domain means by a term.
    pub fn meant(meant: &Meant<'a>, domain: &'a Domain, (entry, glossary): (Entry<'a>, &'a Glossary)) -> Self {
        let unknown = || absence(entry, domain, glossary, Lang::Dutch);
        let from = (meant.origin() == Origin::Inherited).then(|| glossary.domain_label(meant.from));
        Self { from, ..Self::of(domain, &meant.concepts, (glossary, unknown)) }
    }

    /// A domain with these meanings; where there are none, what to say.
    pub fn of(
        domain: &'a Domain,
        concepts: &[&'a Concept],
        (glossary, unknown): (&'a Glossary, impl FnOnce() -> &'static str),
    ) -> Self {
        Self {
            domain: domain.id.as_str(),
            domain_label: &domain.label,
            meanings: concepts.iter().map(|concept| SpokenMeaning::new(concept, glossary)).collect(),
            unknown: concepts.is_empty().then(unknown),
            from: None,
        }
    }
}

impl<'a> SpokenMeaning<'a> {
    fn new(concept: &'a Concept, glossary: &'a Glossary) -> Self {
        Self {
            meaning: MeaningView::new(concept, glossary),
            status_text: concept.status.dutch(),
            place: concept.place.as_ref().map(AsRef::as_ref),
            sources: sources(&concept.sources, glossary),
            concept,
        }
    }
}

impl<'a> SpokenDifference<'a> {
    /// A pair of a term that is published.
    pub fn new(entry: Entry<'a>, pair: &'a Pair, desk: Desk<'a>) -> Self {
        let sides = [&pair.a, &pair.b].map(|side| entry.side_name(side));
        Self {
            sources: sources(verdict_sources(entry.term, pair), &desk.publication.glossary),
            ..Self::of(pair, sides)
        }
    }

    /// A pair of two texts.
    pub fn of(pair: &'a Pair, sides: [String; 2]) -> Self {
        let ruling = pair.ruling.as_ref();
        Self {
            summary: Summary::new(pair),
            sides,
            status: standing(pair),
            status_text: basis_in_words(Some(pair), Lang::Dutch),
            misunderstanding: ruling.and_then(|ruling| ruling.misunderstanding.as_deref()),
            questions: ruling.map(|ruling| ruling.questions.as_slice()).unwrap_or_default(),
            sources: Vec::new(),
            pair,
        }
    }
}

/// What the verdict on a pair rests on.
fn verdict_sources<'a>(term: &'a Term, pair: &Pair) -> &'a [SourceId] {
    let concepts = pair.a.concept.as_ref().zip(pair.b.concept.as_ref());
    let verdict = concepts.and_then(|(a, b)| term.verdict(a, b));
    verdict.map(|verdict| verdict.sources.as_slice()).unwrap_or_default()
}

impl<'a> SpokenWord<'a> {
    /// A word with where it stands.
    pub fn new(
        found: &'a Counted<'a>,
        places: Vec<[usize; 2]>,
        [writer, reader]: [&'a Domain; 2],
        desk: Desk<'a>,
    ) -> Self {
        let (word, glossary) = (&found.word, &desk.publication.glossary);
        let side = |domain, concepts: &[&'a Concept]| {
            SpokenSide::of(
                domain,
                concepts,
                (glossary, || "Dit domein geeft het woord hier geen betekenis. Leg het uit of vraag het na."),
            )
        };
        Self {
            term: word.term.id.as_str(),
            label: word.name.text,
            english: word.term.english.as_deref(),
            page: desk.page(word.term),
            count: found.count,
            confidence: found.confidence.key(),
            places,
            reading: ReadingView::new(&word.reading),
            writer: side(writer, &word.reading.writer),
            reader: side(reader, &word.reading.reader),
            wordings: WordingView::all(word),
            said: found,
        }
    }
}

impl SpokenWord<'_> {
    /// Who says how it is read, and how far that has come, in Dutch words.
    pub fn status_text(&self) -> Cow<'static, str> {
        let reading = &self.said.word.reading;
        reading.pair.map_or(Cow::Borrowed(reading.basis.dutch()), |pair| basis_in_words(Some(pair), Lang::Dutch))
    }
}

/// Where each word stands in a text, by the number of the word.
pub(super) fn places_of(text: &str, mentions: &[(Mention, usize)], words: usize) -> Vec<Vec<[usize; 2]>> {
    let mut places = vec![Vec::new(); words];
    let (mut byte, mut point) = (0, 0);
    for (mention, word) in mentions {
        let start = point + text[byte..mention.range.start].chars().count();
        let end = start + text[mention.range.clone()].chars().count();
        places[*word].push([start, end]);
        (byte, point) = (mention.range.end, end);
    }
    places
}
