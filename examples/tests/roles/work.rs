//! Hashes, targets and merkle roots, without a connection.

use examples::roles::work::{
    BlockHeader, coinbase_id, double_sha256, meets, merkle_root, one_of_two_to_the, target_of,
};
use pool_codec::Wire;

/// The first block of Bitcoin.
#[test]
fn the_genesis_block_has_its_hash() {
    let transaction = hex::decode(
        "01000000010000000000000000000000000000000000000000000000000000000000000000ffffffff4d04ffff001d0104455468652054\
         696d65732030332f4a616e2f32303039204368616e63656c6c6f72206f6e206272696e6b206f66207365636f6e64206261696c6f757420\
         666f722062616e6b73ffffffff0100f2052a01000000434104678afdb0fe5548271967f1a67130b7105cd6a828e03909a67962e0ea1f61\
         deb649f6bc3f4cef38c4f35504e51ec112de5c384df7ba0b8d578a4c702b6bf11d5fac00000000",
    )
    .unwrap();
    let header = BlockHeader {
        version: 1,
        prev_hash: [0; 32],
        merkle_root: coinbase_id(&transaction).unwrap(),
        ntime: 1_231_006_505,
        nbits: 0x1d00_ffff,
        nonce: 2_083_236_893,
    };
    let mut hash = header.hash();
    assert!(meets(&hash, &target_of(header.nbits).unwrap()));
    hash.reverse();
    assert_eq!(
        hex::encode(hash),
        "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f"
    );
    assert_eq!(BlockHeader::MAX_SIZE, 80);

    // With a witness, the id is the same.
    let (version, rest) = transaction.split_at(4);
    let (middle, lock_time) = rest.split_at(rest.len() - 4);
    let witness = [version, &[0, 1], middle, &[1, 32], &[9; 32], lock_time].concat();
    assert_eq!(coinbase_id(&witness).unwrap(), header.merkle_root);
    assert!(coinbase_id(&witness[..20]).is_err() && coinbase_id(&[1]).is_err());
}

#[test]
fn targets_and_roots() {
    assert_eq!(one_of_two_to_the(0), [0xFF; 32]);
    assert_eq!(&one_of_two_to_the(12)[29..], &[0xFF, 0x0F, 0]);
    let mut easiest = [0; 32];
    easiest[26..28].fill(0xFF);
    assert_eq!(target_of(0x1d00_ffff).unwrap(), easiest);
    assert_eq!(target_of(0x0100_0012).unwrap(), [0; 32], "digits below one are cut");
    assert!(target_of(0xFF00_0001).is_err());
    assert!(meets(&easiest, &easiest));
    let root = merkle_root([1; 32], &[[2; 32]]);
    assert_eq!(root, double_sha256(&[&[1; 32], &[2; 32]]));
}
