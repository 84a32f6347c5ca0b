//! Which tickets were used (已用票据).

use alloc::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};

use crate::Label;

/// The memory of used tickets (已用票据登记).
///
/// **Open:** implement it over the store that all servers of one audience
/// share; two servers with a memory each would let a ticket in twice.
///
/// *Contract.* Looking and marking are one step: of any number of calls for one
/// ticket, from anywhere and at any time before its expiry, exactly one answers
/// [`TicketUse::First`]. What is marked is kept until `expires_at` at least, and
/// survives a restart or counts as unknown after it. Whoever cannot say for
/// sure answers [`TicketUse::Unknown`], and the ticket is refused.
pub trait UsedTickets {
    /// Marks a ticket as used and says whether it was before.
    fn use_up(
        &mut self,
        issuer: &Label,
        id: &Label,
        expires_at: DateTime<FixedOffset>,
        at: DateTime<FixedOffset>,
    ) -> TicketUse;
}

/// Whether a ticket was used before (使用情况).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "closed by logic: yes, no, unknown")]
pub enum TicketUse {
    /// Never before; from now on it was.
    First,
    /// Before.
    Again,
    /// Nobody can say.
    Unknown,
}

/// A memory of used tickets for one process (内存登记).
///
/// It forgets a ticket when it expires, and takes no more than `capacity`: when
/// that is reached it answers [`TicketUse::Unknown`] rather than forget one
/// that could come again. Its clock never goes back: what it may have forgotten
/// is unknown.
///
/// ```
/// use chrono::{DateTime, TimeDelta};
/// use gov_identity::{Label, RecentTickets, TicketUse, UsedTickets};
///
/// let at = DateTime::parse_from_rfc3339("2026-03-02T09:00:00+08:00").unwrap();
/// let mut used = RecentTickets::with_capacity(10_000);
/// let (issuer, id) = (Label::parse("auth.nx.gov.cn")?, Label::parse("t-1")?);
/// let expiry = at + TimeDelta::minutes(2);
/// assert_eq!(used.use_up(&issuer, &id, expiry, at), TicketUse::First);
/// assert_eq!(used.use_up(&issuer, &id, expiry, at), TicketUse::Again);
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "已用票据")]
#[derive(Clone, Debug)]
pub struct RecentTickets {
    capacity: usize,
    used: BTreeSet<(Label, Label)>,
    by_expiry: BTreeSet<(DateTime<FixedOffset>, Label, Label)>,
    latest: Option<DateTime<FixedOffset>>,
}

impl RecentTickets {
    /// Remembers at most so many tickets at a time.
    #[must_use]
    pub const fn with_capacity(capacity: usize) -> Self {
        Self { capacity, used: BTreeSet::new(), by_expiry: BTreeSet::new(), latest: None }
    }

    /// How many it remembers now.
    #[must_use]
    pub fn len(&self) -> usize {
        self.used.len()
    }

    /// Whether it remembers none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.used.is_empty()
    }

    /// Forgets what has expired.
    fn forget(&mut self, now: DateTime<FixedOffset>) {
        while self.by_expiry.first().is_some_and(|(expiry, ..)| *expiry <= now) {
            if let Some((_, issuer, id)) = self.by_expiry.pop_first() {
                self.used.remove(&(issuer, id));
            }
        }
    }
}

impl UsedTickets for RecentTickets {
    fn use_up(
        &mut self,
        issuer: &Label,
        id: &Label,
        expires_at: DateTime<FixedOffset>,
        at: DateTime<FixedOffset>,
    ) -> TicketUse {
        let now = self.latest.map_or(at, |latest| latest.max(at));
        self.latest = Some(now);
        self.forget(now);
        let ticket = (issuer.clone(), id.clone());
        if self.used.contains(&ticket) {
            TicketUse::Again
        } else if expires_at <= now || self.capacity <= self.used.len() {
            TicketUse::Unknown
        } else {
            self.by_expiry.insert((expires_at, issuer.clone(), id.clone()));
            self.used.insert(ticket);
            TicketUse::First
        }
    }
}
