//! The encoder and the decoder of pool-noise.

use core::hint::black_box;
use std::time::Instant;

use benches::harness::Run;
use pool_codec::sealed::{SealedDecoder, SealedEncoder};
use pool_noise::{OpeningKey, SealingKey};

use crate::message::{Ours, POOL, Set, Size};

pub(crate) fn run(size: Size) -> Run {
    let [near, far] = crate::handshake::sessions();
    let (_, mut encoder) = near.into_halves::<Set, Set>(&POOL);
    let (mut decoder, _) = far.into_halves::<Set, Set>(&POOL);
    let body = size.body().try_into().expect("has at most 4 KiB");
    let mut message = Ours { number: 0, body };
    let mut received = 0;
    Box::new(move |iterations| {
        let start = Instant::now();
        let end = message.number.wrapping_add(iterations as u32);
        while message.number != end {
            // As a writer does: as many frames as a batch has room for.
            while message.number != end && encoder.push(black_box(&message)).expect("is sealed") {
                message.number = message.number.wrapping_add(1);
            }
            transfer(&mut encoder, &mut decoder, &mut received);
        }
        assert_eq!(received, end, "messages received");
        start.elapsed()
    })
}

/// Moves the unsent bytes to the decoder, and receives the messages. `received` is the number of the next one.
fn transfer(
    encoder: &mut SealedEncoder<Set, SealingKey>,
    decoder: &mut SealedDecoder<Set, OpeningKey>,
    received: &mut u32,
) {
    while encoder.unsent_len() > 0 {
        let [bytes, _] = encoder.unsent();
        let window = decoder.window().expect("has a slot");
        let count = bytes.len().min(window.len());
        window[..count].copy_from_slice(&bytes[..count]);
        decoder.commit(count);
        encoder.sent(count);
        while let Some(frame) = decoder.next_frame().expect("is authentic") {
            let message = frame.borrow::<Ours>().expect("is valid");
            assert_eq!(message.number, *received);
            *received = received.wrapping_add(1);
            black_box(message);
        }
    }
    decoder.release();
}
