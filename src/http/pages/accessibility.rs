// SPDX-License-Identifier: EUPL-1.2
//! `/accessibility`: how accessible these pages are as far as we know, what was tested and what was not, and where to report.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::http::App;
use crate::http::answer::Keep;
use crate::http::lang::Lang;
use crate::http::pages::about::ContactPart;
use crate::http::pages::parts::Frame;
use crate::http::pages::tagged_page;

/// The day on which the pages were last gone through for this statement.
const ASSESSED_ON: &str = "2026-11-22";

/// What was tested by programs, in both languages.
const TESTED: &[(&str, &str)] = &[
    (
        "Elke soort bladzijde met axe-core, op de regels van WCAG 2.0, 2.1 en 2.2 niveau A en AA en op goede gewoonten: breed (1280 pixels), smal (320 pixels) en met donkere kleuren.",
        "Every kind of page with axe-core, by the rules of WCAG 2.0, 2.1 and 2.2 level A and AA and by best practices: wide (1280 pixels), narrow (320 pixels) and with dark colours.",
    ),
    (
        "De vorm van elke bladzijde: niets schuift zijwaarts, ook niet op 320 pixels, bij 200% vergroten en op papier; één kop van het hoogste niveau; geen teken zonder woorden.",
        "The shape of every page: nothing scrolls sideways, also not at 320 pixels, enlarged to 200% and on paper; one heading of the highest level; no sign without words.",
    ),
    (
        "Van vraag naar antwoord en door het nakijken van een tekst met alleen het toetsenbord, met zichtbare focus.",
        "From question to answer and through the check of a text with the keyboard alone, with visible focus.",
    ),
    ("De bladzijden zonder scripts.", "The pages without scripts."),
];

/// What was not done, or does not work for everyone, in both languages.
const UNTESTED: &[(&str, &str)] = &[
    ("Er is geen onderzoek gedaan door een onafhankelijke partij.", "No independent party has examined the pages."),
    (
        "Er is niet getest met mensen met een beperking, en niet met een echte schermlezer.",
        "No people with a disability have tested the pages, and no real screen reader was used.",
    ),
    (
        "De tests draaien in Chromium. Andere browsers zijn niet getest.",
        "The tests run in Chromium. Other browsers were not tested.",
    ),
    (
        "Een programma vindt maar een deel van de problemen. Of een tekst duidelijk is en of een volgorde logisch is, ziet het niet.",
        "A program finds only part of the problems. It does not see whether a text is clear or an order makes sense.",
    ),
    (
        "Een tekst nakijken kan niet zonder scripts. De bladzijde zegt dan wat u wel kunt doen.",
        "A text cannot be checked without scripts. The page then says what you can do.",
    ),
    (
        "De woordenlijst zelf is Nederlands, ook op de Engelse bladzijden. Precieze omschrijvingen zijn soms moeilijker dan taalniveau B1; daarom staat er een eenvoudige uitleg bij.",
        "The glossary itself is in Dutch, also on the English pages. Exact definitions are sometimes harder than language level B1; that is why a plain explanation stands beside them.",
    ),
];

#[derive(Template)]
#[template(path = "accessibility.html")]
struct Accessibility<'a> {
    frame: Frame<'a>,
    assessed_on: &'static str,
    tested: Vec<&'static str>,
    untested: Vec<&'static str>,
    contact: Option<ContactPart<'a>>,
}

/// `GET /accessibility`.
pub(super) async fn show(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let publication = app.publication();
    let lang = Lang::of(&request);
    let said = |rows: &'static [(&'static str, &'static str)]| rows.iter().map(|row| lang.say(row.0, row.1)).collect();
    let page = Accessibility {
        frame: Frame::new(&publication, &request),
        assessed_on: ASSESSED_ON,
        tested: said(TESTED),
        untested: said(UNTESTED),
        contact: ContactPart::of(&app.settings),
    };
    tagged_page(&request, &app.tag(&publication), Keep::Shortly, &page)
}
