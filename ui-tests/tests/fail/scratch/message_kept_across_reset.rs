use std::net::TcpStream;

use pool_codec::{Arena, Frame, FrameReader, FrameSet, Pool, Str, Sv2Header};

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

fn read(reader: &mut FrameReader<TcpStream, Set>) {
    let mut arena = Arena::new(&POOL, 8 << 10);
    let frame = reader.read().unwrap().unwrap();
    let foo = frame.decode_in::<Foo>(&arena).unwrap();
    arena.reset();
    println!("{}", foo.name);
}

fn main() {}
