//! A text cut into segments with marks. Joined, the segments give the text back byte for byte.

use crate::divergence::align::{Partner, Tie};
use crate::divergence::text::Text;
use crate::model::Keyed;

/// A piece of a text with what is to be seen in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The text itself.
    pub text: String,
    /// What marks it carries; none where it is shared or neutral.
    pub marks: Vec<Mark>,
    /// The number that joins the two sides of a flip.
    pub number: Option<usize>,
}

/// What is to be seen in a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// The query found it.
    Hit,
    /// It says the contrary of the other side.
    Flip,
    /// Only this side says it.
    Content,
}

impl Keyed for Mark {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Hit, "hit", "gevonden", "found"),
        (Self::Flip, "flip", "tegenstelling", "contradiction"),
        (Self::Content, "content", "alleen hier", "only here"),
    ];
}

impl Segment {
    /// A text as one segment without marks.
    #[must_use]
    pub fn plain(text: &str) -> Vec<Self> {
        if text.is_empty() { Vec::new() } else { vec![Self { text: text.to_owned(), marks: Vec::new(), number: None }] }
    }
}

/// Cuts a text: flips by their number, and the runs of words that have no partner.
pub(super) fn cut(text: &Text<'_>, partners: &[Option<Partner>], flips: &[(usize, Vec<usize>)]) -> Vec<Segment> {
    let mut classes: Vec<Option<(Mark, Option<usize>)>> = text
        .content
        .iter()
        .zip(partners)
        .map(|(&counts, partner)| (counts && partner.is_none()).then_some((Mark::Content, None)))
        .collect();
    for (number, places) in flips {
        for &place in places {
            classes[place] = Some((Mark::Flip, Some(*number)));
        }
    }
    bridge(text, &mut classes);
    join(text, &classes)
}

/// Lets a run of content marks run on over one or two function words inside a clause: "houdt het vol".
fn bridge(text: &Text<'_>, classes: &mut [Option<(Mark, Option<usize>)>]) {
    let marked: Vec<usize> =
        (0..classes.len()).filter(|&place| classes[place] == Some((Mark::Content, None))).collect();
    for pair in marked.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let between = from + 1..to;
        let bridges = between.len() <= 2
            && text.tokens[from].clause == text.tokens[to].clause
            && between.clone().all(|place| classes[place].is_none() && text.tokens[place].stop);
        if bridges {
            classes[between].fill(Some((Mark::Content, None)));
        }
    }
}

/// Makes segments of the words and what stands between them; words of one class that follow each other are one.
fn join(text: &Text<'_>, classes: &[Option<(Mark, Option<usize>)>]) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut written = 0;
    let mut place = 0;
    while place < classes.len() {
        let Some((mark, number)) = classes[place] else {
            place += 1;
            continue;
        };
        let mut last = place;
        while last + 1 < classes.len() && classes[last + 1] == classes[place] {
            last += 1;
        }
        let (start, end) = (text.tokens[place].range.start, text.tokens[last].range.end);
        segments.extend(Segment::plain(&text.source[written..start]));
        segments.push(Segment { text: text.source[start..end].to_owned(), marks: vec![mark], number });
        written = end;
        place = last + 1;
    }
    segments.extend(Segment::plain(&text.source[written..]));
    segments
}

/// The runs of words that both texts share, as the first text writes them.
pub(super) fn shared_runs(text: &Text<'_>, partners: &[Option<Partner>], flipped: &[usize]) -> Vec<String> {
    let shared = |place: usize| {
        partners[place].is_some_and(|partner| matches!(partner.tie, Tie::Same | Tie::Synonym))
            && !flipped.contains(&place)
    };
    let mut runs = Vec::new();
    let mut run: Option<(usize, usize)> = None;
    for place in 0..text.tokens.len() {
        let goes_on =
            run.is_some_and(|(_, last)| place - last <= 2 && text.tokens[place].clause == text.tokens[last].clause);
        match (shared(place), run) {
            (true, Some((start, _))) if goes_on => run = Some((start, place)),
            (true, _) => {
                runs.extend(run.replace((place, place)));
            }
            (false, _) if goes_on && text.tokens[place].stop && !flipped.contains(&place) => {}
            (false, _) => runs.extend(run.take()),
        }
    }
    runs.extend(run);
    let words = |(start, last): (usize, usize)| {
        text.source[text.tokens[start].range.start..text.tokens[last].range.end].to_owned()
    };
    runs.into_iter().map(words).collect()
}
