use pool_codec::{Frame, Held, Str};

#[derive(Debug, Frame)]
#[frame(id = 1, borrow)]
struct Hello {
    name: Str<40>,
}

fn pass_on(held: Held<Hello>) {
    let hello = held.get();
    drop(held);
    println!("{}", hello.name);
}

fn main() {}
