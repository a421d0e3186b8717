// SPDX-License-Identifier: EUPL-1.2
//! What intranets and browsers put in their own pages: elements in one module, a page for frames, oEmbed and a description for
//! search bars. Stands beside `api` and `pages` and knows neither: it shows cards, and its script asks the API as anyone would.

mod frame;
mod module;
mod oembed;
mod opensearch;

pub use self::module::MODULE;

use actix_web::web;

use crate::http::readable;

pub(super) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(readable("/embed/taalbrug.js", module::show))
        .service(readable("/embed/style.css", module::style))
        .service(readable("/embed/frame.js", module::frame_script))
        .service(readable("/embed/frame.css", module::frame_style))
        .service(readable("/embed/terms/{id}", frame::show))
        .service(readable("/oembed", oembed::show))
        .service(readable("/opensearch.xml", opensearch::describe))
        .service(readable("/suggest", opensearch::suggest));
}
