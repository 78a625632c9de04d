//! The slots of a sealed connection, and pools that lack them.

use pool_codec::error::SendError;
use pool_codec::{Bytes, FrameEncoder, MemoryBill, Overflow, PoolConfig, SizeClass};

use super::*;

/// A call that fails for lack of a slot is repeated, and no block is opened or sealed twice.
#[test]
fn an_exhausted_pool_loses_nothing() {
    let config = sealed::pool_config::<Set, Toy>(&Set::POOL_CONFIG).with_overflow(Overflow::Fail);
    let large = SizeClass::for_len(128 << 10);
    let config = config.with_class(large, 1);
    let pool = Pool::new(&config);
    let message = blob(70_000);
    let bytes = stream(core::slice::from_ref(&message));

    let occupied = pool.acquire(large.bytes()).unwrap();
    let mut decoder = Decoder::new(&pool, Toy::new());
    let window = decoder.window().unwrap();
    window[..1_000].copy_from_slice(&bytes[..1_000]);
    decoder.commit(1_000);
    for _ in 0..3 {
        assert!(matches!(decoder.advance(), Err(FrameError::Acquire(_))));
        assert_eq!(decoder.needed_slot(), Some(sealed_len(70_000)));
        assert_eq!(decoder.missing(), bytes.len() - 1_000);
        assert_eq!(decoder.offset(), 0);
    }
    let mut encoder = Encoder::<Set>::new(&pool, Toy::new());
    for _ in 0..3 {
        assert!(matches!(encoder.push(&message), Err(SendError::Acquire(_))));
    }
    drop(occupied);
    let mut whole = 0;
    feed(&mut decoder, &bytes[1_000..], |decoder| {
        assert_eq!(decoder.current().unwrap().decode::<Set>().unwrap(), message);
        whole += 1;
    })
    .unwrap();
    assert_eq!(whole, 1);
    decoder.release();
    assert!(encoder.push(&message).unwrap());
    let mut sent = Vec::new();
    drain(&mut encoder, 1 << 20, &mut sent);
    assert_eq!(sent, bytes);
}

/// A payload that fills its class in plain text needs the next class, which the config of the set may lack.
#[test]
fn a_pool_without_room_for_macs_is_refused() {
    #[derive(Debug, Clone, PartialEq, Frame)]
    #[frame(id = 1)]
    struct Full {
        content: Bytes<32_766>,
    }
    #[derive(Debug, Clone, PartialEq, FrameSet)]
    #[frames(header = Sv2Header)]
    enum FullSet {
        Full(Full),
    }
    let full = Full { content: vec![1; 32_766].try_into().unwrap() };
    let plain = Pool::new(&FullSet::POOL_CONFIG);
    assert!(FrameEncoder::<FullSet>::new(&plain).push(&full).unwrap());
    let mut decoder = SealedDecoder::<FullSet, Toy>::new(&plain, Toy::new());
    let Err(FrameError::Pool(mismatch)) = decoder.window() else { panic!("accepted") };
    assert_eq!((mismatch.longest, mismatch.sealed), (32_768 + 16, true));
    assert!(mismatch.to_string().contains("sealed::pool_config::<FullSet, _>"), "{mismatch}");
    let mut encoder = SealedEncoder::<FullSet, Toy>::new(&plain, Toy::new());
    assert!(matches!(encoder.push(&full), Err(SendError::Pool(_))));

    let config = sealed::pool_config::<FullSet, Toy>(&FullSet::POOL_CONFIG);
    let pool = Pool::new(&config);
    let mut encoder = SealedEncoder::<FullSet, Toy>::new(&pool, Toy::new());
    assert!(encoder.push(&full).unwrap());
    assert_eq!(sealed::pool_config::<FullSet, Toy>(&config), config);
}

/// The bill is what a connection takes at most: a window and a large frame in each direction, with their MACs.
#[test]
fn the_bill_counts_sealed_connections() {
    const CONFIG: PoolConfig = sealed::pool_config::<Set, Toy>(&Set::POOL_CONFIG);
    const BILL: MemoryBill = MemoryBill::sealed::<Set, Set, Toy, Toy>(&CONFIG, 1);
    const PLAIN: MemoryBill = MemoryBill::new::<Set>(&CONFIG, 1);
    assert_eq!(BILL.buffers() - PLAIN.buffers(), 2 * (sealed_len(131_103) - 131_103));
    assert!(BILL.beyond_pool() > PLAIN.beyond_pool());

    let pool = Pool::new(&CONFIG);
    let mut encoder = Encoder::<Set>::new(&pool, Toy::new());
    assert!(encoder.push(&tick(1)).unwrap());
    assert!(encoder.push(&blob(131_103)).unwrap());
    let mut decoder = Decoder::new(&pool, Toy::new());
    let bytes = stream(&[blob(131_103)]);
    feed(&mut decoder, &bytes[..bytes.len() - 1], |_| panic!("a frame")).unwrap();
    for class in pool.stats().classes() {
        assert!(class.in_use <= BILL.slots(class.class), "{class:?}");
    }
}
