// SPDX-License-Identifier: EUPL-1.2
//! The lines of a text: found once, so that many places in one text cost little.

/// A text with the places where its lines start.
#[derive(Debug)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the lines of a text.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(place, _)| place + 1);
        Self { text, starts: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// Line and column, both from 1, of a place in bytes; columns count characters.
    #[must_use]
    pub fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let offset = offset.min(self.text.len());
        let line = self.line_at(offset);
        let before = &self.text.as_bytes()[self.starts[line]..offset];
        (line + 1, String::from_utf8_lossy(before).chars().count() + 1)
    }

    /// The number, from 0, of the line in which a place stands.
    fn line_at(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset) - 1
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn columns_count_characters() {
        let text = "een\ncliënt x";
        let lines = Lines::of(text);
        assert_eq!(lines.line_and_column(text.find('x').expect("an x")), (2, 8));
        assert_eq!([0, 3, 4, 999].map(|offset| lines.line_and_column(offset)), [(1, 1), (1, 4), (2, 1), (2, 9)]);
        assert_eq!(Lines::of("").line_and_column(0), (1, 1));
    }
}
