//! `/divergences`: all pairs, worst first, with the matrix of the domains.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::divergence::Pair;
use crate::http::answer::{Keep, json_page, unchanged};
use crate::http::api::operations::DIVERGENCES;
use crate::http::api::views::{DivergenceList, MatrixView, PairOfTerm};
use crate::http::paging::Page;
use crate::http::params::Input;
use crate::http::problem::Problem;
use crate::http::{API_BASE, App};
use crate::model::{DomainId, Keyed, Term};
use crate::publication::Publication;

/// `GET /api/v1/divergences`: pairs of all terms; of pairs across domains those that matter most come first.
pub(super) async fn list(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let input = Input::of_query(&request, DIVERGENCES, &publication)?;
    let tag = app.tag(&publication);
    if let Some(answer) = unchanged(&request, &tag, Keep::Shortly) {
        return Ok(answer);
    }
    let mut pairs: Vec<(&Term, &Pair)> =
        publication.pairs().filter(|(term, pair)| is_wanted(term, pair, &input, &publication)).collect();
    pairs.sort_by(|(_, x), (_, y)| worse_first(x, y));
    let (number, size) = (input.count("page"), input.count("perPage"));
    let path = format!("{API_BASE}/divergences");
    let page = Page { path: &path, query: request.query_string(), number, size, total: pairs.len() };
    let view = DivergenceList {
        revision: &publication.revision,
        total: pairs.len(),
        page: number,
        per_page: size,
        divergences: pairs
            .iter()
            .skip((number - 1) * size)
            .take(size)
            .map(|(term, pair)| PairOfTerm::new(term, pair))
            .collect(),
        matrix: MatrixView::of(&publication.matrix, &publication.glossary),
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

/// Whether a pair passes every filter. One domain: a side lies in it; several: each side lies in one of them.
fn is_wanted(term: &Term, pair: &Pair, input: &Input, publication: &Publication) -> bool {
    let domains: Vec<DomainId> = input.choices("domain").iter().filter_map(|id| DomainId::parse(id)).collect();
    let lies_in = |side: &DomainId| domains.iter().any(|domain| publication.glossary.belongs_to(side, domain));
    let in_domains = match domains.len() {
        0 => true,
        1 => lies_in(&pair.a.domain) || lies_in(&pair.b.domain),
        _ => lies_in(&pair.a.domain) && lies_in(&pair.b.domain),
    };
    let chosen = |name: &str, own: Option<&str>| {
        let choices = input.choices(name);
        choices.is_empty() || own.is_some_and(|own| choices.iter().any(|choice| choice == own))
    };
    let phases = input.choices("phase");
    in_domains
        && chosen("degree", pair.degree.map(Keyed::key))
        && chosen("relation", Some(pair.relation.key()))
        && chosen("basis", Some(pair.basis.key()))
        && (phases.is_empty() || term.phases.iter().any(|phase| phases.contains(&phase.to_string())))
}
