// SPDX-License-Identifier: EUPL-1.2
//! The mark of a program: a digest of its sources, templates and dependencies, the same wherever and whenever it is
//! made.
#![allow(clippy::disallowed_methods, reason = "this reads sources, before there is any program")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What a program is made of.
pub const PARTS: &[&str] = &["Cargo.lock", "Cargo.toml", "src", "templates"];

/// Sixteen hexadecimal digits over the names and bytes of all files, in order of their names (FNV-1a; nobody is kept
/// out by it, it only tells one program from another).
pub fn digest(root: &Path) -> io::Result<String> {
    let mut files = Vec::new();
    for part in PARTS {
        collect(&root.join(part), &mut files)?;
    }
    files.sort();
    let mut digest: u64 = 0xcbf2_9ce4_8422_2325;
    let mut add = |bytes: &[u8]| {
        for &byte in bytes.iter().chain(&[0xff]) {
            digest = (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for file in files {
        let name = file.strip_prefix(root).unwrap_or(&file);
        add(name.to_string_lossy().as_bytes());
        add(&fs::read(&file)?);
    }
    Ok(format!("{digest:016x}"))
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        collect(&entry?.path(), files)?;
    }
    Ok(())
}
