// Verifies a license and a presentation of gov-license with npm jose and node's own
// X.509, and makes sure that changed ones are refused. Called by exchange.py, which
// installs jose beside it. Exits non-zero on the first thing that does not hold.
//
//   node exchange.mjs FOLDER AUDIENCE NONCE MOMENT

import assert from "node:assert/strict";
import { createHash, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { decodeProtectedHeader, importJWK, importX509, jwtVerify } from "jose";

const [folder, audience, nonce, moment] = process.argv.slice(2);
const currentDate = new Date(moment);
const read = (name) => readFileSync(`${folder}/${name}`);
const root = new X509Certificate(read("root.der"));

const digestOf = (text) => createHash("sha256").update(text).digest("base64url");

/** Every digest that the claims refer to. */
const digests = (node) =>
  node && typeof node === "object" ? [...(node._sd ?? []), ...Object.values(node).flatMap(digests)] : [];

/** The claims of a license, once signature, chain and disclosures hold. */
async function verifyLicense(token, disclosures) {
  const { x5c } = decodeProtectedHeader(token);
  const chain = x5c.map((base64) => new X509Certificate(Buffer.from(base64, "base64")));
  [...chain, root].reduce((below, above) => {
    assert.ok(below.checkIssued(above) && below.verify(above.publicKey), "the chain does not hold");
    return above;
  });
  const key = await importX509(chain[0].toString(), "EdDSA");
  const options = { algorithms: ["EdDSA"], typ: "dc+sd-jwt", currentDate, requiredClaims: ["jti", "vct", "iat"] };
  const { payload } = await jwtVerify(token, key, options);
  const known = digests(payload);
  for (const disclosure of disclosures) {
    assert.equal(known.filter((digest) => digest === digestOf(disclosure)).length, 1, "nobody signed a disclosure");
  }
  return payload;
}

async function verify(text) {
  const pieces = text.split("~");
  const binding = pieces.pop();
  const [token, ...disclosures] = pieces;
  const claims = await verifyLicense(token, disclosures);
  if (claims.cnf) {
    const key = await importJWK(claims.cnf.jwk, "EdDSA");
    const options = { algorithms: ["EdDSA"], typ: "kb+jwt", audience, currentDate, maxTokenAge: "5 minutes" };
    const { payload } = await jwtVerify(binding, key, options);
    assert.equal(payload.nonce, nonce);
    assert.equal(payload.sd_hash, digestOf(text.slice(0, text.lastIndexOf("~") + 1)));
  } else {
    assert.equal(binding, "");
  }
  return claims;
}

let refused = 0;
for (const name of ["license.sd-jwt", "shown.sd-jwt"]) {
  const text = read(name).toString();
  const claims = await verify(text);
  assert.equal(claims.CertificateIdentifier, claims.jti);
  const ends = (place) => /[.~]/.test(text[place]) || place + 1 === text.length || /[.~]/.test(text[place + 1]);
  for (let place = 0; place < text.length; place += 13) {
    if (ends(place)) continue; // Bits there that node's base64url does not look at.
    const changed = text.slice(0, place) + (text[place] === "A" ? "B" : "A") + text.slice(place + 1);
    await assert.rejects(verify(changed), `jose accepts a change at ${place} of ${name}`);
    refused += 1;
  }
}
console.log(`jose verifies ours, and refuses it changed in ${refused} places`);
