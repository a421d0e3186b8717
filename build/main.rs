// SPDX-License-Identifier: EUPL-1.2
//! Gives the program the mark of what it was made of. It stands in every entity tag and every index folder, so that
//! another program is another answer and another index.

mod mark;

use std::io;
use std::path::Path;

fn main() -> io::Result<()> {
    for part in mark::PARTS {
        println!("cargo::rerun-if-changed={part}");
    }
    println!("cargo::rustc-env=TAALBRUG_BUILD={}", mark::digest(Path::new("."))?);
    Ok(())
}
