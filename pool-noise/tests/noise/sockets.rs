//! Connections over sockets of `std`: every failure is an error that says what to do, and leaves no slot in use.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, SystemTime};

use pool_codec::error::FrameError;
use pool_codec::{Pool, ReadError};
use pool_noise::io::{NoiseReader, NoiseWriter, accept, connect};
use pool_noise::{
    Authority, ConnectError, HELLO_LEN, HandshakeError, Initiator, REPLY_LEN, StaticKeys,
};

use crate::{Blob, HOUR, Set, authority, blob, in_use, pool};

/// Longer than any of these tests takes.
const LONG: Duration = Duration::from_secs(60);

/// The two ends of a connection.
fn pair() -> (TcpStream, TcpStream) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let near = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
    (near, listener.accept().unwrap().0)
}

type Ends<T> = (NoiseReader<T, Set>, NoiseWriter<T, Set>);

/// Accepts in another thread.
fn accepting(
    socket: TcpStream,
    keys: StaticKeys,
    pool: &Pool,
) -> thread::JoinHandle<Result<Ends<TcpStream>, ConnectError>> {
    let pool = pool.clone();
    thread::spawn(move || accept(socket, &keys, &pool, LONG))
}

#[test]
fn frames_pass_in_both_directions() {
    let pool = pool();
    let (authority, keys) = authority();
    let (near, far) = pair();
    near.set_read_timeout(Some(HOUR)).unwrap();
    let server = accepting(far, keys, &pool);
    let (mut reader, mut writer): Ends<_> =
        connect(near, Some(authority.public_key()), &pool, LONG).unwrap();
    assert_eq!(reader.get_ref().read_timeout().unwrap(), Some(HOUR), "as before");
    assert_eq!(reader.get_ref().write_timeout().unwrap(), None);

    let (mut their_reader, mut their_writer) = server.join().unwrap().unwrap();
    let echo = thread::spawn(move || {
        while let Some(message) = their_reader.read_message::<Blob>().unwrap() {
            their_writer.send(&message).unwrap();
            their_writer.flush().unwrap();
        }
    });
    for len in [3, 100, 70_000, 190_000] {
        writer.send(&blob(len)).unwrap();
        writer.flush().unwrap();
        assert_eq!(reader.read_message::<Blob>().unwrap(), Some(blob(len)));
    }
    writer.get_ref().shutdown(std::net::Shutdown::Write).unwrap();
    assert!(reader.read().unwrap().is_none());
    echo.join().unwrap();
    drop((reader, writer));
    assert_eq!(in_use(&pool), 0);
}

#[cfg(unix)]
#[test]
fn unix_sockets_connect_without_an_authority() {
    let pool = pool();
    let (_, keys) = authority();
    let (near, far) = std::os::unix::net::UnixStream::pair().unwrap();
    let client = thread::spawn({
        let pool = pool.clone();
        move || {
            let (_, mut writer): (NoiseReader<_, Set>, NoiseWriter<_, Set>) =
                connect(near, None, &pool, LONG).unwrap();
            writer.send(&blob(100)).unwrap();
            writer.flush().unwrap();
        }
    });
    let (mut reader, _): (NoiseReader<_, Set>, NoiseWriter<_, Set>) =
        accept(far, &keys, &pool, LONG).unwrap();
    assert_eq!(reader.read_message::<Blob>().unwrap(), Some(blob(100)));
    client.join().unwrap();
}

