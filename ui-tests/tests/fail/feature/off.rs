use pool_codec::service::Service;
use pool_codec::{Bytes, Frame, FrameSet, Held, PooledBuf, TlvHeader};

#[derive(Frame)]
#[frame(id = 1, borrow)]
struct Blob {
    content: Bytes<40>,
}

#[derive(FrameSet)]
#[frames(header = TlvHeader)]
enum Set {
    Blob(Blob),
}

fn held(buf: PooledBuf) {
    let held = Held::<Blob>::decode(1, buf).unwrap();
    let _ = held.into_bytes_of(|blob| &blob.content);
}

fn service(service: &Service<Set>) {
    service.pool().stats().publish("frames");
    let _ = service.tokio_reader(&[][..]);
    let _ = service.tokio_writer(Vec::new());
}

fn main() {}
