//! What a verifier demands beyond cryptography, as data.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use gov_identity::CreditCode;

use crate::license::License;
use crate::trust::object_id::ObjectId;
use crate::type_code::LicenseTypeCode;

/// What a verifier demands beyond cryptography (信任策略).
///
/// No standard fixes the purpose that marks a certificate for signing licenses,
/// so it has no default.
///
/// ```
/// use gov_license::{ObjectId, TrustPolicy, UnknownStatus};
///
/// // 2.999 is the arc for examples.
/// let purpose = ObjectId::parse("2.999.36903.1").unwrap();
/// let policy = TrustPolicy::new(purpose).with_unknown_status(UnknownStatus::Accept);
/// assert_eq!(policy.clock_skew().as_secs(), 60);
/// ```
#[doc(alias = "信任策略")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct TrustPolicy {
    purpose: ObjectId,
    status_purpose: Option<ObjectId>,
    copy_purpose: Option<ObjectId>,
    body_attribute: ObjectId,
    body_prefix: String,
    clock_skew: Duration,
    max_chain: usize,
    unknown_status: UnknownStatus,
    issuance: IssuanceRules,
    rights: Option<BTreeMap<CreditCode, BTreeSet<LicenseTypeCode>>>,
}

/// What becomes of a license whose status could not be learned.
///
/// ```
/// assert_eq!(gov_license::UnknownStatus::default(), gov_license::UnknownStatus::Refuse);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum UnknownStatus {
    /// It is not verified.
    #[default]
    Refuse,
    /// It is verified, and the report says that the status is not known.
    Accept,
}

/// How closely certificates must keep to the rules for issuing them.
///
/// Strict unless told otherwise. Some authorities in use, older ones above all,
/// leave key identifiers away, name their own key by issuer and serial number,
/// or mark what need not be marked; whoever has to trust one of them can say so.
/// What a path needs is asked for in either case.
///
/// ```
/// assert_eq!(gov_license::IssuanceRules::default(), gov_license::IssuanceRules::Strict);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum IssuanceRules {
    /// All that RFC 5280 asks of who issues certificates, and what the baseline
    /// of the public authorities asks of key identifiers and purposes.
    #[default]
    Strict,
    /// Only what a path needs.
    PathOnly,
}

impl TrustPolicy {
    /// A policy for certificates made for this purpose (extended key usage).
    ///
    /// The body is named by organizationIdentifier (2.5.4.97) as
    /// `NTRCN-<credit code>`, the form of ETSI EN 319 412-1; clocks may differ
    /// by 60 seconds; a chain has at most 4 certificates, the anchor counted; a
    /// license whose status cannot be learned is refused; every trusted body may
    /// issue every type.
    #[must_use]
    pub fn new(license_signing: ObjectId) -> Self {
        Self {
            purpose: license_signing,
            status_purpose: None,
            copy_purpose: None,
            body_attribute: ObjectId::organization_identifier(),
            body_prefix: "NTRCN-".to_owned(),
            clock_skew: Duration::from_mins(1),
            max_chain: 4,
            unknown_status: UnknownStatus::Refuse,
            issuance: IssuanceRules::Strict,
            rights: None,
        }
    }

    /// Names the body by another attribute of the subject: what follows the
    /// prefix is its credit code.
    #[must_use]
    pub fn with_body_attribute(mut self, attribute: ObjectId, prefix: impl Into<String>) -> Self {
        self.body_attribute = attribute;
        self.body_prefix = prefix.into();
        self
    }

    /// The purpose of certificates that sign status lists, other than that of
    /// licenses. Without it no status list is trusted.
    ///
    /// The draft's own number, under 1.3.6.1.5.5.7.3, is still to be assigned.
    #[must_use]
    pub fn with_status_signing(mut self, status_signing: ObjectId) -> Self {
        self.status_purpose = Some(status_signing);
        self
    }

    /// The purpose of certificates that sign annotated copies. Without it no
    /// copy is trusted.
    #[must_use]
    pub fn with_copy_signing(mut self, copy_signing: ObjectId) -> Self {
        self.copy_purpose = Some(copy_signing);
        self
    }

    /// How far the clock of an issuer may be ahead. It never lengthens a period.
    #[must_use]
    pub const fn with_clock_skew(mut self, skew: Duration) -> Self {
        self.clock_skew = skew;
        self
    }

    /// The most certificates in a chain, the anchor counted.
    #[must_use]
    pub const fn with_max_chain(mut self, certificates: usize) -> Self {
        self.max_chain = certificates;
        self
    }

    /// What becomes of a license whose status could not be learned.
    #[must_use]
    pub const fn with_unknown_status(mut self, unknown: UnknownStatus) -> Self {
        self.unknown_status = unknown;
        self
    }

    /// How closely certificates must keep to the rules for issuing them. Said
    /// before anchors are added, it counts for them too.
    #[must_use]
    pub const fn with_issuance_rules(mut self, rules: IssuanceRules) -> Self {
        self.issuance = rules;
        self
    }

    /// Says which types of license a body may issue. Once a policy says so of
    /// one body, bodies it does not name may issue nothing.
    #[must_use]
    pub fn with_right(
        mut self,
        body: CreditCode,
        types: impl IntoIterator<Item = LicenseTypeCode>,
    ) -> Self {
        self.rights.get_or_insert_default().entry(body).or_default().extend(types);
        self
    }

    /// How far the clock of an issuer may be ahead.
    #[must_use]
    pub const fn clock_skew(&self) -> Duration {
        self.clock_skew
    }

    pub(crate) const fn purpose(&self) -> &ObjectId {
        &self.purpose
    }

    pub(crate) const fn status_purpose(&self) -> Option<&ObjectId> {
        self.status_purpose.as_ref()
    }

    pub(crate) const fn copy_purpose(&self) -> Option<&ObjectId> {
        self.copy_purpose.as_ref()
    }

    /// Whether something signed so many seconds ahead is from the future.
    pub(crate) fn is_beyond_skew(&self, seconds: i64) -> bool {
        u64::try_from(seconds).is_ok_and(|ahead| ahead > self.clock_skew.as_secs())
    }

    pub(crate) const fn body_attribute(&self) -> &ObjectId {
        &self.body_attribute
    }

    pub(crate) fn body_prefix(&self) -> &str {
        &self.body_prefix
    }

    pub(crate) const fn max_chain(&self) -> usize {
        self.max_chain
    }

    pub(crate) const fn unknown_status(&self) -> UnknownStatus {
        self.unknown_status
    }

    pub(crate) const fn issuance(&self) -> IssuanceRules {
        self.issuance
    }

    /// Whether the issuer may issue licenses of this type.
    pub(crate) fn grants(&self, license: &License) -> bool {
        self.rights.as_ref().is_none_or(|rights| {
            rights.get(&license.issuer()).is_some_and(|types| types.contains(&license.type_code()))
        })
    }
}
