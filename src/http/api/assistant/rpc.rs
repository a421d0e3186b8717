// SPDX-License-Identifier: EUPL-1.2
//! Messages of JSON-RPC 2.0 and what the Model Context Protocol says of them. Nothing is remembered between two messages.

use serde_json::{Value, json};

use crate::http::api::assistant::Desk;
use crate::http::api::assistant::tools::{Answered, Tool, all};
use crate::http::problem::{Fault, Problem};

/// The versions of the protocol that are spoken, the newest first.
pub(in crate::http) const PROTOCOLS: &[&str] = &["2025-11-25", "2025-06-18", "2025-03-26"];

/// The most messages of one list: versions before 2025-06-18 may send a list.
const MOST_MESSAGES: usize = 20;

/// What an assistant must know before it asks anything.
const INSTRUCTIONS: &str = "Taalbrug zegt wat twee domeinen met hetzelfde woord bedoelen. Noem altijd beide domeinen apart, met bron en \
    status. Voeg betekenissen niet samen tot één tekst. Bij basis ‘computed’ vergeleek een programma de teksten en keek niemand het \
    na: noem dat geen oordeel. Staat er dat iets niet bekend is, zeg dat dan ook, en verzin niets. Stuur geen namen of dossiers van \
    mensen. — Taalbrug tells what two domains mean by one word. Always name both domains apart, with source and status. Never merge \
    meanings into one text. With basis ‘computed’ a program compared the texts and nobody checked it: do not call that a verdict. \
    Where it says that nothing is known, say so too and make nothing up. Send no names or files of people.";

const NO_JSON: i64 = -32700;
const NO_REQUEST: i64 = -32600;
const NO_METHOD: i64 = -32601;
const NO_PARAMS: i64 = -32602;
const FAILED: i64 = -32603;

/// What is said to what came in.
pub(in crate::http) enum Answer {
    /// Nothing: it asked nothing.
    Nothing,
    /// A message, or a list of them.
    Said(Value),
    /// It is no message.
    Refused(Value),
}

/// The answer to a message or a list of messages.
pub(in crate::http) fn answer(body: &Value, desk: Desk<'_>) -> Answer {
    let refused = |reason: &str| Answer::Refused(error(&Value::Null, NO_REQUEST, reason));
    let Some(messages) = body.as_array() else {
        return match reply(body, desk) {
            None => Answer::Nothing,
            Some(said) if said["error"]["code"] == NO_REQUEST => Answer::Refused(said),
            Some(said) => Answer::Said(said),
        };
    };
    if messages.is_empty() || messages.len() > MOST_MESSAGES {
        return refused(&format!("Een lijst heeft 1 tot en met {MOST_MESSAGES} berichten. Stuur er minder tegelijk."));
    }
    let replies: Vec<Value> = messages.iter().filter_map(|message| reply(message, desk)).collect();
    if replies.is_empty() { Answer::Nothing } else { Answer::Said(Value::Array(replies)) }
}

/// A problem of HTTP in the words of JSON-RPC, with its status.
pub(in crate::http) fn refusal(problem: &Problem) -> (u16, Value) {
    let (status, reason, faults) = problem.told();
    let is_in_body = |fault: &Fault| fault.name.is_empty() || fault.name.starts_with('/');
    let code = match status {
        400 if faults.iter().all(is_in_body) => NO_JSON,
        500.. => FAILED,
        _ => NO_REQUEST,
    };
    (status, error(&Value::Null, code, &reason.dutch))
}

/// What is told to a page of a site that may not ask.
pub(in crate::http) fn foreign() -> (u16, Value) {
    let reason = "Een bladzijde van een andere site vroeg dit. De beheerder kan die site toelaten met --mcp-origins.";
    (403, error(&Value::Null, NO_REQUEST, reason))
}

/// What is replied to one message; nothing where it asks nothing.
fn reply(message: &Value, desk: Desk<'_>) -> Option<Value> {
    let id = message.get("id");
    let told = id.filter(|id| id.is_string() || id.is_number()).unwrap_or(&Value::Null);
    let Some(method) = message.get("method") else {
        let is_answer = message.get("result").is_some() || message.get("error").is_some();
        let reason = "Dit is geen bericht van JSON-RPC: method ontbreekt.";
        return (!is_answer).then(|| error(told, NO_REQUEST, reason));
    };
    let Some(method) = method.as_str().filter(|_| message.get("jsonrpc") == Some(&json!("2.0"))) else {
        return Some(error(told, NO_REQUEST, "Schrijf jsonrpc als \"2.0\" en method als een tekst."));
    };
    let id = id?;
    if told.is_null() {
        return Some(error(id, NO_REQUEST, "Een id is een tekst of een getal."));
    }
    let params = message.get("params").unwrap_or(&Value::Null);
    Some(match result(method, params, desk) {
        Ok(result) => json!({ "jsonrpc": "2.0", "id": id, "result": result }),
        Err((code, reason)) => error(id, code, &reason),
    })
}

fn result(method: &str, params: &Value, desk: Desk<'_>) -> Result<Value, (i64, String)> {
    match method {
        "initialize" => Ok(welcome(params)),
        "ping" => Ok(json!({})),
        "tools/list" if params["cursor"].is_null() => Ok(json!({ "tools": all(desk.publication) })),
        "tools/list" => Err((NO_PARAMS, "Alle gereedschap staat op één bladzijde: laat cursor weg.".to_owned())),
        "tools/call" => called(params, desk),
        _ => {
            let known = "initialize, ping, tools/list en tools/call";
            Err((NO_METHOD, format!("Deze methode is er niet. Wel zijn er {known}.")))
        }
    }
}

/// The version that is asked for where it is spoken, else the newest; and what there is here.
fn welcome(params: &Value) -> Value {
    let asked = PROTOCOLS.iter().find(|version| params["protocolVersion"] == **version);
    json!({
        "protocolVersion": asked.or(PROTOCOLS.first()),
        "capabilities": { "tools": {} },
        "serverInfo": { "name": "taalbrug", "title": "Taalbrug", "version": env!("CARGO_PKG_VERSION") },
        "instructions": INSTRUCTIONS,
    })
}

/// A tool that was called. What is wrong with its arguments is told to the assistant, which can mend it.
fn called(params: &Value, desk: Desk<'_>) -> Result<Value, (i64, String)> {
    let unknown = |start: &str| (NO_PARAMS, format!("{start} Kies uit: {}.", Tool::names()));
    let Some(name) = params["name"].as_str() else { return Err(unknown("Noem bij name welk gereedschap u wilt.")) };
    let Some(tool) = Tool::named(name) else { return Err(unknown("Dit gereedschap is er niet.")) };
    let nothing = json!({});
    let arguments = params.get("arguments").filter(|given| !given.is_null()).unwrap_or(&nothing);
    match tool.call(arguments, desk) {
        Ok(Answered { data, text }) => {
            Ok(json!({ "content": said(&text), "structuredContent": data, "isError": false }))
        }
        Err(problem) => {
            let (status, reason, faults) = problem.told();
            if status >= 500 {
                return Err((FAILED, reason.dutch.clone()));
            }
            let line = |fault: &Fault| format!("\n- {}: {}", fault.name.trim_start_matches('/'), fault.reason.dutch);
            let text = format!("Dit lukt zo niet. {}{}", reason.dutch, faults.iter().map(line).collect::<String>());
            Ok(json!({ "content": said(&text), "isError": true }))
        }
    }
}

fn said(text: &str) -> Value {
    json!([{ "type": "text", "text": text }])
}

fn error(id: &Value, code: i64, message: &str) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code, "message": message } })
}
