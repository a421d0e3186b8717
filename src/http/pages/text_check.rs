// SPDX-License-Identifier: EUPL-1.2
//! `/text-check`: the words in a text that its reader will read otherwise. The text is looked through in the browser and
//! sent nowhere; this page brings the choice of domains, the words that the script shows, and what to do without scripts.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::divergence::Basis;
use crate::http::answer::Keep;
use crate::http::body::LONGEST_TEXT;
use crate::http::lang::Lang;
use crate::http::pages::parts::{Frame, relation_words};
use crate::http::pages::tagged_page;
use crate::http::sign::sign;
use crate::http::{API_BASE, App};
use crate::language::capital;
use crate::model::{Degree, Domain, Keyed, Relation, VerdictStatus};
use crate::publication::Publication;

#[derive(Template)]
#[template(path = "text-check.html")]
struct TextCheck<'a> {
    frame: Frame<'a>,
    domains: Vec<DomainPart<'a>>,
    writer: &'a str,
    reader: &'a str,
    /// The signs of relations that have a degree, and of those that have none.
    signs: Vec<SignPart>,
    /// What may stand in an answer, in words: the name of the value, its key and the words.
    words: Vec<(&'static str, &'static str, String)>,
    longest: usize,
    api: &'static str,
}

/// A domain to choose.
struct DomainPart<'a> {
    id: &'a str,
    label: String,
    writes: bool,
    reads: bool,
}

/// A sign with the style of its degree, by what it stands for.
struct SignPart {
    key: &'static str,
    sign: &'static str,
    class: &'static str,
}

/// `GET /text-check`: who writes and who reads may stand in the address, never the text.
pub(super) async fn show(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let publication = app.publication();
    let lang = Lang::of(&request);
    let [writer, reader] = sides(request.query_string(), &publication);
    let part = |domain| domain_part(domain, [writer, reader], lang);
    let page = TextCheck {
        frame: Frame::new(&publication, &request),
        domains: publication.glossary.domains.iter().map(part).collect(),
        writer,
        reader,
        signs: signs(),
        words: words(lang),
        longest: LONGEST_TEXT,
        api: API_BASE,
    };
    tagged_page(&request, &app.tag(&publication), Keep::Shortly, &page)
}

fn domain_part<'a>(domain: &'a Domain, [writer, reader]: [&str; 2], lang: Lang) -> DomainPart<'a> {
    DomainPart {
        id: domain.id.as_str(),
        label: lang.say(domain.label.clone(), capital(&domain.english)),
        writes: domain.id.as_str() == writer,
        reads: domain.id.as_str() == reader,
    }
}

/// Who writes and who reads: as the address says where we know them, else the first two domains.
fn sides<'a>(query: &str, publication: &'a Publication) -> [&'a str; 2] {
    let domains = || publication.glossary.domains.iter().map(|domain| domain.id.as_str());
    let asked = |name: &str| {
        let given = form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == name)?.1;
        domains().find(|id| *id == given)
    };
    let mut roots = publication.glossary.root_domains().map(|domain| domain.id.as_str());
    let first = roots.next().unwrap_or_default();
    [asked("writer").unwrap_or(first), asked("reader").or_else(|| roots.next()).unwrap_or(first)]
}

fn signs() -> Vec<SignPart> {
    let of = |key, relation, degree| {
        let (sign, class) = sign(relation, degree);
        SignPart { key, sign, class }
    };
    let degrees = Degree::ALL.iter().map(|row| of(row.1, Relation::Conflict, Some(row.0)));
    let others = [Relation::OneSided, Relation::Unclear].map(|relation| of(relation.key(), relation, None));
    degrees.chain(others).collect()
}

/// The words for relations, for who says so and for how far that has come.
fn words(lang: Lang) -> Vec<(&'static str, &'static str, String)> {
    let relation = |row: &(Relation, &'static str, &str, &str)| ("relation", row.1, relation_words(row.0, lang));
    let basis = |row: &(Basis, &'static str, &str, &str)| ("basis", row.1, capital(lang.of_key(row.0)));
    let status = |row: &(VerdictStatus, &'static str, &str, &str)| ("status", row.1, lang.of_key(row.0).to_owned());
    let outdated = ("status", "outdated", lang.say("verouderd", "outdated").to_owned());
    let spoken = Relation::ALL.iter().map(relation).chain(Basis::ALL.iter().map(basis));
    spoken.chain(VerdictStatus::ALL.iter().map(status)).chain([outdated]).collect()
}
