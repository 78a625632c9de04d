//! TLS for the market feed: the two handshakes, each with a deadline.
//!
//! Readers and writers do not know of TLS. They work over the stream that a handshake returns.

use core::time::Duration;
use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::timeout;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore, ServerConfig};
use tokio_rustls::{TlsAcceptor, TlsConnector, client, server};

/// The time that a peer has for a handshake.
pub const HANDSHAKE: Duration = Duration::from_secs(5);

/// Returns the two sides of connections to `name`, with a certificate that was made for them.
///
/// # Errors
///
/// Fails if `name` is neither a host name nor an address.
pub fn self_signed(name: &str) -> anyhow::Result<(TlsAcceptor, TlsConnector)> {
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed([name.to_owned()])?;
    let key = PrivateKeyDer::try_from(signing_key.serialize_der()).map_err(anyhow::Error::msg)?;
    Ok((acceptor(vec![cert.der().clone()], key)?, connector([cert.der().clone()])?))
}

/// Returns the side of a server with a chain of certificates and its key, both in PEM files.
///
/// # Errors
///
/// Fails if a file cannot be read, or if the key does not belong to the certificate.
pub fn server(certificates: &Path, key: &Path) -> anyhow::Result<TlsAcceptor> {
    let certificates = certificates_of(certificates)?;
    let key = PrivateKeyDer::from_pem_file(key)
        .with_context(|| format!("cannot read a private key from {}", key.display()))?;
    acceptor(certificates, key)
}

/// Returns the side of a client that trusts the certificates in a PEM file.
///
/// # Errors
///
/// Fails if the file cannot be read.
pub fn client(authorities: &Path) -> anyhow::Result<TlsConnector> {
    connector(certificates_of(authorities)?)
}

fn certificates_of(path: &Path) -> anyhow::Result<Vec<CertificateDer<'static>>> {
    let read = || CertificateDer::pem_file_iter(path)?.collect::<Result<_, _>>();
    read().with_context(|| format!("cannot read certificates from {}", path.display()))
}

fn acceptor(
    certificates: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
) -> anyhow::Result<TlsAcceptor> {
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(certificates, key)
        .context("the key and the certificate do not fit together")?;
    Ok(Arc::new(config).into())
}

fn connector(
    authorities: impl IntoIterator<Item = CertificateDer<'static>>,
) -> anyhow::Result<TlsConnector> {
    let mut roots = RootCertStore::empty();
    for authority in authorities {
        roots.add(authority)?;
    }
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Arc::new(config).into())
}

/// Waits for the handshake of a client, for at most `deadline`.
///
/// # Errors
///
/// Fails if the client does not speak TLS, rejects the certificate, closes the connection or takes too long.
pub async fn accept<S: AsyncRead + AsyncWrite + Unpin>(
    acceptor: &TlsAcceptor,
    stream: S,
    deadline: Duration,
) -> anyhow::Result<server::TlsStream<S>> {
    let accepted = timeout(deadline, acceptor.accept(stream)).await;
    accepted
        .with_context(|| format!("the client did not complete the TLS handshake in {deadline:?}"))?
        .context("the TLS handshake of a client failed")
}

/// Connects to the server `name` over `stream`, in at most `deadline`.
///
/// # Errors
///
/// Fails if no trusted authority vouches for the server under this name, if it does not speak TLS, closes the connection
/// or takes too long.
pub async fn connect<S: AsyncRead + AsyncWrite + Unpin>(
    connector: &TlsConnector,
    name: &str,
    stream: S,
    deadline: Duration,
) -> anyhow::Result<client::TlsStream<S>> {
    let host = ServerName::try_from(name.to_owned())
        .with_context(|| format!("{name:?} is neither a host name nor an address"))?;
    let connected = timeout(deadline, connector.connect(host, stream)).await;
    connected
        .with_context(|| format!("{name} did not complete the TLS handshake in {deadline:?}"))?
        .with_context(|| format!("the TLS handshake with {name} failed"))
}
