//! Buffers that move into an arena.

use pool_core::{Arena, ArenaError, Pool};

use crate::{STRICT, in_use};

fn filled(pool: &Pool, len: usize, byte: u8) -> pool_core::PooledBuf {
    let mut buf = pool.acquire(len).unwrap();
    buf.fill(byte);
    buf.header_mut(64).fill(0xAA);
    buf
}

#[test]
fn an_adopted_buffer_stays_where_it_is() {
    let pool = Pool::new(&STRICT);
    let other = Pool::new(&STRICT);
    let mut arena = Arena::new(&pool, 64 << 10);
    for _ in 0..3 {
        let buf = filled(&other, 3000, 7);
        let address = buf.as_ptr();
        let text = arena.alloc_str("before").unwrap();
        let bytes = arena.adopt(buf).unwrap();
        assert_eq!(bytes.as_ptr(), address);
        let more = arena.alloc_slice_copy(&[9_u8; 9000]).unwrap();
        assert!(bytes.iter().all(|&byte| byte == 7) && more.iter().all(|&byte| byte == 9));
        assert_eq!((&*text, in_use(&other)), ("before", 1));
        arena.reset();
        assert_eq!((arena.allocated(), in_use(&other), in_use(&pool)), (0, 0, 1));
    }
}

#[test]
fn adopted_buffers_count_towards_the_limit() {
    let pool = Pool::new(&STRICT);
    // A slot of 8 KiB and a chunk of 4000 bytes.
    let mut arena = Arena::new(&pool, 8192 + 4000);
    arena.adopt(filled(&pool, 6000, 1)).unwrap();
    let (error, buf) = arena.adopt(filled(&pool, 6000, 2)).unwrap_err();
    assert_eq!(error, ArenaError::Limit { requested: 6000, allocated: 6000, limit: 12_192 });
    assert!(buf.iter().all(|&byte| byte == 2), "the buffer comes back as it was");
    assert_eq!(buf.with_header(64)[..64], [0xAA; 64]);
    // The rest serves a chunk.
    arena.alloc_slice_copy(&[3_u8; 4000]).unwrap();
    assert_eq!((arena.capacity(), arena.allocated()), (12_192, 10_000));
    assert!(arena.alloc(1_u8).is_err());
    drop(buf);
    arena.reset();
    assert_eq!((arena.capacity(), in_use(&pool)), (0, 0), "the chunk was cut to the limit");
    arena.adopt(filled(&pool, 6000, 2)).unwrap();
}

/// What a peer sends in many tiny frames counts as what it occupies.
#[test]
fn short_buffers_count_as_their_slots() {
    let pool = Pool::new(&pool_core::PoolConfig::new());
    let arena = Arena::new(&pool, 1024);
    for _ in 0..100_000 {
        assert_eq!(arena.adopt(pool.acquire(0).unwrap()).unwrap(), []);
    }
    assert_eq!((arena.capacity(), in_use(&pool)), (0, 0));
    let adopted = (0..100).filter(|_| {
        let mut buf = pool.acquire(128).unwrap();
        buf.truncate(1);
        arena.adopt(buf).is_ok()
    });
    assert_eq!(adopted.count(), 1024 / 128);
}

#[test]
fn many_adopted_buffers_are_released_without_recursion() {
    // A pool without slots: all buffers come from the heap.
    let pool = Pool::new(&pool_core::PoolConfig::new());
    let mut arena = Arena::new(&pool, usize::MAX);
    for _ in 0..2 {
        for _ in 0..100_000 {
            arena.adopt(pool.acquire(1).unwrap()).unwrap();
        }
        assert_eq!(arena.allocated(), 100_000);
        arena.reset();
    }
    for _ in 0..100_000 {
        arena.adopt(pool.acquire(0).unwrap()).unwrap();
    }
}

#[test]
fn adopted_buffers_have_no_bytes_and_nothing_else() {
    let pool = Pool::new(&STRICT);
    let mut arena = Arena::new(&pool, 0);
    let empty = arena.adopt(pool.acquire(0).unwrap()).unwrap();
    assert_eq!(empty, []);
    assert!(arena.alloc(1_u8).is_err());
    arena.reset();
    assert_eq!(in_use(&pool), 0);
}
