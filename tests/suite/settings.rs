// SPDX-License-Identifier: EUPL-1.2
//! How the service presents itself: whatever is wrong with that is told before it serves, wherever it was written.

use crate::support::{Folder, printed, taalbrug};

/// Options by name, and a part of what is told.
const CASES: &[(&[(&str, &str)], &str)] = &[
    (&[("security-contact", SOUND), ("security-expires", "2999-01-01T00:00:00Z")], SERVES),
    (&[("security-contact", "https://b.example/lek"), ("security-expires", "2999-01-01T00:00:00+01:00")], SERVES),
    (&[("contact-name", "Team"), ("contact-email", "a@b.example"), ("contact-url", "https://b.example")], SERVES),
    (&[("security-contact", ""), ("security-expires", "")], SERVES),
    (&[("security-contact", "a@b.example"), ("security-expires", "2999-01-01T00:00:00Z")], "mailto:veilig@gemeente.nl"),
    (&[("security-contact", "http://b.example"), ("security-expires", "2999-01-01T00:00:00Z")], "--security-contact"),
    (&[("security-contact", SOUND), ("security-expires", "2020-01-01T00:00:00Z")], "is voorbij"),
    (&[("security-contact", SOUND), ("security-expires", "2999-01-01")], "2027-06-30T00:00:00Z"),
    (&[("security-contact", SOUND)], "--security-contact, --security-expires. Vul ze allemaal in"),
    (&[("security-expires", "2999-01-01T00:00:00Z")], "--security-contact, --security-expires. Vul ze allemaal in"),
    (&[("contact-name", "Team")], "--contact-name, --contact-email, --contact-url. Vul ze allemaal in"),
    (&[("contact-name", "Team"), ("contact-email", "a"), ("contact-url", "https://b.example")], "--contact-email"),
    (&[("contact-name", "Team"), ("contact-email", "a@b.example"), ("contact-url", "b")], "--contact-url"),
    (&[("base-url", "https://taalbrug.b.example"), ("frame-ancestors", "https://intranet.b.example")], SERVES),
    (&[("mcp", "off"), ("mcp-origins", "https://chat.b.example")], SERVES),
    (&[("mcp", "on"), ("mcp-origins", "")], SERVES),
    (&[("mcp-origins", "https://*.b.example")], "--mcp-origins"),
    (&[("base-url", ""), ("frame-ancestors", "")], SERVES),
    (&[("base-url", "https://b.example/pad")], "--base-url"),
    (&[("frame-ancestors", "intranet.b.example")], "--frame-ancestors"),
    (&[("edit-url", "https://b.example/{term}.toml"), ("propose-url", "https://b.example/new?title={word}")], SERVES),
    (&[("edit-url", " "), ("propose-url", "")], SERVES),
    (&[("edit-url", "https://b.example/bestand.toml")], "--edit-url met één keer {term}"),
    (&[("propose-url", "b.example/{word}")], "--propose-url met één keer {word}"),
    (&[("webhook-urls", "")], SERVES),
    (&[("webhook-urls", "https://b.example")], "hoort --base-url"),
    (&[("webhook-urls", "https://b.example"), ("base-url", "https://t.example")], "hoort een geheim"),
    (
        &[("webhook-urls", "https://b.example ftp://b.example"), ("base-url", "https://t.example")],
        "adres 2 van --webhook-urls",
    ),
    (&[("webhook-urls", "https://a:b@b.example"), ("base-url", "https://t.example")], "zonder naam of wachtwoord"),
    (
        &[
            ("webhook-urls", "https://b.example"),
            ("base-url", "https://t.example"),
            ("webhook-secret-file", "Cargo.toml"),
        ],
        "geheim 1 voor de webhook klopt niet",
    ),
    (
        &[
            ("webhook-urls", "https://b.example"),
            ("base-url", "https://t.example"),
            ("webhook-secret-file", "nergens/geheim"),
        ],
        "niet te lezen: nergens/geheim",
    ),
    (&[("drain", "5"), ("log-format", "json"), ("operator-listen", "127.0.0.1:0")], SERVES),
    (&[("drain", "400")], "--drain"),
    (&[("log-format", "xml")], "text, json"),
    (&[("operator-listen", "nergens")], "127.0.0.1:8080"),
];

const SOUND: &str = "mailto:veilig@b.example";

/// What is told when the settings are sound: that there is no such glossary, so that no test ever serves.
const SERVES: &str = "bestaat-niet";

#[test]
fn settings_that_others_cannot_use_are_told_wherever_they_were_written() {
    let folder = Folder::empty();
    for (options, part) in CASES {
        let arguments: Vec<String> = options.iter().map(|(name, value)| format!("--{name}={value}")).collect();
        let lines: Vec<String> = options.iter().map(|(name, value)| format!("{name} = \"{value}\"\n")).collect();
        folder.write("instellingen.toml", lines.concat());
        let file = folder.path().join("instellingen.toml").display().to_string();
        let variable = |name: &str| format!("TAALBRUG_{}", name.to_uppercase().replace('-', "_"));
        let variables = options.iter().map(|(name, value)| (variable(name), *value));
        let serve = || taalbrug(&["serve", "--glossary", "bestaat-niet"]);
        let ways = [
            serve().args(&arguments).output(),
            serve().envs(variables).output(),
            serve().args(["--config", &file]).output(),
        ];
        for way in ways {
            let output = way.expect("the program runs");
            let text = printed(&output);
            assert_eq!(output.status.code(), Some(2), "{options:?}: {text}");
            assert!(text.starts_with("fout: ") && text.contains(part), "{options:?}: {part} is not in {text}");
            assert_eq!(text.contains(SERVES), *part == SERVES, "{options:?}: {text}");
        }
    }
}
