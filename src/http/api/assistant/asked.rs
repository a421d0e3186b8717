// SPDX-License-Identifier: EUPL-1.2
//! What each tool does: look up, show as data, say as a text. Nothing that is sent is kept or logged.

use serde::Serialize;

use crate::divergence::{Meaning, Pair, Side, pair_of_texts};
use crate::http::api::assistant::Desk;
use crate::http::api::assistant::said;
use crate::http::api::assistant::tools::Answered;
use crate::http::api::assistant::views::{
    CheckAnswer, CompareAnswer, Heading, SearchAnswer, SpokenDifference, SpokenSide, SpokenTerm, SpokenWord,
    TermAnswer, places_of,
};
use crate::http::api::between::Between;
use crate::http::api::form::MOST_WORDS;
use crate::http::api::views::{AgreementView, NoticeView, PairView, SuggestionView, near};
use crate::http::body::LONGEST_TEXT;
use crate::http::params::Input;
use crate::http::problem::Problem;
use crate::language::words_of;
use crate::model::{Domain, Place, TermId, Values};
use crate::publication::Entry;
use crate::search::{FACETS, Query};

/// What may be done with every answer.
const CAUTION: &str = "Elk domein staat apart. Voeg betekenissen niet samen tot één tekst. Noem bij elke betekenis het domein, de bron \
    en de status. Wat is berekend, heeft niemand nagekeken: dat is geen oordeel. Wat hier niet staat, is niet bekend: verzin het niet.";

/// What to say of a word that is not there.
const NOT_KNOWN: &str = "Dit woord staat niet in de woordenlijst. Dat zegt niet dat iedereen er hetzelfde mee bedoelt: dat is niet \
    bekend. Vraag het na bij beide domeinen.";

/// Words by what was typed and filters.
pub(super) fn search(input: &Input, desk: Desk<'_>) -> Result<Answered, Problem> {
    let publication = desk.publication;
    let understood = publication.understand(input.text("q"));
    let filters = FACETS.iter().map(|facet| input.filter(facet, publication));
    let (page, take) = (input.count("page"), input.count("perPage"));
    let query = Query {
        filters: filters.filter(|filter| !filter.values.is_empty()).collect(),
        skip: (page - 1) * take,
        take,
        ..Query::of(&understood)
    };
    let found = publication.index().search(&query).map_err(|error| {
        tracing::error!("the index cannot be read: {error}");
        Problem::internal()
    })?;
    let term = |place: usize| {
        let entry = publication.in_place(publication.entry_at(place), input.place(publication));
        SpokenTerm::new(entry, entry.headline().into_iter().filter(|pair| !pair.retired).collect(), desk)
    };
    let message = match found.total {
        0 => "Er is niets gevonden. Dat zegt niet dat iedereen hetzelfde bedoelt: dat is niet bekend.".to_owned(),
        total => format!("Gevonden: {total}. Hier {} daarvan, de beste eerst.", found.hits.len()),
    };
    let answer = SearchAnswer {
        heading: Heading { known: found.total > 0, ..heading(message, desk) },
        total: found.total,
        page,
        per_page: take,
        terms: found.hits.iter().map(|hit| term(hit.place)).collect(),
        suggestions: found.near.iter().map(|&place| SuggestionView::new(place, publication)).collect(),
        notices: understood.all_notices(&found).iter().map(NoticeView::new).collect(),
    };
    answered(&answer, said::search(&answer))
}

/// One word whole.
pub(super) fn term(input: &Input, desk: Desk<'_>) -> Result<Answered, Problem> {
    let publication = desk.publication;
    let word = input.text("term");
    let Some(entry) = entry(word, input.place(publication), desk) else {
        let answer = TermAnswer {
            heading: not_known(desk),
            term: None,
            agreements: Vec::new(),
            suggestions: suggestions(word, desk),
        };
        return answered(&answer, said::term(&answer));
    };
    let pairs = entry.pairs_here().into_iter().filter(|pair| !pair.retired).collect();
    let answer = TermAnswer {
        heading: heading(format!("Dit staat er in de woordenlijst over ‘{}’.", entry.term.label), desk),
        term: Some(SpokenTerm::new(entry, pairs, desk)),
        agreements: AgreementView::all(entry, &publication.glossary, desk.today),
        suggestions: Vec::new(),
    };
    answered(&answer, said::term(&answer))
}

