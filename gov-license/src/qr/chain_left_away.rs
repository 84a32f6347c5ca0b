//! Certificates above the issuing body's own: left away and put back.
//!
//! The header is signed, so it has to come back byte for byte. It is never
//! written anew: a piece is cut out of its text, and the same piece put in.

use base64ct::{Base64, Encoding};

use crate::chain::certificate::Certificate;
use crate::sd_jwt::Piece;
use crate::sd_jwt::compact::{decode, encode};

/// The compact form with the first certificate alone; `None` when it could not
/// be put back from there.
pub(crate) fn leave_away(compact: &str, chain: &[&[u8]]) -> Option<String> {
    let (leaf, above) = chain.split_first()?;
    let alone = in_header(compact, &written(chain), &written(&[leaf]))?;
    (put_back(&alone, leaf, above)? == compact).then_some(alone)
}

/// The compact form with these certificates behind the first.
pub(crate) fn put_back(compact: &str, leaf: &[u8], above: &[&[u8]]) -> Option<String> {
    let chain: Vec<_> = [leaf].iter().chain(above).copied().collect();
    in_header(compact, &written(&[leaf]), &written(&chain))
}

/// The ways up from the first certificate, by name, through certificates that
/// are known and no roots; no step at all is the first way.
pub(crate) fn chains_above<'a>(leaf: &[u8], known: &[&'a [u8]]) -> Vec<Vec<&'a [u8]>> {
    /// More than any authority renews its certificates.
    const MOST: usize = 64;
    let read = |der: &&'a [u8]| Some((*der, Certificate::read(der)?));
    let known: Vec<_> =
        known.iter().filter_map(read).filter(|(_, read)| !read.is_self_issued()).collect();
    let mut chains = vec![Vec::new()];
    let mut next = 0;
    while let Some(chain) = chains.get(next).cloned() {
        next += 1;
        let last = chain.last().copied().unwrap_or(leaf);
        let Some(last) = Certificate::read(last) else { continue };
        for (der, above) in &known {
            if above.subject() == last.issuer() && chains.len() < MOST {
                chains.push(chain.iter().chain([der]).copied().collect());
            }
        }
    }
    chains
}

/// Certificates as they stand in the list of the header.
fn written(chain: &[&[u8]]) -> String {
    let texts: Vec<_> =
        chain.iter().map(|der| format!("\"{}\"", Base64::encode_string(der))).collect();
    texts.join(",")
}

fn in_header(compact: &str, from: &str, to: &str) -> Option<String> {
    let (header, rest) = compact.split_once('.')?;
    let header = String::from_utf8(decode(header, Piece::Header).ok()?).ok()?;
    let replaced = header.contains(from).then(|| header.replacen(from, to, 1))?;
    Some(format!("{}.{rest}", encode(replaced.as_bytes())))
}
