//! Counts the allocations of operations that should not allocate.

use pool_codec::{
    Bytes, Decodable, Encodable, Frame, FrameReader, FrameSet, FrameWriter, Pool, Seq, Str,
    TlvHeader, ZeroCopy,
};
use pool_dev::allocator::PerThread;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct Login {
    version: u16,
    user: Str<255>,
    token: Bytes<65_535>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow)]
struct Book {
    symbol: Str<30>,
    levels: Seq<u64, 255>,
    names: Seq<Str<100>, 255>,
    #[frame(max_len = 100)]
    comment: String,
    #[frame(max_len = 10)]
    flags: Vec<u16>,
}

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader, borrow)]
enum Market {
    Login(Login),
    Book(Book),
}

static POOL: Pool = Pool::new(&Market::POOL_CONFIG);

fn login() -> Login {
    Login { version: 2, user: "miner.7".parse().unwrap(), token: (*b"0123456789").into() }
}

fn book() -> Book {
    Book {
        symbol: "BTC-USD".parse().unwrap(),
        levels: (0..200).collect::<Vec<_>>().try_into().unwrap(),
        names: vec!["x".repeat(100).try_into().unwrap(), "short".parse().unwrap()]
            .try_into()
            .unwrap(),
        comment: "a comment of more than thirty bytes, so not inline".into(),
        flags: vec![1, 2, 3],
    }
}

/// Returns a stream that repeats both messages many times.
fn stream() -> Vec<u8> {
    let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &POOL);
    for _ in 0..100 {
        writer.send(&login()).unwrap();
        writer.send(&book()).unwrap();
    }
    writer.flush().unwrap();
    writer.get_ref().clone()
}

#[test]
fn borrowing_and_holding_and_inline_owned_messages() {
    let stream = stream();
    let book_len = book().encoded_len();
    let mut reader = FrameReader::<_, Market>::new(&stream[..], &POOL);
    // The first frames create the window and the storage of the classes.
    for _ in 0..2 {
        let frame = reader.read().unwrap().unwrap();
        drop(frame.hold::<Market>().unwrap());
    }
    let mut frames = 0;
    let counted = PerThread::allocations_of(|| {
        while let Some(frame) = reader.read().unwrap() {
            frames += 1;
            if frame.id() == Login::ID {
                let owned: Login = frame.decode().unwrap();
                assert_eq!(owned.version, 2);
                assert_eq!(frame.borrow::<Login>().unwrap().user, "miner.7");
                assert_eq!(frame.hold::<Login>().unwrap().get().token.len(), 10);
            } else {
                let borrowed = frame.borrow::<Book>().unwrap();
                assert_eq!(borrowed.levels.iter().sum::<u64>(), 199 * 100);
                assert_eq!(borrowed.names.get(1).unwrap(), "short");
                assert_eq!(frame.hold::<Market>().unwrap().payload().len(), book_len);
            }
        }
    });
    assert_eq!((frames, counted), (198, 0));
}

#[test]
fn refilling_an_owned_message() {
    let mut bytes = vec![0; 4096];
    let len = pool_codec::Encodable::encode(&book(), &mut bytes).unwrap();
    let mut message = Book::decode(&bytes[..len]).unwrap();
    let counted = PerThread::allocations_of(|| {
        for _ in 0..100 {
            message.decode_into(&bytes[..len]).unwrap();
        }
    });
    assert_eq!(counted, 0);
    assert_eq!(message, book());
}

#[test]
fn encoding_and_sending() {
    struct Sink;
    impl std::io::Write for Sink {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut writer = FrameWriter::<_, TlvHeader>::new(Sink, &POOL);
    let (login, book) = (login(), book());
    writer.send(&login).unwrap();
    let counted = PerThread::allocations_of(|| {
        for _ in 0..100 {
            writer.send(&login).unwrap();
            writer.send(&book).unwrap();
        }
        writer.flush().unwrap();
    });
    assert_eq!(counted, 0);
}

#[test]
fn appending_many_messages_to_one_vector() {
    let (login, book) = (login(), book());
    let mut out = Vec::new();
    let mut append = || {
        out.clear();
        for _ in 0..10 {
            login.append_to_vec(&mut out).unwrap();
            book.as_borrowed().append_to_vec(&mut out).unwrap();
        }
    };
    append();
    assert_eq!(PerThread::allocations_of(append), 0);
}

#[test]
fn errors_and_declared_lengths() {
    // A count of 255 elements and a text of 255 bytes that never arrive.
    for bytes in [&[0, 0, 255][..], &[7, b'B', b'T', b'C', b'-', b'U', b'S', b'D', 255, 0, 0]] {
        let counted = PerThread::allocations_of(|| {
            assert!(Login::decode(bytes).is_err());
            assert!(Book::decode(bytes).is_err());
        });
        assert_eq!(counted, 0);
    }
}
