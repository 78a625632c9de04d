//! The client: sends a stream of frames and checks that the same frames come back.

use core::net::SocketAddr;

use anyhow::{Context, ensure};
use examples::sv2::Sv2;
use pool_codec::Pool;
use pool_codec::tokio::FrameReader;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

/// Sends `bytes`, reads until the server has sent back as many, and returns how many frames they were.
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
                .context("more came back than was sent")?;
            ensure!(
                frame.as_bytes() == sent,
                "the frame at byte {} came back changed",
                frame.offset()
            );
            rest = after;
            frames = frames.saturating_add(1);
        }
        Ok(frames)
    };
    // Both at once: a peer that only sends, and never reads, would stop the server in the end.
    let (sent, frames) = tokio::join!(send.write_all(bytes), receive);
    sent.context("cannot send")?;
    frames
}
