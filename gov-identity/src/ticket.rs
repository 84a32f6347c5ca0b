//! Carrying a sign-in from one channel to the next (跨渠道票据).

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use base64ct::{Base64UrlUnpadded, Encoding};
use chrono::{DateTime, FixedOffset, TimeDelta};
use ed25519_dalek::{Signature, Signer, VerifyingKey};

use crate::{Authentication, Label};

mod error;
mod nonce;
mod used;
mod wire;

pub use self::error::{TicketError, TicketSignError};
pub use self::nonce::Nonce;
pub use self::used::{RecentTickets, TicketUse, UsedTickets};

/// A signed, one-time ticket that carries an [`Authentication`] from one
/// channel to the next (跨渠道票据).
///
/// It is a JWS in compact form (RFC 7515, 8037): `alg` is `EdDSA`, `typ` is
/// `ticket+jwt`, and the header has nothing else. It lives for minutes, names
/// its audience, and answers the nonce that the audience gave out. Whoever
/// holds it can sign in once, and the subject can be read from it: send it in
/// the body of a request, never in a URL, and name the subject by a
/// [`Pseudonym`](crate::Pseudonym) where the audience needs no number.
///
/// `Debug` shows nothing of it.
///
/// ```
/// use chrono::{DateTime, TimeDelta};
/// # use gov_identity::{AssuranceLevel, AuthenticationClaims, Channel, IdentityKey, Way, WayKind};
/// use gov_identity::{
///     Authentication, Label, Nonce, RecentTickets, Ticket, TicketCheck, TicketClaims, TicketError,
///     ed25519_dalek::SigningKey,
/// };
///
/// let at = |text| DateTime::parse_from_rfc3339(text).unwrap();
/// # let center = Label::parse("auth.nx.gov.cn")?;
/// # let authentication = Authentication::try_new(AuthenticationClaims {
/// #     id: Label::parse("a-1")?,
/// #     issuer: center.clone(),
/// #     audience: Label::parse("portal")?,
/// #     subject: IdentityKey::parse("111:11010519491231002X")?.into(),
/// #     acting_for: None,
/// #     delegation: None,
/// #     ways: vec![Way {
/// #         kind: WayKind::Face,
/// #         level: AssuranceLevel::PersonBound,
/// #         at: at("2026-03-02T09:00:00+08:00"),
/// #         by: center.clone(),
/// #     }],
/// #     channel: Channel::MOBILE_APP,
/// #     authenticated_at: at("2026-03-02T09:00:00+08:00"),
/// #     issued_at: at("2026-03-02T09:00:05+08:00"),
/// #     expires_at: at("2026-03-02T17:00:00+08:00"),
/// # })
/// # .unwrap();
/// let key = SigningKey::from_bytes(&[1; 32]); // In earnest: from a key store.
/// let nonce = Nonce::new([7; 32]); // The terminal gave it out.
/// let ticket = Ticket::sign(
///     &TicketClaims {
///         id: Label::parse("t-1")?,
///         issuer: center.clone(),
///         audience: Label::parse("terminal-17")?,
///         nonce,
///         issued_at: at("2026-03-02T10:00:00+08:00"),
///         expires_at: at("2026-03-02T10:02:00+08:00"),
///         authentication,
///     },
///     &key,
/// )
/// .unwrap();
///
/// let check = TicketCheck::new(center, [key.verifying_key()], Label::parse("terminal-17")?);
/// let mut used = RecentTickets::with_capacity(10_000);
/// let received = Ticket::parse(ticket.expose()).unwrap();
/// let now = at("2026-03-02T10:00:30+08:00");
/// let redeemed = received.redeem(&check, &nonce, &mut used, now).unwrap();
/// assert!(redeemed.authentication().claims().subject.is_person());
/// let again = received.redeem(&check, &nonce, &mut used, now);
/// assert_eq!(again.unwrap_err(), TicketError::Replayed);
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "跨渠道票据")]
#[derive(Clone)]
pub struct Ticket {
    text: String,
    payload: Vec<u8>,
    signature: Signature,
}

