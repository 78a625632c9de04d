//! The publisher, which generates events and sends all of them to each subscriber.

use std::io;

use examples::market::{Market, PoolStateUpdate, SwapEvent};
use examples::tls;

use pool_codec::WriteError;
use pool_codec::service::Service;
use pool_codec::tokio::FrameWriter;
use tokio::io::AsyncWrite;
use tokio::net::{TcpListener, UnixListener};
use tokio_rustls::TlsAcceptor;

use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// The sockets on which a publisher accepts subscribers.
pub(crate) struct Listeners {
    pub(crate) tcp: TcpListener,
    pub(crate) unix: Option<UnixListener>,
    pub(crate) tls: Option<(TcpListener, TlsAcceptor)>,
}

/// Accepts subscribers and sends each of them `events` events, starting with the first. Stops accepting at `stop`, or
/// after `subscribers` connections if that is not 0. Returns the number of events.
pub(crate) async fn publish(
    Listeners { tcp, unix, tls }: Listeners,
    service: Service<Market>,
    subscribers: usize,
    events: u64,
    stop: CancellationToken,
) -> anyhow::Result<u64> {
    let tasks = TaskTracker::new();
    let accept_unix = async || match &unix {
        Some(unix) => unix.accept().await,
        None => core::future::pending().await,
    };
    let accept_tls = async || match &tls {
        Some((tcp, acceptor)) => Ok((tcp.accept().await?.0, acceptor.clone())),
        None => core::future::pending::<io::Result<_>>().await,
    };

    let mut accepted = 0_usize;
    while subscribers == 0 || accepted < subscribers {
        // Accepting is cancel-safe, so the branch that is not taken loses no connection.
        tokio::select! {
            () = stop.cancelled() => break,
            stream = tcp.accept() => {
                let (stream, _) = stream?;
                stream.set_nodelay(true)?;
                tasks.spawn(feed(service.tokio_writer(stream), events, stop.clone()));
            }
            stream = accept_unix() => {
                                tasks.spawn(feed(service.tokio_writer(stream?.0), events, stop.clone()));
            }
            stream = accept_tls() => {
                let (stream, acceptor) = stream?;
                stream.set_nodelay(true)?;
                let (service, stop) = (service.clone(), stop.clone());
                // In the task of the subscriber, so that a slow handshake delays no other subscriber.
                tasks.spawn(async move {
                    match tls::accept(&acceptor, stream, tls::HANDSHAKE).await {
                        Ok(stream) => feed(service.tokio_writer(stream), events, stop).await,
                        Err(error) => eprintln!("lost a subscriber: {error:#}"),
                    }
                });
            }
        }

        accepted = accepted.saturating_add(1);
    }
    tasks.close();
    tasks.wait().await;
    Ok(events)
}

async fn feed(
    mut writer: FrameWriter<impl AsyncWrite + Unpin, Market>,
    events: u64,
    stop: CancellationToken,
) {
    if let Some(Err(error)) = stop.run_until_cancelled(send(&mut writer, events)).await {
        eprintln!("lost a subscriber: {error}");
        return;
    }
    // Also runs after a stop: complete frames are sent, and the subscriber sees the end of the stream.
    if let Err(error) = writer.shutdown().await {
        eprintln!("lost a subscriber: {error}");
    }
}

async fn send(
    writer: &mut FrameWriter<impl AsyncWrite + Unpin, Market>,
    events: u64,
) -> Result<(), WriteError> {
    for number in 0..events {
        writer.send(&event(number)).await?;
    }
    Ok(())
}

/// Returns the event with the given number. There is one state after every nine swaps.
fn event(number: u64) -> Market {
    let pool_address = [(number % 7) as u8; 20];
    if number % 10 < 9 {
        return Market::SwapEvent(SwapEvent {
            pool_address,
            amount_in: amount(number),
            amount_out: amount(number / 2),
        });
    }
    Market::PoolStateUpdate(PoolStateUpdate {
        pool_address,
        token0: [0xA0; 20],
        token1: [0xB0; 20],
        reserve0: amount(number),
        reserve1: amount(number),
        sqrt_price: amount(1),
        liquidity: number,
        block: number / 100,
        timestamp: number,
    })
}

fn amount(number: u64) -> [u8; 32] {
    let mut amount = [0; 32];
    if let Some(low) = amount.last_chunk_mut() {
        *low = number.to_be_bytes();
    }
    amount
}
