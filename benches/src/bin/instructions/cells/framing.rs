//! Sending and reading frames in memory.

use core::hint::black_box;

use benches::messages;
use benches::messages::{OrderBook, OrderBookRef, SwapEvent, SwapEventRef};
use pool_codec::prelude::*;
use pool_codec::traffic::Traffic;
use pool_codec::{FrameReader, FrameWriter, Pool, TlvHeader};

use crate::cells::Cell;

/// The number of frames in the stream.
const FRAMES: usize = 64;

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader, borrow)]
enum Market {
    Swap(SwapEvent),
    Book(OrderBook),
}

static POOL: Pool = Pool::new(&Market::POOL_CONFIG);

/// Sends the frames to `stream`.
fn send(stream: &mut Vec<u8>) {
    let mut writer = FrameWriter::<_, Market>::new(stream, &POOL);
    for _ in 0..FRAMES {
        writer.send(&messages::swap_event()).expect("is small");
    }
    writer.flush().expect("a vector takes all bytes");
}

pub(super) fn cells() -> Vec<Cell> {
    let mut stream = Vec::new();
    send(&mut stream);
    let stream: &'static [u8] = stream.leak();
    let reader = move || FrameReader::<_, Market>::new(black_box(stream), &POOL);
    let mut out = Vec::new();
    let traffic = Traffic::<Market>::new("peer");

    let name = |operation: &str| format!("{FRAMES} frames, {operation}");
    vec![
        Cell::new(name("send"), move || {
            out.clear();
            send(black_box(&mut out));
            assert_eq!(out.len(), stream.len());
        }),
        Cell::new(name("borrowed"), move || {
            let (mut reader, mut sum) = (reader(), 0_u32);
            while let Some(frame) = reader.read().expect("the stream is valid") {
                let swap: SwapEventRef<'_> = frame.borrow::<SwapEvent>().expect("decodes");
                sum = sum.wrapping_add(swap.index);
            }
            assert_eq!(sum, 77 * FRAMES as u32);
        }),
        Cell::new(name("borrowed, with traffic"), move || {
            let (mut reader, mut sum) = (reader().with_traffic(&traffic), 0_u32);
            while let Some(frame) = reader.read().expect("the stream is valid") {
                let swap: SwapEventRef<'_> = frame.borrow::<SwapEvent>().expect("decodes");
                sum = sum.wrapping_add(swap.index);
            }
            assert_eq!(sum, 77 * FRAMES as u32);
        }),
        Cell::new(name("owned"), move || {
            let (mut reader, mut sum) = (reader(), 0_u32);
            while let Some(frame) = reader.read().expect("the stream is valid") {
                let message: Market = frame.decode().expect("decodes");
                if let Market::Swap(swap) = message {
                    sum = sum.wrapping_add(swap.index);
                }
            }
            assert_eq!(sum, 77 * FRAMES as u32);
        }),
        Cell::new(name("held"), move || {
            let (mut reader, mut sum) = (reader(), 0_u32);
            while let Some(held) = reader.read_held::<SwapEvent>().expect("the stream is valid") {
                sum = sum.wrapping_add(held.get().index);
            }
            assert_eq!(sum, 77 * FRAMES as u32);
        }),
    ]
}
