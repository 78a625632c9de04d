//! Hand-written headers and held forms, which are long, short or lie, with every kind of pool.

use core::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use pool_codec::error::HeaderError;
use pool_codec::{
    Covariant, DecodeError, DecodeFrame, Frame, FrameDecoder, FrameEncoder, FrameReader, FrameSet,
    FrameWriter, Header, Held, Overflow, Pool, PoolConfig, RawFrame, SizeClass, ZeroCopy,
};
use proptest::prelude::*;

/// A header with the id in the first byte and the length in the last two. In a header of one byte, the id is the
/// length.
#[derive(Debug, Clone, Copy)]
struct Wide<const SIZE: usize> {
    id: u8,
    len: u16,
}

impl<const SIZE: usize> Header for Wide<SIZE> {
    const SIZE: usize = SIZE;
    const MAX_ID: u32 = 0xFF;
    const MAX_PAYLOAD: usize = if SIZE == 1 { 0xFF } else { 0xFFFF };

    fn new(id: u32, payload_len: usize) -> Option<Self> {
        let (id, len) = (id.try_into().ok()?, payload_len.try_into().ok()?);
        (payload_len <= Self::MAX_PAYLOAD).then_some(Self { id, len })
    }

    fn decode(bytes: &[u8]) -> Result<Self, HeaderError> {
        assert_eq!(bytes.len(), SIZE);
        match *bytes {
            [len] => Ok(Self { id: 1, len: len.into() }),
            [id, .., low, high] => Ok(Self { id, len: u16::from_le_bytes([low, high]) }),
            _ => Err(HeaderError { reason: "too short" }),
        }
    }

    fn encode(&self, out: &mut [u8]) {
        assert_eq!(out.len(), SIZE);
        match out {
            [len] => *len = self.len.to_le_bytes()[0],
            [id, between @ .., low, high] => {
                *id = self.id;
                between.fill(0);
                [*low, *high] = self.len.to_le_bytes();
            }
            _ => {}
        }
    }

    fn id(&self) -> u32 {
        self.id.into()
    }

    fn payload_len(&self) -> usize {
        self.len.into()
    }
}

type Narrowest = Wide<1>;
type Widest = Wide<64>;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct Blob {
    #[frame(max_len = 40_000)]
    content: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = Narrowest, borrow)]
enum Shortest {
    Blob(Blob),
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = Widest, borrow)]
enum Longest {
    Blob(Blob),
}

fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}

/// Generates a pool with any classes, a few slots of each, and any policy.
fn pools() -> impl Strategy<Value = PoolConfig> {
    let class = (7_u32..18, 1_usize..4);
    (prop::collection::vec(class, 0..4), any::<bool>()).prop_map(|(classes, heap)| {
        let mut config = PoolConfig::new();
        for (power, slots) in classes {
            config = config.with_class(SizeClass::for_len(1 << power), slots);
        }
        let policy = if heap { Overflow::Heap } else { Overflow::Fail };
        config.with_overflow(policy).with_jumbo_overflow(Overflow::Heap)
    })
}

/// Messages pass unchanged through a writer and a reader of one pool, or the pool had no slot.
fn through<S>(config: &PoolConfig, lens: &[usize]) -> Result<(), TestCaseError>
where
    S: FrameSet,
{
    let pool = Pool::new(config);
    let fails = config.overflow() == Overflow::Fail;
    let mut writer = FrameWriter::<_, S::Header>::new(Vec::new(), &pool);
    let mut sent = Vec::new();
    for len in lens {
        let blob = Blob { content: (0..*len).map(|byte| byte as u8).collect() };
        let flushed = loop {
            match writer.send(&blob) {
                Ok(()) => break true,
                Err(_) if fails && in_use(&pool) > 0 => writer.flush().unwrap(),
                Err(error) => {
                    prop_assert!(
                        blob.content.len() + 2 > <S::Header as Header>::MAX_PAYLOAD,
                        "{error}"
                    );
                    break false;
                }
            }
        };
        if flushed {
            sent.push(blob);
        }
    }
    writer.flush().unwrap();
    prop_assert_eq!(in_use(&pool), 0);
    let bytes = writer.get_ref().clone();
    let mut reader = FrameReader::<_, S>::new(&bytes[..], &pool);
    for blob in &sent {
        match reader.read() {
            Ok(frame) => prop_assert_eq!(&frame.unwrap().decode::<Blob>().unwrap(), blob),
            // The window holds the only slot of the class.
            Err(error) => {
                prop_assert!(fails && !error.is_fatal(), "{error}");
                return Ok(());
            }
        }
        let frame = reader.current().unwrap();
        prop_assert_eq!(&frame.as_bytes()[<S::Header as Header>::SIZE..], frame.payload());
        if let Ok(held) = frame.hold::<Blob>() {
            let slot = held.into_buf();
            let view = slot.with_header(<S::Header as Header>::SIZE);
            prop_assert_eq!(
                S::Header::decode(&view[..<S::Header as Header>::SIZE]).unwrap().id(),
                1
            );
        }
    }
    prop_assert!(reader.read_message::<Blob>().unwrap().is_none());
    drop(reader);
    prop_assert_eq!(in_use(&pool), 0);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn headers_of_one_byte_and_of_all_the_room_serve_every_pool(
        config in pools(),
        lens in prop::collection::vec(prop_oneof![0_usize..300, 0_usize..40_001, 16_300_usize..16_400], 0..12),
    ) {
        through::<Shortest>(&config, &lens)?;
        through::<Longest>(&config, &lens)?;
    }
}