/// The client says what is wrong, and the server sees a connection that is closed.
#[test]
fn a_wrong_key_is_an_error_of_both_sides() {
    let pool = pool();
    let (_, keys) = authority();
    let other = Authority::generate().unwrap().public_key();
    let (near, far) = pair();
    let server = accepting(far, keys, &pool);
    let refused: Result<Ends<_>, _> = connect(near, Some(other), &pool, LONG);
    let Err(ConnectError::Handshake(error)) = refused else { panic!("accepted") };
    assert_eq!(error, HandshakeError::WrongAuthority { authority: other });
    let (mut reader, _) = server.join().unwrap().unwrap();
    assert!(reader.read().unwrap().is_none());
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn an_expired_certificate_is_an_error_of_the_responder() {
    let pool = pool();
    let authority = Authority::generate().unwrap();
    let keys = authority.issue(SystemTime::now() - 3 * HOUR, HOUR).unwrap();
    let (near, far) = pair();
    let server = accepting(far, keys, &pool);
    let refused: Result<Ends<_>, _> = connect(near, Some(authority.public_key()), &pool, LONG);
    assert!(matches!(
        refused.err(),
        Some(ConnectError::Closed { missing: REPLY_LEN } | ConnectError::Io(_))
    ));
    let Err(ConnectError::Handshake(error)) = server.join().unwrap() else { panic!("accepted") };
    assert!(matches!(error, HandshakeError::OwnCertificate { .. }));
    assert!(error.to_string().contains("Authority::issue"), "{error}");
}

/// The peer closes the connection in its message: the error says how much is missing.
#[test]
fn a_cut_in_the_handshake_is_an_error() {
    let pool = pool();
    let (_, keys) = authority();
    for sent in 0..HELLO_LEN {
        let (mut near, far) = pair();
        near.write_all(&[5; HELLO_LEN][..sent]).unwrap();
        drop(near);
        let closed: Result<Ends<_>, _> = accept(far, &keys, &pool, LONG);
        let missing = HELLO_LEN - sent;
        assert!(matches!(closed, Err(ConnectError::Closed { missing: found }) if found == missing));
    }
    for sent in (0..REPLY_LEN).step_by(13) {
        let (near, mut far) = pair();
        far.write_all(&[5; REPLY_LEN][..sent]).unwrap();
        far.shutdown(std::net::Shutdown::Write).unwrap();
        let closed: Result<Ends<_>, _> = connect(near, None, &pool, LONG);
        let missing = REPLY_LEN - sent;
        assert!(matches!(closed, Err(ConnectError::Closed { missing: found }) if found == missing));
    }
    assert_eq!(in_use(&pool), 0);
}

/// A peer that sends nothing, or one byte now and then, does not outlast the deadline.
#[test]
fn a_stalled_peer_is_an_error() {
    let pool = pool();
    let (_, keys) = authority();
    let within = Duration::from_millis(50);
    let (near, far) = pair();
    let late: Result<Ends<_>, _> = accept(far, &keys, &pool, within);
    let Err(ConnectError::TimedOut { missing: HELLO_LEN, .. }) = late else { panic!("{late:?}") };
    drop(near);

    let (near, mut far) = pair();
    let drip = thread::spawn(move || {
        let _ = far.read(&mut [0; HELLO_LEN]);
        while far.write_all(&[0]).is_ok() {
            thread::sleep(Duration::from_millis(5));
        }
    });
    let late: Result<Ends<_>, _> = connect(near, None, &pool, within);
    let Err(error @ ConnectError::TimedOut { missing, .. }) = late else { panic!("{late:?}") };
    assert!((1..=REPLY_LEN).contains(&missing));
    assert!(error.to_string().contains("50ms"), "{error}");
    drip.join().unwrap();
    assert_eq!(in_use(&pool), 0);
}

/// Someone who does not speak Noise: a web server, for example.
#[test]
fn another_protocol_is_an_error() {
    let pool = pool();
    let (near, mut far) = pair();
    far.write_all(&b"HTTP/1.1 400 Bad Request\r\n".repeat(10)[..REPLY_LEN]).unwrap();
    let refused: Result<Ends<_>, _> = connect(near, None, &pool, LONG);
    let Err(ConnectError::Handshake(error)) = refused else { panic!("accepted") };
    assert!(error.to_string().contains("address and port"), "{error}");
}

/// A block that is changed on the way ends the connection for good.
#[test]
fn a_tampered_block_ends_the_connection() {
    let pool = pool();
    let (authority, keys) = authority();
    let (near, middle) = pair();
    let (mut relay, far) = pair();
    let server = accepting(far, keys, &pool);
    // Passes the handshake on, then changes one byte of the second frame.
    let attacker = thread::spawn(move || {
        let mut client = middle;
        let mut hello = [0; HELLO_LEN];
        client.read_exact(&mut hello).unwrap();
        relay.write_all(&hello).unwrap();
        let mut reply = [0; REPLY_LEN];
        relay.read_exact(&mut reply).unwrap();
        client.write_all(&reply).unwrap();
        let mut frames = Vec::new();
        client.read_to_end(&mut frames).unwrap();
        let last = frames.len() - 20;
        frames[last] ^= 1;
        let _ = relay.write_all(&frames);
    });
    let (reader, mut writer): Ends<_> =
        connect(near, Some(authority.public_key()), &pool, LONG).unwrap();
    writer.send(&blob(50)).unwrap();
    writer.send(&blob(60_000)).unwrap();
    writer.flush().unwrap();
    drop((reader, writer));
    let (mut reader, _) = server.join().unwrap().unwrap();
    assert_eq!(reader.read_message::<Blob>().unwrap(), Some(blob(50)));
    for _ in 0..2 {
        let error = reader.read_message::<Blob>().unwrap_err();
        assert!(matches!(error, ReadError::Frame(FrameError::Forged { offset: 88 })), "{error}");
        assert!(error.is_fatal());
    }
    attacker.join().unwrap();
    assert_eq!(in_use(&pool), 0);
}

/// A peer that stops inside a frame misses bytes, though nothing of the frame is opened.
#[test]
fn a_peer_that_stalls_in_a_frame_is_not_idle() {
    let pool = pool();
    let (_, keys) = authority();
    let (mut near, far) = pair();
    let server = accepting(far, keys, &pool);
    let initiator = Initiator::new(None).unwrap();
    near.write_all(initiator.hello()).unwrap();
    let mut reply = [0; REPLY_LEN];
    near.read_exact(&mut reply).unwrap();
    let session = initiator.finish(&reply, SystemTime::now()).unwrap();
    let (mut reader, _) = server.join().unwrap().unwrap();
    reader.get_ref().set_read_timeout(Some(Duration::from_millis(20))).unwrap();
    assert!(reader.read().unwrap_err().is_timeout());
    assert_eq!((reader.missing(), in_use(&pool)), (0, 0));

    let (_, mut encoder) = session.into_halves::<Set, Set>(&pool);
    assert!(encoder.push(&blob(100)).unwrap());
    near.write_all(&encoder.unsent()[0][..9]).unwrap();
    assert!(reader.read().unwrap_err().is_timeout());
    assert_eq!(reader.missing(), 22 - 9);
    near.write_all(&encoder.unsent()[0][9..40]).unwrap();
    assert!(reader.read().unwrap_err().is_timeout());
    assert_eq!(reader.missing(), 22 + 116 - 40);
    near.write_all(&encoder.unsent()[0][40..]).unwrap();
    assert_eq!(reader.read_message::<Blob>().unwrap(), Some(blob(100)));
}
