//! A borrowed message together with the slot it points into.
//!
//! # Invariants
//!
//! * I1: `message` is initialised from construction to drop, and was decoded from `buf`'s bytes at a
//!   lifetime chosen by [`Held::decode`], not by the form, or is a part of such a message that a
//!   function of any lifetime returned: it may point into those bytes and into nothing else that is
//!   not `'static`.
//! * I2: `buf`'s bytes stay where they are and unchanged while `message` lives: a slot does not move
//!   with its `PooledBuf`, the type exposes no `&mut` to either field, and `drop` drops `message`
//!   before `buf`.
//! * I3: the `'static` in `message`'s type is never shown: [`Held::get`] shortens it to the borrow of
//!   the `Held` through [`Covariant::shorten`], which is safe code.

#![expect(unsafe_code, reason = "the one module of the crate that erases a lifetime")]

use core::fmt;
use core::mem::{ManuallyDrop, MaybeUninit};
use core::ops::Deref;

use pool_core::PooledBuf;
#[cfg(feature = "arena")]
use pool_core::{Arena, ArenaError, Pool};

use crate::codec::{Covariant, ZeroCopy};
use crate::codec::{DecodeError, EncodeError, Encoder};
use crate::frame::{DecodeFrame, EncodeFrame};
use crate::framing::undecoded::UndecodedError;

/// The borrowed form of `F` together with the pool slot it points into.
///
/// It is `Send + 'static`: a message can be kept in a map, held across an `.await` or sent to another thread
/// without copying its fields. Dropping the value releases the slot.
///
/// `F` is a message or a set. [`FrameView::hold`](crate::FrameView::hold), `read_held` of the readers and
/// [`PooledFrame::hold`](crate::PooledFrame::hold) return one.
///
/// ```
/// # #[cfg(all(feature = "derive", feature = "std"))] {
/// # use pool_codec::{Frame, FrameReader, FrameSet, FrameWriter, Held, Pool, Str, TlvHeader};
/// # #[derive(Debug, Clone, PartialEq, Frame)]
/// # #[frame(id = 7, borrow)]
/// # struct Hello { name: Str<40> }
/// # #[derive(Debug, FrameSet)]
/// # #[frames(header = TlvHeader, borrow)]
/// # enum Set { Hello(Hello) }
/// # static POOL: Pool = Pool::new(&Set::POOL_CONFIG);
/// # let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &POOL);
/// # writer.send(&Hello { name: "alice".parse()? })?;
/// # writer.flush()?;
/// # let stream = writer.get_ref().clone();
/// let mut reader = FrameReader::<_, Set>::new(&stream[..], &POOL);
/// let frame = reader.read()?.expect("a frame");
/// let held: Held<Hello> = frame.hold()?;
/// let thread = std::thread::spawn(move || held.get().name.len());
/// assert_eq!(thread.join().unwrap(), 5);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Held<F: ZeroCopy> {
    /// I1, I3. In `MaybeUninit` because the value is only borrowed from `buf`: a plain field would
    /// promise that its references outlive every function that a `Held` is passed to by value, and
    /// one that drops it ends them.
    message: MaybeUninit<F::Ref<'static>>,
    /// I2.
    buf: PooledBuf,
}

impl<F: Covariant> Held<F> {
    /// Decodes the payload in `buf`.
    ///
    /// # Errors
    ///
    /// Fails if the id belongs to another message or the payload is malformed. The error returns the buffer.
    // Inlined into the caller, so that the `Held` is built in its final place: moving it doubles the time for a
    // small frame.
    #[inline(always)]
    pub fn decode(id: u32, buf: PooledBuf) -> Result<Self, UndecodedError<PooledBuf>>
    where
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        match Self::decode_erased(id, &buf) {
            Ok(message) => Ok(Self { message, buf }),
            Err(error) => Err(UndecodedError::new(buf, error)),
        }
    }

    /// Decodes at the fresh lifetime `'d` and forgets it.
    #[inline(always)]
    fn decode_erased<'d>(
        id: u32,
        payload: &'d [u8],
    ) -> Result<MaybeUninit<F::Ref<'static>>, DecodeError>
    where
        F::Ref<'d>: DecodeFrame<'d>,
    {
        Ok(erase::<F>(F::Ref::<'d>::decode_frame(id, payload)?))
    }

    /// Returns the message.
    #[inline]
    #[must_use]
    pub fn get(&self) -> &F::Ref<'_> {
        // SAFETY: initialised (I1); its bytes are valid for the borrow of `self` (I2), to which
        // `shorten` reduces its lifetime (I3).
        let message = unsafe { self.message.assume_init_ref() };
        F::shorten(message)
    }

    /// Copies the message into its owned form and releases the slot.
    #[must_use]
    pub fn into_owned(self) -> F {
        F::from_borrowed(self.get())
    }

    /// Moves the slot into an arena, without a copy. The message lives until the arena is reset or dropped.
    ///
    /// ```
    /// # #[cfg(all(feature = "derive", feature = "std"))] {
    /// # use pool_codec::{Arena, Frame, FrameReader, FrameSet, Pool, Str, TlvHeader};
    /// # #[derive(Debug, Clone, PartialEq, Frame)]
    /// # #[frame(id = 7, borrow)]
    /// # struct Hello { name: Str<40> }
    /// # #[derive(Debug, FrameSet)]
    /// # #[frames(header = TlvHeader, borrow)]
    /// # enum Set { Hello(Hello) }
    /// # static POOL: Pool = Pool::new(&Set::POOL_CONFIG);
    /// let mut reader = FrameReader::<_, Set>::new(&b"\x07\0\x03\0\0\0\x02ab"[..], &POOL);
    /// let held = reader.read_held::<Hello>()?.expect("a frame");
    /// let arena = Arena::new(&POOL, 8 << 10);
    /// let hello: HelloRef<'_> = held.into_arena(&arena)?;
    /// assert_eq!((&*hello.name, arena.allocated()), ("ab", 3));
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the arena would exceed its limit. The error returns the message.
    #[cfg(feature = "arena")]
    pub fn into_arena<P: core::borrow::Borrow<Pool>>(
        self,
        arena: &Arena<P>,
    ) -> Result<F::Ref<'_>, UndecodedError<Self, ArenaError>> {
        let held = ManuallyDrop::new(self);
        let (message, buf) = (core::ptr::from_ref(&held.message), core::ptr::from_ref(&held.buf));
        // SAFETY: the pointer comes from a reference to a valid field of `held`, which is never dropped and does not
        // use it again: there is one owner. The message itself is initialised (I1), which is used below.
        let message = unsafe { message.read() };
        // SAFETY: as above.
        let buf = unsafe { buf.read() };
        match arena.adopt(buf) {
            // The bytes stay where they are and unchanged for as long as the arena is borrowed, so they are as good
            // for the message as those of `buf` were (I1, I2): it may have the lifetime of that borrow.
            Ok(_) => {
                let message = core::ptr::from_ref(&message).cast::<F::Ref<'_>>();
                // SAFETY: initialised (I1), and not used or dropped again, because `MaybeUninit` does not drop; types
                // that differ in a lifetime have one layout. The lifetime is right, as said above.
                Ok(unsafe { message.read() })
            }
            Err((error, buf)) => Err(UndecodedError::new(Self { message, buf }, error)),
        }
    }
}

