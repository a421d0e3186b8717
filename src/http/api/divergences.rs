//! `/divergences`: all pairs, worst first, with the matrix of the domains.

use std::rc::Rc;

use actix_web::{HttpRequest, HttpResponse, web};

use crate::divergence::{Pair, Side};
use crate::http::answer::{Keep, json_page, unchanged};
use crate::http::api::operations::DIVERGENCES;
use crate::http::api::views::{DivergenceList, MatrixView, PairOfTerm};
use crate::http::paging::Page;
use crate::http::params::Input;
use crate::http::problem::Problem;
use crate::http::{API_BASE, App};
use crate::model::{Domain, DomainId, Glossary, Keyed, Meant, Origin, Place, Term};
use crate::publication::{Entry, Publication};

/// `GET /api/v1/divergences`: pairs of all terms; of pairs across domains those that matter most come first.
pub(super) async fn list(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let input = Input::of_query(&request, DIVERGENCES, &publication)?;
    let tag = app.tag(&publication);
    if let Some(answer) = unchanged(&request, &tag, Keep::Shortly) {
        return Ok(answer);
    }
    let place = input.place(&publication);
    let mut pairs = wanted(&input, place, &publication);
    pairs.sort_by(|(_, x), (_, y)| worse_first(x, y));
    let (number, size) = (input.count("page"), input.count("perPage"));
    let path = format!("{API_BASE}/divergences");
    let page = Page { path: &path, query: request.query_string(), number, size, total: pairs.len() };
    let view = DivergenceList {
        revision: &publication.revision,
        place: place.map(|place| place.id.as_str()),
        total: pairs.len(),
        page: number,
        per_page: size,
        divergences: pairs
            .iter()
            .skip((number - 1) * size)
            .take(size)
            .map(|(asked, pair)| PairOfTerm::new(asked.entry.term, pair, &asked.inheriting))
            .collect(),
        matrix: MatrixView::of(publication.matrix_in(place), &publication.glossary),
    };
    Ok(json_page(&tag, Keep::Shortly, &page, &view))
}

/// Judged before computed of the same degree; then by score.
fn worse_first(x: &Pair, y: &Pair) -> std::cmp::Ordering {
    let judged = |pair: &Pair| pair.ruling.is_some();
    y.degree
        .cmp(&x.degree)
        .then(judged(y).cmp(&judged(x)))
        .then(y.score.unwrap_or(0.0).total_cmp(&x.score.unwrap_or(0.0)))
}

/// A term, and what the chosen domains inherit in it.
struct Asked<'a> {
    entry: Entry<'a>,
    inheriting: Vec<Meant<'a>>,
}

/// The pairs of all terms that pass every filter, as they stand in a place or everywhere.
fn wanted<'a>(input: &Input, place: Option<&'a Place>, publication: &'a Publication) -> Vec<(Rc<Asked<'a>>, &'a Pair)> {
    let glossary = &publication.glossary;
    let choices = input.choices("domain");
    let domains: Vec<&Domain> =
        choices.iter().filter_map(|id| DomainId::parse(id)).filter_map(|id| glossary.domain(&id)).collect();
    let differ = input.pair("differ", publication);
    let mut found = Vec::new();
    for entry in publication.entries().map(|entry| publication.in_place(entry, place)) {
        let meant = domains.iter().filter_map(|domain| entry.meant_by(&domain.id));
        let inheriting = meant.filter(|meant| meant.origin() == Origin::Inherited).collect();
        let asked = Rc::new(Asked { entry, inheriting });
        let parted = differ.map(|sides| sides.map(|domain| entry.meanings(&domain.id)));
        let parts = |pair: &Pair| {
            parted.as_ref().is_none_or(|[first, second]| pair.differs() && pair.lies_between([first, second]))
        };
        let pairs = entry.pairs_here().into_iter().filter(|pair| {
            lies_in(pair, &domains, &asked.inheriting, glossary) && passes(entry.term, pair, input) && parts(pair)
        });
        found.extend(pairs.map(|pair| (Rc::clone(&asked), pair)));
    }
    found
}

/// Whether a pair is about the chosen domains. One domain: a side lies in it, or the domain takes that side over;
/// several: each side does so for one of them.
fn lies_in(pair: &Pair, domains: &[&Domain], inheriting: &[Meant<'_>], glossary: &Glossary) -> bool {
    let lies = |side: &Side| {
        let takes_over = |meant: &Meant<'_>| side.concept.as_ref().is_some_and(|concept| meant.holds(concept));
        domains.iter().any(|domain| glossary.belongs_to(&side.domain, &domain.id)) || inheriting.iter().any(takes_over)
    };
    match domains.len() {
        0 => true,
        1 => lies(&pair.a) || lies(&pair.b),
        _ => lies(&pair.a) && lies(&pair.b),
    }
}

/// Whether a pair passes the other filters.
fn passes(term: &Term, pair: &Pair, input: &Input) -> bool {
    let chosen = |name: &str, own: Option<&str>| {
        let choices = input.choices(name);
        choices.is_empty() || own.is_some_and(|own| choices.iter().any(|choice| choice == own))
    };
    let phases = input.choices("phase");
    chosen("degree", pair.degree.map(Keyed::key))
        && chosen("relation", Some(pair.relation.key()))
        && chosen("basis", Some(pair.basis.key()))
        && (phases.is_empty() || term.phases.iter().any(|phase| phases.contains(&phase.to_string())))
}
