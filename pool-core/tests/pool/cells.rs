//! Cells for byte strings and text, under random use.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pool_core::__private::{ByteCell, StrCell, Text};
use proptest::prelude::*;

proptest! {
    /// After any sequence of operations, refused ones included, a cell holds the text that was stored last.
    #[test]
    fn a_cell_is_always_text(
        steps in prop::collection::vec((any::<u8>(), "[a-zß€🦀]{0,20}", 0..80_usize), 0..40)
    ) {
        let (mut cell, mut model) = (StrCell::empty(), String::new());
        for (kind, text, len) in steps {
            let source = [b'x'; 64];
            let part = Text::check(source.get(usize::from(kind) / 4..).unwrap(), len);
            match kind % 4 {
                0 => {
                    cell.refill(&text);
                    model = text;
                }
                1 => {
                    cell = StrCell::new(&text.repeat(3)).clone();
                    model = text.repeat(3);
                }
                2 => {
                    prop_assert_eq!(part.is_ok(), len <= 64 - usize::from(kind) / 4);
                    if let Ok(part) = part {
                        cell.refill_text(part);
                        model = "x".repeat(len);
                    }
                }
                _ => {
                    if let Ok(part) = part {
                        cell = StrCell::from_text(part);
                        model = "x".repeat(len);
                    }
                }
            }
            prop_assert!(std::str::from_utf8(cell.as_bytes().as_slice()).is_ok());
            prop_assert_eq!(cell.as_str(), &model);
            let copy = cell.clone();
            prop_assert_eq!(copy.as_str(), &model);
        }
    }

    /// At every length and position, the check agrees with the standard library on what is UTF-8 and where it
    /// ends.
    #[test]
    fn the_check_agrees_with_the_standard_library(
        bytes in prop_oneof![
            prop::collection::vec(prop_oneof![40 => 0..128_u8, 1 => any::<u8>()], 0..80),
            "[a-zß€🦀]{0,24}".prop_map(String::into_bytes),
        ],
        len in 0..90_usize,
    ) {
        let expected = match bytes.get(..len) {
            Some(part) => std::str::from_utf8(part).map_err(|error| error.valid_up_to()),
            None => Err(bytes.len()),
        };
        prop_assert_eq!(Text::check(&bytes, len).map(Text::as_str), expected);
    }

    #[test]
    fn a_refill_that_refuses_changes_nothing(
        first in prop::collection::vec(any::<u8>(), 0..70),
        source in prop::collection::vec(any::<u8>(), 0..70),
        beyond in prop_oneof![1..100_usize, Just(usize::MAX - 100)],
    ) {
        let mut cell = ByteCell::new(&first);
        let len = source.len() + beyond;
        prop_assert!(catch_unwind(AssertUnwindSafe(|| cell.refill(&source, len))).is_err());
        prop_assert_eq!(cell.as_slice(), &first[..]);
    }
}
