// SPDX-License-Identifier: EUPL-1.2
//! The names of linked data that are read: SKOS, NL-SBB and what stands beside them.

/// Resource Description Framework.
pub(super) const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

pub(super) const CONCEPT: &str = "http://www.w3.org/2004/02/skos/core#Concept";
pub(super) const SCHEME: &str = "http://www.w3.org/2004/02/skos/core#ConceptScheme";
pub(super) const COLLECTION: &str = "http://www.w3.org/2004/02/skos/core#Collection";

pub(super) const PREF_LABEL: &str = "http://www.w3.org/2004/02/skos/core#prefLabel";
pub(super) const ALT_LABEL: &str = "http://www.w3.org/2004/02/skos/core#altLabel";
pub(super) const HIDDEN_LABEL: &str = "http://www.w3.org/2004/02/skos/core#hiddenLabel";
pub(super) const DEFINITION: &str = "http://www.w3.org/2004/02/skos/core#definition";
pub(super) const COMMENT: &str = "http://www.w3.org/2000/01/rdf-schema#comment";
pub(super) const RDFS_LABEL: &str = "http://www.w3.org/2000/01/rdf-schema#label";
pub(super) const EXAMPLE: &str = "http://www.w3.org/2004/02/skos/core#example";
pub(super) const IN_SCHEME: &str = "http://www.w3.org/2004/02/skos/core#inScheme";
pub(super) const TOP_CONCEPT_OF: &str = "http://www.w3.org/2004/02/skos/core#topConceptOf";

/// Notes that are shown beside a meaning.
pub(super) const NOTES: [&str; 2] =
    ["http://www.w3.org/2004/02/skos/core#scopeNote", "http://www.w3.org/2004/02/skos/core#note"];

/// Titles, of a scheme or of a document.
pub(super) const TITLES: [&str; 4] =
    ["http://purl.org/dc/terms/title", "http://purl.org/dc/elements/1.1/title", RDFS_LABEL, PREF_LABEL];
pub(super) const PUBLISHERS: [&str; 2] =
    ["http://purl.org/dc/terms/publisher", "http://purl.org/dc/elements/1.1/publisher"];
pub(super) const NAMES: [&str; 5] = [
    "http://xmlns.com/foaf/0.1/name",
    RDFS_LABEL,
    PREF_LABEL,
    "http://purl.org/dc/terms/title",
    "http://www.w3.org/2006/vcard/ns#fn",
];

/// What a meaning rests on.
pub(super) const SOURCES: [&str; 2] = ["http://purl.org/dc/terms/source", "http://purl.org/dc/elements/1.1/source"];
pub(super) const PAGES: [&str; 2] = ["http://xmlns.com/foaf/0.1/page", "http://xmlns.com/foaf/0.1/homepage"];
pub(super) const DOCUMENT: &str = "http://xmlns.com/foaf/0.1/Document";
pub(super) const RIGHTS: &str = "http://purl.org/dc/terms/rights";
/// What came in the place of something that is withdrawn.
pub(super) const REPLACED_BY: &str = "http://purl.org/dc/terms/isReplacedBy";
/// That something is withdrawn.
pub(super) const DEPRECATED: &str = "http://www.w3.org/2002/07/owl#deprecated";
pub(super) const CITATION: &str = "http://purl.org/dc/terms/bibliographicCitation";

/// Which words of a term a relation between concepts gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Towards {
    Broader,
    Narrower,
    Related,
}

/// Relations within a scheme. The second half is what ISO 25964 adds; its sort is not kept.
pub(super) const RELATIONS: [(&str, Towards, Kept); 9] = [
    ("http://www.w3.org/2004/02/skos/core#broader", Towards::Broader, Kept::Whole),
    ("http://www.w3.org/2004/02/skos/core#narrower", Towards::Narrower, Kept::Whole),
    ("http://www.w3.org/2004/02/skos/core#related", Towards::Related, Kept::Whole),
    ("http://purl.org/iso25964/skos-thes#broaderGeneric", Towards::Broader, Kept::WithoutSort),
    ("http://purl.org/iso25964/skos-thes#broaderPartitive", Towards::Broader, Kept::WithoutSort),
    ("http://purl.org/iso25964/skos-thes#broaderInstantial", Towards::Broader, Kept::WithoutSort),
    ("http://purl.org/iso25964/skos-thes#narrowerGeneric", Towards::Narrower, Kept::WithoutSort),
    ("http://purl.org/iso25964/skos-thes#narrowerPartitive", Towards::Narrower, Kept::WithoutSort),
    ("http://purl.org/iso25964/skos-thes#narrowerInstantial", Towards::Narrower, Kept::WithoutSort),
];

/// Whether all of a relation can be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    Whole,
    WithoutSort,
}

/// Relations between schemes, and what a verdict calls them, read from the first concept to the second.
pub(super) const MATCHES: [(&str, &str); 5] = [
    ("http://www.w3.org/2004/02/skos/core#exactMatch", "same"),
    ("http://www.w3.org/2004/02/skos/core#closeMatch", "nuance"),
    ("http://www.w3.org/2004/02/skos/core#broadMatch", "narrower"),
    ("http://www.w3.org/2004/02/skos/core#narrowMatch", "broader"),
    ("http://www.w3.org/2004/02/skos/core#relatedMatch", "overlap"),
];

/// The last part of a name, for people: `altLabel`.
pub(super) fn short(name: &str) -> &str {
    name.rsplit(['#', '/']).find(|part| !part.is_empty()).unwrap_or(name)
}