impl<F: Covariant> Held<F>
where
    for<'a> F::Ref<'a>: Copy,
{
    /// Replaces the message by a part of it.
    pub(super) fn project<T: Covariant>(
        self,
        part: impl for<'a> FnOnce(HeldMessage<'a, F>) -> T::Ref<'a>,
    ) -> Held<T> {
        // `part` works for every lifetime, so its result points into what the message points into (I1), and not into
        // the copy of the message that it consumes.
        let message = erase::<T>(part(HeldMessage(*self.get())));
        Held { message, buf: self.into_buf() }
    }

    /// Replaces the message by a part of it, if `part` finds one.
    pub(super) fn try_project<T: Covariant>(
        self,
        part: impl for<'a> FnOnce(HeldMessage<'a, F>) -> Option<T::Ref<'a>>,
    ) -> Result<Held<T>, Self> {
        // As in `project`.
        let Some(message) = part(HeldMessage(*self.get())).map(erase::<T>) else {
            return Err(self);
        };
        Ok(Held { message, buf: self.into_buf() })
    }
}

/// The borrowed form of a held message, from which [`Held::map`] takes a part. It dereferences to the form.
///
/// It is a type of its own, and not a reference: a part must not point into it.
pub struct HeldMessage<'a, F: ZeroCopy>(F::Ref<'a>);

impl<'a, F: ZeroCopy> Deref for HeldMessage<'a, F> {
    type Target = F::Ref<'a>;

    fn deref(&self) -> &F::Ref<'a> {
        &self.0
    }
}

impl<'a, F: ZeroCopy> fmt::Debug for HeldMessage<'a, F>
where
    F::Ref<'a>: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Forgets the lifetime of a message.
#[inline(always)]
fn erase<F: ZeroCopy>(message: F::Ref<'_>) -> MaybeUninit<F::Ref<'static>> {
    let message = ManuallyDrop::new(message);
    let erased = core::ptr::from_ref(&message).cast::<MaybeUninit<F::Ref<'static>>>();
    // SAFETY: the pointer comes from a reference to an initialised message, to which `ManuallyDrop` is transparent;
    // types that differ in a lifetime have one layout, and `MaybeUninit` has that of its content. The original is
    // never used or dropped again.
    unsafe { erased.read() }
}

impl<F: ZeroCopy> Held<F> {
    /// Drops the message and returns the slot with the payload.
    #[must_use]
    pub fn into_buf(self) -> PooledBuf {
        let mut held = ManuallyDrop::new(self);
        let buf = core::ptr::from_ref(&held.buf);
        // SAFETY: the pointer comes from a reference to an initialised buffer, which `held`, never dropped,
        // does not use again: there is one owner. Its bytes stay where they are (I2).
        let buf = unsafe { buf.read() };
        // SAFETY: initialised (I1) and not used again; `buf` is dropped later, also if this panics (I2).
        unsafe { held.message.assume_init_drop() };
        buf
    }

    /// Returns the payload from which the message was decoded.
    #[must_use]
    pub fn payload(&self) -> &[u8] {
        &self.buf
    }
}

impl<F: ZeroCopy> Drop for Held<F> {
    fn drop(&mut self) {
        // SAFETY: initialised (I1) and not used again; `buf` is dropped after this function (I2).
        unsafe { self.message.assume_init_drop() }
    }
}

/// Forwards the payload as it arrived, without encoding it again.
impl<F: Covariant> EncodeFrame for Held<F>
where
    for<'d> F::Ref<'d>: EncodeFrame,
{
    type Message = F;

    fn frame_id(&self) -> u32 {
        self.get().frame_id()
    }

    fn payload_len(&self) -> usize {
        self.buf.len()
    }

    fn encode_payload(&self, out: &mut [u8]) -> Result<usize, EncodeError> {
        Encoder::new(out).put(&self.buf).map(|()| self.buf.len())
    }
}

impl<F: Covariant> fmt::Debug for Held<F>
where
    for<'d> F::Ref<'d>: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Held").field(self.get()).finish()
    }
}
