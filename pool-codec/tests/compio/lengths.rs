//! Streams that set the length of the buffer, as compio-io requires, or that clear it first.

use compio_buf::{BufResult, IoBufMut};
use compio_io::AsyncRead;
use pool_codec::compio::FrameReader;
use pool_dev::executor::block_on;

use crate::{Market, blob, in_use, pool, stream, tick};

struct SetsLen {
    bytes: Vec<u8>,
    next: usize,
    piece: usize,
    clears: bool,
}

impl AsyncRead for SetsLen {
    async fn read<B: IoBufMut>(&mut self, mut buf: B) -> BufResult<usize, B> {
        let end = self.bytes.len().min(self.next + self.piece.min(buf.buf_capacity()));
        let piece = &self.bytes[self.next..end];
        if self.clears {
            buf.clear();
        }
        for (out, byte) in buf.as_uninit().iter_mut().zip(piece) {
            out.write(*byte);
        }
        match self.clears {
            // SAFETY: as many bytes were written.
            true => unsafe { buf.advance_to(piece.len()) },
            // SAFETY: as many bytes were written.
            false => unsafe { buf.set_len(piece.len()) },
        }
        self.next = end;
        BufResult(Ok(piece.len()), buf)
    }
}

#[test]
fn the_length_that_a_stream_sets_does_not_matter() {
    let messages = vec![tick(1), blob(90_000), tick(2), blob(20_000), tick(3)];
    for (clears, piece) in [(false, 5), (false, 20_000), (true, 5), (true, 20_000)] {
        let pool = pool();
        let read = SetsLen { bytes: stream(&messages), next: 0, piece, clears };
        let mut reader = FrameReader::<_, Market>::new(read, &pool);
        for message in &messages {
            let read = block_on(reader.read_message::<Market>()).unwrap();
            assert_eq!(read.as_ref(), Some(message), "{piece}, {clears}");
        }
        assert!(block_on(reader.read_message::<Market>()).unwrap().is_none());
        drop(reader);
        assert_eq!(in_use(&pool), 0);
    }
}
