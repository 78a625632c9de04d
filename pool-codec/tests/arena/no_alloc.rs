//! A request that is decoded in an arena takes nothing from the global allocator.

use pool_codec::{Arena, FrameReader, Pool, PooledFrame};
use pool_dev::allocator::PerThread;

use crate::{Blob, CONFIG, Hello, Set, blob, hello, in_use, stream};

#[test]
fn requests_allocate_nothing_in_steady_state() {
    let pool = Pool::new(&CONFIG);
    pool.prefault().unwrap();
    let frames: Vec<_> = (0..500).map(|i| Set::Hello(hello(&"n".repeat(i % 250)))).collect();
    let input = stream(&frames);
    let mut reader = FrameReader::<_, Set>::new(&input[..], &pool);
    assert!(reader.read().unwrap().is_some());
    // The first small slot of a thread allocates its record.
    drop(pool.acquire(1).unwrap());
    let start = PerThread::start();
    let mut count = 0;
    while let Some(frame) = reader.read().unwrap() {
        let arena = Arena::new(&pool, 64 << 10);
        let message = frame.decode_in::<Hello>(&arena).unwrap();
        let copies = arena.alloc_slice_fill_with(10, |_| arena.alloc_str(&message.name).unwrap());
        count += copies.unwrap().len();
    }
    assert_eq!((count, start.calls()), (4990, 0));
}

#[test]
fn slots_that_move_allocate_nothing() {
    let pool = Pool::new(&CONFIG);
    pool.prefault().unwrap();
    let message = Set::Blob(blob(90_000));
    let mut arena = Arena::new(&pool, 256 << 10);
    let start = PerThread::start();
    for _ in 0..20 {
        let frame = PooledFrame::<Set>::encode(&message, &pool).unwrap();
        assert_eq!(frame.decode_in::<Blob>(&arena).unwrap().content.len(), 90_000);
        arena.reset();
        assert_eq!(in_use(&pool), 0);
    }
    assert_eq!(start.calls(), 0);
}
