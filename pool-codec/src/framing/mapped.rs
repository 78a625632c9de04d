//! A part of a held message.

use core::fmt;

use pool_core::PooledBuf;

use crate::codec::{Covariant, ZeroCopy};
use crate::framing::held::{Held, HeldMessage};

/// The borrowed form of one field or element of a held message, together with the slot it points into: see
/// [`Held::map`]. It is `Send + 'static`, and dropping it releases the slot.
///
/// It cannot be sent as a frame, because its slot contains the payload of the whole message.
pub struct MappedHeld<T: ZeroCopy>(Held<T>);

impl<F: Covariant> Held<F>
where
    for<'a> F::Ref<'a>: Copy,
{
    /// Keeps one field of the message and the slot. `T` is the owned form of the field: a part with `borrow`, [`Str`],
    /// [`Bytes`] or [`Seq`].
    ///
    /// [`Str`]: crate::Str
    /// [`Bytes`]: crate::Bytes
    /// [`Seq`]: crate::Seq
    ///
    /// ```
    /// # #[cfg(all(feature = "derive", feature = "std"))] {
    /// # use pool_codec::{Frame, FrameReader, FrameSet, Pool, Str, TlvHeader};
    /// # #[derive(Debug, Clone, PartialEq, Frame)]
    /// # #[frame(id = 7, borrow)]
    /// # struct Hello { name: Str<40> }
    /// # #[derive(Debug, FrameSet)]
    /// # #[frames(header = TlvHeader, borrow)]
    /// # enum Set { Hello(Hello) }
    /// # static POOL: Pool = Pool::new(&Set::POOL_CONFIG);
    /// let mut reader = FrameReader::<_, Set>::new(&b"\x07\0\x03\0\0\0\x02ab"[..], &POOL);
    /// let held = reader.read_held::<Hello>()?.expect("a frame");
    /// let name = held.map::<Str<40>>(|hello| hello.name);
    /// assert_eq!(std::thread::spawn(move || name.get().len()).join().unwrap(), 2);
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn map<T: Covariant>(
        self,
        field: impl for<'a> FnOnce(HeldMessage<'a, F>) -> T::Ref<'a>,
    ) -> MappedHeld<T> {
        MappedHeld(self.project(field))
    }

    /// Keeps one element of the message and the slot, if there is such an element.
    ///
    /// # Errors
    ///
    /// Returns the message if `element` returns `None`.
    pub fn try_map<T: Covariant>(
        self,
        element: impl for<'a> FnOnce(HeldMessage<'a, F>) -> Option<T::Ref<'a>>,
    ) -> Result<MappedHeld<T>, Self> {
        self.try_project(element).map(MappedHeld)
    }
}

impl<T: Covariant> MappedHeld<T> {
    /// Returns the part.
    #[must_use]
    pub fn get(&self) -> &T::Ref<'_> {
        self.0.get()
    }

    /// Copies the part into its owned form and releases the slot.
    #[must_use]
    pub fn into_owned(self) -> T {
        self.0.into_owned()
    }
}

impl<T: Covariant> MappedHeld<T>
where
    for<'a> T::Ref<'a>: Copy,
{
    /// Keeps a part of this part: see [`Held::map`].
    #[must_use]
    pub fn map<U: Covariant>(
        self,
        field: impl for<'a> FnOnce(HeldMessage<'a, T>) -> U::Ref<'a>,
    ) -> MappedHeld<U> {
        self.0.map(field)
    }

    /// Keeps a part of this part, if there is such a part: see [`Held::try_map`].
    ///
    /// # Errors
    ///
    /// Returns `self` if `element` returns `None`.
    pub fn try_map<U: Covariant>(
        self,
        element: impl for<'a> FnOnce(HeldMessage<'a, T>) -> Option<U::Ref<'a>>,
    ) -> Result<MappedHeld<U>, Self> {
        self.0.try_map(element).map_err(Self)
    }
}

impl<T: ZeroCopy> MappedHeld<T> {
    /// Returns the slot with the payload of the whole message.
    #[must_use]
    pub fn into_buf(self) -> PooledBuf {
        self.0.into_buf()
    }
}

impl<T: Covariant> fmt::Debug for MappedHeld<T>
where
    for<'d> T::Ref<'d>: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("MappedHeld").field(self.get()).finish()
    }
}
