//! How long does it take to decode and to encode a message, compared with `binary_sv2`?
//!
//! Both sides work on the same bytes in the same run. Their results are compared once.

use core::hint::black_box;
use core::time::Duration;

use binary_sv2::GetSize;
use criterion::{
    BenchmarkGroup, Criterion, criterion_group, criterion_main, measurement::WallTime,
};
use examples::sv2::{common, mining};
use pool_codec::{Decodable, Encodable, ZeroCopy};

/// Passes a result to the optimiser by reference, so that no copy is measured.
#[inline(always)]
fn seen<T, E>(result: Result<T, E>) -> bool {
    black_box(&result).is_ok()
}

/// The rows of this crate: owned, refilled, borrowed, encoded.
fn ours<F>(group: &mut BenchmarkGroup<'_, WallTime>, message: &F)
where
    F: ZeroCopy + Encodable + Clone + PartialEq + for<'d> Decodable<'d>,
    for<'d> F::Ref<'d>: Decodable<'d> + Encodable,
{
    let bytes = message.encode_to_vec().expect("encodes");
    assert!(F::decode(&bytes).expect("decodes") == *message);
    assert!(F::from_borrowed(&F::Ref::decode(&bytes).expect("decodes")) == *message);

    group.bench_function("pool-codec/decode borrowed", |b| {
        b.iter(|| seen(F::Ref::decode(black_box(&bytes))));
    });
    group.bench_function("pool-codec/decode owned", |b| {
        b.iter(|| seen(F::decode(black_box(&bytes))))
    });
    let mut kept = message.clone();
    group.bench_function("pool-codec/decode into", |b| {
        b.iter(|| black_box(&mut kept).decode_into(black_box(&bytes)).is_ok());
    });
    let mut out = vec![0; bytes.len()];
    assert_eq!((message.encode(&mut out), &out), (Ok(bytes.len()), &bytes));
    group.bench_function("pool-codec/encode", |b| {
        b.iter(|| black_box(message).encode(black_box(&mut out)).is_ok())
    });
}

/// The rows of `binary_sv2`. `$message` is decoded from our bytes, and `$check` compares a field.
macro_rules! theirs {
    ($group:ident, $message:ty, $bytes:expr, $check:expr) => {
        let mut bytes: Vec<u8> = $bytes;
        let check: fn(&$message) -> bool = $check;
        assert!(check(&binary_sv2::from_bytes::<$message>(&mut bytes).expect("decodes")));

        $group.bench_function("binary_sv2/decode borrowed", |b| {
            b.iter(|| seen(binary_sv2::from_bytes::<$message>(black_box(&mut bytes))));
        });
        $group.bench_function("binary_sv2/decode owned", |b| {
            b.iter(|| {
                seen(
                    binary_sv2::from_bytes::<$message>(black_box(&mut bytes))
                        .map(|m| m.into_owned()),
                )
            });
        });
        let mut source = bytes.clone();
        let message = binary_sv2::from_bytes::<$message>(&mut source).expect("decodes");
        let mut out = vec![0; message.get_size()];
        assert_eq!(binary_sv2::to_writer(message.clone(), &mut out).ok(), Some(bytes.len()));
        assert_eq!(out, bytes);
        // Encoding consumes the message, so the copy is part of the measurement.
        $group.bench_function("binary_sv2/encode", |b| {
            b.iter(|| {
                binary_sv2::to_writer(black_box(&message).clone(), black_box(&mut out)).is_ok()
            });
        });
    };
}

fn messages(c: &mut Criterion) {
    let message = benches::submit_shares_standard();
    let mut group = c.benchmark_group("SubmitSharesStandard");
    ours::<mining::SubmitSharesStandard>(&mut group, &message);
    theirs!(
        group,
        mining_sv2::SubmitSharesStandard,
        message.encode_to_vec().expect("encodes"),
        |m| m.nonce == 0x9E37_79B9
    );
    group.finish();

    let message = benches::setup_connection().expect("fits");
    let mut group = c.benchmark_group("SetupConnection");
    ours::<common::SetupConnection>(&mut group, &message);
    theirs!(
        group,
        common_messages_sv2::SetupConnection<'_>,
        message.encode_to_vec().expect("encodes"),
        |m| m.firmware.as_bytes() == b"braiins-os-2018-09-22-1-hash"
    );
    group.finish();

    let message = benches::new_extended_mining_job().expect("fits");
    let mut group = c.benchmark_group("NewExtendedMiningJob");
    ours::<mining::NewExtendedMiningJob>(&mut group, &message);
    theirs!(
        group,
        mining_sv2::NewExtendedMiningJob<'_>,
        message.encode_to_vec().expect("encodes"),
        |m| m.coinbase_tx_suffix.as_bytes() == [0xCD; 131]
    );
    group.finish();

    let message = benches::set_group_channel().expect("fits");
    let mut group = c.benchmark_group("SetGroupChannel");
    ours::<mining::SetGroupChannel>(&mut group, &message);
    theirs!(
        group,
        mining_sv2::SetGroupChannel<'_>,
        message.encode_to_vec().expect("encodes"),
        |m| m.group_channel_id == 1
    );
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
    targets = messages
}
criterion_main!(benches);
