//! `cargo frame corpus`.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;

use super::read;
use crate::output::write_file;

/// Write seed frames for a fuzzer: valid and broken ones of each message, one per file.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The schema.
    schema: PathBuf,
    /// The folder for the files. It is created if there is none.
    folder: PathBuf,
    /// Equal numbers give equal frames.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let folder = &options.folder;
    let seeds = read(&options.schema)?.corpus(options.seed)?;
    std::fs::create_dir_all(folder)
        .with_context(|| format!("`{}` cannot be created", folder.display()))?;
    for seed in &seeds {
        write_file(&folder.join(&seed.name).with_extension("bin"), &seed.frame)?;
    }
    let valid = seeds.iter().filter(|seed| seed.is_valid).count();
    println!("{} frames in `{}`, {valid} of them valid", seeds.len(), folder.display());
    Ok(ExitCode::SUCCESS)
}
