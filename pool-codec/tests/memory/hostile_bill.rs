//! The memory bill for pools of any kind. No peer and no program can make connections use more.

use pool_codec::{
    Bytes, Frame, FrameDecoder, FrameEncoder, FrameSet, Header, MemoryBill, Overflow, Pool,
    PoolConfig, RawFrame, SizeClass, TlvHeader,
};
use pool_dev::allocator::PerThread;
use proptest::prelude::*;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct Blob {
    content: Bytes<100_000>,
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader, borrow)]
enum Set {
    Blob(Blob),
    #[frame(other)]
    Other(RawFrame),
}

/// Generates a pool with any classes, a few slots of each, and a policy for each class.
fn pools() -> impl Strategy<Value = PoolConfig> {
    let policy = || prop::sample::select(vec![Overflow::Heap, Overflow::Fail, Overflow::Wait]);
    let class = (7_u32..21, 1_usize..4, policy());
    (prop::collection::vec(class, 0..5), policy()).prop_map(|(classes, policy)| {
        let mut config = PoolConfig::new().with_overflow(policy);
        for (power, slots, policy) in classes {
            let class = SizeClass::for_len(1 << power);
            config = config.with_class(class, slots).with_overflow_of(class, policy);
        }
        config
    })
}

/// A connection that has read all of `incoming` but its last byte, and holds `outgoing` unsent, as far as the pool has
/// slots.
fn connection(
    pool: &Pool,
    incoming: &[u8],
    outgoing: &[Blob],
    peak: &mut dyn FnMut(),
) -> (FrameDecoder<Set>, FrameEncoder<TlvHeader>) {
    let (mut decoder, mut encoder) = (FrameDecoder::new(pool), FrameEncoder::new(pool));
    for blob in outgoing {
        let _ = encoder.push(blob);
        peak();
    }
    let mut rest = &incoming[..incoming.len() - 1];
    while !rest.is_empty() {
        let Ok(window) = decoder.window() else { break };
        let count = window.len().min(rest.len());
        window[..count].copy_from_slice(&rest[..count]);
        decoder.commit(count);
        rest = &rest[count..];
        let advanced = decoder.advance();
        peak();
        if advanced.is_err() {
            break;
        }
    }
    (decoder, encoder)
}

fn frame(id: u8, blob: &Blob) -> Vec<u8> {
    let pool = Pool::new(&PoolConfig::new());
    let mut encoder = FrameEncoder::<TlvHeader>::new(&pool);
    assert!(encoder.push(blob).unwrap());
    let mut bytes = encoder.unsent().concat();
    bytes[0] = id;
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn connections_stay_within_the_bill_on_every_pool(
        config in pools(),
        lens in prop::collection::vec(prop_oneof![Just(0_usize), 100..140_usize, 0..100_001_usize, Just(100_000)], 1..6),
        connections in 1_usize..6,
        unknown in any::<bool>(),
    ) {
        let bill = MemoryBill::new::<Set>(&config, connections);
        let blobs: Vec<Blob> =
            lens.iter().map(|len| Blob { content: vec![7; *len].try_into().unwrap() }).collect();
        let id = if unknown { 9 } else { 1 };
        let incoming: Vec<Vec<u8>> = blobs.iter().map(|blob| frame(id, blob)).collect();
        let mut open = Vec::with_capacity(connections);
        let (start, mut most) = (PerThread::start(), 0);
        let pool = Pool::new(&config);
        for index in 0..connections {
            let incoming = &incoming[index % incoming.len()];
            let mut peak = || most = most.max(start.live());
            open.push(connection(&pool, incoming, &blobs, &mut peak));
        }
        let state = connections * size_of::<(FrameDecoder<Set>, FrameEncoder<TlvHeader>)>();
        // The record of a thread in the pool does not belong to the connections.
        let taken = most - most.min(PoolConfig::BYTES_PER_THREAD) + state;
        prop_assert!(taken <= bill.total(), "{taken} of\n{bill}\n{config}");
    }
}

/// A header that is much larger than those of the built-in formats.
#[derive(Debug, Clone, Copy, PartialEq, Frame, Header)]
struct LargeHeader {
    #[header(len)]
    len: u32,
    #[header(id)]
    id: u16,
    extra: [u64; 7],
}

#[derive(Debug, FrameSet)]
#[frames(header = LargeHeader, borrow)]
enum LargeHeaders {
    Blob(Blob),
}

/// A bill that knows only the schema is not below the one that knows the types.
#[test]
fn the_bill_of_a_schema_counts_its_header() {
    let config = LargeHeaders::POOL_CONFIG;
    let known = MemoryBill::new::<LargeHeaders>(&config, 1000);
    let size = <LargeHeader as Header>::SIZE;
    let schema = MemoryBill::of_schema("Set", LargeHeaders::MAX_SIZE, size, &config, 1000);
    assert!(schema.total() >= known.total(), "{schema}\n{known}");
}

/// The pool keeps the entries of waiters, whatever their class was.
#[test]
fn kept_waiters_are_on_the_bill() {
    let mut config = PoolConfig::new().with_overflow(Overflow::Wait);
    for power in 7..17 {
        config = config.with_class(SizeClass::for_len(1 << power), 1);
    }
    let pool = Pool::new(&config);
    pool.prefault().unwrap();
    let start = PerThread::start();
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    for power in 7..17 {
        let held = pool.acquire(1 << power).unwrap();
        let mut waiting: Vec<_> =
            (0..8).map(|_| Box::pin(pool.acquire_async(1 << power))).collect();
        for waiter in &mut waiting {
            assert!(Future::poll(waiter.as_mut(), &mut context).is_pending());
        }
        drop(waiting);
        drop(held);
    }
    let bill = MemoryBill::new::<Set>(&config, 0);
    let kept = start.live();
    assert!(kept > 0 && config.footprint() + kept <= bill.total(), "{kept}\n{bill}");
}
