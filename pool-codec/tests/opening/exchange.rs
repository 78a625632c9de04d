//! The exchange between two peers.

use core::time::Duration;
use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;

use pool_codec::error::{OpenError, OpeningError};
use pool_codec::io::open;
use pool_codec::opening::{Agreement, Difference, Opening, Step};
use pool_codec::prelude::*;
use pool_codec::{FrameReader, FrameWriter, Pool};

use crate::sets::large::Large;
use crate::sets::shifted::Shifted;
use crate::sets::{Halt, Market, Other, OtherHeader, Reordered, Tick};

/// The agreements of both peers, over a socket.
fn peers<A: FrameSet, B: FrameSet>() -> (Agreement<A>, Agreement<B>) {
    let (mut ours, mut theirs) = UnixStream::pair().unwrap();
    for stream in [&ours, &theirs] {
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    }
    std::thread::scope(|scope| {
        let theirs = scope.spawn(move || open(&mut theirs, &mut Opening::<B>::new()).unwrap());
        let ours = open(&mut ours, &mut Opening::<A>::new()).unwrap();
        (ours, theirs.join().unwrap())
    })
}

#[test]
fn equal_sets_agree() {
    let (ours, theirs) = peers::<Market, Reordered>();
    assert!(ours.is_equal() && theirs.is_equal());
    assert!(ours.require_equal().is_ok());
    assert_eq!(ours.agreed().count(), 2);
    assert_eq!(ours.differences().count(), 0);
    assert!(ours.has(1) && ours.has(2) && !ours.has(3));
}

#[test]
fn other_sets_list_their_differences() {
    let (ours, theirs) = peers::<Market, Other>();
    let expected = [Difference::Encoding { id: 2, name: "Book" }, Difference::OnlyTheirs { id: 3 }];
    assert!(ours.differences().eq(expected));
    let expected = [
        Difference::Encoding { id: 2, name: "ShortBook" },
        Difference::OnlyOurs { id: 3, name: "Halt" },
    ];
    assert!(theirs.differences().eq(expected));
    assert!(ours.has(1) && !ours.has(2) && !ours.has(3));
    assert!(theirs.agreed().map(|message| message.name).eq(["Tick"]));
    let error = theirs.require_equal().unwrap_err();
    assert_eq!(
        error.to_string(),
        "the peer's messages are not those of `Other`: `ShortBook` (id 0x2) has another encoding at the \
         peer; the peer has no `Halt` (id 0x3)",
    );
}

#[test]
fn another_header_is_a_difference() {
    let (ours, _) = peers::<Market, OtherHeader>();
    assert!(ours.differences().eq([Difference::Header]));
    assert!(ours.require_equal().is_err());
}

/// No message can be found behind another header, whatever else differs.
#[test]
fn messages_behind_another_header_are_not_agreed() {
    let (ours, theirs) = peers::<OtherHeader, Other>();
    assert_eq!(ours.differences().next(), Some(Difference::Header));
    assert_eq!(ours.differences().count(), 3);
    assert!(!ours.has(Tick::ID) && !theirs.has(Tick::ID));
    assert_eq!(ours.agreed().count(), 0);
    assert!(
        theirs.require_equal().unwrap_err().to_string().contains("the headers of frames differ")
    );
}

/// Both lists are longer than the steps of the exchange, and the peer's has more differences than are named.
#[test]
fn long_lists() {
    let (ours, theirs) = peers::<Large, Shifted>();
    assert_eq!((ours.agreed().count(), theirs.agreed().count()), (38, 38));
    let count = |wanted: fn(&Difference) -> bool| ours.differences().filter(wanted).count();
    assert_eq!(count(|difference| matches!(difference, Difference::OnlyOurs { .. })), 40);
    assert_eq!(count(|difference| matches!(difference, Difference::OnlyTheirs { .. })), 32);
    let error = ours.require_equal().unwrap_err();
    assert_eq!(error.more, 8);
    assert!(error.to_string().ends_with("; and 8 more messages"), "{error}");
    peers::<Large, Market>();
    peers::<Market, Large>();
}

