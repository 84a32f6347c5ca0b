//! A certificate (数字证书) as the first gate sees it.

use std::cell::OnceCell;

use gov_identity::CreditCode;
use x509_parser::asn1_rs::{FromDer, Oid, SequenceOf};
use x509_parser::certificate::X509Certificate;
use x509_parser::extensions::{
    AuthorityKeyIdentifier, BasicConstraints, KeyUsage, ParsedExtension, X509Extension,
};

use crate::algorithm::Algorithm;
use crate::chain::identifier;
use crate::chain::shape::is_signed_part;
use crate::public_key::{PublicKey, Signature};
use crate::trust::object_id::ObjectId;

/// A parsed certificate. Parsing is x509-parser's; every judgment is made in
/// the closed profile.
pub(crate) struct Certificate<'a>(pub(crate) X509Certificate<'a>, OnceCell<Option<PublicKey>>);

/// A signature as it is checked: whose key, over which bytes.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Link<'a> {
    pub(crate) key: &'a [u8],
    pub(crate) message: &'a [u8],
    pub(crate) signature: &'a [u8],
}

impl<'a> Certificate<'a> {
    /// One certificate in DER and nothing behind it.
    pub(crate) fn read(der: &'a [u8]) -> Option<Self> {
        match X509Certificate::from_der(der) {
            Ok(([], certificate)) => Some(Self(certificate, OnceCell::new()))
                .filter(|read| read.is_framed_in(der) && read.is_shaped()),
            _ => None,
        }
    }

    fn is_shaped(&self) -> bool {
        is_signed_part(self.0.tbs_certificate.as_ref())
    }

    /// Whether what stands around the signed part has its only form. No
    /// signature covers it, and the parser passes over the class of a tag.
    fn is_framed_in(&self, der: &[u8]) -> bool {
        let Some(algorithm) = self.signature_algorithm() else {
            return true; // Refused later, under the name of its algorithm.
        };
        let signed = self.0.tbs_certificate.as_ref();
        let signature = &self.0.signature_value;
        let identifier = identifier::of_signature(algorithm);
        let (Ok(named), Ok(bits @ ..0x80)) =
            (u8::try_from(identifier.len()), u8::try_from(signature.data.len() + 1))
        else {
            return false; // No signature of this profile is so long.
        };
        // A bit string; unused bits are refused with the signature.
        let (sequence, string) = ([0x30, named], [0x03, bits, signature.unused_bits]);
        let body = [signed, &sequence, identifier, &string, &signature.data].concat();
        let length = match u16::try_from(body.len()) {
            Ok(length) if length > 0xff => length.to_be_bytes(),
            _ => return false, // No certificate of this profile is this short, none here so long.
        };
        der.strip_prefix(&[0x30, 0x82]).and_then(|rest| rest.strip_prefix(&length))
            == Some(body.as_slice())
    }

    /// The key, if it really is one of this profile: X25519 keys look like those
    /// of Ed25519, and keys of other curves like those of SM2.
    pub(crate) fn public_key(&self) -> Option<PublicKey> {
        let key = &self.0.tbs_certificate.subject_pki.subject_public_key;
        let read = || {
            let algorithm = self.key_algorithm().filter(|_| key.unused_bits == 0);
            algorithm.and_then(|algorithm| PublicKey::read(algorithm, &key.data))
        };
        // To unpack a point costs a tenth of a signature check.
        *self.1.get_or_init(read)
    }

    /// The algorithm that the key is named to be of.
    pub(crate) fn key_algorithm(&self) -> Option<Algorithm> {
        identifier::key_algorithm(&self.0.tbs_certificate.subject_pki.algorithm)
    }

    /// The key as it is written, whatever it is.
    pub(crate) fn key_bytes(&self) -> &[u8] {
        &self.0.tbs_certificate.subject_pki.subject_public_key.data
    }

    /// Whether this key signed that certificate.
    pub(crate) fn signed(&self, other: &Certificate<'_>) -> bool {
        let Link { message, signature, .. } = self.link(other);
        let signed = |key: PublicKey| {
            let signature = Signature::of_certificate(key.algorithm(), signature);
            signature.is_some_and(|signature| key.verify(message, &signature))
        };
        other.0.signature_value.unused_bits == 0 && self.public_key().is_some_and(signed)
    }

