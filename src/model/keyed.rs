// SPDX-License-Identifier: EUPL-1.2
//! Closed lists of words: each value has the key that stands in files and in the API, and its words for people.

/// A value of a closed list, known everywhere by one key.
pub trait Keyed: Copy + PartialEq + 'static {
    /// Every value with its key, its Dutch words and its English words, in the order people expect.
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)];

    /// The key in files, addresses and JSON, for example `one_sided`.
    fn key(self) -> &'static str {
        self.row().1
    }

    /// The Dutch words for people.
    fn dutch(self) -> &'static str {
        self.row().2
    }

    /// The English words for people.
    fn english(self) -> &'static str {
        self.row().3
    }

    /// The value with this key, if there is one.
    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().find(|row| row.1 == key).map(|row| row.0)
    }

    /// The row of this value; every value has one, which a test walks.
    fn row(self) -> &'static (Self, &'static str, &'static str, &'static str) {
        Self::ALL.iter().find(|row| row.0 == self).expect("every value stands in its own list")
    }
}