thread_local! {
    static LIES: Cell<usize> = const { Cell::new(0) };
}

/// A header with a different length and a different id at each call.
#[derive(Debug, Clone, Copy)]
struct Liar;

impl Liar {
    fn lie() -> usize {
        LIES.with(|lies| {
            lies.set(lies.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1));
            let word = lies.get() >> 33;
            match word % 8 {
                0 => usize::MAX,
                1 => usize::MAX - 2,
                2 => 0,
                3 => 1 << 20,
                4 => 20_000,
                _ => word % 40,
            }
        })
    }
}

impl Header for Liar {
    const SIZE: usize = 3;
    const MAX_ID: u32 = u32::MAX;
    const MAX_PAYLOAD: usize = usize::MAX;

    fn new(_: u32, _: usize) -> Option<Self> {
        (!Self::lie().is_multiple_of(5)).then_some(Self)
    }

    fn decode(_: &[u8]) -> Result<Self, HeaderError> {
        match Self::lie() {
            39 => Err(HeaderError { reason: "a lie" }),
            38 => panic!("a header that panics"),
            _ => Ok(Self),
        }
    }

    fn encode(&self, out: &mut [u8]) {
        assert_ne!(Self::lie(), 37, "a header that panics");
        out.fill(0xAA);
    }

    fn id(&self) -> u32 {
        (Self::lie() % 3) as u32
    }

    fn payload_len(&self) -> usize {
        Self::lie()
    }
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = Liar, borrow)]
enum Lies {
    Blob(Blob),
    #[frame(other)]
    Other(RawFrame),
}

#[test]
fn a_header_that_lies_loses_no_slot_and_leaks_no_byte() {
    let config = Lies::POOL_CONFIG.with_overflow(Overflow::Fail);
    let pool = Pool::new(&config);
    for seed in 0..3000 {
        LIES.with(|lies| lies.set(seed));
        let mut decoder = FrameDecoder::<Lies>::new(&pool);
        let mut encoder = FrameEncoder::<Liar>::new(&pool);
        for round in 0..20 {
            // Only the header panics here.
            let _ = catch_unwind(AssertUnwindSafe(|| {
                let window = decoder.window().unwrap();
                let count = window.len().min(50);
                window[..count].fill(7);
                decoder.commit(count);
                while let Ok(true) = decoder.advance() {
                    let Some(frame) = decoder.current() else { break };
                    assert!(frame.as_bytes().len() <= frame.payload().len() + 3);
                    let _ = if round % 2 == 0 {
                        frame.hold::<Lies>().is_ok()
                    } else {
                        frame.into_pooled().is_ok()
                    };
                }
                let _ = (decoder.missing(), decoder.offset());
            }));
            let _ = catch_unwind(AssertUnwindSafe(|| {
                let _ = encoder.push(&RawFrame { id: 1, payload: vec![5; round] });
                let unsent = encoder.unsent_len();
                encoder.sent(unsent.min(9));
            }));
            assert!(in_use(&pool) <= 4);
        }
        drop((decoder, encoder));
        assert_eq!(in_use(&pool), 0);
    }
}

struct Fragile;

/// A form that reads its bytes while it is dropped, and then may panic.
struct FragileRef<'decoder>(&'decoder [u8], Box<u8>);

impl Drop for FragileRef<'_> {
    fn drop(&mut self) {
        assert_eq!(usize::from(*self.1), self.0.len());
        assert_ne!(self.0.first(), Some(&9), "a form that panics");
    }
}

impl ZeroCopy for Fragile {
    type Ref<'decoder> = FragileRef<'decoder>;

    fn from_borrowed(_: &FragileRef<'_>) -> Self {
        Self
    }

    fn as_borrowed(&self) -> FragileRef<'_> {
        FragileRef(&[], Box::new(0))
    }
}

impl Covariant for Fragile {
    fn shorten<'short, 'long: 'short>(
        borrowed: &'short FragileRef<'long>,
    ) -> &'short FragileRef<'short> {
        borrowed
    }
}

impl<'decoder> DecodeFrame<'decoder> for FragileRef<'decoder> {
    fn decode_frame(_: u32, payload: &'decoder [u8]) -> Result<Self, DecodeError> {
        Ok(Self(payload, Box::new(payload.len() as u8)))
    }
}

#[test]
fn the_slot_outlives_a_form_that_panics() {
    for heap in [false, true] {
        let config =
            if heap { PoolConfig::new() } else { PoolConfig::new().with_class(SizeClass::MIN, 2) };
        let pool = Pool::new(&config);
        for byte in [1, 9] {
            let hold = || {
                let mut buf = pool.acquire(100).unwrap();
                buf.fill(byte);
                Held::<Fragile>::decode(0, buf).unwrap()
            };
            let taken = catch_unwind(AssertUnwindSafe(|| hold().into_buf()));
            assert_eq!(taken.is_err(), byte == 9);
            let bytes = catch_unwind(AssertUnwindSafe(|| bytes::Bytes::from(hold())));
            assert_eq!(bytes.is_err(), byte == 9);
            if let (Ok(taken), Ok(bytes)) = (taken, bytes) {
                assert_eq!(&taken[..], &bytes[..]);
                let tail = bytes.slice(99..);
                drop((bytes, taken));
                assert_eq!(in_use(&pool), usize::from(!heap));
                assert_eq!(tail, [byte][..]);
            }
            assert_eq!(in_use(&pool), 0);
        }
    }
}
