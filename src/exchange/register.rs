// SPDX-License-Identifier: EUPL-1.2
//! Sources that a file names, as codes of the register: one that stands there already, or a new row with what the file says.

use std::collections::BTreeMap;

use crate::exchange::offer::folded;
use crate::language::slug;
use crate::model::{Glossary, Source, SourceId, SourceKind};

/// What stands where a file does not name the publisher, which the register asks for.
pub(super) const NOT_NAMED: &str = "onbekende uitgever";

/// A source as a file names it.
#[derive(Debug, Default, Clone)]
pub(super) struct Named {
    pub title: String,
    pub publisher: Option<String>,
    pub urls: Vec<String>,
    pub locator: Option<String>,
    pub kind: Option<SourceKind>,
}

/// The register of a glossary, with what an import adds; found by code, title and address without walking through it.
pub(super) struct Register {
    pub added: Vec<Source>,
    /// The kind of each source, by its code.
    kinds: BTreeMap<SourceId, SourceKind>,
    titles: BTreeMap<String, SourceId>,
    /// By address, and where to look there.
    pages: BTreeMap<(String, Option<String>), SourceId>,
    /// How often the words of a title made a code.
    counts: BTreeMap<String, usize>,
}

impl Register {
    pub fn new(glossary: &Glossary) -> Self {
        let (kinds, titles, pages, counts) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut register = Self { added: Vec::new(), kinds, titles, pages, counts };
        for source in &glossary.sources {
            register.note(source);
        }
        register
    }

    /// Remembers a source by all that it is found by; what was first stays.
    fn note(&mut self, source: &Source) {
        let id = &source.id;
        self.kinds.insert(id.clone(), source.kind);
        self.titles.entry(folded(&source.title)).or_insert_with(|| id.clone());
        for url in &source.urls {
            self.pages.entry((url.clone(), source.locator.clone())).or_insert_with(|| id.clone());
        }
    }

    fn add(&mut self, source: Source) {
        self.note(&source);
        self.added.push(source);
    }

    /// The code of the source for what has none: the own draft of the editors.
    pub fn draft(&mut self) -> SourceId {
        let draft = self.kinds.iter().find(|(_, kind)| **kind == SourceKind::Draft).map(|(id, _)| id.clone());
        let made = |register: &mut Self| {
            let named = Named { title: "Concept".to_owned(), kind: Some(SourceKind::Draft), ..Named::default() };
            register.code(named)
        };
        draft.or_else(|| made(self)).expect("letters make a code")
    }

    /// The code of a source that is written as a code, an address, a title, or a title with an address.
    pub fn written(&mut self, text: &str) -> Option<SourceId> {
        let known = SourceId::parse(text).filter(|id| self.kinds.contains_key(id));
        known.or_else(|| {
            let address = text
                .split_whitespace()
                .map(|word| word.trim_matches(['<', '>', '(', ')']))
                .find(|word| is_address(word));
            let urls: Vec<String> = address.map(str::to_owned).into_iter().collect();
            let title = address.map_or_else(|| text.to_owned(), |address| text.replace(address, ""));
            let title =
                title.trim_matches(|letter: char| letter.is_whitespace() || "<>():,".contains(letter)).to_owned();
            self.code(Named { title, urls, ..Named::default() })
        })
    }

    /// The code of a source: known by its address or its title, else a new row. Nothing where the name holds no letters.
    pub fn code(&mut self, named: Named) -> Option<SourceId> {
        let title =
            if named.title.is_empty() { named.urls.first().cloned().unwrap_or_default() } else { named.title.clone() };
        let by_page = named.urls.iter().find_map(|url| self.pages.get(&(url.clone(), named.locator.clone())));
        if let Some(id) = by_page.or_else(|| self.titles.get(&folded(&title))) {
            return Some(id.clone());
        }
        let id = self.free_code(&title)?;
        let kind = named.kind.unwrap_or_else(|| kind_of(&named.urls));
        let publisher = named.publisher.unwrap_or_else(|| NOT_NAMED.to_owned());
        let Named { urls, locator, .. } = named;
        let (actor, year, note) = (None, None, None);
        self.add(Source { id: id.clone(), title, publisher, actor, year, urls, locator, note, kind });
        Some(id)
    }

    /// A source under a code that the file gives.
    pub fn under(&mut self, id: SourceId, named: Named) -> SourceId {
        if !self.kinds.contains_key(&id) {
            let kind = named.kind.unwrap_or_else(|| kind_of(&named.urls));
            let title = if named.title.is_empty() { id.to_string() } else { named.title };
            let publisher = named.publisher.unwrap_or_else(|| NOT_NAMED.to_owned());
            let Named { urls, locator, .. } = named;
            let (actor, year, note) = (None, None, None);
            self.add(Source { id: id.clone(), title, publisher, actor, year, urls, locator, note, kind });
        }
        id
    }

    /// A code of the words of a title that no source has.
    fn free_code(&mut self, title: &str) -> Option<SourceId> {
        let words: String = slug(title)
            .chars()
            .filter(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || *letter == '-')
            .collect();
        let words: Vec<String> = words.split('-').filter(|word| !word.is_empty()).map(str::to_uppercase).collect();
        let mut name = String::new();
        for word in words {
            let word = word.get(..word.len().min(30)).unwrap_or_default();
            if name.len() + word.len() < 32 {
                name = if name.is_empty() { word.to_owned() } else { format!("{name}-{word}") };
            } else {
                break;
            }
        }
        let name = if name.is_empty() { "BRON".to_owned() } else { name };
        let (kinds, count) = (&self.kinds, self.counts.entry(name.clone()).or_default());
        let names = (*count..=*count + kinds.len()).map(|number| match number {
            0 => name.clone(),
            number => format!("{name}-{}", number + 1),
        });
        let found = names.enumerate().find_map(|(tried, name)| {
            SourceId::parse(&name).filter(|id| !kinds.contains_key(id)).map(|id| (tried, id))
        });
        let (tried, id) = found?;
        *count += tried + 1;
        Some(id)
    }
}

/// What sort of text stands at these addresses, as far as an address tells.
fn kind_of(urls: &[String]) -> SourceKind {
    match urls.first() {
        Some(url) if url.starts_with("https://wetten.overheid.nl/") => SourceKind::Law,
        Some(_) => SourceKind::Page,
        None => SourceKind::Other,
    }
}

/// Whether a text is a web address that the register takes.
pub(super) fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !text.contains(char::is_whitespace))
}
