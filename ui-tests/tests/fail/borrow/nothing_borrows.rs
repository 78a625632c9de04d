use pool_codec::Frame;

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow)]
enum Side {
    Bid = 0,
    Ask = 1,
}

// The derive cannot see that `SideRef<'decoder>` is `Side`, so the field needs `copy`.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
enum Order {
    #[frame(tag = 0)]
    New(Side),
    #[frame(tag = 1)]
    Cancel,
}

fn main() {}
