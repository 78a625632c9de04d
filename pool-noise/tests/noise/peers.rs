//! The handshake with the published crate `noise_sv2`, and frames with `codec_sv2`.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use codec_sv2::{
    Decrypted, EncodableFrame, Handshake, HandshakeMessage, NoiseDecoder, NoiseEncoder,
    SerializedFrame, TransportDecryptState, TransportEncryptState,
};
use framing_sv2::framing;
use pool_codec::sealed::{SealedDecoder, SealedEncoder};
use pool_codec::{EncodeFrame, FrameSet, Pool, RawFrame, Sv2Header};
use pool_noise::{
    Authority, AuthorityKey, HELLO_LEN, HandshakeError, Initiator, OpeningKey, REPLY_LEN,
    Responder, SealingKey, Session,
};

use crate::{Blob, HOUR, Set, authority, blob, in_use, pool};

/// Their keys of a connection.
struct Theirs {
    encrypt: TransportEncryptState,
    decrypt: Option<TransportDecryptState>,
    encoder: NoiseEncoder,
    decoder: NoiseDecoder,
}

impl Theirs {
    fn new(transport: codec_sv2::Transport) -> Self {
        let (encrypt, decrypt) = transport.split();
        let (encoder, decoder) = (NoiseEncoder::new(), NoiseDecoder::new());
        Self { encrypt, decrypt: Some(decrypt), encoder, decoder }
    }

    fn encode(&mut self, frame: &[u8]) -> Vec<u8> {
        let frame = framing::SerializedFrame::<Vec<u8>>::from_bytes(frame.to_vec()).unwrap();
        self.encoder.encode_transport(frame, &mut self.encrypt).unwrap().as_ref().to_vec()
    }

    /// Returns the frames in `bytes`, header included.
    fn decode(&mut self, bytes: &[u8]) -> Vec<Vec<u8>> {
        let (mut rest, mut frames) = (bytes, Vec::new());
        loop {
            match self.decoder.next_transport_frame(self.decrypt.take().unwrap()).unwrap() {
                Decrypted::Frame(frame, state) => {
                    self.decrypt = Some(state);
                    frames.push(encoded(frame));
                }
                Decrypted::Incomplete(_, state) => {
                    self.decrypt = Some(state);
                    if rest.is_empty() {
                        return frames;
                    }
                    let window = self.decoder.writable();
                    window.copy_from_slice(&rest[..window.len()]);
                    rest = &rest[window.len()..];
                }
            }
        }
    }
}

fn encoded(frame: SerializedFrame) -> Vec<u8> {
    let mut bytes = vec![0; frame.encoded_length()];
    frame.encode_into(&mut bytes).unwrap();
    bytes
}

fn now() -> u32 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() as u32
}

fn payload<const N: usize>(message: &HandshakeMessage) -> [u8; N] {
    message.payload().try_into().unwrap()
}

/// Our initiator with their responder.
fn with_their_responder(
    authority: Option<AuthorityKey>,
    secret: &[u8; 32],
    public: &[u8; 32],
    validity: Duration,
    at: SystemTime,
) -> Result<(Session, Theirs), HandshakeError> {
    let responder = noise_sv2::Responder::from_authority_kp(public, secret, validity).unwrap();
    let initiator = Initiator::new(authority)?;
    let (reply, theirs) = Handshake::responder(responder).step_1(*initiator.hello()).unwrap();
    let session = initiator.finish(&payload::<REPLY_LEN>(&reply), at)?;
    Ok((session, Theirs::new(theirs)))
}

/// Their initiator with our responder.
fn with_their_initiator(
    key: Option<[u8; 32]>,
    keys: &pool_noise::StaticKeys,
    their_now: u32,
) -> Result<(Session, Theirs), codec_sv2::Error> {
    let initiator = match key {
        Some(key) => noise_sv2::Initiator::from_raw_k(key),
        None => noise_sv2::Initiator::without_pk(),
    };
    let (hello, initiator) = Handshake::initiator(initiator.unwrap()).step_0().unwrap();
    let hello = payload::<HELLO_LEN>(&hello);
    let (reply, session) = Responder::new(keys).reply(&hello, SystemTime::now()).unwrap();
    let theirs = initiator.step_2_with_now(reply, their_now)?;
    Ok((session, Theirs::new(theirs)))
}

const SECRET: [u8; 32] = [7; 32];

fn their_authority() -> AuthorityKey {
    Authority::from_secret_bytes(&SECRET).unwrap().public_key()
}

#[test]
fn our_initiator_with_their_responder() {
    let key = their_authority();
    let (secret, public, now) = (&SECRET, &key.to_bytes(), SystemTime::now());
    for authority in [Some(key), None] {
        let (ours, theirs) = with_their_responder(authority, secret, public, HOUR, now).unwrap();
        exchange(ours, theirs);
    }
    let other = Authority::generate().unwrap().public_key();
    let refused = with_their_responder(Some(other), secret, public, HOUR, now);
    assert_eq!(refused.err(), Some(HandshakeError::WrongAuthority { authority: other }));

    // A certificate of ten seconds, after twenty-one.
    let validity = Duration::from_secs(10);
    let late = now + Duration::from_secs(25);
    let refused = with_their_responder(Some(key), secret, public, validity, late);
    assert!(matches!(refused.err(), Some(HandshakeError::NotValid { .. })));
    let early = now - Duration::from_secs(25);
    let refused = with_their_responder(Some(key), secret, public, validity, early);
    assert!(matches!(refused.err(), Some(HandshakeError::NotValid { .. })));
    assert!(with_their_responder(None, secret, public, validity, late).is_ok());
}

