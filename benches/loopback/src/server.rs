//! Echo servers, on the main thread of their process.

use std::net::TcpListener;

use clap::ValueEnum;
use compio::driver::{DriverType, ProactorBuilder};
use compio::runtime::RuntimeBuilder;

use crate::frames::{POOL, Quote, Quotes};

/// A server.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Contender {
    Tokio,
    CompioUring,
    CompioPoll,
}

impl Contender {
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Tokio => "tokio",
            Self::CompioUring => "compio-uring",
            Self::CompioPoll => "compio-poll",
        }
    }
}

/// Prints the address, serves the connections and returns when all have ended.
pub(crate) fn serve(contender: Contender, connections: usize) -> anyhow::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("{}", listener.local_addr()?);
    match contender {
        Contender::Tokio => on_tokio(listener, connections),
        Contender::CompioUring => on_compio(DriverType::IoUring, listener, connections),
        Contender::CompioPoll => on_compio(DriverType::Poll, listener, connections),
    }
}

fn on_tokio(listener: TcpListener, connections: usize) -> anyhow::Result<()> {
    use pool_codec::tokio::{FrameReader, FrameWriter};

    async fn echo(stream: tokio::net::TcpStream) -> anyhow::Result<()> {
        stream.set_nodelay(true)?;
        let (read, write) = stream.into_split();
        let mut reader = FrameReader::<_, Quotes>::new(read, &POOL);
        let mut writer = FrameWriter::<_, Quotes>::new(write, &POOL);
        while let Some(frame) = reader.read().await? {
            writer.send(&frame.borrow::<Quote>()?).await?;
            writer.flush().await?;
        }
        Ok(())
    }

    listener.set_nonblocking(true)?;
    tokio::runtime::Builder::new_current_thread().enable_io().build()?.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let mut tasks = Vec::new();
        for _ in 0..connections {
            tasks.push(tokio::spawn(echo(listener.accept().await?.0)));
        }
        for task in tasks {
            task.await??;
        }
        Ok(())
    })
}

fn on_compio(driver: DriverType, listener: TcpListener, connections: usize) -> anyhow::Result<()> {
    use pool_codec::compio::{FrameReader, FrameWriter};

    async fn echo(stream: compio::net::TcpStream) -> anyhow::Result<()> {
        stream.set_nodelay(true)?;
        let (read, write) = stream.into_split();
        let mut reader = FrameReader::<_, Quotes>::new(read, &POOL);
        let mut writer = FrameWriter::<_, Quotes>::new(write, &POOL);
        while let Some(frame) = reader.read().await? {
            writer.send(&frame.borrow::<Quote>()?).await?;
            writer.flush().await?;
        }
        Ok(())
    }

    let mut proactor = ProactorBuilder::new();
    proactor.driver_type(driver);
    RuntimeBuilder::new().with_proactor(proactor).build()?.block_on(async {
        let listener = compio::net::TcpListener::from_std(listener)?;
        let mut tasks = Vec::new();
        for _ in 0..connections {
            tasks.push(compio::runtime::spawn(echo(listener.accept().await?.0)));
        }
        for task in tasks {
            match task.await {
                Ok(result) => result?,
                Err(_) => anyhow::bail!("a connection has panicked"),
            }
        }
        Ok(())
    })
}
