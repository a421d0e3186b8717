// SPDX-License-Identifier: EUPL-1.2
//! Two meanings beside each other: what they share, what to ask, and side by side what each facet says.

use crate::divergence::{Basis, FacetComparison, FacetState, Pair};
use crate::http::lang::Lang;
use crate::http::pages::ask::AskPart;
use crate::http::pages::parts::Badge;
use crate::http::pages::subject::Subject;
use crate::language::capital;
use crate::model::{Degree, Relation};

/// A pair as a page shows it.
pub(super) struct PairPart<'a> {
    pub heading: &'static str,
    pub title: String,
    pub a: String,
    pub b: String,
    /// The same as short as tells the sides apart: for the many cells of a table.
    pub short_a: String,
    pub short_b: String,
    pub badge: Badge<'a>,
    /// What both say; not asked of a pair that is no longer in use, nor are the next two.
    pub shared: Option<SharedPart<'a>>,
    pub misunderstanding: Option<&'a str>,
    pub ask: AskPart<'a>,
    pub rows: Vec<RowPart<'a>>,
    /// What a language model says, where there is one.
    pub model: Option<String>,
}

/// What two meanings share.
pub(super) struct SharedPart<'a> {
    /// Runs of words that both definitions hold.
    pub words: &'a [String],
    /// The facets of which both say the same.
    pub facets: Vec<String>,
    /// What to say where there is neither.
    pub nothing: &'static str,
}

/// A facet of a pair: what each side says, and how that compares.
pub(super) struct RowPart<'a> {
    pub label: String,
    /// Nothing where the side does not say anything of it yet.
    pub a: Option<&'a str>,
    pub b: Option<&'a str>,
    pub sign: &'static str,
    pub state: String,
    /// What the editors say where there is nothing to compare yet.
    pub note: Option<String>,
    pub class: &'static str,
}

impl<'a> PairPart<'a> {
    pub fn new(pair: &'a Pair, subject: Subject<'a>) -> Self {
        let lang = subject.lang;
        let [a, b] = [&pair.a, &pair.b].map(|side| subject.side(side));
        let [short_a, short_b] = if pair.a.domain == pair.b.domain {
            [a.clone(), b.clone()]
        } else {
            [&pair.a, &pair.b].map(|side| subject.domain(&side.domain))
        };
        let (compared, alone): (Vec<_>, Vec<_>) =
            pair.facets.iter().partition(|facet| facet.a.is_some() && facet.b.is_some());
        let compared = compared.into_iter().map(|facet| compared_row(facet, subject));
        let speaker = |facet: &FacetComparison| if facet.a.is_some() { &short_a } else { &short_b };
        let alone = alone.into_iter().map(|facet| row_of_one_side(facet, speaker(facet), subject));
        let ruling = pair.ruling.as_ref().filter(|_| !pair.retired);
        Self {
            heading: heading(pair.relation, lang),
            title: subject.title(pair),
            badge: Badge::new(pair, lang),
            shared: (!pair.retired).then(|| shared(pair, subject)),
            misunderstanding: ruling.and_then(|ruling| ruling.misunderstanding.as_deref()),
            ask: AskPart::new(pair, subject.glossary),
            rows: compared.chain(alone).collect(),
            model: model(pair, lang),
            a,
            b,
            short_a,
            short_b,
        }
    }
}

fn heading(relation: Relation, lang: Lang) -> &'static str {
    match relation {
        Relation::Same => lang.say("Waarin komen ze overeen?", "What do they have in common?"),
        Relation::Unclear => lang.say("Loopt het uit elkaar?", "Does it part?"),
        _ => lang.say("Waar loopt het uit elkaar?", "Where does it part?"),
    }
}

fn shared<'a>(pair: &'a Pair, subject: Subject<'a>) -> SharedPart<'a> {
    let agrees = |facet: &&FacetComparison| {
        let is_judged_same = facet.judged.is_none_or(|degree| degree == Degree::Same);
        facet.a.is_some() && facet.b.is_some() && is_judged_same && facet.state == FacetState::Same
    };
    let judged_same = pair.relation == Relation::Same && pair.basis == Basis::Editors && !pair.is_outdated();
    SharedPart {
        words: &pair.shared,
        facets: pair.facets.iter().filter(agrees).map(|facet| subject.facet(facet)).collect(),
        nothing: if judged_same {
            subject.lang.say("Ze zeggen hetzelfde in andere woorden.", "They say the same in other words.")
        } else {
            subject.lang.say(
                "Aan de woorden is geen gedeelde kern te zien. Zoek die samen.",
                "The words show no shared core. Look for it together.",
            )
        },
    }
}

/// The questions of the editors; where they wrote none, those of the facets that part or that one side leaves open.
fn model(pair: &Pair, lang: Lang) -> Option<String> {
    let likeness = pair.likeness.as_ref().filter(|_| !pair.retired)?;
    Some(lang.sentence(&likeness.sentence(pair.basis)).to_owned())
}

/// A facet that both sides describe.
fn compared_row<'a>(facet: &'a FacetComparison, subject: Subject<'a>) -> RowPart<'a> {
    let (sign, class) = match (facet.judged, facet.state) {
        (Some(Degree::Conflicting), _) => ("≠", "degree-3"),
        (Some(Degree::Substantial), _) => ("±", "degree-2"),
        (Some(Degree::Nuance), _) => ("≈", "degree-1"),
        (Some(Degree::Same), _) | (None, FacetState::Same) => ("=", "degree-0"),
        (None, _) => ("?", "unclear"),
    };
    let lang = subject.lang;
    let state = match (facet.judged, facet.state) {
        (Some(degree), _) => capital(lang.of_key(degree)),
        (None, FacetState::Different | FacetState::Partly) => {
            lang.say("Andere woorden; niet beoordeeld", "Other words; not judged").to_owned()
        }
        (None, state) => capital(lang.of_key(state)),
    };
    RowPart { sign, state, class, ..row(facet, subject) }
}

/// A facet that one side describes and the other does not yet: there is nothing to compare, whatever was judged.
fn row_of_one_side<'a>(facet: &'a FacetComparison, speaker: &str, subject: Subject<'a>) -> RowPart<'a> {
    let lang = subject.lang;
    let judgement = |degree: Degree| {
        let degree = lang.of_key(degree);
        lang.say(
            format!("Volgens de redactie: {degree}. De andere tekst ontbreekt nog."),
            format!("To the editors: {degree}. The other text is not there yet."),
        )
    };
    let state = format!("{} {speaker}", lang.say("Alleen bij", "Only"));
    RowPart { state, note: facet.judged.map(judgement), ..row(facet, subject) }
}

/// What both kinds of row have.
fn row<'a>(facet: &'a FacetComparison, subject: Subject<'a>) -> RowPart<'a> {
    RowPart {
        label: subject.facet(facet),
        a: facet.a.as_deref(),
        b: facet.b.as_deref(),
        sign: "…",
        state: String::new(),
        note: None,
        class: "unclear",
    }
}
