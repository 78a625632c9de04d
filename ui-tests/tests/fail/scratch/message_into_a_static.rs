use std::sync::Mutex;

use pool_codec::{Arena, Frame, FrameSet, FrameView, Pool, Str, Sv2Header};

#[derive(Debug, Frame)]
#[frame(id = 1, borrow)]
struct Foo {
    name: Str<255>,
}

#[derive(Debug, FrameSet)]
#[frames(header = Sv2Header, borrow)]
enum Set {
    Foo(Foo),
}

static POOL: Pool = Pool::new(&Set::POOL_CONFIG);

static LAST: Mutex<Option<FooRef<'static>>> = Mutex::new(None);

fn remember(frame: FrameView<'_, Set>, arena: &Arena) {
    let foo = frame.decode_in::<Foo>(arena).unwrap();
    *LAST.lock().unwrap() = Some(foo);
}

fn main() {}