#[test]
fn their_initiator_with_our_responder() {
    let (authority, keys) = authority();
    for key in [Some(authority.public_key().to_bytes()), None] {
        let (ours, theirs) = with_their_initiator(key, &keys, now()).unwrap();
        exchange(ours, theirs);
    }
    let other = Authority::generate().unwrap().public_key().to_bytes();
    assert!(with_their_initiator(Some(other), &keys, now()).is_err());
    let key = Some(authority.public_key().to_bytes());
    assert!(with_their_initiator(key, &keys, now() + 3600 + 12).is_err());
    assert!(with_their_initiator(key, &keys, now() - 12).is_err());
}

/// A change of any byte of a message is an error of the initiator, whichever side is ours.
#[test]
fn changed_messages_are_refused() {
    let (authority, keys) = authority();
    let key = their_authority();
    for at in (0..HELLO_LEN + REPLY_LEN).step_by(7) {
        let change = |bytes: &mut [u8], first: usize| {
            if let Some(byte) = at.checked_sub(first).and_then(|at| bytes.get_mut(at)) {
                *byte ^= 1;
            }
        };
        let responder = noise_sv2::Responder::from_authority_kp(&key.to_bytes(), &SECRET, HOUR);
        let initiator = Initiator::new(Some(key)).unwrap();
        let mut hello = *initiator.hello();
        change(&mut hello, 0);
        let (reply, _) = Handshake::responder(responder.unwrap()).step_1(hello).unwrap();
        let mut reply = payload::<REPLY_LEN>(&reply);
        change(&mut reply, HELLO_LEN);
        let error = initiator.finish(&reply, SystemTime::now()).unwrap_err();
        assert!(matches!(error, HandshakeError::NotAuthentic(_)), "byte {at}: {error}");

        let initiator = noise_sv2::Initiator::from_raw_k(authority.public_key().to_bytes());
        let (hello, initiator) = Handshake::initiator(initiator.unwrap()).step_0().unwrap();
        let mut hello = payload::<HELLO_LEN>(&hello);
        change(&mut hello, 0);
        let (mut reply, _) = Responder::new(&keys).reply(&hello, SystemTime::now()).unwrap();
        change(&mut reply, HELLO_LEN);
        assert!(initiator.step_2(reply).is_err(), "byte {at}");
    }
}

/// Frames of every size around a block, in both directions, byte for byte.
fn exchange(ours: Session, mut theirs: Theirs) {
    let pool = pool();
    let (mut decoder, mut encoder) = ours.into_halves::<Set, Set>(&pool);
    let block = 65_519;
    for len in
        [3, 100, 4096, 16_340, block - 1, block, block + 1, 2 * block, 2 * block + 1, 180_000]
    {
        let message = blob(len);
        let plain = plain(&message, &pool);
        let sealed = send(&mut encoder, &message);
        assert_eq!(theirs.decode(&sealed), std::slice::from_ref(&plain), "{len}");
        let sealed = theirs.encode(&plain);
        assert_eq!(receive(&mut decoder, &sealed), [message], "{len}");
    }
    drop((decoder, encoder));
    assert_eq!(in_use(&pool), 0);
}

fn plain(message: &Blob, pool: &Pool) -> Vec<u8> {
    pool_codec::PooledFrame::<Set>::encode(message, pool).unwrap().as_bytes().to_vec()
}

fn send(encoder: &mut SealedEncoder<Set, SealingKey>, message: &Blob) -> Vec<u8> {
    assert!(encoder.push(message).unwrap());
    let mut bytes = Vec::new();
    while encoder.unsent_len() > 0 {
        let piece = encoder.unsent().concat();
        encoder.sent(piece.len());
        bytes.extend(piece);
    }
    bytes
}

fn receive(decoder: &mut SealedDecoder<Set, OpeningKey>, bytes: &[u8]) -> Vec<Blob> {
    let (mut rest, mut messages) = (bytes, Vec::new());
    loop {
        while let Some(frame) = decoder.next_frame().unwrap() {
            messages.push(frame.decode::<Blob>().unwrap());
        }
        if rest.is_empty() {
            return messages;
        }
        let window = decoder.window().unwrap();
        let count = window.len().min(rest.len());
        window[..count].copy_from_slice(&rest[..count]);
        decoder.commit(count);
        rest = &rest[count..];
    }
}

/// A frame without a payload has no block behind its header.
#[test]
fn empty_payloads() {
    let (authority, keys) = authority();
    let key = Some(authority.public_key().to_bytes());
    let (ours, mut theirs) = with_their_initiator(key, &keys, now()).unwrap();
    let pool = pool();
    let (_, mut encoder) = ours.into_halves::<Set, Sv2Header>(&pool);
    let frame = RawFrame { id: 9, payload: Vec::new() };
    assert!(encoder.push(&frame).unwrap());
    assert_eq!((frame.payload_len(), encoder.unsent_len()), (0, 22));
    assert_eq!(theirs.decode(&encoder.unsent().concat()), [[0, 0, 9, 0, 0, 0]]);
    assert!(Set::message(9).is_none());
}
