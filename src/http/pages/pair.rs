//! Two meanings beside each other: how they relate, what to ask, and side by side what each facet says.

use crate::divergence::{Basis, FacetComparison, FacetState, Pair, Side};
use crate::http::pages::lang::Lang;
use crate::http::pages::parts::Badge;
use crate::language::capital;
use crate::model::{Degree, Glossary, Keyed, Relation};
use crate::publication::Entry;

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
    pub shared: Option<String>,
    pub misunderstanding: Option<&'a str>,
    pub questions: &'a [String],
    pub rows: Vec<RowPart<'a>>,
    /// What a language model says, where there is one.
    pub model: Option<String>,
}

/// A facet of a pair: what each side says, and how that compares.
pub(super) struct RowPart<'a> {
    pub label: &'a str,
    pub a: &'a str,
    pub b: &'a str,
    pub sign: &'static str,
    pub state: String,
    /// What the editors say where there is nothing to compare yet.
    pub note: Option<String>,
    pub class: &'static str,
}

impl<'a> PairPart<'a> {
    pub fn new(pair: &'a Pair, entry: Entry<'a>, glossary: &'a Glossary, lang: Lang) -> Self {
        let domain = |side: &'a Side| glossary.domain_label(&side.domain);
        let [a, b] = [&pair.a, &pair.b].map(|side| entry.side_name(side));
        let [short_a, short_b] = if pair.a.domain == pair.b.domain {
            [a.clone(), b.clone()]
        } else {
            [&pair.a, &pair.b].map(|side| domain(side).to_owned())
        };
        let (compared, alone): (Vec<_>, Vec<_>) =
            pair.facets.iter().partition(|facet| facet.a.is_some() && facet.b.is_some());
        let compared = compared.into_iter().map(compared_row);
        let alone =
            alone.into_iter().map(|facet| row_of_one_side(facet, if facet.a.is_some() { &short_a } else { &short_b }));
        let ruling = pair.ruling.as_ref().filter(|_| !pair.retired);
        Self {
            heading: heading(pair.relation),
            title: format!("{a} en {b}"),
            badge: Badge::new(pair, lang),
            shared: (!pair.retired).then(|| shared(pair)),
            misunderstanding: ruling.and_then(|ruling| ruling.misunderstanding.as_deref()),
            questions: ruling.map(|ruling| ruling.questions.as_slice()).unwrap_or_default(),
            rows: compared.chain(alone).collect(),
            model: pair.likeness.as_ref().filter(|_| !pair.retired).map(|likeness| likeness.dutch(pair.basis)),
            a,
            b,
            short_a,
            short_b,
        }
    }
}

fn heading(relation: Relation) -> &'static str {
    match relation {
        Relation::Same => "Waarin komen ze overeen?",
        Relation::Unclear => "Loopt het uit elkaar?",
        _ => "Waar loopt het uit elkaar?",
    }
}

fn shared(pair: &Pair) -> String {
    let asks = pair.ruling.as_ref().is_some_and(|ruling| !ruling.questions.is_empty());
    if !pair.shared.is_empty() {
        let quoted: Vec<String> = pair.shared.iter().map(|words| format!("‘{words}’")).collect();
        return quoted.join(", ");
    }
    match pair.relation {
        Relation::Same if pair.basis == Basis::Editors && !pair.is_outdated() => {
            "Ze zeggen hetzelfde in andere woorden.".to_owned()
        }
        _ if asks => {
            "Aan de woorden is geen gedeelde kern te zien. Zoek die samen, met de vragen hierboven.".to_owned()
        }
        _ => "Aan de woorden is geen gedeelde kern te zien. Zoek die samen.".to_owned(),
    }
}

/// A facet that both sides describe.
fn compared_row(facet: &FacetComparison) -> RowPart<'_> {
    let (sign, class) = match (facet.judged, facet.state) {
        (Some(Degree::Conflicting), _) => ("≠", "degree-3"),
        (Some(Degree::Substantial), _) => ("±", "degree-2"),
        (Some(Degree::Nuance), _) => ("≈", "degree-1"),
        (Some(Degree::Same), _) | (None, FacetState::Same) => ("=", "degree-0"),
        (None, _) => ("?", "unclear"),
    };
    let state = match (facet.judged, facet.state) {
        (Some(degree), _) => capital(degree.dutch()),
        (None, FacetState::Different | FacetState::Partly) => "Andere woorden; niet beoordeeld".to_owned(),
        (None, state) => capital(state.dutch()),
    };
    RowPart { sign, state, class, ..row(facet) }
}

/// A facet that one side describes and the other does not yet: there is nothing to compare, whatever was judged.
fn row_of_one_side<'a>(facet: &'a FacetComparison, speaker: &str) -> RowPart<'a> {
    let judgement = |degree: Degree| format!("Volgens de redactie: {}. De andere tekst ontbreekt nog.", degree.dutch());
    RowPart { state: format!("Alleen bij {speaker}"), note: facet.judged.map(judgement), ..row(facet) }
}

/// What both kinds of row have.
fn row(facet: &FacetComparison) -> RowPart<'_> {
    RowPart {
        label: &facet.label,
        a: facet.a.as_deref().unwrap_or("nog niet beschreven"),
        b: facet.b.as_deref().unwrap_or("nog niet beschreven"),
        sign: "…",
        state: String::new(),
        note: None,
        class: "unclear",
    }
}