/// Two domains beside each other: by a word, or by two texts that nobody published.
pub(super) fn compare(input: &Input, desk: Desk<'_>) -> Result<Answered, Problem> {
    let domains = two_domains(input, ["first", "second"], desk)?;
    let texts = ["firstText", "secondText"].map(|name| input.text(name).trim());
    match texts.map(str::is_empty) {
        [true, true] if input.text("term").trim().is_empty() => Err(Problem::fault(
            "term",
            "Noem het woord bij term, of geef twee eigen teksten bij firstText en secondText.",
            "Name the word in term, or give two texts of your own in firstText and secondText.",
        )),
        [true, true] => compare_published(input, domains, desk),
        [false, false] => compare_texts(input, domains, desk),
        [is_empty, _] => {
            let missing = if is_empty { "firstText" } else { "secondText" };
            Err(Problem::fault(
                missing,
                "Geef van beide domeinen een tekst, of van geen van beide.",
                "Give a text of both domains, or of neither.",
            ))
        }
    }
}

fn compare_published<'a>(input: &Input, domains: [&'a Domain; 2], desk: Desk<'a>) -> Result<Answered, Problem> {
    let publication = desk.publication;
    let word = input.text("term");
    let Some(entry) = entry(word, input.place(publication), desk) else {
        let answer = CompareAnswer { suggestions: suggestions(word, desk), ..nothing_compared(not_known(desk)) };
        return answered(&answer, said::compare(&answer));
    };
    let names = domains.map(|domain| domain.id.as_str()).join(",");
    let between = Between::read(&names, entry)?.ok_or_else(Problem::internal)?;
    let glossary = &publication.glossary;
    let sides: Vec<SpokenSide<'_>> = between
        .sides
        .iter()
        .zip(domains)
        .map(|(meant, domain)| SpokenSide::meant(meant, domain, (entry, glossary)))
        .collect();
    let pairs: Vec<&Pair> = between.pairs.iter().copied().filter(|pair| !pair.retired).collect();
    let known = sides.iter().filter(|side| !side.meanings.is_empty()).count();
    let message = match (known, pairs.is_empty()) {
        (0, _) => "Van geen van beide domeinen staat hier wat zij met dit woord bedoelen.",
        (1, _) => "Van één domein is hier niet bekend wat het met dit woord bedoelt. Vraag het na.",
        (_, true) => "Beide domeinen hebben hier dezelfde tekst. Er valt niets te vergelijken.",
        (_, false) => "Dit zegt de woordenlijst over het verschil.",
    };
    let answer = CompareAnswer {
        term: Some(entry.term.id.as_str()),
        page: Some(desk.page(entry.term)),
        sides,
        differences: pairs.iter().map(|pair| SpokenDifference::new(entry, pair, desk)).collect(),
        pairs: pairs.iter().map(|pair| PairView::asked(pair, &between.sides)).collect(),
        ..nothing_compared(Heading { known: known > 0, ..heading(message.to_owned(), desk) })
    };
    answered(&answer, said::compare(&answer))
}

fn compare_texts(input: &Input, domains: [&Domain; 2], desk: Desk<'_>) -> Result<Answered, Problem> {
    let lexicon = &desk.publication.lexicon;
    for name in ["firstText", "secondText"] {
        let words = words_of(input.text(name), lexicon).len();
        if words == 0 || words > MOST_WORDS {
            return Err(Problem::fault(
                name,
                format!("Deze tekst heeft {words} woorden. Schrijf er 1 tot en met {MOST_WORDS}."),
                format!("This text has {words} words. Write 1 to {MOST_WORDS}."),
            ));
        }
    }
    let (facets, values) = (std::collections::BTreeMap::default(), Values::default());
    let part = |domain: &Domain| Side { domain: domain.id.clone(), concept: None, place: None };
    let meaning = |name| Meaning { definition: input.text(name), facets: &facets, values: &values };
    let parts =
        [(part(domains[0]), domains[0], meaning("firstText")), (part(domains[1]), domains[1], meaning("secondText"))];
    let pair = pair_of_texts(parts, input.text("term"), &desk.publication.yardstick());
    let own = || "Deze tekst gaf u zelf. Zij staat niet in de woordenlijst en heeft geen bron.";
    let message = "Deze vergelijking is berekend uit de twee teksten die u gaf. Niemand beoordeelde haar.";
    let answer = CompareAnswer {
        sides: domains.map(|domain| SpokenSide::of(domain, &[], (&desk.publication.glossary, own))).into(),
        differences: vec![SpokenDifference::of(&pair, domains.map(|domain| domain.label.clone()))],
        pairs: vec![PairView::new(&pair)],
        ..nothing_compared(heading(message.to_owned(), desk))
    };
    answered(&answer, said::compare(&answer))
}

