//! Compares the memory bill of connections with their real use.

use pool_codec::{
    Bytes, Frame, FrameDecoder, FrameEncoder, FrameSet, MemoryBill, Overflow, Pool, PoolConfig,
    SizeClass, Str, TlvHeader,
};
use pool_dev::allocator::PerThread;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct Tick {
    price: u64,
    venue: Str<20>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow)]
struct Blob {
    content: Bytes<40_000>,
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader, borrow)]
enum Set {
    Tick(Tick),
    Blob(Blob),
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader, borrow)]
enum Small {
    Tick(Tick),
}

/// A connection that holds as much as it can: a window with a byte of the next frame, and a frame that is too large for
/// the window, in both directions.
fn worst<S: FrameSet>(
    pool: &Pool,
    long: Option<&Blob>,
) -> (FrameDecoder<S>, FrameEncoder<TlvHeader>) {
    let tick = Tick { price: 1, venue: "XNAS".parse().unwrap() };
    let mut encoder = FrameEncoder::new(pool);
    assert!(encoder.push(&tick).unwrap());
    let mut decoder = FrameDecoder::new(pool);
    let mut stream = encoder.unsent()[0][..5].to_vec();
    if let Some(long) = long {
        assert!(encoder.push(long).unwrap());
        stream = encoder.unsent()[1].to_vec();
        stream.pop();
    }
    let mut rest = &stream[..];
    while !rest.is_empty() {
        let window = decoder.window().unwrap();
        let count = window.len().min(rest.len());
        window[..count].copy_from_slice(&rest[..count]);
        decoder.commit(count);
        rest = &rest[count..];
        assert!(!decoder.advance().unwrap());
    }
    (decoder, encoder)
}

/// Returns the live bytes of `count` worst-case connections on a pool of `config`, including the pool.
fn live<S: FrameSet>(config: &PoolConfig, count: usize, long: Option<&Blob>) -> usize {
    let mut connections = Vec::with_capacity(count);
    let start = PerThread::start();
    let pool = Pool::new(config);
    for _ in 0..count {
        connections.push(worst::<S>(&pool, long));
    }
    let state = size_of_val(&connections[..]);
    start.live() + state
}

#[test]
fn connections_use_at_most_their_bill_and_almost_all_of_it() {
    let blob = Blob { content: vec![7; 40_000].try_into().unwrap() };
    // Without slots, all buffers come from the heap.
    let none = PoolConfig::new();
    for count in [1, 20] {
        let bill = MemoryBill::new::<Set>(&none, count);
        let live = live::<Set>(&none, count, Some(&blob));
        assert!(live <= bill.total(), "{live} of\n{bill}");
        assert!(live * 10 >= bill.total() * 9, "{live} of\n{bill}");
    }
    // An exhausted pool, and then the heap.
    let config = Set::POOL_CONFIG;
    let bill = MemoryBill::new::<Set>(&config, 60);
    let live_set = live::<Set>(&config, 60, Some(&blob));
    assert!(live_set > config.footprint() && live_set <= bill.total(), "{live_set} of\n{bill}");
    // Only small frames, so there are a window and a batch and nothing else.
    let bill = MemoryBill::new::<Small>(&Small::POOL_CONFIG, 60);
    assert_eq!(bill.buffers(), 2 * 8192);
    let live = live::<Small>(&Small::POOL_CONFIG, 60, None);
    assert!(live <= bill.total(), "{live} of\n{bill}");
}

/// The reader and the writer of each connection wait in the queue of a pool with one slot.
#[cfg(feature = "tokio")]
#[test]
fn connections_that_wait_are_within_the_bill() {
    use core::future::Future;
    use core::pin::pin;
    use core::task::{Context, Waker};
    use pool_codec::tokio::{FrameReader, FrameWriter};

    let class = SizeClass::for_len(8192);
    let config = PoolConfig::new().with_class(class, 1).with_overflow(Overflow::Wait);
    // The first acquire of a thread allocates its record, which belongs to no connection.
    drop(Pool::new(&config).acquire(8192).unwrap());
    for count in [1, 5, 65, 1000] {
        let mut connections = Vec::with_capacity(count);
        let start = PerThread::start();
        let pool = Pool::new(&config);
        let only = pool.acquire(8192).unwrap();
        let mut context = Context::from_waker(Waker::noop());
        let tick = Tick { price: 1, venue: "XNAS".parse().unwrap() };
        for _ in 0..count {
            let mut reader = FrameReader::<_, Small>::new(tokio::io::empty(), &pool);
            let mut writer = FrameWriter::<_, TlvHeader>::new(tokio::io::sink(), &pool);
            assert!(pin!(reader.read()).poll(&mut context).is_pending());
            assert!(pin!(writer.send(&tick)).poll(&mut context).is_pending());
            connections.push((reader, writer));
        }
        let state = size_of_val(&connections[..]);
        let live = start.live() + state;
        let bill = MemoryBill::new::<Small>(&config, count);
        assert!(live <= bill.total(), "{live} of\n{bill}");
        drop((connections, only));
    }
}

