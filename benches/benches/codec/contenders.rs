//! The contenders, in the order of the table.

mod bincode1;
mod bincode2;
mod bitcode;
mod borsh;
mod hand;
mod ours;
mod postcard;
mod prost;
mod rkyv;
mod speedy;
mod wincode;
mod zerocopy;

use benches::messages;
use pool_codec::Encodable;

use crate::message::Message;
use crate::plain;
use crate::row::Row;

/// The row of the limit.
pub(crate) const HAND: &str = "hand";

/// Returns the rows of a message. `$borrows` and `$copies` are the contenders that derive their encoding for plain types:
/// those that borrow from this message, and the others.
macro_rules! rows {
    ($message:expr, $plain:ty, [$($row:expr),*], [$($borrows:ident),*], [$($copies:ident),*]) => {{
        let message = $message;
        let plain = || <$plain>::from(&message);
        let bytes = message.encode_to_vec().expect("encodes");
        let mut rows = vec![hand::row(plain(), &bytes)];
        rows.extend(ours::rows(&message));
        rows.extend(wincode::rows(plain()));
        $(rows.push($borrows::borrowing(plain()));)*
        $(rows.push($copies::owned(plain()).finish());)*
        rows.push(borsh::row(plain()));
        rows.push(rkyv::row(plain()));
        rows.push(prost::row(plain()));
        $(rows.push($row(plain()));)*
        rows
    }};
}

pub(crate) fn rows(message: Message) -> Vec<Row> {
    match message {
        Message::SwapEvent => rows!(
            messages::swap_event(),
            plain::SwapEvent,
            [zerocopy::row],
            [],
            [bincode1, bincode2, speedy, bitcode, postcard]
        ),
        Message::SetupConnection => rows!(
            benches::setup_connection().expect("is short"),
            plain::SetupConnection,
            [],
            [bincode1, bincode2, speedy, bitcode, postcard],
            []
        ),
        Message::Job => rows!(
            benches::new_extended_mining_job().expect("is short"),
            plain::Job,
            [],
            [bincode1, bincode2, speedy, postcard],
            [bitcode]
        ),
        Message::OrderBook => rows!(
            messages::order_book().expect("is short"),
            plain::OrderBook,
            [],
            [],
            [bincode1, bincode2, speedy, bitcode, postcard]
        ),
        Message::Blob(len) => rows!(
            messages::blob(len).expect("is short"),
            plain::Blob,
            [],
            [bincode1, bincode2, speedy, postcard],
            [bitcode]
        ),
        Message::Integers(len) => rows!(
            messages::integers(len).expect("is short"),
            plain::Integers,
            [],
            [],
            [bincode1, bincode2, speedy, bitcode, postcard]
        ),
    }
}
