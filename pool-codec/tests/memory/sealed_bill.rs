//! Compares the memory bill of encrypted connections with their real use.

use pool_codec::sealed::{self, SealedDecoder, SealedEncoder};
use pool_codec::{Frame, FrameSet, MemoryBill, Pool, PoolConfig, SizeClass, Str, Sv2Header};
use pool_dev::allocator::PerThread;

use crate::toy_cipher::Toy;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct Tick {
    venue: Str<20>,
}

/// Its longest payload has three blocks.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow)]
struct Blob {
    #[frame(max_len = 140_000)]
    content: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = Sv2Header, borrow)]
enum Set {
    Tick(Tick),
    Blob(Blob),
}

type Connection = (SealedDecoder<Set, Toy>, SealedEncoder<Set, Toy>);

fn bill(config: &PoolConfig, count: usize) -> MemoryBill {
    MemoryBill::sealed::<Set, Set, Toy, Toy>(config, count)
}

/// The longest frame on the wire, without its last byte.
fn unfinished(blob: &Blob) -> Vec<u8> {
    let pool = Pool::new(&PoolConfig::new());
    let mut encoder = SealedEncoder::<Set, _>::new(&pool, Toy::new());
    assert!(encoder.push(blob).unwrap());
    let mut bytes = Vec::new();
    while encoder.unsent_len() > 0 {
        let [piece, _] = encoder.unsent();
        bytes.extend_from_slice(piece);
        encoder.sent(piece.len());
    }
    bytes.pop();
    bytes
}

/// A connection that holds as much as it can: a window and a frame that is too large for it, in both directions.
fn worst(pool: &Pool, blob: &Blob, unfinished: &[u8]) -> Connection {
    let mut encoder = SealedEncoder::new(pool, Toy::new());
    assert!(encoder.push(&Tick { venue: "XNAS".parse().unwrap() }).unwrap());
    assert!(encoder.push(blob).unwrap());
    let mut decoder = SealedDecoder::new(pool, Toy::new());
    let mut rest = unfinished;
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

#[test]
fn encrypted_connections_use_at_most_their_bill_and_almost_all_of_it() {
    let blob = Blob { content: vec![7; 140_000] };
    let unfinished = unfinished(&blob);
    let pooled = sealed::pool_config::<Set, Toy>(&Set::POOL_CONFIG);
    // Without slots, all buffers come from the heap.
    for (config, count) in
        [(PoolConfig::new(), 1), (PoolConfig::new(), 20), (pooled, 20), (wide_windows(), 20)]
    {
        let bill = bill(&config, count);
        let mut connections = Vec::with_capacity(count);
        let start = PerThread::start();
        let pool = Pool::new(&config);
        for _ in 0..count {
            connections.push(worst(&pool, &blob, &unfinished));
        }
        let live = start.live() + size_of_val(&connections[..]);
        assert!(live <= bill.total(), "{live} of\n{bill}");
        if config.classes().count() == 0 {
            assert!(live * 10 >= bill.total() * 9, "{live} of\n{bill}");
        }
    }
}

/// A pool whose windows hold any frame. A payload of several blocks takes a slot of its own nevertheless.
fn wide_windows() -> PoolConfig {
    sealed::pool_config::<Set, Toy>(&PoolConfig::new().with_class(SizeClass::for_len(256 << 10), 1))
}

/// With the slots of the bill, no connection takes anything from the heap.
#[test]
fn the_slots_of_the_bill_suffice() {
    for config in [sealed::pool_config::<Set, Toy>(&Set::POOL_CONFIG), wide_windows()] {
        check_slots(&bill(&config, 5).pool_config());
    }
}

fn check_slots(config: &PoolConfig) {
    let blob = Blob { content: vec![7; 140_000] };
    let unfinished = unfinished(&blob);
    let pool = Pool::new(config);
    let connections: Vec<_> = (0..5).map(|_| worst(&pool, &blob, &unfinished)).collect();
    let stats = pool.stats();
    for class in stats.classes() {
        assert_eq!(class.overflow, 0, "{stats}");
        assert!(class.in_use <= 5 * bill(config, 5).slots(class.class), "{stats}");
    }
    drop(connections);
}
