//! `cargo frame bill`.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use comfy_table::{CellAlignment, Table, presets};
use pool_codec::MemoryBill;
use serde_json::json;

use super::read;
use crate::output::pretty;

/// Print the size and the class of each message, the pool, and the memory of a number of connections.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The schema.
    schema: PathBuf,
    /// The number of connections.
    #[arg(short, long, default_value_t = 1000)]
    connections: usize,
    /// Print JSON. Sizes are in bytes.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let schema = read(&options.schema)?;
    let compiled = schema.compile()?;
    let config = compiled.pool_config();
    let bill = compiled.bill(options.connections);
    let text = match options.json {
        true => pretty(&json(&compiled, &bill, options.connections)),
        false => {
            let mut table = Table::new();
            table.load_style(presets::NOTHING);
            table.set_header(["message", "id", "bytes", "class"]);
            for message in compiled.messages() {
                let bytes = match message.min_size == message.max_size {
                    true => message.max_size.to_string(),
                    false => format!("{}..={}", message.min_size, message.max_size),
                };
                table.add_row([
                    message.name.to_owned(),
                    format!("{:#x}", message.id),
                    bytes,
                    message.size_class.bytes().to_string(),
                ]);
            }
            for column in 1..4 {
                if let Some(column) = table.column_mut(column) {
                    column.set_cell_alignment(CellAlignment::Right);
                }
            }
            format!("{table}\n\n{config}\n\n{bill}\n")
        }
    };
    io::stdout().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn json(
    compiled: &pool_schema::Compiled,
    bill: &MemoryBill,
    connections: usize,
) -> serde_json::Value {
    let messages = compiled.messages().iter().map(|message| {
        json!({
            "name": message.name,
            "id": message.id,
            "min_size": message.min_size,
            "max_size": message.max_size,
            "size_class": message.size_class.bytes(),
        })
    });
    let classes = compiled
        .pool_config()
        .classes()
        .map(|(class, slots)| json!({ "class": class.bytes(), "slots": slots }));
    json!({
        "messages": messages.collect::<Vec<_>>(),
        "pool": {
            "footprint": compiled.pool_config().footprint(),
            "classes": classes.collect::<Vec<_>>(),
        },
        "connections": {
            "count": connections,
            "buffers_of_each": bill.buffers(),
            "beyond_pool_of_each": bill.beyond_pool(),
            "total": bill.total(),
        },
    })
}
