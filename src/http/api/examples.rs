// SPDX-License-Identifier: EUPL-1.2
//! Examples of answers in the description: nobody writes them, they are asked of the service that describes itself, over the
//! revision that it describes. Each says how it was asked (`x-request`), and whether its lists hold only their first (`x-shortened`).

use std::collections::BTreeMap;

use actix_web::body::to_bytes;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::Method;
use actix_web::test::{TestRequest, init_service};
use actix_web::{App as Actix, Error, web};
use form_urlencoded::Serializer;
use serde_json::{Map, Value, json};

use crate::http::api::forms;
use crate::http::api::operations::{OPERATIONS, Operation};
use crate::http::api::sample::Sample;
use crate::http::lang::Lang;
use crate::http::problem::Problem;
use crate::http::{API_BASE, App, routes};
use crate::publication::Publication;

/// Blanks that are more than any address reads.
const TOO_MANY: usize = 1_048_576;

/// The id of no term.
const NO_TERM: &str = "bestaat-niet";

/// A day before any history.
const LONG_AGO: &str = "1900-01-01";

/// How an example is asked.
struct Request {
    method: &'static str,
    address: String,
    header: Option<(&'static str, &'static str)>,
    body: Option<Value>,
    /// Instead of a body so many blanks.
    blanks: usize,
}

impl Request {
    fn sent(&self) -> TestRequest {
        let method = Method::from_bytes(self.method.to_uppercase().as_bytes()).unwrap_or_default();
        let mut sent = TestRequest::default().method(method).uri(&self.address);
        if let Some(body) = &self.body {
            sent = sent.set_json(body);
        }
        if self.blanks > 0 {
            sent = sent.insert_header(("Content-Type", "application/json")).set_payload(vec![b' '; self.blanks]);
        }
        match self.header {
            Some(header) => sent.insert_header(header),
            None => sent,
        }
    }
}

/// Adds an example to every answer of the document, as the service gives it. What it cannot give here, such as a term where the
/// glossary has none, gets none.
pub(super) async fn add_examples(document: &mut Value, app: &web::Data<App>) -> Result<(), Problem> {
    let publication = app.publication();
    let sample = Sample::of(&publication);
    // Fails where a route cannot be made; all of them are our own.
    let service = init_service(Actix::new().app_data(app.clone()).configure(routes)).await;
    let mut shared = Shared::default();
    for operation in OPERATIONS {
        for (status, request) in requests(operation, &sample, &publication) {
            let value = match (status, operation.answer) {
                (200, "OpenApi") => Some(about(document)),
                (200, "FormList") => Some(read(&forms::beginning(&publication)?)),
                _ => answer(&service, request.sent().to_request(), status).await,
            };
            if let Some(value) = value {
                let example = example(&value, &request);
                let example = if operation.is_long() && status == 200 { shortened(example) } else { example };
                let described = &mut document["paths"][operation.path][operation.method]["responses"];
                shared.place(&mut described[status.to_string()]["content"], example);
            }
        }
        for problem in unasked(operation) {
            let value = read(&problem.body(Lang::Dutch));
            let described = &mut document["paths"][operation.path][operation.method]["responses"];
            let status = value["status"].to_string();
            let about = "Wat de dienst dan zegt. What the service says then.";
            shared.place(&mut described[status]["content"], json!({ "description": about, "value": value }));
        }
    }
    document["components"]["examples"] = Value::Object(shared.examples);
    Ok(())
}

/// The day of the example of a term that is gone.
const LAST_DAY: &str = "2026-05-01";

/// Problems that nobody can ask for, or only where something is gone.
fn unasked(operation: &Operation) -> Vec<Problem> {
    let all = [(410, Problem::withdrawn_term(LAST_DAY, None)), (500, Problem::internal()), (503, Problem::not_yet())];
    all.into_iter().filter(|(status, _)| operation.problems.contains(status)).map(|row| row.1).collect()
}

/// What is said of the description itself, which cannot hold itself.
fn about(document: &Value) -> Value {
    ["openapi", "info", "servers"].into_iter().map(|name| (name.to_owned(), document[name].clone())).collect()
}

fn read(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap_or_default()
}

