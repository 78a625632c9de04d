use pool_codec::prelude::*;
use pool_codec::Str;

#[derive(Debug, Frame)]
#[frame(borrow)]
struct Hello {
    name: Str<40>,
}

fn main() {
    let lent = {
        let hello = Hello { name: "alice".parse().unwrap() };
        hello.lend()
    };
    println!("{lent:?}");
}
