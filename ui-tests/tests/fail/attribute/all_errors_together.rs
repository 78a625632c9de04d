use pool_codec::Frame;

#[derive(Frame)]
#[frame(idd = 1, tag = u8)]
struct Foo {
    #[frame(max_len = 4)]
    number: u32,
    name: &'static str,
    #[frame(maxlen = 4)]
    inner: Option<Box<Foo>>,
}

// The errors above cause no further errors here.
fn uses(foo: &Foo) -> Vec<u8> {
    use pool_codec::Encodable as _;
    foo.encode_to_vec().unwrap()
}

fn main() {}
