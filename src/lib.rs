// SPDX-License-Identifier: EUPL-1.2
//! Taalbrug shows what one word means in two domains, where those meanings part, and what to ask each other.
//!
//! The modules below are floors, from the ground up: a module uses only modules listed above it.
//! `tests/suite/tidy.rs` reads this list and fails on a step upward. `ARCHITECTURE.md` is the map.

pub mod work;

pub mod kept;

pub mod model;

pub mod language;

pub mod embedding;

pub mod divergence;

pub mod change;

pub mod diagnostic;

pub mod source;

pub mod check;

pub mod exchange;

pub mod search;

pub mod annotation;

pub mod translation;

pub mod history;

pub mod publication;

pub mod webhook;

pub mod http;

pub mod cli;
