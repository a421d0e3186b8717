//! The program. Commands follow.

fn main() {}
