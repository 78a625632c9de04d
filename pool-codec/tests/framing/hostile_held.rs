//! A borrowed form that does everything that safe code can do to a `Held`.

use core::sync::atomic::{AtomicUsize, Ordering};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::thread;

use pool_codec::error::DecodeErrorKind;
use pool_codec::{
    Covariant, DecodeError, DecodeFrame, Held, Pool, PoolConfig, SizeClass, ZeroCopy,
};

fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}

#[derive(Debug)]
struct Evil;

/// A form that reads its bytes through a closure, also while it is dropped. The first byte selects its behaviour.
struct EvilRef<'decoder> {
    bytes: &'decoder [u8],
    sum: Box<dyn Fn() -> usize + Send + Sync + 'decoder>,
    inner: Option<Box<Held<Evil>>>,
}

const HARMLESS: u8 = 0;
const PANIC_IN_DECODE: u8 = 1;
const PANIC_IN_DROP: u8 = 2;
const PANIC_IN_FROM_BORROWED: u8 = 3;
const PANIC_IN_SHORTEN: u8 = 4;
const HOLD_ANOTHER: u8 = 5;
const KEEP_ANOTHER: u8 = 6;
const REFUSE: u8 = 7;

static KEPT: Mutex<Vec<Held<Evil>>> = Mutex::new(Vec::new());
static READ_IN_DROP: AtomicUsize = AtomicUsize::new(0);
static SMALL: Pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 2));

impl Drop for EvilRef<'_> {
    fn drop(&mut self) {
        READ_IN_DROP.fetch_add((self.sum)() + self.bytes.len(), Ordering::Relaxed);
        assert_ne!(self.bytes.first(), Some(&PANIC_IN_DROP));
    }
}

impl ZeroCopy for Evil {
    type Ref<'decoder> = EvilRef<'decoder>;

    fn from_borrowed(borrowed: &EvilRef<'_>) -> Self {
        assert_ne!(borrowed.bytes.first(), Some(&PANIC_IN_FROM_BORROWED));
        Self
    }

    fn as_borrowed(&self) -> EvilRef<'_> {
        unreachable!("nothing lends this message")
    }
}

impl Covariant for Evil {
    fn shorten<'short, 'long: 'short>(borrowed: &'short EvilRef<'long>) -> &'short EvilRef<'short> {
        assert_ne!(borrowed.bytes.first(), Some(&PANIC_IN_SHORTEN));
        borrowed
    }
}

impl<'decoder> DecodeFrame<'decoder> for EvilRef<'decoder> {
    fn decode_frame(_: u32, payload: &'decoder [u8]) -> Result<Self, DecodeError> {
        let mut inner = None;
        match payload.first() {
            Some(&PANIC_IN_DECODE) => panic!(),
            Some(&HOLD_ANOTHER) => inner = harmless(payload.len()).map(Box::new),
            Some(&KEEP_ANOTHER) => KEPT.lock().unwrap().extend(harmless(payload.len())),
            Some(&REFUSE) => {
                return Err(DecodeError::new(DecodeErrorKind::InvalidUtf8, usize::MAX));
            }
            _ => {}
        }
        let sum = Box::new(move || payload.iter().map(|byte| usize::from(*byte)).sum());
        Ok(Self { bytes: payload, sum, inner })
    }
}

fn harmless(len: usize) -> Option<Held<Evil>> {
    let mut buf = SMALL.acquire(len).unwrap();
    buf.fill(HARMLESS);
    Held::decode(0, buf).ok()
}

#[test]
fn a_held_form_may_panic_anywhere_and_keeps_its_bytes() {
    let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 3));
    let mut helds = Vec::new();
    for (kind, len) in (0..=REFUSE).flat_map(|kind| [(kind, 1), (kind, 128), (kind, 5000)]) {
        let mut buf = pool.acquire(len).unwrap();
        buf.fill(kind);
        match catch_unwind(AssertUnwindSafe(|| Held::<Evil>::decode(0, buf))) {
            Ok(Ok(held)) => helds.push(held),
            Ok(Err(undecoded)) => {
                let (buf, error) = undecoded.into_parts();
                assert_eq!((kind, buf.len()), (REFUSE, len));
                assert!(!error.explain(&buf).to_string().is_empty());
            }
            Err(_) => assert_eq!(kind, PANIC_IN_DECODE),
        }
    }
    drop(pool);
    for held in &helds {
        let got = catch_unwind(AssertUnwindSafe(|| {
            let form = held.get();
            let inner = form.inner.as_ref().map_or(0, |inner| (inner.get().sum)());
            (form.sum)() + inner
        }));
        match got {
            Ok(sum) => assert_eq!(sum, held.payload().iter().map(|b| usize::from(*b)).sum()),
            Err(_) => assert_eq!(held.payload()[0], PANIC_IN_SHORTEN),
        }
    }
    for (index, held) in helds.into_iter().enumerate() {
        let kind = held.payload()[0];
        let panicked = match index % 3 {
            0 => catch_unwind(AssertUnwindSafe(|| drop(held))).is_err(),
            1 => catch_unwind(AssertUnwindSafe(|| held.into_owned())).is_err(),
            _ => thread::spawn(move || drop(held)).join().is_err(),
        };
        assert_eq!(panicked, kind == PANIC_IN_DROP || index % 3 == 1 && (3..5).contains(&kind));
    }
    assert_eq!(KEPT.lock().unwrap().len(), 3);
    KEPT.lock().unwrap().clear();
    assert_eq!(in_use(&SMALL), 0);
    assert!(READ_IN_DROP.load(Ordering::Relaxed) > 0);
}
