//! Sets that differ in one way each.

use pool_codec::prelude::*;
use pool_codec::{Seq, Str, Sv2Header, TlvHeader};

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1)]
pub(crate) struct Tick {
    pub(crate) price: u64,
    pub(crate) venue: Str<20>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2)]
pub(crate) struct Book {
    pub(crate) bids: Seq<(u64, u32), 50>,
}

/// `Book` with a smaller bound.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2)]
pub(crate) struct ShortBook {
    pub(crate) bids: Seq<(u64, u32), 49>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 3)]
pub(crate) struct Halt;

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader)]
pub(crate) enum Market {
    Tick(Tick),
    Book(Book),
}

/// The messages of `Market` in another order.
#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader)]
pub(crate) enum Reordered {
    Book(Book),
    Tick(Tick),
}

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader)]
pub(crate) enum Other {
    Tick(Tick),
    ShortBook(ShortBook),
    Halt(Halt),
}

#[derive(Debug, FrameSet)]
#[frames(header = Sv2Header)]
pub(crate) enum OtherHeader {
    Tick(Tick),
    Book(Book),
}

/// Sets of so many messages that their lists do not fit into one step of the exchange.
macro_rules! large {
    ($name:ident, $module:ident, $shift:literal) => {
        pub(crate) mod $module {
            use pool_codec::prelude::*;
            use pool_codec::TlvHeader;

            large!(@set $name, $shift, A B C D E F G H I J K L M N O P Q R S T U V W X Y Z
                AA AB AC AD AE AF AG AH AI AJ AK AL AM AN AO AP AQ AR AS AT AU AV AW AX AY AZ
                BA BB BC BD BE BF BG BH BI BJ BK BL BM BN BO BP BQ BR BS BT BU BV BW BX BY BZ);
        }
    };
    (@set $name:ident, $shift:literal, $($message:ident)*) => {
        #[allow(clippy::upper_case_acronyms, reason = "the names are letters")]
        #[derive(Debug)]
        enum Index { $($message),* }
        $(
            #[derive(Debug, Frame)]
            #[frame(id = Index::$message as u32 + $shift)]
            pub(crate) struct $message {
                pub(crate) number: u32,
            }
        )*
        #[allow(clippy::upper_case_acronyms, reason = "the names are letters")]
        #[derive(Debug, FrameSet)]
        #[frames(header = TlvHeader)]
        pub(crate) enum $name { $($message($message)),* }
    };
}

large!(Large, large, 0);
large!(Shifted, shifted, 40);
