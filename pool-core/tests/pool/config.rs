//! Configs: registering, merging, what they refuse, and the memory bill.

use pool_core::{Overflow, PoolConfig, SizeClass};

const SMALL: SizeClass = SizeClass::MIN;
const KIB: SizeClass = SizeClass::for_len(1024);

#[test]
fn config_registers_sets_and_merges() {
    const CONFIG: PoolConfig = PoolConfig::new()
        .with_message(60, 60, None)
        .with_message(100, 2000, Some(3))
        .with_message(1 << 20, 1 << 30, None);
    const MERGED: PoolConfig =
        CONFIG.merge(&PoolConfig::new().with_class(KIB, 7).with_overflow(Overflow::Fail));
    let classes: Vec<_> = CONFIG.classes().map(|(class, slots)| (class.bytes(), slots)).collect();
    assert_eq!(classes, [(128, 1024), (256, 3), (512, 3), (1024, 3), (2048, 3), (1 << 20, 2)]);
    assert_eq!((CONFIG.capacity(KIB), MERGED.capacity(KIB)), (3, 7));
    assert_eq!(MERGED.overflow(), Overflow::Heap);
    assert_eq!(CONFIG.largest_class(), Some(SizeClass::MAX_POOLED));
    assert_eq!(CONFIG.largest_class_within(5000).map(SizeClass::bytes), Some(2048));
    assert_eq!(CONFIG.capacity(SizeClass::for_len(1 << 21)), 0);
    assert_eq!(PoolConfig::new().with_message(200, 100, None), PoolConfig::new());
    assert_eq!(PoolConfig::new().largest_class(), None);
}

#[test]
fn config_refuses_what_it_cannot_hold() {
    let unpooled =
        std::panic::catch_unwind(|| PoolConfig::new().with_class(SizeClass::for_len(2 << 20), 1));
    assert!(unpooled.is_err());
    let many = PoolConfig::MAX_CAPACITY + 1;
    let too_many = std::panic::catch_unwind(|| PoolConfig::new().with_class(SMALL, many));
    assert!(too_many.is_err());
}

#[test]
fn the_memory_bill_adds_up() {
    let config = PoolConfig::new().with_message(60, 600, None);
    let bill = config.to_string();
    let column = |line: &str| line.split_whitespace().rev().find_map(|cell| cell.parse().ok());
    let mut bytes: Vec<usize> = bill.lines().skip(1).filter_map(column).collect();
    let total = bytes.pop().unwrap();
    assert_eq!(total, config.footprint());
    assert_eq!(bytes.iter().sum::<usize>(), total, "{bill}");
}
