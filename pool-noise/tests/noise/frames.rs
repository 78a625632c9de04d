//! Frames over the keys of a handshake.

use pool_codec::error::FrameError;
use pool_codec::sealed::{SealedDecoder, SealedEncoder};
use pool_noise::{OpeningKey, SealingKey};

use crate::{Blob, Set, blob, in_use, pool, sessions};

/// A change of any byte is one error, after which the connection is dead and holds no slot.
#[test]
fn a_change_of_any_byte_is_fatal() {
    let pool = pool();
    let messages = [blob(3), blob(40), blob(100)];
    let starts = [0, 22 + 19, 22 + 19 + 22 + 56];
    // The same bytes again and again would need the same keys, so each byte is changed in a connection of its own.
    for at in (0..22 + 19 + 22 + 56 + 22 + 116).step_by(5) {
        let [near, far] = sessions();
        let (_, mut encoder) = near.into_halves::<Set, Set>(&pool);
        let (mut decoder, _) = far.into_halves::<Set, Set>(&pool);
        for message in &messages {
            assert!(encoder.push(message).unwrap());
        }
        let mut bytes = encoder.unsent().concat();
        encoder.sent(bytes.len());
        bytes[at] ^= 2;
        decoder.window().unwrap()[..bytes.len()].copy_from_slice(&bytes);
        decoder.commit(bytes.len());
        let mut whole = 0;
        let error = loop {
            match decoder.next_frame() {
                Ok(Some(frame)) => {
                    assert_eq!(frame.decode::<Blob>().unwrap(), messages[whole]);
                    whole += 1;
                }
                Ok(None) => panic!("accepted"),
                Err(error) => break error,
            }
        };
        assert_eq!(whole, starts.iter().filter(|start| **start <= at).count() - 1, "{at}");
        assert_eq!(error, FrameError::Forged { offset: starts[whole] as u64 });
        assert_eq!(decoder.advance().unwrap_err(), error);
        assert_eq!(in_use(&pool), 0);
    }
}

/// A connection that is idle keeps less than 3 KiB, in its own values and nowhere else.
#[test]
fn an_idle_connection_is_small() {
    let size = size_of::<(SealedDecoder<Set, OpeningKey>, SealedEncoder<Set, SealingKey>)>();
    assert!(size < 3 << 10, "{size} bytes");
}
