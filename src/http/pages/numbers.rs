// SPDX-License-Identifier: EUPL-1.2
//! The numbers of the pages of a list, those near this one.

use crate::http::lang::Lang;
use crate::http::paging::Page;

/// The most pages that are linked.
const MOST_PAGES: usize = 10;

/// A page of a list.
pub(super) struct NumberPart {
    pub number: usize,
    pub address: String,
    pub current: bool,
}

/// The pages near this one; none where there is one page only.
pub(super) fn numbers(page: &Page<'_>, lang: Lang) -> Vec<NumberPart> {
    if page.count() == 1 {
        return Vec::new();
    }
    let here = page.number.min(page.count());
    let first = here.saturating_sub(MOST_PAGES / 2).max(1);
    let part =
        |number| NumberPart { number, address: lang.address(&page.address(number)), current: number == page.number };
    (first..=page.count()).take(MOST_PAGES).map(part).collect()
}

/// The number of the page that an address asks for; the first where it asks for none.
pub(super) fn asked_number(query: &str) -> usize {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let asked = pairs.find(|(name, _)| name == "page").and_then(|(_, value)| value.parse().ok());
    asked.unwrap_or(1).clamp(1, 10_000)
}

/// What of a list stands on a page.
pub(super) fn on_page<'a, T>(items: &'a [T], page: &Page<'_>) -> &'a [T] {
    let start = (page.number - 1).saturating_mul(page.size).min(items.len());
    &items[start..items.len().min(start + page.size)]
}

#[cfg(test)]
mod tests {
    use super::{asked_number, numbers, on_page};
    use crate::http::lang::Lang;
    use crate::http::paging::Page;

    #[test]
    fn pages_near_this_one_are_numbered_and_keep_the_language() {
        let page = Page { path: "/x", query: "page=30&lang=en", number: 30, size: 10, total: 1000 };
        let found = numbers(&page, Lang::English);
        assert_eq!((found[0].number, found.len()), (25, 10));
        assert_eq!(found[0].address, "/x?page=25&lang=en");
        assert_eq!(found.iter().filter(|part| part.current).map(|part| part.number).collect::<Vec<_>>(), [30]);
        assert!(numbers(&Page { total: 10, ..page }, Lang::Dutch).is_empty());
    }

    #[test]
    fn a_page_shows_its_part_and_beyond_the_last_nothing() {
        let items: Vec<usize> = (0..25).collect();
        let page = |number| Page { path: "/x", query: "", number, size: 10, total: 25 };
        assert_eq!(on_page(&items, &page(3)), [20, 21, 22, 23, 24]);
        assert!(on_page(&items, &page(9)).is_empty());
        assert_eq!(["", "page=7", "page=0", "page=x"].map(asked_number), [1, 7, 1, 1]);
    }
}
