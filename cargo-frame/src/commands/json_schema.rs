//! `cargo frame json-schema`.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use pool_schema::Message;

use super::read;
use crate::output::{Output, pretty};

/// Write the JSON Schema (2020-12) of a message, or of all messages as one object by their names.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The schema.
    schema: PathBuf,
    /// The name of a message.
    #[arg(short, long)]
    message: Option<String>,
    #[command(flatten)]
    output: Output,
}

pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let schema = read(&options.schema)?;
    let json = match &options.message {
        Some(name) => {
            let message = schema.messages.iter().find(|message| message.name == *name);
            let names = || {
                let names: Vec<&str> = schema.messages.iter().map(|of| &*of.name).collect();
                format!("there is no message `{name}`; the schema has {}", names.join(", "))
            };
            schema.json_schema(message.with_context(names)?)
        }
        None => {
            let of = |message: &Message| (message.name.clone(), schema.json_schema(message));
            schema.messages.iter().map(of).collect::<serde_json::Map<_, _>>().into()
        }
    };
    options.output.write(&pretty(&json))
}
