//! The two messages.

use crate::certificate::CERTIFICATE_LEN;
use crate::cipher::MAC;
use crate::secp::ELLSWIFT_LEN;

/// The length of the initiator's message, in bytes.
pub const HELLO_LEN: usize = ELLSWIFT_LEN;

/// The length of the responder's message, in bytes.
pub const REPLY_LEN: usize = ELLSWIFT_LEN + ELLSWIFT_LEN + MAC + CERTIFICATE_LEN + MAC;

/// The parts of a reply, in their order.
#[derive(Clone, Copy)]
pub(super) struct Reply {
    pub(super) ephemeral: [u8; ELLSWIFT_LEN],
    pub(super) key: [u8; ELLSWIFT_LEN],
    pub(super) key_mac: [u8; MAC],
    pub(super) certificate: [u8; CERTIFICATE_LEN],
    pub(super) certificate_mac: [u8; MAC],
}

impl Reply {
    pub(super) const EMPTY: Self = Self {
        ephemeral: [0; ELLSWIFT_LEN],
        key: [0; ELLSWIFT_LEN],
        key_mac: [0; MAC],
        certificate: [0; CERTIFICATE_LEN],
        certificate_mac: [0; MAC],
    };

    pub(super) fn encode(&self) -> [u8; REPLY_LEN] {
        let Self { ephemeral, key, key_mac, certificate, certificate_mac } = self;
        let mut bytes = [0; REPLY_LEN];
        let mut rest = &mut bytes[..];
        for part in [&ephemeral[..], &key[..], &key_mac[..], &certificate[..], &certificate_mac[..]]
        {
            let (front, behind) = rest.split_at_mut(part.len());
            front.copy_from_slice(part);
            rest = behind;
        }
        bytes
    }

    pub(super) fn decode(bytes: &[u8; REPLY_LEN]) -> Self {
        let mut reply = Self::EMPTY;
        let mut rest = &bytes[..];
        for part in [
            &mut reply.ephemeral[..],
            &mut reply.key,
            &mut reply.key_mac,
            &mut reply.certificate,
            &mut reply.certificate_mac,
        ] {
            let (front, behind) = rest.split_at(part.len());
            part.copy_from_slice(front);
            rest = behind;
        }
        reply
    }
}
