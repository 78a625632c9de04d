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

/// The bound of `tokio::spawn`.
fn spawn<F: Future + Send + 'static>(_: F) {}

fn handle(frame: FrameView<'_, Set>) {
    let arena = Arena::new(&POOL, 8 << 10);
    let foo = frame.decode_in::<Foo>(&arena).unwrap();
    spawn(async move { println!("{}", foo.name) });
}

fn main() {}
