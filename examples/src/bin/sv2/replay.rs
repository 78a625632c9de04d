//! Replays a capture over loopback TCP and checks every frame in all four forms.

use core::time::Duration;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;
use std::time::Instant;

use anyhow::{Context, bail, ensure};
use clap::Args;
use comfy_table::{CellAlignment, Table, presets};
use examples::capture;
use examples::sv2::{Sv2, Sv2Ref, protocol_of};
use indicatif::{ProgressBar, ProgressStyle};
use pool_codec::{Arena, EncodeFrame, FrameReader, FrameSet, FrameView, MessageInfo, ZeroCopy};

use crate::{POOL, paths};

/// The limit of an arena, in bytes: one frame of any length fits.
const ARENA: usize = Sv2::MAX_SIZE;

/// The arguments of `sv2 replay`.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The number of times that each timed run sends the capture.
    #[arg(long, default_value_t = 50)]
    rounds: u32,
    /// Capture files, or directories of `*.bin` files. The default is the bundled capture.
    files: Vec<PathBuf>,
}

impl Default for Options {
    fn default() -> Self {
        Self { rounds: 50, files: Vec::new() }
    }
}

/// Checks the capture once, times it in each form, and prints the results.
pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let mut stream = Vec::new();
    for path in paths(&options.files) {
        stream.extend(capture::stream(&path)?);
    }

    let mut seen = Seen::default();
    replay(&stream, 1, |frame| seen.check(frame))?;
    let mut arena = Arena::new(&POOL, ARENA);
    replay(&stream, 1, |frame| seen.check_in(&mut arena, frame))?;
    let arena_figures = format!(
        "An arena that is reset after each frame: at most {} of {} bytes allocated",
        arena.high_water(),
        arena.limit(),
    );
    drop(arena);
    let mut out = io::stdout().lock();
    writeln!(out, "{}", seen.table())?;
    writeln!(out, "\nThe memory bill, a constant of the message set:\n\n{}", Sv2::POOL_CONFIG)?;
    if !seen.mismatches.is_empty() {
        for mismatch in &seen.mismatches {
            eprintln!("mismatch: {mismatch}");
        }
        return Ok(ExitCode::FAILURE);
    }

    let rates = Rates::measure(&stream, options.rounds, seen.frames)?;
    writeln!(out, "\nThe pool after the run:\n\n{}", POOL.stats())?;
    writeln!(out, "\n{arena_figures}")?;
    writeln!(out, "\n{rates}")?;
    writeln!(
        out,
        "\n{} frames, {} bytes: owned, borrowed, held and in an arena, they agree and re-encode to the same bytes in all of \
         them",
        seen.frames,
        stream.len(),
    )?;
    Ok(ExitCode::SUCCESS)
}

/// Sends `bytes` `rounds` times over a loopback connection and passes each frame to `visit`.
fn replay(
    bytes: &[u8],
    rounds: u32,
    mut visit: impl FnMut(FrameView<'_, Sv2>) -> anyhow::Result<()>,
) -> anyhow::Result<Duration> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).context("cannot listen on loopback")?;
    let address = listener.local_addr()?;
    thread::scope(|scope| {
        let writer = scope.spawn(move || -> io::Result<()> {
            let (mut peer, _) = listener.accept()?;
            (0..rounds).try_for_each(|_| peer.write_all(bytes))
        });
        let start = Instant::now();
        let read =
            TcpStream::connect(address).context("cannot connect to loopback").and_then(|stream| {
                let mut reader = FrameReader::<_, Sv2>::new(stream, &POOL);
                let (mut received, sent) =
                    (0_u64, u64::from(rounds).saturating_mul(bytes.len() as u64));
                while let Some(frame) = reader.read()? {
                    received = received.saturating_add(frame.as_bytes().len() as u64);
                    visit(frame)?;
                }
                ensure!(
                    received == sent,
                    "{sent} bytes were sent, but the frames that were read have {received}"
                );
                Ok(start.elapsed())
            });
        // The end of the reader is closed here, so a writer that still has bytes to send fails and ends.
        match writer.join() {
            Ok(written) => {
                read.and_then(|elapsed| written.map(|()| elapsed).context("the writer failed"))
            }
            Err(_) => bail!("the writer panicked"),
        }
    })
}

/// The results of the checking run.
#[derive(Default)]
struct Seen {
    frames: usize,
    counts: BTreeMap<u32, usize>,
    mismatches: Vec<String>,
}

impl Seen {
    /// Decodes a frame owned, borrowed and held, and compares the forms.
    fn check(&mut self, frame: FrameView<'_, Sv2>) -> anyhow::Result<()> {
        self.frames = self.frames.saturating_add(1);
        let count = self.counts.entry(frame.id()).or_default();
        *count = count.saturating_add(1);
        let place = place(&frame);
        if let Err(error) = agree(frame) {
            self.mismatches.push(format!("{place}: {error:#}"));
        }
        Ok(())
    }

