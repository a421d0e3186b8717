// SPDX-License-Identifier: EUPL-1.2
//! `/.well-known/security.txt` (RFC 9116), from the configuration; absent when nothing was configured, for no
//! file is better than one that leads nowhere, and absent once its time is over, for then it may not be used (section 2.5.5).

use std::fmt::Write;

use actix_web::{HttpRequest, HttpResponse, web};
use jiff::Timestamp;

use crate::http::{App, pages, readable};

/// Where the file stands, on every site.
const PATH: &str = "/.well-known/security.txt";

pub(super) fn routes(config: &mut web::ServiceConfig) {
    config.service(readable(PATH, show));
}

async fn show(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let known = app.settings.security.as_ref().filter(|security| security.expires > Timestamp::now());
    let Some(security) = known else { return pages::not_found(request, app.clone()).await };
    let mut text =
        format!("Contact: {}\nExpires: {}\nPreferred-Languages: nl, en\n", security.address, security.expires);
    if let Some(base) = &app.settings.base_url {
        let _ = writeln!(text, "Canonical: {}{PATH}", base.as_str());
    }
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(text)
}
