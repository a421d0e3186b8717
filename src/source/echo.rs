// SPDX-License-Identifier: EUPL-1.2
//! Which faults of a file are told: the causes, and not what follows from them.

use crate::diagnostic::Finding;
use crate::source::faults::WRONG_TYPE;
use crate::source::reader::NO_HEADING;
use crate::source::syntax::Fault;

/// The faults of syntax and the findings about keys and values that are no echo of each other.
pub(super) fn causes_only(text: &str, faults: Vec<Fault>, told: Vec<Finding>) -> (Vec<Fault>, Vec<Finding>) {
    let Some(first) = faults.first() else { return (faults, told) };
    let cut = start_of_line(text, first.range.start);
    let start = |finding: &Finding| finding.place.start.unwrap_or(0);
    // Of a value that is also of the wrong kind, the kind says more than the quotes it lacks.
    let says_more = |finding: &Finding, fault: &Fault| {
        finding.code == WRONG_TYPE.code && start(finding) == fault.range.start && !fault.range.is_empty()
    };
    let kept = |finding: &Finding| {
        (start(finding) < cut && finding.place.end > Some(0)) || faults.iter().any(|fault| says_more(finding, fault))
    };
    let told: Vec<Finding> = told.into_iter().filter(|finding| kept(finding)).collect();
    let wrong_heading = |finding: &Finding| {
        text[start_of_line(text, start(finding))..].starts_with('[') || finding.message.starts_with(NO_HEADING)
    };
    let echo = |fault: &Fault| {
        told.iter().any(|finding| says_more(finding, fault) || (fault.doubles && wrong_heading(finding)))
    };
    (faults.into_iter().filter(|fault| !echo(fault)).collect(), told)
}

fn start_of_line(text: &str, place: usize) -> usize {
    let before = text.as_bytes().get(..place).unwrap_or_default();
    before.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1)
}
