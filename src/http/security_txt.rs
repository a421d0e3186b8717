// SPDX-License-Identifier: EUPL-1.2
//! `/.well-known/security.txt` (RFC 9116), from the configuration; absent when nothing was configured.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::http::{App, pages, readable};

pub(super) fn routes(config: &mut web::ServiceConfig) {
    config.service(readable("/.well-known/security.txt", show));
}

async fn show(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let Some(security) = &app.settings.security else { return pages::not_found(request, app.clone()).await };
    let text = format!("Contact: {}\nExpires: {}\nPreferred-Languages: nl, en\n", security.address, security.expires);
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(text)
}
