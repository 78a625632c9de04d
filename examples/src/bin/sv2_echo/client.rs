//! The client: sends a stream of frames and checks that the same frames come back.

use core::net::SocketAddr;

use anyhow::{Context, ensure};
use examples::sv2::Sv2;
use pool_codec::Pool;
use pool_codec::tokio::FrameReader;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

/// Sends `bytes`, reads until the server has sent all of them back, and returns the number of frames.
pub(crate) async fn send(address: SocketAddr, pool: &Pool, bytes: &[u8]) -> anyhow::Result<usize> {
    let stream = TcpStream::connect(address).await.context("cannot connect")?;
    let (receive, mut send) = stream.into_split();
    let mut reader = FrameReader::<_, Sv2>::new(receive, pool);
    let receive = async {
        let (mut rest, mut frames) = (bytes, 0_usize);
        while !rest.is_empty() {
            let frame = reader.read().await?.context("the server closed too early")?;
            let (sent, after) = rest
                .split_at_checked(frame.as_bytes().len())
                .context("the server sent back more than it received")?;
            ensure!(
                frame.as_bytes() == sent,
                "the server changed the frame at byte {}",
                frame.offset()
            );
            rest = after;
            frames = frames.saturating_add(1);
        }
        Ok(frames)
    };
    // Sends and reads at the same time. A peer that never reads would block the server in the end.
    let (sent, frames) = tokio::join!(send.write_all(bytes), receive);
    sent.context("cannot send")?;
    frames
}