/// Frames follow directly, and the exchange takes none of their bytes.
#[test]
fn frames_follow() {
    static POOL: Pool = Pool::new(&Other::POOL_CONFIG);
    let (mut ours, mut theirs) = UnixStream::pair().unwrap();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let agreement = open(&mut theirs, &mut Opening::<Market>::new()).unwrap();
            assert!(agreement.has(Tick::ID));
            let mut writer = FrameWriter::<_, Market>::new(theirs, &POOL);
            writer.send(&Tick { price: 5, venue: "x".parse().unwrap() }).unwrap();
            writer.flush().unwrap();
        });
        let agreement = open(&mut ours, &mut Opening::<Other>::new()).unwrap();
        assert!(!agreement.has(Halt::ID));
        let mut reader = FrameReader::<_, Other>::new(ours, &POOL);
        assert_eq!(reader.read_message::<Tick>().unwrap().unwrap().price, 5);
    });
}

/// A stream that moves one byte per call, and interrupts or would block before each.
struct Slow<S> {
    stream: S,
    calls: usize,
}

impl<S> Slow<S> {
    fn obstacle(&mut self) -> io::Result<()> {
        self.calls += 1;
        match self.calls % 3 {
            0 => Err(io::ErrorKind::Interrupted.into()),
            1 => Err(io::ErrorKind::WouldBlock.into()),
            _ => Ok(()),
        }
    }
}

impl<S: Read> Read for Slow<S> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.obstacle()?;
        let len = out.len().min(1);
        self.stream.read(&mut out[..len])
    }
}

impl<S: Write> Write for Slow<S> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.obstacle()?;
        self.stream.write(&bytes[..bytes.len().min(1)])
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

#[test]
fn slow_streams_lose_nothing() {
    let (ours, theirs) = UnixStream::pair().unwrap();
    fn patient<S: FrameSet>(stream: UnixStream) -> Agreement<S> {
        let mut stream = Slow { stream, calls: 0 };
        let mut opening = Opening::<S>::new();
        loop {
            match open(&mut stream, &mut opening) {
                Ok(agreement) => return agreement,
                Err(OpenError::Io(error)) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) => panic!("{error}"),
            }
        }
    }
    std::thread::scope(|scope| {
        let theirs = scope.spawn(|| patient::<Other>(theirs));
        assert_eq!(patient::<Market>(ours).differences().count(), 2);
        assert_eq!(theirs.join().unwrap().differences().count(), 2);
    });
}

#[test]
fn a_peer_that_leaves() {
    let (mut ours, theirs) = UnixStream::pair().unwrap();
    (&theirs).write_all(b"poolset\x01").unwrap();
    theirs.shutdown(std::net::Shutdown::Write).unwrap();
    let error = open(&mut ours, &mut Opening::<Market>::new()).unwrap_err();
    assert!(matches!(error, OpenError::Closed { missing: 20 }), "{error}");
}

#[test]
fn a_frame_is_not_an_opening() {
    let mut opening = Opening::<Market>::new();
    let frame = [[2, 0, 22, 0, 0, 0, 9, 9], [0; 8], [0; 8], [0; 8]].concat();
    let expected = OpeningError::NotAnOpening { found: [2, 0, 22, 0, 0, 0, 9, 9] };
    assert_eq!(opening.receive(&frame).unwrap_err(), expected);
    assert_eq!(opening.receive(&frame).unwrap_err(), expected);
    assert!(matches!(opening.step(), Step::Send(_)));
    let error = Opening::<Market>::new().receive(&[&b"poolset\x02"[..], &[0; 20]].concat());
    assert_eq!(error.unwrap_err(), OpeningError::UnknownVersion { version: 2, known: 1 });
}