/// The words of a text that its reader reads otherwise.
pub(super) fn check(input: &Input, desk: Desk<'_>) -> Result<Answered, Problem> {
    let text = input.text("text");
    if text.len() > LONGEST_TEXT {
        return Err(Problem::long_text(text.len(), LONGEST_TEXT));
    }
    let [writer, reader] = sides_of_check(input, desk)?;
    let checked = desk.publication.check_text(text, writer, reader);
    let places = places_of(text, &checked.mentions, checked.words.len());
    let words: Vec<SpokenWord<'_>> = checked
        .words
        .iter()
        .zip(places)
        .map(|(found, places)| SpokenWord::new(found, places, [writer, reader], desk))
        .collect();
    let message = match words.len() {
        0 => "In deze tekst staat geen woord van de woordenlijst. Dat zegt niet dat iedereen de tekst hetzelfde leest: dat is niet bekend.".to_owned(),
        count => format!("In deze tekst staan {count} woorden van de woordenlijst. Andere woorden zijn niet nagekeken."),
    };
    let answer = CheckAnswer {
        heading: Heading { known: !words.is_empty(), ..heading(message, desk) },
        writer: writer.id.as_str(),
        reader: reader.id.as_str(),
        words,
    };
    answered(&answer, said::check(&answer))
}

fn sides_of_check<'a>(input: &Input, desk: Desk<'a>) -> Result<[&'a Domain; 2], Problem> {
    let domain = |name| input.domain(name, desk.publication).ok_or_else(Problem::internal);
    Ok([domain("writer")?, domain("reader")?])
}

/// Two different domains by these names.
fn two_domains<'a>(input: &Input, names: [&str; 2], desk: Desk<'a>) -> Result<[&'a Domain; 2], Problem> {
    let domain = |name| input.domain(name, desk.publication).ok_or_else(Problem::internal);
    let [first, second] = [domain(names[0])?, domain(names[1])?];
    if first.id == second.id {
        return Err(Problem::fault(
            names[1],
            "Dit is hetzelfde domein als het eerste. Kies een ander domein.",
            "This is the same domain as the first. Choose another.",
        ));
    }
    Ok([first, second])
}

/// The term of this id, or that is known by this word.
fn entry<'a>(word: &str, place: Option<&'a Place>, desk: Desk<'a>) -> Option<Entry<'a>> {
    let publication = desk.publication;
    let by_id = TermId::parse(word).and_then(|id| publication.entry(&id));
    let entry = by_id.or_else(|| publication.entry(&publication.look_up(word)?.term.id))?;
    Some(publication.in_place(entry, place))
}

fn suggestions<'a>(word: &str, desk: Desk<'a>) -> Vec<SuggestionView<'a>> {
    near(word, desk.publication).into_iter().map(|place| SuggestionView::new(place, desk.publication)).collect()
}

/// What begins an answer about a word that is not there.
fn not_known(desk: Desk<'_>) -> Heading<'_> {
    Heading { known: false, ..heading(NOT_KNOWN.to_owned(), desk) }
}

/// What begins an answer about something that is known.
fn heading(message: String, desk: Desk<'_>) -> Heading<'_> {
    let publication = desk.publication;
    Heading {
        known: true,
        message,
        caution: CAUTION,
        revision: &publication.revision,
        licence: &publication.glossary.about.licence,
    }
}

fn nothing_compared(heading: Heading<'_>) -> CompareAnswer<'_> {
    CompareAnswer {
        heading,
        term: None,
        page: None,
        sides: Vec::new(),
        differences: Vec::new(),
        pairs: Vec::new(),
        suggestions: Vec::new(),
    }
}

fn answered(answer: &impl Serialize, text: String) -> Result<Answered, Problem> {
    let data = serde_json::to_value(answer).map_err(|_| Problem::internal())?;
    Ok(Answered { data, text })
}
