//! The keys that outlive a connection: an authority's, and those that it issues to responders.

use core::fmt;
use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use secp256k1::Secp256k1;
use zeroize::Zeroizing;

use crate::authority_key::{AuthorityKey, KeyError};
use crate::certificate::Certificate;
use crate::error::HandshakeError;
use crate::secp::{KeyPair, context};

/// The secret key of an authority, which certifies responders. It is erased when it is dropped.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use pool_noise::Authority;
///
/// let authority = Authority::generate()?;
/// println!("give this to clients: {}", authority.public_key());
/// let keys = authority.issue(SystemTime::now(), Duration::from_secs(24 * 3600))?;
/// # drop(keys);
/// # Ok::<(), pool_noise::HandshakeError>(())
/// ```
pub struct Authority(KeyPair);

impl Authority {
    /// Creates an authority with a random key.
    ///
    /// # Errors
    ///
    /// Fails if the system has no random bytes.
    pub fn generate() -> Result<Self, HandshakeError> {
        Ok(Self(KeyPair::generate(&context()?)?))
    }

    /// Creates an authority from its secret key.
    ///
    /// # Errors
    ///
    /// Fails if the bytes are zero or exceed the order of the curve.
    pub fn from_secret_bytes(bytes: &[u8; 32]) -> Result<Self, KeyError> {
        // Without random bytes, the tables are not blinded.
        let secp = context().unwrap_or_else(|_| Secp256k1::new());
        KeyPair::from_secret(&secp, bytes).map(Self).ok_or(KeyError::Curve)
    }

    /// Creates an authority from its secret key in text: base58 with a checksum, as the published roles configure it.
    ///
    /// # Errors
    ///
    /// Fails if the text is not such a key.
    pub fn from_secret_text(text: &str) -> Result<Self, KeyError> {
        let bytes = bs58::decode(text).with_check(None).into_vec().map_err(|_| KeyError::Text)?;
        let bytes = Zeroizing::new(bytes);
        match bytes.as_slice().try_into() {
            Ok(bytes) => Self::from_secret_bytes(bytes),
            Err(_) => Err(KeyError::Kind { len: bytes.len() }),
        }
    }

    /// Returns the key by which initiators know the authority.
    #[must_use]
    pub fn public_key(&self) -> AuthorityKey {
        AuthorityKey::of(self.0.public())
    }

    /// Creates the keys of a responder, with a certificate that is valid from `from` on for `validity`. The certificate has
    /// whole seconds, from 1970 to 2106. Times beyond are cut.
    ///
    /// A responder uses the same keys for all connections. Issue new ones before their time is over.
    ///
    /// # Errors
    ///
    /// Fails if the system has no random bytes.
    pub fn issue(
        &self,
        from: SystemTime,
        validity: Duration,
    ) -> Result<StaticKeys, HandshakeError> {
        let secp = context()?;
        let pair = KeyPair::generate(&secp)?;
        let from = seconds(from);
        let validity = [from, from.saturating_add(validity.as_secs())]
            .map(|time| u32::try_from(time).unwrap_or(u32::MAX));
        let certificate = Certificate::sign(&secp, &self.0, &pair.public(), validity)?;
        Ok(StaticKeys { pair, certificate })
    }
}

impl fmt::Debug for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Authority").field(&self.public_key()).finish()
    }
}

/// The static keys of a responder, and an authority's certificate for them. The secret key is erased when it is dropped.
///
/// [`Authority::issue`] creates them.
#[derive(Clone)]
pub struct StaticKeys {
    pub(crate) pair: KeyPair,
    pub(crate) certificate: Certificate,
}

impl StaticKeys {
    /// Returns the first and the last second at which the certificate is valid, since 1970.
    #[must_use]
    pub fn validity(&self) -> [u32; 2] {
        [self.certificate.valid_from, self.certificate.not_valid_after]
    }
}

impl fmt::Debug for StaticKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StaticKeys").field("validity", &self.validity()).finish_non_exhaustive()
    }
}

/// The seconds since 1970. Zero for times before.
pub(crate) fn seconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).map_or(0, |duration| duration.as_secs())
}
