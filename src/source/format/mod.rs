// SPDX-License-Identifier: EUPL-1.2
//! One layout for all files of a glossary: keys in the order of their shape, comments kept, and the same meaning. What
//! would lose a comment or change a value is not done.

mod comments;
mod list;
mod print;
mod tree;

use toml::de::{DeTable, DeValue};

use self::comments::comments;
use crate::source::shape;

/// The text of a file in the layout of the glossary. Gives nothing where the text is no good TOML, or cannot be laid out
/// without a change of meaning.
#[must_use]
pub fn formatted(path: &str, text: &str) -> Option<String> {
    let plain = text.replace("\r\n", "\n");
    let made = print::print(tree::read(&plain)?, shape::of_file(path));
    let ends_with_returns = text.lines().count() > 0 && text.matches("\r\n").count() * 2 > text.matches('\n').count();
    let made = if ends_with_returns { made.replace('\n', "\r\n") } else { made };
    (means_the_same(text, &made) && comments(text) == comments(&made)).then_some(made)
}

/// Whether two texts hold the same keys with the same values.
fn means_the_same(one: &str, other: &str) -> bool {
    match (DeTable::parse(one), DeTable::parse(other)) {
        (Ok(one), Ok(other)) => same_table(one.get_ref(), other.get_ref()),
        _ => false,
    }
}

fn same_table(one: &DeTable<'_>, other: &DeTable<'_>) -> bool {
    let in_other = |name: &str| other.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| value.get_ref());
    let same = |(key, value): (&toml::Spanned<_>, &toml::Spanned<DeValue<'_>>)| {
        let name: &std::borrow::Cow<'_, str> = key.get_ref();
        in_other(name).is_some_and(|other| same_value(value.get_ref(), other))
    };
    one.len() == other.len() && one.iter().all(same)
}

fn same_value(one: &DeValue<'_>, other: &DeValue<'_>) -> bool {
    match (one, other) {
        (DeValue::String(one), DeValue::String(other)) => one == other,
        (DeValue::Integer(one), DeValue::Integer(other)) => {
            (one.as_str(), one.radix()) == (other.as_str(), other.radix())
        }
        (DeValue::Float(one), DeValue::Float(other)) => one.as_str() == other.as_str(),
        (DeValue::Boolean(one), DeValue::Boolean(other)) => one == other,
        (DeValue::Datetime(one), DeValue::Datetime(other)) => one == other,
        (DeValue::Array(one), DeValue::Array(other)) => {
            let mut both = one.iter().zip(other.iter());
            one.len() == other.len() && both.all(|(one, other)| same_value(one.get_ref(), other.get_ref()))
        }
        (DeValue::Table(one), DeValue::Table(other)) => same_table(one, other),
        _ => false,
    }
}