    /// Decodes a frame in an arena, and compares it with the owned form. A frame that has no owned form is in the list
    /// of mismatches already.
    fn check_in(&mut self, arena: &mut Arena, frame: FrameView<'_, Sv2>) -> anyhow::Result<()> {
        let place = place(&frame);
        if let Ok(owned) = frame.decode::<Sv2>()
            && let Err(error) = agree_in(arena, frame, &owned)
        {
            self.mismatches.push(format!("{place}: {error:#}"));
        }
        arena.reset();
        Ok(())
    }

    /// Lists the messages in the order of the set, with their compile-time sizes, and then the unknown ids.
    fn table(&self) -> Table {
        let mut table = table(["message", "frames", "min B", "max B", "heap B", "class"]);
        for message in Sv2::MESSAGES {
            let Some(count) = self.counts.get(&message.id) else { continue };
            let MessageInfo { id, name, min_size, max_size, max_heap, size_class, .. } = message;
            table.add_row([
                format!("{}.{name}", protocol_of(*id)),
                count.to_string(),
                min_size.to_string(),
                max_size.to_string(),
                max_heap.to_string(),
                size_class.to_string(),
            ]);
        }
        for (id, count) in self.counts.iter().filter(|(id, _)| Sv2::message(**id).is_none()) {
            table.add_row([format!("unknown {id:#08x}"), count.to_string()]);
        }
        table
    }
}

fn place(frame: &FrameView<'_, Sv2>) -> String {
    format!("frame of id {:#08x} at byte {}", frame.id(), frame.offset())
}

/// Checks that the form in an arena is equal to the owned one and encodes to the original bytes.
fn agree_in(arena: &Arena, frame: FrameView<'_, Sv2>, owned: &Sv2) -> anyhow::Result<()> {
    let payload = frame.payload().to_vec();
    let message = frame.decode_in::<Sv2>(arena)?;
    same_bytes("arena's", &message, &payload)?;
    ensure!(Sv2::from_borrowed(&message) == *owned, "the arena's form differs from the owned one");
    Ok(())
}

/// Checks that three forms of a frame are equal and encode to the original bytes.
fn agree(frame: FrameView<'_, Sv2>) -> anyhow::Result<()> {
    let payload = frame.payload().to_vec();
    let owned: Sv2 = frame.decode()?;
    let borrowed: Sv2Ref<'_> = frame.borrow::<Sv2>()?;
    ensure!(Sv2::from_borrowed(&borrowed) == owned, "the borrowed form differs from the owned one");
    same_bytes("owned", &owned, &payload)?;
    same_bytes("borrowed", &borrowed, &payload)?;
    let held = frame.hold::<Sv2>()?;
    same_bytes("held", held.get(), &payload)?;
    ensure!(held.into_owned() == owned, "the held form differs from the owned one");
    Ok(())
}

fn same_bytes(form: &str, message: &impl EncodeFrame, payload: &[u8]) -> anyhow::Result<()> {
    let mut encoded = vec![0; message.payload_len()];
    let len = message.encode_payload(&mut encoded)?;
    ensure!(encoded.get(..len) == Some(payload), "the {form} form re-encodes to other bytes");
    Ok(())
}

/// The number of frames per second in each form.
struct Rates([(&'static str, f64); 4]);

impl Rates {
    fn measure(stream: &[u8], rounds: u32, frames: usize) -> anyhow::Result<Self> {
        let total = u64::from(rounds).saturating_mul(frames as u64);
        let style =
            ProgressStyle::with_template("{msg:>10} {wide_bar} {pos}/{len} frames, {eta} left")?;
        let progress = |form: &'static str| {
            ProgressBar::new(total).with_style(style.clone()).with_message(form)
        };
        let rate = |elapsed: Duration| total as f64 / elapsed.as_secs_f64();

        let bar = progress("owned");
        let owned = replay(stream, rounds, |frame| {
            core::hint::black_box(frame.decode::<Sv2>()?);
            bar.inc(1);
            Ok(())
        })?;
        bar.finish_and_clear();
        let bar = progress("borrowed");
        let borrowed = replay(stream, rounds, |frame| {
            core::hint::black_box(frame.borrow::<Sv2>()?);
            bar.inc(1);
            Ok(())
        })?;
        bar.finish_and_clear();
        let bar = progress("held");
        let held = replay(stream, rounds, |frame| {
            core::hint::black_box(frame.hold::<Sv2>()?);
            bar.inc(1);
            Ok(())
        })?;
        bar.finish_and_clear();
        let bar = progress("arena");
        let mut arena = Arena::new(&POOL, ARENA);
        let in_arena = replay(stream, rounds, |frame| {
            core::hint::black_box(frame.decode_in::<Sv2>(&arena)?);
            arena.reset();
            bar.inc(1);
            Ok(())
        })?;
        bar.finish_and_clear();
        Ok(Self([
            ("owned", rate(owned)),
            ("borrowed", rate(borrowed)),
            ("held", rate(held)),
            ("in an arena", rate(in_arena)),
        ]))
    }
}

impl core::fmt::Display for Rates {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let mut table = table(["form", "frames/s over loopback TCP"]);
        for (form, rate) in self.0 {
            table.add_row([form.to_owned(), format!("{rate:.0}")]);
        }
        table.fmt(f)
    }
}

/// Creates an empty table. All columns except the first are right-aligned.
fn table<const N: usize>(header: [&str; N]) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_header(header);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}
