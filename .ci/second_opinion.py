"""Checks the license of a journey with a JOSE library of another house (jwcrypto)
and its chain with OpenSSL. Exits non-zero on the first thing that does not hold."""

import base64
import hashlib
import json
import pathlib
import subprocess
import sys

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from jwcrypto import jwk, jws

folder = pathlib.Path(sys.argv[1])


def unbase64url(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def openssl_accepts(leaf: bytes, intermediate: bytes, root: pathlib.Path) -> None:
    work = folder.parent / "second-opinion"
    work.mkdir(exist_ok=True)
    paths = []
    for name, der in (("leaf", leaf), ("intermediate", intermediate)):
        path = work / f"{name}.pem"
        path.write_bytes(x509.load_der_x509_certificate(der).public_bytes(Encoding.PEM))
        paths.append(path)
    # As of the day the license was issued, so that the check never ages.
    issued = str(claims["iat"])
    subprocess.run(
        ["openssl", "verify", "-x509_strict", "-attime", issued, "-CAfile", root, "-untrusted", paths[1], paths[0]],
        check=True,
    )


def digests(node):
    """Every digest that the claims or a disclosed value refer to."""
    if isinstance(node, dict):
        yield from node.get("_sd", [])
        for value in node.values():
            yield from digests(value)
    elif isinstance(node, list):
        for value in node:
            if isinstance(value, dict) and set(value) == {"..."}:
                yield value["..."]
            yield from digests(value)


token, *disclosures, end = (folder / "license.sd-jwt").read_text().split("~")
assert end == "", "an SD-JWT without key binding ends in a tilde"

header = json.loads(unbase64url(token.split(".")[0]))
assert header["typ"] == "dc+sd-jwt" and header["alg"] == "EdDSA", header
leaf, intermediate = (base64.b64decode(certificate) for certificate in header["x5c"])

public = x509.load_der_x509_certificate(leaf).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
key = jwk.JWK(kty="OKP", crv="Ed25519", x=base64.urlsafe_b64encode(public).rstrip(b"=").decode())
signed = jws.JWS()
signed.deserialize(token)
signed.verify(key)  # Raises when the signature does not hold.
claims = json.loads(signed.payload)

parsed = [json.loads(unbase64url(disclosure)) for disclosure in disclosures]
referred = list(digests(claims)) + [digest for disclosure in parsed for digest in digests(disclosure[-1])]
for disclosure in disclosures:
    digest = base64.urlsafe_b64encode(hashlib.sha256(disclosure.encode()).digest()).rstrip(b"=").decode()
    assert referred.count(digest) == 1, "a disclosure that the issuer did not sign"

forged = jws.JWS()
head, payload, signature = token.split(".")
other = ("A" if signature[0] != "A" else "B") + signature[1:]
forged.deserialize(f"{head}.{payload}.{other}")
try:
    forged.verify(key)
except jws.InvalidJWSSignature:
    pass
else:
    sys.exit("jwcrypto accepts a forged signature: this check cannot fail")

openssl_accepts(leaf, intermediate, folder / "root.pem")
names = sorted(disclosure[1] for disclosure in parsed)
print(f"jwcrypto: the signature holds; {len(names)} disclosures are the issuer's")
