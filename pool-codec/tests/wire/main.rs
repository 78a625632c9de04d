//! The wire format: the bytes of every type, bounds, schemas, borrowed forms and damaged input.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

mod alignment;
mod bits;
mod borrowed;
mod bounds;
mod boxed_arrays;
mod by_value;
mod byte_str;
mod checksums;
mod conditions;
mod fixed_text;
mod golden;
mod hand_written;
mod hostile_bytes;
mod hostile_slots;
mod hostile_types;
mod hostile_values;
mod integers;
mod layouts;
mod lenient;
mod nested_bounds;
mod other_tag;
mod roundtrip;
mod schema;
mod shapes;
mod standard_types;
mod terminated;
mod tlvs;
mod trailing;
mod untagged;
mod vectors;
mod wire_types;
