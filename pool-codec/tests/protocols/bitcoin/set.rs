//! All messages of a connection.

use bitcoin::consensus::serialize;
use bitcoin::p2p::Magic;
use bitcoin::p2p::message::{NetworkMessage, RawNetworkMessage};
use pool_codec::FrameSet;

use super::header::MessageHeader;
use super::messages::*;
use super::peer::Payload;

macro_rules! set {
    ($($message:ident)+) => {
        #[derive(Debug, Clone, PartialEq, FrameSet)]
        #[frames(header = MessageHeader, borrow, max_payload = MAX_BLOCK)]
        pub(crate) enum Message {
            $($message($message),)+
        }

        impl Message {
            /// The message of the crate.
            pub(crate) fn to_theirs(&self) -> NetworkMessage {
                match self {
                    $(Self::$message(message) => message.message(),)+
                }
            }
        }

        /// The commands in the order of the set.
        pub(crate) const COMMANDS_OF_SET: &[&str] = &[$(<$message as Payload>::COMMAND),+];
    };
}
set! {
    Version Verack SendHeaders WtxidRelay SendAddrV2 GetAddr MemPool Ping Pong FeeFilter SendCmpct
    Reject Inv GetData NotFound GetBlocks GetHeaders Headers Block Transaction Addr AddrV2
}

/// A frame as the crate writes it.
pub(crate) fn written(message: NetworkMessage) -> Vec<u8> {
    serialize(&RawNetworkMessage::new(Magic::BITCOIN, message))
}
