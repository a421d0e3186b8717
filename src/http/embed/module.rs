// SPDX-License-Identifier: EUPL-1.2
//! `/embed/taalbrug.js`: the elements as one module, put together from files that each do one thing; and what the page for
//! frames loads.

use actix_web::{HttpRequest, HttpResponse};

use crate::http::answer::{Keep, digest};
use crate::http::assets::asset;

/// The module: the style as a text, then the files in the order in which they use each other.
pub const MODULE: &str = concat!(
    "// Taalbrug in other pages. Licence: EUPL-1.2.\n",
    "const STYLE = `",
    include_str!("../assets/embed/style.css"),
    "`;\n",
    include_str!("../assets/embed/words.js"),
    include_str!("../assets/embed/service.js"),
    include_str!("../assets/embed/card.js"),
    include_str!("../assets/embed/term.js"),
    include_str!("../assets/embed/search.js"),
    include_str!("../assets/embed/finder.js"),
    include_str!("../assets/embed/word.js"),
    include_str!("../assets/embed/mark.js"),
    include_str!("../assets/embed/main.js"),
);

const STYLE: &str = include_str!("../assets/embed/style.css");
const FRAME_STYLE: &str = include_str!("../assets/embed/frame.css");
const FRAME_SCRIPT: &str = include_str!("../assets/embed/frame.js");

const SCRIPT_TYPE: &str = "text/javascript; charset=utf-8";
const STYLE_TYPE: &str = "text/css; charset=utf-8";

/// The module. Under an address that names its tag, `?v=…`, it never changes.
pub(super) async fn show(request: HttpRequest) -> HttpResponse {
    let named = request.query_string().strip_prefix("v=").is_some_and(|tag| tag == digest(MODULE.as_bytes()));
    asset(&request, SCRIPT_TYPE, MODULE, if named { Keep::ForGood } else { Keep::Meanwhile })
}

pub(super) async fn style(request: HttpRequest) -> HttpResponse {
    asset(&request, STYLE_TYPE, STYLE, Keep::Shortly)
}

pub(super) async fn frame_style(request: HttpRequest) -> HttpResponse {
    asset(&request, STYLE_TYPE, FRAME_STYLE, Keep::Shortly)
}

pub(super) async fn frame_script(request: HttpRequest) -> HttpResponse {
    asset(&request, SCRIPT_TYPE, FRAME_SCRIPT, Keep::Shortly)
}

#[cfg(test)]
mod tests {
    use super::STYLE;

    #[test]
    fn the_style_can_stand_in_the_module_as_it_is() {
        assert!(!STYLE.contains(['`', '\\']) && !STYLE.contains("${"));
    }
}