    /// What is checked to learn whether this key signed that certificate.
    pub(crate) fn link<'b>(&'b self, other: &'b Certificate<'_>) -> Link<'b> {
        Link {
            key: &self.0.tbs_certificate.subject_pki.subject_public_key.data,
            message: other.0.tbs_certificate.as_ref(),
            signature: &other.0.signature_value.data,
        }
    }

    /// The algorithm of this profile that both places name.
    pub(crate) fn signature_algorithm(&self) -> Option<Algorithm> {
        let outside = identifier::signature_algorithm(&self.0.signature_algorithm);
        let inside = identifier::signature_algorithm(&self.0.tbs_certificate.signature);
        if outside == inside { outside } else { None }
    }

    pub(crate) fn has_one_algorithm(&self) -> bool {
        self.0.signature_algorithm == self.0.tbs_certificate.signature
    }

    pub(crate) fn is_self_issued(&self) -> bool {
        self.subject() == self.issuer()
    }

    /// The name as it is encoded; names are compared byte for byte.
    pub(crate) fn subject(&self) -> &'a [u8] {
        self.0.tbs_certificate.subject.as_raw()
    }

    pub(crate) fn issuer(&self) -> &'a [u8] {
        self.0.tbs_certificate.issuer.as_raw()
    }

    /// An empty sequence of names.
    pub(crate) fn has_empty_subject(&self) -> bool {
        self.subject() == [0x30, 0]
    }

    /// The first and the last second of its validity, in Unix time.
    pub(crate) fn period(&self) -> (i64, i64) {
        let validity = self.0.validity();
        (validity.not_before.timestamp(), validity.not_after.timestamp())
    }

    pub(crate) fn extensions(&self) -> &[X509Extension<'a>] {
        self.0.tbs_certificate.extensions()
    }

    pub(crate) fn key_usage(&self) -> Option<KeyUsage> {
        self.parsed().find_map(|extension| match extension {
            ParsedExtension::KeyUsage(usage) => Some(*usage),
            _ => None,
        })
    }

    pub(crate) fn may_sign_certificates(&self) -> bool {
        self.key_usage().is_some_and(|usage| usage.key_cert_sign())
    }

    pub(crate) fn is_authority(&self) -> bool {
        self.basic_constraints().is_some_and(|constraints| constraints.ca)
    }

    /// How many authorities may stand between it and the leaf.
    pub(crate) fn path_length(&self) -> Option<u32> {
        self.basic_constraints()?.path_len_constraint
    }

    fn basic_constraints(&self) -> Option<&BasicConstraints> {
        self.parsed().find_map(|extension| match extension {
            ParsedExtension::BasicConstraints(constraints) => Some(constraints),
            _ => None,
        })
    }

    pub(crate) fn subject_key_id(&self) -> Option<&[u8]> {
        self.parsed().find_map(|extension| match extension {
            ParsedExtension::SubjectKeyIdentifier(id) => Some(id.0),
            _ => None,
        })
    }

    pub(crate) fn authority_key_id(&self) -> Option<&[u8]> {
        Some(self.authority_key()?.key_identifier.as_ref()?.0)
    }

    /// How it says which key signed it.
    pub(crate) fn authority_key(&self) -> Option<&AuthorityKeyIdentifier<'a>> {
        self.parsed().find_map(|extension| match extension {
            ParsedExtension::AuthorityKeyIdentifier(key) => Some(key),
            _ => None,
        })
    }

    /// Whether it is made for anything at all (anyExtendedKeyUsage).
    pub(crate) fn has_any_purpose(&self) -> bool {
        self.parsed().any(
            |extension| matches!(extension, ParsedExtension::ExtendedKeyUsage(held) if held.any),
        )
    }

    /// Whether the purposes hold this one; `None` without the extension.
    pub(crate) fn has_purpose(&self, purpose: &ObjectId) -> Option<bool> {
        const EXTENDED_KEY_USAGE: &[u8] = &[0x55, 0x1d, 0x25];
        let held = |extension: &&X509Extension<'_>| extension.oid.as_bytes() == EXTENDED_KEY_USAGE;
        let value = self.extensions().iter().find(held)?.value;
        // Read here once more: the parser's own list drops purposes it knows.
        let purposes = SequenceOf::<Oid<'_>>::from_der(value);
        Some(purposes.is_ok_and(|(rest, purposes)| {
            rest.is_empty() && purposes.iter().any(|oid| oid.as_bytes() == purpose.as_der())
        }))
    }

    /// The one body the subject names under this attribute and prefix.
    pub(crate) fn body(&self, attribute: &ObjectId, prefix: &str) -> Option<CreditCode> {
        let subject = &self.0.tbs_certificate.subject;
        let mut values = subject
            .iter_attributes()
            .filter(|held| held.attr_type().as_bytes() == attribute.as_der());
        let (Some(value), None) = (values.next(), values.next()) else { return None };
        let code = value.as_str().ok()?.strip_prefix(prefix)?;
        CreditCode::parse(code).ok()
    }

    fn parsed(&self) -> impl Iterator<Item = &ParsedExtension<'a>> {
        self.extensions().iter().map(X509Extension::parsed_extension)
    }
}
