//! Everything that crosses a floor, in one test binary: linking Tantivy costs more than running the tests.
#![allow(clippy::disallowed_methods, reason = "tests make and break folders")]

mod agreement;
mod annotations;
mod build;
mod commands;
mod compare;
mod content;
mod divergence;
mod embedding;
mod forms;
mod groups;
mod http;
mod index;
mod lexicon;
mod likeness;
mod local;
mod local_mistakes;
mod lookup;
mod mistakes;
mod model;
mod openapi;
mod pages;
mod privacy;
mod queries;
mod reading;
mod readings;
mod readme;
mod routes;
mod search;
mod serving;
mod settings;
mod suggest;
mod support;
mod tidy;
mod tiny_model;
mod verdicts;
