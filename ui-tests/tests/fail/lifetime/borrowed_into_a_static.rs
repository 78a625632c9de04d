use std::sync::Mutex;

use pool_codec::prelude::*;
use pool_codec::Str;

#[derive(Debug, Frame)]
#[frame(borrow)]
struct Hello {
    name: Str<40>,
}

static LAST: Mutex<Option<HelloRef<'static>>> = Mutex::new(None);

fn remember(input: &[u8]) {
    let hello = HelloRef::decode(input).unwrap();
    *LAST.lock().unwrap() = Some(hello);
}

fn main() {
    remember(&[0]);
}
