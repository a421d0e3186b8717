// SPDX-License-Identifier: EUPL-1.2
//! One file per rule: its code, what it asks and why, an example, and how it looks.

mod abbreviation;
mod age_range;
mod agreement_dates;
mod agreement_lapsed;
mod agreement_parties;
mod clash_unjudged;
mod concept_label;
mod confirmed_without_ground;
mod counter_example_missing;
mod definition_circle;
mod definition_clutter;
mod definition_copy;
mod definition_double;
mod definition_length;
mod definition_missing;
mod definition_negative;
mod definition_opening;
mod definition_repeats;
mod definition_synonyms;
mod definition_vague;
mod domain_circle;
mod duplicate_id;
mod duplicate_label;
mod future_date;
mod html_rest;
mod label_shared;
mod link_dead;
mod local_empty;
mod local_term_unknown;
mod local_verdict;
mod mojibake;
mod no_terms;
mod placeholder;
mod relation_near_miss;
mod replaced_by;
mod review_stale;
mod role_double;
mod role_without_source;
mod self_relation;
mod sentence_long;
mod sentence_passive;
mod source_unused;
mod spaces;
mod term_without_concept;
mod unknown_actor;
mod unknown_domain;
mod unknown_facet;
mod unknown_legal_frame;
mod unknown_phase;
mod unknown_source;
mod unused_by_with_concept;
mod verdict_against_computed;
mod verdict_against_text;
mod verdict_between;
mod verdict_degree;
mod verdict_double;
mod verdict_outdated;
mod verdict_retired;
mod verdict_signatures;
mod verdict_talk;
mod verdict_triangle;

pub use self::html_rest::cleaned as plain_text;
use crate::check::Check;

/// Every rule about a glossary that was read, by code.
pub const CHECKS: &[Check] = &[
    unknown_domain::CHECK,
    unknown_actor::CHECK,
    unknown_source::CHECK,
    unknown_phase::CHECK,
    unknown_facet::CHECK,
    unknown_legal_frame::CHECK,
    duplicate_id::CHECK,
    duplicate_label::CHECK,
    term_without_concept::CHECK,
    definition_missing::CHECK,
    definition_length::CHECK,
    definition_clutter::CHECK,
    verdict_between::CHECK,
    verdict_double::CHECK,
    verdict_degree::CHECK,
    verdict_signatures::CHECK,
    verdict_talk::CHECK,
    source_unused::CHECK,
    concept_label::CHECK,
    unused_by_with_concept::CHECK,
    future_date::CHECK,
    age_range::CHECK,
    domain_circle::CHECK,
    self_relation::CHECK,
    relation_near_miss::CHECK,
    confirmed_without_ground::CHECK,
    role_without_source::CHECK,
    role_double::CHECK,
    verdict_against_text::CHECK,
    no_terms::CHECK,
    verdict_retired::CHECK,
    verdict_against_computed::CHECK,
    clash_unjudged::CHECK,
    verdict_triangle::CHECK,
    definition_repeats::CHECK,
    verdict_outdated::CHECK,
    local_term_unknown::CHECK,
    local_verdict::CHECK,
    agreement_dates::CHECK,
    agreement_lapsed::CHECK,
    agreement_parties::CHECK,
    local_empty::CHECK,
    placeholder::CHECK,
    definition_opening::CHECK,
    definition_negative::CHECK,
    definition_synonyms::CHECK,
    definition_double::CHECK,
    definition_vague::CHECK,
    definition_circle::CHECK,
    counter_example_missing::CHECK,
    sentence_long::CHECK,
    sentence_passive::CHECK,
    abbreviation::CHECK,
    review_stale::CHECK,
    link_dead::CHECK,
    definition_copy::CHECK,
    mojibake::CHECK,
    html_rest::CHECK,
    spaces::CHECK,
    label_shared::CHECK,
    replaced_by::CHECK,
];
