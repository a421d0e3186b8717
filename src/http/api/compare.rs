// SPDX-License-Identifier: EUPL-1.2
//! `/compare`: two definitions that nobody published yet. Nothing of what is sent is kept or logged.

use actix_web::HttpResponse;
use serde_json::Value;

use crate::divergence::pair_of_texts;
use crate::http::answer::write_json;
use crate::http::api::form::Form;
use crate::http::api::views::PairView;
use crate::http::body::{Asked, answered_beside};
use crate::http::problem::Problem;
use crate::publication::Publication;

/// The largest body, in bytes.
const LARGEST: usize = 65_536;

/// `POST /api/v1/compare`: the pair object of two texts. Compared beside the threads that answer, which go on.
pub(super) async fn post(asked: Asked) -> Result<HttpResponse, Problem> {
    answered_beside(asked, LARGEST, compare).await
}

fn compare(body: &Value, publication: &Publication) -> Result<Vec<u8>, Problem> {
    let form = Form::read(body, publication).map_err(Problem::invalid_input)?;
    let pair = pair_of_texts([form.a.parts(), form.b.parts()], &form.term, &publication.yardstick());
    write_json(&PairView::new(&pair))
}
