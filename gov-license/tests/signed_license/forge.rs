//! Licenses as somebody else might write them, signed with the bureau's key.

use base64ct::{Base64, Base64UrlUnpadded, Encoding};
use gov_license::{ReadError, SignedLicense, Signer};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::desk::signed;
use crate::pki::{Key, Plan};

/// A license taken apart, to be changed and put together again.
pub(crate) struct Draft {
    pub(crate) header: Value,
    pub(crate) payload: Value,
    pub(crate) disclosures: Vec<String>,
}

impl Draft {
    /// The license of the desk.
    pub(crate) fn usual() -> Self {
        Self::of(&signed())
    }

    pub(crate) fn of(signed: &SignedLicense) -> Self {
        let (jws, disclosures) = signed.as_str().split_once('~').unwrap();
        let mut pieces = jws.split('.').map(decode);
        let mut next = || serde_json::from_slice(&pieces.next().unwrap()).unwrap();
        let disclosures = disclosures.split_terminator('~').map(str::to_owned).collect();
        Self { header: next(), payload: next(), disclosures }
    }

    pub(crate) fn text(&self) -> String {
        sign(&self.header.to_string(), &self.payload.to_string(), &self.disclosures)
    }

    pub(crate) fn read(&self) -> Result<SignedLicense, ReadError> {
        SignedLicense::parse(&self.text())
    }

    /// Adds a disclosure and its digest at the place of a JSON pointer.
    pub(crate) fn disclose(&mut self, place: &str, disclosure: &str) {
        let disclosure = encode(disclosure.as_bytes());
        self.digests(place).push(json!(digest(&disclosure)));
        self.disclosures.push(disclosure);
    }

    /// The digests at the place of a JSON pointer.
    pub(crate) fn digests(&mut self, place: &str) -> &mut Vec<Value> {
        self.payload.pointer_mut(place).unwrap().as_array_mut().unwrap()
    }

    /// Puts other certificates into the header.
    pub(crate) fn chain(mut self, certificates: &[&Vec<u8>]) -> Self {
        let base64 = |der: &&Vec<u8>| Value::String(Base64::encode_string(der));
        self.header["x5c"] = certificates.iter().map(base64).collect();
        self
    }

    /// Sets a member at the top of the payload, or removes it.
    pub(crate) fn set(mut self, name: &str, value: Value) -> Self {
        let payload = self.payload.as_object_mut().unwrap();
        if value.is_null() {
            payload.remove(name).unwrap();
        } else {
            payload.insert(name.to_owned(), value);
        }
        self
    }

    /// Leaves disclosures away unless their name is in the list.
    pub(crate) fn show(mut self, names: &[&str]) -> Self {
        self.disclosures.retain(|disclosure| {
            let value: Value = serde_json::from_slice(&decode(disclosure)).unwrap();
            names.contains(&value[1].as_str().unwrap())
        });
        self
    }
}

/// A JWS over these very texts.
pub(crate) fn jws(header: &str, payload: &str, key: &Key) -> String {
    let input = format!("{}.{}", encode(header.as_bytes()), encode(payload.as_bytes()));
    let signature = key.signer().sign(input.as_bytes()).unwrap();
    format!("{input}.{}", encode(&signature))
}

/// Signs these very texts with the bureau's key.
pub(crate) fn sign(header: &str, payload: &str, disclosures: &[String]) -> String {
    let mut text = jws(header, payload, &Plan::usual().leaf_key);
    text.push('~');
    for disclosure in disclosures {
        text.push_str(disclosure);
        text.push('~');
    }
    text
}

pub(crate) fn encode(bytes: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(bytes)
}

pub(crate) fn decode(text: &str) -> Vec<u8> {
    Base64UrlUnpadded::decode_vec(text).unwrap()
}

pub(crate) fn digest(disclosure: &str) -> String {
    encode(&Sha256::digest(disclosure))
}

#[track_caller]
pub(crate) fn refused(text: &str, error: ReadError) {
    assert_eq!(SignedLicense::parse(text).map(|_| ()), Err(error));
}
