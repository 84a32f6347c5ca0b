//! The digest by which a history is chained, named where it is not the usual one.

use crate::hex::{Hash, hex, sha256, unhex};

/// The digest by which a history is chained (链式摘要算法).
///
/// ```
/// use gov_workflow::ChainDigest;
///
/// assert_eq!(ChainDigest::default(), ChainDigest::Sha256);
/// ```
#[doc(alias = "摘要算法")]
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ChainDigest {
    /// SHA-256, 64 digits without a name in the text form.
    #[default]
    Sha256,
    /// SM3 (GB/T 32905-2016), `sm3:` and 64 digits in the text form.
    #[cfg(feature = "sm")]
    Sm3,
}

impl ChainDigest {
    /// The digest of the parts, one after the other.
    pub(crate) fn of(self, parts: &[&[u8]]) -> Hash {
        match self {
            Self::Sha256 => sha256(parts),
            #[cfg(feature = "sm")]
            Self::Sm3 => {
                use sm3::Digest;
                let mut digest = sm3::Sm3::new();
                for part in parts {
                    digest.update(part);
                }
                digest.finalize().into()
            }
        }
    }

    /// The text form of a digest of this kind.
    pub(crate) fn text(self, hash: &Hash) -> String {
        match self {
            Self::Sha256 => hex(hash),
            #[cfg(feature = "sm")]
            Self::Sm3 => format!("sm3:{}", hex(hash)),
        }
    }

    /// Reads exactly what [`text`](Self::text) writes.
    pub(crate) fn read(text: &str) -> Option<(Self, Hash)> {
        match text.split_once(':') {
            None => Some((Self::Sha256, unhex(text.as_bytes())?)),
            #[cfg(feature = "sm")]
            Some(("sm3", digits)) => Some((Self::Sm3, unhex(digits.as_bytes())?)),
            Some(_) => None,
        }
    }

    /// Whether the text names a digest that is not known here, as SM3 is without the
    /// feature `sm`.
    pub(crate) fn is_unknown(text: &str) -> bool {
        text.split_once(':').is_some_and(|(name, digits)| {
            let named = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
            named && unhex(digits.as_bytes()).is_some() && Self::read(text).is_none()
        })
    }
}
