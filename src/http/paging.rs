// SPDX-License-Identifier: EUPL-1.2
//! Pages of lists: links of RFC 8288 and the counts in headers.

use form_urlencoded::Serializer;

/// One page of a list.
#[derive(Debug)]
pub(super) struct Page<'a> {
    /// The path of the list.
    pub path: &'a str,
    /// The query of the request.
    pub query: &'a str,
    /// The number of this page, from 1.
    pub number: usize,
    /// How many items a page has.
    pub size: usize,
    /// How many items there are.
    pub total: usize,
}

impl Page<'_> {
    /// How many pages there are; at least one.
    pub fn count(&self) -> usize {
        self.total.div_ceil(self.size).max(1)
    }

    /// `Link` with the first, previous, next and last page, and the counts.
    pub fn headers(&self) -> Vec<(&'static str, String)> {
        let last = self.count();
        let mut links = vec![(1, "first")];
        if self.number > 1 {
            links.push((last.min(self.number - 1), "prev"));
        }
        if self.number < last {
            links.push((self.number + 1, "next"));
        }
        links.push((last, "last"));
        let links: Vec<String> = links
            .into_iter()
            .map(|(number, relation)| format!("<{}>; rel=\"{relation}\"", self.address(number)))
            .collect();
        vec![
            ("Link", links.join(", ")),
            ("Total-Count", self.total.to_string()),
            ("Current-Page", self.number.to_string()),
            ("Per-Page", self.size.to_string()),
            ("Total-Pages", last.to_string()),
        ]
    }

    /// The address of another page: the same query with another number.
    pub fn address(&self, number: usize) -> String {
        let mut query = Serializer::new(String::new());
        query.extend_pairs(form_urlencoded::parse(self.query.as_bytes()).filter(|(key, _)| key != "page"));
        query.append_pair("page", &number.to_string());
        format!("{}?{}", self.path, query.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::Page;

    #[test]
    fn links_keep_the_query_and_change_the_page() {
        let page = Page { path: "/api/v1/search", query: "q=a+b%22&page=2", number: 2, size: 10, total: 25 };
        let headers = page.headers();
        assert_eq!(
            headers[0].1,
            "</api/v1/search?q=a+b%22&page=1>; rel=\"first\", </api/v1/search?q=a+b%22&page=1>; rel=\"prev\", \
             </api/v1/search?q=a+b%22&page=3>; rel=\"next\", </api/v1/search?q=a+b%22&page=3>; rel=\"last\""
        );
        assert_eq!(headers[4], ("Total-Pages", "3".to_owned()));
    }

    #[test]
    fn beyond_the_last_page_the_way_back_is_the_last_page() {
        let page = Page { path: "/x", query: "", number: 9, size: 10, total: 25 };
        let links = &page.headers()[0].1;
        assert!(links.contains("</x?page=3>; rel=\"prev\"") && !links.contains("next"), "{links}");
        let page = Page { path: "/x", query: "", number: 2, size: 10, total: 0 };
        assert!(page.headers()[0].1.contains("</x?page=1>; rel=\"prev\""));
    }

    #[test]
    fn an_empty_list_has_one_page() {
        let page = Page { path: "/", query: "", number: 1, size: 10, total: 0 };
        assert_eq!(page.count(), 1);
    }
}
