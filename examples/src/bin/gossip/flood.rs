//! A peer that means no good.

use examples::gossip::{IHave, IWant, Publish, Rpc, Subscribe, message_id, sign};
use pool_codec::{EncodeFrame, Pool, PooledFrame};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Sends valid and hostile RPCs, and ignores what comes back.
pub(crate) async fn flood(peer: u64, stream: TcpStream, count: u64) -> anyhow::Result<()> {
    // Not the pool of the nodes, which belong to somebody else.
    let pool = Pool::new(&examples::gossip::POOL_CONFIG);
    let (mut read, mut write) = stream.into_split();
    let ignore = tokio::spawn(async move {
        let mut bytes = [0; 4096];
        while read.read(&mut bytes).await.is_ok_and(|count| count > 0) {}
    });
    for i in 0..count {
        let bytes = rpc(peer, i, &pool)?;
        write.write_all(&bytes).await?;
    }
    write.shutdown().await?;
    // Until the node has read everything, and closes the connection.
    ignore.await?;
    Ok(())
}

fn rpc(peer: u64, i: u64, pool: &Pool) -> anyhow::Result<Vec<u8>> {
    let (topic, data) = ("blocks", [7_u8; 500]);
    let publish = |sequence: u64, signature: u64| -> anyhow::Result<Publish> {
        let (topic, data) = (topic.parse()?, data[..].try_into()?);
        Ok(Publish { topic, data, sequence, source: peer, signature })
    };
    let valid = |sequence: u64| publish(sequence, sign(topic, &data, sequence, peer));
    match i % 8 {
        // New, the same again, and one with a wrong signature.
        0 => bytes(&valid(i)?, pool),
        1 => bytes(&valid(i.saturating_sub(1))?, pool),
        2 => bytes(&publish(i, 1)?, pool),
        // Ever new topics.
        3 => bytes(&Subscribe { topic: format!("topic {i}").parse()?, wanted: true }, pool),
        // Messages that nobody has, and all that the cache may have.
        4 => {
            let ids = (0..64).map(|id| message_id(peer, i.wrapping_add(id))).collect::<Vec<_>>();
            bytes(&IHave { topic: topic.parse()?, ids: ids.try_into()? }, pool)
        }
        5 => {
            let ids = (0..64).map(|id| message_id(peer, i.wrapping_sub(id))).collect::<Vec<_>>();
            bytes(&IWant { ids: ids.try_into()? }, pool)
        }
        // A topic that is no text, and a payload longer than any RPC.
        6 => Ok(b"\x03\0\x03\0\0\0\x02\xFF\xFE".to_vec()),
        _ => {
            let mut frame = b"\x02\0\xD0\x07\0\0".to_vec();
            frame.resize(frame.len().saturating_add(2000), 0);
            Ok(frame)
        }
    }
}

fn bytes<F: EncodeFrame>(message: &F, pool: &Pool) -> anyhow::Result<Vec<u8>>
where
    Rpc: pool_codec::Carries<F::Message>,
{
    Ok(PooledFrame::<Rpc>::encode(message, pool)?.as_bytes().to_vec())
}
