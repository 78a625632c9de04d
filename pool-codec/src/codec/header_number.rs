//! The types of ids and lengths in derived headers.

/// A number in a header: the type of a field that `#[derive(Header)]` takes for the id or the length.
///
/// Unsigned integers of up to 64 bits implement it. Implement it for a type of your own whose encoding is not a number,
/// such as the commands of Bitcoin, which are text, or an integer of which other bits have another meaning.
///
/// ```
/// use pool_codec::{Frame, Header, HeaderNumber};
///
/// /// The type of the frame in the upper bits, flags in the lower ones.
/// #[derive(Debug, Clone, Copy, PartialEq, Frame)]
/// #[frame(bits = u8)]
/// struct Control {
///     #[frame(bits = 4)]
///     flags: u8,
///     #[frame(bits = 4)]
///     kind: u8,
/// }
///
/// impl HeaderNumber for Control {
///     const MAX: u64 = 15;
///
///     fn from_number(kind: u64) -> Option<Self> {
///         Some(Self { flags: 0, kind: kind.try_into().ok()? })
///     }
///
///     fn number(self) -> u64 {
///         self.kind.into()
///     }
/// }
///
/// #[derive(Debug, Clone, Copy, PartialEq, Frame, Header)]
/// struct Fixed {
///     #[header(id)]
///     control: Control,
///     #[header(len)]
///     len: u16,
/// }
///
/// let header = <Fixed as Header>::decode(&[0x32, 5, 0]).unwrap();
/// assert_eq!((header.id(), header.payload_len(), header.control.flags), (3, 5, 2));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the id or the length of a header",
    label = "not a number of a header",
    note = "use an unsigned integer, or implement `HeaderNumber` for your type"
)]
pub trait HeaderNumber: Copy {
    /// The largest number that the type can express.
    const MAX: u64;

    /// Returns the value for a number. `None` if there is none.
    fn from_number(number: u64) -> Option<Self>;

    /// Returns the number.
    fn number(self) -> u64;
}

macro_rules! header_number {
    ($($ty:ty)*) => {$(
        impl HeaderNumber for $ty {
            const MAX: u64 = <$ty>::MAX as u64;

            #[inline]
            fn from_number(number: u64) -> Option<Self> {
                Self::try_from(number).ok()
            }

            #[inline]
            fn number(self) -> u64 {
                self.into()
            }
        }
    )*};
}

header_number!(u8 u16 u32 u64);

/// No number: the id of a header that has none.
impl HeaderNumber for () {
    const MAX: u64 = 0;

    fn from_number(number: u64) -> Option<Self> {
        (number == 0).then_some(())
    }

    fn number(self) -> u64 {
        0
    }
}
