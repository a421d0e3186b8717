// SPDX-License-Identifier: EUPL-1.2
//! Texts as tokens, cut as the model was made with.

use serde::Deserialize;
use tokenizers::Tokenizer;

use crate::embedding::guard::guarded;
use crate::embedding::unfit::{TOKENIZER, Unfit};

/// So many tokens of a text count, as in model2vec itself; a definition has far fewer.
const MOST: usize = 512;

/// A tokenizer, with the token that stands for what it does not know.
pub(super) struct Tokens {
    tokenizer: Tokenizer,
    unknown: Option<u32>,
    count: usize,
}

/// What a tokenizer file says of unknown words, and of cutting at random; the rest of it is for the library.
#[derive(Default, Deserialize)]
#[serde(default)]
struct File {
    model: Model,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Model {
    unk_token: Option<String>,
    unk_id: Option<u32>,
    dropout: Option<f64>,
}

impl Tokens {
    /// Reads a `tokenizer.json`. Padding and truncation that it asks for are left out: both serve batches of texts.
    pub fn read(bytes: &[u8]) -> Result<Self, Unfit> {
        let File { model } = serde_json::from_slice(bytes).map_err(|error| match error.classify() {
            serde_json::error::Category::Data => Unfit::no_tokenizer(),
            _ => Unfit::no_json(TOKENIZER, &error),
        })?;
        // Cut at random, a text would measure otherwise every time.
        if model.dropout.is_some_and(|share| share != 0.0) {
            return Err(Unfit::no_tokenizer());
        }
        let mut tokenizer = guarded(|| Tokenizer::from_bytes(bytes).ok()).flatten().ok_or_else(Unfit::no_tokenizer)?;
        tokenizer.with_padding(None).with_truncation(None).map_err(|_| Unfit::no_tokenizer())?;
        let unknown = model.unk_token.and_then(|token| tokenizer.token_to_id(&token)).or(model.unk_id);
        let last = tokenizer.get_vocab(true).into_values().max();
        let count = last.map_or(0, |last| last as usize + 1);
        let tokens = Self { tokenizer, unknown, count };
        // A tokenizer that cannot cut a plain word would measure nothing.
        tokens.of("woord").ok_or_else(Unfit::no_tokenizer)?;
        Ok(tokens)
    }

    /// How many tokens there are: one more than the highest number.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The tokens of a text by number; nothing at those that are not known. Nothing at all when it cannot be cut.
    pub fn of(&self, text: &str) -> Option<Vec<Option<usize>>> {
        let cut = guarded(|| self.tokenizer.encode_fast(text, false).ok()).flatten()?;
        let known = |&id: &u32| Some(id as usize).filter(|&place| Some(id) != self.unknown && place < self.count);
        Some(cut.get_ids().iter().take(MOST).map(known).collect())
    }
}
