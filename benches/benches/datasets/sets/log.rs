//! `log`: 10,000 lines of the log of a web server.

use crate::plain::{borrowed, plain};
use crate::random::Random;
use crate::sum::fields;

plain! {
    #[derive(Copy)]
    #[frame(copy)]
    pub(crate) struct Address {
        x0: u8,
        x1: u8,
        x2: u8,
        x3: u8,
    }

    #[frame(borrow)]
    pub(crate) struct Log {
        address: Address,
        #[frame(max_len = 16)]
        identity: String,
        #[frame(max_len = 16)]
        userid: String,
        #[frame(max_len = 64)]
        date: String,
        #[frame(max_len = 128)]
        request: String,
        code: u16,
        size: u64,
    }

    #[frame(borrow)]
    pub(crate) struct Logs {
        #[frame(max_len = 20_000)]
        logs: Vec<Log>,
    }
}

/// The same with cells for short text.
pub(crate) mod cells {
    use pool_codec::{Seq, Str};

    use super::{Address, AddressRef};
    use crate::plain::cells;

    cells! {
        pub(crate) struct Log {
            pub(super) address: Address,
            pub(super) identity: Str<16>,
            pub(super) userid: Str<16>,
            pub(super) date: Str<64>,
            pub(super) request: Str<128>,
            pub(super) code: u16,
            pub(super) size: u64,
        }

        pub(crate) struct Logs {
            pub(super) logs: Seq<Log, 20_000>,
        }
    }
}

borrowed! {
    pub(crate) struct BorrowedLog<'a> {
        address: Address,
        identity: &'a str,
        userid: &'a str,
        date: &'a str,
        request: &'a str,
        code: u16,
        size: u64,
    }

    pub(crate) struct BorrowedLogs<'a> {
        #[serde(borrow)]
        logs: Vec<BorrowedLog<'a>>,
    }
}

fields! { [Address, ArchivedAddress] (x0 x1 x2 x3) }
fields! {
    [Log, LogRef<'_>, cells::Log, cells::LogRef<'_>, ArchivedLog, BorrowedLog<'_>]
    (address identity userid date request code size)
}
fields! {
    [Logs, LogsRef<'_>, cells::Logs, cells::LogsRef<'_>, ArchivedLogs, BorrowedLogs<'_>] (logs)
}

const USERS: [&str; 9] =
    ["-", "alice", "bob", "carmen", "david", "eric", "frank", "george", "harry"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const CODES: [u16; 63] = [
    100, 101, 102, 103, 200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301, 302, 303, 304,
    305, 306, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414,
    415, 416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504,
    505, 506, 507, 508, 510, 511,
];
const METHODS: [&str; 5] = ["GET", "POST", "PUT", "UPDATE", "DELETE"];
const ROUTES: [&str; 7] = [
    "/favicon.ico",
    "/css/index.css",
    "/css/font-awsome.min.css",
    "/img/logo-full.svg",
    "/img/splash.jpg",
    "/api/login",
    "/api/logout",
];
const PROTOCOLS: [&str; 4] = ["HTTP/1.0", "HTTP/1.1", "HTTP/2", "HTTP/3"];

fn log(random: &mut Random) -> Log {
    let date = format!(
        "{}/{}/{}:{}:{}:{} {:+03}00",
        random.range(1..29),
        random.pick(&MONTHS),
        random.range(1970..2022),
        random.below(24),
        random.below(60),
        random.below(60),
        random.range(-12..13),
    );
    let request =
        format!("{} {} {}", random.pick(&METHODS), random.pick(&ROUTES), random.pick(&PROTOCOLS));
    let [x0, x1, x2, x3, ..] = random.bits().to_le_bytes();
    Log {
        address: Address { x0, x1, x2, x3 },
        identity: "-".into(),
        userid: random.pick(&USERS),
        date,
        request,
        code: CODES[random.below(CODES.len())],
        size: random.below(100_000_000) as u64,
    }
}

pub(crate) fn generate() -> Logs {
    let mut random = Random::new();
    Logs { logs: (0..10_000).map(|_| log(&mut random)).collect() }
}
