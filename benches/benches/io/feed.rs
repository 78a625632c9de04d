//! The other end of a connection: writes frames when it is told to.

use core::net::Ipv4Addr;
use std::io::{self, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use crate::content::Frames;
use crate::memory::Endless;

/// Bytes that a writer hands over at once.
pub(crate) const CHUNK: usize = 64 * 1024;

/// A loopback connection with a thread that writes to it.
pub(crate) struct Feed {
    orders: SyncSender<u64>,
    frame_len: u64,
}

impl Feed {
    /// The feed and the end to read from.
    pub(crate) fn new(frames: Frames) -> (Self, TcpStream) {
        let (near, mut far) = connect().expect("loopback connects");
        // Bounded: it allocates nothing later.
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

    /// Lets the thread write `frames` more, and returns at once.
    pub(crate) fn send(&self, frames: u64) {
        self.orders.send(frames * self.frame_len).expect("the thread lives");
    }
}

/// Two ends of a connection.
fn connect() -> io::Result<(TcpStream, TcpStream)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let far = TcpStream::connect(listener.local_addr()?)?;
    // Else the end of a run may wait for an acknowledgement.
    far.set_nodelay(true)?;
    Ok((listener.accept()?.0, far))
}
