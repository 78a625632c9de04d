use pool_codec::Frame;

#[derive(Frame)]
#[frame(reserved = [1, 8..=15])]
enum Foo {
    A = 0,
    B = 1,
    C = 12,
}

fn main() {}
