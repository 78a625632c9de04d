//! Buffers as those of completion-based I/O.
#![cfg(not(loom))]
#![allow(
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

use compio_buf::{IntoInner, IoBuf, IoBufMut, SetLen};
use pool_core::{Clear, Pool, PoolConfig, PooledBuf};

const CONFIG: PoolConfig = PoolConfig::new().with_message(0, 1024, Some(1));

/// Writes behind the length without saying so, as the kernel does for an operation that was cancelled.
fn write_all(buf: &mut PooledBuf, byte: u8) {
    for cell in buf.as_uninit() {
        cell.write(byte);
    }
}

#[test]
fn an_operation_reads_into_the_whole_capacity() {
    let pool = Pool::new(&CONFIG);
    for (len, capacity) in [(0, 128), (1, 128), (128, 128), (129, 256), (1000, 1024), (5000, 5000)]
    {
        let mut buf = pool.acquire(len).unwrap();
        assert_eq!((buf.buf_len(), buf.buf_capacity()), (len, capacity));
        buf.truncate(0);
        write_all(&mut buf, 7);
        // SAFETY: the bytes were just written.
        unsafe { buf.advance_to(capacity) };
        assert_eq!((buf.len(), buf.capacity()), (capacity, capacity));
        assert!(buf.iter().all(|byte| *byte == 7));
        assert_eq!(buf.buf_ptr(), buf.as_ptr());
    }
}

#[test]
fn a_length_never_exceeds_the_capacity() {
    let pool = Pool::new(&CONFIG);
    let mut buf = pool.acquire(100).unwrap();
    buf.extend_from_slice(&[1; 28]).unwrap();
    assert!(buf.is_filled() && buf.extend_from_slice(&[1]).is_err() && buf.reserve(1).is_err());
    assert_eq!(&buf[100..], [1; 28]);
}

#[test]
fn a_part_of_a_buffer_is_read_into() {
    let pool = Pool::new(&CONFIG);
    let mut buf = pool.acquire(128).unwrap();
    buf.fill(1);
    let mut part = buf.slice(28..64);
    assert_eq!(part.buf_capacity(), 36);
    part.as_uninit()[0].write(9);
    // SAFETY: all bytes of the part are initialised.
    unsafe { part.advance_to(1) };
    let buf = part.into_inner();
    assert_eq!((buf.len(), buf[27], buf[28], buf[29]), (128, 1, 9, 1));
}

/// The next tenant sees zeroes, also where a length never reached.
#[test]
fn a_pool_that_clears_clears_what_an_operation_wrote() {
    let pool = Pool::new(&CONFIG.with_clear(Clear::OnRelease));
    for grow in [false, true] {
        let mut buf = pool.acquire(1).unwrap();
        write_all(&mut buf, 0xA7);
        if grow {
            // SAFETY: the bytes were just written.
            unsafe { buf.set_len(128) };
        }
        assert!(buf.is_pooled());
        drop(buf);
        let buf = pool.acquire(128).unwrap();
        assert!(buf.is_pooled() && buf.iter().all(|byte| *byte == 0), "grown: {grow}");
    }
}
