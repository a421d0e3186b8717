// SPDX-License-Identifier: EUPL-1.2
//! `/.well-known/security.txt` keeps to RFC 9116, and is only there when it leads somewhere.

use std::sync::Arc;

use taalbrug::http::{BaseUrl, SecurityContact, Settings};
use taalbrug::publication::Shelf;

use crate::support::{Folder, Reply, Service, publication};

const PLACE: &str = "/.well-known/security.txt";

/// What a service says that was set up on the first day of 2020, with these options.
fn told(address: &str, expires: &str, base: &str) -> Reply {
    let then = "2020-01-01T00:00:00Z".parse().expect("a time");
    let security = Some(SecurityContact::parse(address, expires, then).expect("a contact"));
    let shelf = Arc::new(Shelf::new(publication(Folder::base().path())));
    Service::of(shelf, Settings { security, base_url: BaseUrl::parse(base).ok(), ..Settings::default() }).get(PLACE)
}

/// The values of a field.
fn values<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    text.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).collect()
}

#[test]
fn it_says_where_to_report_until_when_and_where_it_stands() {
    for address in ["mailto:veilig@voorbeeld.example", "https://voorbeeld.example/lek"] {
        let reply = told(address, "2999-01-01T02:00:00+02:00", "https://taal.voorbeeld.example");
        assert_eq!((reply.status.as_u16(), reply.header("content-type")), (200, "text/plain; charset=utf-8"));
        let text = reply.text();
        assert_eq!(values(&text, "Contact"), [address]);
        assert_eq!(values(&text, "Expires"), ["2999-01-01T00:00:00Z"]);
        assert_eq!(values(&text, "Preferred-Languages"), ["nl, en"]);
        assert_eq!(values(&text, "Canonical"), [format!("https://taal.voorbeeld.example{PLACE}")]);
        assert!(text.ends_with('\n') && text.lines().count() == 4, "{text}");
    }
    let without = told("mailto:veilig@voorbeeld.example", "2999-01-01T00:00:00Z", "").text();
    assert!(values(&without, "Canonical").is_empty(), "no address is guessed: {without}");
}

#[test]
fn without_a_contact_or_when_its_time_is_over_there_is_none() {
    assert_eq!(Service::base().get(PLACE).status, 404);
    assert_eq!(told("mailto:veilig@voorbeeld.example", "2020-01-02T00:00:00Z", "").status, 404);
}
