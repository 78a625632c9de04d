//! The lower bounds: the cipher alone seals and opens a header and a payload, in place in the same buffers.

use core::hint::black_box;

use benches::harness::{Run, timed};
use chacha20poly1305::aead::AeadInPlace;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};

use crate::message::Size;

const KEY: [u8; 32] = [7; 32];

fn nonce(number: u64) -> [u8; 12] {
    let mut bytes = [0; 12];
    bytes[4..].copy_from_slice(&number.to_le_bytes());
    bytes
}

/// `ring`, which pool-noise uses.
pub(crate) fn ring(size: Size) -> Run {
    let key = LessSafeKey::new(UnboundKey::new(&CHACHA20_POLY1305, &KEY).expect("has 32 bytes"));
    let (mut header, mut payload, mut number) = ([1; 6], vec![2; size.payload()], 0);
    timed(move || {
        for block in [&mut header[..], &mut payload] {
            let at = || Nonce::assume_unique_for_key(nonce(number));
            let tag = key.seal_in_place_separate_tag(at(), Aad::empty(), block).expect("is short");
            key.open_in_place_separate_tag(at(), Aad::empty(), tag, block, 0..).expect("is ours");
            number += 1;
        }
    })
}

/// `chacha20poly1305`, which `noise_sv2` uses.
pub(crate) fn rust_crypto(size: Size) -> Run {
    let key = ChaCha20Poly1305::new(&KEY.into());
    let (mut header, mut payload, mut number) = ([1; 6], vec![2; size.payload()], 0);
    timed(move || {
        for block in [&mut header[..], &mut payload] {
            let at = nonce(number);
            let tag = key.encrypt_in_place_detached(&at.into(), &[], block).expect("is short");
            key.decrypt_in_place_detached(&at.into(), &[], block, &tag).expect("is ours");
            number += 1;
        }
    })
}

/// The lengths of the blocks that are only sealed, in bytes: a header and the two payloads.
pub(crate) const BLOCKS: [usize; 3] = [6, 100, 4096];

/// Seals one block of each length with `ring`, then with `chacha20poly1305`.
pub(crate) fn sealing() -> Vec<Run> {
    let of_ring = BLOCKS.map(|len| {
        let key = UnboundKey::new(&CHACHA20_POLY1305, &KEY).expect("has 32 bytes");
        let (key, mut block, mut number) = (LessSafeKey::new(key), vec![2; len], 0);
        timed(move || {
            let at = Nonce::assume_unique_for_key(nonce(number));
            black_box(key.seal_in_place_separate_tag(at, Aad::empty(), &mut block).is_ok());
            number += 1;
        })
    });
    let of_rust_crypto = BLOCKS.map(|len| {
        let (key, mut block) = (ChaCha20Poly1305::new(&KEY.into()), vec![2; len]);
        let mut number = 0;
        timed(move || {
            let at = nonce(number).into();
            black_box(key.encrypt_in_place_detached(&at, &[], &mut block).is_ok());
            number += 1;
        })
    });
    of_ring.into_iter().chain(of_rust_crypto).collect()
}
