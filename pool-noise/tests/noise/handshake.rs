//! The handshake among ourselves.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use pool_codec::sealed::{Open, Seal};
use pool_noise::{
    Authority, AuthorityKey, HELLO_LEN, Handshake, HandshakeError, Initiator, KeyError, REPLY_LEN,
    ReplyPart, Responder, Session, Step,
};

use crate::{HOUR, authority, pass, sessions};

/// Whether what one side seals, the other one opens, in both directions.
fn agree(near: &mut Session, far: &mut Session) -> bool {
    passes(near, far) && passes(far, near)
}

fn passes(from: &mut Session, to: &mut Session) -> bool {
    let (mut block, mut mac) = (*b"a block", [0; 16]);
    from.seal.seal(&mut block, &mut mac).unwrap();
    assert_ne!(&block, b"a block");
    to.open.open(&mut block, &mac).is_ok() && &block == b"a block"
}

#[test]
fn both_sides_agree() {
    let [mut near, mut far] = sessions();
    for _ in 0..3 {
        assert!(agree(&mut near, &mut far));
    }
}

/// The messages may come in any pieces, and each side waits for exactly its bytes.
#[test]
fn messages_may_be_cut_at_every_byte() {
    let (authority, keys) = authority();
    for step in [1, 2, 63, 64, 65, 233] {
        let mut near = Handshake::connect(Some(authority.public_key())).unwrap();
        let mut far = Handshake::accept(&keys);
        assert_eq!([near.missing(), far.missing()], [REPLY_LEN, HELLO_LEN]);
        pass(&mut near, &mut far, step, |_| {}).unwrap();
        pass(&mut far, &mut near, step, |_| {}).unwrap();
        assert!(matches!([near.step(), far.step()], [Step::Done, Step::Done]));
        let (mut near, mut far) = (near.into_session().unwrap(), far.into_session().unwrap());
        assert!(agree(&mut near, &mut far));
    }
}

/// No side has keys before its last byte is sent and received.
#[test]
fn an_unfinished_handshake_has_no_keys() {
    let (authority, keys) = authority();
    let mut near = Handshake::connect(Some(authority.public_key())).unwrap();
    let mut far = Handshake::accept(&keys);
    pass(&mut near, &mut far, 7, |_| {}).unwrap();
    assert_eq!(far.missing(), 0);
    assert!(far.into_session().is_none(), "the reply is not sent");
    assert!(near.into_session().is_none());
}

/// A change of any byte of the reply is an error of the initiator, which says which part is wrong. A change of the first
/// message is not noticed by the responder, but by the initiator.
#[test]
fn a_change_of_any_byte_is_an_error() {
    let (authority, keys) = authority();
    for at in 0..HELLO_LEN + REPLY_LEN {
        let mut near = Handshake::connect(Some(authority.public_key())).unwrap();
        let mut far = Handshake::accept(&keys);
        let mut passed = 0;
        let mut change = |bytes: &mut [u8]| {
            if let Some(byte) = at.checked_sub(passed).and_then(|at| bytes.get_mut(at)) {
                *byte ^= 0x40;
            }
            passed += bytes.len();
        };
        pass(&mut near, &mut far, usize::MAX, &mut change).unwrap();
        let error = pass(&mut far, &mut near, usize::MAX, &mut change).unwrap_err();
        let part = if at < HELLO_LEN + 144 { ReplyPart::StaticKey } else { ReplyPart::Certificate };
        assert_eq!(error, HandshakeError::NotAuthentic(part), "byte {at}");
        assert_eq!(near.received(1, SystemTime::now()), Err(error));
        assert!(matches!(near.step(), Step::Done));
        assert!(near.into_session().is_none());
    }
}

#[test]
fn another_authority_is_refused() {
    let (_, keys) = authority();
    let other = Authority::generate().unwrap().public_key();
    let now = SystemTime::now();
    let initiator = Initiator::new(Some(other)).unwrap();
    let (reply, _) = Responder::new(&keys).reply(initiator.hello(), now).unwrap();
    let error = initiator.finish(&reply, now).unwrap_err();
    assert_eq!(error, HandshakeError::WrongAuthority { authority: other });
    assert!(error.to_string().contains(&other.to_string()));

    // Without an authority, any responder is accepted.
    let initiator = Initiator::new(None).unwrap();
    let (reply, mut far) = Responder::new(&keys).reply(initiator.hello(), now).unwrap();
    assert!(agree(&mut initiator.finish(&reply, now).unwrap(), &mut far));
}

