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

/// Also lengths that the heap serves.
#[test]
fn a_config_that_covers_another_serves_what_it_does() {
    let heap = PoolConfig::new();
    let base = heap.with_message(0, 16 << 10, None);
    let longer = base.with_message(2 << 20, 2 << 20, None);
    let (all, strict) = (base.with_message(0, 1 << 20, None), base.with_overflow(Overflow::Fail));
    let jumbo = strict.with_jumbo_overflow(Overflow::Heap);
    let configs = [heap, heap.with_overflow(Overflow::Fail), base, longer, all, strict, jumbo];
    let lens = [0, 16 << 10, (16 << 10) + 1, 1 << 20, (1 << 20) + 1, 2 << 20, usize::MAX];
    for (this, other) in configs.iter().flat_map(|this| configs.map(|other| (this, other))) {
        let slots = SizeClass::ladder(0, 1 << 20)
            .all(|class| this.capacity(class) >= other.capacity(class));
        let serves = lens.iter().all(|&len| this.serves(len) || !other.serves(len));
        assert_eq!(this.covers(&other), slots && serves, "{this:?}, {other:?}");
    }
    assert!(!base.covers(&longer) && longer.covers(&base) && jumbo.covers(&longer));
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
