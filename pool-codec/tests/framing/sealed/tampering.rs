//! Bytes that were changed, lost or never sealed.

use pool_codec::error::FrameError;
use proptest::prelude::*;

use super::*;

/// A change of any byte is one error, in its own frame, and the stream is dead afterwards.
#[test]
fn a_change_of_any_byte_is_fatal() {
    let messages = [tick(1), Set::Ping(Ping), tick(2), blob(100), tick(3)];
    let bytes = stream(&messages);
    let tick = HEADER + sealed_len(13);
    let starts =
        [0, tick, tick + HEADER, 2 * tick + HEADER, 2 * tick + 2 * HEADER + sealed_len(100)];
    for at in 0..bytes.len() {
        let pool = pool();
        let mut changed = bytes.clone();
        changed[at] ^= 0x10;
        let mut decoder = Decoder::new(&pool, Toy::new());
        let mut whole = 0;
        let error = feed(&mut decoder, &changed, |_| whole += 1).unwrap_err();
        assert_eq!(whole, starts.iter().filter(|start| **start <= at).count() - 1, "{at}");
        let forged = FrameError::Forged { offset: starts[whole] as u64 };
        assert_eq!(error, forged, "{at}");
        assert!(error.is_fatal());
        assert_eq!(in_use(&pool), 0);
        for _ in 0..2 {
            assert_eq!(decoder.advance().unwrap_err(), forged);
            assert_eq!(decoder.window().unwrap_err(), forged);
        }
        assert_eq!(decoder.next_held::<Set>().unwrap_err(), forged);
        assert!(decoder.current().is_none());
        assert_eq!((decoder.missing(), decoder.offset()), (0, starts[whole] as u64));
        assert_eq!(in_use(&pool), 0);
    }
}

/// The same in each block of a payload in its own slot, and in the MACs between them.
#[test]
fn a_change_in_a_large_payload_is_fatal() {
    let block = Toy::MAX_BLOCK;
    let bytes = stream(&[blob(2 * block + 1), tick(1)]);
    for at in [
        0,
        6,
        HEADER,
        HEADER + block,
        HEADER + block + 16,
        HEADER + 2 * block + 16,
        HEADER + 2 * block + 33,
    ] {
        let pool = pool();
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        let mut decoder = Decoder::new(&pool, Toy::new());
        let error = feed(&mut decoder, &changed, |_| panic!("a frame")).unwrap_err();
        assert_eq!(error, FrameError::Forged { offset: 0 }, "{at}");
        assert_eq!(in_use(&pool), 0);
    }
}

#[test]
fn a_lost_block_is_fatal() {
    let bytes = stream(&[tick(1), tick(2), tick(3)]);
    let tick = HEADER + sealed_len(13);
    let without = [&bytes[..tick], &bytes[2 * tick..]].concat();
    let pool = pool();
    let mut decoder = Decoder::new(&pool, Toy::new());
    let error = feed(&mut decoder, &without, |_| {}).unwrap_err();
    assert_eq!(error, FrameError::Forged { offset: tick as u64 });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn garbage_is_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let pool = pool();
        let mut decoder = Decoder::new(&pool, Toy::new());
        let result = feed(&mut decoder, &bytes, |_| panic!("a frame"));
        prop_assert_eq!(result.is_err(), bytes.len() >= HEADER);
    }
}
