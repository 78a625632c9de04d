//! The other end of a connection, which writes frames on request.

use core::net::Ipv4Addr;
use std::io::{self, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use crate::content::Frames;
use crate::memory::Endless;

/// The number of bytes of one write.
pub(crate) const CHUNK: usize = 64 * 1024;

/// A loopback connection, and a thread that writes to it.
pub(crate) struct Feed {
    orders: SyncSender<u64>,
    frame_len: u64,
}

impl Feed {
    /// Creates a feed, and the end to read from.
    pub(crate) fn new(frames: Frames) -> (Self, TcpStream) {
        let (near, mut far) = connect().expect("loopback connects");
        // The channel is bounded, so it allocates nothing later.
        let (orders, inbox) = sync_channel::<u64>(1);
        thread::spawn(move || {
            let mut source = Endless::new(frames);
            for mut left in inbox {
                while left > 0 {
                    let bytes = source.take(CHUNK.min(left.try_into().unwrap_or(usize::MAX)));
                    far.write_all(bytes).expect("the reader is there");
                    left -= bytes.len() as u64;
                }
            }
        });
        (Self { orders, frame_len: frames.frame_len() as u64 }, near)
    }

    /// Makes the thread write `frames` more frames, and returns immediately.
    pub(crate) fn send(&self, frames: u64) {
        self.orders.send(frames * self.frame_len).expect("the thread lives");
    }
}

/// Creates a connection and returns its two ends.
fn connect() -> io::Result<(TcpStream, TcpStream)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let far = TcpStream::connect(listener.local_addr()?)?;
    // Otherwise the end of a run may wait for an acknowledgement.
    far.set_nodelay(true)?;
    Ok((listener.accept()?.0, far))
}
