//! Types that a macro generates. Names, types and values arrive in invisible groups.

use pool_codec::{Frame, FrameSet, Str, Sv2Header, Wire};

macro_rules! message {
    ($name:ident, $id:expr, $max:expr, $field:ident: $ty:ty) => {
        #[derive(Debug, Clone, PartialEq, Frame)]
        #[frame(id = $id, borrow)]
        struct $name {
            $field: $ty,
            #[frame(max_len = $max)]
            text: String,
            array: [$ty; 2],
        }
    };
}
message!(Open, 0x10 + 1, 255, name: Str<4>);
message!(Close, 2, 3, code: u8);

macro_rules! set {
    ($name:ident, $header:path, $($variant:ident($ty:ty)),*) => {
        #[derive(Debug, Clone, PartialEq, FrameSet)]
        #[frames(header = $header, borrow)]
        enum $name { $($variant($ty)),* }
    };
}
set!(Set, Sv2Header, Open(Open), Close(Close));

macro_rules! part {
    ($($variant:ident = $value:expr),*) => {
        #[derive(Debug, Clone, Copy, PartialEq, Frame)]
        enum Part { $($variant = $value),* }
    };
}
part!(A = 0, B = 1);

fn main() {
    assert_eq!((Open::ID, Open::MAX_SIZE), (0x11, 3 * 5 + 256));
    assert_eq!((Part::MIN_SIZE, Set::MESSAGES.len()), (1, 2));
}
