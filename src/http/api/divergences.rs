// SPDX-License-Identifier: EUPL-1.2
//! `/divergences`: all pairs, worst first, with the matrix of the domains.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::http::answer::{Keep, json_page, unchanged};
use crate::http::api::parameters::DIVERGENCES;
use crate::http::api::views::{DivergenceList, MatrixView, PairOfTerm};
use crate::http::paging::Page;
use crate::http::params::Input;
use crate::http::problem::Problem;
use crate::http::{API_BASE, App};
use crate::model::{DomainId, Keyed, PhaseRef};
use crate::publication::{Publication, Wanted};

/// `GET /api/v1/divergences`: pairs of all terms; of pairs across domains those that matter most come first.
pub(super) async fn list(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let input = Input::of_query(&request, DIVERGENCES, &publication)?;
    let tag = app.tag(&publication);
    if let Some(answer) = unchanged(&request, &tag, Keep::Shortly) {
        return Ok(answer);
    }
    let place = input.place(&publication);
    let pairs = publication.wanted_pairs(&wanted(&input, &publication), place);
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

/// What the parameters ask for.
fn wanted<'a>(input: &Input, publication: &'a Publication) -> Wanted<'a> {
    let domain = |id: &String| DomainId::parse(id).and_then(|id| publication.glossary.domain(&id));
    Wanted {
        domains: input.choices("domain").iter().filter_map(domain).collect(),
        phases: input.choices("phase").iter().filter_map(|name| PhaseRef::parse(name)).collect(),
        degrees: keyed(input, "degree"),
        relations: keyed(input, "relation"),
        bases: keyed(input, "basis"),
        differ: input.pair("differ", publication),
    }
}

fn keyed<K: Keyed>(input: &Input, name: &str) -> Vec<K> {
    input.choices(name).iter().filter_map(|key| K::from_key(key)).collect()
}
