// SPDX-License-Identifier: EUPL-1.2
//! The glossary as one table, for a spreadsheet: each row a meaning or a verdict, the words of a term on its first row.
//!
//! `columns` is the table of columns, which the writer and the reader share; `cell` is what stands in a cell.

mod cell;
mod columns;
mod meaning;
mod read;
mod rows;
mod said;
mod write;

pub use self::read::read_csv;
pub use self::write::write_csv;
