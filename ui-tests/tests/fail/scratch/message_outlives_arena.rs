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

fn decode(frame: FrameView<'_, Set>) -> FooRef<'_> {
    let arena = Arena::new(&POOL, 8 << 10);
    frame.decode_in::<Foo>(&arena).unwrap()
}

fn main() {}
