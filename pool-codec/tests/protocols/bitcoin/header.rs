//! The header before each payload: the network, the command, the length and a checksum.

use bitcoin::hashes::{Hash as _, HashEngine as _, sha256, sha256d};
use pool_codec::layout::Checksum;
use pool_codec::{Frame, Header, HeaderNumber};

use super::messages::MAX_BLOCK;

/// The commands of all messages. The id of a message is the place of its command.
pub(crate) const COMMANDS: [&str; 22] = [
    "version",
    "verack",
    "sendheaders",
    "wtxidrelay",
    "sendaddrv2",
    "getaddr",
    "mempool",
    "ping",
    "pong",
    "feefilter",
    "sendcmpct",
    "reject",
    "inv",
    "getdata",
    "notfound",
    "getblocks",
    "getheaders",
    "headers",
    "block",
    "tx",
    "addr",
    "addrv2",
];

/// The id of the message with this command.
pub(crate) const fn id(command: &str) -> u32 {
    let mut id = 0;
    while id < COMMANDS.len() {
        if is_same(COMMANDS[id].as_bytes(), command.as_bytes()) {
            return id as u32;
        }
        id += 1;
    }
    panic!("there is no such command")
}

const fn is_same(mut left: &[u8], mut right: &[u8]) -> bool {
    while let ([a, left_rest @ ..], [b, right_rest @ ..]) = (left, right) {
        if *a != *b {
            return false;
        }
        (left, right) = (left_rest, right_rest);
    }
    left.is_empty() && right.is_empty()
}

/// The name of a message, with NUL behind it. It is bytes and not text, because a header that does not decode ends the
/// connection, and a message that nobody knows does not.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(transparent)]
pub(crate) struct Command([u8; 12]);

impl HeaderNumber for Command {
    /// The number of all commands that are not in the list.
    const MAX: u64 = COMMANDS.len() as u64;

    fn from_number(number: u64) -> Option<Self> {
        let command = COMMANDS.get(usize::try_from(number).ok()?)?;
        let mut bytes = [0; 12];
        bytes.get_mut(..command.len())?.copy_from_slice(command.as_bytes());
        Some(Self(bytes))
    }

    fn number(self) -> u64 {
        let is_this = |number: &u64| Self::from_number(*number) == Some(self);
        (0..Self::MAX).find(is_this).unwrap_or(Self::MAX)
    }
}

/// The first bytes of the hash of the payload's hash.
pub(crate) struct DoubleSha256(sha256::HashEngine);

impl Default for DoubleSha256 {
    fn default() -> Self {
        Self(sha256d::Hash::engine())
    }
}

impl Checksum for DoubleSha256 {
    type Sum = [u8; 4];

    fn update(&mut self, bytes: &[u8]) {
        self.0.input(bytes);
    }

    fn finish(self) -> [u8; 4] {
        let [a, b, c, d, ..] = sha256d::Hash::from_engine(self.0).to_byte_array();
        [a, b, c, d]
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Frame, Header)]
pub(crate) struct MessageHeader {
    /// The main network.
    #[frame(magic = [0xF9, 0xBE, 0xB4, 0xD9])]
    pub(crate) network: (),
    #[header(id)]
    pub(crate) command: Command,
    #[header(len, max = MAX_BLOCK)]
    pub(crate) len: u32,
    #[header(checksum = DoubleSha256)]
    pub(crate) checksum: [u8; 4],
}