/// What a [`Ticket`] says. Instants are whole seconds in it; fractions are cut
/// off.
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
pub struct TicketClaims {
    /// The name of the ticket, never given twice by its issuer.
    pub id: Label,
    /// Who makes it.
    pub issuer: Label,
    /// The one system it is for.
    pub audience: Label,
    /// What that system gave out for this sign-in.
    pub nonce: Nonce,
    /// When it was made.
    pub issued_at: DateTime<FixedOffset>,
    /// From when on it is worth nothing.
    pub expires_at: DateTime<FixedOffset>,
    /// What it carries.
    pub authentication: Authentication,
}

/// A ticket that was good and is now used (已核验票据). Nothing but
/// [`Ticket::redeem`] makes one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RedeemedTicket(TicketClaims);

/// What an audience accepts (票据核验规则).
///
/// ```
/// use chrono::TimeDelta;
/// use gov_identity::{Label, TicketCheck, ed25519_dalek::SigningKey};
///
/// let key = SigningKey::from_bytes(&[1; 32]).verifying_key();
/// let check = TicketCheck::new(Label::parse("center")?, [key], Label::parse("terminal-17")?);
/// assert_eq!(check.max_life(), TimeDelta::minutes(10));
/// assert_eq!(check.with_max_life(TimeDelta::hours(1)).max_life(), TimeDelta::minutes(10));
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "票据核验规则")]
#[derive(Clone, Debug)]
pub struct TicketCheck {
    issuer: Label,
    keys: Vec<VerifyingKey>,
    audience: Label,
    max_life: TimeDelta,
    skew: TimeDelta,
}

impl Ticket {
    /// Longest text form, in bytes.
    pub const MAX_LEN: usize = 32 * 1024;

    /// Longest life of any ticket.
    pub const MAX_LIFE: TimeDelta = TimeDelta::minutes(10);

    /// Makes and signs a ticket. The key may live anywhere that signs Ed25519.
    ///
    /// # Errors
    ///
    /// The first fault in the order of [`TicketSignError`].
    pub fn sign(
        claims: &TicketClaims,
        key: &impl Signer<Signature>,
    ) -> Result<Self, TicketSignError> {
        let life = claims.expires_at.signed_duration_since(claims.issued_at);
        if claims.expires_at.timestamp() <= claims.issued_at.timestamp() || Self::MAX_LIFE < life {
            return Err(TicketSignError::Life);
        }
        if !claims.is_within_authentication() {
            return Err(TicketSignError::BeyondAuthentication);
        }
        let payload = wire::write(claims).ok_or(TicketSignError::Signer)?;
        let mut text = String::from(wire::HEADER);
        text.push('.');
        text.push_str(&Base64UrlUnpadded::encode_string(&payload));
        let signature = key.try_sign(text.as_bytes()).map_err(|_| TicketSignError::Signer)?;
        text.push('.');
        text.push_str(&Base64UrlUnpadded::encode_string(&signature.to_bytes()));
        if text.len() > Self::MAX_LEN {
            return Err(TicketSignError::TooLong);
        }
        Ok(Self { text, payload, signature })
    }

    /// Reads the text form, without trust in anything it says.
    ///
    /// # Errors
    ///
    /// [`TicketError::TooLong`] to [`TicketError::Header`], in this order.
    pub fn parse(text: &str) -> Result<Self, TicketError> {
        if text.len() > Self::MAX_LEN {
            return Err(TicketError::TooLong);
        }
        let (signed, signature) = text.rsplit_once('.').ok_or(TicketError::Malformed)?;
        let (header, payload) = signed.split_once('.').ok_or(TicketError::Malformed)?;
        let [header, payload, signature] = [header, payload, signature].map(decode);
        let (header, payload, signature) = (header?, payload?, signature?);
        wire::check_header(&header)?;
        let signature = signature.try_into().map_err(|_| TicketError::Malformed)?;
        Ok(Self { text: text.into(), payload, signature: Signature::from_bytes(&signature) })
    }

