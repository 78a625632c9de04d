//! All packets of a connection.

use mqtt_proto::QosPid;
use mqtt_proto::v5;
use pool_codec::FrameSet;

use super::header::{Control, FixedHeader};
use super::messages::*;
use crate::judge::Judged;

macro_rules! set {
    ($($body:ident)+) => {
        #[derive(Debug, Clone, PartialEq, FrameSet)]
        #[frames(header = FixedHeader, borrow, invariant, max_payload = 2 << 20)]
        pub(crate) enum Packet {
            $($body($body),)+
        }

        impl Packet {
            /// Whether the packet has one encoding.
            pub(crate) fn has_one_encoding(&self) -> bool {
                match self {
                    $(Self::$body(_) => <$body as Judged>::ONE_ENCODING,)+
                }
            }

            fn body(&self) -> Option<v5::Packet> {
                match self {
                    $(Self::$body(body) => body.to_theirs(),)+
                }
            }
        }
    };
}
set! {
    Connect Connack PublishOnce PublishAcknowledged Puback Pubrec Pubrel Pubcomp Subscribe Suback
    Unsubscribe Unsuback Pingreq Pingresp Disconnect Auth
}

impl Packet {
    /// The packet of the crate with the flags of a header, unless the crate refuses its values.
    pub(crate) fn to_theirs(&self, control: Control) -> Option<v5::Packet> {
        let mut packet = self.body()?;
        if let v5::Packet::Publish(publish) = &mut packet {
            (publish.dup, publish.retain) = (control.dup, control.retain);
            if let (QosPid::Level1(id), QoS::Level2) = (publish.qos_pid, control.qos) {
                publish.qos_pid = QosPid::Level2(id);
            }
        }
        Some(packet)
    }
}
