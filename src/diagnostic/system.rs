// SPDX-License-Identifier: EUPL-1.2
//! What the system says went wrong, in plain Dutch.

use std::io;

/// The cause in Dutch where we know it, else in the words of the system.
#[must_use]
pub fn reason(cause: &io::Error) -> String {
    match cause.kind() {
        io::ErrorKind::NotFound => "bestaat niet".to_owned(),
        io::ErrorKind::PermissionDenied => "geen rechten".to_owned(),
        io::ErrorKind::NotADirectory => "is geen map".to_owned(),
        io::ErrorKind::IsADirectory => "is een map".to_owned(),
        io::ErrorKind::InvalidData => "is geen geldige UTF-8-tekst".to_owned(),
        io::ErrorKind::ConnectionRefused => "daar luistert niemand".to_owned(),
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => "het duurde te lang".to_owned(),
        io::ErrorKind::StorageFull => "de schijf is vol".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "hier kan niet geschreven worden".to_owned(),
        io::ErrorKind::AlreadyExists => "daar staat al iets anders".to_owned(),
        io::ErrorKind::DirectoryNotEmpty => "de map is niet leeg".to_owned(),
        io::ErrorKind::InvalidFilename => "de naam is te lang of kan niet".to_owned(),
        _ => cause.to_string(),
    }
}
