//! `/compare`: two definitions that nobody published yet. Nothing of what is sent is kept or logged.

use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::Value;

use crate::divergence::{Pair, pair_of_texts};
use crate::http::App;
use crate::http::answer::json_once;
use crate::http::api::form::Form;
use crate::http::api::views::PairView;
use crate::http::body::json_body;
use crate::http::problem::Problem;
use crate::publication::Publication;

/// The largest body, in bytes.
const LARGEST: usize = 65_536;

/// `POST /api/v1/compare`: the pair object of two texts. Compared beside the threads that answer, which go on.
pub(super) async fn post(
    request: HttpRequest,
    payload: web::Payload,
    app: web::Data<App>,
) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let body = json_body(&request, payload, LARGEST).await?;
    let pair = web::block(move || compare(&body, &publication)).await.map_err(|_| Problem::internal())??;
    Ok(json_once(&PairView::new(&pair)))
}

fn compare(body: &Value, publication: &Publication) -> Result<Pair, Problem> {
    let form = Form::read(body, publication).map_err(Problem::invalid_input)?;
    Ok(pair_of_texts([form.a.parts(), form.b.parts()], &form.term, &publication.yardstick()))
}