/// How each answer of an operation is asked.
fn requests(operation: &'static Operation, sample: &Sample, publication: &Publication) -> Vec<(u16, Request)> {
    let good = || good(operation, sample, publication);
    let mut requests = vec![(200, good())];
    for &status in operation.problems {
        let request = match status {
            400 => faulty(operation, &good()),
            404 => Request { address: good().address.replace(&sample.term, NO_TERM), ..good() },
            405 => Request { method: "delete", body: None, ..good() },
            406 => Request { header: Some(("Accept", "text/html")), ..good() },
            413 => Request { body: None, blanks: TOO_MANY, ..good() },
            415 => Request { header: Some(("Content-Type", "text/plain")), ..good() },
            _ => continue,
        };
        requests.push((status, request));
    }
    if operation.problems.contains(&503) {
        requests.push((404, Request { address: format!("{}?on={LONG_AGO}", good().address), ..good() }));
    }
    requests
}

/// A sound request: with what is needed and what is sought, and of a list that comes page by page only the first item.
fn good(operation: &Operation, sample: &Sample, publication: &Publication) -> Request {
    let mut query = Serializer::new(String::new());
    let asked = operation.params.iter().filter(|param| param.is_needed() || param.name == "q");
    for param in asked.filter(|_| operation.method == "get") {
        query.append_pair(param.name, &sample.of_param(param, publication).unwrap_or_default());
    }
    if operation.is_paged() {
        query.append_pair("perPage", "1");
    }
    let query = query.finish();
    let mark = if query.is_empty() { "" } else { "?" };
    let path = operation.path.replace("{id}", &sample.term);
    Request {
        method: operation.method,
        address: format!("{API_BASE}{path}{mark}{query}"),
        header: None,
        body: operation.body.and_then(|schema| sample.body(schema)),
        blanks: 0,
    }
}

/// A request with something that is wrong.
fn faulty(operation: &Operation, good: &Request) -> Request {
    let path = good.address.split('?').next().unwrap_or_default().to_owned();
    let address = match operation {
        _ if operation.body.is_some() => path,
        _ if operation.params.iter().any(crate::http::params::Param::is_needed) => path,
        _ if operation.is_paged() => format!("{path}?perPage=0"),
        _ => format!("{path}?x=1"),
    };
    Request { method: good.method, address, header: None, body: operation.body.map(Sample::faulty_body), blanks: 0 }
}

/// What the service answers, where that has the status that is described.
async fn answer<R>(
    service: &impl Service<R, Response = ServiceResponse, Error = Error>,
    request: R,
    status: u16,
) -> Option<Value> {
    let answer = service.call(request).await.ok()?;
    if answer.status().as_u16() != status {
        return None;
    }
    Some(read(&to_bytes(answer.into_body()).await.ok()?))
}

/// An example with how it was asked.
fn example(value: &Value, request: &Request) -> Value {
    let mut asked = json!({ "method": request.method.to_uppercase(), "path": request.address });
    let kind = request.body.is_some() || request.blanks > 0;
    let header = request.header.or_else(|| kind.then_some(("Content-Type", "application/json")));
    if let Some((name, value)) = header {
        asked["headers"] = json!({ name: value });
    }
    if let Some(body) = &request.body {
        asked["body"] = body.clone();
    }
    if request.blanks > 0 {
        asked["blanks"] = json!(request.blanks);
    }
    let summary = format!("{} {}", request.method.to_uppercase(), request.address);
    json!({ "summary": summary, "value": value, "x-request": asked })
}

/// An example of which every list holds only its first, and which says so.
fn shortened(mut example: Value) -> Value {
    let members = example["value"].as_object_mut().into_iter().flat_map(Map::values_mut);
    members.filter_map(Value::as_array_mut).for_each(|list| list.truncate(1));
    example["x-shortened"] = json!(true);
    example
}

/// Examples of problems that more than one operation can meet: told once.
#[derive(Default)]
struct Shared {
    names: BTreeMap<String, String>,
    examples: Map<String, Value>,
}

impl Shared {
    /// Places an example at a described answer; a problem that is told already is referred to.
    fn place(&mut self, content: &mut Value, example: Value) {
        let kind = example["value"]["type"].as_str().and_then(|kind| kind.strip_prefix("/problems/"));
        let Some(kind) = kind.map(str::to_owned) else {
            content["application/json"]["examples"] = json!({ "asked": example });
            return;
        };
        let examples = &mut content["application/problem+json"]["examples"];
        if matches!(example["value"]["status"].as_u64(), Some(400 | 413)) {
            examples[kind] = example;
            return;
        }
        let told = example["value"].to_string();
        let name = self.names.entry(told).or_insert_with(|| {
            let name = (1..).map(|number| format!("{kind}-{number}"));
            let name = name.into_iter().find(|name| !self.examples.contains_key(name)).unwrap_or_default();
            self.examples.insert(name.clone(), example);
            name
        });
        examples[kind] = json!({ "$ref": format!("#/components/examples/{name}") });
    }
}
