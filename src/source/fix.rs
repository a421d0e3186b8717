// SPDX-License-Identifier: EUPL-1.2
//! Mends a text where findings say how: only what stands at their places, all else as it was.

use toml::de::DeTable;

use crate::diagnostic::{Finding, Fix};

/// The text with the fixes of these findings, which are about it, and how many were made. Where two fixes meet, the first
/// is made; nothing is done that would break the file, and nothing in one that is broken: there a key may not be what it seems.
#[must_use]
pub fn mended(text: &str, findings: &[&Finding]) -> (String, usize) {
    let mut fixes: Vec<(usize, usize, String)> =
        findings.iter().filter_map(|finding| replacement(text, finding)).collect();
    fixes.sort();
    fixes.dedup_by(|next, before| next.0 < before.1);
    if DeTable::parse(text).is_err() {
        return (text.to_owned(), 0);
    }
    let mut good = text.to_owned();
    let mut made = 0;
    for (start, end, new) in fixes.into_iter().rev() {
        let mut tried = good.clone();
        tried.replace_range(start..end, &new);
        if DeTable::parse(&tried).is_ok() {
            good = tried;
            made += 1;
        }
    }
    (good, made)
}

/// The place of a finding, and what comes there.
fn replacement(text: &str, finding: &Finding) -> Option<(usize, usize, String)> {
    let (start, end) = (finding.place.start?, finding.place.end?);
    let old = text.get(start..end)?;
    let new = match finding.fix.as_ref()? {
        Fix::Key(name) => toml_edit::Key::new(name.as_str()).display_repr().into_owned(),
        Fix::Text(new) if old.starts_with(['"', '\'']) => toml_edit::Value::from(new.as_str()).to_string(),
        Fix::Text(_) => return None,
    };
    Some((start, end, new))
}

#[cfg(test)]
mod tests {
    use super::mended;
    use crate::diagnostic::{Finding, Fix, Place};
    use crate::source::faults::UNKNOWN_KEY;

    fn finding(text: &str, at: &str, fix: Fix) -> Finding {
        let start = text.find(at).expect("the place");
        let place = Place::range("x", start..start + at.len());
        Finding { fix: Some(fix), ..UNKNOWN_KEY.finding(place, "", "") }
    }

    #[test]
    fn only_the_place_of_a_finding_changes() {
        let text = "# one\nlable = \"a  b\" # two\nother = 1\n";
        let key = finding(text, "lable", Fix::Key("label".to_owned()));
        let value = finding(text, "\"a  b\"", Fix::Text("a b".to_owned()));
        let again = finding(text, "\"a  b\"", Fix::Text("c".to_owned()));
        let (good, made) = mended(text, &[&value, &key, &again]);
        assert_eq!((good.as_str(), made), ("# one\nlabel = \"a b\" # two\nother = 1\n", 2));
        let double = finding(text, "lable", Fix::Key("other".to_owned()));
        assert_eq!(mended(text, &[&double]), (text.to_owned(), 0));
    }
}
