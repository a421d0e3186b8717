// SPDX-License-Identifier: EUPL-1.2
//! `/forms`: the forms of all names, so that a browser finds the terms of a text without sending it.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::http::App;
use crate::http::answer::{Keep, unchanged, write_json, written_json};
use crate::http::api::parameters::NONE;
use crate::http::api::views::FormList;
use crate::http::params::Input;
use crate::http::problem::Problem;
use crate::publication::Publication;

/// The list with its first form alone, for the description.
pub(super) fn beginning(publication: &Publication) -> Result<Vec<u8>, Problem> {
    let forms = publication.forms();
    write_json(&FormList::new(&publication.revision, &forms[..forms.len().min(1)]))
}

/// `GET /api/v1/forms`: made beside the threads that answer, which go on.
pub(super) async fn list(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    Input::of_query(&request, NONE, &publication)?;
    let tag = app.tag(&publication);
    if let Some(answer) = unchanged(&request, &tag, Keep::Shortly) {
        return Ok(answer);
    }
    let written = web::block(move || write_json(&FormList::new(&publication.revision, &publication.forms())));
    Ok(written_json(&tag, Keep::Shortly, written.await.map_err(|_| Problem::internal())??))
}
