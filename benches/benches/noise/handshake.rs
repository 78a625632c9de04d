//! The handshake: both messages, computed and checked by both sides, with the key of an authority.

use core::hint::black_box;
use core::time::Duration;
use std::time::SystemTime;

use benches::harness::{Run, timed};
use codec_sv2::{Handshake, HandshakeMessage, TransportDecryptState, TransportEncryptState};
use pool_noise::{Authority, AuthorityKey, Initiator, Responder, Session, StaticKeys};

const VALIDITY: Duration = Duration::from_secs(24 * 3600);

/// The secret key of the authority.
const SECRET: [u8; 32] = [7; 32];

fn authority() -> (AuthorityKey, StaticKeys) {
    let authority = Authority::from_secret_bytes(&SECRET).expect("is a key");
    let keys = authority.issue(SystemTime::now(), VALIDITY).expect("has random bytes");
    (authority.public_key(), keys)
}

fn our_handshake(authority: AuthorityKey, keys: &StaticKeys) -> [Session; 2] {
    let now = SystemTime::now();
    let initiator = Initiator::new(Some(authority)).expect("has random bytes");
    let (reply, far) = Responder::new(keys).reply(initiator.hello(), now).expect("is valid");
    [initiator.finish(&reply, now).expect("is the authority's"), far]
}

/// Returns our keys of both sides of a connection.
pub(crate) fn sessions() -> [Session; 2] {
    let (authority, keys) = authority();
    our_handshake(authority, &keys)
}

pub(crate) fn ours() -> Run {
    let (authority, keys) = authority();
    timed(move || {
        black_box(our_handshake(authority, &keys));
    })
}

fn their_handshake(public: [u8; 32]) -> [codec_sv2::Transport; 2] {
    let responder = noise_sv2::Responder::from_authority_kp(&public, &SECRET, VALIDITY);
    let responder = Handshake::responder(responder.expect("are keys"));
    let initiator = noise_sv2::Initiator::from_raw_k(public).expect("is a key");
    let (hello, initiator) = Handshake::initiator(initiator).step_0().expect("is computed");
    let (reply, far) = responder.step_1(payload(&hello)).expect("is computed");
    [initiator.step_2(payload(&reply)).expect("is the authority's"), far]
}

fn payload<const N: usize>(message: &HandshakeMessage) -> [u8; N] {
    message.payload().try_into().expect("has the length of its kind")
}

/// Returns their keys for one direction of a connection.
pub(crate) fn transports() -> (TransportEncryptState, TransportDecryptState) {
    let (authority, _) = authority();
    let [near, far] = their_handshake(authority.to_bytes());
    (near.split().0, far.split().1)
}

pub(crate) fn stratum() -> Run {
    let public = authority().0.to_bytes();
    timed(move || {
        black_box(their_handshake(public));
    })
}
