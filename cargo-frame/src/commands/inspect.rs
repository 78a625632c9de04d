//! `cargo frame inspect`.

use core::fmt::Write as _;
use std::io::{self, BufWriter, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use pool_codec::schema::{Content, Value};
use pool_schema::{Compiled, HeaderLayout};
use serde_json::json;

use super::read;

/// Print the frames of a stream that was saved to a file, malformed ones included.
///
/// The exit code is 1 if a frame is malformed.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The schema.
    schema: PathBuf,
    /// The file, or `-` for the standard input.
    file: PathBuf,
    /// Print one JSON object per line: `message`, `offset`, `length`, and `fields` or `error`.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let schema = read(&options.schema)?;
    let compiled = schema.compile()?;
    let layout = schema.header.layout.as_ref().with_context(|| {
        format!(
            "the layout of the header `{0}` is unknown\nhelp: describe it in the schema: \
             `header: {{ rust: {0}, size: 3, id: [0], length: [2, 1] }}`",
            schema.header.name
        )
    })?;
    let stream = match options.file.to_str() {
        Some("-") => Box::new(io::stdin().lock()) as Box<dyn Read>,
        _ => {
            let file = std::fs::File::open(&options.file);
            let open = || format!("`{}` cannot be opened", options.file.display());
            Box::new(io::BufReader::new(file.with_context(open)?))
        }
    };
    let size = usize::try_from(schema.header.size)?;
    let mut frames = Frames { stream, layout, size, compiled: &compiled, offset: 0 };
    let mut out = BufWriter::new(io::stdout().lock());
    let mut all_well_formed = true;
    while let Some(frame) = frames.next()? {
        all_well_formed &= frame.error.is_none();
        let text = if options.json { frame.json() } else { frame.text() };
        writeln!(out, "{text}")?;
    }
    out.flush()?;
    Ok(ExitCode::from(u8::from(!all_well_formed)))
}

/// The frames of a stream.
struct Frames<'a> {
    stream: Box<dyn Read>,
    layout: &'a HeaderLayout,
    /// The length of the header, in bytes.
    size: usize,
    compiled: &'a Compiled,
    offset: u64,
}

/// A frame, and what is wrong with it.
struct Frame {
    name: String,
    offset: u64,
    schema: Option<&'static pool_codec::schema::Schema>,
    payload: Vec<u8>,
    /// The length that the header states.
    len: usize,
    error: Option<String>,
}

impl Frames<'_> {
    fn next(&mut self) -> anyhow::Result<Option<Frame>> {
        let offset = self.offset;
        let header = self.read_up_to(self.size)?;
        if header.is_empty() {
            return Ok(None);
        }
        let mut frame = Frame {
            name: "unknown".into(),
            offset,
            schema: None,
            payload: Vec::new(),
            len: 0,
            error: None,
        };
        if header.len() < self.size {
            frame.error = Some("the stream ends inside the header".into());
            return Ok(Some(frame));
        }
        let Some((id, len)) = self.layout.decode(&header) else {
            frame.error = Some("the length is too small for the header".into());
            return Ok(Some(frame));
        };
        frame.len = len;
        let Some(info) = self.compiled.message(id) else {
            frame.name = format!("unknown {id:#x}");
            self.skip(&mut frame)?;
            return Ok(Some(frame));
        };
        frame.name = info.name.to_owned();
        // The limit comes before memory for the payload.
        if len > info.max_size {
            let max = info.max_size;
            frame.error = Some(format!("a payload of {len} bytes exceeds the maximum of {max}"));
            self.skip(&mut frame)?;
            return Ok(Some(frame));
        }
        frame.payload = self.read_up_to(len)?;
        frame.schema = Some(info.schema);
        if frame.payload.len() < len {
            frame.error = Some("the stream ends inside the payload".into());
        } else if let Err(error) = Value::new(info.schema, &frame.payload) {
            frame.error = Some(error.to_string());
        }
        Ok(Some(frame))
    }

    /// Skips the payload of a frame that is not read.
    fn skip(&mut self, frame: &mut Frame) -> io::Result<()> {
        let len = frame.len as u64;
        let skipped = io::copy(&mut (&mut self.stream).take(len), &mut io::sink())?;
        self.offset = self.offset.saturating_add(skipped);
        if skipped < len && frame.error.is_none() {
            frame.error = Some("the stream ends inside the payload".into());
        }
        Ok(())
    }

    fn read_up_to(&mut self, len: usize) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        (&mut self.stream).take(len as u64).read_to_end(&mut bytes)?;
        self.offset = self.offset.saturating_add(bytes.len() as u64);
        Ok(bytes)
    }
}

impl Frame {
    fn value(&self) -> Option<Value<'_>> {
        self.schema
            .filter(|_| self.error.is_none())
            .and_then(|schema| Value::new(schema, &self.payload).ok())
    }

    fn json(&self) -> String {
        let mut json = json!({ "message": self.name, "offset": self.offset, "length": self.len });
        let fields = self.value().and_then(|value| serde_json::to_value(value).ok());
        let more = fields.map(|fields| ("fields", fields));
        let error = self.error.as_ref().map(|error| ("error", json!(error)));
        if let (Some(json), Some((key, value))) = (json.as_object_mut(), more.or(error)) {
            json.insert(key.to_owned(), value);
        }
        json.to_string()
    }

    fn text(&self) -> String {
        let mut text = format!("{:>8}  {}, {} bytes", self.offset, self.name, self.len);
        if let Some(error) = &self.error {
            // Writing to a string does not fail.
            let _ = write!(text, "\n            error: {error}");
        }
        match self.value().map(|value| value.content()) {
            Some(Content::Struct(fields)) => {
                for (name, field) in fields {
                    let _ = write!(text, "\n            {name}: {field}");
                }
            }
            Some(_) => {
                if let Some(value) = self.value() {
                    let _ = write!(text, "\n            {value}");
                }
            }
            None => {}
        }
        text
    }
}
