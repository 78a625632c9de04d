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
    let frame = reader.read()?.unwrap();
    let foo = frame.borrow::<Foo>().unwrap();
    std::thread::spawn(move || println!("{}", foo.name));
    Ok(())
}

fn main() {}
