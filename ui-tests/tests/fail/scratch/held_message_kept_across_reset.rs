use pool_codec::{Arena, Frame, FrameSet, Held, Pool, Str, Sv2Header};

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

fn keep(held: Held<Foo>) {
    let mut arena = Arena::new(&POOL, 8 << 10);
    let foo = held.into_arena(&arena).unwrap();
    arena.reset();
    println!("{}", foo.name);
}

fn main() {}
