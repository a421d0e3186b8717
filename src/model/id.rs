// SPDX-License-Identifier: EUPL-1.2
//! Identifiers: short and stable, because they end up in files and links of other people.
//!
//! Parsed once, at the edge, into a type that cannot be wrong; inside, nothing checks again.

use std::fmt;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// Lowercase letters, digits and single hyphens between them, at most 80 characters: `zorg-en-veiligheidshuis`.
fn is_slug(text: &str) -> bool {
    text.len() <= 80
        && text
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// A source code: capitals, digits and single hyphens between them: `ESS-WID`.
fn is_code(text: &str) -> bool {
    text.len() <= 40
        && text
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()))
}

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident, $accepts:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub struct $name(Box<str>);

        impl $name {
            /// The identifier in this text, or nothing when it does not have the form.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                $accepts(text).then(|| Self(text.into()))
            }

            /// The identifier as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = Box::<str>::deserialize(from)?;
                if $accepts(&text) { Ok(Self(text)) } else { Err(D::Error::custom("no identifier")) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    };
}

id_type!(
    /// Names a term, for example `casusoverleg`.
    TermId, is_slug
);
id_type!(
    /// Names one concept inside its term, for example `social-wmo`.
    ConceptId, is_slug
);
id_type!(
    /// Names a domain, for example `safety`.
    DomainId, is_slug
);
id_type!(
    /// Names a facet of meaning, for example `threshold`; written with underscores in files.
    FacetId, is_facet
);
id_type!(
    /// Names an organisation, role or group, for example `ess`.
    ActorId, is_slug
);
id_type!(
    /// Names a legal frame, for example `wmo-2015`.
    LegalId, is_slug
);
id_type!(
    /// Names a model of phases, for example `gielen`.
    ModelId, is_slug
);
id_type!(
    /// Names a place with agreements of its own, for example `voorbeeldstad`.
    PlaceId, is_slug
);
id_type!(
    /// Names a phase inside its model, for example `primary`.
    PhaseId, is_slug
);
id_type!(
    /// Names a source, for example `ESS-WID`.
    SourceId, is_code
);

/// A facet key is a bare TOML key: lowercase letters, digits and single underscores.
fn is_facet(text: &str) -> bool {
    !text.contains('-') && is_slug(&text.replace('_', "-"))
}

#[cfg(test)]
mod tests {
    use super::{FacetId, SourceId, TermId};

    #[test]
    fn a_term_id_is_lowercase_words_with_hyphens() {
        for good in ["melding", "re-integratie", "fase-1"] {
            assert!(TermId::parse(good).is_some(), "{good}");
        }
        for bad in ["", "Melding", "-melding", "melding-", "a--b", "cliënt", "a b", "a_b", "../x"] {
            assert!(TermId::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn facets_and_sources_have_their_own_form() {
        assert!(FacetId::parse("legal_basis").is_some());
        assert!(FacetId::parse("legal-basis").is_none());
        assert!(SourceId::parse("ESS-WID").is_some());
        assert!(SourceId::parse("ess-wid").is_none());
    }
}
