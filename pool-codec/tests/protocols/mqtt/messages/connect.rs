//! The packets that open, keep and close a connection.

use pool_codec::Frame;
use pool_codec::layout::{Leb128, Switch};

use super::*;

/// Which fields a CONNECT has, and how its will is published.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, bits = u8)]
pub(crate) struct ConnectFlags {
    #[frame(bits = 1)]
    pub(crate) reserved: u8,
    pub(crate) clean_start: bool,
    pub(crate) will: bool,
    #[frame(bits = 2)]
    pub(crate) will_qos: QoS,
    pub(crate) will_retain: bool,
    pub(crate) password: bool,
    pub(crate) user_name: bool,
}

impl Switch for ConnectFlags {
    fn bits(&self) -> u64 {
        u64::from(self.will) << 2 | u64::from(self.password) << 6 | u64::from(self.user_name) << 7
    }
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow, endian = big, len = u16, validate = check_flags)]
pub(crate) struct Connect {
    /// The name of the protocol behind its length, and its version.
    #[frame(magic = b"\0\x04MQTT\x05")]
    pub(crate) protocol: (),
    #[frame(copy)]
    pub(crate) flags: ConnectFlags,
    /// In seconds.
    pub(crate) keep_alive: u16,
    #[frame(delimited, layout = Leb128)]
    pub(crate) properties: Properties<CONNECT>,
    #[frame(max_len = MAX_TEXT)]
    pub(crate) client_id: String,
    #[frame(when = flags & 0x04)]
    pub(crate) will: Option<Will>,
    #[frame(when = flags & 0x80, max_len = MAX_TEXT)]
    pub(crate) user_name: Option<String>,
    #[frame(when = flags & 0x40, max_len = MAX_TEXT)]
    pub(crate) password: Option<Vec<u8>>,
}

fn check_flags(connect: &ConnectRef<'_>) -> Result<(), &'static str> {
    let flags = connect.flags;
    if flags.reserved != 0 {
        return Err("the lowest flag is reserved");
    }
    if !flags.will && (flags.will_qos != QoS::Level0 || flags.will_retain) {
        return Err("there are flags of a will, but there is no will");
    }
    Ok(())
}

/// What the server publishes if the client goes away.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, endian = big, len = u16)]
pub(crate) struct Will {
    #[frame(delimited, layout = Leb128)]
    pub(crate) properties: Properties<WILL>,
    #[frame(max_len = MAX_TEXT)]
    pub(crate) topic: String,
    #[frame(max_len = MAX_TEXT)]
    pub(crate) payload: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow, endian = big, len = u16)]
pub(crate) struct Connack {
    pub(crate) session_present: bool,
    pub(crate) reason: ConnectReason,
    #[frame(delimited, layout = Leb128)]
    pub(crate) properties: Properties<CONNACK>,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = 12, copy)]
pub(crate) struct Pingreq;

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = 13, copy)]
pub(crate) struct Pingresp;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 14, borrow, endian = big, len = u16)]
pub(crate) struct Disconnect {
    #[frame(default)]
    pub(crate) reason: DisconnectReason,
    #[frame(default, delimited, layout = Leb128)]
    pub(crate) properties: Properties<DISCONNECT>,
}

/// The content is absent if all of it has its default.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 15, borrow, endian = big, len = u16)]
pub(crate) struct Auth {
    #[frame(default)]
    pub(crate) content: AuthContent,
}

#[derive(Debug, Clone, PartialEq, Default, Frame)]
#[frame(borrow, derive(Default), endian = big, len = u16)]
pub(crate) struct AuthContent {
    pub(crate) reason: AuthReason,
    #[frame(delimited, layout = Leb128)]
    pub(crate) properties: Properties<AUTH>,
}
