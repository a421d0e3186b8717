//! Marked text as HTML: differences by more than colour, and said aloud to those who hear the page.

use askama::filters::{Html, escape};

use crate::divergence::{Mark, Segment};

/// Above this share of marked text, marks of content say nothing any more and are left out.
const MOST_MARKED: f64 = 0.6;

/// Segments as escaped HTML with their marks.
pub(super) fn marked(segments: &[Segment]) -> String {
    let show_content = content_share(segments) <= MOST_MARKED;
    let mut html = String::new();
    for segment in segments {
        let text = escaped(&segment.text);
        let mut piece = text;
        if segment.marks.contains(&Mark::Hit) {
            piece = format!("<mark>{piece}</mark>");
        }
        if segment.marks.contains(&Mark::Content) && show_content {
            piece = format!(
                "<span class=\"only\"><span class=\"hidden\">[alleen hier: </span>{piece}<span class=\"hidden\">]</span></span>"
            );
        }
        if segment.marks.contains(&Mark::Flip) {
            let number = segment.number.unwrap_or(0);
            piece = format!(
                "<strong class=\"flip\"><span class=\"hidden\">[tegenstelling {number}: </span>{piece}<sup aria-hidden=\"true\">{number}</sup><span class=\"hidden\">]</span></strong>"
            );
        }
        html.push_str(&piece);
    }
    html
}

fn escaped(text: &str) -> String {
    let Ok(safe) = escape(text, Html);
    safe.to_string()
}

fn content_share(segments: &[Segment]) -> f64 {
    let all: usize = segments.iter().map(|segment| segment.text.len()).sum();
    let marked: usize = segments
        .iter()
        .filter(|segment| segment.marks.contains(&Mark::Content))
        .map(|segment| segment.text.len())
        .sum();
    if all == 0 { 0.0 } else { marked as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::marked;
    use crate::divergence::{Mark, Segment};

    #[test]
    fn text_is_escaped_and_a_flip_is_said_in_words() {
        let segments = [
            Segment { text: "Hulp <b> is een ".into(), marks: vec![], number: None },
            Segment { text: "plicht".into(), marks: vec![Mark::Flip], number: Some(2) },
        ];
        let html = marked(&segments);
        assert!(html.starts_with("Hulp &#60;b&#62; is een "), "{html}");
        assert!(html.contains("[tegenstelling 2: ") && html.contains("<sup aria-hidden=\"true\">2</sup>"), "{html}");
    }

    #[test]
    fn a_text_that_is_nearly_all_different_carries_no_marks_of_content() {
        let segments = [Segment { text: "alles anders".into(), marks: vec![Mark::Content], number: None }];
        assert_eq!(marked(&segments), "alles anders");
    }
}
