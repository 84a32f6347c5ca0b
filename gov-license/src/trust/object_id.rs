//! Object identifiers (对象标识符) of policy.

use std::fmt;

/// An object identifier (OID), such as the purpose a certificate is made for.
///
/// ```
/// use gov_license::ObjectId;
///
/// let organization = ObjectId::parse("2.5.4.97").unwrap();
/// assert_eq!(organization.to_string(), "2.5.4.97");
/// assert_eq!(ObjectId::parse("2.5.04.97"), None);
/// ```
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ObjectId {
    text: Box<str>,
    der: Vec<u8>,
}

impl ObjectId {
    /// Reads dotted decimal: two arcs at least, no leading zeros, the first 0
    /// to 2, the second below 40 unless the first is 2. `None` for other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut arcs = text.split('.').map(arc);
        let (first, second) = (arcs.next()??, arcs.next()??);
        if first > 2 || (first < 2 && second > 39) {
            return None;
        }
        let mut der = Vec::new();
        push(&mut der, second.checked_add(first * 40)?);
        for arc in arcs {
            push(&mut der, arc?);
        }
        Some(Self { text: text.into(), der })
    }

    /// organizationIdentifier of X.520, 2.5.4.97.
    pub(crate) fn organization_identifier() -> Self {
        Self { text: "2.5.4.97".into(), der: vec![0x55, 0x04, 0x61] }
    }

    /// The value bytes in DER, without tag and length.
    pub(crate) fn as_der(&self) -> &[u8] {
        &self.der
    }
}

fn arc(text: &str) -> Option<u128> {
    let plain =
        text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    if plain { text.parse().ok() } else { None }
}

/// Base 128, the highest bit set in every byte but the last.
fn push(der: &mut Vec<u8>, arc: u128) {
    let mut groups = Vec::new();
    let mut rest = arc;
    loop {
        let more = if groups.is_empty() { 0 } else { 0x80 };
        groups.push(u8::try_from(rest & 0x7f).unwrap_or_default() | more);
        rest >>= 7;
        if rest == 0 {
            break;
        }
    }
    der.extend(groups.iter().rev());
}

impl fmt::Display for ObjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}
