// SPDX-License-Identifier: EUPL-1.2
//! What is wrong with the arguments, in plain Dutch.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// What is wrong and how to mend it; nothing when help or the version was asked for.
pub(super) fn explain(error: &Error) -> Option<String> {
    let said = |kind| words(error, kind).join(", ");
    let wrong = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return None;
        }
        ErrorKind::InvalidSubcommand => format!("‘{}’ is geen opdracht", said(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => format!("‘{}’ hoort hier niet", said(ContextKind::InvalidArg)),
        ErrorKind::MissingRequiredArgument => {
            format!("hier ontbreekt {}", said(ContextKind::InvalidArg).trim_end_matches("..."))
        }
        ErrorKind::InvalidValue if said(ContextKind::InvalidValue).is_empty() => {
            format!("bij {} ontbreekt de waarde", said(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("‘{}’ kan niet bij {}", said(ContextKind::InvalidValue), said(ContextKind::InvalidArg))
        }
        ErrorKind::ArgumentConflict if said(ContextKind::PriorArg) != said(ContextKind::InvalidArg) => {
            format!("{} en {} gaan niet samen", said(ContextKind::InvalidArg), said(ContextKind::PriorArg))
        }
        ErrorKind::ArgumentConflict => format!("{} staat er twee keer", said(ContextKind::InvalidArg)),
        ErrorKind::InvalidUtf8 => "een van de woorden is geen geldige UTF-8-tekst".to_owned(),
        _ => error.kind().to_string(),
    };
    let suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let near: Vec<String> = suggested.into_iter().flat_map(|kind| words(error, kind)).collect();
    let choices = words(error, ContextKind::ValidValue);
    let mend = match (near.as_slice(), choices.as_slice()) {
        ([], []) => "Met --help ziet u wat er kan.".to_owned(),
        ([], choices) => format!("Kies uit: {}.", choices.join(", ")),
        (near, _) => format!("Bedoelt u ‘{}’?", near.join("’ of ‘")),
    };
    Some(format!("{wrong}. {mend}"))
}

/// The words of an error's context of this kind.
fn words(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        _ => Vec::new(),
    }
}
