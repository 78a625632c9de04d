//! wincode. Owned values are decoded by value in one row, and in place into a `MaybeUninit` in another. The borrowed
//! forms point to structs without alignment, which wincode supports with the types of zerocopy.

use core::hint::black_box;
use core::mem::MaybeUninit;

use ::zerocopy::little_endian::{I64, U64};
use benches::chart::Role;
use benches::sum::{Sum, total};
use wincode::config::{Configuration, Deserialize, PREALLOCATION_SIZE_LIMIT_DISABLED};
use wincode::{SchemaRead, SchemaWrite, config};

use super::zerocopy;
use crate::borrowed::{BlobRef, Borrowed, JobRef, SetupConnectionRef};
use crate::plain;
use crate::row::{Row, Subject, seen};

/// The default configuration, in which a message may have more than 4 MiB.
type Config = Configuration<true, PREALLOCATION_SIZE_LIMIT_DISABLED>;
const CONFIG: Config = Configuration::default().disable_preallocation_size_limit();

/// A plain message, and the borrowed form that wincode decodes from its bytes.
pub(crate) trait Message: Sum + PartialEq + 'static {
    type Borrowed: Borrowed;
}

#[derive(SchemaRead)]
#[wincode(assert_zero_copy)]
#[repr(C)]
pub(crate) struct LevelBytes {
    price: I64,
    quantity: U64,
}

#[derive(SchemaRead)]
pub(crate) struct OrderBookRef<'a> {
    sequence: u64,
    instrument: u32,
    bids: &'a [LevelBytes],
    asks: &'a [LevelBytes],
}

#[derive(SchemaRead)]
pub(crate) struct IntegersRef<'a> {
    content: &'a [U64],
}

benches::sum! { OrderBookRef<'_> => |m| [
    m.sequence,
    m.instrument.into(),
    total(m.bids.iter().map(|level| level.quantity.get().wrapping_add(level.price.get() as u64))),
    total(m.asks.iter().map(|level| level.quantity.get().wrapping_add(level.price.get() as u64))),
]}
benches::sum! { IntegersRef<'_> => |m| [total(m.content.iter().map(|number| number.get()))]}

/// Names the borrowed form of a message.
macro_rules! borrowed {
    ($($name:ident: $plain:ident => $borrowed:ty;)*) => {$(
        pub(crate) struct $name;

        impl Borrowed for $name {
            type Ref<'a> = $borrowed;
        }

        impl Message for plain::$plain {
            type Borrowed = $name;
        }
    )*};
}
borrowed! {
    SwapEvent: SwapEvent => &'a zerocopy::SwapEvent;
    SetupConnection: SetupConnection => SetupConnectionRef<'a>;
    Job: Job => JobRef<'a>;
    OrderBook: OrderBook => OrderBookRef<'a>;
    Blob: Blob => BlobRef<'a>;
    Integers: Integers => IntegersRef<'a>;
}

type Ref<'a, M> = <<M as Message>::Borrowed as Borrowed>::Ref<'a>;

/// Decodes in place, shows the result to `see`, and drops it.
#[inline(always)]
fn placed<M>(bytes: &[u8], see: impl FnOnce(&M) -> bool) -> bool
where
    M: for<'a> SchemaRead<'a, Config, Dst = M>,
{
    let mut place = MaybeUninit::<M>::uninit();
    if <M as Deserialize<'_, Config>>::deserialize_into(bytes, &mut place, CONFIG).is_err() {
        return false;
    }
    // SAFETY: wincode requires of `SchemaRead` that the destination is initialised if `read` succeeds.
    let seen = see(unsafe { place.assume_init_ref() });
    // SAFETY: The value is initialised, see above, and is not used after this.
    unsafe { place.assume_init_drop() };
    seen
}

/// Returns a row that decodes by value, and one that decodes in place.
pub(crate) fn rows<M>(message: M) -> [Row; 2]
where
    M: Message + SchemaWrite<Config, Src = M> + for<'a> SchemaRead<'a, Config, Dst = M>,
    for<'a> Ref<'a, M>: SchemaRead<'a, Config, Dst = Ref<'a, M>>,
{
    let bytes = config::serialize(&message, CONFIG).expect("encodes");
    let sum = message.sum();
    let by_value = Subject::new("wincode", Role::Rival, message, &bytes)
        .encode_slice(|message, mut out| {
            let room = out.len();
            config::serialize_into(&mut out, message, CONFIG).ok()?;
            Some(room - out.len())
        })
        .encode_reused(Vec::new(), |message, out| {
            out.clear();
            config::serialize_into(&mut *out, message, CONFIG).ok()?;
            Some(out)
        })
        .encode_fresh(|message| config::serialize(message, CONFIG))
        .owned(
            |bytes| config::deserialize_exact::<M, _>(bytes, CONFIG),
            |decoded, message| decoded.as_ref().is_ok_and(|decoded| decoded == message),
        )
        .borrow(|bytes| seen(config::deserialize_exact::<Ref<'_, M>, _>(bytes, CONFIG)))
        .prefix(|bytes| seen(config::deserialize::<Ref<'_, M>, _>(bytes, CONFIG)))
        .read(sum, |bytes| {
            Some(config::deserialize_exact::<Ref<'_, M>, _>(bytes, CONFIG).ok()?.sum())
        });
    let in_place = by_value.another("wincode, in place").owned_in_place(
        |bytes, message| placed(bytes, |decoded: &M| decoded == message),
        |bytes| {
            placed(bytes, |decoded: &M| {
                black_box(decoded);
                true
            });
        },
    );
    [by_value.finish(), in_place.finish()]
}