/// A certificate is valid from its first to its last second, and ten seconds around them.
#[test]
fn the_time_of_a_certificate_is_checked() {
    let authority = Authority::generate().unwrap();
    let at = |seconds| UNIX_EPOCH + Duration::from_secs(seconds);
    let keys = authority.issue(at(1_000_000), HOUR).unwrap();
    assert_eq!(keys.validity(), [1_000_000, 1_003_600]);
    for (now, valid) in [
        (0, false),
        (999_989, false),
        (999_990, true),
        (1_003_610, true),
        (1_003_611, false),
        (u64::from(u32::MAX) + 1_000_000, false),
    ] {
        let initiator = Initiator::new(Some(authority.public_key())).unwrap();
        let (reply, _) = Responder::new(&keys).reply(initiator.hello(), at(1_000_000)).unwrap();
        let (valid_from, not_valid_after) = (1_000_000, 1_003_600);
        match initiator.finish(&reply, at(now)) {
            Ok(_) => assert!(valid, "{now}"),
            Err(error) => {
                assert!(!valid, "{now}");
                assert_eq!(error, HandshakeError::NotValid { valid_from, not_valid_after, now });
            }
        }
        let reply = Responder::new(&keys).reply(&[1; HELLO_LEN], at(now));
        match reply {
            Ok(_) => assert!(valid, "{now}"),
            Err(error) => {
                let expected = HandshakeError::OwnCertificate { valid_from, not_valid_after, now };
                assert!(!valid && error == expected, "{now}: {error}");
            }
        }
    }
    // Times beyond what a certificate can express are cut.
    let keys = authority.issue(at(u64::from(u32::MAX) - 5), HOUR).unwrap();
    assert_eq!(keys.validity(), [u32::MAX - 5, u32::MAX]);
    let keys = authority.issue(UNIX_EPOCH - HOUR, HOUR).unwrap();
    assert_eq!(keys.validity(), [0, 3600]);
}

/// The keys that the published roles have in their example configurations.
#[test]
fn keys_have_the_text_of_the_published_roles() {
    let public = "9auqWEzQDVyd2oe1JVGFLMLHZtCo2FFqZwtKA5gd9xbuEu7PH72";
    let secret = "mkDLTBBRxdBv998612qipDYoTK3YUrqLe8uWw7gu3iXbSrn2n";
    let key: AuthorityKey = public.parse().unwrap();
    assert_eq!(Authority::from_secret_text(secret).unwrap().public_key(), key);
    assert_eq!(key.to_string(), public);
    assert_eq!(AuthorityKey::from_bytes(&key.to_bytes()), Ok(key));

    assert_eq!(public.replace('P', "Q").parse::<AuthorityKey>(), Err(KeyError::Text));
    assert_eq!("".parse::<AuthorityKey>(), Err(KeyError::Text));
    assert_eq!(secret.parse::<AuthorityKey>(), Err(KeyError::Kind { len: 32 }));
    assert!(matches!(Authority::from_secret_text(public), Err(KeyError::Kind { len: 34 })));
    assert!(matches!(Authority::from_secret_bytes(&[0; 32]), Err(KeyError::Curve)));
    assert_eq!(AuthorityKey::from_bytes(&[0xFF; 32]), Err(KeyError::Curve));
}

#[test]
fn secrets_are_not_shown() {
    let (authority, keys) = authority();
    let [session, _] = sessions();
    let initiator = Initiator::new(None).unwrap();
    let handshake = Handshake::accept(&keys);
    let shown = format!("{authority:?} {keys:?} {session:?} {initiator:?} {handshake:?}");
    assert!(shown.contains(&authority.public_key().to_string()));
    assert_eq!(shown.matches('[').count(), 1, "no bytes, only the validity: {shown}");
}
