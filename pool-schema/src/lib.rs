//! Message sets of `pool-codec` as data: schema files, Rust code, locks and tools.
//!
//! A [`Schema`] describes the messages of a connection: their ids, fields, types, bounds, docs and sizes. It comes from a
//! set of Rust types, or from a file in YAML or TOML, from which this crate writes the Rust types.
//!
//! | from | to |
//! |---|---|
//! | [`Schema::of::<Market>()`](Schema::of): a set of Rust types | [`to_json`](Schema::to_json), [`assert_locked`] |
//! | [`Schema::read_file`]: YAML, TOML or JSON | [`to_rust`](Schema::to_rust), [`build`] |
//! | both | [`changes_since`](Schema::changes_since), [`compile`](Schema::compile), [`dissector`](Schema::dissector), [`json_schema`](Schema::json_schema), [`report`](Schema::report), [`corpus`](Schema::corpus) |
//!
//! The command `cargo frame`, in the crate `cargo-frame`, has a subcommand for each of them.
//!
//! # Schema files
//!
//! ```yaml
//! name: Market                # the default is the file's name, in PascalCase
//! docs: Any message of the feed.
//! header: tlv                 # the default; or sv2, or a header that is described
//!
//! types:                      # parts of messages
//!   Price: u64                # another name
//!   Hash: { rust: my::Hash, wire: "[u8; 32]" }    # an existing Rust type, and its bytes
//!   Side: [Bid, Ask]          # an enum: tags 0, 1, ..
//!   Level: { fields: { price: Price, amount: u32 } }
//!
//! messages:
//!   - name: Book
//!     id: 7                   # by default the next free number, from 1
//!     docs: The levels of a market.
//!     fields:
//!       - { name: symbol, type: Str<16>, docs: The market. }
//!       - { name: side, type: Side }
//!       - { name: levels, type: "Seq<Level, 50>" }
//!       - { name: depth, type: u16, default: 9 }
//! ```
//!
//! Fields, variants and messages are lists of maps with `name`, or maps by their names. Both are the same:
//!
//! ```yaml
//! messages:
//!   SwapEvent: { type_id: 19, fields: { pool: "[u8; 20]", amount: U256 } }
//! ```
//!
//! | on | key | meaning |
//! |---|---|---|
//! | file | `name`, `docs` | the name and the docs of the set |
//! | file | `header` | `tlv`, `sv2`, or `{ rust: my::Header, size: 3, id: [0], length: [2, 1] }`: the path of the Rust type, its length, and the offsets of the bytes of the id and of the payload's length, the least significant byte first. `length_includes` is what the length counts besides the payload |
//! | file | `messages`, `types` | the messages, and the types that are parts of them. Without `messages`, the file is a map of messages |
//! | file | `max_payload`, `keep_unknown`, `reserved` | the longest payload; whether frames with unknown ids are kept; ids that no message may have, as in `[3, "8..=15"]` |
//! | file, type | `borrow` | whether the derive generates the borrowed form: `true` (the default) or `false` |
//! | file, type | `len`, `tag` | the width of length prefixes and tags: `u8`, `u16`, `u32` or `u64`. By default a prefix is as narrow as its bound, and a tag has one byte |
//! | message | `id`, `capacity`, `trailing` | as in `#[frame(..)]`. `type_id` and `tlv_type` are other names of `id` |
//! | type | `fields` | a struct |
//! | type | `variants`, `other`, `reserved` | an enum: `[A, B]`, `{ A: 0, B: 1 }`, or `{ C: { tag: 2, fields: .. } }`; the variant for other tags; tags that no variant may have |
//! | type | `max_size`, `docs` | the longest encoding in bytes; the doc comment (also `description`) |
//! | part | `rust`, `wire` | the path of an existing Rust type, and its encoding |
//! | field | `type`, `max_len`, `docs` | the type; the bound of a `string`, `bytes` or `Vec<T>` without one; the doc comment |
//! | field | `optional`, `default` | `optional`: older messages may lack the field. `default`: its value in that case, as Rust source |
//! | field | `range` | the numbers that are accepted, as in `1..=100` |
//!
//! Types are written as in Rust, with the names of `pool-codec`: `u8` to `u128`, `u24`, `i8` to `i128`, `f32`, `f64`,
//! `bool`, `LowBitBool`, `char`, `Be<u32>`, `[T; N]`, `(A, B)`, `Option<T>`, `Str<N>`, `FixedStr<N>`, `Bytes<N>`, `Seq<T, N>`. The names
//! of contract files are accepted, too: `uint8` to `uint256`, `int8` to `int256`, `bytes1` to `bytes32`, `Address`,
//! `FixedBytes<N>` and `FixedVec<T, N>`, which are `Bytes<N>` and `Seq<T, N>`: N is a bound. Numbers of more than 128 bits, and
//! of widths that Rust does not have, are arrays of bytes with a name: `U256` is `[u8; 32]`. In YAML, a type with a comma,
//! a bracket or `: ` needs quotes.
//!
//! All mistakes in a file are reported at once, with their places.
//!
//! # Generated code
//!
//! In `build.rs`:
//!
//! ```no_run
//! fn main() -> Result<(), pool_schema::BuildError> {
//!     pool_schema::build("contracts.yaml")
//! }
//! ```
//!
//! and in the program, `include!(concat!(env!("OUT_DIR"), "/contracts.rs"));`. Or write the code to a file of your own with
//! `cargo frame generate contracts.yaml -o src/contracts.rs`.
//!
//! # Locks
//!
//! A lock is the JSON of a set in version control. One line in a test, [`assert_locked`], fails if the set changes, and
//! says what the change means for peers:
//!
//! ```text
//! `Market` is not what `market.lock` says
//!
//! breaks peers
//!   SwapEvent.amount_in: was u32, is u64
//!     each side rejects or misreads this field of the other, and everything after it
//! ```

#![forbid(unsafe_code)]

mod build;
mod compiled;
mod corpus;
mod dissector;
mod file;
mod json;
mod json_schema;
mod lock;
mod model;
mod of_set;
mod probe;
mod report;
mod rust;
mod sampler;

pub use build::{BuildError, build};
pub use compiled::{CompileError, Compiled};
pub use corpus::Seed;
pub use dissector::DissectorError;
pub use file::{SchemaError, SchemaErrorKind, SchemaErrors};
pub use json::JsonError;
pub use lock::{Change, Changes, Impact, Reading, assert_locked};
pub use model::{
    Definition, Field, Header, HeaderLayout, Message, NotationError, Reserved, Schema, Shape, Type,
    Variant,
};
pub use rust::RustError;
pub use sampler::Sampler;