/// A class does not keep a queue that is as long as the most waiters it ever had, but eight entries.
#[test]
fn queues_are_released_when_nobody_waits() {
    use core::future::Future;
    use core::task::{Context, Waker};

    let mut config = PoolConfig::new().with_overflow(Overflow::Wait);
    for class in SizeClass::ladder(32 << 10, 512 << 10) {
        config = config.with_class(class, 1);
    }
    let start = PerThread::start();
    let pool = Pool::new(&config);
    let mut context = Context::from_waker(Waker::noop());
    for (class, _) in config.classes() {
        let only = pool.acquire(class.bytes()).unwrap();
        let mut waiting: Vec<_> =
            (0..500).map(|_| Box::pin(pool.acquire_async(class.bytes()))).collect();
        for acquire in &mut waiting {
            assert!(acquire.as_mut().poll(&mut context).is_pending());
        }
        drop(only);
    }
    let kept = start.live().saturating_sub(config.footprint());
    assert!(kept <= 8 * config.classes().count() * config.waiter_bytes(), "{kept} bytes");
}

#[test]
fn a_pool_that_does_not_overflow_is_the_bill() {
    const CONFIG: PoolConfig = Set::POOL_CONFIG.with_overflow(Overflow::Fail);
    const BILL: MemoryBill = MemoryBill::new::<Set>(&CONFIG, 1000);
    const STATE: usize = BILL.beyond_pool();
    const _: () = assert!(STATE <= 1100 && BILL.total() == CONFIG.footprint() + 1000 * STATE);
    // The exception is a frame that is larger than the largest class, if the heap may serve it.
    let small = PoolConfig::new().with_class(SizeClass::MIN, 8).with_overflow(Overflow::Fail);
    assert!(MemoryBill::new::<Set>(&small, 1).beyond_pool() < 1500);
    let small = small.with_jumbo_overflow(Overflow::Heap);
    let bill = MemoryBill::new::<Set>(&small, 1);
    assert!((80_000..81_500).contains(&bill.beyond_pool()), "{bill}");
}

#[test]
fn the_slots_of_the_bill_are_exactly_enough() {
    let blob = Blob { content: vec![7; 40_000].try_into().unwrap() };
    // The frame is longer than a batch only with its header, so it is of the batch's class.
    let class_of_window = Blob { content: vec![7; 16_380].try_into().unwrap() };
    for count in [1, 7] {
        let bill = MemoryBill::new::<Set>(&Set::POOL_CONFIG, count);
        let config = bill.pool_config().with_overflow(Overflow::Fail);
        assert!(config.covers(&Set::POOL_CONFIG));
        let pool = Pool::new(&config);
        let connections: Vec<_> = (0..count).map(|_| worst::<Set>(&pool, Some(&blob))).collect();
        drop(connections);
        let connections: Vec<_> =
            (0..count).map(|_| worst::<Set>(&pool, Some(&class_of_window))).collect();
        drop(connections);
    }
    let slots =
        |class| MemoryBill::new::<Set>(&Set::POOL_CONFIG, 1).slots(SizeClass::for_len(class));
    assert_eq!([128, 8192, 16_384, 32_768, 65_536, 131_072].map(slots), [0, 0, 3, 2, 2, 0]);
    // A window, and a batch together with a frame of the same class.
    let class = SizeClass::for_len(16_384);
    let config = Set::POOL_CONFIG.with_class(class, 2).with_overflow(Overflow::Fail);
    let mut encoder = FrameEncoder::<TlvHeader>::new(&Pool::new(&config));
    let tick = Tick { price: 1, venue: "XNAS".parse().unwrap() };
    assert!(encoder.push(&tick).unwrap() && encoder.push(&class_of_window).unwrap());
    let mut decoder = FrameDecoder::<Set>::new(encoder.pool());
    assert!(decoder.window().is_err());
}

#[test]
fn each_direction_can_have_its_own_set() {
    let config = Set::POOL_CONFIG.merge(&Small::POOL_CONFIG);
    let class = SizeClass::for_len(65_536);
    let slots = |bill: MemoryBill| (bill.slots(class), bill.buffers());
    assert_eq!(slots(MemoryBill::between::<Set, Small>(&config, 1)), (1, 2 * 16_384 + 40_002));
    assert_eq!(slots(MemoryBill::between::<Small, Set>(&config, 1)), (1, 2 * 16_384 + 40_002));
    assert_eq!(slots(MemoryBill::between::<Small, Small>(&config, 1)), (0, 2 * 16_384));
    let text = MemoryBill::between::<Set, Small>(&config, 1).to_string();
    assert!(text.starts_with("`Set` in, `Small` out, 1 connection, bytes\n"), "{text}");
}

#[test]
fn the_bill_is_printed_line_by_line() {
    let config = Set::POOL_CONFIG.with_overflow(Overflow::Fail);
    let bill = MemoryBill::new::<Set>(&config, 3);
    let (beyond, pool) = (bill.beyond_pool(), config.footprint());
    let (beyond_all, total) = (3 * beyond, bill.total());
    assert_eq!(total, pool + beyond_all);
    assert_eq!(
        bill.to_string(),
        format!(
            "\
`Set`, 3 connections, bytes
  a window; a batch                                16384
  a larger frame, in                               40002
  a larger frame, out                              40002
  a connection's buffers, both ways               112772
  a connection beyond the pool's slots    {beyond:>14}
  all of them beyond the pool's slots     {beyond_all:>14}
  the pool                                {pool:>14}
  total                                   {total:>14}
  slots they can take at once                in the pool
                       16 KiB            9             8
                       32 KiB            6             4
                       64 KiB            6             2"
        )
    );
}
