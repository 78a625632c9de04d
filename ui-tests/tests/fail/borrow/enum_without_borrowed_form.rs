use pool_codec::Frame;

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
enum Side {
    Bid = 0,
    Ask = 1,
}

#[derive(Frame)]
#[frame(borrow)]
struct Order {
    side: Side,
}

fn main() {}