    /// The text form, all of it. Whoever has it can sign in with it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.text
    }

    /// Uses the ticket up and answers what it carries.
    ///
    /// `nonce` is what the audience gave out for this sign-in; `used` remembers
    /// which tickets were used.
    ///
    /// # Errors
    ///
    /// [`TicketError::Signature`] to [`TicketError::UseUnknown`], in this order.
    pub fn redeem(
        &self,
        check: &TicketCheck,
        nonce: &Nonce,
        used: &mut impl UsedTickets,
        at: DateTime<FixedOffset>,
    ) -> Result<RedeemedTicket, TicketError> {
        let signed = self.text.rsplit_once('.').map_or("", |(signed, _)| signed).as_bytes();
        let is_signed = |key: &VerifyingKey| key.verify_strict(signed, &self.signature).is_ok();
        if !check.keys.iter().any(is_signed) {
            return Err(TicketError::Signature);
        }
        let claims = wire::read(&self.payload).ok_or(TicketError::Claims)?;
        check.allows(&claims, nonce, at)?;
        match used.use_up(&claims.issuer, &claims.id, claims.expires_at, at) {
            TicketUse::First => Ok(RedeemedTicket(claims)),
            TicketUse::Again => Err(TicketError::Replayed),
            TicketUse::Unknown => Err(TicketError::UseUnknown),
        }
    }
}

impl TicketClaims {
    /// Made when its authentication was there, and over before it is.
    fn is_within_authentication(&self) -> bool {
        let carried = self.authentication.claims();
        carried.issued_at.timestamp() <= self.issued_at.timestamp()
            && self.expires_at.timestamp() <= carried.expires_at.timestamp()
    }
}

impl RedeemedTicket {
    /// What the ticket said.
    #[must_use]
    pub const fn claims(&self) -> &TicketClaims {
        &self.0
    }

    /// What it carried.
    #[must_use]
    pub const fn authentication(&self) -> &Authentication {
        &self.0.authentication
    }
}

impl TicketCheck {
    /// Accepts tickets of an issuer, signed with any of its keys, for an
    /// audience; of up to ten minutes, from clocks that are up to a minute fast.
    #[must_use]
    pub fn new(
        issuer: Label,
        keys: impl IntoIterator<Item = VerifyingKey>,
        audience: Label,
    ) -> Self {
        let keys = keys.into_iter().collect();
        let skew = TimeDelta::seconds(60);
        Self { issuer, keys, audience, max_life: Ticket::MAX_LIFE, skew }
    }

    /// Accepts shorter lives only; never longer than [`Ticket::MAX_LIFE`].
    #[must_use]
    pub fn with_max_life(self, max_life: TimeDelta) -> Self {
        Self { max_life: max_life.min(Ticket::MAX_LIFE), ..self }
    }

    /// How fast the clock of the issuer may be. It applies to tickets from the
    /// future only, never to expiry.
    #[must_use]
    pub fn with_skew(self, skew: TimeDelta) -> Self {
        Self { skew, ..self }
    }

    /// The longest life accepted.
    #[must_use]
    pub const fn max_life(&self) -> TimeDelta {
        self.max_life
    }

    fn allows(
        &self,
        claims: &TicketClaims,
        nonce: &Nonce,
        at: DateTime<FixedOffset>,
    ) -> Result<(), TicketError> {
        let until_issued = claims.issued_at.signed_duration_since(at);
        let life = claims.expires_at.signed_duration_since(claims.issued_at);
        if claims.issuer != self.issuer {
            Err(TicketError::WrongIssuer)
        } else if claims.audience != self.audience {
            Err(TicketError::WrongAudience)
        } else if claims.nonce != *nonce {
            Err(TicketError::WrongNonce)
        } else if self.skew < until_issued {
            Err(TicketError::IssuedInFuture)
        } else if self.max_life < life {
            Err(TicketError::LifeTooLong)
        } else if claims.expires_at <= at {
            Err(TicketError::Expired)
        } else {
            Ok(())
        }
    }
}

fn decode(part: &str) -> Result<Vec<u8>, TicketError> {
    Base64UrlUnpadded::decode_vec(part).map_err(|_| TicketError::Malformed)
}

impl fmt::Debug for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ticket(..)")
    }
}
