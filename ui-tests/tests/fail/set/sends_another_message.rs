use pool_codec::{Frame, FrameSet, FrameWriter, Pool, PooledFrame, RawFrame, TlvHeader};

#[derive(Frame)]
#[frame(id = 1)]
struct Ask {
    symbol: u32,
}

#[derive(Frame)]
#[frame(id = 2)]
struct Price {
    cents: u64,
}

#[derive(FrameSet)]
#[frames(header = TlvHeader)]
enum Replies {
    Price(Price),
}

fn main() {
    let pool = Pool::new(&Replies::POOL_CONFIG);
    let ask = Ask { symbol: 7 };
    let mut writer = FrameWriter::<_, Replies>::new(Vec::new(), &pool);
    writer.send(&Price { cents: 5 }).unwrap();
    writer.send(&ask).unwrap();
    writer.send(&RawFrame { id: 2, payload: vec![] }).unwrap();
    let _ = PooledFrame::<Replies>::encode(&ask, &pool);
    let _ = FrameWriter::<_, Ask>::new(Vec::new(), &pool);
}
