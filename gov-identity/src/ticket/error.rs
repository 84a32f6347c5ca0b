//! Why a ticket was not signed or not accepted.

/// Why a ticket was not signed; the first in this list.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum TicketSignError {
    /// It ends before it begins, or lives for more than [`Ticket::MAX_LIFE`](crate::Ticket::MAX_LIFE).
    #[error("ticket: it must live for 1 second to 10 minutes")]
    Life,
    /// It is made before the authentication it carries, or outlives it.
    #[error("ticket: it reaches beyond the authentication it carries")]
    BeyondAuthentication,
    /// The signer failed.
    #[error("ticket: the signer failed")]
    Signer,
    /// It is longer than [`Ticket::MAX_LEN`](crate::Ticket::MAX_LEN).
    #[error("ticket: longer than 32768 bytes")]
    TooLong,
}

/// Why a ticket was not accepted; the first in this list, which is the order in
/// which they are looked at. A forged ticket is never called expired, and only
/// a ticket that is good in every other way is used up.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum TicketError {
    /// Longer than [`Ticket::MAX_LEN`](crate::Ticket::MAX_LEN); nothing of it was read.
    #[error("ticket: longer than 32768 bytes")]
    TooLong,
    /// Not three parts of base64url with a JSON header.
    #[error("ticket: not a compact JWS")]
    Malformed,
    /// A token of another type, such as a license.
    #[error("ticket: a token of another type")]
    WrongType,
    /// Another algorithm than `EdDSA`, or none.
    #[error("ticket: the algorithm is not EdDSA")]
    Algorithm,
    /// The header has members that tickets do not have.
    #[error("ticket: the header has members that tickets do not have")]
    Header,
    /// No key of the issuer signed these bytes.
    #[error("ticket: the issuer did not sign it")]
    Signature,
    /// Signed, but it does not say what tickets say.
    #[error("ticket: the claims are not those of a ticket")]
    Claims,
    /// Made by somebody else.
    #[error("ticket: made by another issuer")]
    WrongIssuer,
    /// For somebody else.
    #[error("ticket: for another audience")]
    WrongAudience,
    /// Not the answer to this nonce.
    #[error("ticket: the nonce is not the one given out")]
    WrongNonce,
    /// Made later than now, by more than the clocks may differ.
    #[error("ticket: issued in the future")]
    IssuedInFuture,
    /// It lives for longer than is allowed.
    #[error("ticket: it lives for too long")]
    LifeTooLong,
    /// Its time is over.
    #[error("ticket: expired")]
    Expired,
    /// It was used before.
    #[error("ticket: used before")]
    Replayed,
    /// Whether it was used before cannot be said.
    #[error("ticket: whether it was used before is not known")]
    UseUnknown,
}

impl TicketSignError {
    /// The error as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Life => "life",
            Self::BeyondAuthentication => "beyond-authentication",
            Self::Signer => "signer",
            Self::TooLong => "too-long",
        }
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub const fn zh(&self) -> &'static str {
        match self {
            Self::Life => "票据：有效期应为1秒至10分钟",
            Self::BeyondAuthentication => "票据：有效期超出所载认证断言",
            Self::Signer => "票据：签名失败",
            Self::TooLong => "票据：长度超过32768字节",
        }
    }
}

impl TicketError {
    /// Every error, in the order in which they are looked at.
    pub const ALL: [Self; 15] = [
        Self::TooLong,
        Self::Malformed,
        Self::WrongType,
        Self::Algorithm,
        Self::Header,
        Self::Signature,
        Self::Claims,
        Self::WrongIssuer,
        Self::WrongAudience,
        Self::WrongNonce,
        Self::IssuedInFuture,
        Self::LifeTooLong,
        Self::Expired,
        Self::Replayed,
        Self::UseUnknown,
    ];

    /// The error as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLong => "too-long",
            Self::Malformed => "malformed",
            Self::WrongType => "wrong-type",
            Self::Algorithm => "algorithm",
            Self::Header => "header",
            Self::Signature => "signature",
            Self::Claims => "claims",
            Self::WrongIssuer => "wrong-issuer",
            Self::WrongAudience => "wrong-audience",
            Self::WrongNonce => "wrong-nonce",
            Self::IssuedInFuture => "issued-in-future",
            Self::LifeTooLong => "life-too-long",
            Self::Expired => "expired",
            Self::Replayed => "replayed",
            Self::UseUnknown => "use-unknown",
        }
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub const fn zh(&self) -> &'static str {
        match self {
            Self::TooLong => "票据：长度超过32768字节",
            Self::Malformed => "票据：格式不正确",
            Self::WrongType => "票据：属于其他类型的凭据",
            Self::Algorithm => "票据：签名算法不是EdDSA",
            Self::Header => "票据：头部含有票据所没有的成员",
            Self::Signature => "票据：签名无效",
            Self::Claims => "票据：内容不符合票据要求",
            Self::WrongIssuer => "票据：签发方不符",
            Self::WrongAudience => "票据：接收方不符",
            Self::WrongNonce => "票据：随机数不符",
            Self::IssuedInFuture => "票据：签发时间晚于当前时间",
            Self::LifeTooLong => "票据：有效期过长",
            Self::Expired => "票据：已过期，请重新登录",
            Self::Replayed => "票据：已被使用，请重新登录",
            Self::UseUnknown => "票据：无法确认是否已被使用，请重新登录",
        }
    }
}
