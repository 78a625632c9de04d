//! The public key of an authority, and its text.

use core::fmt;
use core::str::FromStr;

use secp256k1::XOnlyPublicKey;
use thiserror::Error;

/// The version before the bytes of an authority's key in text.
const VERSION: [u8; 2] = [1, 0];

/// The public key of an authority. Initiators trust responders that have a certificate of it.
///
/// As text it is base58 with a checksum, as pools publish it.
///
/// ```
/// use pool_noise::AuthorityKey;
///
/// let text = "9auqWEzQDVyd2oe1JVGFLMLHZtCo2FFqZwtKA5gd9xbuEu7PH72";
/// let key: AuthorityKey = text.parse()?;
/// assert_eq!(key.to_string(), text);
/// # Ok::<(), pool_noise::KeyError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct AuthorityKey(XOnlyPublicKey);

impl AuthorityKey {
    /// Creates a key from the x coordinate of its point.
    ///
    /// # Errors
    ///
    /// Fails if no point of the curve has this coordinate.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, KeyError> {
        XOnlyPublicKey::from_slice(bytes).map(Self).map_err(|_| KeyError::Curve)
    }

    /// Returns the x coordinate of its point.
    #[must_use]
    pub fn to_bytes(self) -> [u8; 32] {
        self.0.serialize()
    }

    pub(crate) fn of(key: XOnlyPublicKey) -> Self {
        Self(key)
    }

    pub(crate) fn key(self) -> XOnlyPublicKey {
        self.0
    }
}

impl FromStr for AuthorityKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let bytes = bs58::decode(text).with_check(None).into_vec().map_err(|_| KeyError::Text)?;
        match bytes.split_first_chunk() {
            Some((&VERSION, key)) => match key.try_into() {
                Ok(key) => Self::from_bytes(key),
                Err(_) => Err(KeyError::Kind { len: bytes.len() }),
            },
            _ => Err(KeyError::Kind { len: bytes.len() }),
        }
    }
}

impl fmt::Display for AuthorityKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [&VERSION[..], &self.to_bytes()].concat();
        f.write_str(&bs58::encode(bytes).with_check().into_string())
    }
}

impl fmt::Debug for AuthorityKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AuthorityKey({self})")
    }
}

/// The reason why text or bytes are not a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum KeyError {
    /// The text is not base58 with a checksum: a character is wrong or missing.
    #[error("the key is not base58 with a valid checksum; copy it again, all of it")]
    Text,
    /// The text is a key of another kind.
    #[error(
        "the text is not the public key of an authority: it has {len} bytes, or another version than 1"
    )]
    Kind {
        /// The number of bytes that the text encodes.
        len: usize,
    },
    /// The bytes are not a key of the curve.
    #[error("the bytes are not a key of secp256k1")]
    Curve,
}
