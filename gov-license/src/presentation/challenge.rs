//! What a window asks of whoever shows a license.

use std::fmt;
use std::time::Duration;

use crate::text::TextFault;

/// What a window asks for (出示要求): who it is, a nonce it gives out once, and
/// how old the answer may be, 5 minutes unless told otherwise.
///
/// Whoever gives out nonces sees to it that each is new, cannot be guessed, and
/// is accepted once; it comes from outside, as all chance does. `Debug` does not
/// show it.
///
/// ```
/// use gov_license::Challenge;
///
/// let challenge = Challenge::try_new("https://window.example.cn", "n-0S6_WzA2Mj")?;
/// assert_eq!(challenge.max_age().as_secs(), 300);
/// # Ok::<(), gov_license::TextFault>(())
/// ```
#[doc(alias = "出示要求")]
#[derive(Clone, Eq, PartialEq)]
pub struct Challenge {
    audience: String,
    nonce: String,
    max_age: Duration,
}

impl Challenge {
    /// A challenge of an audience with a nonce.
    ///
    /// # Errors
    ///
    /// When one of them is blank or not one line of visible text.
    pub fn try_new(
        audience: impl Into<String>,
        nonce: impl Into<String>,
    ) -> Result<Self, TextFault> {
        let (audience, nonce) = (audience.into(), nonce.into());
        TextFault::check_line(&audience)?;
        TextFault::check_line(&nonce)?;
        Ok(Self { audience, nonce, max_age: Duration::from_mins(5) })
    }

    /// How old an answer may be.
    #[must_use]
    pub fn with_max_age(self, max_age: Duration) -> Self {
        Self { max_age, ..self }
    }

    /// Who asks.
    #[must_use]
    pub fn audience(&self) -> &str {
        &self.audience
    }

    /// What was given out for this one answer.
    #[must_use]
    pub fn nonce(&self) -> &str {
        &self.nonce
    }

    /// How old an answer may be.
    #[must_use]
    pub const fn max_age(&self) -> Duration {
        self.max_age
    }
}

impl fmt::Debug for Challenge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Challenge")
            .field("audience", &self.audience)
            .field("max_age", &self.max_age)
            .finish_non_exhaustive()
    }
}
