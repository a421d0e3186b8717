// SPDX-License-Identifier: EUPL-1.2
//! Days as texts.

use crate::model::Date;

/// A day as a glossary writes it, or as a Dutch spreadsheet program shows it: `2026-11-21`, `21-11-2026`, `21/11/2026`.
pub(super) fn day_of(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split(['-', '/']).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let date = jiff::civil::Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    let number = |part: i8| u8::try_from(part).ok();
    Some(Date {
        year: u16::try_from(date.year()).ok().filter(|&year| year >= 1000)?,
        month: number(date.month())?,
        day: number(date.day())?,
    })
}

#[cfg(test)]
mod tests {
    use super::day_of;

    #[test]
    fn days_are_read_as_files_and_as_spreadsheets_write_them() {
        for text in ["2026-11-02", "02-11-2026", "2-11-2026", "2/11/2026"] {
            assert_eq!(day_of(text).map(|date| date.to_string()).as_deref(), Some("2026-11-02"), "{text}");
        }
        for text in ["", "2026-13-01", "31-2-2026", "gisteren", "1-2", "1-2-3-4"] {
            assert_eq!(day_of(text), None, "{text}");
        }
    }
}
