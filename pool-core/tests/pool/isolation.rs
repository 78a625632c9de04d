//! Attacks on the isolation of slots: leaks, panics, threads, and views that reach for the next slot.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{OnceLock, mpsc};
use std::thread;

use pool_core::{Overflow, Pool, PoolConfig, PooledBuf, SizeClass};

const ROOM: usize = PooledBuf::HEADER_ROOM;

fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}

/// Writes all bytes that a buffer can reach.
fn paint(buf: &mut PooledBuf, color: u8) {
    buf.header_mut(ROOM).fill(color);
    buf.fill(color);
}

fn is_painted(buf: &PooledBuf, color: u8) -> bool {
    buf.with_header(ROOM).iter().all(|byte| *byte == color)
}

#[test]
fn no_view_reaches_another_slot() {
    let config = PoolConfig::new()
        .with_class(SizeClass::MIN, 64)
        .with_class(SizeClass::for_len(4096), 5)
        .with_class(SizeClass::MAX_POOLED, 2);
    let pool = Pool::new(&config);
    let lens = [(128, 64), (4096, 5), (1 << 20, 2), (1, 3), ((1 << 20) + 1, 2), (3 << 20, 1)];
    let lens = lens.into_iter().flat_map(|(len, count)| std::iter::repeat_n(len, count));
    // The last buffers overflow to the heap.
    let mut bufs: Vec<_> = lens.map(|len| pool.acquire(len).unwrap()).collect();
    for (color, buf) in (1..).zip(&mut bufs) {
        paint(buf, color);
    }
    assert!((1..).zip(&bufs).all(|(color, buf)| is_painted(buf, color)));

    // The same holds after half of them are released and acquired again, shorter.
    let mut index = 0;
    bufs.retain(|_| {
        index += 1;
        index % 2 == 0
    });
    let others: Vec<_> = (0..40)
        .map(|_| {
            let mut buf = pool.acquire(100).unwrap();
            paint(&mut buf, 0xEE);
            buf.truncate(3);
            buf
        })
        .collect();
    assert!((1..).zip(&bufs).all(|(half, buf)| is_painted(buf, 2 * half)));
    assert!(others.iter().all(|buf| is_painted(buf, 0xEE)));
}

#[test]
fn a_forgotten_buffer_keeps_its_slot_and_its_pool() {
    let pool =
        Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 3).with_overflow(Overflow::Fail));
    // In a static, where leak checkers still find it.
    static LEAKED: OnceLock<PooledBuf> = OnceLock::new();
    let mut leaked = pool.acquire(128).unwrap();
    paint(&mut leaked, 7);
    let leaked = LEAKED.get_or_init(|| leaked);
    let mut kept = pool.acquire(128).unwrap();
    for _ in 0..100 {
        pool.acquire(128).unwrap().fill(9);
    }
    drop(pool);
    paint(&mut kept, 8);
    assert!(is_painted(&kept, 8));
    drop(kept);
    assert!(is_painted(leaked, 7));
}

#[test]
fn a_panic_releases_every_kind_of_buffer() {
    let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 2));
    let threads: Vec<_> = (0..3)
        .map(|color| {
            let pool = pool.clone();
            thread::spawn(move || {
                let mut bufs: Vec<_> =
                    [1, 128, 128, 5000].map(|len| pool.acquire(len).unwrap()).into();
                bufs.iter_mut().for_each(|buf| paint(buf, color));
                // In the middle of a borrow, and with the handle dropped first.
                let _view = bufs[0].with_header(ROOM);
                drop(pool);
                std::panic::resume_unwind(Box::new(()));
            })
        })
        .collect();
    assert!(threads.into_iter().all(|thread| thread.join().is_err()));
    assert_eq!(in_use(&pool), 0);
    assert!(pool.acquire(128).unwrap().is_pooled());
}

#[test]
fn a_refused_view_leaves_the_buffer_as_it_was() {
    let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 1));
    let mut buf = pool.acquire(10).unwrap();
    paint(&mut buf, 5);
    for n in [ROOM + 1, ROOM + 128, usize::MAX / 2, usize::MAX] {
        assert!(catch_unwind(|| buf.with_header(n).len()).is_err());
        assert!(catch_unwind(AssertUnwindSafe(|| buf.header_mut(n).len())).is_err());
        buf.truncate(n);
    }
    assert!(is_painted(&buf, 5));
    assert_eq!((buf.len(), buf.capacity()), (10, 128));
}

/// One thread writes each buffer, another checks and drops it, and all handles are dropped meanwhile.
#[test]
fn buffers_change_threads_while_handles_come_and_go() {
    for round in 0..40_u8 {
        let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 5));
        let (send, receive) = mpsc::channel::<(PooledBuf, u8)>();
        let checker =
            thread::spawn(move || receive.into_iter().all(|(buf, color)| is_painted(&buf, color)));
        let writers: Vec<_> = (0..2)
            .map(|writer| {
                let (mut pool, send) = (pool.clone(), send.clone());
                thread::spawn(move || {
                    for step in 0..60_u8 {
                        let color = round ^ (writer << 7) ^ step;
                        let mut buf = pool.acquire(1 + usize::from(step)).unwrap();
                        paint(&mut buf, color);
                        assert!(is_painted(&buf, color));
                        send.send((buf, color)).unwrap();
                        pool = pool.clone();
                    }
                })
            })
            .collect();
        drop((pool, send));
        assert!(writers.into_iter().all(|writer| writer.join().is_ok()));
        assert!(checker.join().unwrap());
    }
}
