use pool_codec::{Frame, FrameReader, FrameSet, Pool, Str, Sv2Header};

#[derive(Debug, Frame)]
#[frame(id = 1, borow, borrow)]
struct Open {
    name: Str<255>,
}

#[derive(Debug, FrameSet)]
#[frames(header = Sv2Header, borow, borrow)]
enum Set {
    Open(Open),
}

// The errors above cause no further errors here.
static POOL: Pool = Pool::new(&Set::POOL_CONFIG);

fn uses(stream: &[u8]) {
    let mut reader = FrameReader::<_, Set>::new(stream, &POOL);
    let frame = reader.read().unwrap().unwrap();
    match frame.borrow::<Set>().unwrap() {
        SetRef::Open(OpenRef { name }) => println!("{name}"),
    }
    let _ = frame.hold::<Open>().unwrap().get().into_owned().name;
}

fn main() {}
