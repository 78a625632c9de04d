use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, VecDeque};

use pool_codec::Frame;

#[derive(Frame)]
struct Foo {
    #[frame(max_len = 8, entries = sorted)]
    misspelt: BTreeMap<u8, u8>,
    #[frame(max_len = 8, entries = ascending)]
    queue: VecDeque<u8>,
    #[frame(max_len = 8)]
    unbounded: BTreeMap<String, u8>,
}

#[derive(Frame)]
#[frame(borrow)]
struct Bar {
    #[frame(max_len = 8)]
    table: HashMap<u8, u8>,
    #[frame(max_len = 8, entries = last_wins)]
    set: Option<BTreeSet<u8>>,
    #[frame(max_len = 8)]
    heap: Option<BinaryHeap<u8>>,
}

fn main() {}
