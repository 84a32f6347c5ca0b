//! A license that was verified.

use chrono::{DateTime, FixedOffset};

use crate::license::License;
use crate::signed_license::SignedLicense;

/// A license that its issuing body stands for (已核验的电子证照).
///
/// Nothing but [`SignedLicense::verify`] makes one, so a function that takes a
/// `VerifiedLicense` need not ask. What it says held at one moment; ask again
/// at another.
///
/// ```
/// use gov_license::VerifiedLicense;
///
/// /// The type says that somebody has looked.
/// fn may_open_a_restaurant(license: &VerifiedLicense<'_>) -> bool {
///     license.license().face().get("经营项目").is_some()
/// }
/// # let _ = may_open_a_restaurant;
/// ```
///
/// What a license says before it was verified has another type:
///
/// ```compile_fail,E0308
/// # use gov_license::{SignedLicense, VerifiedLicense};
/// # fn may_open_a_restaurant(_: &VerifiedLicense<'_>) -> bool { true }
/// fn at_the_window(received: &SignedLicense) -> bool {
///     may_open_a_restaurant(received.unverified())
/// }
/// ```
///
/// And nobody makes one by hand:
///
/// ```compile_fail,E0451
/// # use gov_license::{SignedLicense, VerifiedLicense};
/// # use chrono::{DateTime, FixedOffset};
/// fn trust_me(signed: &SignedLicense, at: DateTime<FixedOffset>) -> VerifiedLicense<'_> {
///     VerifiedLicense { signed, at }
/// }
/// ```
#[doc(alias = "已核验的电子证照")]
#[derive(Clone, Copy, Debug)]
pub struct VerifiedLicense<'a> {
    signed: &'a SignedLicense,
    at: DateTime<FixedOffset>,
}

impl<'a> VerifiedLicense<'a> {
    pub(crate) const fn new(signed: &'a SignedLicense, at: DateTime<FixedOffset>) -> Self {
        Self { signed, at }
    }

    /// The content, now worth believing.
    #[must_use]
    pub const fn license(&self) -> &'a License {
        self.signed.unverified()
    }

    /// The signed form, to keep or to pass on.
    #[must_use]
    pub const fn signed(&self) -> &'a SignedLicense {
        self.signed
    }

    /// The moment for which it holds.
    #[must_use]
    pub const fn at(&self) -> DateTime<FixedOffset> {
        self.at
    }
}
