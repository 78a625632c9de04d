//! The stream of the published roles.

use core::time::Duration;

use binary_sv2::B064K;
use loopback::message::body;
use stratum_apps::network_helpers::noise_stream::{
    NoiseTcpReadHalf, NoiseTcpStream, NoiseTcpWriteHalf,
};
use stratum_apps::stratum_core::codec_sv2::MessageFrame;
use stratum_apps::stratum_core::noise_sv2::{Initiator, Responder};
use tokio::net::TcpStream;

use crate::Connection;
use crate::message;

/// The secret key of the authority.
const SECRET: [u8; 32] = [7; 32];
const VALIDITY: Duration = Duration::from_secs(24 * 3600);
const WITHIN: Duration = Duration::from_secs(10);

/// `NoiseTcpStream`, which writes each frame at once.
pub(crate) struct Published {
    reader: NoiseTcpReadHalf,
    writer: NoiseTcpWriteHalf,
    body: &'static mut [u8],
}

fn public() -> anyhow::Result<[u8; 32]> {
    Ok(pool_noise::Authority::from_secret_bytes(&SECRET)?.public_key().to_bytes())
}

fn failed(error: impl core::fmt::Debug) -> anyhow::Error {
    anyhow::anyhow!("{error:?}")
}

impl Published {
    fn new(stream: NoiseTcpStream, len: usize) -> Self {
        let (reader, writer) = stream.into_split();
        Self { reader, writer, body: body(len).leak() }
    }
}

impl Connection for Published {
    async fn connect(stream: TcpStream, len: usize) -> anyhow::Result<Self> {
        let initiator = Initiator::from_raw_k(public()?).map_err(failed)?;
        let stream = NoiseTcpStream::connect(stream, initiator, WITHIN).await.map_err(failed)?;
        Ok(Self::new(stream, len))
    }

    async fn accept(stream: TcpStream, len: usize) -> anyhow::Result<Self> {
        let responder = Responder::from_authority_kp(&public()?, &SECRET, VALIDITY);
        let stream = NoiseTcpStream::accept(stream, responder.map_err(failed)?, WITHIN);
        Ok(Self::new(stream.await.map_err(failed)?, len))
    }

    async fn send(&mut self, number: u32) -> anyhow::Result<()> {
        let body = B064K::new(&*self.body).map_err(failed)?;
        let message = message::Published { number, body };
        let frame = MessageFrame::from_message(message, 1, 0, false).map_err(failed)?;
        self.writer.write_frame(frame).await.map_err(failed)
    }

    async fn flush(&mut self) -> anyhow::Result<()> {
        Ok(())
    }

    async fn receive(&mut self) -> anyhow::Result<u32> {
        let mut frame = self.reader.read_frame().await.map_err(failed)?;
        let message: message::Published<'_> =
            binary_sv2::from_bytes(frame.payload()).map_err(failed)?;
        Ok(message.number)
    }
}
