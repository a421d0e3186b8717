// SPDX-License-Identifier: EUPL-1.2
//! What in a text is no running text: links, e-mail addresses and code.

use std::collections::HashMap;
use std::ops::Range;

use linkify::{Link, LinkFinder, LinkKind};

/// Ends of host names by which an address without `https://` is known.
pub const HOST_ENDS: &[&str] = &["nl", "eu", "com", "org", "net", "info", "be", "de", "uk", "gov", "edu", "example"];

/// The fewest backticks at the beginning of a line that fence code.
const FENCE: usize = 3;

/// The byte ranges of a text in which no words are looked for, in order.
pub(super) fn quiet_ranges(text: &str) -> Vec<Range<usize>> {
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    let links = finder.links(text).filter(is_address).map(|link| link.start()..link.end());
    let mut ranges: Vec<Range<usize>> = links.chain(code(text)).collect();
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    ranges
}

/// Whether this is an address indeed: *zin.Volgende* is not one.
fn is_address(link: &Link<'_>) -> bool {
    let text = link.as_str();
    if *link.kind() == LinkKind::Email || text.contains("://") || starts_as_web(text) {
        return true;
    }
    let host = text.split(['/', '?', '#', ':']).next().unwrap_or_default();
    host.rsplit('.').next().is_some_and(|end| HOST_ENDS.contains(&end))
}

fn starts_as_web(text: &str) -> bool {
    text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."))
}

/// A run of backticks.
struct Ticks {
    range: Range<usize>,
    /// The number of its paragraph.
    paragraph: usize,
    opens: bool,
    closes: bool,
    fences: bool,
}

/// Code between backticks: within a paragraph between two runs of one length, and between lines that begin with three
/// or more, of which the last may be missing. A backtick inside a word is an apostrophe.
fn code(text: &str) -> Vec<Range<usize>> {
    let runs = ticks(text);
    let partners = partners(&runs);
    let mut ranges = Vec::new();
    let mut place = 0;
    while let Some(run) = runs.get(place) {
        let partner = partners[place].filter(|_| run.opens || run.fences);
        let (end, next) = match partner {
            Some(partner) => (runs[partner].range.end, partner + 1),
            None if run.fences => (text.len(), runs.len()),
            None => (run.range.start, place + 1),
        };
        if end > run.range.start {
            ranges.push(run.range.start..end);
        }
        place = next;
    }
    ranges
}

fn ticks(text: &str) -> Vec<Ticks> {
    let mut runs: Vec<Ticks> = Vec::new();
    let mut seen = 0;
    let mut paragraph = 0;
    let bytes = text.as_bytes();
    while let Some(start) = text[seen..].find('`').map(|place| seen + place) {
        let end = start + bytes[start..].iter().take_while(|&&byte| byte == b'`').count();
        paragraph += blank_lines(&text[seen..start]);
        let line = text[seen..start].rfind('\n').map_or(seen, |place| seen + place + 1);
        let begins_line = (line > seen || seen == 0) && text[line..start].trim().is_empty();
        runs.push(Ticks {
            range: start..end,
            paragraph,
            opens: !text[..start].ends_with(char::is_alphanumeric),
            closes: !text[end..].starts_with(char::is_alphanumeric),
            fences: begins_line && end - start >= FENCE,
        });
        seen = end;
    }
    runs
}

/// How many lines without anything a text holds between two others.
fn blank_lines(text: &str) -> usize {
    let mut lines = text.split('\n').skip(1).peekable();
    let mut blank = 0;
    while let Some(line) = lines.next() {
        blank += usize::from(lines.peek().is_some() && line.trim().is_empty());
    }
    blank
}

/// For each run the next one that closes it: within its paragraph one of its length, for a fence one that is no
/// shorter. Looked for from the end, so that each run is looked at once.
fn partners(runs: &[Ticks]) -> Vec<Option<usize>> {
    let mut closing: HashMap<usize, usize> = HashMap::new();
    let mut fences: Vec<usize> = Vec::new();
    let mut partners = vec![None; runs.len()];
    for (place, run) in runs.iter().enumerate().rev() {
        let length = run.range.len();
        if run.fences {
            while fences.last().is_some_and(|&other| runs[other].range.len() < length) {
                fences.pop();
            }
            partners[place] = fences.last().copied();
            fences.push(place);
        } else {
            let next = closing.get(&length).copied();
            partners[place] = next.filter(|&next| runs[next].paragraph == run.paragraph);
        }
        if run.closes {
            closing.insert(length, place);
        }
    }
    partners
}

#[cfg(test)]
mod tests {
    use super::quiet_ranges;

    fn quiet(text: &str) -> Vec<&str> {
        quiet_ranges(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn links_and_addresses_are_quiet_and_a_missing_space_is_no_link() {
        for (text, expected) in [
            ("Zie https://voorbeeld.example/melding?zorg=1.", &["https://voorbeeld.example/melding?zorg=1"][..]),
            ("Zie www.melding.example, of zorg.nl/regie!", &["www.melding.example", "zorg.nl/regie"]),
            ("Mail zorg.melding@voorbeeld.example even.", &["zorg.melding@voorbeeld.example"]),
            ("Dat is een melding.Daarna volgt zorg.", &[]),
            ("Om 10.30 uur, blz. 3.", &[]),
            ("", &[]),
        ] {
            assert_eq!(quiet(text), expected, "{text}");
        }
    }

    #[test]
    fn code_is_quiet_and_a_backtick_in_a_word_is_an_apostrophe() {
        for (text, expected) in [
            ("Draai `melding --zorg` nu.", &["`melding --zorg`"][..]),
            ("``a ` b`` en `c`", &["``a ` b``", "`c`"]),
            ("Tekst\n```sh\nmelding\n\nzorg\n```\nzorg", &["```sh\nmelding\n\nzorg\n```"]),
            ("```\nmelding zonder einde", &["```\nmelding zonder einde"]),
            ("````\n```\nzorg\n````\nzorg", &["````\n```\nzorg\n````"]),
            ("Risico`s en foto`s van zorg", &[]),
            ("Een ` alleen, zorg", &[]),
            ("Een ` hier\n\nen ` daar", &[]),
        ] {
            assert_eq!(quiet(text), expected, "{text}");
        }
    }
}
