//! The contenders, in the order of the tables.

pub(crate) mod delimited;
pub(crate) mod floor;
pub(crate) mod ours;
pub(crate) mod stratum;

use self::delimited::{Delimited, Prost};
use self::floor::Floor;
use self::ours::Ours;
use self::stratum::{Stratum, UNBUFFERED};
use crate::content::Size;
use crate::row::Row;

/// The rows that the goals are about.
pub(crate) const FLOOR: &str = "counting loop";
pub(crate) const OURS: [&str; 4] = ["ours borrowed", "ours owned", "ours refilled", "ours held"];
pub(crate) const STRATUM: [&str; 2] = ["codec_sv2 borrowed", "codec_sv2 owned"];

/// The default size of the `BufReader` of tokio and of std.
const BUF_READER: usize = 8 * 1024;

/// Returns the rows of one message. Each contender has its own type for it.
macro_rules! rows {
    ($size:expr, $message:ident, $wincode_owned:ident, $wincode_borrowed:ident) => {{
        use delimited::{$wincode_borrowed, $wincode_owned};

        let row = |name| Row::new(name, $size);
        let [borrowed, owned, refilled, held] = OURS;
        let [stratum_borrowed, stratum_owned] = STRATUM;
        vec![
            row(FLOOR)
                .blocking::<Floor<{ ours::WINDOW }>>()
                .asynchronous::<Floor<{ ours::WINDOW }>>(),
            row("counting loop, 64 KiB")
                .blocking::<Floor<65_536>>()
                .asynchronous::<Floor<65_536>>(),
            row(borrowed)
                .blocking::<Ours<ours::Borrowed<ours::$message>>>()
                .asynchronous::<Ours<ours::Borrowed<ours::$message>>>(),
            row(owned)
                .blocking::<Ours<ours::Owned<ours::$message>>>()
                .asynchronous::<Ours<ours::Owned<ours::$message>>>(),
            row(refilled)
                .blocking::<Ours<ours::Refilled<ours::$message>>>()
                .asynchronous::<Ours<ours::Refilled<ours::$message>>>(),
            row(held)
                .blocking::<Ours<ours::Held<ours::$message>>>()
                .asynchronous::<Ours<ours::Held<ours::$message>>>(),
            row(stratum_borrowed)
                .blocking::<Stratum<stratum::Borrowed<stratum::$message<'static>>, UNBUFFERED>>()
                .asynchronous::<Stratum<stratum::Borrowed<stratum::$message<'static>>, UNBUFFERED>>(
                ),
            row(stratum_owned)
                .blocking::<Stratum<stratum::Owned<stratum::$message<'static>>, UNBUFFERED>>()
                .asynchronous::<Stratum<stratum::Owned<stratum::$message<'static>>, UNBUFFERED>>(),
            row("codec_sv2 borrowed, `BufReader`")
                .blocking::<Stratum<stratum::Borrowed<stratum::$message<'static>>, BUF_READER>>()
                .asynchronous::<Stratum<stratum::Borrowed<stratum::$message<'static>>, BUF_READER>>(
                ),
            row("length-delimited, wincode borrowed")
                .asynchronous::<Delimited<$wincode_borrowed>>(),
            row("length-delimited, wincode owned").asynchronous::<Delimited<$wincode_owned>>(),
            row("length-delimited, prost").asynchronous::<Delimited<Prost>>(),
        ]
    }};
}

/// Returns all rows of the reading tables.
pub(crate) fn rows(size: Size) -> Vec<Row> {
    match size {
        Size::Small => rows!(size, Small, SmallOwned, SmallBorrowed),
        Size::Large => rows!(size, Large, LargeOwned, LargeBorrowed),
    }
}
