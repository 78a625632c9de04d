//! Prints the frames of captures: readable, or one JSON object a line.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use examples::sv2::{Sv2, protocol_of};
use examples::{capture, json};
use pool_codec::{
    Content, DecodeError, Encodable, FieldVisitor, Fields, FrameError, FrameReader, FrameSet,
    FrameView, Header, ReadError, Sv2Header, Value,
};
use serde_json::json;

use crate::POOL;

/// What `sv2 inspect` is told.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// One JSON object a line: `message`, `offset`, `length`, and `fields` or `error`.
    #[arg(long)]
    json: bool,
    /// Capture files, or directories of `*.bin` files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// Prints every frame of every file. Malformed frames are reported in their place and do not fail the
/// run; unreadable files do.
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

fn inspect(file: &Path, as_json: bool, out: &mut impl Write) -> anyhow::Result<()> {
    let stream = File::open(file).with_context(|| format!("cannot open {}", file.display()))?;
    if !as_json {
        writeln!(out, "{}", file.display())?;
    }
    let mut reader = FrameReader::<_, Sv2>::new(stream, &POOL);
    loop {
        let report = match reader.read() {
            Ok(None) => return Ok(()),
            Ok(Some(frame)) => {
                let length = frame.as_bytes().len();
                let place = Place { message: name_of(frame.id()), offset: frame.offset(), length };
                match frame.borrow::<Sv2>() {
                    Ok(message) if as_json => {
                        place.json(json!({ "fields": json::fields(&message) }))
                    }
                    Ok(message) => place.text(&message),
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
                return Err(error).with_context(|| format!("cannot read {}", file.display()));
            }
        };
        writeln!(out, "{report}")?;
    }
}

/// `mining.NewMiningJob`, or `unknown.0x000099`.
fn name_of(id: u32) -> String {
    match Sv2::message(id) {
        Some(message) => format!("{}.{}", protocol_of(id), message.name),
        None => format!("unknown.{id:#08x}"),
    }
}

/// Where a frame stands in its file.
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
        object.to_string()
    }

    fn title(&self) -> String {
        format!("{:>8}  {}, {} bytes", self.offset, self.message, self.length)
    }

    fn text(&self, message: &impl Fields) -> String {
        let mut lines = Lines(self.title());
        message.visit_fields(&mut lines);
        lines.0
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

/// A frame that the reader refused by its header. The reader has gone past it.
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

/// The fields of a message, a line each.
struct Lines(String);

impl FieldVisitor for Lines {
    fn field<T: Encodable>(&mut self, name: &'static str, field: &T) {
        let shown = field.encode_to_vec().map_err(|error| error.to_string()).and_then(|bytes| {
            Value::new(T::SCHEMA, &bytes)
                .map(|value| show(&value))
                .map_err(|error| error.to_string())
        });
        self.0 += &format!(
            "\n            {name}: {}",
            shown.unwrap_or_else(|error| format!("error: {error}"))
        );
    }
}

/// A value for people: text as text, hashes as hex, long things by their size and beginning.
fn show(value: &Value<'_>) -> String {
    const BYTES: usize = 32;
    const ITEMS: usize = 4;
    match value.content() {
        Content::Uint(number) => number.to_string(),
        Content::Int(number) => number.to_string(),
        Content::F32(number) => number.to_string(),
        Content::F64(number) => number.to_string(),
        Content::Bool(value) => value.to_string(),
        Content::Enum(tag, name, fields) => match fields.map(shown).collect::<Vec<_>>() {
            fields if fields.is_empty() => format!("{name} ({tag})"),
            fields => format!("{name} ({tag}) {{ {} }}", fields.join(", ")),
        },
        Content::Char(character) => format!("{character:?}"),
        Content::Tuple(fields) => {
            let fields: Vec<_> = fields.map(|(_, field)| show(&field)).collect();
            format!("({})", fields.join(", "))
        }
        Content::Str(text) => format!("{text:?}"),
        Content::Bytes([]) => "empty".to_owned(),
        Content::Bytes(bytes) => match bytes.get(..BYTES) {
            Some(head) if bytes.len() > BYTES => {
                format!("{}.. ({} bytes)", hex::encode(head), bytes.len())
            }
            _ => hex::encode(bytes),
        },
        Content::Option(None) => "none".to_owned(),
        Content::Option(Some(inner)) => show(&inner),
        Content::Items(items) => {
            let count = items.len();
            let mut shown: Vec<_> = items.take(ITEMS).map(|item| show(&item)).collect();
            if count > ITEMS {
                shown.push(format!(".. ({count} elements)"));
            }
            format!("[{}]", shown.join(", "))
        }
        Content::Struct(fields) => {
            let fields: Vec<_> = fields.map(shown).collect();
            format!("{{ {} }}", fields.join(", "))
        }
        _ => hex::encode(value.as_bytes()),
    }
}

fn shown((name, field): (&'static str, Value<'_>)) -> String {
    format!("{name}: {}", show(&field))
}
