//! A market service: it sends swaps over a TCP connection and reads them on the other side.

use std::net::{TcpListener, TcpStream};
use std::thread;

use contracts::{Market, MarketRef, SwapEvent};
use pool_codec::service::{Service, ServiceConfig};
use pool_codec::{Pool, Wire, service_config};

const ADAPTER: ServiceConfig = service_config!(Market, "config.toml", "polygon-adapter");
static POOL: Pool = Pool::new(&ADAPTER.pool_config::<Market>());

/// The number of swaps that the program sends.
const SWAPS: u8 = 100;

fn main() -> anyhow::Result<()> {
    let service = Service::<Market>::on(&ADAPTER, &POOL)?;
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let stream = TcpStream::connect(listener.local_addr()?)?;
    let sender = thread::spawn({
        let mut writer = service.writer(stream);
        move || {
            for number in 1..=SWAPS {
                let [pool_address, amount] = [[0xAA; 20].as_slice(), &[number; 32]];
                writer.send(&SwapEvent {
                    pool_address: pool_address.try_into()?,
                    amount_in: amount.try_into()?,
                    amount_out: amount.try_into()?,
                })?;
            }
            writer.flush()?;
            anyhow::Ok(())
        }
    });
    let mut reader = service.reader(listener.accept()?.0);
    let mut swaps = 0_u32;
    while let Some(frame) = reader.read()? {
        match frame.borrow::<Market>()? {
            MarketRef::SwapEvent(swap) => {
                swaps = swaps.saturating_add(1);
                anyhow::ensure!(swap.amount_in == swap.amount_out, "a swap is complete");
            }
            MarketRef::PoolStateUpdate(state) => println!("block {}", state.block),
        }
    }
    sender.join().map_err(|_| anyhow::anyhow!("the sender panicked"))??;
    anyhow::ensure!(swaps == u32::from(SWAPS), "all swaps arrive");
    println!("{swaps} swaps of {} bytes arrived", SwapEvent::MAX_SIZE);
    println!("{}", POOL.stats());
    Ok(())
}
