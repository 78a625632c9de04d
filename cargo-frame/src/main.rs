//! `cargo frame`: tools for the schema of a message set.
//!
//! A schema is a file in YAML or TOML, or the JSON that `Schema::to_json` and locks contain.

mod commands;
mod output;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Cargo runs `cargo-frame frame ..` for `cargo frame ..`.
#[derive(Debug, Parser)]
#[command(name = "cargo", bin_name = "cargo")]
enum Cargo {
    #[command(version, about, long_about = None)]
    Frame(Frame),
}

/// Tools for the schema of a message set: a file in YAML or TOML, or a lock.
#[derive(Debug, clap::Args)]
struct Frame {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Generate(commands::generate::Options),
    Check(commands::check::Options),
    Bill(commands::bill::Options),
    Report(commands::report::Options),
    Dissector(commands::dissector::Options),
    JsonSchema(commands::json_schema::Options),
    Corpus(commands::corpus::Options),
    Inspect(commands::inspect::Options),
}

fn main() -> ExitCode {
    let Cargo::Frame(Frame { command }) = Cargo::parse();
    let done = match &command {
        Command::Generate(options) => commands::generate::run(options),
        Command::Check(options) => commands::check::run(options),
        Command::Bill(options) => commands::bill::run(options),
        Command::Report(options) => commands::report::run(options),
        Command::Dissector(options) => commands::dissector::run(options),
        Command::JsonSchema(options) => commands::json_schema::run(options),
        Command::Corpus(options) => commands::corpus::run(options),
        Command::Inspect(options) => commands::inspect::run(options),
    };
    match done {
        Ok(code) => code,
        // Nobody reads the output any more, as behind `head`.
        Err(error) if output::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}
