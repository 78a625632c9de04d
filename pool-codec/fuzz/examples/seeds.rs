//! Writes the seed corpora: short frames of the bundled capture, and a few sequences of pool operations.

use std::fs;
use std::path::Path;

use examples::capture;
use examples::sv2::Sv2;
use pool_codec::{FrameReader, FrameSet, Pool};

/// The longest frame of a corpus, because longer frames do not help a fuzzer.
const LONGEST: usize = 600;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for target in ["decode", "types", "stream", "pool"] {
        fs::create_dir_all(corpus.join(target))?;
    }

    let capture = capture::stream(&capture::bundled())?;
    let pool = Pool::new(&Sv2::POOL_CONFIG);
    let mut reader = FrameReader::<_, Sv2>::new(&capture[..], &pool);
    let (mut stream, mut seen) = (Vec::new(), [0; Sv2::MESSAGES.len()]);
    while let Some(view) = reader.read()? {
        let index = Sv2::MESSAGES.iter().position(|message| message.id == view.id());
        let Some(index) = index.filter(|_| view.payload().len() <= LONGEST) else { continue };
        seen[index] += 1;
        if seen[index] > 3 {
            continue;
        }
        let name = format!("{}-{}", Sv2::MESSAGES[index].name, seen[index]);
        let id = &view.id().to_le_bytes()[..3];
        fs::write(
            corpus.join("decode").join(format!("{index:02}-{name}")),
            [id, view.payload()].concat(),
        )?;
        stream.extend_from_slice(view.as_bytes());
    }

    // The stream is whole, in small pieces, or in large ones, and its frames are held in pools of both sizes.
    let headers: [&[u8]; 4] =
        [&[0, 0], &[0x81, 2, 0, 6], &[0x82, 3, 0x45, 0x80, 2], &[0x86, 1, 0x7F]];
    for (number, start) in stream.chunks(2048).enumerate() {
        let seed = [headers[number % headers.len()], start].concat();
        fs::write(corpus.join("stream").join(number.to_string()), seed)?;
    }
    let unknown = [0, 0, 0x99, 1, 0, 0, 7];
    fs::write(corpus.join("stream/unknown"), [headers[0], &unknown].concat())?;

    let programs: [&[u8]; 3] = [
        // Fills a class, writes, releases, and acquires again.
        &[2, 1, 1, 0, 0, 10, 1, 20, 0, 30, 6, 0, 5, 7, 7, 2, 1, 0, 40, 5, 0, 3, 7, 2, 0, 2, 0],
        // Drops the handles of the pool before its buffers.
        &[70, 3, 2, 1, 0, 100, 3, 0, 0x80, 60, 4, 0, 4, 0, 7, 6, 1, 9, 9, 2, 0, 7],
        // No class is registered.
        &[0, 0, 0, 0, 0, 0, 0, 100, 0x81, 255, 7, 2, 1],
    ];
    for (number, program) in programs.iter().enumerate() {
        fs::write(corpus.join("pool").join(number.to_string()), program)?;
    }
    Ok(())
}
