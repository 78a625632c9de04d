//! Parts of held messages.

use std::collections::HashMap;

use pool_codec::prelude::*;
use pool_codec::{Bytes, Held, MappedHeld, Pool, PoolConfig, Seq, SizeClass, Str, TlvHeader};

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Level {
    price: u64,
    venue: Str<8>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct Book {
    symbol: Str<8>,
    note: Bytes<8>,
    levels: Seq<Level, 9>,
}

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader, borrow)]
enum Set {
    Book(Book),
}

fn book() -> Book {
    let level = |price| Level { price, venue: "XNAS".parse().unwrap() };
    Book {
        symbol: "ACME".parse().unwrap(),
        note: vec![1, 2].try_into().unwrap(),
        levels: Seq::try_from(vec![level(1), level(2)]).unwrap(),
    }
}

fn held(pool: &Pool) -> Held<Book> {
    let bytes = book().encode_to_vec().unwrap();
    let mut buf = pool.acquire(bytes.len()).unwrap();
    buf.copy_from_slice(&bytes);
    Held::decode(Book::ID, buf).unwrap()
}

fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}

#[test]
fn a_field_an_element_and_a_part_of_it_keep_the_slot() {
    let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 8));
    let symbol: MappedHeld<Str<8>> = held(&pool).map(|book| book.symbol);
    let note: MappedHeld<Bytes<8>> = held(&pool).map(|book| book.note);
    let levels: MappedHeld<Seq<Level, 9>> = held(&pool).map(|book| book.levels);
    let second: MappedHeld<Level> = levels.try_map(|levels| levels.get(1)).unwrap();
    let venue: MappedHeld<Str<8>> = second.map(|level| level.venue);
    assert_eq!(in_use(&pool), 3);

    let by_name: HashMap<u8, MappedHeld<Str<8>>> = [(1, symbol), (2, venue)].into();
    let read = std::thread::spawn(move || {
        let texts = [1, 2].map(|key| by_name[&key].get().to_string());
        assert_eq!(format!("{:?}", by_name[&1]), "MappedHeld(\"ACME\")");
        texts
    });
    assert_eq!(read.join().unwrap(), ["ACME", "XNAS"]);
    assert_eq!(note.into_owned(), book().note);
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn an_element_that_does_not_exist_returns_the_message() {
    let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 1));
    let message = held(&pool).try_map::<Level>(|book| book.levels.get(2)).unwrap_err();
    assert_eq!(message.into_owned(), book());
    let level = held(&pool).try_map::<Level>(|book| book.levels.get(0)).unwrap();
    let level = level.try_map::<Level>(|_| None).unwrap_err();
    let buf = level.into_buf();
    assert_eq!(&buf[..], book().encode_to_vec().unwrap());
}

#[test]
fn the_slot_is_released_if_the_function_panics() {
    let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 1));
    let message = held(&pool);
    let panics = std::panic::AssertUnwindSafe(|| message.map::<Level>(|_| panic!("no part")));
    assert!(std::panic::catch_unwind(panics).is_err());
    assert_eq!(in_use(&pool), 0);
}
