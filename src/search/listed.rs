// SPDX-License-Identifier: EUPL-1.2
//! Words that are known already, given to Tantivy one by one: a text is a list of words, each with its end.

use tantivy::tokenizer::{TextAnalyzer, Token, TokenStream, Tokenizer, TokenizerManager};

/// The name by which the schema asks for it.
pub(super) const LISTED: &str = "listed";

/// What ends a word; it stands in none, for words have letters and digits alone.
pub(super) const END: char = '\n';

/// The tokenizers of an index that is written.
pub(super) fn tokenizers() -> TokenizerManager {
    let manager = TokenizerManager::new();
    manager.register(LISTED, TextAnalyzer::from(Listed::default()));
    manager
}

/// Takes a list of words apart, in the same room for each.
#[derive(Debug, Clone, Default)]
struct Listed {
    token: Token,
}

/// The words that are still to come.
struct Words<'a> {
    rest: &'a str,
    token: &'a mut Token,
}

impl Tokenizer for Listed {
    type TokenStream<'a> = Words<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Words<'a> {
        self.token.reset();
        Words { rest: text, token: &mut self.token }
    }
}

impl TokenStream for Words<'_> {
    fn advance(&mut self) -> bool {
        let Some((word, rest)) = self.rest.split_once(END) else { return false };
        self.rest = rest;
        self.token.position = self.token.position.wrapping_add(1);
        self.token.text.clear();
        self.token.text.push_str(word);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

#[cfg(test)]
mod tests {
    use super::{LISTED, tokenizers};

    #[test]
    fn every_word_is_given_as_it_stands_also_an_empty_one() {
        for (text, wanted) in [("", &[][..]), ("een\n", &["een"]), ("een\n\ntwee\n", &["een", "", "twee"])] {
            let mut analyzer = tokenizers().get(LISTED).expect("it is registered");
            let mut stream = analyzer.token_stream(text);
            let mut words = Vec::new();
            stream.process(&mut |token| words.push((token.position, token.text.clone())));
            let wanted: Vec<_> = wanted.iter().map(|&word| word.to_owned()).enumerate().collect();
            assert_eq!(words, wanted);
        }
    }
}
