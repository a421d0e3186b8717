// SPDX-License-Identifier: EUPL-1.2
//! A calendar date, as editors write it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A day in the Gregorian calendar. Ordered in time; shown as `2026-11-21`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    /// Year, for example 2026.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

/// How many days each month has; February in a leap year one more.
const DAYS: [u8; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

impl Date {
    /// The day in this text, written as `2026-11-21`; nothing where it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_written_so = text.len() == 10
            && text.bytes().enumerate().all(|(place, letter)| match place {
                4 | 7 => letter == b'-',
                _ => letter.is_ascii_digit(),
            });
        let part = |range| text.get(range).filter(|_| is_written_so);
        let date =
            Self { year: part(0..4)?.parse().ok()?, month: part(5..7)?.parse().ok()?, day: part(8..10)?.parse().ok()? };
        (1..=date.days_of_month()?).contains(&date.day).then_some(date)
    }

    /// The day in UTC of a moment in seconds from 1970; the first or last that can be told where it lies outside.
    #[must_use]
    pub fn of_seconds(seconds: i64) -> Self {
        // Counted in eras of 400 years that begin on the first of March, so that a leap day ends a year.
        let days = seconds.div_euclid(86_400).clamp(-719_162, 23_000_000) + 719_468;
        let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let (day, month) = (day - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
        let year = year + era * 400 + i64::from(month <= 2);
        let part = |number: i64| u8::try_from(number).unwrap_or(1);
        Self { year: u16::try_from(year).unwrap_or(1), month: part(month), day: part(day) }
    }

    /// How many days its month has; nothing where there is no such month.
    fn days_of_month(self) -> Option<u8> {
        let days = *DAYS.get(usize::from(self.month).checked_sub(1)?)?;
        let year = self.year;
        let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        Some(if self.month == 2 && is_leap { 29 } else { days })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn a_day_is_one_of_the_calendar_and_written_in_one_way() {
        for text in ["2026-11-21", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(Date::parse(text).map(|date| date.to_string()).as_deref(), Some(text));
        }
        for text in [
            "",
            "2026-11-31",
            "2026-02-29",
            "2100-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-1-01",
            "20261121",
            "2026-11-21T",
            "21-11-2026",
            "gisteren",
            "2026/11/21",
            "+026-11-21",
            "２026-11-2",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_moment_has_a_day_in_utc() {
        for (seconds, day) in [
            (0, "1970-01-01"),
            (-1, "1969-12-31"),
            (951_782_399, "2000-02-28"),
            (951_782_400, "2000-02-29"),
            (951_868_800, "2000-03-01"),
            (1_795_349_310, "2026-11-22"),
            (4_102_444_799, "2099-12-31"),
        ] {
            assert_eq!(Date::of_seconds(seconds).to_string(), day, "{seconds}");
        }
        for extreme in [i64::MIN, i64::MAX] {
            assert!(!Date::of_seconds(extreme).to_string().is_empty());
        }
    }
}
