//! One handler for all forms of a message.

use pool_codec::prelude::*;
use pool_codec::{FrameReader, FrameWriter, Held, Pool, RawFrame, Seq, Str, TlvHeader};

#[derive(Debug, Clone, PartialEq, Eq, Hash, Frame)]
#[frame(borrow, derive(Eq, Hash))]
struct Level {
    price: u64,
    venue: Str<8>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Frame)]
#[frame(id = 1, borrow, derive(Eq, Hash))]
struct Book {
    symbol: Str<16>,
    levels: Seq<Level, 50>,
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader, borrow)]
enum Feed {
    Book(Book),
    #[frame(other)]
    Unknown(RawFrame),
}

static POOL: Pool = Pool::new(&Feed::POOL_CONFIG);

/// A handler that is written once.
fn depth(book: BookRef<'_>) -> (String, u64) {
    let total = book.levels.iter().map(|level| level.price + level.venue.len() as u64).sum();
    (book.symbol.to_string(), total)
}

fn symbol(feed: FeedRef<'_>) -> Option<String> {
    match feed {
        FeedRef::Book(book) => Some(book.symbol.to_string()),
        FeedRef::Unknown(_) => None,
    }
}

fn book() -> Book {
    let level = |price, venue: &str| Level { price, venue: venue.parse().unwrap() };
    Book { symbol: "BTC".parse().unwrap(), levels: Seq::from([level(5, "a"), level(6, "bc")]) }
}

#[test]
fn a_handler_takes_owned_borrowed_and_held() {
    let expected = ("BTC".to_owned(), 14);
    assert_eq!(depth(book().as_borrowed()), expected);
    let bytes = book().encode_to_vec().unwrap();
    assert_eq!(depth(BookRef::decode(&bytes).unwrap()), expected);

    let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &POOL);
    writer.send(&book()).unwrap();
    // A lent form is sent without conversion.
    writer.send(&book().as_borrowed()).unwrap();
    writer.flush().unwrap();
    let stream = writer.get_ref().clone();
    let mut reader = FrameReader::<_, Feed>::new(&stream[..], &POOL);
    let held: Held<Book> = reader.read().unwrap().unwrap().hold().unwrap();
    assert_eq!(depth(*held.get()), expected);
    let held: Held<Feed> = reader.read().unwrap().unwrap().hold().unwrap();
    assert_eq!(symbol(*held.get()), Some("BTC".into()));
    assert_eq!(symbol(Feed::from(book()).as_borrowed()), Some("BTC".into()));
    assert_eq!(symbol(FeedRef::Book(book().as_borrowed())), Some("BTC".into()));
}

#[test]
fn lent_forms_equal_decoded_forms() {
    let (book, bytes) = (book(), book().encode_to_vec().unwrap());
    let decoded = BookRef::decode(&bytes).unwrap();
    assert_eq!(book.as_borrowed(), decoded);
    assert_eq!(decoded.levels.get(1), book.as_borrowed().levels.get(1));
    assert_eq!(format!("{decoded:?}"), format!("{:?}", book.as_borrowed()));
}

#[test]
fn equal_forms_have_equal_hashes() {
    let (book, bytes) = (book(), book().encode_to_vec().unwrap());
    let set = std::collections::HashSet::from([BookRef::decode(&bytes).unwrap()]);
    assert!(set.contains(&book.as_borrowed()));
}
