// SPDX-License-Identifier: EUPL-1.2
//! `docs/standards.md` tells what is so: every test and step that it names is there, and every rule of the API Design Rules has its row.

use std::fs;

use crate::support::root;

/// The rules of 2.1 and 2.2, by the end of their names.
const RULES: &[&str] = &[
    "naming-resources",
    "naming-collections",
    "interface-language",
    "no-trailing-slash",
    "path-segments-kebab-case",
    "query-keys-camel-case",
    "hide-implementation",
    "date-time/format",
    "date-time/timezone",
    "date-time/date-omit-time-portion",
    "http-methods",
    "http-safety",
    "http-response-code",
    "stateless",
    "nested-child",
    "resource-operations",
    "error-handling/problem-details",
    "error-handling/invalid-input",
    "error-handling/all-errors",
    "doc-openapi",
    "doc-openapi-contact",
    "doc-language",
    "publish-openapi",
    "deprecation-schedule",
    "transition-period",
    "uri-version",
    "changelog",
    "semver",
    "version-header",
    "transport/tls",
    "transport/no-sensitive-uris",
    "transport/security-headers",
    "transport/cors",
    "modules/geospatial",
    "modules/signing",
    "modules/encryption",
];

#[test]
fn every_rule_of_the_api_design_rules_has_one_row() {
    let page = fs::read_to_string(root().join("docs/standards.md")).expect("the page");
    for rule in RULES {
        assert_eq!(page.matches(&format!("\n| `/core/{rule}` ")).count(), 1, "{rule}");
    }
    assert_eq!(page.matches("\n| `/core/").count(), RULES.len());
}

#[test]
fn every_test_and_step_that_the_page_names_is_there() {
    let page = fs::read_to_string(root().join("docs/standards.md")).expect("the page");
    let run = fs::read_to_string(root().join("tests/run")).expect("the steps");
    let steps =
        run.lines().find_map(|line| line.strip_prefix("steps=(")).expect("a list of steps").trim_end_matches(')');
    let mut named = 0;
    for span in page.split('`').skip(1).step_by(2) {
        let file = match span {
            "adr.spectral.yaml" | "probe.py" | "schemathesis.toml" | "bad.json" => format!("tests/api/{span}"),
            span if span.starts_with("tests/run ") => {
                let step = span.trim_start_matches("tests/run ");
                assert!(steps.split(' ').any(|known| known == step), "{span}");
                continue;
            }
            span if span.starts_with("tests/") => span.to_owned(),
            _ => continue,
        };
        assert!(root().join(&file).is_file(), "{file}");
        named += 1;
    }
    assert!(named > 40, "{named}");
}
