// SPDX-License-Identifier: EUPL-1.2
//! `/problems`: every kind of problem that a caller can meet, for programs.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::http::App;
use crate::http::answer::{Keep, json, unchanged};
use crate::http::api::parameters::NONE;
use crate::http::api::views::ProblemList;
use crate::http::params::Input;
use crate::http::problem::Problem;

/// `GET /api/v1/problems`.
pub(super) async fn list(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    Input::of_query(&request, NONE, &publication)?;
    let tag = app.tag(&publication);
    let fresh = || json(&tag, Keep::Shortly, &ProblemList::new());
    Ok(unchanged(&request, &tag, Keep::Shortly).unwrap_or_else(fresh))
}
