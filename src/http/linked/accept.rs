// SPDX-License-Identifier: EUPL-1.2
//! Which of the forms that there are a caller wants, by the weights of `Accept`.

use actix_web::HttpRequest;
use actix_web::http::header::ACCEPT;

/// A form with its media type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Html,
    Json,
    Turtle,
    JsonLd,
}

/// The forms in our own order: of equals the first wins.
pub(super) const FORMS: [(Form, &str); 4] = [
    (Form::Html, "text/html"),
    (Form::Json, "application/json"),
    (Form::Turtle, "text/turtle"),
    (Form::JsonLd, "application/ld+json"),
];

/// The form that is wanted most; nothing where none of them is wanted.
pub(super) fn wanted(request: &HttpRequest) -> Option<Form> {
    let lines: Vec<&str> = request.headers().get_all(ACCEPT).filter_map(|line| line.to_str().ok()).collect();
    best(&lines.join(","))
}

fn best(accept: &str) -> Option<Form> {
    let ranges: Vec<Range<'_>> = accept.split(',').filter_map(Range::of).collect();
    if ranges.is_empty() {
        return FORMS.first().map(|row| row.0);
    }
    let weight = |name: &str| {
        let fits = ranges.iter().filter(|range| range.fits(name));
        fits.max_by_key(|range| range.precision()).map_or(0, |range| range.thousandths)
    };
    let weighed = FORMS.iter().rev().map(|(form, name)| (*form, weight(name)));
    weighed.filter(|(_, weight)| *weight > 0).max_by_key(|(_, weight)| *weight).map(|row| row.0)
}

/// A range of media types with its weight.
struct Range<'a> {
    kind: &'a str,
    sub: &'a str,
    thousandths: u16,
}

impl<'a> Range<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let mut parts = text.split(';').map(str::trim);
        let (kind, sub) = parts.next()?.split_once('/')?;
        let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
        Some(Self { kind, sub, thousandths: weight.map_or(Some(1000), thousandths)? })
    }

    fn fits(&self, name: &str) -> bool {
        let (kind, sub) = name.split_once('/').unwrap_or((name, ""));
        let is = |own: &str, wanted: &str| own == "*" || own.eq_ignore_ascii_case(wanted);
        is(self.kind, kind) && is(self.sub, sub)
    }

    /// A type counts before a range of types.
    fn precision(&self) -> usize {
        usize::from(self.kind != "*") + usize::from(self.sub != "*")
    }
}

/// A weight from 0 to 1 with at most three decimals.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let digits = rest.len() <= 3 && rest.bytes().all(|byte| byte.is_ascii_digit());
    let part: u16 = format!("{rest:0<3}").parse().ok().filter(|_| digits)?;
    match whole {
        "0" => Some(part),
        "1" if part == 0 => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Form, best};

    #[test]
    fn the_form_that_is_wanted_most_is_given_and_none_where_none_is_wanted() {
        for (accept, form) in [
            ("", Some(Form::Html)),
            ("*/*", Some(Form::Html)),
            ("text/turtle", Some(Form::Turtle)),
            ("TEXT/Turtle;charset=utf-8", Some(Form::Turtle)),
            ("application/ld+json, application/json;q=0.5", Some(Form::JsonLd)),
            ("text/html;q=0.2, text/turtle;q=0.8", Some(Form::Turtle)),
            ("text/turtle;q=0, */*", Some(Form::Html)),
            ("text/*;q=0.3, application/json;q=0.4", Some(Form::Json)),
            ("text/*;q=0.9, text/html;q=0.1, application/json;q=0.4", Some(Form::Turtle)),
            ("application/rdf+xml", None),
            ("text/html;q=0", None),
            ("text/turtle;q=2, application/json", Some(Form::Json)),
        ] {
            assert_eq!(best(accept), form, "{accept}");
        }
    }
}
