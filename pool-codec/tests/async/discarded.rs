//! Writers that are dropped with unsent frames.

use pool_codec::TlvHeader;
use pool_codec::tokio::FrameWriter;
use pool_dev::executor::block_on;

use super::{Market, blob, pool, tick};

#[test]
fn the_pool_counts_the_bytes_that_a_dropped_writer_had_not_sent() {
    let pool = pool();
    block_on(async {
        let mut flushed = FrameWriter::<_, Market>::new(Vec::new(), &pool);
        flushed.send(&tick(1)).await.unwrap();
        flushed.flush().await.unwrap();
        drop(flushed);
        assert_eq!(pool.stats().discarded(), 0);

        let mut lost = FrameWriter::<_, TlvHeader>::new(Vec::new(), &pool);
        lost.send(&tick(1)).await.unwrap();
        lost.send(&blob(20_000)).await.unwrap();
        let before = pool.stats();
        let unwritten = lost.unwritten();
        assert!(unwritten > 20_000);
        assert!(lost.into_inner().is_empty());
        assert_eq!(pool.stats().since(&before).discarded(), unwritten as u64);
        let table = pool.stats().to_string();
        assert!(table.ends_with(&format!("\n{unwritten} bytes were discarded unsent")), "{table}");
    });
}

/// A blocking writer flushes when it is dropped, and counts what its stream refuses.
#[test]
fn the_pool_counts_the_bytes_that_a_blocking_writer_could_not_flush() {
    let pool = pool();
    let mut room = [0; 4];
    let mut writer = pool_codec::FrameWriter::<_, Market>::new(&mut room[..], &pool);
    writer.send(&tick(1)).unwrap();
    let unwritten = writer.unwritten();
    drop(writer);
    assert_eq!(pool.stats().discarded(), unwritten as u64 - 4);
}
