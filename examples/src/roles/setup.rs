//! The opening of a connection: SetupConnection, and the extensions that both sides know.

use core::time::Duration;

use anyhow::{Context, bail, ensure};
use pool_codec::sealed::{StreamDecoder, StreamEncoder};

use crate::roles::link::Link;
use crate::sv2::Sv2;
use crate::sv2::common::{Protocol, SetupConnection, SetupConnectionError, SetupConnectionSuccess};
use crate::sv2::extensions::{RequestExtensions, RequestExtensionsError, RequestExtensionsSuccess};
use crate::sv2::types::Seq064K;

/// The only version of Stratum V2 so far.
const VERSION: u16 = 2;

/// The flag of a miner that cannot build coinbases: the pool sends it standard jobs, not those of a group.
pub const REQUIRES_STANDARD_JOBS: u32 = 1;

/// The extension that says behind a share which worker found it.
pub const WORKER_TRACKING: u16 = 0x0002;

/// The field of [`WORKER_TRACKING`] with the name of the worker.
pub const WORKER_NAME: u8 = 0x01;

/// Asks the peer for a connection of `protocol`, and returns the flags of its answer.
///
/// # Errors
///
/// Fails if the peer refuses, answers something else, or takes longer than `within`.
pub async fn request<D: StreamDecoder<Set = Sv2>, E: StreamEncoder<Out = Sv2>>(
    link: &mut Link<D, E>,
    protocol: Protocol,
    flags: u32,
    within: Duration,
) -> anyhow::Result<u32> {
    let (host, port) = link.peer().rsplit_once(':').context("the peer has no address")?;
    let setup = SetupConnection {
        protocol,
        min_version: VERSION,
        max_version: VERSION,
        flags,
        endpoint_host: host.parse()?,
        endpoint_port: port.parse()?,
        vendor: "pool-codec".parse()?,
        hardware_version: "example".parse()?,
        firmware: env!("CARGO_PKG_VERSION").parse()?,
        device_id: "sv2_miner".parse()?,
    };
    link.send(&setup).await?;
    match link.answer("SetupConnection", within).await? {
        Sv2::SetupConnectionSuccess(success) => Ok(success.flags),
        Sv2::SetupConnectionError(error) => {
            bail!(
                "{} refused the connection: {}, flags {:b}",
                link.peer(),
                error.error_code,
                error.flags
            )
        }
        other => unexpected(link.peer(), "SetupConnection", &other),
    }
}

/// Answers the SetupConnection of a client, and returns its flags.
///
/// # Errors
///
/// Fails if the client asks for another protocol or version, which it is told, or if it says nothing `within` this time.
pub async fn accept<D: StreamDecoder<Set = Sv2>, E: StreamEncoder<Out = Sv2>>(
    link: &mut Link<D, E>,
    protocol: Protocol,
    within: Duration,
) -> anyhow::Result<u32> {
    let setup = match link.answer("the handshake", within).await? {
        Sv2::SetupConnection(setup) => setup,
        other => unexpected(link.peer(), "the handshake", &other)?,
    };
    let reason = if setup.protocol != protocol {
        "unsupported-protocol"
    } else if !(setup.min_version..=setup.max_version).contains(&VERSION) {
        "protocol-version-mismatch"
    } else {
        link.send(&SetupConnectionSuccess { used_version: VERSION, flags: 0 }).await?;
        return Ok(setup.flags);
    };
    link.send(&SetupConnectionError { flags: 0, error_code: reason.parse()? }).await?;
    bail!("{} asked for {:?}, which it did not get: {reason}", link.peer(), setup.protocol)
}

/// Asks for extensions, and returns those that the peer knows. No extension is asked for if the list is empty.
///
/// # Errors
///
/// Fails if the peer requires an extension that is not in the list, answers something else, or takes longer than `within`.
pub async fn request_extensions<D: StreamDecoder<Set = Sv2>, E: StreamEncoder<Out = Sv2>>(
    link: &mut Link<D, E>,
    extensions: &[u16],
    within: Duration,
) -> anyhow::Result<Vec<u16>> {
    if extensions.is_empty() {
        return Ok(Vec::new());
    }
    let requested_extensions = Seq064K::new(extensions.to_vec())?;
    link.send(&RequestExtensions { request_id: 1, requested_extensions }).await?;
    match link.answer("RequestExtensions", within).await? {
        Sv2::RequestExtensionsSuccess(success) => Ok(success.supported_extensions.into_vec()),
        Sv2::RequestExtensionsError(error) => {
            let required = error.required_extensions;
            ensure!(required.is_empty(), "{} requires the extensions {required:?}", link.peer());
            Ok(Vec::new())
        }
        other => unexpected(link.peer(), "RequestExtensions", &other),
    }
}

/// Answers a request for extensions, of which this side knows `known`.
///
/// # Errors
///
/// Fails if the connection does.
pub async fn accept_extensions<D: StreamDecoder<Set = Sv2>, E: StreamEncoder<Out = Sv2>>(
    link: &mut Link<D, E>,
    request: RequestExtensions,
    known: &[u16],
) -> anyhow::Result<()> {
    let request_id = request.request_id;
    let (supported, unsupported): (Vec<_>, _) =
        request.requested_extensions.into_iter().partition(|extension| known.contains(extension));
    if supported.is_empty() {
        let unsupported_extensions = Seq064K::new(unsupported)?;
        let required_extensions = Seq064K::default();
        link.send(&RequestExtensionsError {
            request_id,
            unsupported_extensions,
            required_extensions,
        })
        .await
    } else {
        let supported_extensions = Seq064K::new(supported)?;
        link.send(&RequestExtensionsSuccess { request_id, supported_extensions }).await
    }
}

/// Fails with a message that is no answer to `question`.
///
/// # Errors
///
/// Always.
pub fn unexpected<T>(peer: &str, question: &str, message: &Sv2) -> anyhow::Result<T> {
    let message = format!("{message:?}");
    let name = message.split('(').next().unwrap_or_default();
    bail!("{peer} answered {question} with {name}")
}
