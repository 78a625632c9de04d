//! Frames that are sealed, and those that cannot be.

use pool_codec::error::SendError;

use super::*;

/// A large frame of one block leaves in one piece, with its MAC, and behind the batch in the same write.
#[test]
fn one_block_is_one_piece() {
    let pool = pool();
    let mut encoder = Encoder::<Set>::new(&pool, Toy::new());
    assert!(encoder.push(&tick(1)).unwrap());
    assert!(encoder.push(&blob(Toy::MAX_BLOCK)).unwrap());
    let [batch, large] = encoder.unsent();
    assert_eq!(batch.len(), HEADER + sealed_len(13));
    assert_eq!(large.len(), HEADER + sealed_len(Toy::MAX_BLOCK));
    assert_eq!(batch.len() + large.len(), encoder.unsent_len());
}

#[test]
fn a_spent_cipher_sends_what_it_has_sealed() {
    let pool = pool();
    for (limit, whole) in [(0, 0), (1, 0), (2, 1), (3, 1), (4, 2)] {
        let mut encoder = Encoder::<Set>::new(&pool, Toy { limit, ..Toy::new() });
        let mut sent = 0;
        for _ in 0..3 {
            match encoder.push(&tick(1)) {
                Ok(accepted) => sent += usize::from(accepted),
                Err(error) => assert!(matches!(error, SendError::Cipher(_))),
            }
        }
        assert_eq!((sent, encoder.unsent_len()), (whole, whole * (HEADER + sealed_len(13))));
        drop(encoder);
        let mut encoder = Encoder::<Set>::new(&pool, Toy { limit, ..Toy::new() });
        assert_eq!(encoder.push(&blob(70_000)).is_ok(), limit >= 3);
        drop(encoder);
        assert_eq!(in_use(&pool), 0);
    }
}

/// A message that cannot be encoded leaves no gap in the numbers of the blocks.
#[test]
fn a_refused_message_is_not_sealed() {
    struct Wrong;
    impl pool_codec::EncodeFrame for Wrong {
        type Message = Tick;
        fn frame_id(&self) -> u32 {
            1
        }
        fn payload_len(&self) -> usize {
            13
        }
        fn encode_payload(&self, _: &mut [u8]) -> Result<usize, pool_codec::EncodeError> {
            Ok(12)
        }
    }
    let pool = pool();
    let mut encoder = Encoder::<Set>::new(&pool, Toy::new());
    assert!(matches!(encoder.push(&Wrong), Err(SendError::Encode(_))));
    assert_eq!(in_use(&pool), 0);
    assert!(encoder.push(&tick(4)).unwrap());
    assert!(matches!(encoder.push(&Wrong), Err(SendError::Encode(_))));
    assert!(encoder.push(&tick(5)).unwrap());
    let mut bytes = Vec::new();
    drain(&mut encoder, 9, &mut bytes);
    assert_eq!(decode(&[&bytes]), [tick(4), tick(5)]);
}
