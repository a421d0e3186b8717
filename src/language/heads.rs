// SPDX-License-Identifier: EUPL-1.2
//! Sorted texts looked up by how they begin: the first bytes of each stand together, so that most looks read no text.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// How many bytes of a text stand in its head.
const LONG: usize = 8;

/// The heads of sorted texts: their first bytes as one number, in the order of the texts.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Heads(Vec<u64>);

impl Heads {
    /// The heads of texts that stand in the order of their bytes, without a zero byte in any.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self(texts.into_iter().map(|text| head(text, 0)).collect())
    }

    /// The places of the texts that begin with this; `text` tells what stands at a place.
    pub fn beginning_with<'a>(&self, start: &str, text: impl Fn(usize) -> &'a str) -> Range<usize> {
        let alike = self.between(head(start, 0), head(start, u8::MAX));
        if start.len() <= LONG {
            return alike;
        }
        let from = first_that(&alike, |place| text(place) >= start);
        from..first_that(&(from..alike.end), |place| !text(place).starts_with(start))
    }

    fn between(&self, least: u64, most: u64) -> Range<usize> {
        let from = self.0.partition_point(|&head| head < least);
        let length = self.0[from..].partition_point(|&head| head <= most);
        from..from + length
    }
}

/// The first of these places for which something holds that holds for all after it; the end when it holds for none.
fn first_that(places: &Range<usize>, holds: impl Fn(usize) -> bool) -> usize {
    let (mut from, mut to) = (places.start, places.end);
    while from < to {
        let middle = usize::midpoint(from, to);
        if holds(middle) { to = middle } else { from = middle + 1 }
    }
    from
}

/// The first bytes of a text as a number; a short text is filled up with this byte.
fn head(text: &str, fill: u8) -> u64 {
    let mut bytes = [fill; LONG];
    let length = text.len().min(LONG);
    bytes[..length].copy_from_slice(&text.as_bytes()[..length]);
    u64::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::Heads;

    #[test]
    fn short_and_long_beginnings_find_all_that_begin_so_and_nothing_else() {
        let mut texts =
            ["", "a", "zorg", "zorgt", "zorg en veiligheid", "zorg en veiligheidshuis", "zorgen", "één", "日本語"];
        texts.sort_unstable();
        let heads = Heads::of(texts);
        for start in
            ["", "a", "b", "z", "zorg", "zorg en v", "zorg en veiligheidsh", "zorgen voor", "é", "één", "日", "zz"]
        {
            let found: Vec<&str> = texts[heads.beginning_with(start, |place| texts[place])].to_vec();
            let expected: Vec<&str> = texts.iter().copied().filter(|text| text.starts_with(start)).collect();
            assert_eq!(found, expected, "{start}");
        }
    }
}
