// SPDX-License-Identifier: EUPL-1.2
//! The program: reads the command, runs it, and ends with the exit code the command gives.

fn main() -> std::process::ExitCode {
    taalbrug::cli::run(std::env::args_os())
}
