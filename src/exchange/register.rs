//! Sources that a file names, as codes of the register: one that stands there already, or a new row with what the file says.

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

/// The register of a glossary, with what an import adds.
pub(super) struct Register<'g> {
    glossary: &'g Glossary,
    pub added: Vec<Source>,
}

impl<'g> Register<'g> {
    pub fn new(glossary: &'g Glossary) -> Self {
        Self { glossary, added: Vec::new() }
    }

    fn all(&self) -> impl Iterator<Item = &Source> {
        self.glossary.sources.iter().chain(&self.added)
    }

    /// The code of the source for what has none: the own draft of the editors.
    pub fn draft(&mut self) -> SourceId {
        let draft = self.all().find(|source| source.kind == SourceKind::Draft).map(|source| source.id.clone());
        draft
            .or_else(|| {
                self.code(Named { title: "Concept".to_owned(), kind: Some(SourceKind::Draft), ..Named::default() })
            })
            .expect("letters make a code")
    }

    /// The code of a source that is written as a code, an address, a title, or a title with an address.
    pub fn written(&mut self, text: &str) -> Option<SourceId> {
        let known = SourceId::parse(text).filter(|id| self.all().any(|source| &source.id == id));
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
        let is_same = |source: &&Source| {
            let shares = named.urls.iter().any(|url| source.urls.contains(url)) && named.locator == source.locator;
            shares || folded(&source.title) == folded(&title)
        };
        if let Some(source) = self.all().find(is_same) {
            return Some(source.id.clone());
        }
        let id = self.free_code(&title)?;
        let kind = named.kind.unwrap_or_else(|| kind_of(&named.urls));
        let publisher = named.publisher.unwrap_or_else(|| NOT_NAMED.to_owned());
        let Named { urls, locator, .. } = named;
        let (actor, year, note) = (None, None, None);
        self.added.push(Source { id: id.clone(), title, publisher, actor, year, urls, locator, note, kind });
        Some(id)
    }

    /// A source under a code that the file gives.
    pub fn under(&mut self, id: SourceId, named: Named) -> SourceId {
        if self.all().all(|source| source.id != id) {
            let kind = named.kind.unwrap_or_else(|| kind_of(&named.urls));
            let title = if named.title.is_empty() { id.to_string() } else { named.title };
            let publisher = named.publisher.unwrap_or_else(|| NOT_NAMED.to_owned());
            let Named { urls, locator, .. } = named;
            let (actor, year, note) = (None, None, None);
            self.added.push(Source { id: id.clone(), title, publisher, actor, year, urls, locator, note, kind });
        }
        id
    }

    /// A code of the words of a title that no source has.
    fn free_code(&self, title: &str) -> Option<SourceId> {
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
        let names = std::iter::once(name.clone()).chain((2..100_000).map(|number| format!("{name}-{number}")));
        names.filter_map(|name| SourceId::parse(&name)).find(|id| self.all().all(|source| &source.id != id))
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
