//! Sending and receiving encrypted frames allocates nothing.

use pool_codec::{FrameReader, FrameWriter};
use pool_dev::allocator::PerThread;
use pool_noise::io::{NoiseReader, NoiseWriter};

use crate::{Blob, Set, blob, in_use, pool, sessions};

#[test]
fn encrypted_frames_allocate_nothing() {
    let pool = pool();
    let [near, far] = sessions();
    let (_, encoder) = near.into_halves::<Set, Set>(&pool);
    let (decoder, _) = far.into_halves::<Set, Set>(&pool);
    let mut writer: NoiseWriter<_, Set> =
        FrameWriter::with_encoder(Vec::with_capacity(1 << 21), encoder);
    let messages = [blob(100), blob(4096), blob(180_000)];
    // The first round makes the blocks of the pool.
    let mut expected = Vec::new();
    for _ in 0..2 {
        for message in &messages {
            writer.send(message).unwrap();
            expected.push(message.clone());
        }
    }
    writer.flush().unwrap();
    let sent = PerThread::allocations_of(|| {
        for _ in 0..3 {
            for message in &messages {
                writer.send(message).unwrap();
            }
        }
        writer.flush().unwrap();
    });
    let bytes = writer.get_ref().clone();
    let mut reader: NoiseReader<_, Set> = FrameReader::with_decoder(&bytes[..], decoder);
    for message in &expected {
        assert_eq!(reader.read_message::<Blob>().unwrap().as_ref(), Some(message));
    }
    let mut frames = 0;
    let received = PerThread::allocations_of(|| {
        while let Some(frame) = reader.read().unwrap() {
            assert_eq!(frame.borrow::<Blob>().unwrap().content.first(), Some(&0));
            frames += 1;
        }
    });
    assert_eq!(frames, 9);
    assert_eq!((sent, received), (0, 0), "allocations");
    drop((writer, reader));
    assert_eq!(in_use(&pool), 0);
}
