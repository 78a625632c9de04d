//! Prints the frames of captures, as text or as one JSON object per line.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, ValueEnum};
use examples::sv2::{Sv2, protocol_of};
use examples::{capture, json};
use pool_codec::error::FrameError;
use pool_codec::schema::{Content, Value};
use pool_codec::{DecodeError, FrameReader, FrameSet, FrameView, Header, ReadError, Sv2Header};
use serde_json::json;

use crate::POOL;

/// The arguments of `sv2 inspect`.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Print one JSON object per line: `message`, `offset`, `length`, and `fields` or `error`.
    #[arg(long, value_name = "FORM", num_args = 0..=1, require_equals = true, default_missing_value = "index")]
    json: Option<Form>,
    /// Capture files, or directories of `*.bin` files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// The form of a message in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// That of the capture's `index.json`: text as hexadecimal digits, floats as bits, and long values as hashes.
    Index,
    /// That of serde, which the JSON Schemas of `pool-schema` describe: text as text, and all values whole.
    Serde,
}

/// Prints every frame of every file. A malformed frame is reported in its place and does not end the run. A file
/// that cannot be read does.
pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for path in &options.files {
        for file in capture::files(path)? {
            inspect(&file, options.json, &mut out)?;
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn inspect(file: &Path, form: Option<Form>, out: &mut impl Write) -> anyhow::Result<()> {
    let as_json = form.is_some();
    let stream = File::open(file).with_context(|| format!("cannot open {file:?}"))?;
    if !as_json {
        writeln!(out, "{file:?}")?;
    }
    let mut reader = FrameReader::<_, Sv2>::new(stream, &POOL);
    loop {
        let report = match reader.read() {
            Ok(None) => return Ok(()),
            Ok(Some(frame)) => {
                let length = frame.as_bytes().len();
                let place = Place { message: name_of(frame.id()), offset: frame.offset(), length };
                match frame.borrow::<Sv2>() {
                    Ok(message) if form == Some(Form::Index) => {
                        place.json(json!({ "fields": json::fields::<Sv2>(&message) }))
                    }
                    Ok(_) if as_json => place.json(json!({ "fields": serialized(&frame) })),
                    Ok(_) => place.text(&frame),
                    Err(error) if as_json => place.json(json!({ "error": decode_error(&error) })),
                    Err(error) => place.explained(&error, &frame),
                }
            }
            Err(ReadError::Frame(error)) => {
                let end = matches!(error, FrameError::Header { .. } | FrameError::Acquire(_));
                let report = unread(&error, as_json);
                if end {
                    writeln!(out, "{report}")?;
                    return Ok(());
                }
                report
            }
            Err(error @ ReadError::UnexpectedEof { offset, missing }) => {
                let total = std::fs::metadata(file)?.len();
                let length = usize::try_from(total.saturating_sub(offset))?;
                let place = Place { message: "unknown.truncated".into(), offset, length };
                let reason = error.to_string();
                let report = json!({ "error": {
                    "kind": "UnexpectedEof", "offset": length, "field": null, "missing": missing, "reason": reason,
                }});
                writeln!(
                    out,
                    "{}",
                    if as_json { place.json(report) } else { place.error(&reason) }
                )?;
                return Ok(());
            }
            Err(error) => {
                return Err(error).with_context(|| format!("cannot read {file:?}"));
            }
        };
        writeln!(out, "{report}")?;
    }
}

/// The fields of a frame as serde writes them, or the payload of an unknown frame.
fn serialized(frame: &FrameView<'_, Sv2>) -> serde_json::Value {
    let value = frame.message().map(|message| Value::new(message.schema, frame.payload()));
    match value {
        Some(Ok(value)) => serde_json::to_value(value).unwrap_or_default(),
        _ => json!({ "payload": hex::encode(frame.payload()) }),
    }
}

/// Returns the name of a message, such as `mining.NewMiningJob`, or `unknown.0x000099`.
fn name_of(id: u32) -> String {
    match Sv2::message(id) {
        Some(message) => format!("{}.{}", protocol_of(id), message.name),
        None => format!("unknown.{id:#08x}"),
    }
}

/// The place of a frame in its file.
struct Place {
    message: String,
    offset: u64,
    length: usize,
}

impl Place {
    fn json(&self, more: serde_json::Value) -> String {
        let mut object =
            json!({ "message": self.message, "offset": self.offset, "length": self.length });
        if let (Some(object), serde_json::Value::Object(more)) = (object.as_object_mut(), more) {
            object.extend(more);
        }
        json::printable(&object)
    }

    fn title(&self) -> String {
        format!("{:>8}  {}, {} bytes", self.offset, self.message, self.length)
    }

    /// Returns the fields of the frame's message, one per line.
    fn text(&self, frame: &FrameView<'_, Sv2>) -> String {
        let mut lines = self.title();
        let value = frame.message().map(|message| Value::new(message.schema, frame.payload()));
        match value.map(|value| value.map(|value| value.content())) {
            Some(Ok(Content::Struct(fields))) => {
                for (name, field) in fields {
                    lines += &format!("\n            {name}: {field}");
                }
            }
            Some(Ok(_)) => {}
            Some(Err(error)) => lines += &format!("\n            error: {error}"),
            None => lines += &format!("\n            payload: {}", hex::encode(frame.payload())),
        }
        lines
    }

    fn error(&self, reason: &str) -> String {
        format!("{}\n            error: {reason}", self.title())
    }

    fn explained(&self, error: &DecodeError, frame: &FrameView<'_, Sv2>) -> String {
        let dump = error.explain(frame.payload()).to_string();
        let indented: String = dump.lines().map(|line| format!("\n            {line}")).collect();
        format!("{}{indented}", self.title())
    }
}

fn decode_error(error: &DecodeError) -> serde_json::Value {
    json!({
        "kind": error.kind().name(),
        "offset": error.offset(),
        "field": error.field(),
        "reason": error.kind().to_string(),
    })
}

/// A frame that the reader refused because of its header. The reader has skipped it.
fn unread(error: &FrameError, as_json: bool) -> String {
    let (kind, id, len, offset) = match error {
        FrameError::TooLarge { id, len, offset, .. } => ("TooLarge", Some(*id), *len, *offset),
        FrameError::UnknownId { id, len, offset, .. } => ("UnknownId", Some(*id), *len, *offset),
        FrameError::Header { offset, .. } => ("Header", None, 0, *offset),
        _ => ("Acquire", None, 0, 0),
    };
    let place = Place {
        message: id.map_or_else(|| "unknown".to_owned(), name_of),
        offset,
        length: Sv2Header::SIZE.saturating_add(len),
    };
    let reason = error.to_string();
    if !as_json {
        return place.error(&reason);
    }
    place.json(json!({ "error": { "kind": kind, "offset": 0, "field": null, "reason": reason } }))
}
