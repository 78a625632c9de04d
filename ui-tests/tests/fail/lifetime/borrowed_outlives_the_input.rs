use pool_codec::{Decodable, Frame, Str};

#[derive(Debug, Frame)]
#[frame(id = 1, borrow)]
struct Foo {
    name: Str<255>,
}

fn decode() {
    let foo = {
        let bytes = vec![1, b'a'];
        FooRef::decode(&bytes).unwrap()
    };
    println!("{}", foo.name);
}

fn main() {}
