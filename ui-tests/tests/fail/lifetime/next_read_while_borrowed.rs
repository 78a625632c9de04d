use std::net::TcpStream;

use pool_codec::{Frame, FrameReader, FrameSet, Pool, ReadError, Str, Sv2Header};

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

fn read(stream: TcpStream) -> Result<(), ReadError> {
    let mut reader = FrameReader::<_, Set>::new(stream, &POOL);
    let first = reader.read()?.unwrap();
    let foo = first.borrow::<Foo>().unwrap();
    let second = reader.read()?;
    println!("{} {}", foo.name, second.is_some());
    Ok(())
}

fn main() {}
