//! `codec_sv2` over `noise_sv2`, with its buffer pool, and `binary_sv2` for the message.

use core::hint::black_box;
use std::time::Instant;

use benches::harness::Run;
use binary_sv2::B064K;
use codec_sv2::{Decrypted, MessageFrame, NoiseDecoder, NoiseEncoder};

use crate::message::{Size, Theirs};

pub(crate) fn run(size: Size) -> Run {
    let (mut encrypt, decrypt) = crate::handshake::transports();
    let (mut encoder, mut decoder) = (NoiseEncoder::new(), NoiseDecoder::new());
    let (mut decrypt, mut number) = (Some(decrypt), 0_u32);
    let body = B064K::new(size.body().leak()).expect("is short");
    Box::new(move |iterations| {
        let start = Instant::now();
        for _ in 0..iterations {
            // The frame consumes the message. The copy is that of a reference.
            let message = Theirs { number, body };
            let frame = MessageFrame::from_message(black_box(message), 1, 0, false);
            let sealed = encoder.encode_transport(frame.expect("is short"), &mut encrypt);
            let sealed = sealed.expect("is sealed");
            let mut rest: &[u8] = sealed.as_ref();
            let mut frame = loop {
                let state = decrypt.take().expect("is returned");
                match decoder.next_transport_frame(state).expect("is authentic") {
                    Decrypted::Frame(frame, state) => {
                        decrypt = Some(state);
                        break frame;
                    }
                    Decrypted::Incomplete(_, state) => {
                        decrypt = Some(state);
                        let room = decoder.writable();
                        let (front, behind) = rest.split_at(room.len());
                        room.copy_from_slice(front);
                        rest = behind;
                    }
                }
            };
            let received: Theirs<'_> = binary_sv2::from_bytes(frame.payload()).expect("is valid");
            assert_eq!(received.number, number);
            black_box(received);
            number = number.wrapping_add(1);
        }
        start.elapsed()
    })
}
